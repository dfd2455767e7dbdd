"""The small multiples as numbers: seasons by fields, decades, means of telling, relations; jumps; people."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from timeline import schema, wording
from timeline.comparison import waits
from timeline.comparison.cases import Case, told
from timeline.comparison.parts import OWN
from timeline.comparison.reach import dead_in
from timeline.dataset import Dataset
from timeline.query import label

_FEW = 5


@dataclass(frozen=True, slots=True)
class Matrix:
    """Numbers by column of the comparison and by value: `cells[row][column]`; shares of 1, or counts."""

    values: tuple[str, ...]
    names: tuple[str, ...]
    cells: tuple[tuple[float, ...], ...]
    counted: bool


@dataclass(frozen=True, slots=True)
class Leap:
    """A finale's jump beside the real wait: years left and shown, months waited, and when the next opens.

    `opens` is the next season's first year as a number with its months as a fraction; `ratio` are the story's
    years to one real year. None is not known.
    """

    season: int
    following: int | None
    left: int
    shown: int
    opens: float | None
    months: float | None

    @property
    def years(self) -> int:
        """The years jumped."""
        return self.shown - self.left

    @property
    def ratio(self) -> float | None:
        """The years of the story that pass in a year of waiting."""
        return self.years * 12 / self.months if self.months else None

    @property
    def short(self) -> bool:
        """Tell whether the next season opens more than a year before the year that was shown."""
        return self.opens is not None and self.shown - self.opens > 1


@dataclass(frozen=True, slots=True)
class Presence:
    """A person through the columns: events in each, whether its own time names them, where they die."""

    person: str
    name: str
    counts: tuple[int, ...]
    own: tuple[bool, ...]
    dies: int | None
    first: int

    @property
    def total(self) -> int:
        """All their events."""
        return sum(self.counts)


def fields(columns: Sequence[Case]) -> Matrix:
    """Return the share of each category, the one with most events first."""
    dataset = columns[0].dataset
    counts = Counter(c for case in columns for c in case.events["category"])
    order = sorted(dataset.categories, key=lambda c: -counts[c])
    names = tuple(label(dataset, "category", c) for c in order)
    return Matrix(tuple(order), names, _shares(columns, "category", order), counted=False)


def telling(columns: Sequence[Case]) -> Matrix:
    """Return the share that each means tells, of the means that anything is told by."""
    used = {t for case in columns for t in case.events["told"]}
    order = [t for t in schema.TOLD if t in used]
    return Matrix(
        tuple(order), tuple(wording.TOLD[t] for t in order), _shares(columns, "told", order), counted=False
    )


def relations(columns: Sequence[Case]) -> Matrix:
    """Return how many events have each relation to our history."""
    order = [r for r in schema.RELATIONS if any((case.events["relation"] == r).any() for case in columns)]
    cells = tuple(tuple(float((case.events["relation"] == r).sum()) for r in order) for case in columns)
    return Matrix(tuple(order), tuple(wording.RELATION[r] for r in order), cells, counted=True)


def decades(columns: Sequence[Case]) -> Matrix:
    """Return how many events lie in each decade, as the timeline has them; early ones may share one."""
    years = [case.events["decade"].tolist() for case in columns]
    all_of = Counter(year for found in years for year in found)
    order = list(range(min(all_of, default=0), max(all_of, default=-10) + 10, 10))
    early = 0
    while early < len(order) - 1 and sum(all_of[d] for d in order[: early + 1]) < _FEW:
        early += 1
    folded, rest = order[:early], order[early:]
    names = [*([f"to {rest[0] - 1}"] if folded else []), *(f"{decade}s" for decade in rest)]
    values = [*(["-".join(map(str, folded))] if folded else []), *map(str, rest)]
    cells = []
    for found in years:
        mine = Counter(found)
        head = [float(sum(mine[d] for d in folded))] if folded else []
        cells.append((*head, *(float(mine[d]) for d in rest)))
    return Matrix(tuple(values), tuple(names), tuple(cells), counted=True)


def leaps(columns: Sequence[Case]) -> tuple[Leap, ...]:
    """Return the jump of each column that has one."""
    return tuple(found for case in columns if (found := leap(case)) is not None)


def leap(case: Case) -> Leap | None:
    """Return the jump of one column's season."""
    dataset, season = case.dataset, case.season
    years, after = waits.jump_years(dataset, season), waits.following(dataset, season)
    if years is None or case.by != "season":
        return None
    opens = None if after is None else _opens(dataset, after)
    return Leap(season, after, *years, opens, waits.wait_months(dataset, season))


def people(columns: Sequence[Case], most: int) -> tuple[Presence, ...]:
    """Return the people of most events by their first appearance: first column, then most events."""
    dataset = columns[0].dataset
    counts = [Counter(p for named in case.events["people"] for p in named) for case in columns]
    own = [
        {p for named in case.events.loc[case.events["part"].isin([OWN, ""]), "people"] for p in named}
        for case in columns
    ]
    total = sum(counts, Counter[str]())
    first = {p: next(i for i, mine in enumerate(counts) if p in mine) for p in total}
    seen = {p: next((i for i, mine in enumerate(own) if p in mine), first[p]) for p in total}
    top = sorted(total, key=lambda p: (-total[p], p))[:most]
    dead = [dead_in(dataset, case.season) for case in columns]
    return tuple(
        Presence(
            person, label(dataset, "person", person), tuple(mine[person] for mine in counts),
            tuple(person in mine for mine in own),
            next((i for i, mine in enumerate(dead) if person in mine), None), seen[person],
        )
        for person in sorted(top, key=lambda p: (seen[p], -total[p], p))
    )  # fmt: skip


def _shares(columns: Sequence[Case], column: str, order: Sequence[str]) -> tuple[tuple[float, ...], ...]:
    return tuple(
        tuple(float((case.events[column] == value).mean()) if len(case.events) else 0.0 for value in order)
        for case in columns
    )


def _middles(case: Case) -> list[float]:
    return ((case.events["first"] + case.events["last"] + 1) / 2).tolist()


def _opens(dataset: Dataset, season: int) -> float | None:
    if season not in told(dataset):
        return None
    day = datetime.date.fromordinal(int(dataset.seasons.at[season, "first"]))
    return day.year + (day.month - 1) / 12
