"""Time -> px and back: the story, calendar, sequence and season scales, all piecewise linear."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd

from timeline.dataset import Dataset
from timeline.dates import new_year
from timeline.query import base
from timeline.view import View

_EVEN = 0.28
"""The share of a season's width that follows the calendar; the rest follows what is told in each month."""
_DENSITY_POWER = 0.75
_SHARE_POWER = 0.6
_SHARE_LEAST = 24
_GAP_PX, _BEFORE_PX, _NARROWEST_GAP_PX = 112, 122, 44
_GAPS_OF_WIDTH = 0.54
"""What all the years before, between and after the seasons may take of the width together."""
_NAME_PX = 88.0
_YEAR = 365.2425
_DECEMBER = 12


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of the axis: a season's window, the years between two seasons, or what lies before and after.

    `season` is the season itself, or the one that the years follow (0 before the first). `first` and `last`
    are coordinates (`last` is exclusive), `x0` and `x1` px.
    """

    kind: str
    season: int
    first: float
    last: float
    x0: float
    x1: float


@dataclass(frozen=True)
class Scale:
    """A strictly increasing piecewise linear map from coordinates to px, with its exact inverse.

    The coordinate of an event is its day on the story, calendar and in-world sequence scales, the days since
    its season's first day on the season scale, and its rank of telling on the told sequence.
    """

    name: str
    unit: str
    knots: np.ndarray
    pixels: np.ndarray
    stretches: tuple[Stretch, ...]
    origins: pd.Series

    def x(self, coordinates: np.ndarray | float) -> np.ndarray:
        """Return px for coordinates; outside the axis the nearer end."""
        return np.interp(coordinates, self.knots, self.pixels)

    def coordinate(self, x: np.ndarray | float) -> np.ndarray:
        """Return coordinates for px."""
        return np.interp(x, self.pixels, self.knots)

    def of(self, events: pd.DataFrame) -> np.ndarray:
        """Return the coordinates of events."""
        if self.unit == "rank":
            return events["told_rank"].to_numpy(dtype=float)
        return self.days(events["position"].to_numpy(), events["season"])

    def days(self, days: np.ndarray, seasons: pd.Series) -> np.ndarray:
        """Return the coordinates of days that belong to events of the given seasons."""
        if self.unit != "offset":
            return days
        return days - seasons.map(self.origins).to_numpy(dtype=float)

    @property
    def dated(self) -> bool:
        """Tell whether a coordinate is a day, so that a drag along the axis means a window."""
        return self.unit == "day"

    def holds(self, coordinate: float) -> bool:
        """Tell whether a coordinate lies on the axis."""
        return bool(self.knots[0] <= coordinate <= self.knots[-1])


def build(dataset: Dataset, view: View, x0: float, x1: float) -> Scale:
    """Return the scale that a View asks for, from x0 to x1 px.

    Its knots come from the events of the chosen seasons and window, never from the other filters.
    """
    events = base(dataset, view)
    if view.scale == "sequence" and view.order == "told":
        return _told(dataset, events, x0, x1)
    if view.scale == "season":
        return _season(dataset, events, x0, x1)
    first, last = _domain(dataset, view, events)
    if view.scale == "calendar":
        return _by_days(dataset, view, np.array([first, last]), np.array([x0, x1]), (first, last))
    if view.scale == "sequence":
        knots, pixels = _even(events["position"].to_numpy(), first, last, x0, x1)
        return _by_days(dataset, view, knots, pixels, (first, last))
    return _story(dataset, view, events, (first, last), x0, x1)


def _domain(dataset: Dataset, view: View, events: pd.DataFrame) -> tuple[float, float]:
    """Return the first day and the day after the last: the window, or whole years around the events."""
    first, last = view.window()
    days = events["position"] if len(events) else dataset.events["position"]
    whole_first = dt.date.fromordinal(int(days.min())).replace(month=1, day=1).toordinal()
    ends = dataset.seasons["last"].reindex(events["season"].unique())
    latest = max(int(days.max()), int(ends.max())) if len(events) else int(days.max())
    whole_last = new_year(dt.date.fromordinal(latest).year + 1)
    start = first if first is not None else whole_first
    end = last + 1 if last is not None else whole_last
    return (float(start), float(end)) if start < end else (float(start), float(start + 1))


def windows(dataset: Dataset, view: View) -> list[tuple[int, float, float]]:
    """Return (season, first day, day after the last) for each chosen season but the background, in order."""
    told = dataset.seasons[dataset.seasons.index > 0].sort_index()
    if chosen := [n for n in view.season if n > 0]:
        told = told.loc[chosen]
    return [
        (int(n), float(a), float(b) + 1)
        for n, a, b in zip(told.index, told["first"], told["last"], strict=True)
    ]


def _spans(dataset: Dataset, view: View, first: float, last: float) -> list[tuple[str, int, float, float]]:
    """Cut the axis into (kind, season, first, last): before, seasons, gaps, after; only what is inside."""
    pieces: list[tuple[str, int, float, float]] = []
    edge, previous = -np.inf, 0
    for season, start, end in windows(dataset, view):
        pieces += [("gap" if previous else "before", previous, edge, start), ("season", season, start, end)]
        edge, previous = end, season
    pieces.append(("after" if previous else "before", previous, edge, np.inf))
    cut = [(kind, n, max(a, first), min(b, last)) for kind, n, a, b in pieces]
    return [piece for piece in cut if piece[3] > piece[2]]


def _by_days(
    dataset: Dataset, view: View, knots: np.ndarray, pixels: np.ndarray, domain: tuple[float, float]
) -> Scale:
    """Return a scale whose stretches follow from its knots."""
    spans = _spans(dataset, view, *domain)
    edges = [np.interp((a, b), knots, pixels).tolist() for _, _, a, b in spans]
    stretches = tuple(Stretch(*span, *edge) for span, edge in zip(spans, edges, strict=True))
    return Scale(view.scale, "day", knots, pixels, stretches, pd.Series(dtype=float))


def _even(
    coordinates: np.ndarray, first: float, last: float, x0: float, x1: float
) -> tuple[np.ndarray, np.ndarray]:
    """Give each coordinate the same room; the ends of the axis get half of it."""
    inside = np.sort(coordinates)
    inside = inside[(inside > first) & (inside < last)]
    steps = np.concatenate([[0.0], np.arange(len(inside)) + 0.5, [max(len(inside), 0.5)]])
    knots = np.concatenate([[first], inside, [last]])
    return knots, x0 + (x1 - x0) * steps / steps[-1]


def _story(
    dataset: Dataset, view: View, events: pd.DataFrame, domain: tuple[float, float], x0: float, x1: float
) -> Scale:
    """Seasons wide, the years between them narrow; a month is as wide as what is told in it."""
    spans = _spans(dataset, view, *domain)
    days = np.sort(events["position"].to_numpy())
    widths = _shares(spans, days, x1 - x0)
    knots, pixels, edge = [np.array([spans[0][2]])], [np.array([x0])], x0
    lone = not any(kind == "season" for kind, *_ in spans)
    for (kind, _, first, last), width in zip(spans, widths, strict=True):
        if kind == "season" or lone:
            inner, shares = _by_density(days, _months(first, last))
        elif kind == "before":
            inner, shares = _until_divergence(dataset, first, last)
        else:
            inner, shares = np.array([last]), np.array([1.0])
        knots.append(inner)
        pixels.append(edge + shares * width)
        edge += width
    return _by_days(dataset, view, np.concatenate(knots), np.concatenate(pixels), domain)


def _shares(spans: list[tuple[str, int, float, float]], days: np.ndarray, width: float) -> np.ndarray:
    """Return px for each span: a fixed width for the years between, the rest by what seasons tell."""
    seasonal = np.array([kind == "season" for kind, *_ in spans])
    counts = np.array([np.searchsorted(days, b) - np.searchsorted(days, a) for _, _, a, b in spans])
    weights = np.maximum(counts, _SHARE_LEAST) ** _SHARE_POWER
    if not seasonal.any():
        return weights / weights.sum() * width
    pressed = max(int((~seasonal).sum()), 1)
    gap = float(np.clip(_GAPS_OF_WIDTH * width / pressed, _NARROWEST_GAP_PX, _GAP_PX))
    wanted = np.array([gap * _BEFORE_PX / _GAP_PX if kind == "before" else gap for kind, *_ in spans])
    fixed = np.where(seasonal, 0.0, wanted)
    fixed *= min(1.0, 0.6 * width / fixed.sum()) if fixed.sum() else 1.0
    return np.where(seasonal, _at_least(weights * seasonal, width - fixed.sum()), fixed)


def _at_least(weights: np.ndarray, width: float) -> np.ndarray:
    """Share a width by weight, but give each that has any weight room for its name, where there is enough."""
    shares: np.ndarray = weights / weights.sum() * width
    short = (weights > 0) & (shares < _NAME_PX)
    if not short.any() or _NAME_PX * (weights > 0).sum() > width:
        return shares
    rest = np.where(short, 0.0, weights)
    return np.where(short, _NAME_PX, rest / (rest.sum() or 1.0) * (width - _NAME_PX * short.sum()))


def _months(first: float, last: float) -> np.ndarray:
    """Return the edges of the months of a span: its first day, the firsts of months inside, its end."""
    day = dt.date.fromordinal(int(first))
    edges, year, month = [first], day.year, day.month
    while True:
        year, month = (year + 1, 1) if month == _DECEMBER else (year, month + 1)
        if year > dt.MAXYEAR or (edge := dt.date(year, month, 1).toordinal()) >= last:
            return np.array([*edges, last], dtype=float)
        edges.append(edge)


def _by_density(coordinates: np.ndarray, edges: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the upper edges and the share of the width up to each: part by length, part by smoothed counts.

    `coordinates` are sorted. Without the second part a month that tells a whole finale would be 3 px wide.
    """
    counts = np.diff(np.searchsorted(coordinates, edges)).astype(float)
    padded = np.pad(counts, 1, mode="edge")
    density = ((padded[:-2] + 2 * counts + padded[2:]) / 4) ** _DENSITY_POWER
    lengths = np.diff(edges)
    shares = _EVEN * lengths / lengths.sum() + (1 - _EVEN) * density / (density.sum() or 1.0)
    shares /= shares.sum()
    return edges[1:], np.minimum(np.cumsum(shares), 1.0)


