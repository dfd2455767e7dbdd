"""People beside each other along the story: one row a person, one mark an event, absences named."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np

from timeline import scales, theme
from timeline.comparison import durations
from timeline.comparison.cases import Case, cases
from timeline.comparison.states import opening, state
from timeline.dataset import Dataset
from timeline.figures.canvas import Canvas, Mark
from timeline.figures.marks import tips
from timeline.figures.origin import origin
from timeline.figures.rows import NARROW, SIZES
from timeline.lettering import fit
from timeline.lettering import width as text_width
from timeline.scales import Scale
from timeline.view import View

_CELL, _STACK = 8.0, 64.0
_HEAD, _TITLE, _FOOT = 34.0, 84.0, 34.0


def spec(
    dataset: Dataset, view: View, width: int, height: int = 0, *, dark: bool = False, framed: bool = False
) -> dict[str, Any]:
    """Draw the chosen people's events on the story's scale, with their ages where seasons open."""
    people = cases(dataset, view)
    side = 32.0 if framed and width >= NARROW else 12.0
    gutter = 150.0 if width >= NARROW else 0.0
    scale = scales.build(
        dataset, View(season=tuple(n for n in view.season if n > 0)), side + gutter, width - side
    )
    tops, y = [], (_TITLE if framed else 8.0) + _HEAD
    heights = [max(_STACK, _tallest(case, scale) * _CELL + 34) + (20 if not gutter else 0) for case in people]
    for tall in heights:
        tops.append(y)
        y += tall + 40
    canvas = Canvas(
        width, max(y + (_FOOT if framed else 4) + (0 if people else 30), float(height)), dark=dark
    )
    if not people:
        canvas.text(side, canvas.height - 40, "No people to compare", canvas.ground["muted"])
        scale = scales.Scale(scale.name, scale.unit, scale.knots, scale.pixels, (), scale.origins)
    canvas.part("seasons")
    _seasons(canvas, dataset, scale, (tops[0] - _HEAD if tops else y, y - 20))
    for case, top, tall in zip(people, tops, heights, strict=True):
        canvas.part("people")
        _person(canvas, dataset, case, scale, (side, top, top + tall), narrow=not gutter)
    if framed:
        _frame(canvas, dataset, view, people, side)
    canvas.circle(view.event)
    return canvas.spec({}, drag=False)


def _columns(case: Case, scale: Scale) -> np.ndarray:
    x = scale.x(case.events["position"].to_numpy(dtype=float))
    columns: np.ndarray = ((x - scale.pixels[0]) // _CELL).astype(int)
    return columns


def _tallest(case: Case, scale: Scale) -> int:
    columns = _columns(case, scale)
    return int(np.bincount(columns - columns.min()).max()) if len(columns) else 1


def _seasons(canvas: Canvas, dataset: Dataset, scale: Scale, down: tuple[float, float]) -> None:
    """Shade the windows of the seasons and name them."""
    for stretch in scale.stretches:
        if stretch.kind != "season":
            continue
        colour, symbol = theme.season_mark(dataset, stretch.season)
        canvas.rect((stretch.x0, down[0] + 22, stretch.x1, down[1]), colour, opacity=0.08)
        canvas.ring(
            Mark(stretch.x0 + 5, down[0] + 10, symbol, theme.mark_size(symbol, 9), colour, False, "", "")
        )
        name = fit(str(dataset.seasons.at[stretch.season, "name"]), stretch.x1 - stretch.x0 - 16, 12, 600)
        if name:
            canvas.text(stretch.x0 + 15, down[0] + 10, name, weight=600)


def _person(
    canvas: Canvas,
    dataset: Dataset,
    case: Case,
    scale: Scale,
    at: tuple[float, float, float],
    *,
    narrow: bool,
) -> None:
    side, top, base = at
    ground = canvas.ground
    count = durations.counted(len(case.events), "event")
    canvas.text(side, top + 12, fit(case.name, 300 if narrow else 140, 14, 700), size=14, weight=700)
    if narrow:
        wide = text_width(case.name, 14, 700)
        canvas.text(side + wide + 10, top + 13, count, ground["muted"])
    else:
        canvas.text(side, top + 32, count, ground["muted"])
    canvas.line((float(scale.pixels[0]), base), (float(scale.pixels[-1]), base), ground["edge"])
    events, columns = case.events, _columns(case, scale)
    level: dict[int, int] = {}
    said = tips(dataset, events)
    found = []
    fields = events[["id", "season", "importance", "approximate"]].itertuples(index=False, name=None)
    for i, (event, season, importance, vague) in enumerate(fields):
        column = int(columns[i])
        level[column] = level.get(column, 0) + 1
        x = float(scale.pixels[0]) + (column + 0.5) * _CELL
        y = base - (level[column] - 0.5) * _CELL
        colour, symbol = theme.season_mark(dataset, int(season))
        size = theme.cell_size(symbol, _CELL) * (
            1.15 if importance == 1 else SIZES[importance] / SIZES[2] * 0.9
        )
        found.append(Mark(x, y, symbol, size, colour, bool(vague), event, said[i]))
    canvas.marks(found)
    _ages(canvas, dataset, case, scale, base)
    _absence(canvas, case, scale, base)


def _ages(canvas: Canvas, dataset: Dataset, case: Case, scale: Scale, base: float) -> None:
    """Write how old a person is where each season opens; a death instead."""
    taken = -1e9
    for stretch in scale.stretches:
        if stretch.kind != "season":
            continue
        found = state(dataset, case.id, opening(dataset, stretch.season))
        text = "dead" if found.life == "dead" else f"aged {found.age}" if found.age else ""
        if text and taken + 8 < stretch.x0 < float(scale.pixels[-1]) - text_width(text):
            canvas.text(stretch.x0, base + 12, text, canvas.ground["muted"])
            taken = stretch.x0 + text_width(text)


def _absence(canvas: Canvas, case: Case, scale: Scale, base: float) -> None:
    """Name the longest time in which no event names a person."""
    days = case.events["position"].tolist()
    if len(days) < 2:
        return
    start, end = max(pairwise(days), key=lambda pair: pair[1] - pair[0])
    x0, x1 = float(scale.x(start)), float(scale.x(end))
    text = f"out of sight {durations.words(end - start)}"
    y = base + 28
    canvas.line((x0, y - 6), (x1, y - 6), canvas.ground["muted"], dash="dot")
    wide = text_width(text)
    x = min(max((x0 + x1) / 2, float(scale.pixels[0]) + wide / 2), float(scale.pixels[-1]) - wide / 2)
    canvas.text(x, y + 4, text, canvas.ground["muted"], anchor="center")


def title(dataset: Dataset, view: View) -> str:
    """Return whose lives are compared, in words."""
    return _named(tuple(cases(dataset, view)))


def _named(people: tuple[Case, ...]) -> str:
    names = " and ".join(case.name for case in people) if len(people) < 3 else f"{len(people)} people"
    return f"{names or 'Nobody'}, event by event"


def _frame(canvas: Canvas, dataset: Dataset, view: View, people: tuple[Case, ...], side: float) -> None:
    size = 28 if canvas.width >= NARROW else 18
    room = canvas.width - 2 * side
    canvas.title(side, 36, _named(people), room, size=size)
    deck = "Each mark is an event that names them. A month is as wide as what is told in it."
    canvas.text(side, 64, fit(deck, room, 13), canvas.ground["muted"], size=13)
    foot = origin(dataset, view)
    canvas.text(side, canvas.height - 13, fit(foot, room), canvas.ground["muted"])


__all__ = ["spec", "title"]
