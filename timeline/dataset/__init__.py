"""A data folder as one checked, immutable value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import pandas as pd

from timeline.dataset import assembly, cells, chronology, histories, lives, package, references, rows
from timeline.dataset.histories import Histories
from timeline.dataset.package import Package
from timeline.dataset.problems import DataError, Problem
from timeline.dataset.rows import Rows
from timeline.dataset.watched import watched
from timeline.schema import TABLES

__all__ = ["DataError", "Dataset", "Problem", "check", "load"]


@dataclass(frozen=True, eq=False)
class Dataset:
    """An alternate history. Nobody changes its frames; equal only to itself, so that answers can be cached.

    `events` is in in-world order with a RangeIndex; its columns are the file's (season and importance int,
    lists as tuples) and first, last (days), precision, approximate, words, position (float day, increasing),
    decade, body, told_rank, row. The other frames are indexed by their id, seasons and jumps by season,
    roles, our_spans and scenes by row; tables that the folder does not have are empty. `histories` says how
    it is set beside our history; only who knows everything reads its headline.
    """

    name: str
    title: str
    description: str
    version: str
    licence: str
    notice: str
    divergence: str | None
    coverage: Mapping[str, str]
    histories: Histories
    categories: tuple[str, ...]
    tags: tuple[str, ...]
    bodies: tuple[str, ...]
    events: pd.DataFrame = field(repr=False)
    seasons: pd.DataFrame = field(repr=False)
    jumps: pd.DataFrame = field(repr=False)
    episodes: pd.DataFrame = field(repr=False)
    people: pd.DataFrame = field(repr=False)
    roles: pd.DataFrame = field(repr=False)
    places: pd.DataFrame = field(repr=False)
    organisations: pd.DataFrame = field(repr=False)
    missions: pd.DataFrame = field(repr=False)
    our_history: pd.DataFrame = field(repr=False)
    our_spans: pd.DataFrame = field(repr=False)
    sources: pd.DataFrame = field(repr=False)
    questions: pd.DataFrame = field(repr=False)
    unknowns: pd.DataFrame = field(repr=False)
    stories: pd.DataFrame = field(repr=False)
    scenes: pd.DataFrame = field(repr=False)
    rows: Rows = field(repr=False)
    _read: Package = field(repr=False)
    _tables: Mapping[str, pd.DataFrame] = field(repr=False)

    @cached_property
    def event_rows(self) -> Mapping[str, int]:
        """The row of each event in `events`, by id."""
        return {event: row for row, event in enumerate(self.events["id"])}

    def event(self, event: str) -> Mapping[str, Any]:
        """Return one event's cells by column, as `events.iloc` would, in a hundredth of its time.

        Raises KeyError for an event that there is not.
        """
        row = self.event_rows[event]
        return {name: cells[row] for name, cells in self._event_cells.items()}

    @cached_property
    def _event_cells(self) -> Mapping[str, list[Any]]:
        return {str(name): self.events[name].to_numpy().tolist() for name in self.events}

    @cached_property
    def unfinished(self) -> frozenset[int]:
        """The seasons that have more episodes than are known here: those watched in part."""
        whole = self._read.tables.get("episodes")
        numbers = whole.cells.loc[~whole.cells["id"].isin(self.episodes.index), "season"] if whole else []
        return frozenset(int(number) for number in numbers) & frozenset(self.seasons.index.tolist())

    @property
    def complete(self) -> bool:
        """Tell whether it holds what all episodes tell."""
        whole = self._read.tables.get("episodes")
        return whole is None or len(whole.cells) == len(self.episodes)

    def lines(self, table: str) -> tuple[str, tuple[int, ...]]:
        """Return the file of a table, and the line of each of its rows in the order of the file."""
        read = self._read.tables.get(table)
        return (read.file, tuple(int(line) for line in read.cells.index)) if read else ("", ())

    @property
    def outdated(self) -> bool:
        """Tell whether the folder keeps rows for the picture of causes that were found for other events."""
        return bool(self._read.searched) and not self.rows

    def keeping(self, found: Rows) -> str:
        """Return the text of the file that keeps rows for the picture of causes."""
        return rows.written(self._read.tables["events"].cells, found)

    def until(self, episode: str) -> Dataset:
        """Return what a reader knows who has watched up to `episode`; the last episode tells everything.

        Raises ValueError for an episode that there is not.
        """
        return _until(self, episode)


def load(folder: str | Path) -> Dataset:
    """Read a data folder; raises DataError with every problem at once."""
    read = package.read(Path(folder))
    if problems := _problems(read):
        raise DataError(problems)
    tables = {
        name: read.tables[name].cells
        if name in read.tables
        else pd.DataFrame(columns=table.names, dtype="str")
        for name, table in TABLES.items()
    }
    return _build(read, tables)


def check(folder: str | Path) -> tuple[Problem, ...]:
    """Return every problem of a data folder, by file and line."""
    return _problems(package.read(Path(folder)))


def _problems(read: Package) -> tuple[Problem, ...]:
    """Return the problems of form, then of cells, of references and of time."""
    found = list(read.problems)
    for raw in read.tables.values():
        found += cells.check(raw, read.descriptor.vocabularies)
    # What a cell means is asked only where its form is right: one mistake, one line.
    faulty = {(problem.file, problem.line, problem.column) for problem in found if problem.column}
    found += [
        problem
        for problem in (*references.check(read), *chronology.check(read), *lives.check(read))
        if (problem.file, problem.line, problem.column) not in faulty
    ]
    return tuple(sorted(set(found)))


def _build(read: Package, tables: Mapping[str, pd.DataFrame]) -> Dataset:
    """Return the Dataset of valid tables; a shortened one has only the tags and bodies that it needs."""
    about, words = read.descriptor.about, read.descriptor.vocabularies
    events, seasons, places = tables["events"], tables["seasons"], tables["places"]
    bodies = words.get("places.body", ())
    whole = len(events) == len(read.tables["events"].cells)
    tags = set(events["tags"].str.split(";").explode())
    divergence = about.get("divergence")
    compared = histories.read(read.descriptor)
    return Dataset(
        name=str(about["name"]),
        title=str(about["title"]),
        description=str(about.get("description", "")),
        version=str(about.get("version", "")),
        licence=_licence(about.get("licenses")),
        notice=str(about.get("notice", "")),
        divergence=str(divergence) if divergence in set(events["id"]) else None,
        coverage={n: text for n, text in about.get("coverage", {}).items() if n in set(seasons["season"])},
        histories=compared if whole else replace(compared, headline=""),
        categories=words["events.category"],
        tags=tuple(tag for tag in words.get("events.tags", ()) if whole or tag in tags),
        bodies=tuple(body for body in bodies if whole or body in {*places["body"], bodies[-1]}),
        **assembly.assemble(tables, bodies),
        rows=rows.known(rows.parse(read.searched, read.tables["events"].cells), set(events["id"])),
        _read=read,
        _tables=tables,
    )


@cache
def _until(whole: Dataset, episode: str) -> Dataset:
    """Return `Dataset.until`; kept for good, since there are no more of them than episodes."""
    return _build(whole._read, watched(whole._tables, episode))  # noqa: SLF001


def _licence(licences: object) -> str:
    """Return the names of a data package's licences."""
    found = licences if isinstance(licences, list) else []
    return ", ".join(str(licence.get("name", "")) for licence in found if isinstance(licence, dict))
