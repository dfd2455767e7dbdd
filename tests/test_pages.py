"""The pages beside the timeline: one shell, statuses, titles, and what each says as far as was watched."""

from __future__ import annotations

import json
import re

import pytest

from tests.asking import PAGES, PHONE, Browser, html_of, listed
from tests.forms import Form
from tests.sets import BRASS, MANKIND
from timeline.figures.plan import Plan, arrange
from timeline.gate import ALL
from timeline.query import select
from timeline.view import View
from timeline.web import ids, table
from timeline.web.pages import PAGES as REGISTRY
from timeline.web.reading import read

ED = "/person/edward-baldwin"


def _plan(width: int) -> Plan:
    return arrange(MANKIND, View(), width, 800, framed=False)


@pytest.fixture
def mankind() -> Browser:
    return PAGES[MANKIND.name]


@pytest.mark.parametrize("path", ["/", "/histories", "/now", ED])
@pytest.mark.parametrize("query", ["", "?seen=S1E02", "?theme=dark&season=1"])
def test_every_page_has_the_shell_and_keeps_what_was_asked(mankind: Browser, path: str, query: str) -> None:
    answer = mankind.shows("address.pathname", "address.search", path=path, search=query)
    assert "address.search" not in answer
    assert "address.pathname" not in answer
    html = html_of(answer)
    assert set(html) == set(ids.PLACES)
    form = Form.of(html.values())
    assert len(form.ids) == len(set(form.ids)), "an id stands twice"
    asked = read(MANKIND, query.removeprefix("?"), remembered=ALL)
    assert read(MANKIND, form.query(), remembered=ALL).view == asked.view
    names = [page.name for page in REGISTRY if page.name]
    assert [name for name in names if f">{name}</a>" in html["header"]] == names
    assert 1 <= len(html["status"].split()) <= 15


@pytest.mark.parametrize("name", sorted(PAGES))
def test_every_page_of_a_history_is_there_and_every_link_leads_to_one(name: str) -> None:
    browser, whole = PAGES[name], {MANKIND.name: MANKIND, BRASS.name: BRASS}[name]
    for path in ("/now", "/histories", *(f"/person/{person}" for person in whole.people.index[:4])):
        assert browser.client.get(f"{path}?seen=all").status_code == 200
        answer = browser.shows("address.pathname", path=path)
        # A path is there or not, whatever its query asks.
        ways = {link.split("?")[0]: link for link in Form.of(html_of(answer).values()).links}
        for way, link in ways.items():
            if way.startswith(("/person/", "/now", "/histories", "/compare", "/stor")):
                assert browser.client.get(link).status_code == 200, link


@pytest.mark.parametrize("path", ["/person/", "/person/nobody", f"{ED}/x", "/now/", "/person"])
def test_a_page_that_is_not_there_is_404_and_says_so_in_the_app(mankind: Browser, path: str) -> None:
    assert mankind.client.get(path).status_code == 404
    answer = mankind.shows("address.pathname", path=path)
    assert "There is nothing here" in html_of(answer)["empty"]


def test_nobody_is_there_before_they_are_met(mankind: Browser) -> None:
    later = min(set(MANKIND.people.index) - set(MANKIND.until("S1E01").people.index))
    pages = [mankind.client.get(f"/person/{each}?seen=S1E01") for each in (later, "nobody")]
    assert [page.status_code for page in pages] == [404, 404]
    texts = [re.sub(r'"end_id":"[^"]*"', "", page.get_data(as_text=True)) for page in pages]  # Dash's, random
    assert texts[0] == texts[1]
    answers = [
        mankind.shows("address.pathname", path=f"/person/{each}", search="?seen=S1E01")
        for each in (later, "nobody")
    ]
    assert html_of(answers[0])["empty"] == html_of(answers[1])["empty"]
    assert answers[0]["parts.data"]["title"] == answers[1]["parts.data"]["title"]


def test_a_page_has_its_own_title(mankind: Browser) -> None:
    assert "<title>Edward Baldwin - For All Mankind</title>" in mankind.client.get(ED).get_data(as_text=True)