def _until_divergence(dataset: Dataset, first: float, last: float) -> tuple[np.ndarray, np.ndarray]:
    """Give the years about the point of divergence more room than those long before it."""
    day = divergence_day(dataset)
    if day is None or not first + 10 * _YEAR < day < last:
        return np.array([last]), np.array([1.0])
    return np.array([day - 9 * _YEAR, day - _YEAR, day, last]), np.array([0.13, 0.27, 0.36, 1.0])


@cache
def divergence_day(dataset: Dataset) -> int | None:
    """Return the first day of the point of divergence, if the data set names one that is known."""
    events = dataset.events
    found = events.loc[events["id"] == dataset.divergence, "first"]
    return int(found.iloc[0]) if len(found) else None


def _season(dataset: Dataset, events: pd.DataFrame, x0: float, x1: float) -> Scale:
    """Every season from its own first day: one axis of days since then, denser months wider."""
    shown = events if len(events) else dataset.events
    # What lies before the first season counts back from its first day, as a reader would.
    origins = dataset.seasons["first"].astype(float)
    if (told := origins[origins.index > 0]).size:
        origins = origins.where(origins.index > 0, told.iloc[0])
    offsets = np.sort(shown["position"].to_numpy() - shown["season"].map(origins).to_numpy(dtype=float))
    first = np.floor(offsets[0] / _YEAR) * _YEAR
    last = np.ceil((offsets[-1] + 1) / _YEAR) * _YEAR
    edges = np.arange(round(first / _YEAR) * 12, round(last / _YEAR) * 12 + 1) * (_YEAR / 12)
    knots, shares = _by_density(offsets, edges)
    knots = np.concatenate([edges[:1], knots])
    pixels = x0 + np.concatenate([[0.0], shares]) * (x1 - x0)
    spans = [("before", 0, first, 0.0), ("after", 0, 0.0, last)]
    edge = [np.interp((a, b), knots, pixels).tolist() for _, _, a, b in spans]
    stretches = tuple(Stretch(*span, *e) for span, e in zip(spans, edge, strict=True) if span[3] > span[2])
    return Scale("season", "offset", knots, pixels, stretches, origins)


