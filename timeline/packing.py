"""Packing: the events of one lane and their labels into rows and stacks without overlap."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

_MOST_ROWS = 30
_BESIDE = 4.0
"""Px between a mark, or the end of its bar, and its label."""
_BEHIND = 9.0
"""Clear px behind a label."""
_AROUND = 3.0
_OVERHANG = 6.0
"""A label's clear px may reach this far over the edge of the picture."""


@dataclass(frozen=True, slots=True)
class Style:
    """The measures of a layout in px: row pitch, stack cell, mark diameters by importance.

    `named` are the importances that may have labels; `left` allows a label left of its mark where that
    saves a row; `turning_power` below 1 keeps one lane from taking all the room for its turning points.
    """

    row: float = 15.0
    cell: float = 7.5
    sizes: Mapping[int, float] = field(default_factory=lambda: {1: 11.0, 2: 8.0, 3: 6.2, 4: 4.8})
    named: tuple[int, ...] = (1, 2)
    left: bool = False
    turning_power: float = 1.0
    looseness: float = float("inf")
    """How many times the height that they need lanes may have."""


@dataclass(frozen=True, slots=True)
class Items:
    """Events as columns of equal length, in any order; x and widths in px."""

    index: np.ndarray
    x: np.ndarray
    importance: np.ndarray
    label: np.ndarray
    """Label widths; 0 where there is no label."""
    before: np.ndarray
    after: np.ndarray
    """How far the bar of an imprecise date reaches to each side of its mark."""

    def __len__(self) -> int:
        return len(self.x)

    def only(self, rows: np.ndarray) -> Items:
        """Return some of the items."""
        return Items(
            self.index[rows],
            self.x[rows],
            self.importance[rows],
            self.label[rows],
            self.before[rows],
            self.after[rows],
        )


