"""The one callback, asked as a browser asks it: any act, one View, the whole page from it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.asking import PAGES, PHONE, SETS, WIDE, Browser, drawn, html_of, listed
from tests.forms import Form
from tests.serving import ROOT
from tests.sets import BRASS, MANKIND
from tests.views import views
from timeline.dataset import Dataset
from timeline.gate import ALL
from timeline.query import facet_options, heading, select
from timeline.view import FACETS, View
from timeline.web import ids, table
from timeline.web.reading import read


@pytest.fixture
def mankind() -> Browser:
    return PAGES[MANKIND.name]


@pytest.fixture
def brass() -> Browser:
    return PAGES[BRASS.name]


# -- the shell and what the callback names


def layout_ids(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        props = node.get("props", {})
        yield from [props["id"]] if "id" in props else []
        yield from layout_ids(props.get("children"))
    elif isinstance(node, list):
        for child in node:
            yield from layout_ids(child)


def test_every_callback_names_components_that_are_there(mankind: Browser) -> None:
    there = list(layout_ids(mankind.client.get("/_dash-layout").get_json()))
    assert len(there) == len(set(there))
    for callback in mankind.dependencies():
        named = {each["id"] for each in (*callback["inputs"], *callback["state"])}
        outputs = callback["output"].strip(".").split("...")
        named |= {each.rsplit(".", 1)[0] for each in outputs if "." in each and "@" not in each}
        assert named <= {*there, "_no_output"} | {each for each in named if each.startswith("__no_output")}
    assert set(ids.PLACES) <= set(there)


def test_every_id_in_the_ids_file_is_there(mankind: Browser) -> None:
    there = set(layout_ids(mankind.client.get("/_dash-layout").get_json()))
    assert {value for name, value in vars(ids).items() if name.isupper() and isinstance(value, str)} <= there


def test_the_scripts_look_only_for_what_is_there(mankind: Browser) -> None:
    document = mankind.client.get("/").get_data(as_text=True)
    names = re.findall(r'src="/(assets/[\w-]+\.js)', document)
    script = "".join((ROOT / name).read_text("utf-8") for name in names)
    shown = [
        html_of(mankind.shows("address.search", search=search)).values()
        for search in ("?event=leonov-walks-on-moon", "?present=1")
    ]
    there = {
        table.GRID,
        *(name for html in shown for name in Form.of(html).ids),
        *layout_ids(mankind.client.get("/_dash-layout").get_json()),
    }
    wanted = set(re.findall(r'(?:byId|setProps)\("([\w-]+)"', script))
    assert wanted
    assert wanted <= there


def test_nothing_is_answered_before_the_browser_has_said_its_size(mankind: Browser) -> None:
    assert mankind.does("address.search", report=None).status_code == 204


# -- the page follows from the View


def test_the_first_answer_shows_everything(mankind: Browser) -> None:
    answer = mankind.shows("address.search", "browser.data")
    assert drawn(answer) >= set(MANKIND.events["id"])
    assert set(html_of(answer)) == set(ids.PLACES)
    assert "address.search" not in answer
    assert f"{len(MANKIND.events)} events" in html_of(answer)["toolbar"]
    assert answer["parts.data"]["scheme"] == "light"


@settings(max_examples=30)
@given(data=st.data())
def test_the_controls_always_mean_the_view(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(PAGES)))
    whole = SETS[name]
    query = data.draw(views(whole)).to_query()
    report = data.draw(st.sampled_from([WIDE, PHONE]))
    reading = read(whole, query, remembered=ALL)
    answer = PAGES[name].shows("address.search", search=f"?{query}", report=report)
    form = Form.of(html_of(answer).values())
    assert read(whole, form.query(), remembered=ALL).view == reading.view
    assert len(form.ids) == len(set(form.ids)), "an id stands twice"


@settings(max_examples=20)
@given(views(MANKIND), st.sampled_from(["list", "picture"]))
def test_the_list_holds_the_selection_in_its_order(view: View, show: str) -> None:
    view = view.but(show=show, present=False)
    reading = read(MANKIND, view.to_query(), remembered=ALL)
    answer = PAGES[MANKIND.name].shows("address.search", search=f"?{view.to_query()}")
    assert listed(answer) == select(reading.dataset, reading.view)["id"].tolist()


@settings(max_examples=30)
@given(views(MANKIND))
def test_every_link_of_the_page_is_understood(view: View) -> None:
    answer = PAGES[MANKIND.name].shows("address.search", search=f"?{view.to_query()}")
    reading = read(MANKIND, view.to_query(), remembered=ALL)
    for link in Form.of(html_of(answer).values()).links:
        if link.startswith("/?"):
            followed = read(MANKIND, link.removeprefix("/?"), remembered=ALL)
            assert not followed.notices, link
            assert followed.view.seen == reading.view.seen, f"{link} loses how far the reader has watched"
            assert link == f"/?{followed.view.to_query()}"


def test_a_phone_gets_a_list_until_it_asks_for_the_picture(mankind: Browser) -> None:
    answer = mankind.shows("browser.data", report=PHONE)
    assert "picture.figure" not in answer
    assert len(listed(answer)) == len(MANKIND.events)
    assert answer["parts.data"]["scheme"] == "dark"
    answer = mankind.shows("address.search", search="?show=picture", report=PHONE)
    assert answer["picture.figure"]["layout"]["width"] == 720
    assert len(listed(answer)) == len(MANKIND.events), "the list follows below"


# -- whatever fires


def test_a_control_changes_the_address(mankind: Browser) -> None:
    answer = mankind.asks("season=1,2&importance=&scale=calendar")
    assert answer["address.search"] == "?season=1,2&scale=calendar"
    kept = {event for event in drawn(answer) if MANKIND.events["season"][MANKIND.event_rows[event]] in {1, 2}}
    assert kept == drawn(answer)


def test_an_address_that_already_means_the_view_is_left_alone(mankind: Browser) -> None:
    for spelled in ("?season=2,1", "?season=1,2&scale=story", "?importance=4&season=1,2"):
        assert "address.search" not in mankind.asks("season=1,2", search=spelled)


def test_the_address_wins_over_what_controls_held(mankind: Browser) -> None:
    form = {"query": "season=3", "turn": 7}
    answer = mankind.shows("address.search", "form.data", search="?season=1", form=form)
    assert "address.search" not in answer
    assert read(MANKIND, Form.of(html_of(answer).values()).query()).view == View(season=(1,), seen=ALL)


def test_a_click_on_a_mark_chooses_its_event(mankind: Browser) -> None:
    click = {"points": [{"id": "leonov-walks-on-moon"}]}
    answer = mankind.shows("picture.clickData", click=click, search="?season=1")
    assert answer["address.search"] == "?season=1&event=leonov-walks-on-moon"
    assert answer["picture.clickData"] is None, "the same mark could not be chosen again"
    assert "Alexei Leonov" in html_of(answer)["card"]


def test_a_click_on_a_door_goes_where_it_leads(mankind: Browser) -> None:
    click = {"points": [{"id": "?season=2&lanes=person"}]}
    assert mankind.shows("picture.clickData", click=click)["address.search"] == "?season=2&lanes=person"


@pytest.mark.parametrize("click", [{"points": []}, {"points": [{}]}, {"points": [{"id": "no-such"}]}, {}])
def test_a_click_on_nothing_changes_nothing(mankind: Browser, click: dict[str, Any]) -> None:
    assert "address.search" not in mankind.shows("picture.clickData", click=click, search="?season=1")


def test_a_drag_sets_the_window_and_a_double_click_opens_it(mankind: Browser) -> None:
    drag = {"xaxis.range[0]": 400.0, "xaxis.range[1]": 500.0}
    answer = mankind.shows("picture.relayoutData", drag=drag)
    view = read(MANKIND, answer["address.search"], remembered=ALL).view
    assert view.start
    assert view.end
    assert drawn(answer) < drawn(mankind.shows("address.search"))
    answer = mankind.shows(
        "picture.relayoutData", drag={"xaxis.range": [0, 1216]}, search=f"?{view.to_query()}"
    )
    assert answer["address.search"] == "?seen=all"


def test_other_words_of_the_picture_change_nothing(mankind: Browser) -> None:
    assert "address.search" not in mankind.shows(
        "picture.relayoutData", drag={"autosize": True}, search="?our=1"
    )


def test_what_is_not_understood_is_said_and_the_rest_holds(mankind: Browser) -> None:
    answer = mankind.shows("address.search", search="?season=1,99&scale=banana&no=thing")
    said = html_of(answer)["notices"]
    assert "99" in said
    assert "banana" in said
    assert "no" in said
    assert "address.search" not in answer
    answer = mankind.asks("season=1&from=banana", search="?season=1")
    assert "banana" in html_of(answer)["notices"]
    assert "address.search" not in answer


@pytest.mark.parametrize(
    "report",
    [{"width": -1}, {"width": "wide", "height": None}, {"width": 1e9, "height": 1e9}, {"height": [1]}],
    ids=str,
)
def test_a_strange_size_is_taken_as_usual(brass: Browser, report: dict[str, Any]) -> None:
    assert brass.shows("browser.data", report=report)["picture.figure"]["layout"]["width"] == 1216


# -- nothing found, nothing given away


def test_an_empty_selection_says_which_filter_to_drop(mankind: Browser) -> None:
    answer = mankind.shows("address.search", search="?season=1&q=zzzz")
    assert "picture.figure" not in answer
    said = html_of(answer)["empty"]
    count = heading(MANKIND, View(season=(1,)))[0]
    assert f"Without the search filter there would be {count}." in said
    assert 'href="/?season=1&amp;seen=all"' in said
    answer = mankind.shows("address.search", search="?q=zzzz&from=2900")
    assert Form.of([html_of(answer)["empty"]]).links == ["/?seen=all"]


EARLY = MANKIND.until("S1E03")


def words_of(dataset: Dataset) -> set[str]:
    """Return texts that nobody reads before they are told: headlines, names of people and of seasons."""
    return {*dataset.events["headline"], *dataset.people["name"], *dataset.events["id"]}


@pytest.mark.parametrize(
    "query", ["", "show=list", "lanes=person", "our=1", "event=leonov-walks-on-moon&q=moon"]
)
def test_what_is_not_watched_is_nowhere_in_the_answer(mankind: Browser, query: str) -> None:
    answer = mankind.asks(f"{query}&seen=S1E03")
    assert "seen=S1E03" in answer["address.search"]
    text = json.dumps(answer, ensure_ascii=False)
    told = " ".join([*EARLY.events["summary"], *EARLY.our_history["event"], *words_of(EARLY)])
    leaks = [
        word
        for word in words_of(MANKIND) - words_of(EARLY)
        if word in text and word not in told and re.search(rf"\b{re.escape(word)}\b", text)
    ]
    assert not leaks


# -- words


def test_the_announcement_is_short(mankind: Browser) -> None:
    people = ",".join(MANKIND.people.index[:9])
    answer = mankind.asks(
        f"person={people}&told=scene,mentioned&relation=never,altered&q=the+moon+and+mars+now"
    )
    assert 3 <= len(html_of(answer)["status"].split()) <= 15


def test_a_search_is_escaped_wherever_it_is_said(mankind: Browser) -> None:
    answer = mankind.asks("q=<img src=x onerror=alert(1)>\"'&amp;")
    for html in html_of(answer).values():
        assert "<img" not in html
    assert "&lt;img" in html_of(answer)["toolbar"]


@pytest.mark.parametrize("facet", FACETS)
def test_a_facet_can_be_cleared_alone(mankind: Browser, facet: str) -> None:
    value = facet_options(MANKIND, View())[facet][0].value
    answer = mankind.asks(f"{facet}={value}&importance=3")
    assert "/?importance=3&seen=all" in Form.of([html_of(answer)["filters"]]).links
