"""oEmbed 1.0: from the address of a page, an event or an embed to the frame that shows it elsewhere."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from timeline import gate
from timeline.dataset import Dataset
from timeline.gallery import PICTURES
from timeline.web.markup import tag
from timeline.web.pages import find
from timeline.web.reading import read
from timeline.web.sharing import frame, site
from timeline.web.sharing.frame import Frame

_KEPT = 3600
"""Seconds for which an answer may be kept."""
_EVENT = re.compile(r"/event/([\w-]+)")


def framed(whole: Dataset, url: str) -> Frame | None:
    """Return the frame of an address of this site; None where it is another's, or leads nowhere.

    An event that is not watched up to the address's `seen` is one that there is not.
    """
    parts = site.own(url)
    if parts is None:
        return None
    if parts.path.startswith(frame.PATH):
        picture = PICTURES.get(parts.path.removeprefix(frame.PATH))
        return frame.parse(whole, picture, parts.query) if picture else None
    event = _EVENT.fullmatch(parts.path)
    path = "/" if event else parts.path
    picture = frame.picture_of(path)
    if picture is None or find(read(whole, parts.query, path)) is None:
        return None
    shown = frame.parse(whole, picture, parts.query)
    return _at(shown, event[1]) if event else shown


def _at(shown: Frame, event: str) -> Frame | None:
    """Return a frame with an event chosen, if its reader may know of it."""
    reading = shown.reading
    there = event in reading.dataset.event_rows
    return replace(shown, reading=replace(reading, view=reading.view.but(event=event))) if there else None


def answer(whole: Dataset, shown: Frame, most: tuple[int | None, int | None]) -> dict[str, Any]:
    """Return oEmbed's answer of type rich, no wider and higher than `most` px (None: as it likes)."""
    width = min(frame.USUAL, most[0] or frame.USUAL)
    height = shown.height(max(width, frame.NARROWEST))
    height = min(height, most[1] or height)
    title = titled(whole, shown)
    return {
        "type": "rich",
        "version": "1.0",
        "title": title,
        "provider_name": whole.title,
        "provider_url": site.absolute("/"),
        "cache_age": _KEPT,
        "html": str(code(shown, title, width, height)),
        "width": width,
        "height": height,
    }


def titled(whole: Dataset, shown: Frame) -> str:
    """Return what a frame shows, of what, and how far it tells."""
    words = gate.words(shown.reading.view.seen) if gate.asks(whole) else ""
    return " ".join(filter(None, (f"{whole.title}: {shown.heading}.", words)))


def code(shown: Frame, title: str, width: int | str, height: int) -> Markup:
    """Return the bare iframe of a frame: good where scripts are taken away, at that height."""
    return tag(
        "iframe", src=site.absolute(shown.address()), title=title, width=width, height=height,
        loading="lazy", style="border:0",
    )  # fmt: skip
