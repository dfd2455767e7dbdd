"""The course of a line from a cause to an effect, in px: round a corner, or as a curve."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

Point = tuple[float, float]
_CORNER, _CLEAR = 7.0, 5.0
_PIECES = 24


def elbow(start: Point, end: Point) -> str:
    """Return an SVG path from below or above a mark, round a corner, to the left of another."""
    (x0, y0), (x1, y1) = start, (end[0] - _CLEAR, end[1])
    if y0 == y1:
        return f"M{x0 + _CLEAR:.1f},{y0:.1f}H{x1:.1f}"
    down = 1 if y1 > y0 else -1
    corner = min(_CORNER, abs(y1 - y0) / 2, max(x1 - x0, 0.0))
    return (
        f"M{x0:.1f},{y0 + down * _CLEAR:.1f}V{y1 - down * corner:.1f}"
        f"Q{x0:.1f},{y1:.1f} {x0 + corner:.1f},{y1:.1f}H{x1:.1f}"
    )


def curve(start: Point, end: Point, *, level: bool) -> str:
    """Return an SVG path that leaves a mark level and comes in level, or both up- or downward."""
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = _controls(start, end, level=level)
    return f"M{x0:.1f},{y0:.1f}C{x1:.1f},{y1:.1f} {x2:.1f},{y2:.1f} {x3:.1f},{y3:.1f}"


def _controls(start: Point, end: Point, *, level: bool) -> tuple[Point, Point, Point, Point]:
    (x0, y0), (x1, y1) = start, end
    if level:
        return start, ((x0 + x1) / 2, y0), ((x0 + x1) / 2, y1), end
    return start, (x0, (y0 + y1) / 2), (x1, (y0 + y1) / 2), end


def points(start: Point, end: Point, *, curved: bool) -> list[Point]:
    """Return the corners of a line, or enough points of a level curve to tell what it passes."""
    if not curved:
        return [start, (start[0], end[1]), end]
    controls = _controls(start, end, level=True)
    found = []
    for piece in range(_PIECES + 1):
        t = piece / _PIECES
        shares = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        x, y = (sum(s * p[axis] for s, p in zip(shares, controls, strict=True)) for axis in (0, 1))
        found.append((x, y))
    return found


def passes(line: Sequence[Point], box: tuple[float, float, float, float]) -> bool:
    """Tell whether a line of straight pieces touches a box (x0, y0, x1, y1)."""
    return any(_touches(a, b, box) for a, b in pairwise(line))


def _touches(a: Point, b: Point, box: tuple[float, float, float, float]) -> bool:
    """Cut the piece at the box's edges, one direction after the other, and see whether any of it is left."""
    first, last = 0.0, 1.0
    for axis in (0, 1):
        low, high, move = box[axis], box[axis + 2], b[axis] - a[axis]
        if move == 0:
            if not low < a[axis] < high:
                return False
            continue
        ends = sorted(((low - a[axis]) / move, (high - a[axis]) / move))
        first, last = max(first, ends[0]), min(last, ends[1])
    return first < last
