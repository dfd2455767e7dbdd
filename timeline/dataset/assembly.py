"""From checked text to typed frames: days, words, lists, order and place of every event."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from timeline import dates
from timeline.dataset import positions
from timeline.schema import TABLES, Table

_UNIX_EPOCH = 719163
_NEVER = 1 << 30


def assemble(tables: Mapping[str, pd.DataFrame], bodies: tuple[str, ...]) -> dict[str, pd.DataFrame]:
    """Return the frames of a Dataset from tables of valid text in the schema's columns.

    Tables are indexed by their key and ordered as in the file, seasons and episodes by number; events by
    their position in time.
    """
    frames = {name: _typed(tables[name], TABLES[name]) for name in TABLES}
    frames["seasons"] = _with_days(
        frames["seasons"], first=("start", "first"), last=("end", "last")
    ).sort_index()
    frames["jumps"] = _with_days(
        frames["jumps"],
        from_day=("from", "last"),
        looks_first=("looks_ahead", "first"),
        looks_last=("looks_ahead", "last"),
    ).sort_index()
    frames["episodes"] = frames["episodes"].sort_values(["season", "number"])
    frames["our_history"] = _with_date(frames["our_history"])
    frames["events"] = _events(frames, bodies)
    return frames


def _typed(cells: pd.DataFrame, table: Table) -> pd.DataFrame:
    """Return a table with lists as tuples and whole numbers, indexed by its key (events: by row)."""
    columns: dict[str, pd.Series] = {}
    for column in table.columns:
        found = cells[column.name]
        if column.many:
            lists = [tuple(cell.split(";")) if cell else () for cell in found.to_numpy()]
            columns[column.name] = pd.Series(lists, index=found.index, dtype=object)
        elif column.name == "importance" or (column.kind == "number" and column.required):
            columns[column.name] = found.astype("int64")
        else:
            columns[column.name] = found if found.dtype == "str" else found.astype("str")
    frame = pd.DataFrame(columns).reset_index(drop=True)
    return frame if not table.key or table.name == "events" else frame.set_index(table.key)


def _with_days(frame: pd.DataFrame, **days: tuple[str, str]) -> pd.DataFrame:
    """Return a frame with day columns, each the first or last day of a date column."""
    return frame.assign(
        **{
            name: frame[column].map(lambda text, end=end: getattr(dates.parse(text), end)).astype("int64")
            for name, (column, end) in days.items()
        }
    )


def _with_date(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a frame with first, last, precision, approximate and words of its date column."""
    parsed = [dates.parse(text) for text in frame["date"]]
    said = {date: dates.words(date) for date in set(parsed)}
    return frame.assign(
        first=np.array([date.first for date in parsed], dtype="int64"),
        last=np.array([date.last for date in parsed], dtype="int64"),
        precision=pd.Series([date.precision for date in parsed], index=frame.index, dtype="str"),
        approximate=np.array([date.approximate or date.uncertain for date in parsed], dtype=bool),
        words=pd.Series([said[date] for date in parsed], index=frame.index, dtype="str"),
    )


def _events(frames: Mapping[str, pd.DataFrame], bodies: tuple[str, ...]) -> pd.DataFrame:
    """Return the events in in-world order, with everything that follows from their dates and places."""
    events = _with_date(frames["events"])
    events["row"] = np.arange(len(events))
    events["told_rank"] = _told_rank(events, frames["episodes"])
    body = frames["places"]["body"].to_dict()
    last_body = bodies[-1] if bodies else ""
    events["body"] = (
        events["places"].map(lambda places: body[places[0]] if places else last_body).astype("str")
    )
    events["position"] = positions.place(events, frames["seasons"])
    events["decade"] = _years(events["position"]) // 10 * 10
    return events.sort_values(["position", "told_rank"]).reset_index(drop=True)


def _told_rank(events: pd.DataFrame, episodes: pd.DataFrame) -> np.ndarray:
    """Return each event's place in the order of telling, 0 to n - 1.

    Without an episode an event comes after its season's last one, and a background event after everything.
    """
    season = events["episode"].map(episodes["season"]).fillna(events["season"].replace(0, _NEVER))
    number = events["episode"].map(episodes["number"]).fillna(_NEVER)
    rank = np.empty(len(events), dtype="int64")
    rank[np.lexsort((events["row"], number, season))] = np.arange(len(events))
    return rank


def _years(days: pd.Series) -> np.ndarray:
    """Return the calendar years of day numbers."""
    since_epoch = np.floor(days.to_numpy()).astype("int64") - _UNIX_EPOCH
    years: np.ndarray = since_epoch.astype("datetime64[D]").astype("datetime64[Y]").astype("int64") + 1970
    return years
