"""Lanes: how many rows each may have within the height there is, and what stands where in it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from timeline.packing import Box, Items, Space, Style, first_fit, hang, stack

PAD_TOP, PAD_BOTTOM = 6.0, 5.0
_STACK_GAP = 3.0
_WORTH = {1: 60.0, 2: 2.0, 3: 0.5, 4: 0.2}
"""What naming an event of an importance is worth when rows are shared out among lanes."""
_MINOR_POWER = 0.8
_SMALLEST_CELL = 3.6


@dataclass(frozen=True, slots=True)
class Lane:
    """A laid-out lane: y and height in px from the top of all lanes; rows count from the lane's top.

    Every item is either in `named` or in `stacks`, once. `dips` are those of `named` whose rows hang into
    the zone of the stacks.
    """

    items: Items
    y: float
    height: float
    rows: int
    named: tuple[Box, ...]
    dips: tuple[Box, ...]
    stacks: Mapping[int, tuple[int, ...]]
    cell: float


@dataclass(frozen=True, slots=True)
class _Offer:
    """What a lane would be with 1, 2, ... rows: whole px of height, and the worth of what is named."""

    boxes: tuple[Box, ...]
    heights: np.ndarray
    worths: np.ndarray


def spread(
    groups: Sequence[Items],
    edges: tuple[float, float],
    height: float,
    style: Style,
    least: Sequence[float],
    avoid: Sequence[float] = (),
) -> tuple[list[Lane], float]:
    """Lay lanes out, top first, and return them with their whole height: `height`, or more if they need it.

    Less than `height` remains empty only where few events would be lost in lanes looser than the style's.

    `edges` are the x that marks may stand between, `least` the smallest heights of the lanes. Rows are shared
    out exactly (a multiple-choice knapsack over whole px) so that the most weight is named. No label crosses
    an x of `avoid` or the right edge, none overlaps another label or mark.
    """
    space = Space(*edges, style, _cell(groups, edges, height, style), tuple(avoid))
    offers = [_offer(items, space, tall) for items, tall in zip(groups, least, strict=True)]
    counts = _share_out(offers, int(height))
    used = sum(float(offer.heights[n - 1]) for offer, n in zip(offers, counts, strict=True))
    stretch = min(max(1.0, height / used), style.looseness) if used else 1.0
    lanes, y = [], 0.0
    for items, offer, rows in zip(groups, offers, counts, strict=True):
        tall = float(offer.heights[rows - 1]) * stretch
        named = [box for box in offer.boxes if box.row < rows]
        lanes.append(_lay(items, named, rows, space, (y, tall)))
        y += tall
    return lanes, y


def _cell(groups: Sequence[Items], edges: tuple[float, float], height: float, style: Style) -> float:
    """Return the stack cell: the style's, or a smaller one where the tallest stack would fill a lane."""
    most = max(90.0, height / 4)
    cell = style.cell
    while cell > _SMALLEST_CELL:
        space = Space(*edges, style, cell)
        if max((_tallest(space.columns(items.x)) for items in groups), default=0) * cell <= most:
            break
        cell -= 0.8
    return cell


def _tallest(columns: np.ndarray) -> int:
    return int(np.bincount(columns).max()) if len(columns) else 0


def _offer(items: Items, space: Space, least: float) -> _Offer:
    boxes = first_fit(items, space)
    rows = max((box.row + 1 for box in boxes), default=1)
    row_of = np.full(len(items), rows)
    for box in boxes:
        row_of[box.item] = box.row
    columns = space.columns(items.x)
    heights, worths = np.zeros(rows), np.zeros(rows)
    for n in range(1, rows + 1):
        stacked = _tallest(columns[row_of >= n]) * space.cell
        tall = PAD_TOP + n * space.style.row + (stacked + _STACK_GAP if stacked else 0) + PAD_BOTTOM
        heights[n - 1] = math.ceil(max(tall, least))
        worths[n - 1] = _worth(items.importance[row_of < n], space.style)
    return _Offer(boxes, heights, worths)


def _worth(named: np.ndarray, style: Style) -> float:
    counts = np.bincount(named, minlength=len(_WORTH) + 1)
    minor = sum(_WORTH[n] * float(counts[n]) for n in _WORTH if n > 1)
    return float(_WORTH[1] * float(counts[1]) ** style.turning_power + minor**_MINOR_POWER)


def _share_out(offers: Sequence[_Offer], height: int) -> list[int]:
    """Return the number of rows for each lane: the most worth within the height, at least one row each."""
    whole = max(height, sum(int(offer.heights.min()) for offer in offers))
    best = np.zeros(whole + 1)
    picks = []
    for offer in offers:
        after, pick = np.full(whole + 1, -np.inf), np.zeros(whole + 1, dtype=int)
        for n, (tall, worth) in enumerate(zip(offer.heights.astype(int), offer.worths, strict=True), 1):
            gained = best[: max(whole + 1 - tall, 0)] + worth
            better = np.flatnonzero(gained > after[tall:] + 1e-9)
            after[tall + better], pick[tall + better] = gained[better], n
        best = after
        picks.append(pick)
    counts, left = [], whole
    for offer, pick in zip(reversed(offers), reversed(picks), strict=True):
        counts.append(int(pick[left]))
        left -= int(offer.heights[counts[-1] - 1])
    return counts[::-1]


def _lay(items: Items, named: list[Box], rows: int, space: Space, span: tuple[float, float]) -> Lane:
    """Take the rows, let more labels hang in where stacks are low, stack the rest."""
    y, height = span
    stacks = stack(items, space, named)
    zone = height - PAD_TOP - rows * space.style.row - PAD_BOTTOM
    dips = tuple(box._replace(row=rows + box.row) for box in hang(items, space, stacks, zone))
    kept = {column: tuple(stacked) for column, stacked in stacks.items() if stacked}
    return Lane(items, y, height, rows, (*named, *dips), dips, kept, space.cell)
