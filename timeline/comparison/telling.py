"""How much is told, how weighty it is, in which fields, and by what means."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from timeline.comparison.cases import Case
from timeline.comparison.values import Number, Share, Unknown, Value

_NONE = Unknown("no events")
_WEIGHTY = 2


def share(events: pd.DataFrame, matching: pd.Series) -> Value:
    """Return the share of events that match."""
    return Share(float(matching.mean())) if len(events) else _NONE


def events(case: Case) -> Value:
    """Return how many events there are."""
    return Number(len(case.events))


def turning_points(case: Case) -> Value:
    """Return how many turning points there are."""
    return Number(int((case.events["importance"] == 1).sum()))


def weighty(case: Case) -> Value:
    """Return the share of turning points and major events."""
    return share(case.events, case.events["importance"] <= _WEIGHTY)


def weighty_per_episode(case: Case) -> Value:
    """Return the weighty events per episode."""
    count = int((case.dataset.episodes["season"] == case.season).sum())
    if not count:
        return Unknown("no episodes")
    return Number(int((case.events["importance"] <= _WEIGHTY).sum()) / count, 1)


def told(means: str) -> Callable[[Case], Value]:
    """Return the measure of the share that is told by some means."""
    return lambda case: share(case.events, case.events["told"] == means)


def field(category: str) -> Callable[[Case], Value]:
    """Return the measure of a category's share."""
    return lambda case: share(case.events, case.events["category"] == category)
