"""Every event as a mark: named ones on rows with their labels, the others stacked on the lane's floor."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

import numpy as np
import pandas as pd

from timeline import theme
from timeline.dataset import Dataset
from timeline.figures import counts
from timeline.figures.canvas import Canvas, Mark
from timeline.figures.plan import Plan
from timeline.lanes import PAD_TOP, Lane
from timeline.lettering import width as text_width
from timeline.packing import Box

_STACK_WEIGHT = {1: 1.0, 2: 1.0, 3: 0.86, 4: 0.7}
_TONES = {1: "text", 2: "second"}
_CORE = 0.55
"""The share of an imprecise date's bar that is drawn full; beyond it the bar is soft."""
_DOOR_PX = 28
"""Less than twice the rows' distance: a click on a name never falls to the row above it."""


class Pen:
    """Turn events into marks: what each looks like, what pointing at it says."""

    def __init__(self, canvas: Canvas, plan: Plan) -> None:
        self.canvas, self.plan = canvas, plan
        events = plan.events
        self.ids = events["id"].tolist()
        self.importance = events["importance"].tolist()
        seasons = events["season"].tolist()
        looks = {season: theme.season_mark(plan.dataset, season) for season in set(seasons)}
        self.looks = [looks[season] for season in seasons]
        self.hollow = (events["approximate"] | (events["precision"] == "decade")).tolist()
        self.tips = tips(plan.dataset, events)

    def mark(self, i: int, x: float, y: float, size: float) -> Mark:
        """Return the mark of event i, of Plotly's size."""
        colour, symbol = self.looks[i]
        return Mark(x, y, symbol, size, colour, self.hollow[i], self.ids[i], self.tips[i])


def tips(dataset: Dataset, events: pd.DataFrame) -> list[str]:
    """Return what pointing at an event says: headline, date in words, place."""
    names = dict(zip(dataset.places.index, dataset.places["name"], strict=True))
    found = []
    for headline, date, where in zip(events["headline"], events["words"], events["places"], strict=True):
        when = " · ".join([date, *(names[p] for p in where[:1])])
        found.append(f"<b>{escape(headline, quote=False)}</b><br>{escape(when, quote=False)}")
    return found


def draw(canvas: Canvas, plan: Plan) -> None:
    """Draw all events of the plan, each exactly once, and the ring about the chosen one."""
    pen = Pen(canvas, plan)
    for number, lane in enumerate(plan.lanes):
        marks = [*_named(pen, lane), *_stacked(pen, lane)]
        canvas.marks(marks)
        counts.draw(canvas, plan, number)
        chosen = next((m for m in marks if m.goes == plan.view.event), None)
        if chosen:
            _ring(canvas, plan, lane, chosen)


def _named(pen: Pen, lane: Lane) -> Iterator[Mark]:
    plan, style, items = pen.plan, pen.plan.style, lane.items
    for named in lane.named:
        i = int(items.index[named.item])
        x, y = float(items.x[named.item]), row_y(plan, lane, named.row)
        _bar(pen, i, x, y)
        _label(pen, i, named, x, y)
        yield pen.mark(i, x, y, theme.mark_size(pen.looks[i][1], style.sizes[pen.importance[i]]))


def _bar(pen: Pen, i: int, x: float, y: float) -> None:
    """Draw the bar of an imprecise date: full near the mark, soft toward the ends."""
    colour = pen.looks[i][0]
    for reach in (-float(pen.plan.items.before[i]), float(pen.plan.items.after[i])):
        if abs(reach) >= 2:
            pen.canvas.stroke(x, x + reach * _CORE, y, colour, opacity=0.75)
            pen.canvas.stroke(x + reach * _CORE, x + reach, y, colour, opacity=0.32)


def _label(pen: Pen, i: int, named: Box, x: float, y: float) -> None:
    plan, importance = pen.plan, pen.importance[i]
    size, weight = plan.fonts.label(importance)
    radius = plan.style.sizes[importance] / 2 + 1
    text, tone = plan.labels[i], pen.canvas.ground[_TONES.get(importance, "muted")]
    wide = text_width(text, size, weight)
    if named.side > 0:
        start = x + max(radius, float(plan.items.after[i])) + 4
        pen.canvas.text(start, y, text, tone, size=size, weight=weight)
    else:
        start = x - max(radius, float(plan.items.before[i])) - 4 - wide
        pen.canvas.text(start + wide, y, text, tone, size=size, weight=weight, anchor="right")
    for door in np.arange(start + 12, start + wide, _DOOR_PX):
        pen.canvas.door(float(door), y, pen.ids[i], pen.tips[i])


def row_y(plan: Plan, lane: Lane, row: int) -> float:
    """Return the middle of a lane's row."""
    return plan.bands.top + lane.y + PAD_TOP + (row + 0.5) * plan.style.row


def _stacked(pen: Pen, lane: Lane) -> Iterator[Mark]:
    plan, cell, floor = pen.plan, lane.cell, counts.floor(pen.plan, lane)
    for column, stack in lane.stacks.items():
        x = plan.first_mark + (column + 0.5) * cell
        for level, item in enumerate(stack):
            i = int(lane.items.index[item])
            size = theme.cell_size(pen.looks[i][1], cell) * _STACK_WEIGHT[pen.importance[i]]
            yield pen.mark(i, x, floor - (level + 0.5) * cell, size)


def _ring(canvas: Canvas, plan: Plan, lane: Lane, chosen: Mark) -> None:
    """Show the chosen event: a ring, the whole span that its date allows, and the span on the axis."""
    event = plan.events[plan.events["id"] == chosen.goes].iloc[0]
    text = canvas.ground["text"]
    canvas.ring(Mark(chosen.x, chosen.y, "circle", 20, text, True, "", ""))
    if plan.scale.unit == "rank":
        return
    ends = np.array([event["first"], event["last"] + 1], dtype=float)
    origin = float(plan.scale.origins.get(event["season"], 0)) if plan.scale.unit == "offset" else 0.0
    x0, x1 = (float(v) for v in plan.scale.x(ends - origin))
    if x1 - x0 >= 2:
        y = plan.bands.top + lane.y
        canvas.rect((x0, y + 1, x1, y + lane.height), chosen.colour, opacity=0.13)
    y = plan.bands.bottom
    canvas.rect((x0, y - 1.5, max(x1, x0 + 3), y + 1.5), chosen.colour, above=True)
