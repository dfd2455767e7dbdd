"""Seasons in true years from their first day: what came before, the season, the finale's jump."""

from __future__ import annotations

import numpy as np

from timeline import dates, theme, wording
from timeline.comparison import durations
from timeline.comparison.cases import told
from timeline.comparison.matrices import leap
from timeline.comparison.spans import span as season_span
from timeline.comparison.waits import following
from timeline.dates import new_year
from timeline.figures import climb, titles
from timeline.figures.canvas import Canvas, Mark
from timeline.figures.rows import Plan, Row
from timeline.lettering import width as text_width

_YEAR = durations.YEAR
_LEAST, _MOST = -40.0, 60.0
"""Years around a first day beyond which nothing is drawn in its place."""


class Years:
    """The common axis: years since each first day, to px."""

    def __init__(self, plan: Plan) -> None:
        low, high = -1.0, 1.0
        for row in plan.rows:
            if row.case.span is None:
                continue
            days = _days(row)
            high = max(high, row.case.span.longest / _YEAR)
            if len(days):
                low, high = min(low, float(days.min()) / _YEAR), max(high, float(days.max()) / _YEAR)
            found = leap(row.case)
            if found:
                high = max(high, (new_year(found.shown + 1) - row.case.span.first) / _YEAR)
        self.low, self.high = max(low - 0.4, _LEAST), min(high + 0.4, _MOST)
        self.x0, self.x1 = plan.side + 164, plan.right

    def x(self, years: np.ndarray | float) -> np.ndarray:
        """Return px for years since the first day; what lies beyond the axis stands at its end."""
        share = (np.asarray(years) - self.low) / (self.high - self.low)
        return np.clip(self.x0 + share * (self.x1 - self.x0), self.x0 + 4, self.x1 - 4)


def _days(row: Row) -> np.ndarray:
    """Return the days of the row's events since its first day, in the order of their climb."""
    span = row.case.span
    if span is None:
        return np.array([])
    events = row.case.events
    middle = (events["first"] + events["last"] + 1) / 2 - span.first
    days: np.ndarray = (events["share"] * span.longest).fillna(middle).to_numpy(dtype=float)
    return days


