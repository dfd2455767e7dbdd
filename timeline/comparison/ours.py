"""How a season stands to our history: relations and the median lead."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from statistics import median

from timeline.comparison import durations
from timeline.comparison.cases import Case
from timeline.comparison.telling import share
from timeline.comparison.values import Number, Share, Unknown, Value

_SHIFTED = ("earlier", "later")


def compared(case: Case) -> Value:
    """Return the share of events that have a relation to our history."""
    return share(case.events, case.events["relation"] != "")


def relation(name: str) -> Callable[[Case], Value]:
    """Return the measure of a relation's share of the compared events."""

    def value(case: Case) -> Value:
        related = case.events.loc[case.events["relation"] != "", "relation"]
        return Share(float((related == name).mean())) if len(related) else Unknown("no event is compared")

    return value


@lru_cache(maxsize=256)
def leads(case: Case) -> tuple[float, ...]:
    """Return by how many years each shifted event leads ours, from the middle of one date to the other's."""
    shifted = case.events[case.events["relation"].isin(_SHIFTED) & (case.events["counterpart"] != "")]
    there = case.dataset.our_history
    return tuple(
        float(there.at[ours, "first"] + there.at[ours, "last"] - first - last) / 2 / durations.YEAR
        for ours, first, last in zip(shifted["counterpart"], shifted["first"], shifted["last"], strict=True)
    )


def lead(case: Case) -> Value:
    """Return the median lead in years."""
    found = leads(case)
    return (
        Number(median(found), 1, signed=True) if found else Unknown("no event is sooner or later than ours")
    )
