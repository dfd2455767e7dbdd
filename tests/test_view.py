"""The View: one value, one address, and an address that understands what it can and says the rest."""

from __future__ import annotations

import datetime
from urllib.parse import urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sets import BRASS, MANKIND
from tests.views import views
from timeline.view import FACETS, View, clean_search, shorten, vocabulary

KEYS = (
    *FACETS,
    *(
        "importance",
        "q",
        "scale",
        "lanes",
        "from",
        "to",
        "order",
        "our",
        "event",
        "seen",
        "hidden",
        "theme",
        "show",
    ),
)


@settings(max_examples=300)
@given(views(MANKIND))
def test_an_address_gives_its_view_back(view: View) -> None:
    query = view.to_query()
    assert View.parse(query, MANKIND) == (view, ())
    assert View.parse(f"?{query}", MANKIND)[0].to_query() == query


@given(views(BRASS), views(BRASS))
def test_one_view_has_one_address(one: View, other: View) -> None:
    assert (one == other) == (one.to_query() == other.to_query())


@pytest.mark.parametrize(
    ("query", "view", "written"),
    [
        ("", View(), ""),
        ("?", View(), ""),
        ("season=2,1,2", View(season=(1, 2)), "season=1,2"),
        ("decade=1850,1830", View(decade=(1830, 1850)), "decade=1830,1850"),
        ("tag=first,%20death,", View(tag=("death", "first")), "tag=death,first"),
        ("q=the++Cable%0A&importance=2", View(q="the Cable", importance=2), "importance=2&q=the+Cable"),
        ("q=R%26D%2C+caf%C3%A9", View(q="R&D, café"), "q=R%26D,+caf%C3%A9"),
        ("to=1855-03&from=1834", View(start="1834", end="1855-03"), "from=1834&to=1855-03"),
        ("from=1834&to=1834", View(start="1834", end="1834"), "from=1834&to=1834"),
        ("order=told&our=1&lanes=person", View(lanes="person", order="told", our=True), None),
        ("event=cable-holds&seen=S2E02", View(event="cable-holds", seen="S2E02"), None),
        ("scale=story&importance=4&our=0&hidden=0&theme=auto&show=auto&order=world", View(), ""),
        ("seen=none&hidden=1", View(seen="none", hidden=True), "seen=none&hidden=1"),
    ],
)
def test_an_address_is_understood(query: str, view: View, written: str | None) -> None:
    assert View.parse(query, BRASS) == (view, ())
    assert View.parse(view.to_query(), BRASS) == (view, ())
    assert written is None or view.to_query() == written


@pytest.mark.parametrize(
    ("query", "notice"),
    [
        ("season=7", "season: '7' is not known here; it was ignored"),
        ("person=jenny", "person: 'jenny' is not known here; it was ignored"),
        ("importance=5", "importance: '5' is none of 1, 2, 3, 4; it was ignored"),
        ("importance=²", "importance: '²' is none of 1, 2, 3, 4; it was ignored"),
        ("scale=log", "scale: 'log' is none of story, calendar, sequence, season; it was ignored"),
        ("from=69-7", "from: '69-7' is no date like 1974, 1983-06 or 1983-06-14; it was ignored"),
        ("to=1843~", "to: '1843~' is no date like 1974, 1983-06 or 1983-06-14; it was ignored"),
        ("to=184X", "to: '184X' is no date like 1974, 1983-06 or 1983-06-14; it was ignored"),
        ("from=1850&to=1849-12", "From 1850 is after To 1849-12; both were ignored"),
        ("our=yes", "our: 'yes' is neither 0 nor 1; it was ignored"),
        ("event=moon-landing", "event: there is no event 'moon-landing'"),
        ("seen=S9E01", "seen: 'S9E01' is no episode like S2E05; it was ignored"),
        ("colour=red", "'colour' is no filter; it was ignored"),
        (f"q=&tag={'x' * 60}", f"tag: '{'x' * 40}…' is not known here; it was ignored"),
        ("tag=%ff%00", "tag: '\ufffd' is not known here; it was ignored"),
    ],
)
def test_what_is_not_understood_is_said_and_ignored(query: str, notice: str) -> None:
    assert View.parse(query, BRASS) == (View(), (notice,))


def test_a_bad_value_spoils_no_good_one() -> None:
    view, notices = View.parse("place=london,atlantis&lanes=place&importance=0&tag=first", BRASS)
    assert view == View(place=("london",), tag=("first",))
    assert [notice.split(":")[0] for notice in notices] == ["place", "importance"]


@given(st.sampled_from(KEYS), st.text())
def test_every_bad_value_is_a_notice(key: str, text: str) -> None:
    # No value of any vocabulary begins with "!", and no date does.
    view, notices = View.parse(urlencode({key: f"!{text}".replace(",", " ")}), MANKIND)
    if key == "q":
        assert (view, notices) == (View(q=f"!{text}".replace(",", " ")), ())
    else:
        assert view == View()
        assert len(notices) == 1
        assert notices[0].startswith(f"{key}: ")


@given(st.text() | st.lists(st.tuples(st.sampled_from(KEYS), st.text())).map(urlencode))
def test_no_address_is_an_error(query: str) -> None:
    view, notices = View.parse(query, BRASS)
    assert View.parse(view.to_query(), BRASS) == (view, ())
    assert all(notice.isprintable() for notice in notices)


@given(views(MANKIND))
def test_clearing_keeps_how_it_is_drawn(view: View) -> None:
    cleared = view.cleared()
    assert not cleared.filtered
    assert view.filtered == (view != cleared)
    narrowed = {*FACETS, "importance", "q", "start", "end"}
    for name in View.__slots__:
        assert getattr(cleared, name) == getattr(View() if name in narrowed else view, name)


def test_a_changed_view_is_another() -> None:
    view = View(season=(1,))
    assert view.but(season=(2, 1)) == View(season=(1, 2))
    assert view == View(season=(1,))
    assert hash(view.but(scale="calendar")) != hash(view)


@pytest.mark.parametrize(
    ("start", "end", "first", "last"),
    [
        ("", "", None, None),
        ("1834", "", "1834-01-01", None),
        ("", "1834", None, "1834-12-31"),
        ("1836-02", "1836-02", "1836-02-01", "1836-02-29"),
        ("1836-02-03", "1836-02-03", "1836-02-03", "1836-02-03"),
    ],
)
def test_a_window_takes_its_ends_whole(start: str, end: str, first: str | None, last: str | None) -> None:
    days = tuple(datetime.date.fromisoformat(text).toordinal() if text else None for text in (first, last))
    assert View(start=start, end=end).window() == days


def test_vocabularies_are_in_order_of_display() -> None:
    assert vocabulary(BRASS, "season") == (0, 1, 2)
    assert vocabulary(BRASS, "decade") == (1810, 1820, 1830, 1840, 1850)
    assert vocabulary(BRASS, "category") == BRASS.categories
    assert vocabulary(BRASS, "place") == ("england", "london", "north-atlantic")
    assert vocabulary(BRASS, "tag") == ("first", "death")


@given(st.text())
def test_a_search_text_is_one_clean_line(text: str) -> None:
    clean = clean_search(text)
    assert clean_search(clean) == clean
    assert len(clean) <= 100
    assert clean == " ".join(clean.split())
    assert clean.isprintable()
    assert len(shorten(text)) <= 200
