"""Where a pair of events stands in a month: happened there, here, in both, or perhaps just now."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from timeline.dates import Date, reach
from timeline.histories import Pair

NOT_YET, PERHAPS, DONE = 0, 1, 2
"""How far an event has come by the end of a month: PERHAPS from its first possible day to its last."""

NONE, OPEN = "", "open"
THEIRS, OURS, BOTH, OTHERWISE, THERE, HERE = "theirs", "ours", "both", "otherwise", "there", "here"
STATES = (THEIRS, OURS, OPEN, OTHERWISE, THERE, HERE, BOTH)
"""What a pair may be in a month, in the order of reading; NONE is a pair that neither history has begun."""

_SETTLED: Mapping[tuple[int, int], str] = MappingProxyType(
    {(DONE, NOT_YET): THEIRS, (NOT_YET, DONE): OURS, (DONE, DONE): BOTH, (NOT_YET, NOT_YET): NONE}
)
_ONE_SIDED = (NONE, OPEN)


def come(date: Date, end: int) -> int:
    """Return how far an event has come by the day `end`, with all the doubts of its date."""
    first, last = reach(date)
    return DONE if last <= end else PERHAPS if first <= end else NOT_YET


def both(pair: Pair, end: int) -> tuple[int, int]:
    """Return how far a pair's two events have come; what one history never has never comes there."""
    there = NOT_YET if pair.relation == "averted" else come(pair.theirs.date, end)
    here = come(pair.ours.date, end) if pair.ours and pair.relation != "never" else NOT_YET
    return there, here


def state(pair: Pair, end: int) -> str:
    """Return the state of a pair by a day; exactly one for each pair and day.

    It is open while a date may still be to come; what goes otherwise is so once both are over, and open from
    the first of the two on.
    """
    there, here = both(pair, end)
    if pair.relation == "never":
        return (*_ONE_SIDED, THERE)[there]
    if pair.relation == "averted":
        return (*_ONE_SIDED, HERE)[here]
    found = _SETTLED.get((there, here), OPEN)
    if pair.relation == "altered":
        return {NONE: NONE, BOTH: OTHERWISE}.get(found, OPEN)
    return found
