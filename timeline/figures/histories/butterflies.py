"""The picture of causes: events along time, from where history splits to what it led to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd

from timeline import theme
from timeline.butterflies import Shown, chain, drawn, shown, title
from timeline.butterflies.layout import BESIDE, LINE, SPLITS, Layout, arrange
from timeline.dataset import Dataset
from timeline.figures.canvas import Canvas, Mark
from timeline.figures.histories import eras, frame, steps, strands
from timeline.figures.marks import tips
from timeline.view import View

_TITLE, _FOOT, _PAD = 92.0, 36.0, 12.0
_SIZES = {1: 9.5, 2: 8.0, 3: 6.6, 4: 5.6}
_ON_PATH, _CHOSEN = 11.0, 13.0
_DOOR_PX = 28
_READ = (
    "Time runs to the right, one step an event. Dotted: by way of events not drawn; faint: a further cause."
)


def spec(
    dataset: Dataset, view: View, width: int, height: int, *, dark: bool = False, framed: bool = False
) -> dict[str, Any]:
    """Return the picture as plain values, for a page that only sends it on."""
    return draw(dataset, view, width, height, dark=dark, framed=framed).spec({}, drag=False)


def draw(dataset: Dataset, view: View, width: int, height: int, *, dark: bool, framed: bool) -> Canvas:
    """Draw the events that the View asks for; taller than asked where it stands on a page and needs it.

    Marks and labels carry the id of their event. An empty selection has an empty picture.
    """
    seen = shown(dataset, view)
    head = _TITLE if framed else 0.0
    way = chain(dataset, view.event) if view.event and framed else None
    words = steps.height(way, width, height)
    foot = _FOOT + words if framed else _PAD
    layout = arrange(dataset, seen, width, head + eras.HEIGHT, height - foot, grows=not framed)
    canvas = Canvas(width, height if framed else layout.bottom + foot, dark=dark)
    canvas.part("ground")
    eras.draw(canvas, dataset, layout, head)
    strands.draw(canvas, dataset, layout, view.event)
    _events(canvas, dataset, layout, view.event)
    if framed:
        many = f"{drawn(dataset, view)}, from cause to effect."
        decks = (f"{many} {_READ}", many)
        frame.draw(canvas, dataset, view, decks, title(dataset, view))
    if way and words:
        steps.draw(canvas, dataset, way, height - foot + 6)
    return canvas


def _events(canvas: Canvas, dataset: Dataset, layout: Layout, chosen: str) -> None:
    """Draw marks and labels; the chosen event and what it hangs on are strong."""
    seen = layout.shown
    rows = dataset.events.iloc[[dataset.event_rows[event] for event in seen.events]]
    pointed = tips(dataset, rows)
    near = strands.next_to(layout, chosen)
    for n, event in enumerate(seen.events):
        mark = _mark(dataset, rows.iloc[n], (layout.x[n], layout.y[n]), pointed[n], seen, chosen)
        canvas.marks([mark])
        if event in seen.path:
            canvas.ring(mark._replace(size=mark.size + 3.6, colour=canvas.ground["text"], hollow=False))
        tone = "text" if event in seen.path or event in near else "muted" if chosen else "second"
        for x, y, line in _label(layout, n):
            aside = line == SPLITS
            weight = 600 if layout.bold(n) and not aside else 400
            canvas.text(x, y, line, canvas.ground["muted" if aside else tone], weight=weight)
        if layout.labels[n]:
            for door in np.arange(layout.x[n] + BESIDE + 12, layout.end(n), _DOOR_PX):
                canvas.door(float(door), layout.y[n], event, pointed[n])


def _mark(
    dataset: Dataset, row: pd.Series[Any], place: tuple[float, float], tip: str, seen: Shown, chosen: str
) -> Mark:
    colour, symbol = theme.season_mark(dataset, int(row["season"]))
    on_path = _ON_PATH if row["id"] in seen.path else _SIZES[int(row["importance"])]
    size = theme.mark_size(symbol, _CHOSEN if row["id"] == chosen else on_path)
    hollow = bool(row["approximate"]) or row["precision"] == "decade"
    return Mark(*place, symbol, size, colour, hollow, row["id"], tip)


def _label(layout: Layout, n: int) -> Iterator[tuple[float, float, str]]:
    """Yield x, y and text of each line of a label."""
    lines = layout.labels[n]
    for place, line in enumerate(lines):
        yield layout.x[n] + BESIDE, layout.y[n] + LINE * (place - (len(lines) - 1) / 2), line
