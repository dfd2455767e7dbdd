"""Order in time: events within their season's reach, causes before effects, ends after starts."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from timeline import dates
from timeline.package import Package, RawTable
from timeline.problems import Problem
from timeline.references import items

_SPANS = (
    ("seasons", "start", "end"),
    ("seasons", "premiere", "finale"),
    ("jumps", "from", "looks_ahead"),
    ("people", "born", "died"),
    ("roles", "from", "until"),
    ("missions", "launch", "end"),
)


def check(package: Package) -> Iterator[Problem]:
    """Yield what cannot be in time or in telling; cells that are no date or no number are passed over."""
    for name, start, end in _SPANS:
        if raw := package.whole(name):
            yield from _backwards(raw, start, end)
    events, seasons = package.whole("events"), package.whole("seasons")
    jumps, episodes = package.whole("jumps"), package.whole("episodes")
    if events:
        yield from _causes(events)
        yield from _pairs(events)
    if events and seasons and ("jumps" not in package.listed or jumps):
        yield from _reach(events, seasons, jumps)
    if seasons:
        yield from _seasons(seasons)
    if seasons and jumps:
        yield from _jumps(jumps, seasons)
    if episodes:
        yield from _numbers(episodes)
        for raw in (events, jumps):
            if raw:
                yield from _foreign_episodes(raw, episodes)


def days(cells: pd.Series, end: str) -> pd.Series:
    """Return the `first` or `last` day number of each EDTF cell, not-a-number where there is none."""
    found: dict[str, float] = {}
    for cell in cells.unique():
        try:
            found[cell] = float(getattr(dates.parse(cell), end))
        except dates.DateError:
            found[cell] = np.nan
    return cells.map(found).astype(float)


def _numbered(cells: pd.Series) -> pd.Series:
    """Return whole numbers as floats, not-a-number for other cells."""
    return pd.to_numeric(cells.where(cells.str.fullmatch(r"\d{1,6}"), "nan"), errors="coerce").astype(float)


def _by_season(raw: RawTable) -> pd.DataFrame:
    """Return a table's rows by season number, the first of each."""
    cells = raw.cells.assign(number=_numbered(raw.cells["season"]), line=raw.cells.index)
    return cells.dropna(subset="number").drop_duplicates("number").set_index("number")


def _backwards(raw: RawTable, start: str, end: str) -> Iterator[Problem]:
    """Yield the rows whose end lies wholly before their start."""
    wrong = days(raw.cells[end], "last") < days(raw.cells[start], "first")
    for line, begun, ended in raw.cells.loc[wrong, [start, end]].itertuples(name=None):
        yield Problem(raw.file, line, end, f"'{ended}' lies before {start} '{begun}'; it must not end before it begins")


def _reach(events: RawTable, seasons: RawTable, jumps: RawTable | None) -> Iterator[Problem]:
    """Yield the events that begin outside the time that their season can tell of."""
    table = _by_season(seasons)
    start, end = days(table["start"], "first"), days(table["end"], "last")
    ahead = days(_by_season(jumps)["looks_ahead"], "last") if jumps else pd.Series(dtype=float)
    latest = pd.concat([end, ahead[ahead.index.isin(end.index)]]).groupby(level=0).max()
    earliest = start.set_axis(start.index + 1)
    if 0.0 in latest.index and 1.0 in end.index:
        latest[0.0] = end[1.0]
    season = _numbered(events.cells["season"])
    first = days(events.cells["date"], "first")
    low, high = season.map(earliest), season.map(latest)
    for line in events.cells.index[(first < low) | (first > high)]:
        bounds = " and ".join(
            f"{word} {dates.day_words(int(bound))}"
            for word, bound in (("not before", low[line]), ("not after", high[line]))
            if bound == bound
        )
        date, number = events.cells.at[line, "date"], events.cells.at[line, "season"]
        message = f"'{date}' is out of reach of season {number}; its events begin {bounds}"
        yield Problem(events.file, line, "date", message)


