"""Fields: one small bar chart a category, all on one scale of px a per cent."""

from __future__ import annotations

from collections.abc import Sequence

from timeline import theme
from timeline.comparison import durations
from timeline.comparison.cases import Case
from timeline.comparison.matrices import Matrix
from timeline.figures.canvas import Canvas
from timeline.figures.doors import as_list
from timeline.lettering import fit
from timeline.lettering import width as text_width
from timeline.view import View

_GAP, _BELOW, _BAR = 26.0, 52.0, 24.0
_PX = 230.0
"""Height of a whole."""


def fields(
    canvas: Canvas, view: View, columns: Sequence[Case], matrix: Matrix, x: float, y: float, width: float
) -> float:
    """Draw the panels, each line only as high as it needs; return where they end."""
    least = max(130.0, 22.0 * len(columns))
    count = max(1, min(5, int((width + _GAP) // (least + _GAP))))
    wide = (width - _GAP * (count - 1)) / count
    for start in range(0, len(matrix.values), count):
        line = range(start, min(start + count, len(matrix.values)))
        tall = max(row[i] for row in matrix.cells for i in line) * _PX + 18
        base = y + 12 + tall
        for place, i in enumerate(line):
            _panel(canvas, view, columns, matrix, i, (x + place * (wide + _GAP), y, base, wide))
        y = base + _BELOW
    return y - _BELOW + 20


def _panel(
    canvas: Canvas,
    view: View,
    columns: Sequence[Case],
    matrix: Matrix,
    value: int,
    box: tuple[float, float, float, float],
) -> None:
    x, y, base, wide = box
    ground = canvas.ground
    canvas.text(x, y, fit(matrix.names[value], wide, 13, 600), size=13, weight=600)
    canvas.line((x, base), (x + wide, base), ground["edge"])
    step = wide / len(columns)
    bar = min(_BAR, step * 0.7)
    shares = [row[value] for row in matrix.cells]
    best = highest([durations.half_up(share * 100) for share in shares], columns)
    named = 1e-9
    for i, (case, share) in enumerate(zip(columns, shares, strict=True)):
        middle, tall = x + step * (i + 0.5), share * _PX
        column(canvas, case, (middle - bar / 2, base - tall, middle + bar / 2, base))
        text = durations.number(share * 100)
        if text_width(text, 12, 700) < step:
            tone = ground["muted" if case.partial or not share else "text"]
            weight = 700 if i in best else 400
            canvas.text(middle, base - tall - 9, text, tone, weight=weight, anchor="center")
        half = text_width(case.short.removeprefix("S")) / 2
        if middle - half > named + 4 or i == 0:
            canvas.text(middle, base + 12, case.short.removeprefix("S"), ground["muted"], anchor="center")
            named = middle + half
        if share:
            goes = as_list(view, season=(case.season,), category=(matrix.values[value],))
            tip = f"<b>{matrix.names[value]}</b><br>{durations.percent(share)} of {case.name}"
            canvas.door(middle, base - min(tall / 2, 11), goes, tip)


def column(canvas: Canvas, case: Case, box: tuple[float, float, float, float]) -> None:
    """Draw a bar in the colour of its season; that of a season known in part is only outlined."""
    x0, y0, x1, y1 = box
    colour, _ = theme.season_mark(case.dataset, case.season)
    if x1 - x0 < 0.5 or y1 - y0 < 0.5:
        return
    if case.partial:
        corners = [(x0 + 0.5, y1), (x0 + 0.5, y0 + 0.5), (x1 - 0.5, y0 + 0.5), (x1 - 0.5, y1)]
        canvas.path(corners, line=colour)
    else:
        canvas.rect(box, colour)


def highest(rounded: Sequence[float], columns: Sequence[Case]) -> frozenset[int]:
    """Return which whole columns hold the highest rounded value; none where three tie or all."""
    whole = [i for i, case in enumerate(columns) if not case.partial]
    top = max((rounded[i] for i in whole), default=0)
    best = frozenset(i for i in whole if rounded[i] == top)
    return best if top > 0 and len(best) < 3 and len(best) < len(whole) else frozenset()
