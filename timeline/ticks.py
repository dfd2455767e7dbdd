"""Where an axis is named: years, months and days by the room they take, seasons first."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from timeline.lettering import width
from timeline.scales import Scale, Stretch

_YEAR = 365.2425
_ROOM = 12.0
"""Clear px between two names."""
_MONTH_FROM_PX, _DAY_FROM_PX = 60.0, 150.0
_MINOR_PX = 4.0
_UNNAMED = 9.0


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the axis in px; `text` is empty for a minor tick, `strong` at a season's first year."""

    x: float
    text: str
    strong: bool = False
    ruled: bool = False
    """Whether a rule through the lanes marks it: the years of a season."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    rank: float
    x: float
    text: str
    year: int = 0
    part: bool = False
    """A month or day, which is named only in a year that is named."""


def ticks(scale: Scale) -> list[Tick]:
    """Return the ticks of a scale from left to right: named ones, then minor ones between them."""
    if scale.unit == "rank":
        return []
    reading = _since_first_day(scale) if scale.unit == "offset" else _dated(scale)
    candidates = sorted(reading, key=lambda c: (c.rank, c.x))
    named = _choose(candidates)
    taken = {round(c.x, 1) for c in named}
    ticks_ = [Tick(c.x, c.text, c.rank < 0.5, c.rank <= 1) for c in named]
    ruled = [Tick(c.x, "", ruled=True) for c in candidates if c.rank <= 1 and round(c.x, 1) not in taken]
    return sorted([*ticks_, *ruled, *_minor(candidates, taken)], key=lambda t: t.x)


def _choose(candidates: list[_Candidate]) -> list[_Candidate]:
    """Name the candidates that have room, the first ranks first."""
    used: list[tuple[float, float]] = []
    years: set[int] = set()
    chosen = []
    for candidate in candidates:
        if candidate.rank >= _UNNAMED or (candidate.part and candidate.year not in years):
            continue
        half = width(candidate.text) / 2
        if all(abs(candidate.x - x) >= half + other + _ROOM for x, other in used):
            used.append((candidate.x, half))
            chosen.append(candidate)
            if not candidate.part:
                years.add(candidate.year)
    return chosen


def _minor(candidates: list[_Candidate], taken: set[float]) -> Iterator[Tick]:
    last = min(taken, default=0.0) - 2 * _MINOR_PX
    for x in sorted({round(c.x, 1) for c in candidates if c.rank < _UNNAMED} | taken):
        if x in taken:
            last = x
        elif x - last >= _MINOR_PX:
            last = x
            yield Tick(x, "")


def _dated(scale: Scale) -> Iterator[_Candidate]:
    for stretch in scale.stretches:
        yield from _years(scale, stretch)


def _years(scale: Scale, stretch: Stretch) -> Iterator[_Candidate]:
    first = dt.date.fromordinal(int(stretch.first))
    last = dt.date.fromordinal(int(stretch.last) - 1)
    for year in range(first.year, last.year + 1):
        new_year = dt.date(year, 1, 1).toordinal()
        day = max(new_year, int(stretch.first))
        until = min(new_year + 366, stretch.last)
        x, end = scale.x(day), scale.x(until)
        room = float(end - x)
        opening = year == first.year
        cut = opening and new_year < stretch.first
        if cut and stretch.kind != "season" and stretch is not scale.stretches[0]:
            continue
        text = str(year)
        if opening and day > new_year and room > _MONTH_FROM_PX * 2:
            text = f"{calendar.month_abbr[first.month]} {year}"
        rank = _year_rank(stretch, year, opening=opening) - min(room, 999) / 1e6
        yield _Candidate(rank, float(x), text, year)
        if room >= _MONTH_FROM_PX:
            yield from _months(scale, stretch, year, rank)


def _year_rank(stretch: Stretch, year: int, *, opening: bool) -> float:
    if stretch.kind == "season":
        return 0.0 if opening else 1.0
    decade_or_five = 1.4 if year % 10 == 0 else 1.5
    return decade_or_five if year % 5 == 0 else 2.6


def _months(scale: Scale, stretch: Stretch, year: int, year_rank: float) -> Iterator[_Candidate]:
    for month in range(1, 13):
        first = dt.date(year, month, 1).toordinal()
        days = calendar.monthrange(year, month)[1]
        x, end = float(scale.x(first)), float(scale.x(first + days))
        if month > 1 and stretch.first < first < stretch.last:
            rank = max(2.0, year_rank + 0.1) if month in (4, 7, 10) else 3.0
            yield _Candidate(rank, x, calendar.month_abbr[month], year, part=True)
        if end - x >= _DAY_FROM_PX:
            for day in (8, 15, 22):
                if stretch.first < first + day - 1 < stretch.last:
                    text = f"{day} {calendar.month_abbr[month]}"
                    yield _Candidate(4.0, float(scale.x(first + day - 1)), text, year, part=True)


def _since_first_day(scale: Scale) -> Iterator[_Candidate]:
    """Yield ticks of the season scale: the first day, whole years from it, months where there is room."""
    first, last = scale.knots[0], scale.knots[-1]
    for n in range(round(first / _YEAR), round(last / _YEAR) + 1):
        x = float(scale.x(n * _YEAR))
        text = "First day" if n == 0 else f"{n:+d} year{'' if abs(n) == 1 else 's'}".replace("-", "−")
        rank = 0.0 if n == 0 else 1.1 if abs(n) <= 1 else 1.5 if n % 5 == 0 else 2.0
        yield _Candidate(rank, x, text, n)
        if float(scale.x((n + 1) * _YEAR)) - x >= _MONTH_FROM_PX * 2:
            for months in (3, 6, 9):
                yield _Candidate(
                    2.5 if months == 6 else 3.0,
                    float(scale.x((n + months / 12) * _YEAR)),
                    f"{months} months",
                    n,
                    part=True,
                )
