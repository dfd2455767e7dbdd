"""The jump of a season's finale: how far, to what, how long the wait; a dot a year."""

from __future__ import annotations

import numpy as np

from timeline import theme
from timeline.comparison import durations
from timeline.comparison.matrices import Leap, leap
from timeline.figures.canvas import Canvas, Mark
from timeline.figures.climb import marks, piled
from timeline.figures.rows import Plan, Row
from timeline.lettering import width as text_width
from timeline.lettering import wrapped
from timeline.shorthand import year_of

_YEAR = 20.0
_TEETH = 10
_LINES = 3


def draw(canvas: Canvas, plan: Plan, row: Row) -> None:
    """Draw the jump right of a row, under it in a narrow picture; events of the leap stand at its years."""
    found = leap(row.case)
    if found is None:
        _loose(canvas, plan, row)
    elif plan.narrow:
        _below(canvas, plan, row, found)
    else:
        _beside(canvas, plan, row, found)


def _beside(canvas: Canvas, plan: Plan, row: Row, found: Leap) -> None:
    ground = canvas.ground
    ink = theme.season_ink(plan.dataset, row.case.season, dark=canvas.dark)
    steps = [
        (row.x1 + 3 + (4 if i % 2 else 0), row.top + (row.base - row.top) * i / _TEETH)
        for i in range(_TEETH + 1)
    ]
    canvas.path(steps, line=ground["edge"])
    x, room = row.x1 + 16, plan.right - row.x1 - 16
    canvas.text(x, row.top + 12, durations.counted(found.years, "year"), ink, size=20, weight=600)
    lines = wrapped(_seen(row), room, 400)[:_LINES]
    for i, text in enumerate(lines):
        canvas.text(x, row.top + 34 + 16 * i, text)
    if found.months is not None:
        wait = f"Real wait: {durations.counted(round(found.months), 'month')}"
        canvas.text(x, row.top + 34 + 16 * len(lines), wait, ground["muted"])
    per_year = min(_YEAR, (room - 22) / max(found.years, 1))
    _years(canvas, plan, row, found, x, per_year, row.base)
    canvas.text(x, row.base + 12, str(found.left), ground["muted"])
    end = x + per_year * found.years
    shown = str(found.shown)
    if end - text_width(shown, 12, 600) / 2 > x + text_width(str(found.left)) + 6:
        canvas.text(end, row.base + 12, shown, ground["muted"], weight=600, anchor="center")
    if found.short and found.opens is not None and found.following is not None:
        at = max(x + per_year * (found.opens - found.left), x)
        between = (x + text_width(str(found.left)) + 6, end - text_width(shown, 12, 600) / 2 - 7)
        _opens(canvas, plan, found.following, at, between, row.base)


def _opens(
    canvas: Canvas, plan: Plan, season: int, at: float, between: tuple[float, float], base: float
) -> None:
    """Mark where the next season opens; its text stands between two px or not at all."""
    left, right = between
    colour, symbol = theme.season_mark(plan.dataset, season)
    ink = theme.season_ink(plan.dataset, season, dark=canvas.dark)
    canvas.ring(Mark(at, base, symbol, theme.mark_size(symbol, 9), colour, False, "", ""))
    text = f"S{season} opens"
    end = min(at + text_width(text) / 2, right)
    if end - text_width(text) > left:
        canvas.text(end, base + 12, text, ink, anchor="right")


def _years(canvas: Canvas, plan: Plan, row: Row, found: Leap, x: float, per_year: float, y: float) -> None:
    """Draw one dot a year, the end mark if no event is there, and the events of the leap at their years."""
    ground = canvas.ground
    colour, symbol = theme.season_mark(plan.dataset, row.case.season)
    end = x + per_year * found.years
    canvas.line((x, y), (end, y), ground["edge"], dash="dot")
    for i in range(1, found.years):
        canvas.ring(Mark(x + per_year * i, y, "circle", 3.5, ground["muted"], False, "", ""))
    jump = row.jump.sort_values(["importance", "told_rank"])
    if jump.empty:
        canvas.ring(Mark(end, y, symbol, theme.mark_size(symbol, 10), colour, True, "", ""))
        return
    years = np.array([year_of(int(day)) for day in (jump["first"] + jump["last"]) / 2])
    px = np.clip(x + per_year * (years - found.left), x, plan.right - 4)
    canvas.marks(marks(jump, px, y - piled(px) * 9.0, colour, symbol, row))


def _below(canvas: Canvas, plan: Plan, row: Row, found: Leap) -> None:
    """Draw the jump on one line under the dates."""
    ground, y = canvas.ground, row.base + 35
    ink = theme.season_ink(plan.dataset, row.case.season, dark=canvas.dark)
    head = f"Jumps {durations.counted(found.years, 'year')}"
    canvas.text(plan.side, y, head, ink, size=13, weight=600)
    wait = f"wait {durations.counted(round(found.months), 'month')}" if found.months is not None else ""
    if wait:
        canvas.text(plan.right, y, wait, ground["muted"], anchor="right")
    x = plan.side + text_width(head, 13, 600) + 12
    to = f"to {found.shown}"
    room = plan.right - text_width(wait) - 14 - text_width(to) - 12 - x
    per_year = min(9.0, room / max(found.years, 1))
    _years(canvas, plan, row, found, x, per_year, y)
    canvas.text(x + per_year * found.years + 11, y, to)


def _loose(canvas: Canvas, plan: Plan, row: Row) -> None:
    """Draw events after the season's end where no jump tells how far they lie."""
    jump = row.jump
    if jump.empty:
        return
    colour, symbol = theme.season_mark(plan.dataset, row.case.season)
    if plan.narrow:
        x, y = (
            plan.side + 8 + np.arange(len(jump)) % 40 * 8.0,
            row.base + 35 - np.arange(len(jump)) // 40 * 6.0,
        )
    else:
        count = max(int((plan.right - row.x1 - 24) // 9), 1)
        x = row.x1 + 16 + np.arange(len(jump)) % count * 9.0
        y = row.base - np.arange(len(jump)) // count * 9.0
        canvas.text(row.x1 + 16, row.base + 12, "after its end", canvas.ground["muted"])
    canvas.marks(marks(jump, x, y, colour, symbol, row))


def _seen(row: Row) -> str:
    """Return what the finale shows, short."""
    season = row.case.season
    label = str(row.case.dataset.jumps.at[season, "label"])
    return f"{label}, {year_of(int(row.case.dataset.jumps.at[season, 'looks_first']))}"
