"""A picture as a slide: laid out small and shown large, so that its smallest text is read in a hall."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

from timeline.lettering import fit
from timeline.lettering import width as text_width

_ROOM = (1000, 630)
"""Px of layout that a window is worth: at 1920x1080 texts of 12 px are then 20 px high."""
_LEAST = 0.75
"""A slide is seen whole: a picture that is higher than its window is drawn smaller, down to this."""
_TRIES = 4
_TITLES = (26, 24, 22, 20, 18, 16)
_PHONE = 700
"""A narrower window scrolls."""

Draw = Callable[[int, int], dict[str, Any]]
"""From width and height in px to a picture as plain values."""


def slide(draw: Draw, width: int, height: int, title: str = "") -> dict[str, Any]:
    """Return a picture that fills a window of that many px; `title` stands in the place of its own."""
    return enlarged(*laid(draw, width, height, title))


def laid(draw: Draw, width: int, height: int, title: str = "") -> tuple[dict[str, Any], float]:
    """Return a picture laid out for such a window, small, and how many times as large it is shown."""
    times = max(min(width / _ROOM[0], height / _ROOM[1]), 1)
    drawn = _drawn(draw, width, height, times)
    for _ in range(_TRIES):
        tall = drawn["layout"]["height"]
        if width < _PHONE or tall * times <= height + 1 or times <= _LEAST:
            break
        times = max(min(height / tall, times * 0.98), _LEAST)
        drawn = _drawn(draw, width, height, times)
    return _titled(drawn, title) if title else drawn, times


def _drawn(draw: Draw, width: int, height: int, times: float) -> dict[str, Any]:
    return draw(int(width / times), int(height / times))


def _titled(spec: dict[str, Any], title: str) -> dict[str, Any]:
    """Return a picture with another title, as large as its room allows; one without any stays as it is."""
    place = spec["layout"]["meta"]["title"]
    if not place:
        return spec
    texts = next(trace for trace in spec["data"] if trace["name"] == "texts")
    at, room = place["at"], place["room"]
    size = next((each for each in _TITLES if text_width(title, each, 600) <= room), _TITLES[-1])
    written, sizes = list(texts["text"]), list(texts["textfont"]["size"])
    written[at], sizes[at] = escape(fit(title, room, size, 600), quote=False), size
    changed = texts | {"text": written, "textfont": texts["textfont"] | {"size": sizes}}
    return spec | {"data": [changed if trace is texts else trace for trace in spec["data"]]}


def enlarged(spec: dict[str, Any], times: float) -> dict[str, Any]:
    """Return a picture `times` as large, hover and all.

    Its axes keep their px: places and paths grow with them. What Plotly measures on the screen, letters,
    marks and strokes, grows here.
    """
    layout = spec["layout"]
    grown = {
        "width": layout["width"] * times,
        "height": layout["height"] * times,
        "hoverdistance": round(layout["hoverdistance"] * times),
        "hoverlabel": {"font": {"size": 13 * times}},
        "dragmode": False,
        "shapes": [shape | {"line": _scaled(shape["line"], "width", times)} for shape in layout["shapes"]],
    }
    return {"data": [_trace(trace, times) for trace in spec["data"]], "layout": layout | grown}


def _trace(trace: dict[str, Any], times: float) -> dict[str, Any]:
    grown = dict(trace)
    if "textfont" in trace:
        grown["textfont"] = _scaled(trace["textfont"], "size", times)
    if "marker" in trace:
        marker = _scaled(trace["marker"], "size", times)
        if "line" in marker:
            marker["line"] = _scaled(marker["line"], "width", times)
        grown["marker"] = marker
    return grown


def _scaled(part: dict[str, Any], key: str, times: float) -> dict[str, Any]:
    """Return a part of a picture with one of its measures, a number or a list of them, multiplied."""
    size = part[key]
    return part | {key: [each * times for each in size] if isinstance(size, list) else size * times}
