"""The selection as a list to read: the same events as the picture's, in the same order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import groupby
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from markupsafe import Markup

from timeline import scales
from timeline.dataset import Dataset
from timeline.markup import join, tag
from timeline.query import label, select
from timeline.shorthand import brief, year_of
from timeline.view import View
from timeline.web.marks import mark, marked
from timeline.web.reading import Reading, href

_MOST = 1000
"""Nobody reads on after so many entries, and a phone has to lay them out."""
_NONE: Mapping[str, str] = MappingProxyType({})
COLUMNS = ["id", "season", "importance", "headline", "date", "words", "body", "approximate"]
"""The columns of events that an entry is written from."""
_HERE = "\0"
"""Stands for an event in the address of an entry; no address has it otherwise."""
_CURRENT = ' aria-current="true"'
_ENTRY = (
    '<li>{year}<a href="{address}" class="{kind}" id="entry-{event}" style="{colour}" tabindex="{tab}"'
    ' aria-label="{name}"{current}><span>{headline}</span><small>{aside}</small></a></li>'
)


class Part(NamedTuple):
    """A heading of the list: a season, or the years before, between or after (then `season` is 0)."""

    season: int
    title: str
    aside: str


def listing(reading: Reading, among: View | None = None, asides: Mapping[str, str] = _NONE) -> Markup:
    """Return the selected events under headings, in the View's order; each is a link that chooses it.

    among: the View whose selection it is, if not the reading's own. asides: what else is said of an event.
    """
    dataset, view = reading.dataset, among or reading.view
    events = select(dataset, view)
    shown = events.head(_MOST)
    parts = _told_parts(dataset, shown) if view.order == "told" else _world_parts(dataset, shown)
    more = f"{len(events) - _MOST:,} more events follow: narrow the selection to see them."
    entry = Entries(reading, asides, shown["id"].tolist())
    return join(
        (_section(dataset, part, rows, entry) for part, rows in parts),
        tag("p", more, class_="quiet") if len(events) > _MOST else None,
    )


class Entries:
    """Write events as links of one list that the Tab key enters once, at the chosen event or the first."""

    def __init__(self, reading: Reading, asides: Mapping[str, str], listed: Sequence[str]) -> None:
        dataset, view = reading.dataset, reading.view
        self.chosen, self.asides = view.event, asides
        self.entered = view.event if view.event in listed else next(iter(listed), "")
        self.seasons = {int(n): label(dataset, "season", int(n)) for n in dataset.seasons.index}
        self.looks = {n: marked(dataset, n) for n in self.seasons}
        # One address serves as a template: there are hundreds of entries in an answer.
        self.address = escape(href(view.but(event=_HERE), reading.path))

    def write(self, row: tuple[Any, ...], year: str) -> Markup:
        """Return one event, with its year where it is the first of it."""
        event, season, importance, headline, date, words, body, approximate = row
        symbol, colour = self.looks[season]
        aside = self.asides.get(event, "")
        written = _ENTRY.format(
            year=year and f"<b>{year}</b>",
            event=event,
            address=self.address.replace("%00", event),
            kind=f"entry size-{importance} {symbol}{' hollow' if approximate else ''}",
            colour=colour,
            tab="0" if event == self.entered else "-1",
            current=_CURRENT if event == self.chosen else "",
            name=escape(", ".join(filter(None, (headline, words, self.seasons[season], aside)))),
            headline=escape(headline),
            aside=escape(" · ".join(filter(None, (body, brief(date), aside)))),
        )
        return Markup(written)  # noqa: S704 - every text in it is escaped, ids and addresses need it not


def _section(dataset: Dataset, part: Part, events: pd.DataFrame, entries: Entries) -> Markup:
    marks, kind, style = None, "part gap", None
    if part.season:
        marks, kind, style = mark(dataset, part.season), "part", marked(dataset, part.season)[1]
    title = tag("h3", marks, part.title, tag("small", part.aside))
    return tag("section", title, _decades(events, entries), class_=kind, style=style)


def _decades(events: pd.DataFrame, entries: Entries) -> Iterator[Markup]:
    """Yield the events decade by decade, each under its heading, and at each new year its number."""
    rows = events[COLUMNS].itertuples(index=False, name=None)
    years = [str(year_of(int(day))) for day in events["position"]]
    before = ["", *years]
    written = [
        entries.write(row, year if year != former else "")
        for row, year, former in zip(rows, years, before, strict=False)
    ]
    decades = events["decade"].tolist()
    for decade, places in groupby(range(len(written)), key=lambda place: decades[place]):
        yield tag("h4", f"{decade}s")
        yield tag("ol", (written[place] for place in places))


def _world_parts(dataset: Dataset, events: pd.DataFrame) -> Iterator[tuple[Part, pd.DataFrame]]:
    """Cut the events at the first and last days of the seasons."""
    windows = scales.windows(dataset, View())
    edges = [edge for _, first, last in windows for edge in (first, last)]
    pieces = np.searchsorted(edges, events["position"].to_numpy(), side="right").tolist()
    for piece, rows in groupby(range(len(events)), key=lambda row: pieces[row]):
        yield _world_part(dataset, [season for season, _, _ in windows], piece), events.iloc[list(rows)]


def _world_part(dataset: Dataset, seasons: list[int], piece: int) -> Part:
    """Return the heading of a piece: 0 lies before the first season, 1 in it, 2 after it, and so on."""
    if piece == 0:
        return Part(0, "Before the first season", "")
    season = seasons[(piece - 1) // 2]
    name = label(dataset, "season", season)
    if piece % 2:
        first, last = (year_of(int(dataset.seasons.at[season, day])) for day in ("first", "last"))
        return Part(season, name, f"{first}" if first == last else f"{first} – {last}")
    if season not in dataset.jumps.index:
        return Part(0, f"After {name.lower()}", "")
    jump = dataset.jumps.loc[season]
    years = f"{year_of(int(jump['from_day']))} → {year_of(int(jump['looks_first']))}"
    return Part(0, f"After {name.lower()}", f"{years}: {jump['label']}")


def _told_parts(dataset: Dataset, events: pd.DataFrame) -> Iterator[tuple[Part, pd.DataFrame]]:
    """Cut the events at the episodes that tell them."""
    episodes = events["episode"].tolist()
    for episode, rows in groupby(range(len(events)), key=lambda row: episodes[row]):
        yield _told_part(dataset, episode), events.iloc[list(rows)]


def _told_part(dataset: Dataset, episode: str) -> Part:
    if not episode:
        return Part(0, "In no one episode", "")
    season = int(dataset.episodes.at[episode, "season"])
    number, title = dataset.episodes.at[episode, "number"], dataset.episodes.at[episode, "title"]
    return Part(season, f"{label(dataset, 'season', season)}, episode {number}", title)