def _seasons(seasons: RawTable) -> Iterator[Problem]:
    """Yield the seasons that begin before the one before them, and a background that runs into season 1."""
    table = _by_season(seasons).sort_index()
    start, end = days(table["start"], "first"), days(table["end"], "last")
    for number in table.index[1:]:
        before = table.index[table.index.get_loc(number) - 1]
        line, begun = int(table.at[number, "line"]), table.at[number, "start"]
        if start[number] < start[before]:
            message = f"'{begun}' lies before the start of season {before:.0f}, '{table.at[before, 'start']}'"
            yield Problem(seasons.file, line, "start", f"{message}; seasons begin one after another")
    if {0.0, 1.0} <= set(table.index) and end[0.0] >= start[1.0]:
        message = f"'{table.at[0.0, 'end']}' does not end before season 1 begins, '{table.at[1.0, 'start']}'"
        yield Problem(seasons.file, int(table.at[0.0, "line"]), "end", f"{message}; season 0 is what came before")


def _jumps(jumps: RawTable, seasons: RawTable) -> Iterator[Problem]:
    """Yield the jumps after which the next season opens at another time than it does."""
    table, season = _by_season(seasons), _numbered(jumps.cells["season"])
    following = (season + 1).map(table["start"]).fillna("")
    opens = jumps.cells["opens"]
    apart = (days(opens, "last") < days(following, "first")) | (days(opens, "first") > days(following, "last"))
    for line in jumps.cells.index[apart]:
        message = f"'{opens[line]}' is not when season {season[line] + 1:.0f} starts, '{following[line]}'"
        yield Problem(jumps.file, line, "opens", f"{message}; the two must overlap")


def _causes(events: RawTable) -> Iterator[Problem]:
    """Yield the causes that begin only after their effect has ended."""
    keyed = events.cells.drop_duplicates("id").set_index("id")
    first, last = days(keyed["date"], "first"), days(events.cells["date"], "last")
    causes = items(events, "caused_by")
    for line, cause in causes[causes.map(first).to_numpy() > last.reindex(causes.index).to_numpy()].items():
        effect, begun = events.cells.at[line, "date"], keyed.at[cause, "date"]
        message = f"'{cause}' begins after its effect ends ('{begun}' after '{effect}'); a cause comes first"
        yield Problem(events.file, int(str(line)), "caused_by", message)


def _pairs(events: RawTable) -> Iterator[Problem]:
    """Yield the cells that another cell of the same event calls for."""
    cells = events.cells
    counterpart, relation, caused = cells["counterpart"] != "", cells["relation"], cells["caused_by"] != ""
    alone = ~counterpart & ~relation.isin(["", "never"])
    for line in cells.index[alone]:
        message = f"is empty; relation '{relation[line]}' needs one, only 'never' has none"
        yield Problem(events.file, line, "counterpart", message)
    for line in cells.index[counterpart & (relation == "")]:
        message = f"is empty; counterpart '{cells.at[line, 'counterpart']}' needs one, such as same or earlier"
        yield Problem(events.file, line, "relation", message)
    for line in cells.index[caused & (cells["cause_basis"] == "")]:
        yield Problem(events.file, line, "cause_basis", "is empty; caused_by needs one, screen or editorial")


def _numbers(episodes: RawTable) -> Iterator[Problem]:
    """Yield the episodes whose id says another season or number than their cells do."""
    found = episodes.cells["id"].str.extract(r"^S(\d+)E0*(\d+)$")
    for place, column in enumerate(("season", "number")):
        cells = episodes.cells[column]
        for line in cells.index[found[place].notna() & (found[place] != cells)]:
            message = f"'{cells[line]}' does not agree with the id '{episodes.cells.at[line, 'id']}'"
            yield Problem(episodes.file, line, column, f"{message}; write {found.at[line, place]}")


def _foreign_episodes(raw: RawTable, episodes: RawTable) -> Iterator[Problem]:
    """Yield the rows of a season that name an episode of another; the background may name any."""
    season = episodes.cells.drop_duplicates("id").set_index("id")["season"]
    named = raw.cells["episode"].map(season)
    for line in raw.cells.index[named.notna() & (named != raw.cells["season"]) & (raw.cells["season"] != "0")]:
        episode, own = raw.cells.at[line, "episode"], raw.cells.at[line, "season"]
        message = f"'{episode}' is an episode of season {named[line]}; name one of season {own}"
        yield Problem(raw.file, line, "episode", message)
