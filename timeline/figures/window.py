"""From a stretch of the picture to the View whose window it is."""

from __future__ import annotations

import datetime as dt

from timeline.scales import Scale
from timeline.view import View

_MONTHS_FROM, _YEARS_FROM = 90, 9000


def days(view: View, scale: Scale, first: float, last: float) -> View:
    """Return the View with the window from `first` to before `last`; the same where the axis has no days."""
    if not scale.dated:
        return view
    start, end = int(first), max(int(last) - 1, int(first))
    return view.but(start=_text(start, end - start), end=_text(end, end - start))


def _text(day: int, length: int) -> str:
    """Write a day as finely as a window of that many days needs: years, months or days."""
    iso = dt.date.fromordinal(day).isoformat()
    return iso[:4] if length > _YEARS_FROM else iso[:7] if length > _MONTHS_FROM else iso
