"""A person at one moment: alive or not, in what post, where, how old."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import pandas as pd

from timeline import dates
from timeline.aging import age
from timeline.comparison.reach import seasons_of
from timeline.comparison.spans import span
from timeline.dataset import Dataset
from timeline.query import label
from timeline.shorthand import brief


@dataclass(frozen=True, slots=True)
class Moment:
    """A season's first or last day: `text` is its date as EDTF, `final` tells which of the two it is."""

    season: int
    text: str
    final: bool

    @property
    def date(self) -> dates.Date:
        """The days that it may be."""
        return dates.parse(self.text)

    @property
    def words(self) -> str:
        """Its date, short."""
        return brief(self.text)


@dataclass(frozen=True, slots=True)
class State:
    """What is known of a person at a moment.

    `life` is alive, dead, unborn, or empty where nothing is told yet. `post`, `place` and `age` are empty
    where they are not known; `since` is the date of a death. `sure` is False for a post of earlier seasons
    of whose end, and of whose holder since, nothing is told; without a post, where no more is told at all.
    """

    life: str
    post: str = ""
    place: str = ""
    age: str = ""
    since: str = ""
    sure: bool = True


def opening(dataset: Dataset, season: int) -> Moment:
    """Return a season's first day."""
    return Moment(season, str(dataset.seasons.at[season, "start"]), final=False)


def ending(dataset: Dataset, season: int) -> Moment:
    """Return a season's last day; of one that is watched in part, the last day that its scenes allow."""
    length = span(dataset, season)
    if season in dataset.unfinished and length is not None:
        return Moment(season, datetime.date.fromordinal(length.last).isoformat(), final=True)
    return Moment(season, str(dataset.seasons.at[season, "end"]), final=True)


@cache
def state(dataset: Dataset, person: str, moment: Moment) -> State:
    """Return where somebody is at a moment.

    At a start the posts count that are held then, at an end those that are held when everything has happened.
    Of several posts it is the one last begun. Somebody whom nothing tells of by then is nobody yet.
    """
    row, when = dataset.people.loc[person], moment.date
    if row["died"]:
        died = dates.parse(row["died"])
        if died.last < when.first or (moment.final and died.last <= when.last):
            return State("dead", since=brief(row["died"]))
    if row["born"] and dates.parse(row["born"]).first > when.last:
        return State("unborn")
    if not _met(dataset, person, moment.season):
        return State("")
    years = age(row["born"], row["died"], when)
    held = _held(dataset, person, moment)
    if not held:
        heard = _evidence(dataset, person) >= moment.season
        return State("alive", age=years if heard else "", sure=heard)
    last = held[-1]
    places = [role.place for role in held if role.place]
    where = label(dataset, "place", places[-1]) if places else ""
    sure = last.ended is not None or _evidence(dataset, person) >= moment.season
    return State("alive", last.name, where, years, sure=sure)


class _Role(NamedTuple):
    """A post: the day it began as far as that is known, and its end; None is not told."""

    name: str
    place: str
    begun: float
    ended: dates.Date | None


@cache
def _roles(dataset: Dataset, person: str) -> tuple[_Role, ...]:
    """Return the posts of a person in the order in which they began."""
    mine = dataset.roles[dataset.roles["person"] == person]
    columns = (mine[name] for name in ("role", "place", "from", "until"))
    found = [
        _Role(role, place, _middle(dates.parse(begun)) if begun else 0, dates.parse(ended) if ended else None)
        for role, place, begun, ended in zip(*columns, strict=True)
    ]
    return tuple(sorted(found, key=lambda role: role.begun))


def _middle(date: dates.Date) -> float:
    return (date.first + date.last) / 2


def _begun(dataset: Dataset, person: str, moment: Moment) -> list[_Role]:
    """Return the posts that had begun by a moment: before a season's first day, up to its last."""
    limit = moment.date.last if moment.final else moment.date.first
    return [role for role in _roles(dataset, person) if role.begun <= limit]


def _held(dataset: Dataset, person: str, moment: Moment) -> list[_Role]:
    """Return the posts that somebody holds at a moment, the one last begun at the end.

    A post whose end is never told counts as over once a later one begins elsewhere.
    """
    when = moment.date

    def over(ended: dates.Date) -> bool:
        return ended.last <= when.last if moment.final else _middle(ended) < when.first

    begun = _begun(dataset, person, moment)
    return [
        role
        for i, role in enumerate(begun)
        if not (
            over(role.ended) if role.ended else any(later.place != role.place for later in begun[i + 1 :])
        )
    ]


@cache
def _evidence(dataset: Dataset, person: str) -> int:
    """Return the last season that tells anything of a person."""
    events = dataset.events
    seasons = [int(n) for n, named in zip(events["season"], events["people"], strict=True) if person in named]
    mine = dataset.roles[dataset.roles["person"] == person]
    return max([0, *seasons, *seasons_of(mine["told"]), *seasons_of(mine["told_until"])])


@cache
def _met(dataset: Dataset, person: str, season: int) -> bool:
    """Tell whether anything up to a season tells of a person."""
    introduced = dataset.people.at[person, "introduced"]
    if introduced:
        return int(seasons_of(pd.Series([introduced])).iloc[0]) <= season
    events = dataset.events[dataset.events["season"] <= season]
    return any(person in named for named in events["people"])
