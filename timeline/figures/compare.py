"""The comparison's picture: seasons in rows, aligned at their first day, one step an event."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

from timeline.comparison import sentences
from timeline.comparison.matrices import leap
from timeline.dataset import Dataset
from timeline.figures import climb, dating, finale, lives, signs, titles, yearly
from timeline.figures.canvas import Canvas
from timeline.figures.origin import origin
from timeline.figures.rows import Plan, Row, arrange
from timeline.lettering import fit, wrapped
from timeline.lettering import width as text_width
from timeline.view import View

_DECKS = {
    "share": "Seasons aligned at their first day. Every event climbs one step. All rows share one width; the "
    "bar above a row is its true length. Left of day one: earlier years, in montage or memory.",
    "years": "True years, counted from each season’s first day. Every event climbs one step. Left of day "
    "one: what the season tells of earlier years. Right: the jump in its finale.",
    "episodes": "Seasons aligned by episode, each as wide as the next. Every event climbs one step. Dates "
    "stretch and shrink to fit: a year may pass in one episode, a week in the next.",
}

_EPISODES = "Each row is the whole season of an episode. Every event of the episode climbs one step."


def picture(
    dataset: Dataset, view: View, width: int, height: int = 0, *, dark: bool = False, framed: bool = False
) -> go.Figure:
    """Draw what the View compares, each event as one mark, on the scale that its `align` names.

    The figure is as high as its rows need; `height` is the least. A framed picture stands alone: it has
    title, key and footer.
    """
    return go.Figure(spec(dataset, view, width, height, dark=dark, framed=framed))


def spec(
    dataset: Dataset, view: View, width: int, height: int = 0, *, dark: bool = False, framed: bool = False
) -> dict[str, Any]:
    """Return the picture as plain values, for a page that only sends it on."""
    if view.by == "person":
        return lives.spec(dataset, view, width, height, dark=dark, framed=framed)
    plan = arrange(dataset, view, width, framed=framed)
    canvas = Canvas(plan.width, max(plan.height, float(height)), dark=dark)
    if view.align == "years" and not plan.narrow:
        canvas.part("years")
        yearly.draw(canvas, plan)
    else:
        for row in plan.rows:
            canvas.part("rows")
            _row(canvas, plan, row)
    if framed:
        canvas.part("frame")
        _frame(canvas, plan)
    elif plan.rows and not plan.narrow:
        signs.key(canvas, plan, canvas.height - 16)
    canvas.circle(view.event)
    return canvas.spec({}, drag=False)


def _row(canvas: Canvas, plan: Plan, row: Row) -> None:
    first = row is next((each for each in plan.rows if not each.thin), None)
    if row.thin:
        titles.thin(canvas, plan, row)
        return
    climb.bar(canvas, plan, row)
    titles.name(canvas, plan, row)
    dating.draw(canvas, row)
    if not plan.narrow:
        dating.episodes(canvas, row, first=first)
    climb.draw(canvas, plan, row)
    finale.draw(canvas, plan, row)
    if first and not plan.narrow and any(leap(each.case) for each in plan.rows):
        canvas.text(row.x1 + 16, row.top - 18, "Time jump in the finale", weight=600)


def title(dataset: Dataset, view: View) -> str:
    """Return what the picture shows, in words."""
    if view.by == "person":
        return lives.title(dataset, view)
    return _heading(arrange(dataset, view, 1440, framed=True))[0]


def _heading(plan: Plan) -> tuple[str, str]:
    """Return title and deck: the largest difference in words, and how to read the picture."""
    columns = [row.case for row in plan.rows]
    if plan.view.by == "episode":
        return "Where these episodes stand in their seasons", _EPISODES
    found = sentences.years_title(columns) if plan.view.align == "years" else sentences.title(columns)
    return found or f"{plan.dataset.title}, season by season", _DECKS[plan.view.align]


def _frame(canvas: Canvas, plan: Plan) -> None:
    """Write title and deck above, key and footer below."""
    ground, room = canvas.ground, plan.right - plan.side
    head, deck = _heading(plan)
    if plan.narrow:
        y = _lines(canvas, plan, wrapped(head, room, 600, 18)[:2], (24.0, 18, 600), "text")
        _lines(canvas, plan, wrapped(deck, room)[:4], (y, 12, 400), "muted")
    else:
        size = next((s for s in (28, 24, 20) if text_width(head, s, 600) <= room), 18)
        canvas.title(plan.side, 38, head, room, size=size)
        canvas.text(plan.side, 70, fit(deck, room, 14), ground["muted"], size=14)
    y = canvas.height - (26 if plan.narrow else 46)
    canvas.line((plan.side, y - 8), (plan.right, y - 8), ground["line"])
    if not plan.narrow:
        signs.key(canvas, plan, y + 10)
    foot = origin(plan.dataset, plan.view, "A span has two readings, as its dates allow.", room=room)
    canvas.text(plan.side, canvas.height - 13, fit(foot, room), ground["muted"])


def _lines(canvas: Canvas, plan: Plan, lines: list[str], look: tuple[float, float, int], tone: str) -> float:
    """Write lines below each other from (y, size, weight) on; return where the next one stands."""
    y, size, weight = look
    for line in lines:
        shown = fit(line, plan.right - plan.side, size, weight)
        canvas.text(plan.side, y, shown, canvas.ground[tone], size=size, weight=weight)
        y += round(size * 1.3)
    return y


__all__ = ["picture", "spec", "title"]
