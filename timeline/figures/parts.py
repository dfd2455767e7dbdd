"""The comparison in parts: fields, decades, means of telling, relations, jumps and waits, people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from timeline import wording
from timeline.comparison import matrices, values
from timeline.comparison.cases import Case, cases
from timeline.comparison.ours import lead
from timeline.dataset import Dataset
from timeline.figures import grids
from timeline.figures.canvas import Canvas
from timeline.figures.cast import cast
from timeline.figures.doors import as_list
from timeline.figures.origin import origin
from timeline.figures.panels import fields
from timeline.figures.waiting import jumps
from timeline.lettering import fit, wrapped
from timeline.lettering import width as text_width
from timeline.view import View

_TITLE = "What each season tells, how, and with whom"
_WIDE = 1000
_MOST, _MOST_NARROW = 30, 14


@dataclass(slots=True)
class Sheet:
    """What is drawn on, and for whom."""

    canvas: Canvas
    view: View
    columns: Sequence[Case]
    narrow: bool

    def heading(
        self, x: float, y: float, title: str, note: str = "", right: tuple[float, str] = (0, "")
    ) -> None:
        """Write a part's title, a note behind it, and one at its right edge."""
        muted = self.canvas.ground["muted"]
        self.canvas.text(x, y, title, size=16, weight=600)
        if note:
            self.canvas.text(x + text_width(title, 16, 600) + 10, y + 1, note, muted)
        if right[1]:
            self.canvas.text(right[0], y + 1, right[1], muted, anchor="right")


def picture(
    dataset: Dataset, view: View, width: int, height: int = 0, *, dark: bool = False, framed: bool = False
) -> go.Figure:
    """Draw the parts in px, below each other in a narrow picture; it is as high as they need."""
    return go.Figure(spec(dataset, view, width, height, dark=dark, framed=framed))


def spec(
    dataset: Dataset, view: View, width: int, height: int = 0, *, dark: bool = False, framed: bool = False
) -> dict[str, Any]:
    """Return the picture as plain values, for a page that only sends it on."""
    columns = cases(dataset, view.but(by="season"))
    if not columns:
        return Canvas(width, max(height, 40), dark=dark).spec({}, drag=False)
    canvas = Canvas(width, height, dark=dark)
    # What is drawn does not depend on the height, but finds it.
    canvas.height = max(_draw(canvas, dataset, view, columns, framed=framed), float(height))
    return canvas.spec({}, drag=False)


def title(_: Dataset, __: View) -> str:
    """Return what the picture shows, in words."""
    return _TITLE


def _draw(canvas: Canvas, dataset: Dataset, view: View, columns: Sequence[Case], *, framed: bool) -> float:
    narrow = canvas.width < _WIDE
    sheet = Sheet(canvas, view, columns, narrow)
    side = 32.0 if framed and not narrow else 12.0
    y = _title(canvas, side) if framed else 14.0
    bottom = (_narrow if narrow else _wide)(sheet, side, y)
    if not framed:
        return bottom + 12
    room = canvas.width - 2 * side
    foot = origin(dataset, view, "Outlined: known in part.", room=room)
    canvas.text(side, bottom + 22, fit(foot, room), canvas.ground["muted"])
    return bottom + 40


def _title(canvas: Canvas, side: float) -> float:
    size = 24 if canvas.width >= _WIDE else 18
    room = canvas.width - 2 * side
    lines = wrapped(_TITLE, room, 600, size)
    if len(lines) == 1:
        canvas.title(side, 34, _TITLE, room, size=size)
        return 74.0
    for i, line in enumerate(lines):
        canvas.text(side, 34 + 24 * i, line, size=size, weight=600)
    return 50.0 + 24 * len(lines)


