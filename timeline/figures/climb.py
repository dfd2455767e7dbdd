"""The climb of a season: one step an event, the shade of what its dates allow, flags at turning points."""

from __future__ import annotations

import numpy as np
import pandas as pd

from timeline import theme
from timeline.comparison import durations
from timeline.figures import flags
from timeline.figures.canvas import Canvas, Mark
from timeline.figures.marks import tips
from timeline.figures.rows import SIZES, Plan, Row
from timeline.lettering import width as text_width
from timeline.shorthand import year_of

_FLAGS = 9
_TINT = {"dark": (0.13, 0.20), "light": (0.10, 0.16)}
"""Opacity of the wedge and of the shade."""
_DOOR = 26


def bar(canvas: Canvas, plan: Plan, row: Row) -> None:
    """Draw the true length over a row, on one scale for all, and the wedge from it to the window."""
    span, ground = row.case.span, canvas.ground
    if span is None:
        return
    colour, _ = theme.season_mark(row.case.dataset, row.case.season)
    scale = (row.x1 - row.x0) / plan.most_days
    long, sure = span.longest * scale, span.shortest * scale
    y = row.top - 18
    canvas.rect((row.x0, row.top, row.x1, row.base), ground["panel"])
    zoom = (row.x1 - row.x0) / max(long, 1e-9)
    if not row.warped:
        wedge = [(row.x0, y + 3), (row.x0 + long, y + 3), (row.x1, row.top), (row.x0, row.top)]
        canvas.path(wedge, fill=colour, opacity=_TINT[str(ground["name"])][0])
    canvas.rect((row.x0, y - 3, row.x0 + long, y + 3), colour, opacity=0.38)
    canvas.rect((row.x0, y - 3, row.x0 + sure, y + 3), colour)
    said = f"drawn {durations.number(zoom, 1)} times as wide"
    if plan.narrow:
        return
    # An episode's row is its season, whose name says whose length that is.
    season = f"{row.case.short[:2]}: " if row.case.by == "episode" else ""
    canvas.text(row.x0 - 10, y, f"{season}{span.words()}", weight=600, anchor="right")
    if zoom >= 1.5 and not row.warped and row.x0 + long + 9 + text_width(said) < row.x1:
        canvas.text(row.x0 + long + 9, y, said, ground["muted"])


def draw(canvas: Canvas, plan: Plan, row: Row) -> None:
    """Draw the shade, the steps of earlier years and of the season's own time, and the flags."""
    colour, symbol = theme.season_mark(row.case.dataset, row.case.season)
    ground = canvas.ground
    own, before = row.own, row.before
    _shade(canvas, row, own, len(before), colour)
    _earlier(canvas, plan, row, colour)
    x = row.x(own["share"].to_numpy(dtype=float))
    y = row.level(len(before) + np.arange(len(own)) + 0.5)
    line = [
        (row.x0, float(row.level(len(before)))),
        *zip(x.tolist(), y.tolist(), strict=True),
        (row.x1, float(row.level(len(before) + len(own)))),
    ]
    if len(own):
        canvas.path(line, line=colour, width=1.25, opacity=0.85)
    else:
        canvas.text(
            (row.x0 + row.x1) / 2, (row.top + row.base) / 2, "No events", ground["muted"], anchor="center"
        )
    if not plan.narrow:
        _flag(canvas, row, own, x, y, tuple(line), colour)
    canvas.marks(marks(own, x, y, colour, symbol, row))


def marks(
    events: pd.DataFrame, x: np.ndarray, y: np.ndarray, colour: str, symbol: str, row: Row, size: float = 1
) -> list[Mark]:
    """Return marks of events, the weightiest last, on top; turning points without a known day are hollow."""
    said = tips(row.case.dataset, events)
    columns = ("id", "importance", "precision", "approximate")
    found = [
        (
            importance,
            Mark(
                float(x[i]), float(y[i]), symbol, theme.mark_size(symbol, SIZES[importance]) * size, colour,
                importance == 1 and (precision != "day" or vague), event, said[i],
            ),
        )
        for i, (event, importance, precision, vague) in enumerate(
            events[list(columns)].itertuples(index=False, name=None)
        )
    ]  # fmt: skip
    return [mark for _, mark in sorted(found, key=lambda each: -each[0])]


