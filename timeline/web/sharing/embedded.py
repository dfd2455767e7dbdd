"""The page inside a frame: one picture, its events as text, the way to the full view, and nothing kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from markupsafe import Markup

from timeline import gate
from timeline.dataset import Dataset
from timeline.gallery import alt
from timeline.markup import Content, join, tag
from timeline.query import select
from timeline.web import document
from timeline.web.reading import href
from timeline.web.sharing import controls, frame, site
from timeline.web.sharing.frame import Frame

_MOST = 1000
_STILL = 960
"""Px of a still picture's width where no script knows the frame's."""
_HINT = "Choose a mark to read what it is; arrow keys go along time."
_ABROAD = {"target": "_blank", "rel": "noopener"}


def page(whole: Dataset, shown: Frame) -> Markup:
    """Return the whole document; what it links to is written for the host of the request."""
    asked = shown.reading.view.theme
    html = tag(
        "html",
        tag("head", _head(whole, shown)),
        tag("body", tag("main", _parts(whole, shown), id="embed", class_=_kind(shown), **_told(shown))),
        lang=frame.LANGUAGES[0],
        data_scheme=None if asked == "auto" else asked,
    )
    return Markup("<!DOCTYPE html>\n") + html


def _kind(shown: Frame) -> str | None:
    """Return the class of a frame that is a slide: the picture alone."""
    return "slide" if shown.reading.view.present else None


def _head(whole: Dataset, shown: Frame) -> Content:
    return [
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("title", f"{shown.heading} - {whole.title}"),
        tag("link", rel="icon", href="data:,"),
        tag("link", rel="canonical", href=_full(shown)),
        tag("style", Markup(document.tokens())),  # noqa: S704 - the theme's own colours
        tag("link", rel="stylesheet", href=site.asset("embedded.css")),
        tag("script", src=site.asset("embedded.js"), defer=True),
    ]


def _told(shown: Frame) -> dict[str, Any]:
    """Return what the script is told: where figure, still and Plotly are, and how the frame calls itself."""
    query = shown.reading.written.but(theme="auto").to_query()
    file = f"/chart/{shown.picture.name}"
    return {
        "data_chart": f"{file}.json?{query}",
        "data_still": f"{file}.svg?{query}" if shown.lazy else None,
        "data_plotly": site.plotly(),
        "data_shape": f"{frame.RATIO},{frame.LEAST},{frame.MOST}",
        "data_theme": shown.reading.view.theme,
        "data_own": urlencode([*shown.own()]),
        "data_id": shown.mark or shown.picture.name,
    }


def _parts(whole: Dataset, shown: Frame) -> Iterator[Content]:
    """Yield what stands in the frame, from top to bottom; the script exchanges those with an id."""
    reading = shown.reading
    lines = dict(_lines(shown))
    yield tag("h1", shown.heading, id="title", class_=None if shown.title else "unseen")
    yield controls.form(shown) if shown.controls else None
    yield tag("div", (tag("p", f"{text}.") for text in reading.notices), id="notices")
    yield tag("div", _unscripted(shown), id="drawing", tabindex="0", role="group", aria_label=_HINT)
    chosen = lines.get(reading.view.event)
    yield tag("p", chosen or tag("span", _HINT, class_="hint"), id="tip", aria_live="polite")
    yield tag("div", _listed(lines), tag("footer", _foot(whole, shown), id="foot"), class_="base")


def _unscripted(shown: Frame) -> Markup:
    """Return what a browser without script has in the picture's place."""
    still = f"/chart/{shown.picture.name}.svg?{shown.reading.written.to_query()}&width={_STILL}"
    words = alt(shown.reading.dataset, shown.reading.view, shown.picture)
    return tag("noscript", tag("img", src=still, alt=words))


def _lines(shown: Frame) -> Iterator[tuple[str, Markup]]:
    """Yield id and line of each event: its headline as a link to the full view, and its date."""
    reading = shown.reading
    query = reading.written.but(event="")
    events = select(reading.dataset, reading.view).head(_MOST)
    for event, headline, words in events[["id", "headline", "words"]].itertuples(index=False, name=None):
        link = tag("a", headline, href=href(query, f"/event/{event}"), **_ABROAD)
        yield event, join(link, " ", tag("small", words))


def _listed(lines: dict[str, Markup]) -> Markup:
    """Return all events as text behind one act: whom the picture does not serve, they do."""
    count = f"{len(lines):,} event{'' if len(lines) == 1 else 's'} as text"
    entries = (tag("li", line, data_event=event) for event, line in lines.items())
    return tag("details", tag("summary", count), tag("ol", entries), id="events")


def _foot(whole: Dataset, shown: Frame) -> Iterator[Content]:
    """Yield how far the picture tells, and the full view: as a link, and as text where no link may open."""
    if gate.asks(whole) and (words := gate.words(shown.reading.view.seen)):
        yield tag("span", words, class_="gate")
    full = _full(shown)
    yield tag("a", "Full view", href=full, **_ABROAD)
    yield tag("span", full.partition("://")[2], class_="address")


def _full(shown: Frame) -> str:
    return site.absolute(shown.home())
