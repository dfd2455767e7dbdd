"""What the page shows under a View: the figure, and every other part as HTML."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from timeline.dataset import Dataset
from timeline.figures.timeline import spec
from timeline.query import heading, select
from timeline.web import cards, empty, facets, guide, header, ids, listing, toolbar, window
from timeline.web.document import title
from timeline.web.markup import tag
from timeline.web.reading import Reading
from timeline.web.room import Room


@dataclass(frozen=True, slots=True)
class Answer:
    """One state of the page: a figure, or None where a list or nothing is shown, and what the script paints.

    `parts` holds "html" by place, the class names of the page, its colour scheme and the document's title.
    """

    figure: Any
    parts: dict[str, Any]


def answer(whole: Dataset, reading: Reading, room: Room) -> Answer:
    """Return everything that the page shows for what a reader asked."""
    dataset, view = reading.dataset, reading.view
    shows = room.show(view) if len(select(dataset, view)) else "empty"
    figure = None
    if shows == "picture":
        figure = spec(dataset, view, *room.picture(view), dark=room.is_dark(view))
    html: dict[str, Markup] = {
        ids.HEADER: header.header(whole, reading, room),
        ids.ASKED: header.questions(dataset, view),
        ids.FILTERS: _filters(reading),
        ids.TOOLBAR: toolbar.toolbar(reading, room),
        ids.NOTICES: toolbar.notices(reading.notices),
        ids.STRIP: _strip(reading, figure) if figure else Markup(),
        ids.LISTING: listing.listing(dataset, view) if shows == "list" else Markup(),
        ids.EMPTY: empty.advice(dataset, view) if shows == "empty" else Markup(),
        ids.KEY: Markup() if shows == "empty" else toolbar.key(reading, drawn=figure is not None),
        ids.CARD: cards.panel(dataset, view),
        ids.STATUS: toolbar.announcement(reading),
        ids.HELP: guide.guide(dataset),
    }
    parts = {
        "html": html,
        "page": f"page shows-{shows}{' with-card' if view.event else ''}",
        "scheme": "dark" if room.is_dark(view) else "light",
        "title": title(reading),
    }
    return Answer(figure, parts)


def _filters(reading: Reading) -> Markup:
    done = tag(
        "button",
        f"Show {heading(reading.dataset, reading.view)[0]}",
        type="button",
        class_="button",
        data_closes=ids.FILTERS,
    )
    head = tag("div", tag("h2", "Filters"), done, class_="dialog-head")
    return head + facets.facets(reading.dataset, reading.view)


def _strip(reading: Reading, figure: Any) -> Markup:
    """Return the sliders exactly over the picture's overview strip."""
    lies = figure["layout"]["meta"]["strip"]
    width, height = lies["x1"] - lies["x0"], lies["y1"] - lies["y0"]
    place = f"left:{lies['x0']:.1f}px;top:{lies['y0']:.1f}px;width:{width:.1f}px;height:{height:.1f}px"
    sliders = window.sliders(reading.view, (int(lies["first"]), int(lies["last"])))
    return tag("div", sliders, class_="sliders", style=place)
