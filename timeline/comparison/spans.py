"""How long a season lasts in its world: its longest and its shortest reading."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from timeline import dates
from timeline.comparison import durations
from timeline.dataset import Dataset

SHOWN = ("scene", "bonus-newsreel")
"""What plays in a season's own time; all else is told of any time."""
_VAGUE = 300
"""A date that allows this many days or more is no good witness of a season's end."""
_COARSE = 1100
"""A season whose first or last day is known no better than this has no span."""


@dataclass(frozen=True, slots=True)
class Span:
    """A season's own time in days: `first` and `last` are the longest reading, both included.

    The shortest reading runs from the latest day on which it can have begun to the earliest on which it can
    have ended; `shortest` is its length, 0 where that tells nothing.
    """

    first: int
    last: int
    shortest: int

    @property
    def longest(self) -> int:
        """The days of the longest reading."""
        return self.last - self.first + 1

    @property
    def exact(self) -> bool:
        """Tell whether both readings are one figure."""
        return durations.alike(self.shortest, self.longest)

    def words(self, *, brief: bool = False) -> str:
        """Say how long it is: '3 to 7 months'."""
        return durations.between(self.shortest, self.longest, brief=brief)

    def share(self, day: Any) -> Any:
        """Return how much of the longest reading is gone at a day, or at many: 0 to 1 inside it."""
        return (day - self.first) / self.longest


@cache
def span(dataset: Dataset, season: int) -> Span | None:
    """Return the span of a season; None where its dates are too coarse to tell.

    The longest reading ends with the last possible day of the latest scene or newsreel, never after the
    season's in-world end; so a season that is watched half ends where the watching does. A date of a year or
    more counts only if it lies wholly after the finer ones: else it may be any of theirs.
    """
    begin, end = (dates.parse(dataset.seasons.at[season, name]) for name in ("start", "end"))
    if max(begin.last - begin.first, end.last - end.first) > _COARSE:
        return None
    events = dataset.events
    shown = events[
        (events["season"] == season)
        & events["told"].isin(SHOWN)
        & (events["last"] >= begin.first)
        & (events["first"] <= end.last)
    ]
    fine = shown["last"] - shown["first"] < _VAGUE
    shown = shown[fine | (shown["first"] > shown.loc[fine, "last"].max()) | ~fine.any()]
    if shown.empty:
        return Span(begin.first, end.last, max(0, end.first - begin.last + 1))
    last = min(end.last, int(shown["last"].max()))
    middles = (shown["first"] + shown["last"] + 1) / 2
    inside = shown.loc[middles >= begin.first, "last"]
    begun = min([begin.last, *inside.tolist()])
    return Span(begin.first, last, max(0, int(shown["first"].max()) - begun + 1))