def test_a_persons_page_lists_and_draws_the_same_events(mankind: Browser) -> None:
    answer = mankind.shows("address.pathname", path=ED, search="?seen=S2E05")
    wanted = select(MANKIND.until("S2E05"), View(person=("edward-baldwin",)))["id"].tolist()
    assert listed(answer) == wanted
    marks = {trace["name"]: trace for trace in answer["picture.figure"]["data"]}["events"]["ids"]
    assert sorted(marks) == sorted(wanted)
    assert "aged 36–41" in html_of(answer)["listing"]


def test_a_phone_gets_no_picture_of_a_person_until_it_asks(mankind: Browser) -> None:
    assert "picture.figure" not in mankind.shows("address.pathname", path=ED, report=PHONE)


def test_an_event_is_chosen_without_leaving_the_persons_page(mankind: Browser) -> None:
    click = {"points": [{"id": "apollo-10-dress-rehearsal"}]}
    answer = mankind.shows("picture.clickData", path=ED, click=click)
    assert answer["address.search"] == "?event=apollo-10-dress-rehearsal"
    assert "address.pathname" not in answer
    links = Form.of([html_of(answer)["card"]]).links
    assert links[0] == f"{ED}?seen=all", "the card is closed where it was opened"
    assert [link for link in links if link.startswith(f"{ED}?event=")], "neighbours stay with the person"


def test_a_search_on_another_page_leads_to_the_timeline(mankind: Browser) -> None:
    answer = mankind.asks("q=moon", path=ED)
    assert (answer["address.pathname"], answer["address.search"]) == ("/", "?q=moon")
    answer = mankind.asks("q=moon&seen=S1E02", path=ED, search="?q=moon")
    assert "address.pathname" not in answer


def test_a_door_of_a_persons_picture_leads_to_the_timeline(mankind: Browser) -> None:
    click = {"points": [{"id": "?season=2&person=edward-baldwin"}]}
    answer = mankind.shows("picture.clickData", path=ED, click=click)
    assert answer["address.pathname"] == "/"


def test_a_drag_means_the_same_days_beside_a_list(mankind: Browser) -> None:
    wide = {"width": 2200, "height": 800, "dark": False}
    answer = mankind.shows("address.search", report=wide)
    width = answer["picture.figure"]["layout"]["width"]
    assert width < 2200 - 208 - 300
    season = next(s for s in _plan(width).scale.stretches if s.kind == "season" and s.season == 2)
    drag = {"xaxis.range[0]": season.x0, "xaxis.range[1]": season.x1}
    asked = mankind.shows("picture.relayoutData", drag=drag, report=wide)["address.search"]
    assert "from=1983" in asked
    assert "to=1983" in asked


# -- the table


def test_the_table_holds_the_selection_in_its_order(mankind: Browser) -> None:
    answer = mankind.shows("address.search", search="?show=table&season=2&importance=2&order=told")
    grid = answer["parts.data"]["table"]["grid"]["props"]
    wanted = select(MANKIND, View(season=(2,), importance=2, order="told"))
    assert [row["id"] for row in grid["rowData"]] == wanted["id"].tolist()
    assert [column["field"] for column in grid["columnDefs"]] == list(table.COLUMNS)
    file = "/events.csv?season=2&importance=2&order=told&seen=all&show=table"
    assert file in Form.of(html_of(answer).values()).links
    for row in grid["rowData"]:
        assert read(MANKIND, row["href"].partition("?")[2]).view.event == row["id"]


def test_only_a_table_brings_its_rows_and_no_page_its_script(mankind: Browser) -> None:
    answer = mankind.shows("address.search")
    assert answer["parts.data"]["table"] is None
    assert "AgGrid" not in json.dumps(answer)
    assert "dash_ag_grid.min" not in mankind.client.get("/?show=table").get_data(as_text=True)
    assert mankind.client.get(table.SCRIPT).status_code == 200
