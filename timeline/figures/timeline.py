"""The main picture: an alternate history along time, lane by lane."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

from timeline.dataset import Dataset
from timeline.figures import axis, ground, header, legend, lifelines, marks, ours, overview
from timeline.figures.canvas import Canvas
from timeline.figures.plan import arrange
from timeline.figures.window import days
from timeline.view import View


def picture(
    dataset: Dataset, view: View, width: int, height: int, *, dark: bool = False, framed: bool = False
) -> go.Figure:
    """Draw the events that the View asks for, each as one mark.

    width and height are px; the figure is taller where its lanes need it. A framed picture stands alone: it
    has title, key and footer. Marks carry as their id an event's id, or, beginning with "?", the address that
    a click leads to. `layout.meta["strip"]` tells where the overview strip lies.
    """
    return go.Figure(spec(dataset, view, width, height, dark=dark, framed=framed))


def spec(
    dataset: Dataset, view: View, width: int, height: int, *, dark: bool = False, framed: bool = False
) -> dict[str, Any]:
    """Return the picture as plain values, for a page that only sends it on."""
    plan = arrange(dataset, view, width, height, framed=framed)
    canvas = Canvas(plan.width, plan.bands.height, dark=dark)
    canvas.part("ground")
    ground.draw(canvas, plan)
    overview.ground(canvas, plan)
    canvas.part("drawing")
    parts = [lifelines, header, axis, *([ours] if view.our and plan.scale.dated else []), marks, overview]
    for part in [*parts, *([legend] if framed else [])]:
        part.draw(canvas, plan)
    return canvas.spec({"strip": overview.extent(plan)}, drag=plan.scale.dated)


def dragged(dataset: Dataset, view: View, width: int, x0: float, x1: float) -> View:
    """Return the View whose window a drag from x0 to x1 px along the picture means."""
    plan = arrange(dataset, view, width, 400, framed=False)
    first, last = sorted((float(plan.scale.coordinate(x0)), float(plan.scale.coordinate(x1))))
    return days(view, plan.scale, first, last)


__all__ = ["dragged", "picture"]
