"""How old a person was: exact where birth and event are, a range where they are not."""

from __future__ import annotations

import datetime

from timeline import dates

_WIDEST = 12
"""Years between the youngest and the oldest that somebody may be and still be said to be of an age."""


def age(born: str, died: str, event: dates.Date) -> str:
    """Return an age in words: '40', '39–40', 'about 39–40'; empty for the unborn, the dead and the unknown.

    `born` and `died` are EDTF texts or empty. An age that may be any of many is none at all. A person whose
    death may fall on the event still has an age.
    """
    if not born:
        return ""
    birth = dates.parse(born)
    if died and dates.parse(died).last < event.first:
        return ""
    oldest = years(birth.first, event.last)
    if oldest < 0:
        return ""
    youngest = max(0, years(birth.last, event.first))
    if oldest - youngest > _WIDEST:
        return ""
    said = str(oldest) if youngest == oldest else f"{youngest}–{oldest}"
    return f"about {said}" if birth.approximate or birth.uncertain else said


def years(first: int, last: int) -> int:
    """Return the whole years between two days, as birthdays count them; negative if `last` comes first."""
    start, end = datetime.date.fromordinal(first), datetime.date.fromordinal(last)
    return end.year - start.year - ((end.month, end.day) < (start.month, start.day))
