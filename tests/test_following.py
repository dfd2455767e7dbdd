"""What follows from what on the page: the line down a card, the way to an event, the picture of all."""

from __future__ import annotations

import re
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.asking import PAGES, PHONE, Browser, drawn, html_of, listed
from tests.crawling import after, joined
from tests.dags import linked
from tests.forms import Form
from tests.looking import DESK, Open, at, mark_of
from tests.sets import BRASS, MANKIND
from timeline import gallery
from timeline.butterflies import chain, description, graph, shown, title
from timeline.card import card
from timeline.dataset import Dataset
from timeline.view import View
from timeline.web import following, lineage
from timeline.web.reading import Reading, read

PATH = "/histories"
WILSON, LEONOV, SPLIT = "ellen-wilson-elected-president", "leonov-walks-on-moon", "korolev-survives-surgery"
GATES = [str(episode) for episode in MANKIND.episodes.index[5:-1:16]]


@pytest.fixture
def mankind() -> Browser:
    return PAGES[MANKIND.name]


def shows(browser: Browser, query: str, **holds: Any) -> dict[str, Any]:
    return browser.shows("address.pathname", "address.search", path=PATH, search=f"?{query}", **holds)


def reading_of(dataset: Dataset, event: str, path: str = "/") -> Reading:
    return Reading(dataset, View(event=event), path=path)


def lineage_of(dataset: Dataset, event: str) -> Form:
    shown_card = card(dataset, event, View(event=event))
    return Form.of([str(lineage.lineage(reading_of(dataset, event), shown_card))])


def events_in(html: str) -> list[str]:
    return re.findall(r"event=([\w-]+)", html)


# -- the card


def test_a_card_names_causes_above_and_effects_below() -> None:
    found = lineage_of(MANKIND, WILSON)
    known = graph(MANKIND)
    assert set(events_in(" ".join(found.links))) == {*known.pred[WILSON], *known.succ[WILSON]}
    words = [word.strip() for word in found.words if word.strip()]
    assert words[0] == "Follows from"
    assert words[1] == "as we read it"
    assert words.index("This leads to") > words.index("Ellen Wilson and Bill Clinton debate Mars")


def test_a_card_names_the_weightiest_and_says_how_many_more() -> None:
    found = lineage_of(MANKIND, LEONOV)
    known = graph(MANKIND)
    *named, more = found.links
    assert more == f"{PATH}?event={LEONOV}&view=butterflies"
    rest = len(known.pred[LEONOV]) + len(known.succ[LEONOV]) - len(named)
    assert f"{rest} more in the picture of all" in found.words
    assert {"apollo-11-crash-landing", "soviet-woman-lands-on-moon"} <= set(events_in(" ".join(named)))


@pytest.mark.parametrize(("event", "says"), [(0, "This leads to"), (1, "Nothing told follows from this")])
def test_a_card_with_causes_or_effects_alone(event: int, says: str) -> None:
    dataset = linked(BRASS, [(0, 1)])
    assert says in lineage_of(dataset, dataset.events["id"].iloc[event]).words
    assert lineage_of(dataset, dataset.events["id"].iloc[2]).words == []


def test_a_card_tells_the_way_behind_one_act() -> None:
    html = str(lineage.way(reading_of(MANKIND, WILSON)))
    assert html.startswith('<details class="way"><summary>How did we get here?')
    assert html.count("<li>") == chain(MANKIND, WILSON).steps + 1
    assert "Here: Neil Armstrong is the first human to step onto the Moon." in html
    assert lineage.way(reading_of(MANKIND, SPLIT)) == ""
    unsplit = next(chain(MANKIND, event) for event in graph(MANKIND) if not chain(MANKIND, event).splits)
    said = str(lineage.told(reading_of(MANKIND, WILSON), unsplit))
    assert "Nothing told leads from where history splits to" in said


# -- the page


@pytest.mark.parametrize("query", ["", f"event={WILSON}", "importance=2", "person=margo-madison", "season=4"])
def test_the_page_lists_what_it_draws(mankind: Browser, query: str) -> None:
    answer = shows(mankind, f"view=butterflies&{query}")
    view, _ = View.parse(query, MANKIND)
    assert drawn(answer) == set(listed(answer)) == set(shown(MANKIND, view).events)
    assert title(MANKIND, view.but(event="")) in Form.of([html_of(answer)["above"]]).words
    assert "is-butterflies" in answer["parts.data"]["page"].split()