def _told(dataset: Dataset, events: pd.DataFrame, x0: float, x1: float) -> Scale:
    """Even spacing in the order of telling; a stretch is the run of a season's events."""
    shown = (events if len(events) else dataset.events).sort_values("told_rank")
    ranks = shown["told_rank"].to_numpy(dtype=float)
    first, last = ranks[0] - 0.5, ranks[-1] + 0.5
    knots, pixels = _even(ranks, first, last, x0, x1)
    telling = telling_season(dataset).loc[shown.index].to_numpy()
    starts = np.flatnonzero(np.diff(telling, prepend=np.nan))
    bounds = [*(ranks[starts] - 0.5), last]
    edges = np.interp(bounds, knots, pixels)
    stretches = tuple(
        Stretch("season", int(telling[s]), bounds[i], bounds[i + 1], float(edges[i]), float(edges[i + 1]))
        for i, s in enumerate(starts)
    )
    return Scale("sequence", "rank", knots, pixels, stretches, pd.Series(dtype=float))


@cache
def telling_season(dataset: Dataset) -> pd.Series:
    """Return the season whose episode tells each of all events; its own season where no episode is known."""
    told_in = dataset.events["episode"].map(dataset.episodes["season"])
    return told_in.fillna(dataset.events["season"]).astype(int)
