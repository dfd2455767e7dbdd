"""A season's events: of its own time, of earlier years, of its leap ahead; and where each stands."""

from __future__ import annotations

from functools import cache

import numpy as np
import pandas as pd

from timeline.comparison.spans import SHOWN, Span, span
from timeline.dataset import Dataset

OWN, BEFORE, JUMP = "own", "before", "jump"
_YEAR = 366


@cache
def parts(dataset: Dataset, season: int) -> pd.DataFrame:
    """Return a season's events with part, share, low and high, in the order in which they stand.

    `part` is own (at least half of the possible days lie in the span, or a scene or newsreel of at most a
    year's width touches it), else before or jump; empty where the season has no span. `share`, `low` and
    `high` are shares of the span, of own events alone: where the event is drawn and how far its date allows.
    """
    events = dataset.events[dataset.events["season"] == season]
    length = span(dataset, season)
    if length is None or events.empty:
        return events.assign(part="", share=np.nan, low=np.nan, high=np.nan).sort_values("told_rank")
    events = events.assign(part=_part(events, length))
    own = events[events["part"] == OWN]
    low, high = np.maximum(own["first"], length.first), np.minimum(own["last"], length.last) + 1
    days = _spread(pd.DataFrame({"low": low, "high": high, "told": own["told_rank"]}))
    shares = {"share": days, "low": low, "high": high}
    middle = (events["first"] + events["last"] + 1) / 2
    # What has no place in the season lacks one here: assigning by index leaves it empty.
    placed = events.assign(**{name: length.share(found) for name, found in shares.items()})
    order = placed["share"].fillna(length.share(middle))
    return placed.assign(order=order).sort_values(["order", "told_rank"]).drop(columns="order")


def _part(events: pd.DataFrame, length: Span) -> np.ndarray:
    first, last = events["first"].to_numpy(), events["last"].to_numpy()
    days = last - first + 1
    inside = np.minimum(last, length.last) - np.maximum(first, length.first) + 1
    shown = events["told"].isin(SHOWN).to_numpy()
    own = (inside * 2 >= days) | ((inside > 0) & (days <= _YEAR) & shown)
    early = (first + last + 1) / 2 < length.first
    part: np.ndarray = np.select([own, early], [OWN, BEFORE], JUMP)
    return part


def _spread(ranges: pd.DataFrame) -> pd.Series:
    """Return a day for each range: equal ranges share their days evenly, in told order."""
    same = ranges.sort_values("told").groupby(["low", "high"], sort=False)["told"]
    place = (same.cumcount() + 0.5) / same.transform("size")
    return ranges["low"] + (ranges["high"] - ranges["low"]) * place.reindex(ranges.index)
