"""What only later episodes tell, reckoned from the files' rows alone, and where it turns up in a text.

Nothing here asks `Dataset.until`: a crawler that asked it would forgive what it lets through.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from html import unescape
from itertools import islice
from typing import Any
from xml.etree import ElementTree

from timeline import dates
from timeline.dataset import Dataset
from timeline.query import enclosing

# What is rare stands first in each, so that a long text is soon gone through.
_YEAR = re.compile(r"(1[89]\d\d|20\d\d)(?<![\w#.:-]\d{4})(?![\w.])")
_WORDS = re.compile(r"[\w’'-]+")
_LETTER = re.compile(r"[\w-]")
_UNSAID = re.compile(r'href="https?:[^"]*"|style="[^"]*"')
_COUNTED = re.compile(r" events\b")
_COUNT = re.compile(r"(?<![\w#])\d[\d,]*$")
_ENOUGH = 5
_MARGIN = 2
"""Years by which an axis may reach beyond the last event that is told."""
_SAID = ("data-text", "data-event")
_NAMES = ("people", "places", "organisations", "missions")


@dataclass(frozen=True)
class Later:
    """What the episodes after `gate` alone tell of a data set."""

    whole: Dataset
    gate: str

    @cached_property
    def order(self) -> dict[str, int]:
        """The rank of each episode."""
        return {str(episode): rank for rank, episode in enumerate(self.whole.episodes.index)}

    @cached_property
    def ends(self) -> dict[int, int]:
        """The rank of each season's last episode."""
        return {int(season): self.order[str(n)] for n, season in self.whole.episodes["season"].items()}

    def is_told(self, episode: str, season: int = 0) -> bool:
        """Tell whether an episode is watched; without one, whether its season (0: all of them) is."""
        rank = self.order[episode] if episode else self.ends.get(season, len(self.order) - 1)
        return rank <= self.order[self.gate]

    @cached_property
    def events(self) -> list[bool]:
        """Which events are told so far."""
        rows = self.whole.events[["episode", "season"]].itertuples(index=False, name=None)
        return [self.is_told(episode, season) for episode, season in rows]

    @cached_property
    def told(self) -> str:
        """All texts that the episodes so far allow."""
        events = self.whole.events[self.events]
        people = self.whole.people
        met = people[[self.is_told(episode) for episode in people["introduced"]]]
        ours = self.whole.our_history.loc[sorted(set(events["counterpart"]) - {""})]
        roles = self.whole.roles[[self.is_told(episode) for episode in self.whole.roles["told"]]]
        pieces = [events["headline"], events["label"], events["summary"], met["description"], roles["role"]]
        pieces += [
            ours["event"],
            ours["label"],
            self._named("missions", events),
            self._named("places", events),
        ]
        pieces += [self._named("organisations", events), self._named("organisations", roles, "organisation")]
        pieces += [
            self._named("places", roles, "place"),
            self.whole.sources["publisher"],
            self._beside(roles),
        ]
        pieces.append(
            title for episode, title in self.whole.episodes["title"].items() if self.is_told(episode)
        )
        return " \n ".join(text for piece in pieces for text in piece)

    def _beside(self, roles: Any) -> Iterator[str]:
        """Yield who holds a known role, or stays on a body, in our history: it tells nothing of the other."""
        subjects = {*roles["role"], *self.whole.places["body"]}
        for _, span in self.whole.our_spans.iterrows():
            if span["subject"] in subjects:
                yield from (span["name"], span["title"])

    def _named(self, table: str, rows: Any, column: str = "") -> Iterator[str]:
        """Yield the names of what rows name, and of the places around a place."""
        names = getattr(self.whole, table)["name"].to_dict()
        keys = {key for cell in rows[column or table] for key in ([cell] if column else cell)}
        for key in keys - {""}:
            chain = enclosing(self.whole, key) if table == "places" else (key,)
            yield from (names[each] for each in chain)

    @cached_property
    def words(self) -> frozenset[str]:
        """Names, headlines, labels, titles and ids that nothing told so far holds."""
        events = self.whole.events[[not told for told in self.events]]
        found = {*events["id"], *events["headline"], *events["label"], *self._later_people()}
        for table in _NAMES:
            frame = getattr(self.whole, table)
            found |= {*frame["name"], *(str(key) for key in frame.index if "-" in str(key))}
        found |= {*self._later_seasons()}
        allowed = {*self._met(), *self.told_ids()}
        words = set(_WORDS.findall(self.told))
        return frozenset(
            each
            for each in found - allowed - {""}
            if not (words >= words_of(each) and stands(each, self.told))
        )

    def _later_seasons(self) -> Iterator[str]:
        """Yield names, episodes and jumps of later seasons, and titles of later episodes.

        The numbers of the episodes of a season under way are no secret: a reader has to choose one.
        """
        begun = int(self.whole.episodes.at[self.gate, "season"])
        for episode, row in self.whole.episodes.iterrows():
            if not self.is_told(str(episode)):
                yield from [row["title"], *([str(episode)] if row["season"] > begun else [])]
        yield from self.whole.seasons.loc[begun + 1 :, "name"]
        jumps = self.whole.jumps
        yield from jumps["label"][[not self.is_told(episode) for episode in jumps["episode"]]]
        told = {text for n, text in self.whole.coverage.items() if int(n) <= begun}
        yield from set(self.whole.coverage.values()) - told

    def _later_people(self) -> Iterator[str]:
        """Yield the names that people have only after a renaming that is not told."""
        for _, person in self.whole.people.iterrows():
            if person["renamed"] and not self.is_told(person["renamed"]):
                yield person["name"]

    def _met(self) -> Iterator[str]:
        later = set(self._later_people())
        for _, person in self.whole.people.iterrows():
            if self.is_told(person["introduced"]) and person["name"] not in later:
                yield person["name"]

    def told_ids(self) -> set[str]:
        """Return the ids that the events, roles and introductions so far name, with the places around."""
        events = self.whole.events[self.events]
        found = {str(each) for each in events["id"]}
        for table in _NAMES:
            found |= {str(key) for cell in events[table] for key in cell}
        people, missions, roles = self.whole.people, self.whole.missions, self.whole.roles
        found |= {str(n) for n, episode in people["introduced"].items() if episode and self.is_told(episode)}
        found |= {str(n) for n, episode in missions["episode"].items() if episode and self.is_told(episode)}
        named = roles[[self.is_told(episode) for episode in roles["told"]]]
        found |= {*named["place"], *named["organisation"]}
        inside = self.whole.places["part_of"]
        while around := {inside[place] for place in found if place in inside.index} - found - {""}:
            found |= around
        return found

    @cached_property
    def years(self) -> tuple[int, frozenset[int]]:
        """The last year that anything told allows, and years of our history: compared with, or in a title."""
        events = self.whole.events[self.events]
        ours = self.whole.our_history.loc[sorted(set(events["counterpart"]) - {""})]
        real = {_year(day) for column in ("first", "last") for day in ours[column]}
        cited = self.whole.sources.loc[sorted({source for cell in ours["sources"] for source in cell})]
        real |= _years(" ".join([*cited["title"], *cited["url"]]))
        return max(_year(day) for day in events["last"]), frozenset(real | _years(self.told))

    @cached_property
    def aired(self) -> int:
        """The year of the first broadcast, from which on sources are dated."""
        return min(_year(dates.parse(date).first) for date in self.whole.episodes["air_date"] if date)

    def leaks(self, text: str) -> list[str]:
        """Return what a text says that only later episodes tell; some of it, if it says much."""
        return list(islice(self._leaks(text), _ENOUGH))

    def _leaks(self, text: str) -> Iterator[str]:
        """Yield words, years and counts of events."""
        there = set(_WORDS.findall(text))
        yield from (word for word in self.words if there >= words_of(word) and stands(word, text))
        last, real = self.years
        yield from (str(year) for year in _years(text) - real if last + _MARGIN < year < self.aired)
        yield from (f"{count} events" for count in _counts(text) if count > sum(self.events))


