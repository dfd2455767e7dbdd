"""The names beside the marks of a row: as many as lie on no mark, stem, line or other name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from timeline.figures.canvas import Canvas
from timeline.figures.histories import ends
from timeline.figures.histories.fields import Fields, Row, line, signed
from timeline.histories import Pair
from timeline.lettering import width as text_width

_HALF, _BESIDE = 7.6, 8.0
_DROPS = (0.0, -7.0, 7.0, -12.0, 12.0, -18.0, 18.0)
_FAR = 56.0
"""So far, in px, a name may stand from its mark; beside a longer bar there is none."""
_NUMBER = 6.0
"""Px between the number and the name."""

Box = tuple[float, float, float, float]


class Label(NamedTuple):
    """A name to be set beside a mark at x, y px: both texts, and how far its bars reach to either side."""

    x: float
    y: float
    number: str
    name: str
    half: float
    foot: float


def draw(canvas: Canvas, plan: Fields, row: Row) -> None:
    """Write the names that fit, the weightiest and furthest first."""
    ordered = sorted(row.pairs, key=lambda pair: _order(plan, pair))
    found = tuple(_label(plan, row, pair) for pair in ordered)
    room = (plan.x0 + 3, row.y0 + 1, plan.x1, row.y1 - 1)
    for i, (x, y) in place(found, room, _rules(plan, row)).items():
        pair, label = ordered[i], found[i]
        canvas.text(x, y, label.number, weight=600)
        start = x + text_width(label.number, 12, 600) + _NUMBER
        canvas.text(start, y, label.name, canvas.ground["text" if pair.importance <= 2 else "muted"])
        for at in range(10, int(text_width(label.name)), ends.DOOR):
            canvas.door(start + at, y, pair.event, ends.tip(pair))


def _rules(plan: Fields, row: Row) -> tuple[Box, ...]:
    """Return the boxes of the lines that no name may lie on: no lead at all, and the step line."""
    pieces = [*line(plan, row), [(plan.x0, plan.y(row, 0)), (plan.x1, plan.y(row, 0))]]
    return tuple(
        (min(x0, x1) - 1, min(y0, y1) - 1, max(x0, x1) + 1, max(y0, y1) + 1) for (x0, y0), (x1, y1) in pieces
    )


def _order(plan: Fields, pair: Pair) -> tuple[bool, float, float]:
    years = abs(pair.shift.years) if pair.shift else 0.0
    return pair.event != plan.view.event, pair.importance - years / 20, -years


def _label(plan: Fields, row: Row, pair: Pair) -> Label:
    years = pair.shift.years if pair.shift else 0.0
    x = plan.x(pair.theirs.day)
    x0, x1 = plan.x(pair.theirs.date.first), plan.x(pair.theirs.date.last + 1)
    half = max(x - x0, x1 - x) if x1 - x0 > ends.SPANNED else 0.0
    return Label(
        x, plan.y(row, years), signed(years), pair.theirs.label, max(half + 4, _BESIDE), plan.y(row, 0)
    )


@lru_cache(maxsize=256)
def place(labels: tuple[Label, ...], room: Box, rules: tuple[Box, ...]) -> dict[int, tuple[float, float]]:
    """Return where each label that fits begins, by its place in the tuple; earlier ones choose first.

    room, rules: where labels must lie, and what they must not touch beside marks and each other.
    """
    marks = np.array([(each.x - 6, each.y - 6, each.x + 6, each.y + 6) for each in labels]).reshape(-1, 4)
    bars = np.array([(e.x - e.half + 4, e.y - 3, e.x + e.half - 4, e.y + 3) for e in labels]).reshape(-1, 4)
    stems = [(e.x - 2, min(e.y, e.foot), e.x + 2, max(e.y, e.foot)) for e in labels]
    taken = np.concatenate([marks, bars, np.array([*stems, *rules]).reshape(-1, 4)])
    found: dict[int, tuple[float, float]] = {}
    for i, label in enumerate(labels):
        boxes = np.array(_boxes(label))
        inside = (boxes[:, 0] >= room[0]) & (boxes[:, 2] <= room[2])
        inside &= (boxes[:, 1] >= room[1]) & (boxes[:, 3] <= room[3])
        free = np.flatnonzero(inside & ~_met(boxes, taken))
        if len(free):
            box = boxes[free[0]]
            taken = np.concatenate([taken, [box + np.array([-6.0, -0.5, 6.0, 0.5])]])
            found[i] = (float(box[0]), float(box[1] + box[3]) / 2)
    return found


def _boxes(label: Label) -> Sequence[Box]:
    """Return the places of a label, the best first: level with its mark, right of it, else above its bar."""
    wide = text_width(label.number, 12, 600) + _NUMBER + text_width(label.name)
    return [
        (x, label.y + drop - _HALF, x + wide, label.y + drop + _HALF)
        for drop in _DROPS
        for away in dict.fromkeys((label.half if label.half <= _FAR else _BESIDE, _BESIDE))
        for x in (label.x + away, label.x - away - wide)
    ]


def _met(boxes: np.ndarray, taken: np.ndarray) -> np.ndarray:
    """Tell which boxes meet any that is taken."""
    low, high = boxes[:, None, :2], boxes[:, None, 2:]
    meet = (low < taken[None, :, 2:]) & (taken[None, :, :2] < high)
    met: np.ndarray = np.any(np.all(meet, axis=2), axis=1)
    return met
