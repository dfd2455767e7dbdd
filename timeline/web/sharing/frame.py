"""A Frame: what the address of an embed asks for, which is a View and how it is framed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode

from timeline.dataset import Dataset
from timeline.gallery import PICTURES, Picture
from timeline.view import FACETS, View, clean_search, shorten
from timeline.web.reading import Reading, href, read

PATH = "/embed/"
LANGUAGES = ("en",)
RATIO, LEAST, MOST = 0.5625, 320, 720
"""A framed picture is so high for its width, and in px no lower and no higher; its lanes may need more."""
NARROWEST, USUAL = 320, 800
_AROUND, _CONTROLS = 84, 49
"""Px that the lines below a picture take, and its controls above."""
_SEVERAL = (*FACETS, "episode")


@dataclass(frozen=True, slots=True)
class Frame:
    """An embed: a picture of a Reading, a title of its own or "", and what a reader may do with it.

    controls: filters above the picture. lazy: a still picture until it is touched. mark: how the frame calls
    itself when it tells its height.
    """

    picture: Picture
    reading: Reading
    title: str = ""
    controls: bool = False
    lazy: bool = False
    mark: str = ""

    @property
    def heading(self) -> str:
        """What the picture shows, unless the frame has a title of its own."""
        return self.title or self.picture.title(self.reading.dataset, self.reading.view)

    def own(self) -> Iterator[tuple[str, str]]:
        """Yield key and text of what the address says beside the View."""
        if self.title:
            yield "title", self.title
        yield from ((key, "1") for key, on in (("controls", self.controls), ("lazy", self.lazy)) if on)
        if self.mark:
            yield "id", self.mark

    def address(self) -> str:
        """Write the frame's address on this site."""
        return address(self.picture.name, self.reading.written, self.own())

    def home(self) -> str:
        """Write the address of the page that shows the picture."""
        return href(self.reading.written, self.picture.path)

    def file(self, ending: str, **more: object) -> str:
        """Write the address of the picture as a file; `more` are its size and what else the file needs."""
        asked = "&".join(filter(None, (self.reading.written.to_query(), urlencode(more))))
        return f"/chart/{self.picture.name}.{ending}" + (f"?{asked}" if asked else "")

    def height(self, width: int) -> int:
        """Return how high the frame is at that width, in px."""
        reading = self.reading
        drawn = self.picture.spec(reading.dataset, reading.view, width, base(width), dark=False, framed=True)
        return round(drawn["layout"]["height"]) + _AROUND + (_CONTROLS if self.controls else 0)


def pictures_of(path: str) -> tuple[Picture, ...]:
    """Return the pictures of the page at a path, the first one first; none where a page has none."""
    return tuple(picture for picture in PICTURES.values() if picture.path == path)


def base(width: int) -> int:
    """Return how high a picture of that width is, before its lanes ask for more."""
    return round(min(max(width * RATIO, LEAST), MOST))


def address(picture: str, view: View, own: Iterable[tuple[str, str]] = ()) -> str:
    """Write the address of an embed: the View's query and what is the frame's own."""
    query = "&".join(filter(None, (view.to_query(), urlencode([*own]))))
    return f"{PATH}{picture}?{query}" if query else f"{PATH}{picture}"


def parse(whole: Dataset, picture: Picture, query: str) -> Frame:
    """Read an embed's query; what is not understood becomes a notice of its Reading.

    A form without a script sends a facet once for each value: these are put together.
    """
    pairs = parse_qsl(query, keep_blank_values=False)
    notices: list[str] = []
    own = {key: text for key, text in pairs if key in _READERS}
    answers: dict[str, Any] = {}
    for key, text in own.items():
        field, value, problem = _READERS[key](text)
        notices += [f"{key}: {problem}"] if problem else []
        answers |= {field: value} if field else {}
    reading = read(whole, _joined((key, text) for key, text in pairs if key not in _READERS), picture.path)
    said = Reading(reading.dataset, reading.view, (*reading.notices, *notices), picture.path, reading.asked)
    return Frame(picture, said, **answers)


def _joined(pairs: Iterable[tuple[str, str]]) -> str:
    """Write pairs as a query in which a facet stands once, its values comma-joined."""
    answers: dict[str, str] = {}
    for key, text in pairs:
        answers[key] = f"{answers[key]},{text}" if key in answers and key in _SEVERAL else text
    return urlencode(answers, safe=",")


Answer = tuple[str, Any, str]
"""A field of Frame ("" for none), its value, and what was wrong with it or ""."""


def _title(text: str) -> Answer:
    return "title", clean_search(text), ""


def _mark(text: str) -> Answer:
    return "mark", clean_search(text), ""


def _language(text: str) -> Answer:
    known = ", ".join(LANGUAGES)
    return "", None, "" if text in LANGUAGES else f"{shorten(text)} is none of {known}; it was ignored"


def _controls(text: str) -> Answer:
    return _switch("controls", text)


def _lazy(text: str) -> Answer:
    return _switch("lazy", text)


def _switch(field: str, text: str) -> Answer:
    if text in ("0", "1"):
        return field, text == "1", ""
    return "", None, f"{shorten(text)} is neither 0 nor 1; it was ignored"


_READERS = {"title": _title, "controls": _controls, "lazy": _lazy, "id": _mark, "lang": _language}
