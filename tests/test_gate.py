"""The spoiler gate: what is served to whom, and that no surface tells what only later episodes tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import pytest

from tests.asking import PAGES, Browser, html_of, listed
from tests.conftest import BUNDLED
from tests.crawling import after, said
from tests.forms import Form
from tests.sets import BRASS, MANKIND
from tests.surfaces import HIDDEN, Surface, Surfaces, heavy, light, memory
from timeline import gate
from timeline.card import card
from timeline.dataset import disguise, load
from timeline.query import facet_options, select
from timeline.web import header
from timeline.web.reading import read

*GATES, LAST = map(str, MANKIND.episodes.index)
NOBODY = "margo-alive-in-2004"


# -- every surface


TURNS = 12
"""Gates after which a heavy surface is asked again: each at four gates or five, and a few at each gate."""


def leaks(surfaces: Iterable[Surface], seen: str) -> Iterator[tuple[str, str]]:
    """Yield each surface that says what only later episodes tell, with what it says."""
    later = after(MANKIND, seen)
    return ((name, word) for name, ask in surfaces for word in later.leaks(ask()))


@pytest.mark.parametrize("seen", GATES)
def test_nothing_is_told_before_its_episode(seen: str) -> None:
    turn = GATES.index(seen) % TURNS
    assert list(leaks(light(MANKIND, seen), seen)) == []
    assert list(leaks(islice(heavy(MANKIND, seen), turn, None, TURNS), seen)) == []


def test_whoever_has_not_answered_sees_the_premise() -> None:
    later = after(MANKIND, GATES[0])
    for path in ("/events.csv", "/events.json", "/chart/timeline.json?our=1", "/embed/timeline?controls=1"):
        assert later.leaks(PAGES[MANKIND.name].client.get(path).get_data(as_text=True)) == []
    for nothing in (None, memory(""), memory("none"), memory("S9E09"), memory("all", BRASS)):
        answer = PAGES[MANKIND.name].shows("address.search", search="?show=list", memory=nothing)
        assert later.leaks(said(answer)) == []
        assert set(listed(answer)) == set(MANKIND.until(GATES[0]).events["id"])


# -- the crawler sees what it is there to see


OPENED: dict[str, tuple[Surfaces, Any]] = {
    "replies.read": (light, lambda whole, *_, **__: read(whole, "seen=all")),
    "sharing.frame.read": (light, lambda whole, *_, **__: read(whole, "seen=all")),
    "facets.facet_options": (light, lambda _, view: facet_options(MANKIND, view)),
    "guide.label": (light, lambda *_: "Season 5"),
    "cards.card": (heavy, lambda _, event, view: card(MANKIND, event, view)),
    "watched.gate.offered": (heavy, lambda *_: {1: ["S1E01"], 5: ["S5E01"]}),
    "document.title": (heavy, lambda _: "474 events"),
    "reading.gate.known": (heavy, lambda whole, _: whole),
}


@pytest.mark.parametrize("surface", OPENED)
def test_the_crawler_finds_a_surface_that_is_opened(surface: str, monkeypatch: pytest.MonkeyPatch) -> None:
    surfaces, opened = OPENED[surface]
    monkeypatch.setattr(f"timeline.web.{surface}", opened)
    assert any(leaks(surfaces(MANKIND, "S2E05"), "S2E05"))


@pytest.mark.parametrize(
    ("name", "unhidden"),
    [
        ("seasons", lambda known, _: known["seasons"]),
        ("people", lambda cells, _: cells),
        ("sources", lambda known, *_, **__: dict(known)),
    ],
)
def test_the_crawler_finds_a_row_that_tells_too_much(
    name: str, unhidden: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disguise, name, unhidden)
    seen = "S1E01" if name == "seasons" else "S1E06"
    assert any(leaks(light(load(BUNDLED), seen), seen))


# -- whose answer counts


@pytest.mark.parametrize(
    ("asked", "remembered", "served", "beyond"),
    [
        ("", None, "", ""),
        ("S2E02", None, "S2E02", ""),
        ("", "", "", ""),
        ("", "S1E02", "S1E02", ""),
        ("S1E01", "S2E01", "S1E01", ""),
        ("none", "S2E01", "none", ""),
        ("S2E01", "S1E02", "S1E02", "S2E01"),
        ("all", "S1E02", "S1E02", "all"),
        ("all", "S2E02", "all", ""),
        ("S1E02", "", "", "S1E02"),
        ("S1E01", "", "S1E01", ""),
        ("S1E02", "all", "S1E02", ""),
    ],
)
def test_a_link_lowers_the_gate_and_never_raises_it(
    asked: str, remembered: str | None, served: str, beyond: str
) -> None:
    assert gate.passage(BRASS, asked, remembered) == gate.Passage(served, beyond)


def test_seasons_are_offered_one_at_a_time() -> None:
    assert list(gate.offered(MANKIND, "")) == [1]
    assert list(gate.offered(MANKIND, "S2E05")) == [1, 2]
    assert list(gate.offered(MANKIND, "S2E05", 3)) == [1, 2, 3]
    assert gate.offered(MANKIND, "none")[1][-1] == "S1E10"
    assert (gate.next_season(MANKIND, 2), gate.next_season(MANKIND, 5)) == (3, 0)


def test_the_next_episode_follows() -> None:
    follow = [gate.following(BRASS, seen) for seen in ("", "none", "S1E01", "S1E02", "S2E02", "all")]
    assert follow == ["S1E01", "S1E01", "S1E02", "S2E01", "all", "all"]


# -- on the page


@pytest.fixture
def mankind() -> Browser:
    return PAGES[MANKIND.name]


def test_it_is_asked_until_it_is_answered(mankind: Browser) -> None:
    asks = html_of(mankind.shows("address.search", memory=None))["gate"]
    assert "How far have you watched?" in asks
    assert 'data-seen="S1E10"' in asks
    assert "Season 2" not in asks
    assert html_of(mankind.shows("address.search", memory=memory("none")))["gate"] == ""


def test_a_later_season_is_stepped_to(mankind: Browser) -> None:
    form = {"query": "", "turn": 1, "season": 2}
    html = html_of(mankind.shows("form.data", form=form, memory=None))
    assert 'data-seen="S2E10"' in html["gate"]
    assert "Season 3" not in html["gate"] + html["header"]
    assert 'data-season="3"' in html["gate"]
    for search, opens in (("", True), ("?season=1", False)):
        answer = mankind.shows("browser.data", form=form, search=search, memory=memory("S1E01"))
        assert bool(html_of(answer)["gate"]) is opens, "more room for a picture closes no question"


def test_an_answer_stands_in_the_header_and_the_address(mankind: Browser) -> None:
    answer = mankind.asks("season=1&seen=S2E05", memory=memory("S2E05"))
    assert answer["address.search"] == "?season=1&seen=S2E05"
    assert ("seen", "S2E05") in Form.of([html_of(answer)["header"]]).fields
    assert f"seen={GATES[14]}" in html_of(answer)["help"]


def test_a_link_beyond_asks_and_keeps_what_it_asks(mankind: Browser) -> None:
    answer = mankind.shows("address.search", search="?seen=S4E10&show=list", memory=memory("S2E05"))
    notice = html_of(answer)["notices"]
    assert "This link shows up to S4E10; you have watched up to S2E05." in notice
    assert 'data-seen="S4E10"' in notice
    assert "address.search" not in answer
    assert set(listed(answer)) == set(MANKIND.until("S2E05").events["id"])
    answer = mankind.shows("address.search", search="?seen=S1E03", memory=memory("S2E05"))
    assert html_of(answer)["notices"] == ""


def test_what_is_hidden_is_counted_for_those_who_ask(mankind: Browser) -> None:
    usual = html_of(mankind.shows("address.search", search="?show=list", memory=memory("S2E05")))["listing"]
    assert "hidden by" not in usual
    query = "?show=list&hidden=1"
    html = html_of(mankind.shows("address.search", search=query, memory=memory("S2E05")))["listing"]
    hidden = len(MANKIND.events) - len(MANKIND.until("S2E05").events)
    assert f"{hidden} events hidden by your episode." in html
    assert 'data-seen="S2E06"' in html
    html = html_of(mankind.shows("address.search", search=query, memory=memory("all")))["listing"]
    assert "Nothing is hidden by your episode." in html


def test_a_hidden_event_is_one_that_there_is_not(mankind: Browser) -> None:
    hidden, nobody = (mankind.client.get(f"/event/{event}?seen=S3E09") for event in (HIDDEN, NOBODY))
    assert HIDDEN in MANKIND.event_rows
    assert hidden.status_code == nobody.status_code == 404
    assert hidden.headers == nobody.headers
    assert hidden.data == nobody.data.replace(NOBODY.encode(), HIDDEN.encode())
    assert mankind.client.get(f"/event/{HIDDEN}?seen=S3E10").status_code == 302


def test_hidden_words_are_as_unknown_as_nonsense() -> None:
    for key in ("event", "person", "place", "season"):
        value = {"event": HIDDEN, "person": "dev-ayesa", "place": "happy-valley", "season": "3"}[key]
        hidden, nobody = (read(MANKIND, f"seen=S2E05&{key}={each}") for each in (value, "x"))
        assert hidden.view == nobody.view
        assert [each.replace(value, "x") for each in hidden.notices] == list(nobody.notices)


@pytest.mark.parametrize("seen", GATES[::4])
def test_a_question_is_not_asked_before_it_has_an_answer(seen: str) -> None:
    reading = read(MANKIND, f"seen={seen}")
    for asked in Form.of([str(header.questions(reading.dataset, reading.view))]).links:
        assert len(select(reading.dataset, read(MANKIND, asked.removeprefix("/?")).view)), asked


def test_a_name_is_the_one_told_so_far() -> None:
    names = {seen: MANKIND.until(seen).people.loc["ellen-waverly"] for seen in ("S1E06", "S1E07")}
    assert (names["S1E06"]["name"], names["S1E06"]["aliases"]) == ("Ellen Waverly", ("Ellen",))
    assert names["S1E07"]["name"] == "Ellen Wilson"
