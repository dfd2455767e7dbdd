"""Pictures taken apart: which events are drawn, where each text stands, where a click leads."""

from __future__ import annotations

import html
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np

from timeline.dataset import Dataset
from timeline.figures.timeline import spec
from timeline.lettering import width as text_width
from timeline.query import select
from timeline.view import View

MOST_TRACES = 6
_ASCENT, _DESCENT, _DROP = 0.96875, 0.2412, 0.25
"""Inter's own, and how far below its point Plotly puts a text's baseline; all in shares of its size."""


class Written(NamedTuple):
    """A text and its line box in px, as Chromium measures it."""

    x0: float
    y0: float
    x1: float
    y1: float
    text: str


@lru_cache(maxsize=64)
def drawn(
    dataset: Dataset,
    view: View,
    width: int = 1440,
    height: int = 900,
    *,
    dark: bool = False,
    framed: bool = False,
) -> dict[str, Any]:
    """Return a picture as plain values."""
    return spec(dataset, view, width, height, dark=dark, framed=framed)


def trace(figure: dict[str, Any], name: str) -> dict[str, Any]:
    """Return the trace of that name; an empty one if there is none."""
    none: dict[str, Any] = {"x": [], "y": [], "ids": [], "text": [], "hovertext": []}
    return next((found for found in figure["data"] if found.get("name") == name), none)


def texts(figure: dict[str, Any]) -> list[Written]:
    """Return every text with its line box."""
    found = trace(figure, "texts")
    if not found["text"]:
        return []
    font = found["textfont"]
    columns = (found["x"], found["y"], found["text"], font["size"], font["weight"], found["textposition"])
    return [_written(*text) for text in zip(*columns, strict=True)]


def _written(x: float, y: float, text: str, size: float, weight: int, anchor: str) -> Written:
    plain = html.unescape(text)
    wide = text_width(plain, size, weight)
    left = x - {"middle right": 0.0, "middle center": wide / 2, "middle left": wide}[anchor]
    base = y + _DROP * size
    return Written(left, base - round(_ASCENT * size), left + wide, base + round(_DESCENT * size), plain)


def said(figure: dict[str, Any]) -> list[str]:
    """Return every text."""
    return [written.text for written in texts(figure)]


def crossings(written: list[Written]) -> list[tuple[Written, Written]]:
    """Return the pairs of texts whose line boxes lie on each other; 0.1 px is the drawing's own rounding."""
    box = np.array([each[:4] for each in written]).reshape(-1, 4)
    low, high = box[:, :2] + 0.1, box[:, 2:]
    meet = (low[:, None] < high[None, :]).all(axis=2)
    meet &= meet.T
    return [(written[i], written[j]) for i, j in zip(*np.nonzero(np.triu(meet, 1)), strict=True)]


def assert_sound(dataset: Dataset, view: View, width: int = 1440, height: int = 900, **how: bool) -> None:
    """Assert what holds of every picture of the timeline."""
    figure = drawn(dataset, view, width, height, **how)
    events, doors = trace(figure, "events"), trace(figure, "doors")
    tall = figure["layout"]["height"]
    assert sorted(events["ids"]) == sorted(select(dataset, view)["id"])
    assert len(figure["data"]) <= MOST_TRACES
    assert all(0 <= x <= width for x in events["x"])
    assert all(0 <= y <= tall for y in events["y"])
    assert_led(dataset, {*events["ids"], *doors["ids"]})
    written = texts(figure)
    assert crossings(written) == []
    for text in written:
        assert text.text.strip()
        assert min(text.x0, text.y0) >= 0, text
        assert (text.x1 <= width, text.y1 <= tall) == (True, True), text


def assert_led(dataset: Dataset, ids: set[str]) -> None:
    """Assert that each id is an event's, or an address that is wholly understood."""
    for goes in ids:
        if goes.startswith(("?", "/?")):
            assert View.parse(goes.removeprefix("/"), dataset)[1] == ()
        else:
            assert goes in dataset.event_rows
