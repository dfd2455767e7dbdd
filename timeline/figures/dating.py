"""What stands under a season's window: its dates, and its episodes cut halfway from one to the next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from timeline import dates, theme
from timeline.comparison.spans import Span
from timeline.figures.canvas import Canvas
from timeline.figures.rows import Row
from timeline.lettering import width as text_width

_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600)
_ROOM = 54.0
_CLEAR = 8.0
_MERGED = 20.0


def months(span: Span, px: float) -> Iterator[tuple[int, str, bool]]:
    """Yield the dates that a window of so many px has room for: day, text, whether it is a year."""
    per_month = px / span.longest * 30.4375
    step = next((k for k in _STEPS if per_month * k >= _ROOM), _STEPS[-1])
    first, last = dt.date.fromordinal(span.first), dt.date.fromordinal(span.last)
    for month in range(first.year * 12 // step * step, last.year * 12 + last.month, step):
        year, number = divmod(month, 12)
        if year < 1:
            continue
        day = dt.date(year, number + 1, 1).toordinal()
        if span.first < day <= span.last:
            yield day, dates.MONTHS[number][:3] if number else str(year), number == 0


def opening(row: Row) -> str:
    """Return the first day as far as it is known; the year alone in a narrow window."""
    case = row.case
    start = dates.parse(case.dataset.seasons.at[case.season, "start"])
    first = dt.date.fromordinal(start.first)
    month = f"{dates.MONTHS[first.month - 1][:3]} {first.year}"
    if start.precision == "day" and row.x1 - row.x0 > 500:
        return f"{first.day} {month}"
    return month if start.precision in ("day", "month") and row.x1 - row.x0 > 300 else str(first.year)


def draw(canvas: Canvas, row: Row) -> None:
    """Draw the baseline and its dates: the first day, years where they fit, then months."""
    span, ground = row.case.span, canvas.ground
    if span is None:
        return
    canvas.line((row.x0, row.base), (row.x1, row.base), ground["edge"])
    canvas.line((row.x0, row.base), (row.x0, row.base + 4), ground["edge"])
    first = opening(row)
    canvas.text(row.x0, row.base + 12, first, ground["muted"], weight=600)
    taken = [(-1e9, row.x0 + text_width(first, 12, 600) + _CLEAR)]
    found = sorted(months(span, row.x1 - row.x0), key=lambda tick: not tick[2])
    for day, text, strong in found:
        x = float(row.x(span.share(day)))
        if x > row.x0:
            canvas.line((x, row.base), (x, row.base + 4), ground["edge"])
        half = text_width(text, 12, 600) / 2
        if x + half < row.x1 + 4 and all(x + half < a or x - half > b for a, b in taken):
            taken.append((x - half - _CLEAR, x + half + _CLEAR))
            weight = 600 if strong else 400
            canvas.text(x, row.base + 12, text, ground["muted"], weight=weight, anchor="center")


def episodes(canvas: Canvas, row: Row, *, first: bool) -> None:
    """Draw the episodes under the dates, their cuts through the window; narrow neighbours share a place."""
    ground = canvas.ground
    ink = theme.season_ink(row.case.dataset, row.case.season, dark=canvas.dark)
    groups = _groups(row)
    for x in [row.x0, *(right for _, _, _, right in groups)]:
        canvas.line((x, row.base + 21), (x, row.base + 34), ground["edge"])
    for _, _, _, right in groups[:-1]:
        canvas.line((right, row.top), (right, row.base), ground["line"])
    taken = -1e9
    for low, high, left, right in groups:
        text = str(low) if low == high else f"{low}–{high}"
        half = text_width(text) / 2
        if (left + right) / 2 - half > taken + 3 and half * 2 < right - left + 6:
            canvas.text((left + right) / 2, row.base + 28, text, ink, anchor="center")
            taken = (left + right) / 2 + half
    if first and groups:
        # Left of the years before, which have a word of their own there.
        x = row.gut0 - 12 if len(row.before) else row.x0 - 10
        canvas.text(x, row.base + 28, "Episodes", ground["muted"], anchor="right")


def _groups(row: Row) -> list[tuple[int, int, float, float]]:
    """Return (first, last, x0, x1) of the episodes, narrow ones together."""
    groups: list[tuple[int, int, float, float]] = []
    for number, a, b in zip(row.episodes, row.edges, row.edges[1:], strict=False):
        left, right = float(row.x(a)), float(row.x(b))
        if groups and right - left < _MERGED:
            low, _, x0, x1 = groups[-1]
            if x1 - x0 < _MERGED or right - left < _MERGED / 2:
                groups[-1] = (low, number, x0, right)
                continue
        groups.append((number, number, left, right))
    return groups
