"""(Dataset, View) -> the columns of a comparison: seasons, episodes or people, each with its events."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
import pandas as pd

from timeline.comparison.parts import OWN, parts
from timeline.comparison.spans import Span, span
from timeline.dataset import Dataset
from timeline.query import select
from timeline.view import FACETS, View

_PARTIAL = "partial"
MOST = 12
"""More columns than this are not compared side by side."""


@dataclass(frozen=True, eq=False)
class Case:
    """One column of a comparison.

    `events` are the selected ones, as `parts` gives them, `season` the one whose colour it has. `partial`
    says briefly why it may not be measured against the others, or nothing; `reason` is the data set's own
    sentence about that.
    """

    dataset: Dataset
    by: str
    id: str
    name: str
    short: str
    season: int
    narrowed: bool
    events: pd.DataFrame
    partial: str = ""
    reason: str = ""

    @cached_property
    def span(self) -> Span | None:
        """The span of its season."""
        return span(self.dataset, self.season)

    @cached_property
    def own(self) -> pd.DataFrame:
        """The events of its own time."""
        return self.of(OWN)

    def of(self, part: str) -> pd.DataFrame:
        """Return the events of a part: own, before or jump."""
        return self._parts.get(part, self.events.iloc[:0])

    @cached_property
    def _parts(self) -> dict[str, pd.DataFrame]:
        return {str(part): events for part, events in self.events.groupby("part", sort=False)}

    @cached_property
    def people(self) -> frozenset[str]:
        """The people whom its events name."""
        return frozenset(person for named in self.events["people"] for person in named)


def asked(view: View) -> View:
    """Return what a View compares and selects, without how it is drawn: so few answers are kept for many."""
    kept = {
        name: getattr(view, name) for name in (*FACETS, "importance", "q", "start", "end", "by", "episode")
    }
    return View(**kept)


def cases(dataset: Dataset, view: View) -> tuple[Case, ...]:
    """Return what the View compares, in order; the facets narrow the events of each, never its span.

    Chosen seasons, episodes or people are compared; without a choice all seasons, the first episodes of each
    season, or the two people in most events. What there is but once is compared with nothing.
    """
    return _cases(dataset, asked(view))


@lru_cache(maxsize=64)
def _cases(dataset: Dataset, view: View) -> tuple[Case, ...]:
    maker = {"season": _seasons, "episode": _episodes, "person": _people}[view.by]
    return maker(dataset, view)


def partial(dataset: Dataset, season: int) -> tuple[str, str]:
    """Return why a season is not whole here, briefly and in full: watched in part, or partial in the data."""
    head, _, tail = dataset.coverage.get(str(season), "").partition(":")
    reason = tail.strip() if head.strip().lower() == _PARTIAL else ""
    if season in dataset.unfinished:
        known = dataset.episodes[dataset.episodes["season"] == season]
        return f"up to episode {int(known['number'].max())}" if len(known) else "not watched", reason
    return (_PARTIAL, reason) if head.strip().lower() == _PARTIAL else ("", "")


def short(dataset: Dataset, season: int) -> str:
    """Return a season's short name: S1."""
    name = str(dataset.seasons.at[season, "name"])
    return f"S{season}" if name == f"Season {season}" else name if len(name) <= 4 else f"S{season}"


def told(dataset: Dataset) -> list[int]:
    """Return the numbers of all seasons but the background."""
    return sorted(int(n) for n in dataset.seasons.index if n > 0)


def _selected(dataset: Dataset, view: View, *without: str) -> frozenset[str]:
    """Return the ids that the View asks for, were some of its facets not chosen."""
    cleared = dict.fromkeys(without, ())
    return frozenset(select(dataset, view.but(**cleared, order="world"))["id"])


def _narrowed(view: View, *without: str) -> bool:
    return view.but(**dict.fromkeys(without, ())).filtered


def _seasons(dataset: Dataset, view: View) -> tuple[Case, ...]:
    chosen = [n for n in told(dataset) if not view.season or n in view.season] or told(dataset)
    ids = _selected(dataset, view, "season")
    found = []
    for n in chosen:
        events = parts(dataset, n)
        found.append(
            Case(
                dataset, "season", str(n), str(dataset.seasons.at[n, "name"]), short(dataset, n), n,
                _narrowed(view, "season"), events[events["id"].isin(ids)], *partial(dataset, n),
            )
        )  # fmt: skip
    return tuple(found)


def _episodes(dataset: Dataset, view: View) -> tuple[Case, ...]:
    table = dataset.episodes
    chosen = [e for e in table.index if e in view.episode]
    if not chosen:
        mine = table[table["season"].isin(view.season)] if view.season else table
        chosen = (mine.index if len(view.season) == 1 else mine.groupby("season").head(1).index).tolist()
    ids = _selected(dataset, view, "season")
    found = []
    for episode in chosen[:MOST]:
        n = int(table.at[episode, "season"])
        events = parts(dataset, n)
        mine = events[events["id"].isin(ids) & (events["episode"] == episode)]
        name = f"{table.at[episode, 'title']}"
        found.append(Case(dataset, "episode", episode, name, episode, n, _narrowed(view, "season"), mine))
    return tuple(found)


def _people(dataset: Dataset, view: View) -> tuple[Case, ...]:
    ids = _selected(dataset, view, "person")
    every = pd.concat([parts(dataset, n) for n in told(dataset)]) if told(dataset) else parts(dataset, 0)
    every = every[every["id"].isin(ids)].sort_values("position")
    counts = every["people"].explode().value_counts(sort=False)
    known = [p for p in dataset.people.index if p in counts.index or p in view.person]
    most = sorted(known, key=lambda p: -int(counts.get(p, 0)))[:2]
    chosen = [p for p in known if p in view.person] or [p for p in known if p in most]
    found = []
    for person in chosen[:MOST]:
        mine = every[np.array([person in named for named in every["people"]], dtype=bool)]
        name = str(dataset.people.at[person, "name"])
        first = int(mine["season"].iloc[0]) if len(mine) else 0
        given = name.split(maxsplit=1)[0]
        found.append(Case(dataset, "person", person, name, given, first, _narrowed(view, "person"), mine))
    return tuple(found)
