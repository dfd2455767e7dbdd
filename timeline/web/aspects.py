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
from timeline.markup import tag
from timeline.web import almanac, following, ids, pairing, tallies
from timeline.web.reading import Reading
from timeline.web.room import COLUMNS_FROM, Room
from timeline.world import narrowing


@dataclass(frozen=True, slots=True)
class Part:
    """What an aspect puts on the page beside toolbar, filters and card: HTML by place, and its pictures.

    said: what a screen reader hears, if more than the aspect's name and its count.
    """

    html: Mapping[str, Markup] = field(default_factory=dict)
    figure: Any = None
    second: Any = None
    said: Markup = field(default_factory=Markup)


@dataclass(frozen=True, slots=True)
class Aspect:
    """A way to tell two histories: its name on the switch, and what it shows of a Reading.

    `held` counts `what` the selection has to tell of; where that is nothing, no event has what it `lacks`.
    `holds`: the parts of the View that its own controls hold, instead of the toolbar's window and the choice
    between picture and list.
    """

    name: str
    part: Callable[[Reading, Room], Part]
    held: Callable[[Reading], int] = lambda reading: len(pairs(reading.dataset, reading.view))
    what: str = "pair"
    lacks: str = "a like in our history, or is said to differ from it"
    holds: frozenset[str] = frozenset()


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


def _world(reading: Reading, room: Room) -> Part:
    """Return the world at a date: the month and its numbers, the picture of the years, both histories."""
    view = reading.view
    width = room.picture(view)[0] if room.width >= COLUMNS_FROM else room.width
    figure = histories.spec(reading.dataset, view, width, 0, dark=room.is_dark(view))
    html = {ids.ABOVE: almanac.above(reading), ids.BODY: almanac.below(reading, width)}
    return Part(html, figure, said=almanac.announcement(reading))


def _beside(reading: Reading) -> int:
    return len(pairs(reading.dataset, narrowing(reading.view)))


def _linked(reading: Reading) -> int:
    return shown(reading.dataset, reading.view).held


ASPECTS: Mapping[str, Aspect] = {
    "time": Aspect("Along time", _pairs),
    "distance": Aspect("By distance", _pairs),
    "lead": Aspect("How far ahead", _pairs),
    "butterflies": Aspect(
        "Butterflies", _butterflies, _linked, "linked event", "a cause or an effect that is told"
    ),
    "world": Aspect("World at a date", _world, _beside, holds=almanac.IN_SIGHT),
}
"""By the word of `View.aspect`, in the order of the switch."""
