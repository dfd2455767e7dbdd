"""What has no other end: only there, above both lines, and only here, below them."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.figures.canvas import Canvas, Mark
from timeline.figures.histories import ends
from timeline.figures.histories.stage import Stage
from timeline.figures.histories.stems import LINE, Blocks, Name, Room, plant
from timeline.histories import Pair, missing
from timeline.lettering import wrapped

_CELL = 5.6
_HIGHEST = 12
_WASH = 8.0


def draw(canvas: Canvas, stage: Stage) -> None:
    """Draw both bands: marks in stacks, washes where dates are vague, and the names that fit."""
    there = [pair for pair in stage.found if pair.relation == "never"]
    here = [pair for pair in stage.found if pair.relation == "averted" and pair.ours]
    ours = len(missing(here))
    levels = stage.levels
    _head(canvas, stage, levels.there[0], "Only there", _said(len(there), "{} without a like here", stage))
    _head(canvas, stage, levels.here[0], "Only here", _said(ours, "{} that never came there", stage))
    canvas.part("there")
    _there(canvas, stage, there)
    canvas.part("here")
    _here(canvas, stage, here)


def _said(count: int, words: str, stage: Stage) -> list[str]:
    said = words.format(f"{count} event{'' if count == 1 else 's'}") if count else "nothing among these"
    return wrapped(said, 104 if stage.wide else 84)


def _head(canvas: Canvas, stage: Stage, top: float, name: str, said: Sequence[str]) -> None:
    left = stage.side
    canvas.text(left, top + 18, name, size=14 if stage.wide else 12, weight=600)
    for n, line in enumerate(said):
        canvas.text(left, top + 37 + n * LINE, line, canvas.ground["muted"])


def _there(canvas: Canvas, stage: Stage, found: Sequence[Pair]) -> None:
    """Stack their events on the band's floor; below them lies what each vague date allows."""
    floor = stage.levels.there[1] - 14
    for pair in found:
        x0, x1 = stage.span((pair.theirs.date.first, pair.theirs.date.last))
        if x1 - x0 > ends.SPANNED:
            canvas.pill(x0, x1, floor + 7, _WASH / 2, ends.look(stage.dataset, pair)[0], opacity=0.2)
    places, blocks = _stacks([(stage.x(pair.theirs.day), pair) for pair in found])
    for pair, (x, level) in zip(found, places, strict=True):
        y = floor - (level + 0.5) * _CELL
        size = min(ends.SIZES[pair.importance] * 0.75, _CELL + 1)
        canvas.marks([ends.theirs(stage.dataset, pair, x, y, size)])
        _chosen(canvas, stage, pair, x, y)
    room = Room(stage.x0, stage.x1, 12, floor - stage.levels.there[0] - 4, 500)
    names = _names(stage, [(x, pair.theirs.label, pair) for (x, _), pair in zip(places, found, strict=True)])
    for i, (flag,) in plant(names, room, blocks=blocks).items():
        ends.write(canvas, flag, found[i], floor, -1)


def _here(canvas: Canvas, stage: Stage, found: Sequence[Pair]) -> None:
    """Hang our events below the band's upper edge, what several of theirs avert below each other."""
    top = stage.levels.here[0] + 12
    at = [(stage.x(pair.ours.day), pair) for pair in found if pair.ours]
    places, blocks = _stacks(at)
    for pair, (x, level) in zip(found, places, strict=True):
        y = top + (level + 0.5) * _CELL - 3
        size = min(ends.SIZES[pair.importance] * 0.75, _CELL + 1)
        canvas.marks([ends.ours(canvas, pair, x, y, size, ring=bool(pair.doubt))])
        _chosen(canvas, stage, pair, x, y)
    room = Room(stage.x0, stage.x1, 12, stage.levels.here[1] - top - 3)
    labels = [pair.ours.label for pair in found if pair.ours]
    named = [(x, label, pair) for (x, _), label, pair in zip(places, labels, found, strict=True)]
    names = _names(stage, named)
    for i, (flag,) in plant(names, room, blocks=blocks).items():
        ends.write(canvas, flag, found[i], top - 3, 1)


def _chosen(canvas: Canvas, stage: Stage, pair: Pair, x: float, y: float) -> None:
    if pair.event == stage.view.event:
        canvas.ring(Mark(x, y, "circle", 18, canvas.ground["text"], True, "", ""))


def _stacks(at: Sequence[tuple[float, Pair]]) -> tuple[list[tuple[float, int]], Blocks]:
    """Return for each mark its px and level, and the height of every column.

    A mark stands in the column of its day, or, where that is full, in the nearest that is not.
    """
    heights: dict[int, int] = {}
    places = []
    for x, _ in at:
        own = round(x / _CELL)
        near = (own + way * step for step in range(4) for way in (1, -1))
        column = next((c for c in near if heights.get(c, 0) < _HIGHEST), own)
        level = heights.get(column, 0)
        heights[column] = level + 1
        places.append((column * _CELL, level))
    blocks = tuple((c * _CELL - 4, c * _CELL + 4, n * _CELL) for c, n in sorted(heights.items()))
    return places, blocks


def _names(stage: Stage, found: Sequence[tuple[float, str, Pair]]) -> tuple[Name, ...]:
    """Return what is to be named of (px, label, pair): turning points first, the chosen event before all."""

    def weight(pair: Pair) -> float:
        return {1: 4.0, 2: 2.0, 3: 0.8, 4: 0.4}[pair.importance] + 100.0 * (pair.event == stage.view.event)

    return tuple(Name(x, label, weight(pair), pair.counterpart or pair.event) for x, label, pair in found)
