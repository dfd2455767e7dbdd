"""The lines of the picture of causes: trunks, ways past hidden events, further causes, and the chosen way."""

from __future__ import annotations

from timeline import theme
from timeline.butterflies import Way, paths
from timeline.butterflies.layout import BESIDE, LINE, Layout
from timeline.dataset import Dataset
from timeline.figures.canvas import Canvas

_BRIDGE = "2px,4px"


def next_to(layout: Layout, chosen: str) -> frozenset[str]:
    """Return the shown events that are a direct cause or effect of the chosen one."""
    ways = (way for way in layout.shown.ways if chosen in (way.cause, way.effect))
    return frozenset(way.effect if way.cause == chosen else way.cause for way in ways)


def draw(canvas: Canvas, dataset: Dataset, layout: Layout, chosen: str) -> None:
    """Draw every way: further causes lowest, then trunks, the chosen way, and a plate behind each label.

    A line past hidden events is dotted.
    """
    places = {event: n for n, event in enumerate(layout.shown.events)}
    seasons = dict(zip(dataset.events["id"], dataset.events["season"], strict=True))
    path = set(zip(layout.shown.path, layout.shown.path[1:], strict=False))
    muted = canvas.ground["muted"]
    canvas.part("further")
    for way in (way for way in layout.shown.ways if not way.trunk):
        near = chosen in (way.cause, way.effect)
        ends = layout.at(places[way.cause]), layout.at(places[way.effect])
        curve = paths.curve(*ends, level=layout.loose)
        canvas.curve(curve, line=muted, opacity=0.9 if near else 0.25 if chosen else 0.42, dash="1px,3px")
    canvas.part("trunks")
    for way in (way for way in layout.shown.ways if way.trunk and (way.cause, way.effect) not in path):
        colour = theme.season_mark(dataset, int(seasons[way.effect]))[0]
        strong = 1.0 if chosen in (way.cause, way.effect) else 0.34 if chosen else 0.62
        _trunk(canvas, layout, way, places, (colour, 1.3, strong))
    canvas.part("path")
    for way in (way for way in layout.shown.ways if (way.cause, way.effect) in path):
        _trunk(canvas, layout, way, places, (canvas.ground["text"], 2.6, 1.0))
    canvas.part("plates")
    for n in range(len(places)):
        _plate(canvas, layout, n)
    canvas.part("drawing")


def _trunk(
    canvas: Canvas, layout: Layout, way: Way, places: dict[str, int], pen: tuple[str, float, float]
) -> None:
    ends = layout.at(places[way.cause]), layout.at(places[way.effect])
    drawn = paths.curve(*ends, level=True) if layout.loose else paths.elbow(*ends)
    colour, width, opacity = pen
    dash = _BRIDGE if way.hidden else "solid"
    canvas.curve(drawn, line=colour, width=width, opacity=opacity, dash=dash)


def _plate(canvas: Canvas, layout: Layout, n: int) -> None:
    """Lay the ground behind a label, so that no line runs through its letters."""
    lines = len(layout.labels[n])
    if lines:
        x0, high = layout.x[n] + BESIDE - 2, LINE * lines / 2
        canvas.rect((x0, layout.y[n] - high, layout.end(n) + 2, layout.y[n] + high), canvas.ground["ground"])
