"""Months as numbers and as an address writes them: counting, first and last days, bounds."""

from __future__ import annotations

import datetime
from functools import lru_cache

from timeline import dates
from timeline.dataset import Dataset
from timeline.shorthand import year_of

FIRST, LAST = 12, 12 * 10000 - 1
"""January of the year 1 and December of the year 9999: year times twelve, and the months after January."""


def number(text: str) -> int:
    """Return the number of a month such as "1983-06"; of a longer date that of its first month."""
    return containing(dates.parse(text).first)


def text(month: int) -> str:
    """Return a month as an address writes it."""
    return f"{month // 12:04}-{month % 12 + 1:02}"


def words(month: int) -> str:
    """Say a month: "June 1983"."""
    return dates.words(dates.parse(text(month)))


def containing(day: int) -> int:
    """Return the month that a day number lies in."""
    date = datetime.date.fromordinal(day)
    return date.year * 12 + date.month - 1


def days(month: int) -> tuple[int, int]:
    """Return the first and the last day number of a month."""
    date = dates.parse(text(month))
    return date.first, date.last


@lru_cache(maxsize=64)
def bounds(dataset: Dataset) -> tuple[int, int]:
    """Return the first and the last month that can be asked for: from where history splits to the last event.

    Without a point of divergence it begins with the first event. A date of many years reaches no further
    than the year in which the timeline shows it. Raises ValueError for a data set without events.
    """
    events = dataset.events
    if not len(events):
        raise ValueError(f"'{dataset.name}' has no events: there is no month to ask for")
    lasts = zip(events["last"].tolist(), events["position"].tolist(), strict=True)
    latest = max(min(last, dates.new_year(year_of(int(place)) + 1) - 1) for last, place in lasts)
    row = dataset.event_rows[dataset.divergence] if dataset.divergence else 0
    day = int(events["first"].iloc[row]) if dataset.divergence else int(events["position"].iloc[0])
    return containing(day), max(containing(day), containing(latest))
