"""EDTF dates: what they allow, how they are said, and why others are refused."""

from __future__ import annotations

import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import dates


def day(text: str) -> int:
    return datetime.date.fromisoformat(text).toordinal()


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("1969-06-26", "1969-06-26", "1969-06-26", "day"),
        ("1972-02", "1972-02-01", "1972-02-29", "month"),
        ("1974-10-XX", "1974-10-01", "1974-10-31", "month"),
        ("2003-21", "2003-03-01", "2003-05-31", "season"),
        ("2003-24", "2003-12-01", "2004-02-29", "season"),
        ("1983", "1983-01-01", "1983-12-31", "year"),
        ("1983-XX", "1983-01-01", "1983-12-31", "year"),
        ("1983-XX-XX", "1983-01-01", "1983-12-31", "year"),
        ("197X", "1970-01-01", "1979-12-31", "decade"),
        ("19XX", "1900-01-01", "1999-12-31", "interval"),
        ("0001", "0001-01-01", "0001-12-31", "year"),
        ("9999-12-31", "9999-12-31", "9999-12-31", "day"),
        ("1983-09/1983-12", "1983-09-01", "1983-12-31", "interval"),
        ("1974-12?/1975-01~", "1974-12-01", "1975-01-31", "interval"),
        ("1974/1974-03", "1974-01-01", "1974-03-31", "interval"),
        ("2003/201X", "2003-01-01", "2019-12-31", "interval"),
    ],
)
def test_a_date_allows_its_days(text: str, first: str, last: str, precision: str) -> None:
    date = dates.parse(text)
    assert (date.text, date.precision) == (text, precision)
    assert (date.first, date.last) == (day(first), day(last))


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("1983", False, False),
        ("1983~", True, False),
        ("1974-12?", False, True),
        ("1974%", True, True),
        ("2003-21~", True, False),
        ("199X?", False, True),
        ("1974-12?/1975-01~", True, True),
        ("1974/1975~", True, False),
    ],
)
def test_marks_are_kept(text: str, approximate: bool, uncertain: bool) -> None:
    date = dates.parse(text)
    assert (date.approximate, date.uncertain) == (approximate, uncertain)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1969-06-26", "26 June 1969"),
        ("1969-06-06", "6 June 1969"),
        ("1969-06", "June 1969"),
        ("1969", "1969"),
        ("0876", "876"),
        ("1974-10~", "about October 1974"),
        ("1974-12?", "perhaps December 1974"),
        ("1974-12%", "perhaps about December 1974"),
        ("1974-21", "spring 1974"),
        ("1974-22?", "perhaps summer 1974"),
        ("1974-23", "autumn 1974"),
        ("1974-24", "winter 1974–75"),
        ("1999-24", "winter 1999–2000"),
        ("199X", "the 1990s"),
        ("199X~", "about the 1990s"),
        ("19XX", "between 1900 and 1999"),
        ("1974-XX", "1974"),
        ("1983-09/1983-12", "September to December 1983"),
        ("1974-12/1975-01", "December 1974 to January 1975"),
        ("1950/1953", "1950 to 1953"),
        ("1970-03-03/1970-03-05", "3 to 5 March 1970"),
        ("1970-03-03/1970-04-05", "3 March to 5 April 1970"),
        ("1970-03-03/1971-03-05", "3 March 1970 to 5 March 1971"),
        ("1974-21/1974-23", "spring to autumn 1974"),
        ("2003/201X", "2003 to the 2010s"),
        ("1974/1974-03", "1974 to March 1974"),
        ("1974-03/1974", "March 1974 to 1974"),
        ("1974/1974", "1974"),
        ("1974-12?/1975-01~", "perhaps December 1974 to about January 1975"),
        ("1974-09~/1974-12~", "about September to December 1974"),
        ("1974-09~/1974-12?", "about September to perhaps December 1974"),
    ],
)
def test_a_date_is_said_as_people_do(text: str, said: str) -> None:
    assert dates.words(dates.parse(text)) == said


NO_DATE = "is no EDTF date; write 1969-06-26, 1974-10, 1983~ or 197X"
LEVEL_TWO = "goes beyond EDTF level 1; write 1969-06-26, 1974-10, 1983~ or 197X"
OPEN = "has an open end; give both ends, as in 1983/1985"
YEARS = "lies outside the years 1 to 9999"


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        *((text, NO_DATE) for text in ("", "69-7", "abc", "1974-13", " 1974", "1974 ", "1983~~", "~")),
        *((text, NO_DATE) for text in ("19740626", "26.6.1969", "1974-6-2", "٣٣٣٣", "1974\n", "1/2/3")),
        *((text, LEVEL_TWO) for text in ("[1974,1975]", "{1974,1975}", "?1974-10", "2004-06~-11", "2001-25")),
        *((text, LEVEL_TWO) for text in ("15X5", "156X-12", "1974-1X", "1950S2", "1974-XX-03")),
        *((text, OPEN) for text in ("..", "../1983", "1983/..", "/1983", "1983/", "/")),
        *((text, YEARS) for text in ("0000", "-0100", "Y12000", "Y-5", "12345", "9999-24", "000X")),
        ("1983-02-29", "is no day of the calendar"),
        ("1983-04-31", "is no day of the calendar"),
        ("1969-06-26T10:00:00Z", "has a time of day; write the day alone, as in 1969-06-26"),
        ("1975/1974", "ends before it begins; write the earlier end first"),
        ("1983-12/1983-09", "ends before it begins; write the earlier end first"),
        ("1980/197X", "ends before it begins; write the earlier end first"),
    ],
)
def test_a_refusal_says_what_was_found_and_what_is_allowed(text: str, refusal: str) -> None:
    sentence = f"'{text}' {refusal}"
    with pytest.raises(dates.DateError, match=f"^{re.escape(sentence)}$"):
        dates.parse(text)


def test_a_day_number_is_said() -> None:
    assert dates.day_words(day("1969-07-20")) == "20 July 1969"


@st.composite
def single_dates(draw: st.DrawFn) -> str:
    """Return any date of level 0 or 1 that is no interval."""
    year = f"{draw(st.integers(1, 9998)):04}"
    real = draw(st.dates(datetime.date(1, 1, 1), datetime.date(9998, 12, 31))).isoformat()
    shapes = [
        year,
        real,
        real[:7],
        f"{real[:7]}-XX",
        f"{year}-XX",
        f"{year}-XX-XX",
        f"{year}-{draw(st.integers(21, 24))}",
    ]
    decade = f"{draw(st.integers(1, 998)):03}X"
    return draw(st.sampled_from([*shapes, decade])) + draw(st.sampled_from(["", "~", "?", "%"]))


@given(single_dates(), single_dates())
def test_every_date_has_an_order_and_words(one: str, other: str) -> None:
    start, end = sorted((dates.parse(one), dates.parse(other)), key=lambda date: date.first)
    span = dates.parse(f"{start.text}/{end.text}")
    assert span.precision == "interval"
    assert (span.first, span.last) == (start.first, end.last)
    for date in (start, end, span):
        assert date.first <= date.last
        assert date.last <= datetime.date.max.toordinal()
        assert str(datetime.date.fromordinal(date.first).year) in dates.words(date)


@given(st.text(st.sampled_from("0123456789-/X~?%.[],{}YET: ")))
def test_any_other_text_is_refused_in_one_sentence(text: str) -> None:
    try:
        date = dates.parse(text)
    except dates.DateError as error:
        found = str(error).split("'")[1]
    else:
        found = date.text
        assert date.first <= date.last
        assert dates.words(date)
    assert found in text
