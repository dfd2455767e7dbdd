"""The plan of a timeline picture: every measure and place in px, before anything is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from timeline import scales
from timeline.dataset import Dataset
from timeline.grouping import Grouping, group
from timeline.lanes import Lane, spread
from timeline.lettering import width as text_width
from timeline.packing import Items, Style
from timeline.query import select
from timeline.scales import Scale
from timeline.view import View

_HEADER, _DATES, _EPISODES, _DECADES, _STRIP, _OURS = 63.0, 21.0, 14.0, 19.0, 70.0, 78.0
_TITLE, _FOOTER, _MARGIN = 64.0, 22.0, 12.0
_LARGE, _SMALL, _NARROW, _LOW = 1800, 1000, 728, 760
_FEW = 130
"""Up to this many events, notable ones and details are named too, by their headlines."""
_BAR, _LONG_BAR = 12.0, 26.0
"""How far an imprecise date's bar reaches at most, in the whole picture and among few events."""
_CROWDED = 7
_INSET = 4.0
_COMFORT = 64.0
_LOOSE = 2.2
_FULL = 540.0
"""A page scrolls: its lanes are on average at least this high, whatever height it asks for."""


@dataclass(frozen=True, slots=True)
class Fonts:
    """Sizes of the labels by importance and of the lane names, in px."""

    labels: tuple[tuple[float, int], ...]
    lane: float = 13

    def label(self, importance: int) -> tuple[float, int]:
        """Return size and weight of a label."""
        return self.labels[min(importance, len(self.labels)) - 1]


@dataclass(frozen=True, slots=True)
class Bands:
    """Where the parts of a picture begin, as y from its upper edge in px.

    `floor` is the foot of their lanes, `bottom` that of ours below them, where the axis begins.
    """

    header: float
    top: float
    floor: float
    bottom: float
    episodes: float
    decades: float
    strip: float
    height: float


@dataclass(frozen=True, slots=True)
class Plan:
    """A laid-out picture: the axis runs from x0 to x1 px.

    `events` are in in-world order; `items` and `labels` are by their position in that frame, and so is the
    `index` of the lanes' items.
    """

    dataset: Dataset
    view: View
    width: float
    x0: float
    x1: float
    bands: Bands
    style: Style
    fonts: Fonts
    scale: Scale
    events: pd.DataFrame
    items: Items
    labels: tuple[str, ...]
    names: tuple[tuple[str, ...], ...]
    grouping: Grouping
    lanes: tuple[Lane, ...]
    framed: bool

    @property
    def left(self) -> float:
        """Where the names in the gutter begin."""
        return 16 if self.framed or self.width >= _NARROW else 4

    @property
    def first_mark(self) -> float:
        """Where the first column of stacks begins."""
        return self.x0 + _INSET

    @property
    def splits(self) -> float | None:
        """Where the point of divergence lies along the picture; None where it does not."""
        return _splits(self.dataset, self.scale)

    def within(self, lane: int, view: View) -> View:
        """Return a View narrowed to what a lane stands for; the same where the lane gathers what is left."""
        value = self.grouping.values[lane]
        return view if value is None else view.but(**{self.view.lanes: (value,)})

    @property
    def crowded(self) -> bool:
        """Tell whether lanes are so many that a count stands beside the name, not below it."""
        return len(self.lanes) > _CROWDED


def arrange(
    dataset: Dataset, view: View, width: int, height: int, *, framed: bool, band: float | None = None
) -> Plan:
    """Lay a picture out; it grows beyond `height` where the lanes need more room.

    band: height in px of what stands between the lanes and the axis, if it is not our history.
    """
    gutter, right = (128, 24) if width >= _LARGE else (88, 12) if width < _NARROW else (116, 18)
    x0, x1 = float(gutter), float(width - right)
    events = select(dataset, view.but(order="world"))
    scale = scales.build(dataset, view, x0, x1)
    few = len(events) <= _FEW
    style, fonts = _style(view, width, height, few=few)
    style = style if framed else replace(style, looseness=_LOOSE)
    labels = tuple(
        label or headline for label, headline in zip(events["label"], events["headline"], strict=True)
    )
    items = _items(events, labels, scale, style, fonts)
    grouping = group(dataset, view, events)
    names = tuple(wrap(name, gutter - 24) for name in grouping.names)
    line = _splits(dataset, scale)
    above, below = _around(view, scale, band, framed=framed)
    lanes, tall = spread(
        [items.only(np.flatnonzero(grouping.lane == i)) for i in range(len(names))],
        (x0 + _INSET, x1 - 2),
        max(height - above - sum(below), _least_whole(len(names), few=few, framed=framed)),
        style,
        [_least(view, names, len(name)) + (fonts.lane + 3) * (len(name) - 1) for name in names],
        [] if line is None else [line],
    )
    bands = _bands(above, tall, below, height if framed else 0)
    return Plan(
        dataset, view, width, x0, x1, bands, style, fonts,
        scale, events, items, labels, names, grouping, tuple(lanes), framed,
    )  # fmt: skip


