"""The comparison: where everyone is, seasons beside each other in rows, their measures and their parts."""

from __future__ import annotations

from dataclasses import replace

from markupsafe import Markup

from timeline.comparison.cases import Case, cases
from timeline.dataset import Dataset
from timeline.figures import compare, parts
from timeline.markup import join, tag
from timeline.query import select
from timeline.view import View
from timeline.web import cards, choosing, comparing, empty, facets, ids, listing, measuring, whereabouts
from timeline.web.page import Answer, Page
from timeline.web.reading import Reading
from timeline.web.room import COLUMNS_FROM, Room

PATH = "/compare"
_LEAST, _FRINGE, _ASIDE = 304, 16, 8
"""Least width of a picture in px, and what the page keeps beside it where it has one column, and
where it stands beside filters."""
_SHOWN = {"auto": "picture"}
"""A comparison is a page of its own on a phone too: its list is asked for."""


def there(reading: Reading) -> bool:
    """Tell whether there is anything that could be compared."""
    return bool(len(reading.dataset.events)) and bool((reading.dataset.seasons.index > 0).any())


def title(reading: Reading) -> str:
    """Return what is compared, in words."""
    return choosing.title(reading.dataset, reading.view, cases(reading.dataset, reading.view))


def answer(_: Dataset, reading: Reading, room: Room) -> Answer:
    """Return the comparison that a reader asked for."""
    dataset, view = reading.dataset, reading.view
    columns = cases(dataset, view)
    narrowed = _of(view, columns)
    shows = _SHOWN.get(view.show, view.show)
    if not len(select(dataset, narrowed)):
        shows = "empty"
    html = {
        ids.FILTERS: facets.panel(reading),
        ids.TOOLBAR: choosing.toolbar(reading, columns, shows),
        ids.CARD: cards.panel(reading),
        **_contents(reading, narrowed, shows),
    }
    said = join(f"{title(reading)}: {len(columns)} side by side")
    if shows != "picture":
        return Answer(html, said, shows=f"is-compare shows-{shows} with-filters".replace("table", "measures"))
    width, dark = _width(room, view), room.is_dark(view)
    drawn = compare.spec(dataset, view, width, dark=dark)
    second = parts.spec(dataset, view, width, dark=dark) if view.by == "season" else None
    classes = "is-compare shows-picture with-filters" + (" with-second" if second else "")
    return Answer(html, said, drawn, shows=classes, second=second)


def _contents(reading: Reading, narrowed: View, shows: str) -> dict[str, Markup]:
    dataset, view = reading.dataset, reading.view
    if shows == "empty":
        return {ids.EMPTY: empty.advice(dataset, view, PATH)}
    if shows == "list":
        listed = replace(reading, view=narrowed)
        return {ids.LISTING: listing.listing(listed)}
    if shows == "table":
        return {ids.BODY: measuring.measures(dataset, view)}
    return {
        ids.ABOVE: join(
            comparing.summary(dataset, view),
            whereabouts.whereabouts(dataset, narrowed) if view.by != "episode" else None,
        ),
        ids.BODY: join(
            comparing.pairs(dataset, view),
            measuring.measures(dataset, view, all_rows=False),
            tag("h3", "What each season tells, how, and with whom", class_="parts")
            if view.by == "season"
            else None,
        ),
    }


def _of(view: View, columns: tuple[Case, ...]) -> View:
    """Return the View narrowed to what is compared, whether the reader chose it or the page did."""
    if view.by == "person":
        return view.but(person=tuple(case.id for case in columns))
    return view.but(season=tuple({case.season for case in columns}))


def _width(room: Room, view: View) -> int:
    """Return the width of the pictures in px: a column's beside filters and card, else the page's."""
    return room.picture(view)[0] - _ASIDE if room.width >= COLUMNS_FROM else max(_LEAST, room.width - _FRINGE)


PAGE = Page(PATH, "Compare", title, answer, filtered=True, there=there)
