"""The overview strip: events a year in true time, stacked by season, with the window in it."""

from __future__ import annotations

import datetime as dt

import numpy as np

from timeline import theme
from timeline.figures.canvas import Canvas
from timeline.figures.plan import Plan
from timeline.query import select

_HEIGHT = 44.0
_YEAR = 365.2425


def years(plan: Plan) -> tuple[int, int]:
    """Return the first year of the strip and the year after its last: the chosen seasons, any window."""
    days = plan.dataset.events["position"]
    if plan.view.season:
        mine = days[plan.dataset.events["season"].isin(plan.view.season)]
        days = mine if len(mine) else days
    first, last = (dt.date.fromordinal(int(d)).year for d in (days.min(), days.max()))
    return first - 1, last + 2


def extent(plan: Plan) -> dict[str, float]:
    """Return where the strip lies, the years it spans (the last exclusive), its window's ends; in px."""
    first, last = years(plan)
    begin = dt.date(max(first, 1), 1, 1).toordinal()
    per_day = (plan.x1 - plan.x0) / (last - first) / _YEAR
    start, end = plan.view.window()
    left = plan.x0 if start is None else float(np.clip(plan.x0 + (start - begin) * per_day, plan.x0, plan.x1))
    right = (
        plan.x1 if end is None else float(np.clip(plan.x0 + (end + 1 - begin) * per_day, plan.x0, plan.x1))
    )
    return {
        "x0": plan.x0, "x1": plan.x1, "y0": plan.bands.strip, "y1": plan.bands.strip + _HEIGHT,
        "first": first, "last": last, "from": round(left, 1), "to": round(right, 1),
    }  # fmt: skip


def ground(canvas: Canvas, plan: Plan) -> None:
    """Draw what lies under the strip's bars."""
    y0, y1 = plan.bands.strip, plan.bands.strip + _HEIGHT
    canvas.rect((plan.x0, y0, plan.x1, y1), canvas.ground["sheet"])


def draw(canvas: Canvas, plan: Plan) -> None:
    """Draw the strip."""
    first, last = years(plan)
    y0, y1 = plan.bands.strip, plan.bands.strip + _HEIGHT
    per_year = (plan.x1 - plan.x0) / (last - first)
    ground = canvas.ground
    _names(canvas, plan, y0)
    _bars(canvas, plan, first, last, per_year)
    canvas.line((plan.x0, y1), (plan.x1, y1), ground["line"])
    step = next((s for s in (5, 10, 20, 50, 100) if per_year * s >= 90), 200)
    for year in range(-(-first // step) * step, last, step):
        x = plan.x0 + (year - first) * per_year
        if plan.x0 + 14 < x < plan.x1 - 14:
            canvas.line((x, y1), (x, y1 + 4), ground["line"])
            canvas.text(x, y1 + 11, str(year), ground["muted"], anchor="center")
    _window(canvas, plan)


def _names(canvas: Canvas, plan: Plan, y: float) -> None:
    left = plan.left
    canvas.text(left, y + 12, "Overview", size=plan.fonts.lane, weight=600)
    canvas.text(left, y + 29, "events a year,", canvas.ground["muted"])
    canvas.text(left, y + 45, "true calendar", canvas.ground["muted"])


def _bars(canvas: Canvas, plan: Plan, first: int, last: int, per_year: float) -> None:
    events = select(plan.dataset, plan.view.but(start="", end="", order="world"))
    if not len(events):
        return
    year = np.array([dt.date.fromordinal(int(d)).year for d in events["position"]]) - first
    seasons = sorted(set(events["season"]))
    counts = np.zeros((len(seasons), last - first), dtype=int)
    np.add.at(counts, (np.searchsorted(seasons, events["season"]), np.clip(year, 0, last - first - 1)), 1)
    unit = (_HEIGHT - 5) / max(int(counts.sum(axis=0).max()), 1)
    gap = min(1.5, per_year / 6)
    for column in np.flatnonzero(counts.sum(axis=0)):
        base = plan.bands.strip + _HEIGHT
        for season, n in zip(seasons, counts[:, column], strict=True):
            if n:
                x = plan.x0 + column * per_year
                colour, _ = theme.season_mark(plan.dataset, int(season))
                canvas.rect((x + gap, base - n * unit, x + per_year - gap, base), colour)
                base -= n * unit


def _window(canvas: Canvas, plan: Plan) -> None:
    """Veil what is outside the window, frame what is inside, and give both ends a grip."""
    where = extent(plan)
    y0, y1, left, right = (where[k] for k in ("y0", "y1", "from", "to"))
    for a, b in ((plan.x0, left), (right, plan.x1)):
        if b - a > 0.5:
            canvas.rect((a, y0, b, y1), canvas.ground["ground"], opacity=0.62, above=True)
    canvas.frame((left, y0, right, y1), canvas.ground["handle"])
    # The page lays handles of its own over the strip.
    for edge in (left, right) if plan.framed else ():
        canvas.rect(
            (edge - 3, (y0 + y1) / 2 - 10, edge + 3, (y0 + y1) / 2 + 10), canvas.ground["handle"], above=True
        )