def piled(x: np.ndarray) -> np.ndarray:
    """Return how many marks of the same place stand before each: what piles them up."""
    piles: dict[int, int] = {}
    found = []
    for place in np.rint(np.asarray(x) / 4).astype(int).tolist():
        found.append(piles.get(place, 0))
        piles[place] = found[-1] + 1
    return np.array(found, dtype=float)


def _shade(canvas: Canvas, row: Row, own: pd.DataFrame, base: int, colour: str) -> None:
    """Fill between every event on its first possible day and every event on its last."""
    if own.empty:
        return
    count = np.arange(len(own))

    def steps(shares: np.ndarray) -> list[tuple[float, float]]:
        x = row.x(np.sort(shares))
        low, high = row.level(base + count), row.level(base + count + 1)
        return [
            (row.x0, float(row.level(base))),
            *((float(a), float(b)) for i in range(len(x)) for a, b in ((x[i], low[i]), (x[i], high[i]))),
            (row.x1, float(row.level(base + len(x)))),
        ]

    upper, lower = steps(own["low"].to_numpy(dtype=float)), steps(own["high"].to_numpy(dtype=float))
    canvas.path([*upper, *lower[::-1]], fill=colour, opacity=_TINT[str(canvas.ground["name"])][1])


def _earlier(canvas: Canvas, plan: Plan, row: Row, colour: str) -> None:
    """Draw the climb of the years before the season, left of its first day."""
    before, ground = row.before, canvas.ground
    if before.empty or row.case.span is None:
        return
    _, symbol = theme.season_mark(row.case.dataset, row.case.season)
    middle = ((before["first"] + before["last"] + 1) / 2).to_numpy(dtype=float)
    start, end = float(middle.min()), float(row.case.span.first)
    share = np.clip((middle - start) / max(end - start, 1.0), 0, 1)
    x = row.gut0 + share * (row.gut1 - row.gut0)
    y = row.level(np.arange(len(before)) + 0.5)
    canvas.line((row.gut0 - 4, row.base), (row.gut1 + 4, row.base), ground["edge"], dash="dot")
    path = [*zip(x.tolist(), y.tolist(), strict=True), (row.x0, float(row.level(len(before))))]
    canvas.path(path, line=colour, width=1, opacity=0.5)
    canvas.marks(marks(before, x, y, colour, symbol, row, 0.8))
    if not plan.narrow:
        first, last = year_of(int(start)), year_of(int(end))
        end_year = f"{last % 100:02}" if first // 100 == last // 100 else str(last)
        years = str(first) if first == last else f"{first}–{end_year}"
        middle_x = (row.gut0 + row.gut1) / 2
        canvas.text(middle_x, row.base + 12, years, ground["muted"], anchor="center")
        canvas.text(middle_x, row.base + 28, f"{len(before)} before", ground["muted"], anchor="center")
    elif row.base - float(row.level(len(before) + len(row.own))) > 40 and len(row.own):
        said = f"{len(before)} told of earlier years"
        canvas.text(row.x1 - 6, row.base - 11, said, ground["muted"], anchor="right")


def _flag(
    canvas: Canvas,
    row: Row,
    own: pd.DataFrame,
    x: np.ndarray,
    y: np.ndarray,
    line: tuple[tuple[float, float], ...],
    colour: str,
) -> None:
    """Name turning points where their names have room."""
    heavy = np.flatnonzero((own["importance"] == 1).to_numpy())
    labels = [label or headline for label, headline in zip(own["label"], own["headline"], strict=True)]
    places = tuple((round(float(x[i]), 1), round(float(y[i]), 1)) for i in heavy)
    room = flags.Room(row.x0, row.top, row.x1, row.base, _FLAGS)
    corners = tuple((round(a, 1), round(b, 1)) for a, b in line)
    said = tips(row.case.dataset, own)
    for flag in flags.plant(places, tuple(labels[i] for i in heavy), corners, room):
        px, py = places[flag.mark]
        i = int(heavy[flag.mark])
        canvas.line((px, py), (px, flag.y - (0 if flag.y > py else 6)), colour)
        canvas.text(flag.x, flag.y, labels[i], weight=flags.WEIGHT, anchor=flag.anchor)
        wide = text_width(labels[i], 12, flags.WEIGHT)
        start = flag.x if flag.anchor == "left" else flag.x - wide
        for door in np.arange(start + 12, start + wide, _DOOR):
            canvas.door(float(door), flag.y, str(own["id"].iloc[i]), said[i])