def draw(canvas: Canvas, plan: Plan) -> None:
    """Draw the ruler and every row."""
    axis = Years(plan)
    rows = [row for row in plan.rows if not row.thin]
    if not rows:
        return
    step = next((s for s in (5, 10, 20) if (axis.x1 - axis.x0) / (axis.high - axis.low) * s > 90), 50)
    top, bottom = rows[0].top, rows[-1].base
    for year in range(int(axis.low // step + 1) * step, int(axis.high) + 1, step):
        x = float(axis.x(year))
        canvas.line((x, top - 8), (x, bottom), canvas.ground["edge" if year == 0 else "line"])
        when = "First day" if year == 0 else f"{abs(year)} years {'later' if year > 0 else 'before'}"
        tone = canvas.ground["text" if year == 0 else "muted"]
        canvas.text(x, top - 18, when, tone, weight=600 if year == 0 else 400, anchor="center")
    for row in plan.rows:
        if row.thin:
            titles.thin(canvas, plan, row)
        else:
            _row(canvas, plan, row, axis)
            titles.name(canvas, plan, row)


def _row(canvas: Canvas, plan: Plan, row: Row, axis: Years) -> None:
    span = row.case.span
    if span is None:
        return
    colour, symbol = theme.season_mark(plan.dataset, row.case.season)
    ground = canvas.ground
    start, end, sure = (float(axis.x(days / _YEAR)) for days in (0, span.longest, span.shortest))
    canvas.rect((start, row.top, end, row.base), colour, opacity=0.13)
    # Of another look: shapes of one look are one path, which is empty where it covers itself.
    canvas.rect((start, row.top, sure, row.base), colour, opacity=0.14)
    canvas.line((axis.x0, row.base), (axis.x1, row.base), ground["edge"])
    for year in range(int(axis.low), int(axis.high) + 1):
        tick = float(axis.x(year))
        canvas.line((tick, row.base), (tick, row.base + 3), ground["edge"])
    events = row.case.events
    climbing = (events["part"] != "jump").to_numpy()
    own = events[climbing]
    x = axis.x(_days(row)[climbing] / _YEAR)
    y = row.level(np.arange(len(own)) + 0.5)
    height = float(row.level(len(own)))
    if len(own):
        canvas.path(
            [*zip(x.tolist(), y.tolist(), strict=True), (end, height)], line=colour, width=1.25, opacity=0.8
        )
    canvas.marks(climb.marks(own, x, y, colour, symbol, row, 0.9))
    _counts(canvas, row, axis, end)
    _leap(canvas, plan, row, axis, end, height)


def _counts(canvas: Canvas, row: Row, axis: Years, end: float) -> None:
    """Say how many events the season and the years before it have."""
    start, before = float(axis.x(0)), len(row.before)
    big = end - start > 150
    x = start + 8 if big else end + 10
    y = row.top + 12 if big else row.base - 30
    if row.case.span:
        canvas.text(x, y, f"{wording.counted(len(row.own), 'event')} in")
        canvas.text(x, y + 16, row.case.span.words(), weight=600)
    if before:
        text = f"{wording.counted(before, 'event')} of earlier years"
        level = float(row.level(before)) - 13
        if text_width(text) < start - axis.x0 - 10:
            canvas.text(start - 10, level, text, anchor="right")


def _leap(canvas: Canvas, plan: Plan, row: Row, axis: Years, end: float, height: float) -> None:
    """Draw the jump along the top and down to the year that is shown; and the neighbours under the line."""
    found, span = leap(row.case), row.case.span
    if span is None:
        return
    colour, symbol = theme.season_mark(plan.dataset, row.case.season)
    ink = theme.season_ink(plan.dataset, row.case.season, dark=canvas.dark)
    jump = row.jump
    if found:
        a, b = (
            float(axis.x((new_year(year) - span.first) / _YEAR)) for year in (found.shown, found.shown + 1)
        )
        middle = (a + b) / 2
        canvas.path([(end, height), (middle, height), (middle, row.base)], line=colour, width=1.5, dash="dot")
        canvas.rect((a, row.base - 5, b, row.base), colour, opacity=0.38)
        text = f"jumps {durations.counted(found.years, 'year')}, to {found.shown}"
        if text_width(text, 14, 600) < middle - end - 130:
            canvas.text((end + middle) / 2 + 40, height + 14, text, ink, size=14, weight=600, anchor="center")
        if jump.empty:
            canvas.ring(
                Mark(middle, row.base - 2.5, symbol, theme.mark_size(symbol, 10), colour, True, "", "")
            )
    days = ((jump["first"] + jump["last"] + 1) / 2 - span.first).to_numpy(dtype=float)
    x = axis.x(days / _YEAR)
    y = row.base - 2.5 - climb.piled(x) * 8.0
    canvas.marks(climb.marks(jump, x, y, colour, symbol, row))
    _neighbours(canvas, plan, row, axis)


def _neighbours(canvas: Canvas, plan: Plan, row: Row, axis: Years) -> None:
    """Mark under the line where the season before ends and where the next one opens."""
    span, table = row.case.span, plan.dataset.seasons
    if span is None:
        return
    after = following(plan.dataset, row.case.season)
    if after is not None:
        opens = dates.parse(str(table.at[after, "start"]))
        day = (opens.first + opens.last) / 2 if opens.precision == "year" else opens.first
        _neighbour(
            canvas, plan, row, axis, (day - span.first) / _YEAR, after, f"{table.at[after, 'name']} opens"
        )
    earlier = [n for n in told(plan.dataset) if n < row.case.season]
    ended = season_span(plan.dataset, earlier[-1]) if earlier else None
    if ended is not None:
        years = (ended.last - span.first) / _YEAR
        _neighbour(canvas, plan, row, axis, years, earlier[-1], f"{table.at[earlier[-1], 'name']} ends")


def _neighbour(
    canvas: Canvas, plan: Plan, row: Row, axis: Years, years: float, season: int, name: str
) -> None:
    if not axis.low <= years <= axis.high:
        return
    colour, symbol = theme.season_mark(plan.dataset, season)
    ink = theme.season_ink(plan.dataset, season, dark=canvas.dark)
    x, y = float(axis.x(years)), row.base + 14
    canvas.ring(Mark(x, y, symbol, theme.mark_size(symbol, 9), colour, False, "", ""))
    if years < 0:
        canvas.text(x + 9, y, name, ink)
    else:
        canvas.text(x - 9, y, name, ink, anchor="right")
