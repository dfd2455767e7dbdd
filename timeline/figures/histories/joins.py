"""What lies between the two ends of a pair: a wedge as wide as its dates allow, or a line."""

from __future__ import annotations

from collections.abc import Container, Sequence

from timeline.figures.canvas import Canvas
from timeline.figures.histories import ends
from timeline.figures.histories.stage import Stage
from timeline.histories import Pair

_LEAST_WEDGE = 1.0
_STRONG, _CHOSEN = 1.8, 4.0
_FADED = 0.3
"""How much of its strength the rest keeps beside a chosen pair."""
_SPREAD = 0.6
"""How much of a wedge's strength a doubling of its width takes: the least certain is never the loudest."""


def draw(canvas: Canvas, stage: Stage, joined: Sequence[Pair], named: Container[str]) -> None:
    """Draw them all, those of `named` events stronger; beside the chosen one, uppermost, the rest fades."""
    chosen = stage.view.event if any(pair.event == stage.view.event for pair in joined) else ""
    for pair in sorted(joined, key=lambda pair: (pair.event == chosen, pair.event in named)):
        shade = 1.0 if chosen in ("", pair.event) else _FADED
        _one(canvas, stage, pair, strong=pair.event in named, shade=shade)


def _one(canvas: Canvas, stage: Stage, pair: Pair, *, strong: bool, shade: float) -> None:
    """Draw what lies between the two ends: a wedge as wide as its dates, or a dotted line.

    shade: the share of its usual strength.
    """
    if pair.ours is None:
        return
    chosen = pair.event == stage.view.event
    strong = strong or chosen
    top = stage.line(pair.theirs.day, ours=False)
    foot = stage.line(pair.ours.day, ours=True)
    if pair.relation in ("same", "altered"):
        start, end = (stage.x(pair.theirs.day), top), (stage.x(pair.ours.day), foot)
        canvas.path(
            [start, end], line=canvas.ground["muted"], width=2.6 if chosen else 1.4 if strong else 1,
            opacity=_ink(0.9 if strong else 0.45 if pair.relation == "same" else 0.6, shade),
            dash="solid" if pair.relation == "same" else "1px,3px",
        )  # fmt: skip
        return
    colour, _ = ends.look(stage.dataset, pair)
    least = _CHOSEN if chosen else _STRONG if strong else _LEAST_WEDGE
    (a0, a1), (b0, b1) = (
        _widened(stage.span((e.date.first, e.date.last)), least) for e in (pair.theirs, pair.ours)
    )
    wide = (a1 - a0 + b1 - b0) / 2
    ink = (0.95 if strong else 0.4) * min(1.0, (2.6 / wide) ** _SPREAD)
    canvas.path([(a0, top), (a1, top), (b1, foot), (b0, foot)], fill=colour, opacity=_ink(ink, shade))
    if wide > 5:
        canvas.path(
            [(stage.x(pair.theirs.day), top), (stage.x(pair.ours.day), foot)], line=colour,
            width=2.6 if chosen else 1.2 if strong else 0.7, opacity=_ink(0.9 if strong else 0.4, shade),
        )  # fmt: skip


def _ink(opacity: float, shade: float) -> float:
    """Return an opacity in steps, so that few lines differ in theirs, and never nothing."""
    return max(round(opacity * shade * 20), 1) / 20


def _widened(span: tuple[float, float], least: float) -> tuple[float, float]:
    middle, half = sum(span) / 2, max(span[1] - span[0], least) / 2
    return middle - half, middle + half