def _wide(sheet: Sheet, side: float, y: float) -> float:
    """Draw the parts in two columns left, people right; return where the deepest ends."""
    width = sheet.canvas.width
    left = round((width - 2 * side - 56) * 0.685)
    right = side + left + 56
    half = left / 2 - 14
    middle = side + half + 28
    sheet.heading(side, y, "Fields", "share of a season’s events, %")
    end = fields(
        sheet.canvas, sheet.view, sheet.columns, matrices.fields(sheet.columns), side, y + 30, float(left)
    )
    second = end + 48
    sheet.canvas.line((side, second - 26), (side + left, second - 26), sheet.canvas.ground["line"])
    decades = _decades(sheet, side, second, half)
    leapt = _jumps(sheet, middle, second, half)
    third = max(decades, leapt) + 46
    sheet.canvas.line((side, third - 26), (side + left, third - 26), sheet.canvas.ground["line"])
    telling = _telling(sheet, side, third, half)
    related = _relations(sheet, middle, third, half)
    bottom = max(telling, related)
    most = max(min(_MOST, int((bottom - y - 60) // 24)), 10)
    return max(bottom, _people(sheet, right, y, width - side - right, most))


def _narrow(sheet: Sheet, side: float, y: float) -> float:
    """Draw the parts below each other; return where the last ends."""
    room = sheet.canvas.width - 2 * side
    sheet.heading(side, y, "Fields", "share of a season’s events, %")
    y = (
        fields(sheet.canvas, sheet.view, sheet.columns, matrices.fields(sheet.columns), side, y + 30, room)
        + 40
    )
    for part in (_decades, _jumps, _telling, _relations):
        y = part(sheet, side, y, room) + 40
    return _people(sheet, side, y, room, _MOST_NARROW)


def _decades(sheet: Sheet, x: float, y: float, width: float) -> float:
    sheet.heading(x, y, "Decades", "in which its events happen")
    matrix = matrices.decades(sheet.columns)

    def goes(case: Case, value: str) -> str:
        decades = tuple(int(decade) for decade in value.split("-"))
        return as_list(sheet.view, season=(case.season,), decade=decades)

    turned = sheet.narrow or grids.turns(matrix.names, width)
    return grids.grid(
        sheet.canvas, sheet.columns, matrix, matrix.names, (x, y + 28, width), goes, turned=turned
    )


def _telling(sheet: Sheet, x: float, y: float, width: float) -> float:
    sheet.heading(x, y, "Told by", "share of a season’s events")
    matrix = matrices.telling(sheet.columns)
    heads = [wording.TOLD_BRIEF[told] for told in matrix.values]
    turned = sheet.narrow or grids.turns(heads, width)
    heads = list(matrix.names) if turned else heads

    def goes(case: Case, value: str) -> str:
        return as_list(sheet.view, season=(case.season,), told=(value,))

    return grids.grid(sheet.canvas, sheet.columns, matrix, heads, (x, y + 28, width), goes, turned=turned)


def _relations(sheet: Sheet, x: float, y: float, width: float) -> float:
    sheet.heading(x, y, "Against our history", "events")
    matrix = matrices.relations(sheet.columns)
    heads = [wording.RELATION_BRIEF[each] for each in matrix.values]
    turned = sheet.narrow or grids.turns(heads, width, grids.EXTRA)
    heads = list(matrix.names) if turned else heads
    leads = [values.text(lead(case)) for case in sheet.columns]

    def goes(case: Case, value: str) -> str:
        return as_list(sheet.view, season=(case.season,), relation=(value,))

    return grids.grid(
        sheet.canvas, sheet.columns, matrix, heads, (x, y + 28, width), goes,
        turned=turned, extra=("Lead, years", leads),
    )  # fmt: skip


def _jumps(sheet: Sheet, x: float, y: float, width: float) -> float:
    sheet.heading(x, y, "Jumps and waits", "", (x + width, "story to real time"))
    return jumps(sheet.canvas, sheet.columns, x, y + 32, width)


def _people(sheet: Sheet, x: float, y: float, width: float, most: int) -> float:
    sheet.heading(x, y, "People", f"the {most} in most events, by first appearance")
    return cast(sheet.canvas, sheet.view, sheet.columns, x, y + 30, width, most)


__all__ = ["picture", "spec", "title"]
