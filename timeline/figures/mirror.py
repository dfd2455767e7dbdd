"""Events beside our history by year: theirs upward, ours downward, and a line at the month that is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from html import escape
from math import sqrt

from timeline import theme
from timeline.dataset import Dataset
from timeline.figures.canvas import Canvas, Mark
from timeline.histories import Pair, pairs
from timeline.shorthand import year_of
from timeline.view import View
from timeline.world import asked_for, months, narrowing

HEIGHT = 116.0
"""Of the drawing, in px: the bars, and the years below them."""
_HALF, _FOOT, _GAP = 46.0, 22.0, 1.5
_LATER = 0.4
"""How faint it is what the month has not reached."""
_DOOR_PX = 22
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200)


class Mirror:
    """The axis of months in px: as long as what can be asked for, so that a slider below it fits."""

    def __init__(self, dataset: Dataset, view: View, box: tuple[float, float, float]) -> None:
        self.dataset, self.view = dataset, view
        self.x0, self.x1, self.top = box
        self.first, self.last = months.bounds(dataset)
        self.now = asked_for(dataset, view.at)
        self.middle = self.top + _HALF

    def x(self, month: float) -> float:
        """Return where a month stands; one outside at the nearer end."""
        share = (month - self.first) / max(1, self.last - self.first)
        return self.x0 + (self.x1 - self.x0) * min(max(share, 0.0), 1.0)

    def years(self) -> range:
        """Return the years of the axis."""
        return range(self.first // 12, self.last // 12 + 1)


def draw(canvas: Canvas, mirror: Mirror) -> None:
    """Draw the bars, the axis, the years and the line of the month."""
    found = pairs(mirror.dataset, narrowing(mirror.view))
    there = Counter(
        (year_of(int(pair.theirs.day)), pair.season) for pair in found if pair.relation != "averted"
    )
    ours = Counter(year_of(int(pair.ours.day)) for pair in _once(found) if pair.ours)
    tall = max(
        [sum(n for (each, _), n in there.items() if each == year) for year in mirror.years()], default=0
    )
    unit = (_HALF - 6) / sqrt(max(tall, *(ours[year] for year in mirror.years()), 1))
    for year in mirror.years():
        _year(canvas, mirror, year, there, ours, unit)
    canvas.line((mirror.x0, mirror.middle), (mirror.x1, mirror.middle), canvas.ground["line"])
    _ticks(canvas, mirror)
    _line(canvas, mirror)


def _once(found: Iterable[Pair]) -> Iterable[Pair]:
    """Return one pair for each event of ours."""
    return {pair.counterpart: pair for pair in found if pair.counterpart}.values()


def _year(
    canvas: Canvas,
    mirror: Mirror,
    year: int,
    there: Counter[tuple[int, int]],
    ours: Counter[int],
    unit: float,
) -> None:
    """Draw one year's bars, as high as the root of what they count, and a door to its middle."""
    left, right = mirror.x(year * 12) + _GAP / 2, mirror.x(year * 12 + 12) - _GAP / 2
    if right <= left:
        return
    shade = 1.0 if year * 12 <= mirror.now else _LATER
    seasons = sorted(season for each, season in there if each == year)
    total = sum(there[year, season] for season in seasons)
    base, high = mirror.middle, unit * sqrt(total)
    for season in seasons:
        tall = high * there[year, season] / total
        colour, _ = theme.season_mark(mirror.dataset, season)
        canvas.rect((left, base - tall, right, base), colour, opacity=shade)
        base -= tall
    if ours[year]:
        foot = mirror.middle + 1 + unit * sqrt(ours[year])
        canvas.rect((left, mirror.middle + 1, right, foot), canvas.ground["second"], opacity=shade)
    month = min(max(year * 12 + 5, mirror.first), mirror.last)
    view = mirror.view.but(aspect="world", at=months.text(month))
    tip = f"<b>{year}</b><br>{total} there, {ours[year]} here<br>Click: the world then"
    canvas.door((left + right) / 2, mirror.middle, f"?{view.to_query()}", tip)


def _ticks(canvas: Canvas, mirror: Mirror) -> None:
    """Write the years below, as many as have room."""
    wide = mirror.x(mirror.first + 12) - mirror.x0
    step = next((each for each in _STEPS if each * wide >= 56), _STEPS[-1])
    foot = mirror.top + 2 * _HALF
    for year in mirror.years():
        x = mirror.x(year * 12)
        if year % step == 0 and mirror.x0 + 16 <= x <= mirror.x1 - 16 and year * 12 >= mirror.first:
            canvas.line((x, foot), (x, foot + 4), canvas.ground["line"])
            canvas.text(x, foot + 13, str(year), canvas.ground["muted"], anchor="center")


def _line(canvas: Canvas, mirror: Mirror) -> None:
    x, text = mirror.x(mirror.now), canvas.ground["text"]
    canvas.rect((x - 1, mirror.top, x + 1, mirror.top + 2 * _HALF), text, above=True)
    canvas.ring(Mark(x, mirror.middle, "circle", 12, text, True, "", escape(months.words(mirror.now))))
