"""The stage of two histories along time: one line until they split, then theirs above ours; all in px."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

import numpy as np

from timeline.dataset import Dataset
from timeline.dates import new_year
from timeline.histories import Pair, pairs
from timeline.schema import RELATIONS
from timeline.shorthand import year_of
from timeline.view import View

_YEAR = 365.2425
_FORK = 28.0
"""Px within which the two lines part."""
WIDE, _NARROW = 900, 728
_LEAST, _THERE, _HERE, _NAMES = 690.0, 152.0, 108.0, 134.0


@dataclass(frozen=True, slots=True)
class Levels:
    """Heights of the parts, as y in px; `there` and `here` are the bands of what has no other end.

    A page shows the picture's upper part first: the years stand `above` it, too.
    """

    above: float | None
    seasons: float
    there: tuple[float, float]
    theirs: float
    ours: float
    here: tuple[float, float]
    years: float
    key: float
    height: float


@dataclass(frozen=True, slots=True)
class Stage:
    """A laid-out picture: days `first` to `last` lie between x0 and x1 px, every year as wide as the next.

    split: the day on which history splits, None where it lies outside; told: the last day that is told.
    """

    dataset: Dataset
    view: View
    found: tuple[Pair, ...]
    width: float
    x0: float
    x1: float
    first: float
    last: float
    split: float | None
    told: float
    levels: Levels

    @property
    def wide(self) -> bool:
        """Tell whether there is room for large names at the left."""
        return self.width >= WIDE

    @property
    def side(self) -> float:
        """Where the names at the left begin."""
        return side(self.width)

    def x(self, day: float) -> float:
        """Return the px of a day."""
        share = (day - self.first) / (self.last - self.first)
        return self.x0 + min(max(share, 0.0), 1.0) * (self.x1 - self.x0)

    def span(self, day: tuple[float, float]) -> tuple[float, float]:
        """Return the px of a first and a last day, both included."""
        return self.x(day[0]), self.x(day[1] + 1)

    def line(self, day: float, *, ours: bool) -> float:
        """Return the height of a history's line on a day: both are one until they split."""
        upper, lower = self.levels.theirs, self.levels.ours
        if self.split is None:
            return lower if ours else upper
        share = min(max((self.x(day) - self.x(self.split)) / _FORK, 0.0), 1.0)
        away = share * share * (3 - 2 * share) * (lower - upper) / 2
        return (lower + upper) / 2 + (away if ours else -away)

    def path(self, *, ours: bool) -> list[tuple[float, float]]:
        """Return the points of a history's line, from the split on."""
        end = self.last if ours else self.told
        start = self.first if self.split is None else self.split
        parts = self.x(start) + np.linspace(0, _FORK, 13) if self.split is not None else np.array([self.x0])
        days = [*(self.day(x) for x in parts.tolist()), end]
        return [(self.x(day), self.line(day, ours=ours)) for day in days if day <= end]

    def day(self, x: float) -> float:
        """Return the day at a px."""
        return self.first + (x - self.x0) / (self.x1 - self.x0) * (self.last - self.first)


def side(width: float) -> float:
    """Return where a picture's names begin, in px from its left edge."""
    return 16.0 if width >= _NARROW else 4.0


def stage(
    dataset: Dataset, view: View, width: int, height: int, *, framed: bool, of: Container[str] = RELATIONS
) -> Stage:
    """Lay the picture out, for pairs of the relations `of`.

    The axis follows the chosen seasons and window, whatever else is narrowed.
    """
    found = tuple(pair for pair in pairs(dataset, view) if pair.relation in of)
    shaping = View(season=view.season, start=view.start, end=view.end)
    first, last, told = _days([pair for pair in pairs(dataset, shaping) if pair.relation in of])
    split = _split(dataset)
    narrow = width < WIDE
    x0, x1 = (side(width) + 90.0, width - 14.0) if narrow else (132.0, width - 24.0)
    inside = split is not None and first <= split <= last
    return Stage(
        dataset, view, found, width, x0, x1, first, last, split if inside else None, told,
        _levels(height, framed=framed, narrow=narrow),
    )  # fmt: skip


def _days(found: Sequence[Pair]) -> tuple[float, float, float]:
    """Return the whole years around all ends of the pairs, and the last day that theirs have."""
    ends = [end.date for pair in found for end in (pair.theirs, pair.ours) if end]
    theirs = [pair.theirs.date.last for pair in found]
    if not ends:
        return float(new_year(1900)), float(new_year(2000)), float(new_year(2000))
    first = new_year(year_of(min(date.first for date in ends)))
    last = new_year(year_of(max(date.last for date in ends)) + 1)
    return float(first), float(last), float(max(theirs) + 1)


def _split(dataset: Dataset) -> float | None:
    row = dataset.event_rows.get(dataset.divergence or "")
    return None if row is None else float(dataset.events["first"].iat[row])


def _levels(height: int, *, framed: bool, narrow: bool) -> Levels:
    """Share the height: names get what they can use, the space between the lines the rest."""
    above, foot = (96.0, 30.0) if framed else (25.0, 8.0)
    key = 44.0 if narrow else 24.0
    whole = max(float(height), above + foot + key + _LEAST)
    rest = whole - above - foot - key - 18.0 - _THERE - _HERE - 30.0
    names = min(_NAMES, rest * 0.33)
    between = rest - 2 * names
    there = (above + 18.0, above + 18.0 + _THERE)
    theirs = there[1] + names
    ours = theirs + between
    here = (ours + names, ours + names + _HERE)
    years = None if framed else 9.0
    return Levels(years, above + 6, there, theirs, ours, here, here[1] + 16.0, here[1] + 44.0, whole)
