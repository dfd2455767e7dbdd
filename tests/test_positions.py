"""Where uncertain dates stand: inside what they allow, unique, and in told order wherever dates let them."""

from __future__ import annotations

from bisect import bisect_right
from itertools import combinations
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sets import BRASS, MANKIND
from timeline import dates
from timeline.dataset import Dataset
from timeline.dataset.positions import place

YEARS = st.integers(1900, 1912)
TEXTS = (
    YEARS.map(str)
    | st.builds("{}-{:02}".format, YEARS, st.integers(1, 12))
    | st.builds("{}-{:02}-{:02}".format, YEARS, st.integers(1, 12), st.integers(1, 28))
    | st.builds("{}/{}".format, st.integers(1900, 1905), st.integers(1906, 1912))
    | st.just("190X")
)
TOLD = st.sampled_from(("scene", "montage", "bonus-newsreel", "mentioned"))
ROWS = st.lists(st.tuples(TEXTS, st.integers(0, 2), TOLD), min_size=1, max_size=8)
SEASONS = pd.DataFrame(
    {
        "first": [dates.parse(text).first for text in ("1900", "1903-05", "1908")],
        "last": [dates.parse(text).last for text in ("1902", "1906-02", "1911")],
    }
)


def events_of(rows: list[tuple[str, int, str]]) -> pd.DataFrame:
    """Return events (date, season, told) in told order, in the columns that `place` reads."""
    parsed = [dates.parse(text) for text, _, _ in rows]
    columns: dict[str, Any] = {
        "season": [season for _, season, _ in rows],
        "first": [date.first for date in parsed],
        "last": [date.last for date in parsed],
        "precision": [date.precision for date in parsed],
        "told": [told for _, _, told in rows],
        "told_rank": range(len(rows)),
    }
    return pd.DataFrame(columns)


def placed(*rows: tuple[str, int, str]) -> list[float]:
    days: list[float] = place(events_of(list(rows)), SEASONS).tolist()
    return days


def longest_rise(days: list[float]) -> int:
    """Return the length of the longest rising run that need not be in one piece."""
    ends: list[float] = []
    for day in days:
        place_of_day = bisect_right(ends, day)
        ends[place_of_day : place_of_day + 1] = [day]
    return len(ends)


def can_stand(bounds: list[tuple[int, int]]) -> bool:
    """Tell whether days can be found in spans so that none lies before the one in front of it."""
    reached = 0
    for first, last in bounds:
        reached = max(reached, first)
        if reached > last:
            return False
    return True


@settings(max_examples=40)
@given(ROWS)
def test_an_event_stands_inside_its_date_and_alone(rows: list[tuple[str, int, str]]) -> None:
    events = events_of(rows)
    days = place(events, SEASONS)
    assert (days >= events["first"]).all()
    assert (days < events["last"] + 1).all()
    assert (np.diff(np.sort(days)) > 5e-5).all()


@settings(max_examples=50)
@given(st.lists(TEXTS, min_size=1, max_size=7))
def test_as_many_as_dates_allow_stand_in_told_order(texts: list[str]) -> None:
    # A montage's dates are not narrowed to its season, so the spans are the dates' own.
    events = events_of([(text, 1, "montage") for text in texts])
    spans = list(zip(events["first"], events["last"], strict=True))
    most = max(
        size
        for size in range(1, len(spans) + 1)
        if any(can_stand(list(chain)) for chain in combinations(spans, size))
    )
    assert longest_rise(place(events, SEASONS).tolist()) >= most


def test_vague_events_are_spread_evenly_between_firm_ones() -> None:
    firm, *vague, last = placed(
        ("1904-01-01", 1, "scene"), *[("1904", 1, "scene")] * 3, ("1904-12-31", 1, "scene")
    )
    steps = np.diff([firm, *vague, last])
    assert steps == pytest.approx([steps.mean()] * 4, rel=0.02)


@pytest.mark.parametrize(
    ("text", "told", "low", "high"),
    [
        ("1903", "scene", "1903-05-01", "1903-12-31"),
        ("190X", "mentioned", "1903-05-01", "1906-02-28"),
        ("1903/1903-02", "montage", "1903-01-01", "1903-02-28"),
        ("1902/1904", "scene", "1902-01-01", "1904-12-31"),
    ],
)
def test_a_short_span_is_narrowed_to_its_season(text: str, told: str, low: str, high: str) -> None:
    rows = [(text, 1, told)] * 200
    days = placed(*rows)
    first, last = dates.parse(low).first, dates.parse(high).last
    assert min(days) >= first
    assert max(days) < last + 1
    assert max(days) - min(days) > (last - first) * 0.5


def test_a_look_ahead_stands_at_the_beginning_of_what_it_shows() -> None:
    # 200 in the same year beyond the season: all within its first tenth.
    days = placed(*[("1908", 1, "scene")] * 200)
    first = dates.parse("1908").first
    assert first <= min(days) < max(days) < first + 37
    (montage,) = placed(("1908", 1, "montage"))
    assert montage == pytest.approx(first + 183, abs=1)


def test_a_montage_may_stand_before_its_season() -> None:
    assert min(placed(*[("1903", 1, "montage")] * 50)) < SEASONS.at[1, "first"]


def test_equal_days_stand_in_told_order() -> None:
    days = placed(*[("1904-07-14", 1, "scene")] * 40)
    assert days == sorted(days)
    assert len(set(days)) == 40
    assert int(days[0]) == int(days[-1]) == dates.parse("1904-07-14").first


@pytest.mark.parametrize("dataset", [BRASS, MANKIND], ids=lambda dataset: dataset.name)
def test_a_season_is_mostly_in_told_order(dataset: Dataset) -> None:
    for season, events in dataset.events.sort_values("told_rank").groupby("season"):
        shown = events[events["told"] == "scene"]
        if season:
            assert longest_rise(shown["position"].tolist()) >= 0.9 * len(shown)
