"""The window in whole months: what the overview's sliders count in, and a step earlier or later."""

from __future__ import annotations

import datetime

from markupsafe import Markup

from timeline import dates
from timeline.dataset import Dataset
from timeline.markup import join, tag
from timeline.shorthand import year_of
from timeline.view import View


def sliders(view: View, years: tuple[int, int]) -> Markup:
    """Return the two sliders over the overview strip of those years (the last one excluded).

    They count months from the year 0; the upper one stands at the month after the window's last.
    """
    limits = (years[0] * 12, years[1] * 12)
    start, end = _months(view, limits)
    return join(_slider("from", start, limits), _slider("to", end, limits))


def _slider(end: str, month: int, limits: tuple[int, int]) -> Markup:
    month = min(max(month, limits[0]), limits[1])
    shown = month if end == "from" else month - 1
    return tag(
        "input", type="range", id=f"slider-{end}", min=limits[0], max=limits[1], value=month, step=1,
        data_end=end, aria_label=f"Window {end}", aria_valuetext=dates.words(dates.parse(_text(shown))),
    )  # fmt: skip


def moved(dataset: Dataset, view: View, direction: int) -> View:
    """Return the View with its window moved by its length, earlier (-1) or later (1), inside the events."""
    limits = _bounds(dataset)
    start, end = _months(view, limits)
    length = end - start
    start = min(max(start + direction * length, limits[0]), max(limits[0], limits[1] - length))
    end = start + length
    first = _text(start)[: 4 if start % 12 == 0 else 7]
    last = _text(end - 1)[: 4 if end % 12 == 0 else 7]
    return view.but(start=first, end=last)


def _bounds(dataset: Dataset) -> tuple[int, int]:
    """Return the first month of the events' first year, and the month after their last year."""
    days = dataset.events["position"]
    return year_of(int(days.min())) * 12, year_of(int(days.max())) * 12 + 12


def _months(view: View, limits: tuple[int, int]) -> tuple[int, int]:
    first, last = view.window()
    return limits[0] if first is None else _month(first), limits[1] if last is None else _month(last) + 1


def _month(day: int) -> int:
    date = datetime.date.fromordinal(day)
    return date.year * 12 + date.month - 1


def _text(month: int) -> str:
    return f"{month // 12:04}-{month % 12 + 1:02}"
