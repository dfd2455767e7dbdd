"""References between the tables: every name leads to a row, and no chain comes back to its start."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from timeline.dataset import descriptor
from timeline.dataset.package import Package, RawTable
from timeline.dataset.problems import Problem, guess
from timeline.schema import Column


def check(package: Package) -> Iterator[Problem]:
    """Yield the references that lead nowhere, and the circles.

    A table that could not be read hides what refers to it, instead of making every reference a problem.
    """
    for raw in package.tables.values():
        for column in raw.table.columns:
            if column.table and column.name not in raw.missing:
                yield from _dangling(package, raw, column)
    yield from _subjects(package)
    yield from _descriptor_references(package)
    for name, chain in (("events", "caused_by"), ("places", "part_of")):
        if whole := package.whole(name):
            yield from _circles(whole, chain)


def _dangling(package: Package, raw: RawTable, column: Column) -> Iterator[Problem]:
    """Yield the references of a column that no row of the other table answers."""
    used = raw.items(column.name)
    if column.table not in package.descriptor.listed:
        # One sentence for the whole column: the package lacks a table, the cells are right.
        if len(used):
            message = (
                f"refers to {column.table}, a table that {descriptor.FILE} does not list; it must list it"
            )
            yield Problem(raw.file, int(used.index[0]), column.name, message)
        return
    target = package.tables.get(column.table)
    if target is None or not target.keys:
        return
    lost = used[~used.isin(target.keys)]
    for line, word in zip(lost.index.tolist(), lost.tolist(), strict=True):
        hint = guess(word, target.keys) or "; name one that is there, or add it"
        yield Problem(raw.file, line, column.name, f"'{word}' is not in {target.file}{hint}")


def _subjects(package: Package) -> Iterator[Problem]:
    """Yield what our history would stand beside in vain: no role and no body of the other has that name."""
    spans, roles = package.whole("our_spans"), package.whole("roles")
    if not spans or (not roles and "roles" in package.descriptor.listed):
        return
    known = {*(roles.cells["role"] if roles else ()), *package.descriptor.vocabularies.get("places.body", ())}
    lost = ~spans.cells["subject"].isin(known | {""})
    for line, (subject,) in spans.marked(lost, "subject"):
        hint = guess(subject, known) or "; name a role of roles.csv or a body of places.csv"
        yield Problem(spans.file, line, "subject", f"'{subject}' is neither role nor body{hint}")


def _descriptor_references(package: Package) -> Iterator[Problem]:
    """Yield the references of datapackage.json itself that lead nowhere."""
    described, events, seasons = (
        package.descriptor,
        package.tables.get("events"),
        package.tables.get("seasons"),
    )
    event, coverage = described.about.get("divergence"), described.about.get("coverage", {})
    if event is not None and events and events.keys and event not in events.keys:
        hint = guess(str(event), events.keys) or "; name the id of an event"
        yield described.problem("divergence", f"'{event}' is not in {events.file}{hint}", "divergence")
    if not isinstance(coverage, dict) or not all(isinstance(text, str) for text in coverage.values()):
        message = 'is no list of texts by season; write it as {"1": "complete"}'
        yield described.problem("coverage", message, "coverage")
    elif seasons and seasons.keys:
        for season in coverage.keys() - seasons.keys:
            message = f"'{season}' is not in {seasons.file}; name a season that is there"
            yield described.problem("coverage", message, "coverage")


def _circles(raw: RawTable, column: str) -> Iterator[Problem]:
    """Yield one problem for each circle of a column that names rows of its own table, at its first line."""
    ids, used = dict(raw.lines("id")), raw.items(column)
    lines = {key: line for line, key in reversed(ids.items())}
    graph: dict[str, set[str]] = {}
    for line, word in zip(used.index.tolist(), used.tolist(), strict=True):
        graph.setdefault(ids[line], set()).add(word)
    for circle in _cycles(graph):
        start = min(range(len(circle)), key=lambda place: lines[circle[place]])
        path = [*circle[start:], *circle[:start], circle[start]]
        message = f"goes in a circle, {' < '.join(path)}; take one step out"
        yield Problem(raw.file, lines[path[0]], column, message)


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
