"""A date in few letters, for the end of a line: '17 Jul 1975', 'Sep – Nov 1974', 'about 1983'."""

from __future__ import annotations

import datetime
from functools import lru_cache

from timeline import dates


@lru_cache(maxsize=1 << 15)
def brief(text: str) -> str:
    """Say an EDTF date as short as it can be said without losing a mark of doubt."""
    date = dates.parse(text)
    if date.precision != "interval":
        said = dates.words(date)
        for month in dates.MONTHS:
            said = said.replace(month, month[:3])
        return said.removeprefix("the ")
    first, last = datetime.date.fromordinal(date.first), datetime.date.fromordinal(date.last)
    doubt = "about " if date.approximate else "perhaps " if date.uncertain else ""
    if "-" not in text or last.year - first.year > 1:
        ends = (f"{first.year}", f"{last.year}")
    elif first.year == last.year:
        ends = (f"{_month(first)}", f"{_month(last)} {last.year}")
    else:
        ends = (f"{_month(first)} {first.year}", f"{_month(last)} {last.year}")
    if ends[0] == ends[1].removesuffix(f" {last.year}"):
        return f"{doubt}{ends[1]}"
    return f"{doubt}{ends[0]} – {ends[1]}"


def year_of(day: int) -> int:
    """Return the year that a day number lies in."""
    return datetime.date.fromordinal(day).year


def _month(day: datetime.date) -> str:
    return dates.MONTHS[day.month - 1][:3]
