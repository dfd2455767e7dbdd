"""The world at a date as a picture: beside the page the years alone, framed the facts in four columns."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

import plotly.graph_objects as go

from timeline import theme
from timeline.dataset import Dataset
from timeline.figures import mirror
from timeline.figures.canvas import Canvas, Mark
from timeline.figures.mirror import Mirror
from timeline.figures.origin import origin
from timeline.histories import Pair
from timeline.lettering import fit, wrapped
from timeline.shifts import amount
from timeline.shorthand import brief
from timeline.view import View
from timeline.world import World, states, world
from timeline.world.posts import Holder

_COLUMNS = (
    (states.THEIRS, "They have it, we still wait", "Sooner there"),
    (states.OTHERWISE, "At the same time, otherwise", "Otherwise"),
    (states.THERE, "Only there", "Only there"),
    (states.HERE, "Only here", "Only here"),
)
_WIDE, _NARROW, _PAD, _LINE = 900, 760, 32.0, 17.0
_MOST_POSTS = 3


def margin(width: float) -> float:
    """Return the px that the page keeps free beside the years."""
    return 24.0 if width >= _NARROW else 16.0


def picture(
    dataset: Dataset, view: View, width: int, height: int = 0, *, dark: bool = False, framed: bool = False
) -> go.Figure:
    """Draw the picture in px."""
    return go.Figure(spec(dataset, view, width, height, dark=dark, framed=framed))


def spec(
    dataset: Dataset, view: View, width: int, height: int = 0, *, dark: bool = False, framed: bool = False
) -> dict[str, Any]:
    """Return the picture as plain values; a framed one is at least as high as its facts need."""
    return draw(dataset, view, width, height, dark=dark, framed=framed).spec({}, drag=False)


def draw(
    dataset: Dataset, view: View, width: int, height: int = 0, *, dark: bool = False, framed: bool = False
) -> Canvas:
    """Return the picture as it is drawn."""
    if not len(dataset.events):
        return Canvas(width, max(height, 40), dark=dark)
    if not framed:
        canvas = Canvas(width, mirror.HEIGHT, dark=dark)
        mirror.draw(canvas, Mirror(dataset, view, (margin(width), width - margin(width), 2.0)))
        return canvas
    least = 540 if width >= _WIDE else 900
    canvas = Canvas(width, max(least, height), dark=dark)
    _frame(canvas, dataset, view, world(dataset, view, view.at))
    return canvas


def title(dataset: Dataset, view: View) -> str:
    """Return what the picture shows, in words."""
    return f"The world in {world(dataset, view, view.at).words}" if len(dataset.events) else "No world yet"


def _frame(canvas: Canvas, dataset: Dataset, view: View, now: World) -> None:
    wide = canvas.width >= _WIDE
    side, muted = _PAD if wide else 16.0, canvas.ground["muted"]
    room = canvas.width - 2 * side
    deck = f"{dataset.title} beside our history. Colour: the season that tells it. Grey: our history."
    size = 30.0 if wide else 22.0
    canvas.title(side, 38, f"The world in {now.words}", room, size=size)
    y = _lines(canvas, [deck], (side, 28 + size * 1.4, room), (13.0, 400), muted)
    y = _lines(canvas, _posts(now), (side, y + 6, room), (14.0, 500)) + 10
    foot = canvas.height - 26 - mirror.HEIGHT
    across, gap = 4 if wide else 2, 24.0
    each = (room - gap * (across - 1)) / across
    tall = (foot - y - 8) / -(-len(_COLUMNS) // across)
    for place, (state, full, short) in enumerate(_COLUMNS):
        x, top = side + place % across * (each + gap), y + place // across * tall
        name = f"{full if wide else short}: {len(now.held[state])}"
        _column(canvas, dataset, (name, state), _ranked(now, state), (x, top, each, top + tall - 10))
    mirror.draw(canvas, Mirror(dataset, view, (side, canvas.width - side, foot)))
    canvas.text(side, canvas.height - 12, fit(origin(dataset, view), room), muted)


def _lines(
    canvas: Canvas,
    texts: Sequence[str],
    box: tuple[float, float, float],
    look: tuple[float, int],
    colour: str = "",
) -> float:
    """Write texts below each other, broken at the room's end; return the middle of the line after."""
    (x, y, room), (size, weight) = box, look
    for text in texts:
        for line in wrapped(text, room, weight, size):
            canvas.text(x, y, line, colour, size=size, weight=weight)
            y += size * 1.4
    return y + 8