def test_more_events_are_one_act_away(mankind: Browser) -> None:
    for query, other in (("view=butterflies", 2), ("view=butterflies&importance=2", 4)):
        links = Form.of([html_of(shows(mankind, query))["above"]]).links
        assert [read(MANKIND, link.partition("?")[2]).view.importance for link in links] == [other]


def test_the_page_tells_the_way_and_what_followed(mankind: Browser) -> None:
    body = Form.of([html_of(shows(mankind, f"view=butterflies&event={WILSON}"))["body"]])
    assert "How did we get to “Ellen Wilson is elected president”?" in body.words
    assert "10 steps in 26 years, the shortest way. In grey: our history." in body.words
    events = events_in(" ".join(body.links))
    path = [link.event for link in chain(MANKIND, WILSON).links]
    assert events == [*path[:-1], *graph(MANKIND).succ[WILSON]]


@pytest.mark.parametrize(
    ("event", "says"),
    [
        (SPLIT, "“Sergei Korolev survives his operation” is where history splits"),
        ("gorbachev-takes-power", "Nothing told leads from where history splits to"),
        ("molly-cobb-born", "What led to “Molly Cobb is born” is not told"),
    ],
)
def test_the_page_is_honest_where_no_way_is_known(event: str, says: str) -> None:
    assert says in str(following.story(reading_of(MANKIND, event, PATH)))


def test_questions_are_offered_until_an_event_is_chosen() -> None:
    links = Form.of([str(following.story(reading_of(MANKIND, "", PATH)))]).links
    assert len(links) >= 3
    for event in events_in(" ".join(links)):
        assert chain(MANKIND, event).splits


def test_a_phone_reads_the_way_in_the_card(mankind: Browser) -> None:
    answer = shows(mankind, f"view=butterflies&event={WILSON}", report=PHONE)
    assert "picture.figure" not in answer
    assert '<details class="way" open>' in html_of(answer)["card"]


def test_where_nothing_is_linked_the_page_says_so() -> None:
    bare = Browser(linked(BRASS, []))
    assert "a cause or an effect that is told" in html_of(shows(bare, "view=butterflies&season=2"))["empty"]


def test_the_picture_can_be_taken_away(mankind: Browser) -> None:
    figure = mankind.client.get(f"/chart/histories.json?view=butterflies&event={WILSON}&seen=all").get_json()
    assert WILSON in {mark for trace in figure["data"] for mark in trace.get("ids", ())}
    view = View(event=WILSON, aspect="butterflies")
    assert gallery.PICTURES["histories"].title(MANKIND, view).startswith("How did we get to")
    assert "10 steps in 26 years: Sergei Korolev survives his operation → " in description(MANKIND, view)


@pytest.mark.parametrize("seen", GATES)
def test_no_part_tells_what_is_hidden(mankind: Browser, seen: str) -> None:
    later, known = after(MANKIND, seen), MANKIND.until(seen)
    holds = {"memory": {"set": MANKIND.name, "seen": seen}}
    for event in ("", known.events["id"].iloc[-1]):
        answer = shows(mankind, f"view=butterflies&event={event}", **holds)
        assert later.leaks(joined(html_of(answer).values())) == []
        assert drawn(answer) <= set(known.events["id"])


# -- in the browser


@pytest.mark.browser
@pytest.mark.parametrize(
    ("query", "size", "theme"),
    [
        ("", DESK, "light"),
        (f"&event={WILSON}", DESK, "dark"),
        (f"&event={WILSON}", (390, 844), "light"),
        ("&importance=2", (820, 1180), "dark"),
        ("", (320, 700), "light"),
    ],
)
def test_it_bars_nobody(open_page: Open, query: str, size: tuple[int, int], theme: str) -> None:
    page = open_page(f"{PATH}?view=butterflies{query}", *size, theme=theme).page
    expect(page.locator("#above .headline")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    found = Axe().run(page).response["violations"]
    assert [each["id"] for each in found if each["impact"] in {"serious", "critical"}] == []


@pytest.mark.browser
def test_a_mark_tells_its_way(open_page: Open) -> None:
    page = open_page(f"{PATH}?view=butterflies").page
    page.mouse.click(*mark_of(page, WILSON))
    expect(page.locator(".told-way h3")).to_have_text(
        "How did we get to “Ellen Wilson is elected president”?"
    )
    assert at(page) == f"{PATH}?event={WILSON}&view=butterflies"
    page.locator(".told-way .chain a").nth(1).click()
    expect(page.locator("#card-title")).to_have_text("Alexei Leonov is the first human on the Moon")
