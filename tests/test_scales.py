"""Time to px and back: every scale rises, gives each day back, and stays where it is when readers filter."""

from __future__ import annotations

import datetime
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sets import BRASS, MANKIND
from tests.views import views, windows
from timeline import dates, scales
from timeline.dataset import Dataset
from timeline.query import base, select
from timeline.scales import Scale
from timeline.view import ORDERS, SCALES, View, vocabulary

X0, X1 = 116.0, 1422.0
KINDS = [(scale, "world") for scale in SCALES] + [("sequence", "told")]
RANDOM_DAYS = np.random.default_rng(1969).random(10_000)
CHOICES = st.lists(st.sampled_from(vocabulary(MANKIND, "season")), max_size=3).map(tuple)


def built(dataset: Dataset, **answers: Any) -> Scale:
    return scales.build(dataset, View(**answers), X0, X1)


def assert_exact(scale: Scale, coordinates: np.ndarray) -> None:
    """Assert that coordinates come back from their px, to a small part of a day."""
    assert np.abs(scale.coordinate(scale.x(coordinates)) - coordinates).max(initial=0) < 1e-4


@pytest.mark.parametrize(("scale", "order"), KINDS)
@settings(max_examples=25)
@given(CHOICES, windows(MANKIND) | st.just(("", "")))
def test_a_scale_rises_and_gives_every_day_back(
    scale: str, order: str, season: tuple[int, ...], window: tuple[str, str]
) -> None:
    view = View(scale=scale, order=order, season=season, start=window[0], end=window[1])
    mapped = scales.build(MANKIND, view, X0, X1)
    assert (np.diff(mapped.knots) > 0).all()
    assert (np.diff(mapped.pixels) > 0).all()
    assert mapped.pixels[[0, -1]] == pytest.approx([X0, X1])
    first, last = mapped.knots[0], mapped.knots[-1]
    days = first + np.sort(RANDOM_DAYS) * (last - first)
    assert (np.diff(mapped.x(days)) > 0).all()
    assert_exact(mapped, days)
    events = mapped.of(base(MANKIND, view))
    assert ((events >= first) & (events <= last)).all()
    assert_exact(mapped, events)


@settings(max_examples=40)
@given(views(MANKIND))
def test_marks_stay_when_other_filters_change(view: View) -> None:
    filtered = scales.build(MANKIND, view, X0, X1)
    plain = View(season=view.season, start=view.start, end=view.end, scale=view.scale, order=view.order)
    whole = scales.build(MANKIND, plain, X0, X1)
    events = select(MANKIND, view)
    assert np.array_equal(filtered.x(filtered.of(events)), whole.x(whole.of(events)))


@pytest.mark.parametrize("dataset", [BRASS, MANKIND], ids=lambda dataset: dataset.name)
@pytest.mark.parametrize(("scale", "order"), KINDS)
def test_stretches_cut_the_whole_axis(dataset: Dataset, scale: str, order: str) -> None:
    mapped = built(dataset, scale=scale, order=order)
    stretches = mapped.stretches
    assert [stretches[0].x0, stretches[-1].x1] == pytest.approx([X0, X1])
    for stretch, following in pairwise(stretches):
        assert [following.first, following.x0] == pytest.approx([stretch.last, stretch.x1])
    for stretch in stretches:
        assert mapped.x(np.array([stretch.first, stretch.last])) == pytest.approx([stretch.x0, stretch.x1])
        assert stretch.x1 > stretch.x0


def test_seasons_are_windows_and_what_lies_between_are_gaps() -> None:
    stretches = built(BRASS).stretches
    assert [(stretch.kind, stretch.season) for stretch in stretches] == [
        *(("before", 0), ("season", 1), ("gap", 1), ("season", 2))
    ]
    for stretch in stretches:
        if stretch.kind == "season":
            row = BRASS.seasons.loc[stretch.season]
            assert (stretch.first, stretch.last) == (row["first"], row["last"] + 1)
    chosen = built(MANKIND, season=(2, 4)).stretches
    assert [stretch.season for stretch in chosen if stretch.kind == "season"] == [2, 4]
    assert [stretch.season for stretch in chosen if stretch.kind == "gap"] == [2]


