"""Two histories beside each other: along time, by distance, how far ahead, how it came about, at a date."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import plotly.graph_objects as go

from timeline import wording
from timeline.dataset import Dataset
from timeline.figures import world
from timeline.figures.canvas import Canvas
from timeline.figures.histories import butterflies, distance, fields, frame, key, lead, tracks
from timeline.figures.histories.frame import title
from timeline.figures.histories.rows import HEAD, NAMES, PITCH, groups
from timeline.figures.histories.stage import stage
from timeline.histories import DEFINITION, ahead
from timeline.lettering import wrapped
from timeline.view import View

__all__ = ["ASPECTS", "picture", "spec", "title"]

Draws = Callable[..., Canvas]
_SAID = 150
"""Px of the stage that a page's sentence and numbers take above the picture."""
_BY_DISTANCE = ("their history", "our history", "what its dates allow", "approximate")
_AHEAD = ("their history", "what its dates allow", "approximate", "how far ahead")
_ALONG = ("sooner or later there, years", "same time, otherwise", "alike in both", "what its dates allow")


def picture(
    dataset: Dataset, view: View, width: int, height: int, *, dark: bool = False, framed: bool = False
) -> go.Figure:
    """Draw what the View selects in two histories, in the View's aspect; each event is one mark.

    Every year is equally wide, whatever scale the View asks for: on another the lean of a line, and the
    length of a bar, would say nothing. The figure is higher than `height` where it needs to be.
    """
    return go.Figure(spec(dataset, view, width, height, dark=dark, framed=framed))


def spec(
    dataset: Dataset, view: View, width: int, height: int, *, dark: bool = False, framed: bool = False
) -> dict[str, Any]:
    """Return the picture as plain values, for a page that only sends it on."""
    draw = ASPECTS.get(view.aspect, _along)
    return draw(dataset, view, width, height, dark=dark, framed=framed).spec({}, drag=False)


def _along(dataset: Dataset, view: View, width: int, height: int, *, dark: bool, framed: bool) -> Canvas:
    laid = stage(dataset, view, width, height, framed=framed)
    canvas = Canvas(width, laid.levels.height, dark=dark)
    tracks.draw(canvas, laid)
    canvas.part("key")
    key.draw(canvas, frame.SIDE, laid.levels.key, (*_ALONG, "approximate"), laid.x1)
    if framed:
        sooner, later = frame.counted(dataset, view)
        deck = f"{dataset.title} (in colour) beside our own history (grey)."
        lean = (
            f"Lines that lean right: it came sooner there ({sooner}). Lines that lean left: later ({later})."
        )
        frame.draw(canvas, dataset, view, (f"{deck} {lean}", deck))
    return canvas


def _by_distance(
    dataset: Dataset, view: View, width: int, height: int, *, dark: bool, framed: bool
) -> Canvas:
    laid = stage(dataset, view, width, height, framed=framed, of=NAMES)
    top = 122.0 if framed else 46.0
    room = height - top - 68.0
    found = groups(laid.found, int((room - 4 * HEAD) / PITCH) if framed else None)
    tall = top + distance.height(found) + 26
    canvas = Canvas(width, max(tall + 28, height) if framed else tall, dark=dark)
    distance.draw(canvas, distance.sheet(laid, top), found)
    canvas.part("key")
    key.draw(canvas, frame.SIDE, tall - 14, _BY_DISTANCE, laid.x1)
    if framed:
        deck = (
            f"Each row is one event in two histories: colour where {dataset.title} has it, a grey ring where "
        )
        frame.draw(canvas, dataset, view, (f"{deck}ours has it. The number is the distance.",))
    return canvas


def _lead(dataset: Dataset, view: View, width: int, height: int, *, dark: bool, framed: bool) -> Canvas:
    said = wrapped(DEFINITION, width - 2 * frame.SIDE)
    foot = 34.0 + 16 * len(said) + (30 if framed else 0)
    room = height if framed else height - _SAID
    plan = fields.arrange(dataset, view, width, room, framed=framed, foot=foot)
    canvas = Canvas(width, plan.bottom + 26 + foot, dark=dark)
    lead.draw(canvas, plan)
    canvas.part("key")
    key.draw(canvas, frame.SIDE, plan.bottom + 42, _AHEAD, plan.x1)
    for n, line in enumerate(said):
        canvas.text(frame.SIDE, plan.bottom + 62 + 16 * n, line, canvas.ground["muted"])
    if framed:
        count = wording.counted(len(plan.found), "event")
        deck = f"Each mark is an event of {dataset.title} that our history has too, at another time"
        high = "Its height says how many years sooner (up) or later (down) it came there."
        frame.draw(canvas, dataset, view, (f"{deck}: {count}. {high}", high), ahead(dataset, view))
    return canvas


ASPECTS: Mapping[str, Draws] = {
    "time": _along,
    "distance": _by_distance,
    "lead": _lead,
    "butterflies": butterflies.draw,
    "world": world.draw,
}
"""How each aspect of two histories is drawn."""
