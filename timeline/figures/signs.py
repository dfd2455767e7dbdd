"""The key of the comparison's picture, and small words for its rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import numpy as np

from timeline import dates
from timeline.figures.canvas import Canvas, Mark
from timeline.figures.rows import SIZES, Plan
from timeline.lettering import width as text_width

_GAP = 22.0


def key(canvas: Canvas, plan: Plan, y: float) -> None:
    """Explain the signs on one line, as many as fit."""
    muted, edge = canvas.ground["muted"], canvas.ground["edge"]
    x = plan.side

    def dots(*found: tuple[float, float, bool]) -> Callable[[float], None]:
        def draw(at: float) -> None:
            for dx, size, hollow in found:
                canvas.ring(Mark(at + dx, y, "circle", size, muted, hollow, "", ""))

        return draw

    def shade(at: float) -> None:
        canvas.rect((at - 11, y - 6, at + 11, y + 6), muted, opacity=0.3)

    def episode(at: float) -> None:
        for dx in (-8, 8):
            canvas.line((at + dx, y - 7), (at + dx, y + 7), edge)
        canvas.text(at, y, "1", muted, anchor="center")

    def length(at: float) -> None:
        canvas.rect((at - 14, y - 3, at + 14, y + 3), muted, opacity=0.38)
        canvas.rect((at - 14, y - 3, at, y + 3), muted)

    signs = [
        (dots((0, SIZES[1], False)), 12.0, "turning point, day known"),
        (dots((0, SIZES[1], True)), 12.0, "month or year known"),
        (dots((-9, 6.5, False), (0, 4.5, False), (8, 3.2, False)), 26.0, "lesser events"),
        (shade, 22.0, "where the climb may run"),
        (episode, 18.0, "episode, cut halfway to the next"),
        (length, 28.0, "true length: certain, possible"),
        (dots((-8, 3.5, False), (0, 3.5, False), (8, 3.5, False)), 22.0, "a year of jump"),
    ]
    for draw, wide, words in signs:
        if x + wide + 6 + text_width(words) > plan.right:
            break
        draw(x + wide / 2)
        canvas.text(x + wide + 6, y, words, muted)
        x += wide + 6 + text_width(words) + _GAP


def month(day: int) -> str:
    """Return the month of a day, short: 'Jan 1975'."""
    date = dt.date.fromordinal(day)
    return f"{dates.MONTHS[date.month - 1][:3]} {date.year}"


def count(number: int) -> np.ndarray:
    """Return 0, 1, 2 ... as floats."""
    return np.arange(number, dtype=float)


def level(y: float, number: int) -> np.ndarray:
    """Return one height for many marks."""
    return np.full(number, y)