@pytest.mark.parametrize("width", [280, 620, 1100, 1306, 1790, 2400])
def test_the_story_scale_gives_seasons_room_and_presses_the_years_between(width: int) -> None:
    stretches = scales.build(MANKIND, View(), 0, width).stretches
    seasons = [s.x1 - s.x0 for s in stretches if s.kind == "season"]
    gaps = [s.x1 - s.x0 for s in stretches if s.kind in ("gap", "after")]
    assert sum(gaps) <= 0.6 * width
    assert min(gaps) > 5
    if width > 1000:
        assert min(seasons) > 87.9
        assert max(gaps) <= 112.001


def test_a_month_is_as_wide_as_what_is_told_in_it() -> None:
    mapped = built(MANKIND)
    season = next(s for s in mapped.stretches if (s.kind, s.season) == ("season", 1))
    edges = np.array([e for e in mapped.knots if season.first <= e <= season.last])
    widths = np.diff(mapped.x(edges))
    counts = np.diff(np.searchsorted(MANKIND.events["position"].to_numpy(), edges))
    assert np.corrcoef(widths, counts)[0, 1] > 0.6
    assert widths.min() > 0.5


def test_the_calendar_scale_is_true() -> None:
    mapped = built(MANKIND, scale="calendar", start="1960", end="1999")
    years = np.array([datetime.date(year, 1, 1).toordinal() for year in range(1960, 2001)])
    assert mapped.x(years) == pytest.approx(X0 + (years - years[0]) / (years[-1] - years[0]) * (X1 - X0))


@pytest.mark.parametrize("order", ORDERS)
def test_the_sequence_gives_every_event_the_same_room(order: str) -> None:
    mapped = built(MANKIND, scale="sequence", order=order)
    x = np.sort(mapped.x(mapped.of(MANKIND.events)))
    assert np.diff(x) == pytest.approx(np.full(len(x) - 1, (X1 - X0) / len(x)))
    assert mapped.dated == (order == "world")


def test_the_told_sequence_runs_as_it_is_told() -> None:
    mapped = built(BRASS, scale="sequence", order="told")
    told = BRASS.events.sort_values("told_rank")
    assert (np.diff(mapped.x(mapped.of(told))) > 0).all()
    assert [stretch.season for stretch in mapped.stretches] == [1, 2, 0]


def test_the_season_scale_lays_first_days_on_each_other() -> None:
    mapped = built(MANKIND, scale="season")
    told = MANKIND.seasons[MANKIND.seasons.index > 0]
    seasons = told.index.to_series()
    first_days = mapped.days(told["first"].to_numpy(dtype=float), seasons)
    assert mapped.x(first_days) == pytest.approx(np.full(len(seasons), float(mapped.x(0.0))))
    background = MANKIND.events[MANKIND.events["season"] == 0]
    assert (mapped.x(mapped.of(background)) < float(mapped.x(0.0))).mean() > 0.9
    assert not mapped.dated


@pytest.mark.parametrize("scale", SCALES)
def test_a_window_on_one_day_is_an_axis(scale: str) -> None:
    for day in ("1969-07-20", "1811-03-03"):
        mapped = built(MANKIND, scale=scale, start=day, end=day)
        assert mapped.pixels[-1] - mapped.pixels[0] == pytest.approx(X1 - X0)
        if mapped.dated:
            assert mapped.knots[-1] - mapped.knots[0] == 1
            assert mapped.holds(dates.parse(day).first)


def test_the_point_of_divergence_has_a_day() -> None:
    assert scales.divergence_day(BRASS) == dates.parse("1833-06-05").first
    day = scales.divergence_day(MANKIND)
    assert day is not None
    assert built(MANKIND).holds(day)
