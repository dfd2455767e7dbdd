"""The page of two histories: what it lists, draws and says, through the one callback."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.asking import PAGES, PHONE, Browser, drawn, html_of, listed
from tests.forms import Form
from tests.made import made
from tests.sets import BRASS, MANKIND
from tests.test_figure_sets import EVIL
from timeline.dataset import load
from timeline.histories import headline, pairs, summary
from timeline.view import View
from timeline.web.aspects import ASPECTS
from timeline.web.pairing import PARTS

PATH = "/histories"
PICTURES = ("time", "distance", "lead")


@pytest.fixture
def mankind() -> Browser:
    return PAGES[MANKIND.name]


def shows(browser: Browser, query: str = "", **holds: Any) -> dict[str, Any]:
    return browser.shows("address.pathname", "address.search", path=PATH, search=query, **holds)


def test_the_list_holds_every_pair_under_its_kind(mankind: Browser) -> None:
    answer = shows(mankind, "?show=list")
    found = pairs(MANKIND, View())
    assert sorted(listed(answer)) == sorted(pair.event for pair in found)
    listing = html_of(answer)["listing"]
    for relation, count in summary(MANKIND, View()).relations.items():
        own = sum(pair.relation == relation for pair in found)
        aside = f"{count}, told by {own} events" if own != count else f"{count}"
        assert f"<h3>{PARTS[relation]}<small>{aside}</small></h3>" in listing
    assert "8 years later" in listing
    assert "did not happen there, viewers infer it" in listing
    assert "picture.figure" not in answer


def test_what_the_show_never_says_is_never_averted(mankind: Browser) -> None:
    listing = html_of(shows(mankind, "?show=list"))["listing"]
    averted, silent = listing.split("Only here")[1].split("The show never says")
    question = MANKIND.unknowns["question"].iloc[0]
    assert question in silent
    assert question not in averted
    assert "The show never says" not in html_of(shows(mankind, "?show=list&season=2"))["listing"]


@pytest.mark.parametrize("aspect", PICTURES)
def test_an_aspect_draws_what_is_listed(mankind: Browser, aspect: str) -> None:
    answer = shows(mankind, f"?view={aspect}&season=2")
    events = {pair.event for pair in pairs(MANKIND, View(season=(2,)))}
    assert drawn(answer) <= events
    assert set(listed(answer)) == events
    parts = answer["parts.data"]
    assert {"is-histories", f"is-{aspect}", "shows-picture"} <= set(parts["page"].split())
    assert ("view", "" if aspect == "time" else aspect) in Form.of([html_of(answer)["toolbar"]]).fields


def test_a_phone_reads_the_list_first(mankind: Browser) -> None:
    answer = shows(mankind, report=PHONE)
    assert "picture.figure" not in answer
    assert len(listed(answer)) == len(pairs(MANKIND, View()))
    assert "picture.figure" in shows(mankind, "?show=picture", report=PHONE)


def test_the_numbers_stand_beside_the_picture(mankind: Browser) -> None:
    html = html_of(shows(mankind))
    numbers = summary(MANKIND, View())
    assert f"{headline(MANKIND, View())}. " in html["above"]
    assert MANKIND.histories.headline in html["above"]
    for field, held in numbers.leads.items():
        assert (
            f'<th scope="row">{field}</th><td><b>+{held[0].amount}</b> <small>of {held[0].n}</small>'
            in html["body"]
        )
    assert "Furthest ahead" in html["body"]
    assert "death or accident moves in time" in html["body"]


def test_a_kind_is_chosen_and_left_again(mankind: Browser) -> None:
    links = Form.of([html_of(shows(mankind, "?relation=later"))["above"]]).links
    assert f"{PATH}?seen=all" in links, "the chosen kind leads back to all"
    assert f"{PATH}?relation=never&seen=all" in links


def test_every_way_stays_on_the_page(mankind: Browser) -> None:
    html = html_of(shows(mankind, "?season=2&from=1983&event=apollo-soyuz-handshake"))
    for place in ("above", "body", "listing", "toolbar", "filters"):
        for link in Form.of([html[place]]).links:
            assert link.split("?")[0] in (PATH, "/person/edward-baldwin"), (place, link)


def test_a_click_on_a_pair_opens_its_card(mankind: Browser) -> None:
    click = {"points": [{"id": "apollo-soyuz-handshake"}]}
    answer = mankind.shows("picture.clickData", path=PATH, search="?view=lead", click=click)
    assert answer["address.search"] == "?event=apollo-soyuz-handshake&view=lead"
    assert "8 years later than in our history" in html_of(answer)["card"]


def test_a_drag_is_no_window_here(mankind: Browser) -> None:
    drag = {"xaxis.range[0]": 300, "xaxis.range[1]": 500}
    assert "address.search" not in mankind.shows("picture.relayoutData", path=PATH, drag=drag)


def test_nothing_to_compare_is_said(mankind: Browser) -> None:
    nobody = html_of(shows(mankind, "?q=nosuchword"))
    assert "No event fits all of these filters" in nobody["empty"]
    alone = html_of(shows(mankind, "?tag=birth&season=0"))
    assert "None of these" in alone["empty"]
    assert f'href="{PATH}?seen=all"' in alone["empty"]


def test_an_aspect_that_there_is_not_shows_the_first(mankind: Browser) -> None:
    for word in ("butterflies", "world"):
        if word not in ASPECTS:
            assert "is-time" in shows(mankind, f"?view={word}")["parts.data"]["page"]


def test_another_history_has_the_page() -> None:
    answer = shows(PAGES[BRASS.name], "?show=list")
    assert sorted(listed(answer)) == sorted(pair.event for pair in pairs(BRASS, View()))
    assert "1 sooner, median 12 months" in html_of(answer)["above"]


def test_texts_are_escaped(tmp_path: Path) -> None:
    browser = Browser(load(made(tmp_path, 60, spice=EVIL)))
    html = html_of(shows(browser, "?show=list"))
    assert not any("<script>" in piece for piece in html.values())
    assert "&lt;script&gt;" in html["listing"]


def test_the_title_tells_no_more_than_is_watched(mankind: Browser) -> None:
    answer = shows(mankind, memory={"set": MANKIND.name, "seen": "S2E05"})
    assert MANKIND.histories.headline not in answer["parts.data"]["title"]
    assert headline(MANKIND.until("S2E05"), View()) in answer["parts.data"]["title"]


def test_a_place_and_an_organisation_of_one_name_are_told_apart(mankind: Browser) -> None:
    card = html_of(shows(mankind, "?event=sputnik-1-launch"))["card"]
    assert "Soviet Union<em>place</em>" in card
    assert "Soviet Union<em>organisation</em>" in card


def test_years_the_wrong_way_round_are_named_as_the_fields_are(mankind: Browser) -> None:
    notices = html_of(shows(mankind, "?from=1990&to=1973"))["notices"]
    assert "From 1990 is after To 1973; both were ignored." in notices
