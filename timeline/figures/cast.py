"""People through the seasons: one row a person, by first appearance; area counts their events."""

from __future__ import annotations

from collections.abc import Sequence

from timeline import theme
from timeline.comparison import durations
from timeline.comparison.cases import Case
from timeline.comparison.matrices import Presence, people
from timeline.figures import grids
from timeline.figures.canvas import Canvas, Mark
from timeline.figures.doors import as_list
from timeline.lettering import fit
from timeline.lettering import width as text_width
from timeline.view import View

ROW = 24.0
_NAME, _TOTAL = 142.0, 50.0
_MANY = 4
"""Who is in so many seasons has a bold name."""


def cast(
    canvas: Canvas, view: View, columns: Sequence[Case], x: float, y: float, width: float, most: int
) -> float:
    """Draw the people of most events; return where they end."""
    found = people(columns, most)
    ground = canvas.ground
    cell = (width - _NAME - _TOTAL) / len(columns)
    grids.legend(canvas, columns, x + _NAME, y, cell)
    canvas.text(x + width, y, "Events", ground["muted"], anchor="right")
    greatest = max((n for each in found for n in each.counts), default=1)
    at, last = y + 25, -1
    for each in found:
        if last not in (-1, each.first):
            canvas.line((x, at - ROW / 2), (x + width, at - ROW / 2), ground["line"])
        last = each.first
        weight = 600 if sum(each.own) >= min(_MANY, len(columns)) > 1 else 400
        canvas.text(x, at, fit(each.name, _NAME - 4, 12, weight), weight=weight)
        canvas.text(x + width, at, str(each.total), ground["muted"], anchor="right")
        _marks(canvas, view, columns, each, (x + _NAME, at, cell), greatest)
        at += ROW
    _key(canvas, x, at + 2)
    return at + 10


def _marks(
    canvas: Canvas,
    view: View,
    columns: Sequence[Case],
    each: Presence,
    at: tuple[float, float, float],
    greatest: int,
) -> None:
    x, y, cell = at
    own = [i for i, present in enumerate(each.own) if present]
    if len(own) > 1:
        start, end = (x + cell * (i + 0.5) for i in (own[0], own[-1]))
        canvas.line((start, y), (end, y), canvas.ground["edge"], 1.5)
    for i, (case, count) in enumerate(zip(columns, each.counts, strict=True)):
        middle = x + cell * (i + 0.5)
        colour, symbol = theme.season_mark(case.dataset, case.season)
        if count:
            size = min(3 + 15 * (count / greatest) ** 0.5, cell - 4)
            hollow = not each.own[i]
            size = theme.mark_size(symbol, max(size, 6) if hollow else size)
            canvas.ring(Mark(middle, y, symbol, size, colour, hollow, "", ""))
            goes = as_list(view, season=(case.season,), person=(each.person,))
            events = durations.counted(count, "event")
            canvas.door(middle, y, goes, f"<b>{each.name}</b><br>{case.name}: {events}")
        if each.dies == i:
            away = min(cell * 0.4, 22)
            canvas.ring(Mark(middle + away, y, "x", 6, canvas.ground["text"], False, "", ""))


def _key(canvas: Canvas, x: float, y: float) -> None:
    ground = canvas.ground
    canvas.ring(Mark(x + 4, y, "x", 6, ground["text"], False, "", ""))
    canvas.text(x + 14, y, "death told", ground["muted"])
    x += 14 + text_width("death told") + 16
    canvas.ring(Mark(x + 4, y, "circle", 7, ground["muted"], True, "", ""))
    canvas.text(x + 14, y, "in earlier or later years only", ground["muted"])