def _posts(now: World) -> list[str]:
    """Return who governs, theirs against ours, where it differs."""
    found = [office for office in now.offices if office.differs and office.here][:_MOST_POSTS]
    return [f"{each.role}: {_names(each.there)}. Here: {_names(each.here)}." for each in found]


def _names(held: Sequence[Holder]) -> str:
    return " and ".join(each.name for each in held)


def _ranked(now: World, state: str) -> list[Pair]:
    """Return the pairs of a state, the one to tell first before all others."""
    first = now.chosen.get(state)
    return sorted(now.held[state], key=lambda pair: pair is not first)


def _column(
    canvas: Canvas, dataset: Dataset, named: tuple[str, str], held: Sequence[Pair], box: tuple[float, ...]
) -> None:
    """Write as many pairs of one kind as have room, and how many more there are."""
    (name, state), (x, y, wide, foot) = named, box
    canvas.line((x, y + 18), (x + wide, y + 18), canvas.ground["text"], 1.5)
    canvas.text(x, y + 4, fit(name, wide, 14, 600), size=14, weight=600)
    y += 38
    for place, pair in enumerate(held):
        lines, aside = _texts(pair, state, wide - 16)
        rest = len(held) - place
        if y + _LINE * (len(lines) + len(aside) - 1) > foot - (0 if rest == 1 else _LINE + 8):
            canvas.text(x, y, f"and {rest} more" if place else f"{rest} in all", canvas.ground["muted"])
            return
        _mark(canvas, dataset, state, pair, (x + 5, y))
        for text in lines:
            canvas.text(x + 16, y, text, size=13, weight=500)
            y += _LINE
        for text in aside:
            canvas.text(x + 16, y, text, canvas.ground["muted"])
            y += _LINE
        y += 8


def _mark(canvas: Canvas, dataset: Dataset, state: str, pair: Pair, at: tuple[float, float]) -> None:
    """Draw the mark of a pair's event; of what is only here a grey ring."""
    colour, symbol = theme.season_mark(dataset, pair.season)
    ours = state == states.HERE
    if ours:
        colour, symbol = canvas.ground["second"], "circle"
    head, aside = (escape(text, quote=False) for text in _said(pair, state))
    tip = f"<b>{head}</b><br>{aside}"
    canvas.marks([Mark(*at, symbol, theme.mark_size(symbol, 9), colour, ours, pair.event, tip)])


def _texts(pair: Pair, state: str, room: float) -> tuple[list[str], list[str]]:
    """Return the lines of a pair, broken where the room ends."""
    head, aside = _said(pair, state)
    return wrapped(head, room, 500, 13), wrapped(aside, room)


def _said(pair: Pair, state: str) -> tuple[str, str]:
    """Return what a pair tells: what differs, and when, and how it is in the other history."""
    when, other = brief(pair.theirs.date.text), ""
    head = pair.theirs.text
    if pair.ours and state == states.HERE:
        head, when, other = pair.ours.label, brief(pair.ours.date.text), f". There: {pair.theirs.text}"
    elif pair.ours and state != states.THERE:
        said = amount(pair.shift) if pair.shift and state == states.THEIRS else ""
        other = f". Here: {pair.ours.label}, " + (f"{said} later" if said else brief(pair.ours.date.text))
    return head, when + other


__all__ = ["draw", "picture", "spec", "title"]
