"""The way to the chosen event in words, at the foot of a picture that stands alone."""

from __future__ import annotations

from timeline import theme
from timeline.butterflies import Chain, Link, length
from timeline.dataset import Dataset
from timeline.figures.canvas import Canvas, Mark
from timeline.lettering import fit, wrapped
from timeline.lettering import width as text_width

_SIDE, _PAD, _GAP = 16.0, 14.0, 16.0
_HEAD, _DATE, _NAME, _HERE = 40.0, 18.0, 16.0, 15.0
_LINES = 3
"""So many lines the name of a step has at most, and what happened here."""
_IN_ONE_ROW = 7
_LEAST = (900, 780)
"""Smaller pictures have no room for words below."""


def height(found: Chain | None, width: float, tall: float) -> float:
    """Return the px that the steps take at the foot of a picture; 0 where there are none, or no room."""
    if found is None or not found.steps or width < _LEAST[0] or tall < _LEAST[1]:
        return 0.0
    return _HEAD + sum(_heights(found, width))


def _columns(found: Chain) -> int:
    """Return how many steps stand in a row: there are two rows of many."""
    links = len(found.links)
    return links if links <= _IN_ONE_ROW else -(-links // 2)


def _room(found: Chain, width: float) -> float:
    return (width - 2 * _SIDE - 2 * _PAD) / _columns(found)


def _heights(found: Chain, width: float) -> list[float]:
    """Return the px that each row of steps takes."""
    room, many = _room(found, width) - _GAP, _columns(found)
    tall = [
        _NAME * len(_some(link.headline, room, 600)) + _HERE * len(_some(link.here, room, 400))
        for link in found.links
    ]
    return [_DATE + max(tall[first : first + many]) + _PAD for first in range(0, len(tall), many)]


def draw(canvas: Canvas, dataset: Dataset, found: Chain, top: float) -> None:
    """Draw the steps on a panel, from left to right, in one row or two."""
    heights, many = _heights(found, canvas.width), _columns(found)
    canvas.rect((_SIDE, top, canvas.width - _SIDE, top + _HEAD + sum(heights)), canvas.ground["panel"])
    start = "" if found.splits else " What led to the first one is not told."
    said = f"{length(found)}, the shortest way.{start} In grey: our history."
    canvas.text(_SIDE + _PAD, top + 20, fit(said, canvas.width - 3 * _SIDE, 13, 600), size=13, weight=600)
    room = _room(found, canvas.width)
    for n, link in enumerate(found.links):
        row, column = divmod(n, many)
        place = (_SIDE + _PAD + column * room, top + _HEAD + sum(heights[:row]))
        _step(canvas, dataset, link, place, room, last=n == len(found.links) - 1)


def _step(
    canvas: Canvas, dataset: Dataset, link: Link, place: tuple[float, float], room: float, *, last: bool
) -> None:
    """Draw one step: mark and date with a line to the next, its name, what happened here."""
    (x, y), muted = place, canvas.ground["muted"]
    colour, symbol = theme.season_mark(dataset, link.season)
    canvas.ring(Mark(x + 5, y + 6, symbol, theme.mark_size(symbol, 10), colour, False, "", ""))
    canvas.text(x + 15, y + 6, date := fit(link.when, room - 15), muted)
    begins = x + 15 + text_width(date) + 8
    if not last and begins < x + room - 12:
        canvas.line((begins, y + 6), (x + room - 8, y + 6), canvas.ground["text"], 1.6)
    y += _DATE
    for line in _some(link.headline, room - _GAP, 600):
        canvas.text(x, y + _NAME / 2, line, weight=600)
        y += _NAME
    for line in _some(link.here, room - _GAP, 400):
        canvas.text(x, y + _HERE / 2 + 1, line, muted)
        y += _HERE


def _some(text: str, room: float, weight: int) -> list[str]:
    """Return the first lines of a text; what has no room is cut."""
    lines = wrapped(text, room, weight) if text else []
    shown = [*lines[: _LINES - 1], " ".join(lines[_LINES - 1 :])]
    return [cut for line in shown if line and (cut := fit(line, room, 12, weight))]
