"""The last thing that happened in each field by a month, in both histories."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from timeline import dates
from timeline.dataset import Dataset
from timeline.histories import Pair
from timeline.query import select
from timeline.shorthand import brief
from timeline.view import View
from timeline.world import states


@dataclass(frozen=True, slots=True)
class Latest:
    """The last event of a field there, "" where there is none, and the last of ours that an event names."""

    field: str
    event: str
    season: int
    there: str
    when: str
    here: str
    ours: str


def latest(dataset: Dataset, asked: View, pairs: Iterable[Pair], end: int) -> tuple[Latest, ...]:
    """Return the latest events by a day, by field in the data set's order; nothing that only may be over."""
    events = select(dataset, asked)
    over = {date: states.come(dates.parse(date), end) == states.DONE for date in set(events["date"])}
    done = events[events["date"].map(over).astype(bool)]
    ours = _ours(pairs, end)
    found = []
    for field, categories in dataset.histories.fields.items():
        here = ours.get(field)
        rows = done[done["category"].isin(categories)]
        theirs = _theirs(rows.iloc[-1]) if len(rows) else ("", 0, "", "")
        if len(rows) or here:
            said = (here.ours.label, brief(here.ours.date.text)) if here and here.ours else ("", "")
            found.append(Latest(field, *theirs, *said))
    return tuple(found)


def _theirs(row: pd.Series[Any]) -> tuple[str, int, str, str]:
    return str(row["id"]), int(row["season"]), str(row["headline"]), brief(row["date"])


def _ours(pairs: Iterable[Pair], end: int) -> dict[str, Pair]:
    """Return of each field the pair whose event of ours is the last that is over."""
    over = [pair for pair in pairs if pair.ours and states.come(pair.ours.date, end) == states.DONE]
    return {pair.field: pair for pair in sorted(over, key=lambda pair: pair.ours.day if pair.ours else 0.0)}