@dataclass(frozen=True, slots=True)
class Space:
    """Where labels and stacks may stand: from x0 to x1, never across an x of `avoid`; stacks in cells."""

    x0: float
    x1: float
    style: Style
    cell: float
    avoid: tuple[float, ...] = ()

    def columns(self, x: np.ndarray) -> np.ndarray:
        """Return the stack columns of marks, counted from x0."""
        last = (self.x1 - self.x0) // self.cell - 1
        columns: np.ndarray = np.clip((x - self.x0) // self.cell, 0, last).astype(int)
        return columns

    def mask(self, start: float, end: float) -> int:
        """Return the px from start to end as bits, so that two boxes are compared with one `&`."""
        low = max(0, math.floor(start - self.x0) + 64)
        return ((1 << max(1, math.ceil(end - self.x0) + 64 - low)) - 1) << low


class Box(NamedTuple):
    """A labelled event: its place in the items, its row, the label's side (1 right, -1 left), its px."""

    item: int
    row: int
    side: int
    start: float
    end: float


Stacks = dict[int, list[int]]
"""Cell column -> items from the floor upward, the weightiest at the bottom."""


def first_fit(items: Items, space: Space) -> tuple[Box, ...]:
    """Give every labelled event the first row where it fits, the weightiest first.

    A box of row r stands in every layout of more than r rows: fewer rows only leave out the later ones.
    """
    rows: list[int] = []
    boxes = []
    choices = sides(items, space)
    for i in by_weight(items):
        masks = [(side, a, b, space.mask(a, b)) for side, a, b in choices[i]]
        if (spot := _first_free(rows, masks)) is None:
            continue
        row, side, a, b, mask = spot
        if row == len(rows):
            rows.append(0)
        rows[row] |= mask
        boxes.append(Box(i, row, side, a, b))
    return tuple(boxes)


def _first_free(
    rows: Sequence[int], masks: Sequence[tuple[int, float, float, int]]
) -> tuple[int, int, float, float, int] | None:
    """Return the first row, a new one at the last, and side that are free."""
    for row in range(min(len(rows) + 1, _MOST_ROWS)):
        for side, a, b, mask in masks:
            if row == len(rows) or not rows[row] & mask:
                return row, side, a, b, mask
    return None


def by_weight(items: Items) -> list[int]:
    """Return the items, the weightiest first, then from left to right."""
    return [int(i) for i in np.lexsort((items.x, items.importance))]


def sides(items: Items, space: Space) -> list[list[tuple[int, float, float]]]:
    """Return for each item the boxes (side, from, to) that its label may take, the preferred side first.

    Right of the mark; left only where right runs out of the picture, or where the style allows it.
    """
    left, right = _reach(items, space.style)
    right_start = items.x - left - _AROUND
    right_end = items.x + right + _BESIDE + items.label + _BEHIND
    left_start = items.x - left - _BESIDE - items.label - _BEHIND
    left_end = items.x + right + _AROUND
    named = (items.label > 0) & np.isin(items.importance, space.style.named)
    fits_right = right_end <= space.x1 + _OVERHANG
    fits_left = (left_start >= space.x0) & (space.style.left | ~fits_right)
    rights, lefts = named & fits_right, named & fits_left
    for line in space.avoid:
        apart = np.abs(items.x - line) <= _AROUND
        rights &= ~((right_start + 6 < line) & (line < right_end - 6)) | apart
        lefts &= ~((left_start + 6 < line) & (line < left_end - 6)) | apart
    ways = ((1, rights, right_start, right_end), (-1, lefts, left_start, left_end))
    return [
        [(side, float(start[i]), float(end[i])) for side, allowed, start, end in ways if allowed[i]]
        for i in range(len(items))
    ]


def _reach(items: Items, style: Style) -> tuple[np.ndarray, np.ndarray]:
    """Return how far mark and bar take room to the left and right of x."""
    radius = np.array([style.sizes[n] / 2 + 1 for n in items.importance.tolist()])
    return np.maximum(radius, items.before), np.maximum(radius, items.after)


def stack(items: Items, space: Space, named: Sequence[Box]) -> Stacks:
    """Return the stacks of the items that have no box."""
    taken = {box.item for box in named}
    columns = space.columns(items.x).tolist()
    stacks: Stacks = {}
    for i in by_weight(items):
        if i not in taken:
            stacks.setdefault(columns[i], []).append(i)
    return stacks


def hang(items: Items, space: Space, stacks: Stacks, zone: float) -> list[Box]:
    """Name more events in rows that hang into the zone of the stacks, where the stacks are low enough.

    `zone` is the height above the lane's floor that rows may hang into; their rows count from its top. What
    is named leaves its stack.
    """
    rows = [0] * max(0, int((zone - space.cell / 2) // space.style.row))
    choices = sides(items, space)
    waiting = {i for column in stacks.values() for i in column if choices[i]} if rows else set()
    boxes = (_hook(i, choices[i], rows, space, stacks, zone) for i in by_weight(items) if i in waiting)
    return [box for box in boxes if box]


def _hook(
    i: int,
    choices: Sequence[tuple[int, float, float]],
    rows: list[int],
    space: Space,
    stacks: Stacks,
    zone: float,
) -> Box | None:
    """Put one event into the first hanging row that is free of labels and above the stacks below it."""
    for side, a, b in choices:
        mask = space.mask(a, b)
        tall = _tallest_without(i, stacks, space, a, b)
        for row, taken in enumerate(rows):
            if taken & mask or tall * space.cell > zone - (row + 1) * space.style.row - 1:
                continue
            rows[row] |= mask
            column = next(c for c, stacked in stacks.items() if i in stacked)
            stacks[column].remove(i)
            return Box(i, row, side, a, b)
    return None


def _tallest_without(i: int, stacks: Stacks, space: Space, a: float, b: float) -> int:
    """Return the cells of the tallest stack between a and b, event i left out."""
    columns = range(int((a - space.x0) // space.cell), int((b - space.x0) // space.cell) + 1)
    return max((len(stacks[c]) - (i in stacks[c]) for c in columns if c in stacks), default=0)
