"""The picture of causes: events along time, from where history splits to what it led to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd

from timeline import theme
from timeline.butterflies import Shown, shown
from timeline.butterflies.layout import BESIDE, LINE, SPLITS, Layout, arrange
from timeline.dataset import Dataset
from timeline.figures import eras, strands
from timeline.figures.canvas import Canvas, Mark
from timeline.figures.marks import tips
from timeline.figures.origin import origin
from timeline.lettering import fit
from timeline.view import View

_TITLE, _FOOT, _PAD = 76.0, 34.0, 12.0
_SIZES = {1: 9.5, 2: 8.0, 3: 6.6, 4: 5.6}
_ON_PATH, _CHOSEN = 11.0, 13.0
_DOOR_PX = 28


def title(dataset: Dataset, view: View) -> str:
    """Return what the picture shows, in words."""
    if view.event:
        headline = dataset.events["headline"].iloc[dataset.event_rows[view.event]]
        return f"How did we get to “{headline}”?"
    return "What follows from what"


def deck(dataset: Dataset, view: View) -> str:
    """Return the line below the title: how many events of how many, and how to read them."""
    seen = shown(dataset, view)
    many = f"{len(seen.events)} event{'' if len(seen.events) == 1 else 's'}"
    if len(seen.events) < seen.held:
        many += f" of {seen.held}, the weightiest first"
    return f"{many}, from cause to effect. Time runs to the right; each event takes one step."


def spec(
    dataset: Dataset, view: View, width: int, height: int, *, dark: bool = False, framed: bool = False
) -> dict[str, Any]:
    """Return the picture as plain values; it is taller than asked where it stands on a page and needs it.

    Marks and labels carry the id of their event. An empty selection has an empty picture.
    """
    seen = shown(dataset, view)
    head = _TITLE if framed else 0.0
    foot = _FOOT if framed else _PAD
    layout = arrange(dataset, seen, width, head + eras.HEIGHT, height - foot, grows=not framed)
    canvas = Canvas(width, height if framed else layout.bottom + foot, dark=dark)
    canvas.part("ground")
    eras.draw(canvas, dataset, layout, head)
    strands.draw(canvas, dataset, layout, view.event)
    _events(canvas, dataset, layout, view.event)
    if framed:
        _frame(canvas, dataset, view)
    return canvas.spec({}, drag=False)


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


def _frame(canvas: Canvas, dataset: Dataset, view: View) -> None:
    """Write title and deck above, and below where the picture comes from."""
    muted, room = canvas.ground["muted"], canvas.width - 32
    canvas.text(16, 24, fit(title(dataset, view), room, 20, 600), size=20, weight=600)
    canvas.text(16, 48, fit(deck(dataset, view), room, 13), muted, size=13)
    canvas.text(16, canvas.height - 12, fit(origin(dataset, view), room), muted)
