"""The picture of a person: their events on the timeline's own axis, below it their posts and their age."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from timeline import dates
from timeline.aging import age
from timeline.dataset import Dataset
from timeline.figures import axis, ground, header, lifelines, marks
from timeline.figures.canvas import Canvas
from timeline.figures.plan import Plan, arrange
from timeline.lettering import fit
from timeline.lettering import width as text_width
from timeline.life import Life, Post
from timeline.shorthand import year_of
from timeline.view import View

_AGES, _PITCH, _PAD = 22.0, 19.0, 8.0
_LANE = 130
_LEAST_BAR = 5.0
_MOST_ROWS = 9


def spec(dataset: Dataset, life: Life, view: View, width: int, *, dark: bool) -> dict[str, Any]:
    """Return the picture as plain values; the View tells the scale and the chosen event."""
    shown = view.cleared().but(person=(life.id,), lanes="person", order="world", our=False)
    if shown.scale in ("season", "sequence"):  # posts have days, which these do not show
        shown = shown.but(scale="story")
    bare = arrange(dataset, shown, width, _LANE, framed=False, band=0)
    rows = _rows(bare, life.posts)
    band = _AGES + _PITCH * len(rows) + _PAD
    plan = arrange(dataset, shown, width, _LANE + 160 + round(band), framed=False, band=band)
    height = plan.bands.strip - 4
    canvas = Canvas(plan.width, height, dark=dark)
    canvas.part("ground")
    ground.draw(canvas, plan)
    canvas.part("drawing")
    for part in (lifelines, header, axis, marks):
        part.draw(canvas, plan)
    _ages(canvas, plan, life)
    _posts(canvas, plan, rows)
    return canvas.spec({}, drag=False)


def _rows(plan: Plan, posts: Sequence[Post]) -> list[list[tuple[Post, float, float]]]:
    """Put each post, with the px of its bar, into the first row where bar and name have room."""
    rows: list[list[tuple[Post, float, float]]] = []
    ends: list[float] = []
    for post in posts:
        last = post.shown + 1
        if last < plan.scale.knots[0] or post.first > plan.scale.knots[-1]:
            continue
        x0, x1 = (float(plan.scale.x(day)) for day in (post.first, last))
        x1 = max(x1, x0 + _LEAST_BAR)
        row = next((i for i, end in enumerate(ends) if end + 8 <= x0), len(rows))
        if row >= _MOST_ROWS:
            continue
        if row == len(rows):
            rows.append([])
            ends.append(0)
        rows[row].append((post, x0, x1))
        ends[row] = max(x1, x0 + 8 + text_width(post.role))
    return rows


def _ages(canvas: Canvas, plan: Plan, life: Life) -> None:
    """Write how old the person is where each season begins and, where there is room, ends."""
    y = plan.bands.floor + _AGES / 2
    muted = canvas.ground["muted"]
    canvas.rect((plan.x0, plan.bands.floor, plan.x1, plan.bands.bottom), canvas.ground["ground"])
    canvas.text(plan.left, y, "Age", muted)
    born, died = (plan.dataset.people.at[life.id, column] for column in ("born", "died"))
    for stretch in plan.scale.stretches:
        if stretch.kind != "season":
            continue
        first, last = (_said(born, died, day) for day in (stretch.first, stretch.last - 1))
        both = [f"{first} to {last}"] if first and last and first != last else []
        room = stretch.x1 - stretch.x0 - 6
        if shown := next((text for text in (*both, first or last) if text_width(text) <= room), ""):
            canvas.text(stretch.x0 + 2, y, shown, canvas.ground["second"])


def _said(born: str, died: str, day: float) -> str:
    return age(born, died, dates.parse(f"{year_of(int(day)):04}"))


def _posts(canvas: Canvas, plan: Plan, rows: Sequence[Sequence[tuple[Post, float, float]]]) -> None:
    """Draw each post as a bar with its name below: soft where it may last, full where it surely does."""
    edge, full = canvas.ground["edge"], canvas.ground["handle"]
    top = plan.bands.floor + _AGES
    if rows:
        canvas.text(plan.left, top + 9, "Posts", canvas.ground["muted"])
    for number, row in enumerate(rows):
        y = top + number * _PITCH
        for place, (post, x0, x1) in enumerate(row):
            canvas.stroke(x0, x1, y + 2, edge, width=3)
            sure = [float(plan.scale.x(day)) for day in (post.sure[0], post.sure[1] + 1)]
            if post.sure[0] <= post.sure[1]:
                canvas.stroke(sure[0], max(sure[1], sure[0] + 2), y + 2, full, width=3)
            room = (row[place + 1][1] - 8 if place + 1 < len(row) else plan.x1) - x0
            canvas.text(x0, y + 11, fit(post.role, room), canvas.ground["second"])
