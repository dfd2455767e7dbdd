"""Two histories by distance: each pair a row, from the furthest ahead to the furthest behind."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from timeline.dates import new_year
from timeline.figures.canvas import Canvas, Mark
from timeline.figures.histories import ends
from timeline.figures.histories.rows import HEAD, NAMES, PITCH, Group
from timeline.figures.histories.stage import Stage
from timeline.histories import Pair
from timeline.lettering import fit
from timeline.lettering import width as text_width
from timeline.shifts import measured

_NUMBER = 46.0
_UNIT = 52.0
_TEXTS = 104.0
"""Where the texts may begin: right of the distances, in px from the picture's side."""
_FADES = 12


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where things stand, in px: rows from `top` down, days from x0 to x1, texts out to left and right."""

    stage: Stage
    top: float
    x0: float
    x1: float
    left: float
    right: float

    def x(self, day: float) -> float:
        """Return the px of a day."""
        share = (day - self.stage.first) / (self.stage.last - self.stage.first)
        return self.x0 + share * (self.x1 - self.x0)


def sheet(stage: Stage, top: float) -> Sheet:
    """Return the sheet of a picture whose rows begin at `top`."""
    wide = stage.width
    side = stage.side
    return Sheet(stage, top, side + _TEXTS + wide * 0.18, wide * 0.74, side, wide - side)


def height(found: list[Group]) -> float:
    """Return the px that the rows and their heads take."""
    return sum(HEAD + PITCH * len(group.pairs) for group in found) + 12


def draw(canvas: Canvas, plan: Sheet, found: list[Group]) -> None:
    """Draw all groups, each under its head."""
    _years(canvas, plan, plan.top + height(found) - 8)
    y = plan.top
    for group in found:
        _head(canvas, plan, group, y)
        y += HEAD
        for pair in group.pairs:
            _row(canvas, plan, pair, y + PITCH / 2)
            y += PITCH


def _years(canvas: Canvas, plan: Sheet, bottom: float) -> None:
    stage, muted, y = plan.stage, canvas.ground["muted"], plan.top - 12
    first, last = (dt.date.fromordinal(int(day)).year for day in (stage.first, stage.last - 1))
    step = next(
        (n for n in (5, 10, 20, 50) if n * 365.25 / (stage.last - stage.first) * (plan.x1 - plan.x0) > 44),
        100,
    )
    canvas.part("rules")
    split = None if stage.split is None else plan.x(stage.split)
    taken = -1e9
    for year in range(-(-first // step) * step, last + 1, step):
        x = plan.x(new_year(year))
        canvas.line((x, plan.top - 2), (x, bottom), canvas.ground["line"])
        half = text_width(str(year), 12, 500) / 2
        if x - half > taken and (split is None or abs(x - split) > half + 8 or x > split):
            canvas.text(x, y, str(year), muted, weight=500, anchor="center")
            taken = x + half + 6
    if split is not None:
        canvas.line((split, plan.top - 2), (split, bottom), muted, dash="2px,3px")
        said = f"one history until {dt.date.fromordinal(int(stage.split or 1)).year}"
        canvas.text(split - 6, y - 16, said, muted, anchor="right")


def _head(canvas: Canvas, plan: Sheet, group: Group, y: float) -> None:
    name = NAMES[group.relation]
    level = y + HEAD - 12
    canvas.text(plan.left, level, name, size=14, weight=600)
    shown = f"{len(group.pairs)} of {group.of}" if len(group.pairs) < group.of else f"{group.of}"
    canvas.text(plan.left + text_width(name, 14, 600) + 9, level + 0.5, shown, canvas.ground["muted"])
    canvas.line((plan.left, y + HEAD - 1), (plan.right, y + HEAD - 1), canvas.ground["line"])


def _row(canvas: Canvas, plan: Sheet, pair: Pair, y: float) -> None:
    """Draw a pair so that it reads as a sentence: what came first, how long, what followed."""
    colour, _ = ends.look(plan.stage.dataset, pair)
    if pair.event == plan.stage.view.event:
        canvas.rect((plan.left, y - PITCH / 2, plan.right, y + PITCH / 2), canvas.ground["panel"])
    canvas.part("joins")
    if pair.shift and pair.ours:
        low, high = sorted((plan.x(pair.theirs.day), plan.x(pair.ours.day)))
        canvas.stroke(low, high, y, colour, opacity=0.75)
        _distance(canvas, plan, pair, y)
    elif pair.relation == "never":
        _fade(canvas, plan, plan.x(pair.theirs.day), y, colour)
    canvas.part("ends")
    reach = [_end(canvas, plan, pair, y, ours=ours) for ours in _sides(pair)]
    _texts(canvas, plan, pair, y, (min(a for a, _ in reach) - 4, max(b for _, b in reach) + 4))


def _sides(pair: Pair) -> list[bool]:
    """Return which ends a pair has: what is averted happens only in ours."""
    return [*([False] if pair.relation != "averted" else []), *([True] if pair.ours else [])]


def _end(canvas: Canvas, plan: Sheet, pair: Pair, y: float, *, ours: bool) -> tuple[float, float]:
    """Draw one end; return the px that it takes."""
    end = pair.ours if ours and pair.ours else pair.theirs
    x, x0, x1 = (plan.x(day) for day in (end.day, end.date.first, end.date.last + 1))
    colour = canvas.ground["handle"] if ours else ends.look(plan.stage.dataset, pair)[0]
    if x1 - x0 > ends.SPANNED:
        canvas.pill(x0, x1, y, 3.5, colour, opacity=0.5)
    lone = pair.relation == "averted"
    if ours:
        mark = ends.ours(canvas, pair, x, y, 9.5, ring=True)
        canvas.marks([mark] if lone else [])
        if not lone:
            canvas.ring(mark)
            canvas.door(x, y, pair.event, mark.tip)
    else:
        canvas.marks([ends.theirs(plan.stage.dataset, pair, x, y, 9.5)])
    if pair.event == plan.stage.view.event and ours is lone:
        canvas.ring(Mark(x, y, "circle", 16, canvas.ground["text"], True, "", ""))
    return min(x0, x - 5), max(x1, x + 5)


def _distance(canvas: Canvas, plan: Sheet, pair: Pair, y: float) -> None:
    """Write how far apart: the number right-aligned, the unit beside it."""
    found = measured(pair.shift.toward(1 if pair.relation == "earlier" else -1)) if pair.shift else None
    low, high, unit = found or (0, 0, "day")
    number = str(high) if low == high else f"{low}–{high}"
    canvas.text(plan.left + _NUMBER, y, number, weight=600, anchor="right")
    canvas.text(plan.left + _UNIT, y, unit if high == 1 else f"{unit}s", canvas.ground["muted"])


def _fade(canvas: Canvas, plan: Sheet, x: float, y: float, colour: str) -> None:
    """Let a line run out: nothing answers it."""
    end = min(x + 150.0, plan.x1)
    step = (end - x) / _FADES
    for n in range(_FADES if step > 0 else 0):
        canvas.stroke(x + n * step, x + (n + 1) * step, y, colour, opacity=round(0.6 * (1 - n / _FADES), 2))


def _texts(canvas: Canvas, plan: Sheet, pair: Pair, y: float, around: tuple[float, float]) -> None:
    """Write both texts at their ends, the earlier one left; what has no room is cut short."""
    text, second = canvas.ground["text"], canvas.ground["muted"]
    theirs = (pair.theirs, text, 500)
    real = (pair.ours, second, 400)
    left, right = (theirs, real) if pair.relation in ("earlier", "averted", "never") else (real, theirs)
    rooms = (around[0] - plan.left - (_TEXTS if pair.shift else 0), plan.right - around[1])
    for (end, colour, weight), x, room, way in (
        (left, around[0], rooms[0], -1),
        (right, around[1], rooms[1], 1),
    ):
        if end is None:
            continue
        full = end.text.rstrip(".")
        shown = fit(full if text_width(full, 12, weight) <= room else end.label, room, 12, weight)
        if shown:
            _write(canvas, pair, (x, y), shown, colour, weight, way)


def _write(
    canvas: Canvas, pair: Pair, at: tuple[float, float], shown: str, colour: str, weight: int, way: int
) -> None:
    """Write a text to the left (-1) or right of a place, on ground of its own: no rule runs through it."""
    x, y = at
    wide = text_width(shown, 12, weight)
    low, high = sorted((x - way * 2, x + way * (wide + 3)))
    canvas.part("paper")
    canvas.rect((low, y - PITCH / 2 + 1, high, y + PITCH / 2 - 1), canvas.ground["ground"])
    canvas.text(x, y, shown, colour, weight=weight, anchor="left" if way > 0 else "right")
    for door in range(20, int(wide), ends.DOOR):
        canvas.door(x + way * door, y, pair.event, ends.tip(pair))
