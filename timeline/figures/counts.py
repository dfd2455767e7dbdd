"""How many events of a lane and stretch have no name: "+n", near their tallest stack."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from timeline.figures import window
from timeline.figures.canvas import Canvas
from timeline.figures.plan import Plan
from timeline.lanes import PAD_BOTTOM, PAD_TOP, Lane
from timeline.lettering import width as text_width
from timeline.scales import Stretch

_FEWEST = 5
_CLEAR = 3.0
_HALF = 6.0
"""How far the words reach below their middle, down to the stacks."""
_APART = 7.5
"""How far their middle stays from rows of labels: half the height of a line, as a browser measures it."""

Rect = tuple[float, float, float, float]


def floor(plan: Plan, lane: Lane) -> float:
    """Return the y that a lane's stacks stand on."""
    return plan.bands.top + lane.y + lane.height - PAD_BOTTOM


def draw(canvas: Canvas, plan: Plan, number: int) -> None:
    """Write "+n" where five or more events of a lane have no name; it is a door to lane and stretch alone."""
    lane = plan.lanes[number]
    unnamed = np.array([i for stacked in lane.stacks.values() for i in stacked], dtype=int)
    taken = _taken(plan, lane)
    for stretch in plan.scale.stretches:
        last = stretch is plan.scale.stretches[-1]
        x = lane.items.x[unnamed]
        mine = unnamed[(x >= stretch.x0) & ((x < stretch.x1) | last)]
        if len(mine) < _FEWEST:
            continue
        spots = list(_spots(plan, lane, mine, f"+{len(mine)}"))
        free = [(far, x, y, box) for far, x, y, box in spots if not any(_meet(box, other) for other in taken)]
        if free:
            _, x, y, box = min(free)
            taken.append(box)
            _write(canvas, plan, number, stretch, f"+{len(mine)}", x, y)


def _write(canvas: Canvas, plan: Plan, number: int, stretch: Stretch, text: str, x: float, y: float) -> None:
    canvas.text(x, y, text, canvas.ground["muted"])
    view = plan.within(number, window.days(plan.view, plan.scale, stretch.first, stretch.last))
    tip = f"{text[1:]} more events here<br>Click: only this lane and time"
    canvas.door(x + text_width(text) / 2, y, "?" + view.to_query(), tip)


def _taken(plan: Plan, lane: Lane) -> list[Rect]:
    """Return the boxes of what hangs into the stack zone, and of the line of divergence."""
    top, row = plan.bands.top + lane.y + PAD_TOP, plan.style.row
    taken = [(box.start, top + box.row * row, box.end, top + (box.row + 1) * row) for box in lane.dips]
    if (line := plan.splits) is not None:
        taken.append((line, plan.bands.top, line, plan.bands.bottom))
    return taken


def _spots(plan: Plan, lane: Lane, mine: np.ndarray, text: str) -> Iterator[tuple[float, float, float, Rect]]:
    """Yield (distance, x, y, box) of places above the stacks: right of the last at the floor is the best."""
    cell, base, left = lane.cell, floor(plan, lane), plan.first_mark
    ceiling = plan.bands.top + lane.y + PAD_TOP + lane.rows * plan.style.row
    heights = {column: len(stacked) for column, stacked in lane.stacks.items()}
    own = {c for c, stacked in lane.stacks.items() if not set(stacked).isdisjoint(mine.tolist())}
    peak = max(own, key=lambda c: (heights[c], c))
    wide = text_width(text)
    middle = left + (peak + 0.5) * cell - wide / 2
    beside = left + (max(own) + 1) * cell + _CLEAR
    for x in (beside, *(middle + side * n * cell for n in range(10) for side in (1, -1))):
        if not plan.x0 <= x <= plan.x1 - wide:
            continue
        columns = range(int((x - _CLEAR - left) // cell), int((x + wide + _CLEAR - left) // cell) + 1)
        tall = max((heights.get(c, 0) for c in columns), default=0)
        y = base - tall * cell - _HALF
        if y - _APART >= ceiling:
            far = 30 + abs(x - middle) + 0.5 * abs(y - (base - heights[peak] * cell))
            box = (x - _CLEAR, y - _APART, x + wide + _CLEAR, y + _APART)
            yield (0.0 if x == beside and not tall else far), x, y, box


def _meet(a: Rect, b: Rect) -> bool:
    return a[0] <= b[2] and b[0] <= a[2] and a[1] < b[3] and b[1] < a[3]
