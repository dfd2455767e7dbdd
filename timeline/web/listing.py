"""The selection as a list to read: the same events as the picture's, in the same order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

import pandas as pd
from markupsafe import Markup

from timeline import scales
from timeline.dataset import Dataset
from timeline.query import label, select
from timeline.shorthand import brief, year_of
from timeline.view import View
from timeline.web.marks import link, mark, marked
from timeline.web.markup import join, tag

_MOST = 1000
"""Nobody reads on after so many entries, and a phone has to lay them out."""


class Part(NamedTuple):
    """A heading of the list: a season, or the years before, between or after (then `season` is 0)."""

    season: int
    title: str
    aside: str


def listing(dataset: Dataset, view: View) -> Markup:
    """Return the selected events under headings, in the View's order; each is a link that chooses it."""
    events = select(dataset, view)
    shown = events.head(_MOST)
    parts = _told_parts(dataset, shown) if view.order == "told" else _world_parts(dataset, shown)
    more = f"{len(events) - _MOST:,} more events follow: narrow the selection to see them."
    return join(
        (_section(dataset, view, part, rows) for part, rows in parts),
        tag("p", more, class_="quiet") if len(events) > _MOST else None,
    )


def _section(dataset: Dataset, view: View, part: Part, events: pd.DataFrame) -> Markup:
    marks, kind, style = None, "part gap", None
    if part.season:
        marks, kind, style = mark(dataset, part.season), "part", marked(dataset, part.season)[1]
    title = tag("h3", marks, part.title, tag("small", part.aside))
    return tag("section", title, tag("ol", _entries(dataset, view, events)), class_=kind, style=style)


def _entries(dataset: Dataset, view: View, events: pd.DataFrame) -> Iterator[Markup]:
    columns = ["id", "season", "importance", "headline", "date", "body", "approximate", "position"]
    previous = 0
    for event, season, importance, headline, date, body, approximate, position in events[columns].itertuples(
        index=False, name=None
    ):
        year = year_of(int(position))
        symbol, colour = marked(dataset, season, hollow=approximate)
        entry = link(
            [tag("span", headline), tag("small", " · ".join(filter(None, (body, brief(date)))))],
            view.but(event=event),
            class_=f"entry size-{importance} {symbol}",
            style=colour,
            aria_current="true" if event == view.event else None,
        )
        yield tag("li", tag("b", str(year)) if year != previous else None, entry)
        previous = year


def _world_parts(dataset: Dataset, events: pd.DataFrame) -> Iterator[tuple[Part, pd.DataFrame]]:
    """Cut the events at the first and last days of the seasons."""
    windows = scales.windows(dataset, View())
    edges = [edge for _, first, last in windows for edge in (first, last)]
    pieces = pd.Series(edges, dtype=float).searchsorted(events["position"], side="right")
    for piece, rows in groupby(range(len(events)), key=lambda row: int(pieces[row])):
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
