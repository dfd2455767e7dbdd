"""How far two dates are apart: never nearer or further than they allow, and said in the unit that fits."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import dates
from timeline.dates import Date
from timeline.shifts import YEAR, Shift, amount, between, sentence, short, words

LAST = datetime.date.max.toordinal()


def of(theirs: str, ours: str) -> Shift:
    return between(dates.parse(theirs), dates.parse(ours))


def day(text: str) -> int:
    return datetime.date.fromisoformat(text).toordinal()


@pytest.mark.parametrize(
    ("theirs", "ours", "least", "most"),
    [
        ("1969-06-26", "1969-07-20", 24, 24),
        ("1969-07-20", "1969-06-26", -24, -24),
        ("1969-06-26", "1969-07", 5, 35),
        ("1969-06-26", "1970", 189, 553),
        ("1974", "1983", 2923, 3651),
        ("1983", "1974", -3651, -2923),
        ("1969-06-26", "1969", -176, 188),
        ("1983-09/1983-12", "1975-07-17", -3089, -2968),
        ("1971-06-15~", "1971-07-01", 9, 23),
        ("1971-06-15%", "1971-07-01", 2, 30),
        ("1983~", "1995-03", 3713, 4837),
        ("1983?", "1995-03", 3713, 4837),
        ("1983%", "1995-03", 3348, 5202),
        ("1974-12~/1975-01", "1979-08-31", 1673, 1765),
        ("197X", "1983-06-18", 1265, 4916),
        ("1974-21", "1974-09-01", 93, 184),
    ],
)
def test_a_shift_is_as_narrow_as_the_dates_allow(theirs: str, ours: str, least: int, most: int) -> None:
    assert of(theirs, ours) == Shift(least, most)


@pytest.mark.parametrize(
    ("theirs", "ours", "relation", "said"),
    [
        ("1971", "1995-03", "earlier", "23 to 24 years earlier"),
        ("1971-03-01", "1995-03-04", "earlier", "24 years earlier"),
        ("1969-06-26", "1969-07-20", "earlier", "3 weeks earlier"),
        ("1969-06-26", "1969-07-09", "earlier", "13 days earlier"),
        ("1969-06-27", "1969-06-26", "later", "1 day later"),
        ("1969-10-01", "1969-06-26", "later", "3 months later"),
        ("1983-09/1983-12", "1975-07-17", "later", "8 years later"),
        ("1985/1986", "1974-06/1976", "later", "8 to 13 years later"),
        ("1974-01-01", "1975-01-01", "earlier", "12 months earlier"),
        ("1974-01-01", "1975-02-01", "earlier", "1 year earlier"),
        ("1980~", "1981-01-20", "earlier", "up to 2 years earlier"),
        ("1969-06-26", "1969-06", "earlier", "up to 4 days earlier"),
        ("1969-06-26", "1969-06-26", "earlier", "perhaps at the same time"),
        ("1969", "1969", "later", "up to 12 months later"),
        ("1969-06", "1969-07/1971", "earlier", "up to 3 years earlier"),
        ("1969", "1969", "altered", "otherwise than in our history"),
        ("1969", "1975", "averted", "did not happen there"),
    ],
)
def test_a_shift_is_said_in_words(theirs: str, ours: str, relation: str, said: str) -> None:
    assert words(relation, of(theirs, ours)) == said


def test_what_has_no_date_of_ours_is_said_too() -> None:
    assert words("never", None) == "never in our history"
    assert sentence("never", None) == "Happens only in this history"
    assert sentence("averted", None) == "Happens only in our history"
    assert sentence("altered", of("1969", "1975")) == "Happens in our history too, but otherwise"


def test_a_sentence_says_the_distance_where_there_is_one() -> None:
    assert sentence("later", of("1983", "1975")) == "7 to 9 years later than in our history"
    assert sentence("earlier", of("1975", "1975")) == "Up to 12 months earlier than in our history"
    assert sentence("earlier", of("1975-01-01", "1975-01-01")) == "Earlier than in our history"


days = st.integers(day("1700-01-01"), day("2200-01-01"))
units = st.sampled_from((4, 7, 10))
doubts = st.sampled_from(("", "~", "?", "%"))


def _written(number: int, length: int, doubt: str) -> str:
    return datetime.date.fromordinal(number).isoformat()[:length] + doubt


points = st.builds(_written, days, units, doubts)
spans = st.builds(
    lambda first, length, finish, doubt: f"{_written(first, 7, doubt)}/{_written(first + length, 7, finish)}",
    days,
    st.integers(0, 4000),
    doubts,
    doubts,
)
moments: st.SearchStrategy[Date] = (points | spans).map(dates.parse)


@given(moments, moments)
def test_the_interval_holds_every_pair_of_days(theirs: Date, ours: Date) -> None:
    shift = between(theirs, ours)
    ends = [b - a for a in (theirs.first, theirs.last) for b in (ours.first, ours.last)]
    assert shift.least <= min(ends) <= max(ends) <= shift.most
    exact = not (theirs.approximate or theirs.uncertain or ours.approximate or ours.uncertain)
    assert exact == ((shift.least, shift.most) == (min(ends), max(ends)))


@given(moments, moments)
def test_the_other_way_round_the_sign_turns(theirs: Date, ours: Date) -> None:
    ahead, behind = between(theirs, ours), between(ours, theirs)
    assert (behind.least, behind.most) == (-ahead.most, -ahead.least)
    assert amount(ahead) == amount(behind)
    assert ahead.sure is behind.sure


@given(moments, moments)
def test_a_sure_shift_says_its_direction(theirs: Date, ours: Date) -> None:
    shift = between(theirs, ours)
    relation = "earlier" if shift.middle > 0 else "later"
    if shift.sure:
        assert words(relation, shift) == f"{amount(shift)} {relation}"
        assert shift.toward(1 if shift.least > 0 else -1) == shift
    else:
        assert amount(shift) == ""


@given(st.integers(1, 40_000), st.integers(0, 4_000))
def test_the_words_reach_both_ends_to_half_a_unit(least: int, wide: int) -> None:
    said = amount(Shift(least, least + wide))
    *numbers, unit = said.removeprefix("up to ").split(" ")
    length = {"year": YEAR, "month": YEAR / 12, "week": 7.0, "day": 1.0}[unit.rstrip("s")]
    low, high = int(numbers[0]), int(numbers[-1])
    low = 0 if said.startswith("up to") else low
    assert low * length <= least + length / 2
    assert least + wide <= high * length + length / 2


@given(moments)
def test_doubt_widens_a_date_by_its_own_length(date: Date) -> None:
    first, last = dates.reach(date)
    assert (first, last) == (date.first, date.last) or date.approximate or date.uncertain
    assert 1 <= first <= date.first
    assert date.last <= last <= LAST


@pytest.mark.parametrize(("text", "first", "last"), [("0001~", 1, 730), ("9999~", LAST - 729, LAST)])
def test_doubt_ends_with_the_calendar(text: str, first: int, last: int) -> None:
    assert dates.reach(dates.parse(text)) == (first, last)


def test_every_relation_has_words() -> None:
    shift: Any = of("1970", "1980")
    from timeline.schema import RELATIONS

    assert len({words(relation, shift) for relation in RELATIONS}) == len(RELATIONS)


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, ""), (0.4, ""), (1, "1 day"), (-20, "3 weeks"), (212, "7 mo"), (-400, "1 y"), (13900, "38 y")],
)
def test_days_are_written_shortly(days: float, said: str) -> None:
    assert short(days) == said
