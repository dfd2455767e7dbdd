"""How to read a picture of two histories: samples and words in one row, or in two where it is narrow."""

from __future__ import annotations

from collections.abc import Callable

from timeline.figures.canvas import Canvas, Mark
from timeline.lettering import width as text_width

_SAMPLE, _GAP = 24.0, 20.0
_ROW = 20.0

Draws = Callable[[Canvas, float, float], None]


def _mark(*, hollow: bool, ours: bool = False) -> Draws:
    def draw(canvas: Canvas, x: float, y: float) -> None:
        colour = canvas.ground["second" if ours else "muted"]
        canvas.ring(Mark(x + 12, y, "circle", 9, colour, hollow, "", ""))

    return draw


def _wedge(canvas: Canvas, x: float, y: float) -> None:
    canvas.path(
        [(x + 2, y - 6), (x + 6, y - 6), (x + 22, y + 6), (x + 20, y + 6)], fill=canvas.ground["muted"]
    )


def _line(dash: str) -> Draws:
    def draw(canvas: Canvas, x: float, y: float) -> None:
        canvas.path([(x + 12, y - 7), (x + 12, y + 7)], line=canvas.ground["muted"], width=1.4, dash=dash)

    return draw


def _span(canvas: Canvas, x: float, y: float) -> None:
    canvas.pill(x, x + 24, y, 3, canvas.ground["muted"], opacity=0.45)


def _steps(canvas: Canvas, x: float, y: float) -> None:
    canvas.path(
        [(x, y + 4), (x + 11, y + 4), (x + 11, y - 4), (x + 23, y - 4)], line=canvas.ground["text"], width=1.5
    )


SIGNS: dict[str, Draws] = {
    "their history": _mark(hollow=False),
    "our history": _mark(hollow=True, ours=True),
    "sooner or later there, years": _wedge,
    "same time, otherwise": _line("1px,3px"),
    "alike in both": _line("solid"),
    "what its dates allow": _span,
    "approximate": _mark(hollow=True),
    "how far ahead": _steps,
}


def draw(canvas: Canvas, x: float, y: float, names: tuple[str, ...], right: float) -> None:
    """Draw the named signs from x px on, the first row at y."""
    at, row = x, y
    for name in names:
        wide = _SAMPLE + 8 + text_width(name)
        if at > x and at + wide > right:
            at, row = x, row + _ROW
        SIGNS[name](canvas, at, row)
        canvas.text(at + _SAMPLE + 8, row, name, canvas.ground["muted"])
        at += wide + _GAP
