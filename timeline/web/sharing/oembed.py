"""oEmbed 1.0: from the address of a page, an event or an embed to the frame that shows it elsewhere."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from timeline import gate
from timeline.dataset import Dataset
from timeline.gallery import PICTURES
from timeline.markup import tag
from timeline.web.pages import find
from timeline.web.reading import read
from timeline.web.sharing import frame, site
from timeline.web.sharing.frame import Frame

_KEPT = 3600
"""Seconds for which an answer may be kept."""
CARD = (1200, 630)
"""Px of a picture in a post, as those who show posts ask for it."""
_LEAST = (320, 240)
"""Px below which no picture is drawn."""
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
    pictures = frame.pictures_of(path)
    if not pictures or find(read(whole, parts.query, path)) is None:
        return None
    shown = frame.parse(whole, pictures[0], parts.query)
    return _at(shown, event[1]) if event else shown


def _at(shown: Frame, event: str) -> Frame | None:
    """Return a frame with an event chosen, if its reader may know of it."""
    reading = shown.reading
    there = event in reading.dataset.event_rows
    return replace(shown, reading=replace(reading, view=reading.view.but(event=event))) if there else None


def answer(
    whole: Dataset, shown: Frame, most: tuple[int | None, int | None], *, prints: bool
) -> dict[str, Any]:
    """Return oEmbed's answer of type rich, no wider and higher than `most` px (None: as it likes).

    prints: whether the server can make a PNG, for a thumbnail.
    """
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
        "html": str(code(shown, site.absolute(""), title, width, height)),
        "width": width,
        "height": height,
        **(_thumbnail(shown, most) if prints else {}),
    }


def _thumbnail(shown: Frame, most: tuple[int | None, int | None]) -> dict[str, Any]:
    """Return the picture as a file in a post's shape; nothing where there is no room for one."""
    scale = min(1.0, *(room / side for room, side in zip(most, CARD, strict=True) if room), 1.0)
    width, height = (int(side * scale) for side in CARD)
    if width < _LEAST[0] or height < _LEAST[1]:
        return {}
    url = site.absolute(shown.file("png", width=width, height=height, density=1))
    return {"thumbnail_url": url, "thumbnail_width": width, "thumbnail_height": height}


def titled(whole: Dataset, shown: Frame) -> str:
    """Return what a frame shows, of what, and how far it tells."""
    words = gate.words(shown.reading.view.seen) if gate.asks(whole) else ""
    return " ".join(filter(None, (f"{whole.title}: {shown.heading}.", words)))


def code(shown: Frame, home: str, title: str, width: int | str, height: int) -> Markup:
    """Return the bare iframe of a frame: good where scripts are taken away, at that height.

    home: the site's own address, without a slash at its end.
    """
    return tag(
        "iframe", src=home + shown.address(), title=title, width=width, height=height, loading="lazy",
        style="border:0",
    )  # fmt: skip
