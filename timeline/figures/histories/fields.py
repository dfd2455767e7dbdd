"""The plan of how far ahead theirs is: a row for each field, years along it, years of lead up and down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor

from timeline.dataset import Dataset
from timeline.dates import new_year
from timeline.figures.histories.stage import WIDE, side
from timeline.histories import Pair, leading, pairs, steps
from timeline.shifts import YEAR, short
from timeline.shorthand import year_of
from timeline.view import View

_LEAST_ROW, _GAP, _ALL = 87.0, 12.0, 84.0
_HEAD, _YEARS = 88.0, 26.0


@dataclass(frozen=True, slots=True)
class Row:
    """A field's row from y0 to y1 px, and its pairs that lead, in in-world order."""

    name: str
    pairs: tuple[Pair, ...]
    y0: float
    y1: float


@dataclass(frozen=True, slots=True)
class Fields:
    """A laid-out picture: days first..last between x0 and x1 px, low..high years in each row's height.

    A page shows the picture's upper part first: there the years stand `above` the rows, too.
    """

    dataset: Dataset
    view: View
    width: float
    left: float
    x0: float
    x1: float
    first: float
    last: float
    low: float
    high: float
    top: float
    rows: tuple[Row, ...]
    bottom: float
    above: float | None

    def x(self, day: float) -> float:
        """Return the px of a day."""
        return self.x0 + (day - self.first) / (self.last - self.first) * (self.x1 - self.x0)

    def y(self, row: Row, years: float) -> float:
        """Return the px of a lead in a row."""
        return row.y0 + (self.high - years) / (self.high - self.low) * (row.y1 - row.y0)

    @property
    def found(self) -> list[Pair]:
        """All pairs that are drawn."""
        return [pair for row in self.rows for pair in row.pairs]


def arrange(dataset: Dataset, view: View, width: int, height: int, *, framed: bool, foot: float) -> Fields:
    """Lay the rows out from below a frame's head, or the years, to `foot` px.

    Axis and scale follow the chosen seasons and window.
    """
    found = leading(pairs(dataset, view))
    shaping = leading(pairs(dataset, View(season=view.season, start=view.start, end=view.end)))
    names = [name for name in dataset.histories.fields if any(pair.field == name for pair in found)]
    narrow = width < WIDE
    left, x0 = side(width), side(width) + (146.0 if narrow else 200.0)
    first, last = _years(shaping)
    low, high = _scale(shaping)
    top = (_HEAD if framed else _YEARS) + 18
    begin = top + _ALL
    room = height - begin - foot - 26 - _GAP * len(names)
    tall = max(_LEAST_ROW, room / max(len(names), 1))
    rows = tuple(
        Row(
            name, tuple(pair for pair in found if pair.field == name), begin + _GAP + n * (tall + _GAP),
            begin + (n + 1) * (tall + _GAP),
        )
        for n, name in enumerate(names)
    )  # fmt: skip
    bottom = rows[-1].y1 if rows else begin
    x1 = width - (10.0 if narrow else 20.0)
    return Fields(
        dataset, view, width, left, x0, x1, first, last, low, high, top, rows, bottom,
        None if framed else 9.0,
    )  # fmt: skip


def _years(found: Sequence[Pair]) -> tuple[float, float]:
    """Return the whole years around all that their dates allow."""
    if not found:
        return float(new_year(1900)), float(new_year(1901))
    first = min(pair.theirs.date.first for pair in found)
    last = max(pair.theirs.date.last for pair in found)
    return float(new_year(year_of(first))), float(new_year(year_of(last) + 1))


def _scale(found: Sequence[Pair]) -> tuple[float, float]:
    """Return the least and the greatest lead to be shown, in years, with 0 between them."""
    shifts = [pair.shift for pair in found if pair.shift]
    high = max([shift.most / YEAR for shift in shifts], default=1.0)
    low = min([shift.least / YEAR for shift in shifts], default=-1.0)
    step = 1 if high - low < 6 else 4
    return min(floor(low / step) * step - step, -0.12 * high), max(
        ceil(high / step) * step + step, -0.12 * low
    )


def line(plan: Fields, row: Row) -> list[list[tuple[float, float]]]:
    """Return the pieces of a row's step line: level ones, then those that join them."""
    found = steps(row.pairs, plan.last)
    level = [[(plan.x(day), plan.y(row, step.years)) for day in (step.first, step.last)] for step in found]
    upright = [
        [one[1], other[0]]
        for one, other in pairwise(level)
        if one[1][0] == other[0][0] and one[1] != other[0]
    ]
    return level + upright


def signed(years: float) -> str:
    """Write a lead in whole years, or what is less in months, weeks or days: '+13', '−8', '+7 mo', '0'."""
    said = short(years * YEAR).removesuffix(" y")
    return f"{'+' if years > 0 else '−'}{said}" if said else "0"
