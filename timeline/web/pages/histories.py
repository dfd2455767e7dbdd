"""Two histories: theirs beside ours, along time, by distance or by how far ahead theirs is."""

from __future__ import annotations

from markupsafe import Markup

from timeline import wording
from timeline.dataset import Dataset
from timeline.figures.histories import title as sentence
from timeline.markup import join, tag
from timeline.query import heading, select
from timeline.view import ASPECTS as WORDS
from timeline.view import FACETS
from timeline.web import cards, empty, facets, ids, toolbar
from timeline.web.aspects import ASPECTS
from timeline.web.marks import link, segments
from timeline.web.page import Answer, Page
from timeline.web.reading import Reading
from timeline.web.room import Room

PATH = "/histories"
_SHOWS = {"picture": "Picture", "list": "List"}


def there(reading: Reading) -> bool:
    """Tell whether any event is told that has to do with our history."""
    return bool((reading.dataset.events["relation"] != "").any())


def title(reading: Reading) -> str:
    """Return the sentence over two histories."""
    return f"Two histories · {sentence(reading.dataset, reading.view)}"


def answer(_: Dataset, reading: Reading, room: Room) -> Answer:
    """Return the page in the aspect that a reader asked for."""
    aspect = ASPECTS[_aspect(reading)]
    shows = "picture" if aspect.holds or room.show(reading.view) == "picture" else "list"
    html: dict[str, Markup] = {
        ids.FILTERS: facets.panel(reading),
        ids.TOOLBAR: _toolbar(reading, shows, room),
        ids.CARD: cards.panel(reading),
    }
    found = aspect.held(reading)
    if not found:
        html[ids.EMPTY] = _nothing(reading)
        return Answer(html, join(f"No {aspect.what}s"), shows="is-histories shows-empty with-filters")
    part = aspect.part(reading, room)
    second = " with-second" if part.second else ""
    return Answer(
        html | dict(part.html),
        part.said or join(f"{wording.counted(found, aspect.what)}, {aspect.name.lower()}"),
        part.figure,
        shows=f"is-histories is-{_aspect(reading)} shows-{shows} with-filters{second}",
        second=part.second,
    )


def _aspect(reading: Reading) -> str:
    """Return the aspect that is shown."""
    return reading.view.aspect if reading.view.aspect in ASPECTS else WORDS[0]


def _toolbar(reading: Reading, shows: str, room: Room) -> Markup:
    """Return what is compared and the controls of how, in two rows."""
    view, aspect = reading.view, ASPECTS[_aspect(reading)]
    told = view.but(start="", end="") if aspect.holds else view
    rest = heading(reading.dataset, told)[1].removesuffix(f"by {view.lanes}").removesuffix(", ")
    count = tag("b", wording.counted(aspect.held(reading), aspect.what))
    clear = link("Clear all", view.cleared(), reading.path, class_="clear-all") if view.filtered else None
    usual = "" if view.show == room.usual() else room.usual()
    names = {word: each.name for word, each in ASPECTS.items()}
    first = [toolbar.filters_button(), tag("h2", count, " ", tag("span", rest)), clear]
    second = [segments("view", "Told", names, _aspect(reading), WORDS[0])]
    in_sight = {*FACETS, "importance", "aspect", *aspect.holds}
    if not aspect.holds:
        first += [tag("span", class_="space"), segments("show", "Show as", _SHOWS, shows, usual)]
        second.append(toolbar.window_fields(reading))
        in_sight |= {"start", "end", "show"}
    return join(
        tag("div", first, class_="row"),
        tag("div", second, class_="row"),
        toolbar.carried(view, in_sight),
    )


def _nothing(reading: Reading) -> Markup:
    """Return why there is nothing to set beside each other, and the way out."""
    count = len(select(reading.dataset, reading.view))
    if not count:
        return empty.advice(reading.dataset, reading.view, reading.path)
    one = f"None of these {count:,} events has" if count > 1 else "This event has not"
    return join(
        tag("p", tag("b", f"{one} {ASPECTS[_aspect(reading)].lacks}")),
        link("Clear all filters", reading.view.cleared(), reading.path, class_="button"),
    )


PAGE = Page(PATH, "Two histories", title, answer, filtered=True, there=there)
