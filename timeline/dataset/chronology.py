"""Order in time: events within their season's reach, causes before effects, ends after starts."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from timeline import dates
from timeline.dataset.package import Package, RawTable
from timeline.dataset.problems import Problem

_SPANS = (
    ("seasons", "start", "end"),
    ("seasons", "premiere", "finale"),
    ("jumps", "from", "looks_ahead"),
    ("people", "born", "died"),
    ("roles", "from", "until"),
    ("our_spans", "from", "until"),
    ("missions", "launch", "end"),
)
_NOWHEN = float("nan")


def check(package: Package) -> Iterator[Problem]:
    """Yield what cannot be so in time or in telling; a cell that is no date or no number is passed over.

    What needs a table that could not be read whole is not asked.
    """
    for name, start, end in _SPANS:
        if raw := package.whole(name):
            yield from _backwards(raw, start, end)
    events, seasons = package.whole("events"), package.whole("seasons")
    jumps, episodes = package.whole("jumps"), package.whole("episodes")
    if events:
        yield from _causes(events)
        yield from _pairs(events)
    if events and (ours := package.whole("our_history")):
        yield from _directions(events, ours)
    if events and seasons and (jumps or "jumps" not in package.descriptor.listed):
        yield from _reach(events, seasons, jumps)
    if seasons:
        yield from _seasons(seasons)
    if seasons and jumps:
        yield from _jumps(jumps, seasons)
    if episodes:
        yield from _numbers(episodes)
        for raw in filter(None, (events, jumps)):
            yield from _foreign_episodes(raw, episodes)


def days(cells: pd.Series, end: str) -> pd.Series:
    """Return the `first` or `last` day number of each EDTF cell, not-a-number where there is none."""
    found: dict[str, float] = {}
    for cell in cells.unique():
        try:
            found[cell] = float(getattr(dates.parse(cell), end))
        except dates.DateError:
            found[cell] = _NOWHEN
    return cells.map(found).astype(float)


def _by_season(raw: RawTable, column: str) -> dict[int, tuple[int, str]]:
    """Return line and cell by season number, in order; of a season that stands twice the first."""
    rows = raw.cells.loc[raw.cells["season"].str.fullmatch(r"\d{1,6}"), ["season", column]]
    found: dict[int, tuple[int, str]] = {}
    for line, season, cell in rows.itertuples(name=None):
        found.setdefault(int(season), (int(line), str(cell)))
    return dict(sorted(found.items()))


def _days_by_season(raw: RawTable, column: str, end: str) -> dict[int, float]:
    """Return the first or last day of a date column by season number."""
    cells = pd.Series({season: cell for season, (_, cell) in _by_season(raw, column).items()}, dtype="str")
    return {int(str(season)): float(day) for season, day in days(cells, end).dropna().items()}


def _backwards(raw: RawTable, start: str, end: str) -> Iterator[Problem]:
    """Yield the rows whose end lies wholly before their start."""
    wrong = days(raw.cells[end], "last") < days(raw.cells[start], "first")
    for line, (begun, ended) in raw.marked(wrong, start, end):
        yield Problem(raw.file, line, end, f"'{ended}' lies before {start} '{begun}'; the end must not")


def _reach(events: RawTable, seasons: RawTable, jumps: RawTable | None) -> Iterator[Problem]:
    """Yield the events that begin outside the time that their season can tell of.

    That is from the start of the season before to the season's end, or the end of what its jump shows;
    for the background to the end of season 1.
    """
    earliest = {season + 1: day for season, day in _days_by_season(seasons, "start", "first").items()}
    latest = _days_by_season(seasons, "end", "last")
    ahead = _days_by_season(jumps, "looks_ahead", "last") if jumps else {}
    latest = {season: max(day, ahead.get(season, day)) for season, day in latest.items()}
    latest[0] = _days_by_season(seasons, "end", "last").get(1, latest.get(0, _NOWHEN))
    first = days(events.cells["date"], "first")
    season = events.cells["season"].where(events.cells["season"].str.fullmatch(r"\d{1,6}"), "-1").astype(int)
    wrong = (first < season.map(earliest)) | (first > season.map(latest))
    for line, (number, date) in events.marked(wrong, "season", "date"):
        low, high = earliest.get(int(number)), latest.get(int(number))
        bounds = [f"not before {dates.day_words(int(low))}"] if low is not None else []
        bounds += [f"not after {dates.day_words(int(high))}"] if high is not None else []
        message = f"'{date}' is out of season {number}'s reach; its events begin {' and '.join(bounds)}"
        yield Problem(events.file, line, "date", message)


def _seasons(seasons: RawTable) -> Iterator[Problem]:
    """Yield the seasons that begin before the one before, and a background that runs into season 1."""
    starts, ends = _by_season(seasons, "start"), _by_season(seasons, "end")
    first, last = _days_by_season(seasons, "start", "first"), _days_by_season(seasons, "end", "last")
    for before, season in zip(first, list(first)[1:], strict=False):
        if first[season] < first[before]:
            message = f"'{starts[season][1]}' lies before season {before} starts, '{starts[before][1]}'"
            yield Problem(seasons.file, starts[season][0], "start", f"{message}; seasons start in turn")
    if last.get(0, _NOWHEN) >= first.get(1, _NOWHEN):
        message = (
            f"'{ends[0][1]}' is not over when season 1 starts, '{starts[1][1]}'; season 0 is what came before"
        )
        yield Problem(seasons.file, ends[0][0], "end", message)


def _jumps(jumps: RawTable, seasons: RawTable) -> Iterator[Problem]:
    """Yield the jumps after which the next season opens at another time than it starts."""
    starts = _by_season(seasons, "start")
    first, last = _days_by_season(seasons, "start", "first"), _days_by_season(seasons, "start", "last")
    opens_first, opens_last = (
        _days_by_season(jumps, "opens", "first"),
        _days_by_season(jumps, "opens", "last"),
    )
    for season, (line, opens) in _by_season(jumps, "opens").items():
        following = season + 1
        early = opens_last.get(season, _NOWHEN) < first.get(following, _NOWHEN)
        if early or opens_first.get(season, _NOWHEN) > last.get(following, _NOWHEN):
            message = f"'{opens}' is not when season {following} starts, '{starts[following][1]}'"
            yield Problem(jumps.file, line, "opens", f"{message}; the two must overlap")


def _causes(events: RawTable) -> Iterator[Problem]:
    """Yield the causes that begin only when their effect has ended."""
    first, dated = days(events.cells["date"], "first").to_dict(), dict(events.lines("date"))
    begins = {event: (first[line], dated[line]) for line, event in events.lines("id")}
    ends = days(events.cells["date"], "last").to_dict()
    causes = events.items("caused_by")
    for line, cause in zip(causes.index.tolist(), causes.tolist(), strict=True):
        day, date = begins.get(cause, (_NOWHEN, ""))
        if day > ends[line]:
            message = (
                f"'{cause}' begins ('{date}') after this event ends ('{dated[line]}'); a cause comes first"
            )
            yield Problem(events.file, line, "caused_by", message)


def _pairs(events: RawTable) -> Iterator[Problem]:
    """Yield the empty cells that another cell of the same event calls for."""
    filled = events.cells != ""
    related = filled["relation"] & (events.cells["relation"] != "never")
    for line, (relation,) in events.marked(related & ~filled["counterpart"], "relation"):
        message = f"is empty; relation '{relation}' needs one, only 'never' has none"
        yield Problem(events.file, line, "counterpart", message)
    for line, (counterpart,) in events.marked(filled["counterpart"] & ~filled["relation"], "counterpart"):
        message = f"is empty; counterpart '{counterpart}' needs one, such as same or earlier"
        yield Problem(events.file, line, "relation", message)
    for line, _ in events.marked(filled["caused_by"] & ~filled["cause_basis"]):
        yield Problem(events.file, line, "cause_basis", "is empty; caused_by needs one, screen or editorial")


def _directions(events: RawTable, ours: RawTable) -> Iterator[Problem]:
    """Yield the events said to come earlier or later than ours that do not, whatever their dates may mean."""
    ids = ours.cells["id"].drop_duplicates()
    real = ours.cells.loc[ids.index, "date"].set_axis(ids)
    related = events.cells[events.cells["relation"].isin(["earlier", "later"])]
    for line, relation, cell, counterpart in related[["relation", "date", "counterpart"]].itertuples():
        try:
            theirs, answered = dates.reach(dates.parse(cell)), dates.reach(dates.parse(real[counterpart]))
        except (dates.DateError, KeyError):
            continue
        if theirs[0] > answered[1] if relation == "earlier" else theirs[1] < answered[0]:
            message = f"'{relation}' cannot be: '{cell}' against '{real[counterpart]}' in our history"
            yield Problem(events.file, int(line), "relation", message)


def _numbers(episodes: RawTable) -> Iterator[Problem]:
    """Yield the episodes whose id says another season or number than their cells do."""
    said = episodes.cells["id"].str.extract(r"^S(\d+)E0*(\d+)$")
    for place, column in enumerate(("season", "number")):
        apart = said[place].notna() & (said[place] != episodes.cells[column])
        for line, (episode, cell) in episodes.marked(apart, "id", column):
            message = f"'{cell}' is not the {column} in the id '{episode}'; the two must agree"
            yield Problem(episodes.file, line, column, message)


def _foreign_episodes(raw: RawTable, episodes: RawTable) -> Iterator[Problem]:
    """Yield the rows of a season that name an episode of another; the background may name any."""
    season = dict(zip(episodes.cells["id"], episodes.cells["season"], strict=True))
    told_in = raw.cells["episode"].map(season)
    wrong = told_in.notna() & (told_in != raw.cells["season"]) & (raw.cells["season"] != "0")
    for line, (episode, own) in raw.marked(wrong, "episode", "season"):
        message = f"'{episode}' is an episode of season {season[episode]}; name one of season {own}"
        yield Problem(raw.file, line, "episode", message)