def _least(view: View, names: Sequence[tuple[str, ...]], lines: int) -> float:
    """Return how high a lane is at least: its name, and the count below it where that is no single number."""
    beside = len(names) > _CROWDED and not (view.lanes in ("person", "organisation") and lines > 1)
    return 27.0 if beside else 42.0


def _least_whole(lanes: int, *, few: bool, framed: bool) -> float:
    """Return how high all lanes are together at least: a page scrolls rather than lose its turning points."""
    if framed:
        return 40.0
    return max(_COMFORT * lanes, 0.0 if few else _FULL)


def _splits(dataset: Dataset, scale: Scale) -> float | None:
    day = scales.divergence_day(dataset)
    if day is None or not scale.dated or not scale.holds(day):
        return None
    return float(scale.x(day))


def _around(view: View, scale: Scale, band: float | None, *, framed: bool) -> tuple[float, tuple[float, ...]]:
    """Return the height above the lanes, and those of the bands below: ours, dates, ..., the foot."""
    ours = band if band is not None else _OURS if view.our and scale.dated else 0.0
    episodes = _EPISODES if scale.unit != "offset" else 0.0
    decades = _DECADES if scale.dated else 0.0
    above = (_TITLE if framed else _MARGIN) + _HEADER
    return above, (ours, _DATES, episodes, decades, _STRIP, _FOOTER if framed else 4.0)


def _bands(above: float, lanes: float, below: tuple[float, ...], height: float) -> Bands:
    ours, dates, episodes, decades, strip, foot = below
    floor = above + lanes
    bottom = floor + ours
    axis = bottom + dates
    ruler = axis + episodes
    overview = ruler + decades
    whole = max(float(height), overview + strip + foot)
    return Bands(above - _HEADER, above, floor, bottom, axis, ruler, overview + 8, whole)


def _style(view: View, width: int, height: int, *, few: bool) -> tuple[Style, Fonts]:
    if width >= _LARGE:
        style, fonts = Style(row=18, cell=8.5), Fonts(((14, 600), (13, 400)), lane=14)
    else:
        style, fonts = (
            Style(cell=6.3 if width < _SMALL or height < _LOW else 7.5),
            Fonts(((12, 600), (12, 400))),
        )
    if few:
        return replace(style, row=style.row + 0.5, named=(1, 2, 3, 4), left=True), fonts
    if view.lanes in ("season", "decade"):
        return replace(style, cell=style.cell - 0.9, left=True, turning_power=0.4), fonts
    return style, fonts


def _items(events: pd.DataFrame, labels: Sequence[str], scale: Scale, style: Style, fonts: Fonts) -> Items:
    """Return the events as packing wants them, with the widths of the labels that the style may show."""
    importance = events["importance"].to_numpy()
    x = scale.x(scale.of(events))
    widths = [
        text_width(text, *fonts.label(n)) if n in style.named else 0.0
        for text, n in zip(labels, importance.tolist(), strict=True)
    ]
    before, after = _bars(scale, events, x, _LONG_BAR if style.left and 3 in style.named else _BAR)
    return Items(np.arange(len(events)), x, importance, np.array(widths), before, after)


def _bars(scale: Scale, events: pd.DataFrame, x: np.ndarray, most: float) -> tuple[np.ndarray, np.ndarray]:
    """Return how far the bar of each imprecise date reaches to the left and right of its mark."""
    if scale.unit == "rank":
        return np.zeros(len(events)), np.zeros(len(events))
    vague = (events["precision"] != "day").to_numpy()
    first = scale.x(scale.days(events["first"].to_numpy(dtype=float), events["season"]))
    last = scale.x(scale.days(events["last"].to_numpy(dtype=float) + 1, events["season"]))
    return np.where(vague, np.clip(x - first, 0, most), 0), np.where(vague, np.clip(last - x, 0, most), 0)


def wrap(name: str, room: float, most: int = 2) -> tuple[str, ...]:
    """Break a lane's name into at most two lines that fit the gutter."""
    head, comma, tail = name.partition(", ")
    if comma and text_width(name, 13, 600) > room:
        return (head + ",", tail)
    lines = [""]
    for word in name.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if not lines[-1] or text_width(longer, 13, 600) <= room or len(lines) == most:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)
