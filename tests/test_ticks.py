"""The names on the axis: none meets another, and a narrower window brings finer ones."""

from __future__ import annotations

import datetime
import re
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings

from tests.made import made
from tests.sets import BRASS, MANKIND
from tests.views import views
from timeline import scales
from timeline.dataset import Dataset, load
from timeline.lettering import width
from timeline.ticks import Tick, ticks
from timeline.view import SCALES, View

X0, X1 = 116.0, 1422.0


def ticks_of(dataset: Dataset, **answers: Any) -> list[Tick]:
    return ticks(scales.build(dataset, View(**answers), X0, X1))


def named(dataset: Dataset, **answers: Any) -> list[str]:
    return [tick.text for tick in ticks_of(dataset, **answers) if tick.text]


@settings(max_examples=60)
@given(views(MANKIND))
def test_no_two_names_meet(view: View) -> None:
    found = ticks(scales.build(MANKIND, view, X0, X1))
    assert [tick.x for tick in found] == sorted(tick.x for tick in found)
    for tick, following in pairwise([tick for tick in found if tick.text]):
        room = following.x - tick.x - (width(tick.text) + width(following.text)) / 2
        assert room >= 11.9, (tick, following)


@pytest.mark.parametrize("dataset", [BRASS, MANKIND], ids=lambda dataset: dataset.name)
@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("right", [360.0, 900.0, 2400.0])
def test_names_have_room_at_every_width(dataset: Dataset, scale: str, right: float) -> None:
    found = [t for t in ticks(scales.build(dataset, View(scale=scale), 88, right)) if t.text]
    assert found
    for tick, following in pairwise(found):
        assert following.x - tick.x >= (width(tick.text) + width(following.text)) / 2 + 11.9


YEAR, MONTH, DAY = r"\d{4}", r"[A-Z][a-z]{2}", r"\d{1,2} [A-Z][a-z]{2}"


@pytest.mark.parametrize(
    ("start", "end", "finest", "least"),
    [
        ("1950", "2014", YEAR, 5),
        ("1969", "1974", MONTH, 6),
        ("1971", "1972", MONTH, 12),
        ("1971-03", "1971-05", DAY, 5),
        ("1971-03", "1971-03", DAY, 3),
    ],
)
def test_ticks_refine_with_the_window(start: str, end: str, finest: str, least: int) -> None:
    texts = named(MANKIND, scale="calendar", start=start, end=end)
    assert sum(bool(re.fullmatch(finest, text)) for text in texts) >= least
    assert any(re.search(YEAR, text) for text in texts)


def test_months_are_named_only_beside_their_year() -> None:
    texts = named(MANKIND, scale="calendar", start="1983", end="1984")
    months = "Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
    assert texts == ["1983", *months[:3], "May 1983", *months[4:], "1984", *months]
    few = named(MANKIND, scale="calendar", start="1976", end="1982")
    assert few[:5] == ["1976", "Apr", "Jul", "Oct", "1977"]


def test_a_season_that_opens_within_a_year_says_the_month_where_there_is_room() -> None:
    assert "Jun 1833" in named(BRASS, season=(1,), start="1833-06-05", end="1835")


def test_the_first_years_of_seasons_are_strong_and_every_year_of_them_is_ruled() -> None:
    found = ticks_of(MANKIND)
    assert [tick.text for tick in found if tick.strong] == ["1969", "May 1983", "1992", "2003", "2012"]
    scale = scales.build(MANKIND, View(), X0, X1)
    ruled = {round(float(scale.coordinate(tick.x))) for tick in found if tick.ruled}
    years = [
        datetime.date(year, 1, 1).toordinal() for year in (1970, 1971, 1972, 1973, 1974, 1993, 1994, 1995)
    ]
    assert set(years) <= ruled


def test_the_season_scale_counts_from_the_first_day() -> None:
    texts = named(MANKIND, scale="season")
    assert "First day" in texts
    assert texts.index("−10 years") < texts.index("First day") < texts.index("+1 year")
    assert named(MANKIND, scale="season", season=(1,), start="1967", end="1974")[:4] == [
        *("First day", "3 months", "6 months", "+1 year")
    ]


def test_the_told_sequence_has_no_dates() -> None:
    assert ticks_of(MANKIND, scale="sequence", order="told") == []


def test_twelve_seasons_have_names_on_one_axis(tmp_path_factory: pytest.TempPathFactory) -> None:
    dataset = load(made(tmp_path_factory.mktemp("twelve"), 300, seasons=12))
    strong = [tick.text for tick in ticks_of(dataset) if tick.strong]
    assert strong == [str(1910 + 9 * n) for n in range(12)]
