"""Matrices: tinted cells with numbers, one grammar for decades, means of telling and relations."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from timeline import theme
from timeline.comparison import durations
from timeline.comparison.cases import Case
from timeline.comparison.matrices import Matrix
from timeline.figures.canvas import Canvas, Mark
from timeline.lettering import fit, wrapped
from timeline.lettering import width as text_width

ROW = 26.0
_LABEL, _LABEL_TURNED = 90.0, 150.0
EXTRA = 1.5
"""How many cells the last column of texts takes."""
_POWER, _LEAST = 0.6, 0.14
_STRONG = {"dark": 0.66, "light": 0.46}


def turns(heads: Sequence[str], width: float, extra: float = 0) -> bool:
    """Tell whether a matrix of so many px has seasons as columns: its heads would not fit above cells."""
    cell = (width - _LABEL) / max(len(heads) + extra, 1)
    words = (word for head in heads for word in head.split())
    return max((text_width(word) for word in words), default=0) > cell - 2


Goes = Callable[[Case, str], str]
"""The address of the events behind a cell."""


def grid(
    canvas: Canvas,
    columns: Sequence[Case],
    matrix: Matrix,
    heads: Sequence[str],
    box: tuple[float, float, float],
    goes: Goes,
    *,
    turned: bool = False,
    extra: tuple[str, Sequence[str]] | None = None,
) -> float:
    """Draw a matrix, seasons as rows, or as columns where it is `turned`; return where it ends.

    `box` is x, y and width; `extra` is a last column of texts with its head.
    """
    if not heads:
        canvas.text(box[0], box[1], "No events", canvas.ground["muted"])
        return box[1] + ROW / 2
    return (_turned if turned else _upright)(canvas, columns, matrix, heads, box, goes, extra)


def _upright(
    canvas: Canvas,
    columns: Sequence[Case],
    matrix: Matrix,
    heads: Sequence[str],
    box: tuple[float, float, float],
    goes: Goes,
    extra: tuple[str, Sequence[str]] | None,
) -> float:
    x, y, width = box
    cell = (width - _LABEL) / (len(heads) + (EXTRA if extra else 0))
    muted = canvas.ground["muted"]
    broken = [wrapped(head, cell - 2) for head in heads]
    tall = max((len(lines) for lines in broken), default=1)
    for i, lines in enumerate(broken):
        for place, text in enumerate(lines):
            if shown := fit(text, cell - 2):
                at = y + 16 * (place + tall - len(lines))
                canvas.text(x + _LABEL + cell * (i + 0.5), at, shown, muted, anchor="center")
    y += 16 * (tall - 1)
    if extra:
        canvas.text(x + width, y, extra[0], muted, anchor="right")
    for row, case in enumerate(columns):
        at = y + 22 + ROW * row
        label(canvas, case, x, at, _LABEL - 22)
        for i, value in enumerate(matrix.values):
            left = x + _LABEL + cell * i
            _cell(canvas, case, matrix, (row, i), (left, at, cell), goes(case, value))
        if extra:
            canvas.text(x + width, at, extra[1][row], weight=600, anchor="right")
    return y + 22 + ROW * len(columns) - ROW / 2


def _turned(
    canvas: Canvas,
    columns: Sequence[Case],
    matrix: Matrix,
    heads: Sequence[str],
    box: tuple[float, float, float],
    goes: Goes,
    extra: tuple[str, Sequence[str]] | None,
) -> float:
    x, y, width = box
    cell = (width - _LABEL_TURNED) / len(columns)
    legend(canvas, columns, x + _LABEL_TURNED, y, cell)
    at = y + 22
    for i, (value, name) in enumerate(zip(matrix.values, heads, strict=True)):
        canvas.text(x, at, fit(name, _LABEL_TURNED - 8))
        for row, case in enumerate(columns):
            left = x + _LABEL_TURNED + cell * row
            _cell(canvas, case, matrix, (row, i), (left, at, cell), goes(case, value))
        at += ROW
    if extra:
        canvas.text(x, at, fit(extra[0], _LABEL_TURNED - 8), canvas.ground["muted"])
        for row, text in enumerate(extra[1]):
            if text_width(text, 12, 600) < cell:
                canvas.text(x + _LABEL_TURNED + cell * (row + 0.5), at, text, weight=600, anchor="center")
        at += ROW
    return at - ROW / 2


def _cell(
    canvas: Canvas,
    case: Case,
    matrix: Matrix,
    place: tuple[int, int],
    at: tuple[float, float, float],
    goes: str,
) -> None:
    """Draw one cell: its tint goes by its share of the greatest."""
    x, y, cell = at
    value = matrix.cells[place[0]][place[1]]
    greatest = max((v for row in matrix.cells for v in row), default=0) or 1
    colour, _ = theme.season_mark(case.dataset, case.season)
    box = (x + 1, y - ROW / 2 + 1, x + cell - 1, y + ROW / 2 - 1)
    if not value:
        canvas.rect(box, canvas.ground["faint"])
        return
    tint = _LEAST + (1 - _LEAST) * (value / greatest) ** _POWER
    if case.partial:
        canvas.rect(box, colour, opacity=0.12)
        x0, y0, x1, y1 = box
        corners = [(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)]
        canvas.path(corners, line=colour, opacity=0.75)
    else:
        canvas.rect(box, colour, opacity=round(tint * _STRONG[str(canvas.ground["name"])], 2))
    text = f"{value:,.0f}" if matrix.counted else durations.percent(value)
    if text_width(text, 12, 600) < cell - 2:
        strong = value >= (10 if matrix.counted else 0.1)
        canvas.text(x + cell / 2, y, text, weight=600 if strong else 400, anchor="center")
    if goes:
        canvas.door(x + cell / 2, y, goes, f"<b>{case.name}</b><br>{matrix.names[place[1]]}: {text}")


def label(canvas: Canvas, case: Case, x: float, y: float, room: float) -> None:
    """Write whose row it is, with its mark."""
    colour, symbol = theme.season_mark(case.dataset, case.season)
    canvas.ring(Mark(x + 6, y, symbol, theme.mark_size(symbol, 9), colour, False, "", ""))
    canvas.text(x + 18, y, fit(case.name, room) or case.short)


def legend(canvas: Canvas, columns: Sequence[Case], x: float, y: float, cell: float) -> None:
    """Write the columns' short names with their marks; the marks alone where there is no room."""
    for i, case in enumerate(columns):
        colour, symbol = theme.season_mark(case.dataset, case.season)
        wide = 14 + text_width(case.short, 12, 700)
        named = wide < cell
        start = x + cell * (i + 0.5) - (wide / 2 if named else 4.5)
        canvas.ring(Mark(start + 4.5, y, symbol, theme.mark_size(symbol, 9), colour, False, "", ""))
        if named:
            canvas.text(start + 14, y, case.short, weight=700)
