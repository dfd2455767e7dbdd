"""Lifelines: in a person's lane a thin line from their birth or first event to their death or last one."""

from __future__ import annotations

import numpy as np

from timeline import dates
from timeline.dataset import Dataset
from timeline.figures import counts
from timeline.figures.canvas import Canvas
from timeline.figures.plan import Plan

_END = 4.0
"""Half the height in px of the stroke that ends a life."""


def draw(canvas: Canvas, plan: Plan) -> None:
    """Draw the lifeline of everyone who has a lane alone; what no episode tells has no end."""
    if plan.view.lanes != "person" or not plan.scale.dated:
        return
    colour = canvas.ground["handle"]
    for owner, lane in zip(plan.grouping.values, plan.lanes, strict=True):
        ends = span(plan.dataset, owner) if owner else None
        if not ends or ends[1] < plan.scale.knots[0] or ends[0] > plan.scale.knots[-1]:
            continue
        y = counts.floor(plan, lane) + 2.5
        x0, x1 = (float(plan.scale.x(day)) for day in ends[:2])
        canvas.line((x0, y), (x1, y), colour, 1.5)
        if ends[2] and plan.scale.holds(ends[1]):
            canvas.line((x1, y - _END), (x1, y + _END), colour, 2)


def span(dataset: Dataset, person: str) -> tuple[float, float, bool] | None:
    """Return the first and the last day of a life as far as it is told, and whether a death ends it.

    None where nothing is told. A birth that is not exact counts with its middle, a death with the
    last event that it allows.
    """
    named = [person in people for people in dataset.events["people"]]
    days = dataset.events["position"].to_numpy()[np.array(named, dtype=bool)].tolist()
    born, died = (dataset.people.at[person, column] for column in ("born", "died"))
    days += [(date.first + date.last + 1) / 2 for date in map(dates.parse, filter(None, [born]))]
    if not days:
        return None
    if not died:
        return min(days), max(days), False
    date = dates.parse(died)
    return min(days), min(max(*days, float(date.first)), float(date.last + 1)), True
