"""The timeline: the selection as a picture or a list, between the filters and the chosen event's card."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from timeline.dataset import Dataset
from timeline.figures.timeline import spec
from timeline.markup import join, tag
from timeline.query import heading, select
from timeline.web import cards, empty, facets, header, ids, listing, table, toolbar, watched, window
from timeline.web.page import Answer, Page
from timeline.web.reading import Reading
from timeline.web.room import Room


def title(reading: Reading) -> str:
    """Return what is selected, in words."""
    return " · ".join(heading(reading.dataset, reading.view))


def answer(whole: Dataset, reading: Reading, room: Room) -> Answer:
    """Return everything that the page shows for what a reader asked."""
    dataset, view = reading.dataset, reading.view
    shows = room.show(view) if len(select(dataset, view)) else "empty"
    figure = None
    if shows == "picture":
        figure = spec(dataset, view, *room.picture(view, beside=room.beside), dark=room.is_dark(view))
        if room.touch:  # a finger that starts on the picture scrolls the page
            figure["layout"]["dragmode"] = False
    html: dict[str, Markup] = {
        ids.ASKED: header.questions(dataset, view),
        ids.FILTERS: facets.panel(reading),
        ids.TOOLBAR: toolbar.toolbar(reading, room),
        ids.STRIP: _strip(reading, figure) if figure else Markup(),
        ids.LISTING: Markup() if shows == "empty" else _list(whole, reading),
        ids.EMPTY: empty.advice(dataset, view) if shows == "empty" else Markup(),
        ids.KEY: Markup() if shows in ("empty", "table") else toolbar.key(reading, drawn=figure is not None),
        ids.CARD: cards.panel(reading),
    }
    grid = table.table(reading) if shows == "table" else None
    beside = " with-list" if shows == "picture" and room.beside else ""
    return Answer(html, toolbar.announcement(reading), figure, grid, f"shows-{shows} with-filters{beside}")


def _list(whole: Dataset, reading: Reading) -> Markup:
    return join(listing.listing(reading), watched.hidden(whole, reading))


def _strip(reading: Reading, figure: Any) -> Markup:
    """Return the sliders exactly over the picture's overview strip."""
    lies = figure["layout"]["meta"]["strip"]
    width, height = lies["x1"] - lies["x0"], lies["y1"] - lies["y0"]
    place = f"left:{lies['x0']:.1f}px;top:{lies['y0']:.1f}px;width:{width:.1f}px;height:{height:.1f}px"
    sliders = window.sliders(reading.view, (int(lies["first"]), int(lies["last"])))
    return tag("div", sliders, class_="sliders", style=place)


PAGE = Page("/", "Timeline", title, answer, filtered=True)
