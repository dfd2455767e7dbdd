"""Flags: the names of marks on poles above and below a climb, as many as fit without touching anything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from random import Random

import numpy as np

from timeline.lettering import width as text_width

_NEAR, _FAR, _STEP = 11, 110, 3
_SAMPLES = 6.0
"""A climb is tested at points at most this many px apart."""
_ORDERS = 120
WEIGHT = 500


@dataclass(frozen=True, slots=True)
class Flag:
    """A mark's name: its place in the list, the text's anchor point and side, the end of its pole."""

    mark: int
    x: float
    y: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Room:
    """Where flags may stand: the box (x0, y0, x1, y1) and how many at most."""

    x0: float
    y0: float
    x1: float
    y1: float
    most: int


Points = tuple[tuple[float, float], ...]


@lru_cache(maxsize=256)
def plant(marks: Points, names: tuple[str, ...], line: Points, room: Room) -> tuple[Flag, ...]:
    """Return flags for marks, most of them and with the shortest poles; none touches mark, line or flag.

    `line` are the corners of the climb that runs through the marks.
    """
    if not marks:
        return ()
    candidates = [c for i, name in enumerate(names) for c in _candidates(i, marks[i], name, room)]
    if not candidates:
        return ()
    owner = np.array([flag.mark for flag, _, _, _ in candidates])
    boxes = np.array([box for _, box, _, _ in candidates])
    poles = np.array([pole for _, _, pole, _ in candidates])
    cost = np.array([cost for _, _, _, cost in candidates])
    free = _clear(boxes, poles, owner, np.array(marks), _sampled(line))
    keep = np.flatnonzero(free)
    keep = keep[np.argsort(cost[keep], kind="stable")]
    best = _choose(owner[keep], cost[keep], _conflicts(boxes[keep], poles[keep]), len(marks), room.most)
    return tuple(sorted((candidates[keep[i]][0] for i in best), key=lambda flag: flag.mark))


Box = tuple[float, float, float, float]


def _candidates(
    i: int, mark: tuple[float, float], name: str, room: Room
) -> list[tuple[Flag, Box, Box, float]]:
    """Return every place for a mark's name with its text box, its pole's box and its cost."""
    x, y = mark
    wide = text_width(name, 12, WEIGHT)
    found = []
    for reach in range(_NEAR, _FAR, _STEP):
        for sign in (-1, 1):
            level = y + sign * reach
            if not room.y0 + 8 <= level <= room.y1 - 8:
                continue
            pole = (x - 3, min(y + sign * 6, level), x + 3, max(y + sign * 6, level))
            for anchor, start in (("left", x + 4), ("right", x - 4 - wide)):
                box = (start, level - 8, start + wide, level + 8)
                if box[0] >= room.x0 + 2 and box[2] <= room.x1 - 2:
                    cost = reach * 0.35 + (6 if sign > 0 else 0) + (3 if anchor == "right" else 0)
                    flag = Flag(i, x + (4 if anchor == "left" else -4), level, anchor)
                    found.append((flag, box, pole, cost))
    return found


def _sampled(line: Points) -> np.ndarray:
    """Return points along a line, close together."""
    points = [np.array(line[:1], dtype=float)]
    for (x0, y0), (x1, y1) in pairwise(line):
        steps = int(max(abs(x1 - x0), abs(y1 - y0)) // _SAMPLES) + 1
        share = np.arange(1, steps + 1)[:, None] / steps
        points.append(np.array([[x0, y0]]) + share * np.array([[x1 - x0, y1 - y0]]))
    return np.concatenate(points)


def _clear(
    boxes: np.ndarray, poles: np.ndarray, owner: np.ndarray, marks: np.ndarray, line: np.ndarray
) -> np.ndarray:
    """Tell which candidates touch neither the climb nor a mark, with the text or with the pole."""
    text = np.column_stack([boxes[:, 0] - 2, boxes[:, 1], boxes[:, 2] + 2, boxes[:, 3]])
    free = ~np.logical_or(_holds(text, line, 3).any(axis=1), _holds(text, marks, 7).any(axis=1))
    near_marks = _holds(poles, marks, 6)
    near_marks[np.arange(len(owner)), owner] = False
    # A pole begins at its mark, where the climb is: its first px do not count.
    own_y = marks[owner, 1]
    away = poles.copy()
    below = poles[:, 3] > own_y + 7
    away[:, 1] = np.where(below, poles[:, 1] + 4, poles[:, 1])
    away[:, 3] = np.where(below, poles[:, 3], poles[:, 3] - 4)
    away[:, 0] += 2
    away[:, 2] -= 2
    touched = near_marks.any(axis=1) | _holds(away, line, 2).any(axis=1)
    return np.logical_and(free, ~touched)


def _holds(boxes: np.ndarray, points: np.ndarray, radius: float) -> np.ndarray:
    """Tell which boxes come within a radius of which points: boxes by points."""
    inside: np.ndarray = (
        (boxes[:, None, 0] < points[None, :, 0] + radius)
        & (boxes[:, None, 2] > points[None, :, 0] - radius)
        & (boxes[:, None, 1] < points[None, :, 1] + radius)
        & (boxes[:, None, 3] > points[None, :, 1] - radius)
    )
    return inside


def _meet(a: np.ndarray, b: np.ndarray, gap: float) -> np.ndarray:
    meeting: np.ndarray = (
        (a[:, None, 0] < b[None, :, 2] + gap)
        & (b[None, :, 0] < a[:, None, 2] + gap)
        & (a[:, None, 1] < b[None, :, 3])
        & (b[None, :, 1] < a[:, None, 3])
    )
    return meeting


def _conflicts(boxes: np.ndarray, poles: np.ndarray) -> np.ndarray:
    """Tell which candidates exclude each other."""
    crossing = _meet(boxes, poles, 2)
    conflicts: np.ndarray = _meet(boxes, boxes, 8) | crossing | crossing.T
    return conflicts


def _choose(
    owner: np.ndarray, cost: np.ndarray, conflicts: np.ndarray, marks: int, most: int
) -> Sequence[int]:
    """Return the best choice over many orders of the marks: most flags, then least cost."""
    mine = [np.flatnonzero(owner == i) for i in range(marks)]
    shuffle = Random(1)  # noqa: S311 - the same picture each time is the point
    orders = [list(range(marks)), list(range(marks))[::-1]]
    orders += [shuffle.sample(range(marks), marks) for _ in range(_ORDERS if marks > 2 else 0)]
    best: tuple[float, list[int]] = (-1.0, [])
    for order in orders:
        blocked = np.zeros(len(owner), dtype=bool)
        chosen: list[int] = []
        for i in order:
            if len(chosen) == most:
                break
            open_ = mine[i][~blocked[mine[i]]]
            if len(open_):
                chosen.append(int(open_[0]))
                blocked |= conflicts[open_[0]]
        score = len(chosen) * 100 - float(cost[chosen].sum())
        if score > best[0]:
            best = (score, chosen)
    return best[1]
