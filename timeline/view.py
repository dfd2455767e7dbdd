"""The View: everything that a reader asked for, and its one text form, the query string."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import parse_qsl, urlencode

from timeline import dates, scene, schema
from timeline.wording import one_line

if TYPE_CHECKING:
    from timeline.dataset import Dataset

SCALES = ("story", "calendar", "sequence", "season")
LANES = ("place", "season", "decade", "category", "organisation", "person")
ORDERS = ("world", "told")
THEMES = ("auto", "light", "dark")
SHOWS = ("auto", "picture", "list", "table")
COMPARED = ("season", "episode", "person")
ALIGNS = ("share", "years", "episodes")
ASPECTS = ("time", "distance", "lead", "butterflies", "world")
FACETS = ("season", "decade", "category", "place", "person", "organisation", "told", "tag", "relation")
"""Facets that hold several values: OR inside one, AND across them."""

_SEARCH_LENGTH = 100
_NOTICE_LENGTH = 40
_WINDOW_PRECISIONS = ("year", "month", "day")


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Hold what a reader asked for; equal Views have equal addresses.

    Facet values are sorted and without doubles; `season`, `decade` and `importance` are whole numbers,
    all else is text. `start` and `end` bound the window (from the first day of `start` to the last day of
    `end`) as a year, a month or a day; empty means unbounded. `seen` is how far the reader has watched: an
    episode's id, "none", "all", or empty before he has said so. `hidden` makes a list count what that hides.
    `by` is what a comparison compares, `episode` which ones if it compares episodes (it filters nothing),
    `align` on what scale its picture is, `sort` the measure by which its columns stand. `aspect` is how two
    histories are told beside each other, and `at` the month of their world at a date. `present` shows a page
    as a slide, without its controls. `story` is what the reader has collected to show,
    as `scene.write` writes it.
    """

    season: tuple[int, ...] = ()
    decade: tuple[int, ...] = ()
    category: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    person: tuple[str, ...] = ()
    organisation: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    tag: tuple[str, ...] = ()
    relation: tuple[str, ...] = ()
    importance: int = schema.IMPORTANCES[-1]
    q: str = ""
    scale: str = SCALES[0]
    lanes: str = LANES[0]
    start: str = ""
    end: str = ""
    order: str = ORDERS[0]
    our: bool = False
    event: str = ""
    seen: str = ""
    hidden: bool = False
    theme: str = THEMES[0]
    show: str = SHOWS[0]
    by: str = COMPARED[0]
    align: str = ALIGNS[0]
    episode: tuple[str, ...] = ()
    sort: str = ""
    aspect: str = ASPECTS[0]
    at: str = ""
    present: bool = False
    story: str = ""

    def __post_init__(self) -> None:
        for facet in (*FACETS, "episode"):
            object.__setattr__(self, facet, tuple(sorted(set(getattr(self, facet)))))
        object.__setattr__(self, "q", clean_search(self.q))

    @classmethod
    def parse(cls, query: str, dataset: Dataset) -> tuple[Self, tuple[str, ...]]:
        """Read a query string; return the View and a notice for each part that was not understood."""
        answers: dict[str, Any] = {}
        notices: list[str] = []
        for key, text in parse_qsl(query.removeprefix("?"), keep_blank_values=False):
            reader = _READERS.get(key)
            if reader is None:
                notices.append(f"{shorten(key)} is no filter; it was ignored")
                continue
            field, value, problems = reader(text, dataset)
            notices += [f"{key}: {problem}" for problem in problems]
            if value is not None:
                answers[field] = value
        if _inverted(answers.get("start", ""), answers.get("end", "")):
            notices.append(f"From {answers.pop('start')} is after To {answers.pop('end')}; both were ignored")
        return cls(**answers), tuple(notices)

    def to_query(self) -> str:
        """Write the query string: only what differs from the default, always in the same order."""
        return "&".join(urlencode([(key, text)], safe=_SAFE.get(key, ",")) for _, key, text in self.pairs())

    def pairs(self) -> Iterator[tuple[str, str, str]]:
        """Yield field, key and text of each part that differs from the default."""
        for field in dataclasses.fields(self):
            value = getattr(self, field.name)
            if value != field.default:
                yield field.name, _KEYS.get(field.name, field.name), _write(value)

    def but(self, **changes: Any) -> Self:
        """Return the same View with some answers changed."""
        return dataclasses.replace(self, **changes)

    def cleared(self) -> Self:
        """Return the View without facets, search and window; how it is drawn stays."""
        drops = (*FACETS, "importance", "q", "start", "end")
        return self.but(
            **{field.name: field.default for field in dataclasses.fields(self) if field.name in drops}
        )

    def bare(self) -> Self:
        """Return the View of the same reader, theme and collected story, of everything else the default."""
        return type(self)(seen=self.seen, theme=self.theme, story=self.story)

    @property
    def filtered(self) -> bool:
        """Tell whether anything narrows the selection."""
        return self != self.cleared()

    def window(self) -> tuple[int | None, int | None]:
        """Return the first and the last day of the window; None where it is open."""
        first = dates.parse(self.start).first if self.start else None
        last = dates.parse(self.end).last if self.end else None
        return first, last


def clean_search(text: str) -> str:
    """Reduce a search text to printable characters and single spaces, at most 100 of them."""
    return one_line(text, _SEARCH_LENGTH)


