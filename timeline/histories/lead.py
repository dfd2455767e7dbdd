"""How far ahead their history is, by field and year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from timeline.histories.pairs import Pair
from timeline.shifts import YEAR
from timeline.shorthand import year_of

WINDOW = 10
"""Years for which an event counts."""
_LASTS = WINDOW * YEAR
DEFINITION = (
    f"The line is the median distance of a field’s events in the {WINDOW} years up to then, by the middle of "
    "what their dates allow; where there were none, it stops."
)


@dataclass(frozen=True, slots=True)
class Step:
    """A stretch of the line: from day `first` to before `last`, how many years ahead, out of `n` pairs."""

    first: float
    last: float
    years: float
    n: int


def leading(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """Return the pairs that tell who is ahead."""
    return tuple(pair for pair in pairs if pair.leads and pair.shift)


def steps(pairs: Sequence[Pair], until: float) -> tuple[Step, ...]:
    """Return the line of one field's pairs as far as the day `until`, as DEFINITION says."""
    told = [(pair.theirs.day, pair.shift.years) for pair in leading(pairs) if pair.shift]
    edges = sorted({day for day, _ in told} | {day + _LASTS for day, _ in told} | {until})
    found = []
    for first, last in pairwise(edges):
        recent = [years for day, years in told if day <= first < day + _LASTS]
        if recent and last <= until:
            found.append(Step(first, last, median(recent), len(recent)))
    return tuple(found)


def decade(pair: Pair) -> int:
    """Return the decade in which a pair happens there."""
    return year_of(int(pair.theirs.day)) // 10 * 10
