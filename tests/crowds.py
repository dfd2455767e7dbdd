"""Crowds of made-up events to be packed, and the px that each of them takes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
from hypothesis import strategies as st

from timeline.packing import Box, Items, Style

X0, X1 = 120.0, 900.0
STYLES = (Style(), Style(row=18, cell=8.5), Style(cell=6.6, left=True), Style(named=(1, 2, 3, 4), left=True))

Rect = tuple[float, float, float, float]


def crowd(rows: Sequence[tuple[float, int, float, float, float]]) -> Items:
    """Return items of (x, importance, label width, bar before, bar after)."""
    x, importance, label, before, after = (np.array(column) for column in zip(*rows, strict=True))
    return Items(np.arange(len(rows)), x, importance, label, before, after)


def crowds(most: int = 40) -> st.SearchStrategy[Items]:
    """Return crowds that leave room or none: few or many events, spread or in one spot."""
    x = st.floats(X0, X1) | st.floats(400, 420)
    label = st.just(0.0) | st.floats(20, 260)
    bar = st.just(0.0) | st.floats(0, 26)
    row = st.tuples(x, st.integers(1, 4), label, bar, bar)
    return st.lists(row, min_size=1, max_size=most).map(crowd)


def text_of(items: Items, style: Style, box: Box) -> tuple[float, float]:
    """Return the px that a box's label is written on, beside its mark and bar."""
    radius = style.sizes[int(items.importance[box.item])] / 2 + 1
    x, wide = float(items.x[box.item]), float(items.label[box.item])
    if box.side > 0:
        start = x + max(radius, float(items.after[box.item])) + 4
        return start, start + wide
    end = x - max(radius, float(items.before[box.item])) - 4
    return end - wide, end


def mark_of(items: Items, style: Style, box: Box) -> tuple[float, float]:
    """Return the px that a box's mark and bar are drawn on."""
    i = box.item
    radius = style.sizes[int(items.importance[i])] / 2
    x = float(items.x[i])
    return x - max(radius, float(items.before[i])), x + max(radius, float(items.after[i]))


def meet(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def overlaps(rects: Sequence[Rect], tolerance: float = 1e-6) -> list[tuple[Rect, Rect]]:
    """Return the pairs of (x0, y0, x1, y1) that lie on each other."""
    return [
        (a, b)
        for a, b in combinations(rects, 2)
        if a[0] < b[2] - tolerance
        and b[0] < a[2] - tolerance
        and a[1] < b[3] - tolerance
        and b[1] < a[3] - tolerance
    ]
