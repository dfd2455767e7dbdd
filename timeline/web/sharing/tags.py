"""What the served HTML says to those who link to it: Open Graph, Twitter's tags, where to ask for a frame."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode

from flask import request
from markupsafe import Markup

from timeline import gate
from timeline.dataset import Dataset
from timeline.gallery import alt
from timeline.markup import join, tag
from timeline.web.pages import find
from timeline.web.reading import Reading, href, read
from timeline.web.sharing import oembed, site
from timeline.web.sharing.frame import Frame

_OEMBED = "application/json+oembed"


def head(whole: Dataset) -> Markup:
    """Return the tags of the request's address; who sends it on has said by `seen=` how far it may tell.

    Of a page that is not there they say nothing, not even which it is.
    """
    query = request.query_string.decode("utf-8", "replace")
    reading = read(whole, query, request.path)
    if find(reading) is None:
        return Markup()
    shown = oembed.framed(whole, request.url)
    return join(
        tag("link", rel="alternate", type=_OEMBED, href=_asks(request.url), title=oembed.titled(whole, shown))
        if shown
        else None,
        (_meta(name, text) for name, text in _said(whole, reading, shown)),
    )


def discovery(whole: Dataset) -> str:
    """Return the same link as a header's value; nothing where the request's address has no frame."""
    if oembed.framed(whole, request.url) is None:
        return ""
    return f'<{_asks(request.url)}>; rel="alternate"; type="{_OEMBED}"'


def _asks(url: str) -> str:
    return site.absolute(f"/oembed?{urlencode({'url': url, 'format': 'json'})}")


def _meta(name: str, text: object) -> Markup:
    if name.startswith("twitter:"):
        return tag("meta", name=name, content=text)
    return tag("meta", property=name, content=text)


def _said(whole: Dataset, reading: Reading, shown: Frame | None) -> Iterator[tuple[str, object]]:
    """Yield name and text of each tag."""
    title, about = _words(whole, reading, shown)
    yield "og:type", "website"
    yield "og:site_name", whole.title
    yield "og:title", title
    yield "og:description", about
    yield "og:url", site.absolute(href(reading.written, reading.path))
    yield "twitter:card", "summary_large_image" if shown else "summary"
    yield "twitter:title", title
    yield "twitter:description", about
    if shown:
        yield from _pictured(shown)


def _words(whole: Dataset, reading: Reading, shown: Frame | None) -> tuple[str, str]:
    """Return title and description: of the chosen event, else of the page; and how far they tell."""
    dataset, page = reading.dataset, find(reading)
    told = gate.words(reading.view.seen) if gate.asks(whole) else ""
    if reading.view.event:
        event = dataset.event(reading.view.event)
        about = f"{event['words']}. {event['summary']}"
        return f"{event['headline']} - {dataset.title}", f"{about} {told}".strip()
    title = " - ".join(filter(None, (page.title(reading) if page else "", dataset.title)))
    if shown:
        return title, alt(dataset, reading.view, shown.picture)
    return title, f"{dataset.description} {told}".strip()


def _pictured(shown: Frame) -> Iterator[tuple[str, object]]:
    """Yield the tags of the picture of the very state, light unless the address says otherwise."""
    width, height = oembed.CARD
    picture = site.absolute(shown.file("png", width=width, height=height, density=1))
    words = alt(shown.reading.dataset, shown.reading.view, shown.picture)
    yield "og:image", picture
    yield "og:image:type", "image/png"
    yield "og:image:width", width
    yield "og:image:height", height
    yield "og:image:alt", words
    yield "twitter:image", picture
    yield "twitter:image:alt", words
