"""References between the tables: every name leads to a row, and no chain comes back to its start."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

import pandas as pd

from timeline.package import DESCRIPTOR, Package, RawTable, line_of
from timeline.problems import Problem, guess
from timeline.schema import Column

Place = tuple[str, int, str]
"""File, line and column of a cell."""


def check(package: Package, faulty: frozenset[Place]) -> Iterator[Problem]:
    """Yield the references that lead nowhere, and the circles; `faulty` cells are passed over.

    A table that could not be read hides what refers to it, instead of making every reference a problem.
    """
    for raw in package.tables.values():
        for column in raw.table.columns:
            if column.table and column.name not in raw.missing:
                yield from _dangling(package, raw, column, faulty)
    yield from _descriptor_references(package)
    for name, column in (("events", "caused_by"), ("places", "part_of")):
        if raw := package.whole(name):
            yield from _circles(raw, column)


def items(raw: RawTable, column: str) -> pd.Series:
    """Return the items of a list column, or the cells of another, one a row, by line; empty ones left out."""
    cells = raw.cells[column]
    cells = cells[cells != ""]
    return cells.str.split(";").explode() if raw.table.column(column).many else cells


def _dangling(package: Package, raw: RawTable, column: Column, faulty: frozenset[Place]) -> Iterator[Problem]:
    """Yield the references of a column that no row of the other table answers."""
    used = items(raw, column.name)
    if used.empty:
        return
    if column.table not in package.listed:
        message = f"'{used.iloc[0]}' refers to {column.table}, a table that {DESCRIPTOR} does not list"
        yield Problem(raw.file, int(used.index[0]), column.name, message)
        return
    target = package.tables.get(column.table)
    if target is None or not target.keys:
        return
    for line, word in used[~used.isin(target.keys)].items():
        if (raw.file, line, column.name) not in faulty:
            hint = guess(word, target.keys) or f"; name a row that is there, or add one of {target.table.key} '{word}'"
            yield Problem(raw.file, int(str(line)), column.name, f"'{word}' is not in {target.file}{hint}")


def _descriptor_references(package: Package) -> Iterator[Problem]:
    """Yield the references of datapackage.json itself that lead nowhere."""
    event, coverage = package.descriptor.get("divergence"), package.descriptor.get("coverage", {})
    events, seasons = package.tables.get("events"), package.tables.get("seasons")
    if event is not None and events and events.keys and event not in events.keys:
        message = f"'{event}' is not in {events.file}{guess(str(event), events.keys) or '; name the id of an event'}"
        yield Problem(DESCRIPTOR, line_of(package.source, "divergence"), "divergence", message)
    if not isinstance(coverage, dict) or not all(isinstance(text, str) for text in coverage.values()):
        message = "is no list of texts by season; write it as {\"1\": \"complete\"}"
        yield Problem(DESCRIPTOR, line_of(package.source, "coverage"), "coverage", message)
    elif seasons and seasons.keys:
        for season in coverage.keys() - seasons.keys:
            message = f"'{season}' is not in {seasons.file}; name a season that is there"
            yield Problem(DESCRIPTOR, line_of(package.source, "coverage"), "coverage", message)


def _circles(raw: RawTable, column: str) -> Iterator[Problem]:
    """Yield one problem for each circle of a column that names rows of its own table, at its first line."""
    keyed = raw.cells.drop_duplicates("id")
    lines = dict(zip(keyed["id"], keyed.index, strict=True))
    used = items(raw, column)
    graph: dict[str, set[str]] = {key: set() for key in lines}
    for line, word in used.items():
        graph.setdefault(str(raw.cells.at[line, "id"]), set()).add(word)
    for circle in _cycles(graph):
        start = min(range(len(circle)), key=lambda place: lines.get(circle[place], 0))
        path = [*circle[start:], *circle[:start], circle[start]]
        yield Problem(
            raw.file, lines.get(path[0], 1), column, f"goes in a circle: {' < '.join(path)}; take out one step"
        )


def _cycles(graph: Mapping[str, Iterable[str]]) -> Iterator[list[str]]:
    """Yield circles without common members, each from a node to the one that names it last."""
    remaining = {node: set(before) for node, before in graph.items()}
    while True:
        try:
            TopologicalSorter(remaining).prepare()
        except CycleError as error:
            circle = error.args[1][:-1][::-1]
            yield circle
            remaining = {n: before - set(circle) for n, before in remaining.items() if n not in circle}
        else:
            return