def shorten(text: str) -> str:
    """Quote a piece of an address for a notice, cut to 40 characters."""
    text = clean_search(text)
    return repr(text if len(text) <= _NOTICE_LENGTH else text[:_NOTICE_LENGTH] + "…")


@cache
def vocabulary(dataset: Dataset, facet: str) -> tuple[Any, ...]:
    """Return the values that a facet of this data set allows, in display order."""
    ids: Mapping[str, Callable[[], Iterable[Any]]] = {
        "season": lambda: sorted(int(n) for n in dataset.seasons.index),
        "episode": lambda: dataset.episodes.index,
        "decade": lambda: sorted({int(d) for d in dataset.events["decade"]}),
        "category": lambda: dataset.categories,
        "place": lambda: dataset.places.index,
        "person": lambda: dataset.people.index,
        "organisation": lambda: dataset.organisations.index,
        "told": lambda: schema.TOLD,
        "tag": lambda: dataset.tags,
        "relation": lambda: schema.RELATIONS,
    }
    return tuple(ids[facet]())


Answer = tuple[str, Any, list[str]]


def _several(facet: str) -> Callable[[str, Dataset], Answer]:
    def read(text: str, dataset: Dataset) -> Answer:
        allowed = {str(value): value for value in vocabulary(dataset, facet)}
        parts = [part.strip() for part in text.split(",") if part.strip()]
        known = tuple(allowed[part] for part in parts if part in allowed)
        unknown = [part for part in parts if part not in allowed]
        return (
            facet,
            known or None,
            [f"{shorten(part)} is not known here; it was ignored" for part in unknown],
        )

    return read


def _one_of(field: str, allowed: Iterable[str]) -> Callable[[str, Dataset], Answer]:
    choices = tuple(allowed)

    def read(text: str, _: Dataset) -> Answer:
        if text in choices:
            return field, text, []
        return field, None, [f"{shorten(text)} is none of {', '.join(choices)}; it was ignored"]

    return read


def _importance(text: str, _: Dataset) -> Answer:
    if re.fullmatch(r"[1-9]", text) and int(text) in schema.IMPORTANCES:
        return "importance", int(text), []
    allowed = ", ".join(map(str, schema.IMPORTANCES))
    return "importance", None, [f"{shorten(text)} is none of {allowed}; it was ignored"]


def _window_end(field: str) -> Callable[[str, Dataset], Answer]:
    def read(text: str, _: Dataset) -> Answer:
        problem = [f"{shorten(text)} is no date like 1974, 1983-06 or 1983-06-14; it was ignored"]
        try:
            date = dates.parse(text)
        except dates.DateError:
            return field, None, problem
        exact = date.precision in _WINDOW_PRECISIONS and not (date.approximate or date.uncertain)
        return (field, text, []) if exact else (field, None, problem)

    return read


def _sort(text: str, _: Dataset) -> Answer:
    if re.fullmatch(r"[a-z0-9-]{1,60}", text):
        return "sort", text, []
    return "sort", None, [f"{shorten(text)} is no measure; it was ignored"]


def _month(text: str, _: Dataset) -> Answer:
    if re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", text) and text >= "0001":
        return "at", text, []
    return "at", None, [f"{shorten(text)} is no month like 1983-06; it was ignored"]


def _search(text: str, _: Dataset) -> Answer:
    return "q", text, []


def _switch(field: str) -> Callable[[str, Dataset], Answer]:
    def read(text: str, _: Dataset) -> Answer:
        if text in ("0", "1"):
            return field, text == "1", []
        return field, None, [f"{shorten(text)} is neither 0 nor 1; it was ignored"]

    return read


def _event(text: str, dataset: Dataset) -> Answer:
    if text in dataset.event_rows:
        return "event", text, []
    return "event", None, [f"there is no event {shorten(text)}"]


def _seen(text: str, dataset: Dataset) -> Answer:
    if text in ("none", "all") or text in dataset.episodes.index:
        return "seen", text, []
    return "seen", None, [f"{shorten(text)} is no episode like S2E05; it was ignored"]


def _story(text: str, _: Dataset) -> Answer:
    scenes, problems = scene.read(text)
    return "story", scene.write(scenes) or None, list(problems)


def _inverted(start: str, end: str) -> bool:
    return bool(start and end) and dates.parse(start).first > dates.parse(end).last


def _write(value: Any) -> str:
    if isinstance(value, tuple):
        return ",".join(map(str, value))
    return str(int(value)) if isinstance(value, bool) else str(value)


_KEYS = {"start": "from", "end": "to", "aspect": "view"}
_SAFE = {"story": f",{scene.SIGNS}"}
_READERS: Mapping[str, Callable[[str, Dataset], Answer]] = {
    **{facet: _several(facet) for facet in FACETS},
    "importance": _importance,
    "q": _search,
    "scale": _one_of("scale", SCALES),
    "lanes": _one_of("lanes", LANES),
    "from": _window_end("start"),
    "to": _window_end("end"),
    "order": _one_of("order", ORDERS),
    "our": _switch("our"),
    "event": _event,
    "seen": _seen,
    "hidden": _switch("hidden"),
    "theme": _one_of("theme", THEMES),
    "show": _one_of("show", SHOWS),
    "by": _one_of("by", COMPARED),
    "align": _one_of("align", ALIGNS),
    "episode": _several("episode"),
    "sort": _sort,
    "view": _one_of("aspect", ASPECTS),
    "at": _month,
    "present": _switch("present"),
    "story": _story,
}
