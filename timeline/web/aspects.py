"""The ways to tell two histories beside each other: the switch, and what each puts on the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from timeline import wording
from timeline.butterflies import shown
from timeline.figures import histories
from timeline.histories import pairs
from timeline.web import following, ids, pairing, tallies
from timeline.web.markup import tag
from timeline.web.reading import Reading
from timeline.web.room import Room


@dataclass(frozen=True, slots=True)
class Part:
    """What an aspect puts on the page beside toolbar, filters and card: HTML by place, and its pictures."""

    html: Mapping[str, Markup] = field(default_factory=dict)
    figure: Any = None
    second: Any = None


@dataclass(frozen=True, slots=True)
class Aspect:
    """A way to tell two histories: its name on the switch, and what it shows of a Reading.

    `held` counts `what` the selection has to tell of; where that is nothing, no event has what it `lacks`.
    """

    name: str
    part: Callable[[Reading, Room], Part]
    held: Callable[[Reading], int] = lambda reading: len(pairs(reading.dataset, reading.view))
    what: str = "pair"
    lacks: str = "a like in our history, or is said to differ from it"


def _pairs(reading: Reading, room: Room) -> Part:
    """Return the sentence and the numbers, the picture of the View's aspect, and every pair as a list."""
    dataset, view = reading.dataset, reading.view
    figure = None
    if room.show(view) == "picture" and pairs(dataset, view):
        figure = histories.spec(dataset, view, *room.picture(view), dark=room.is_dark(view))
    html = {
        ids.ABOVE: tallies.above(reading),
        ids.BODY: tallies.numbers(reading, unfolded=figure is not None),
        ids.LISTING: pairing.listing(reading),
    }
    if figure:
        html[ids.KEY] = tag("span", wording.SCALE["calendar"].rstrip("."), class_="scale")
    return Part(html, figure)


def _butterflies(reading: Reading, room: Room) -> Part:
    """Return the picture of causes, the way to the chosen event, and all events that it shows as a list."""
    dataset, view = reading.dataset, reading.view
    figure = None
    if room.show(view) == "picture":
        figure = histories.spec(dataset, view, *room.picture(view), dark=room.is_dark(view))
    html = {
        ids.ABOVE: following.above(reading, pictured=figure is not None),
        ids.BODY: following.story(reading),
        ids.LISTING: following.listing(reading),
    }
    if figure:
        html[ids.KEY] = following.key()
    return Part(html, figure)


def _linked(reading: Reading) -> int:
    return shown(reading.dataset, reading.view).held


ASPECTS: Mapping[str, Aspect] = {
    "time": Aspect("Along time", _pairs),
    "distance": Aspect("By distance", _pairs),
    "lead": Aspect("How far ahead", _pairs),
    "butterflies": Aspect(
        "Butterflies", _butterflies, _linked, "linked event", "a cause or an effect that is told"
    ),
}
"""By the word of `View.aspect`, in the order of the switch."""