@cache
def after(whole: Dataset, gate: str) -> Later:
    """Return what the episodes after `gate` alone tell; kept, for each gate is asked by several tests."""
    return Later(whole, gate)


@cache
def words_of(phrase: str) -> frozenset[str]:
    """Return the words of a short text: it stands nowhere where one of them is missing."""
    return frozenset(_WORDS.findall(phrase))


def stands(word: str, text: str) -> bool:
    """Tell whether a phrase stands in a text between other words."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not (_LETTER.match(text[at - 1 : at]) or _LETTER.match(text[end : end + 1])):
            return True
        at = text.find(word, at + 1)
    return False


def _year(day: int) -> int:
    return datetime.date.fromordinal(int(day)).year


def _counts(text: str) -> set[int]:
    before = (text[max(0, found.start() - 12) : found.start()] for found in _COUNTED.finditer(text))
    return {int(count[0].replace(",", "")) for count in map(_COUNT.search, before) if count}


def _years(text: str) -> set[int]:
    return {int(year) for year in _YEAR.findall(text)}


def plain(html: str) -> str:
    """Return HTML as what it says to people and scripts, without where sources are on other sites."""
    return unescape(_UNSAID.sub("", html))


def strings(value: Any) -> Iterator[str]:
    """Yield the texts in a JSON value; pictures' coordinates are none."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from (key, *strings(inner))
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


def said(value: Any) -> str:
    """Return all that a JSON value says."""
    return plain(" \n ".join(strings(json.loads(value) if isinstance(value, (str, bytes)) else value)))


def joined(pieces: Iterable[object]) -> str:
    """Return pieces of HTML as one text."""
    return plain(" \n ".join(map(str, pieces)))


def without_axis(answer: dict[str, Any]) -> dict[str, Any]:
    """Return a picture, or an answer with one, without the years along it: they are our history's too.

    How far such an axis may reach is asked where the picture is tested.
    """
    for trace in answer.get("picture.figure", answer)["data"]:
        if trace.get("name") == "texts":
            trace["text"] = [text for text in trace["text"] if not (text.isdigit() and len(text) == 4)]
    return answer


def lettered(svg: str, *, axis: bool) -> str:
    """Return what an SVG says and names, with or without the years along it; its coordinates are no years."""
    parts = ElementTree.fromstring(svg).iter()
    texts = [text for each in parts for text in (*(each.get(key, "") for key in _SAID), each.text or "")]
    return "\n".join(text for text in texts if axis or not (text.isdigit() and len(text) == 4))


def carried(page: str) -> str:
    """Return what a page that carries everything says: its head, its body, and its figure's values."""
    head, bundle = page.index("@font-face"), page.index("<script>")
    spec = re.search(r"spec = (\{.*\});\n", page)
    assert spec
    return "\n".join([plain(page[:head]), plain(page[page.index("<body>") : bundle]), said(spec[1])])
