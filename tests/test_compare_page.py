"""The comparison's page: what is asked, what is answered, and that all of it stands in the address."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.asking import PAGES, PHONE, Browser, drawn, html_of, listed
from tests.folders import copy, swap
from tests.forms import Form
from tests.made import made
from tests.sets import BRASS, MANKIND
from timeline.comparison.cases import cases
from timeline.comparison.table import ordered, table
from timeline.dataset import load
from timeline.gate import ALL
from timeline.query import select
from timeline.view import ALIGNS, COMPARED, View
from timeline.web.reading import read

PAGE = PAGES[MANKIND.name]


def compared(search: str = "", browser: Browser = PAGE, **holds: object) -> dict[str, object]:
    return browser.shows("address.search", path="/compare", search=search, **holds)


def words(markup: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", markup))


def test_where_everyone_is_stands_before_the_picture_and_the_measures_after() -> None:
    answer = compared()
    html = html_of(answer)
    assert "Where everyone is" in html["above"]
    assert "Measures" in html["body"]
    everything = {event for case in cases(MANKIND, View()) for event in case.events["id"]}
    assert drawn(answer) == everything
    assert answer["second.figure"]
    assert "with-second" in answer["parts.data"]["page"]  # type: ignore[index]


@pytest.mark.parametrize("by", COMPARED)
@pytest.mark.parametrize("shows", ["", "list", "table"])
def test_the_controls_hold_what_the_address_asks(by: str, shows: str) -> None:
    query = View(by=by, show=shows or "auto", importance=2, sort="weighty", seen=ALL).to_query()
    form = Form.of(html_of(compared(f"?{query}")).values())
    assert len(form.ids) == len(set(form.ids)), "an id stands twice"
    there = read(MANKIND, form.query(), "/compare", remembered=ALL).view
    # Episodes and people that the page chose are in its form, so that one more can join them.
    chosen = {"episode": "episode", "person": "person"}.get(by)
    asked = read(MANKIND, query, "/compare", remembered=ALL).view
    if chosen:
        assert getattr(there, chosen) == tuple(sorted(case.id for case in cases(MANKIND, asked)))
        there = there.but(**{chosen: ()})
    assert there == asked


def test_a_chip_takes_a_season_out_and_two_stay() -> None:
    def leaving(search: str) -> list[str]:
        toolbar = html_of(compared(search))["toolbar"]
        return re.findall(r'href="/compare\?([^"]*)" class="chip chosen"', toolbar)

    ways = leaving("")
    assert len(ways) == 5
    assert "season=2,3,4,5" in ways[0]
    assert len(leaving("?season=1,2,3")) == 3
    assert leaving("?season=1,2") == []
    assert "Compare Seasons 1 and 2" in words(html_of(compared("?season=1,2"))["toolbar"])


def test_columns_stand_by_the_measure_that_is_asked() -> None:
    found = ordered(table(MANKIND, View()), "jump")
    assert found.columns[0].season == 2
    heads = re.findall(r'scope="col" title="([^"]+)"', html_of(compared("?sort=jump"))["body"])
    assert heads == [case.name for case in found.columns]
    assert ordered(table(MANKIND, View()), "no-such-measure") is table(MANKIND, View())
    plain = PAGE.client.get("/compare.md?seen=all&sort=jump").get_data(as_text=True).splitlines()[0]
    assert plain.startswith("|  | Season 2 |")


def test_two_columns_face_each_other() -> None:
    assert "facing" in html_of(compared("?season=1,2"))["body"]
    assert "facing" not in html_of(compared("?season=1,2,3"))["body"]


def test_the_list_has_the_events_of_the_columns() -> None:
    people = tuple(case.id for case in cases(MANKIND, View(by="person")))
    assert set(listed(compared("?by=person&show=list"))) == set(select(MANKIND, View(person=people))["id"])
    seasons = (1, 2, 3, 4, 5)
    assert set(listed(compared("?show=list"))) == set(select(MANKIND, View(season=seasons))["id"])


def test_a_click_on_a_mark_opens_its_card_and_on_a_number_its_list() -> None:
    event = cases(MANKIND, View())[0].events["id"].iloc[0]
    click = {"points": [{"id": event}]}
    answer = PAGE.shows("picture.clickData", path="/compare", click=click)
    assert answer["address.search"] == f"?event={event}"
    assert "address.pathname" not in answer
    goes = "/?season=2&decade=1980&show=list"
    answer = PAGE.shows("second.clickData", path="/compare", click_second={"points": [{"id": goes}]})
    assert (answer["address.pathname"], answer["address.search"]) == ("/", goes.removeprefix("/"))


def test_the_doors_of_the_parts_lead_to_the_events_they_count() -> None:
    second = compared()["second.figure"]
    doors = [goes for trace in second["data"] for goes in trace.get("ids", ()) if goes.startswith("/?")]  # type: ignore[index]
    assert len(doors) > 100
    for goes in doors[::17]:
        view, notices = View.parse(goes.removeprefix("/"), MANKIND)
        assert notices == ()
        assert view.show == "list"
        assert len(select(MANKIND, view))


def test_with_the_gate_inside_a_season_the_rest_of_it_is_not_compared() -> None:
    memory = {"set": MANKIND.name, "seen": "S2E05"}
    html = html_of(compared(memory=memory))
    assert "Shows up to S2E05." in words(html["above"])
    assert "Season 2: up to episode 5." in words(html["above"])
    assert "Season 3" not in words("".join(html.values()))


def test_a_phone_gets_the_comparison_too() -> None:
    answer = compared(report=PHONE)
    assert answer["picture.figure"]["layout"]["width"] == 390 - 16  # type: ignore[index]
    assert answer["second.figure"]["layout"]["width"] == 390 - 16  # type: ignore[index]


def test_nothing_left_says_which_filter_to_loosen() -> None:
    html = html_of(compared("?season=1&decade=2010"))
    assert "No event fits" in html["empty"]
    assert 'href="/compare' in html["empty"]


@pytest.mark.parametrize("form", ["md", "tsv", "csv"])
@pytest.mark.parametrize("by", COMPARED)
def test_the_table_can_be_taken_along(form: str, by: str) -> None:
    answer = PAGE.client.get(f"/compare.{form}?seen=all&by={by}")
    assert answer.status_code == 200
    assert ("Content-Disposition" in answer.headers) == (form == "csv")
    found = table(MANKIND, View(by=by, seen=ALL))
    text = answer.get_data(as_text=True)
    for row in found.rows:
        assert row.measure.name.replace("|", "\\|") in text
    address = f"/compare.{form}"
    if form != "csv":
        assert f'data-copies="{address}?' in html_of(compared(f"?by={by}"))["body"].replace("&amp;", "&")


@pytest.mark.parametrize("seasons", [1, 2, 12])
def test_any_number_of_seasons_is_compared(tmp_path: Path, seasons: int) -> None:
    browser = Browser(load(made(tmp_path / "set", 60, seasons=seasons)))
    for align in ALIGNS:
        html = html_of(compared(f"?align={align}", browser))
        assert "Measures" in html["body"]
        alone = "there is nothing to compare it with" in words(html["above"])
        assert alone == (seasons == 1)
    assert html_of(compared("?show=table", browser))["body"].count("<tr data-measure") > 20


def test_seasons_that_overlap_or_are_empty_are_compared(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    swap(folder, "seasons.csv", "\n2,", "\n3,Season 3,1855,1872,,,,guide,\n2,")
    html = html_of(compared("", Browser(load(folder))))
    assert "Season 3" in words(html["above"])


@pytest.mark.parametrize("path", ["/compare", "/compare.csv", "/compare.md"])
@pytest.mark.parametrize(
    "query", ["by=nobody", "season=99", "sort=%3Cscript%3E", "episode=S9E99", "align=up"]
)
def test_what_is_not_understood_is_no_error(path: str, query: str) -> None:
    assert PAGE.client.get(f"{path}?{query}").status_code == 200


def test_other_forms_of_the_table_are_nowhere() -> None:
    assert PAGES[BRASS.name].client.get("/compare").status_code == 200
    assert PAGE.client.get("/compare.pdf").status_code == 404


def test_a_number_of_people_opens_their_names() -> None:
    body = html_of(compared("?show=table"))["body"]
    deaths = body[body.index('data-measure="deaths"') :].split("</tr>")[0]
    names = re.findall(r'href="/person/([\w-]+)', deaths.split("</details>")[0])
    assert len(names) == int(words(deaths.split("</summary>")[0].split("<summary")[1].split(">", 1)[1]))
    assert all(MANKIND.people.at[name, "told_death"].startswith("S1") for name in names)


def test_a_number_of_events_leads_to_its_list() -> None:
    body = html_of(compared("?show=table"))["body"].replace("&amp;", "&")
    row = body[body.index('data-measure="told-montage"') :].split("</tr>")[0]
    goes = re.findall(r'href="/(\?[^"]+)"', row)
    (second, *_) = [View.parse(each, MANKIND)[0] for each in goes if "season=2" in each]
    share = len(select(MANKIND, second)) / len(select(MANKIND, View(season=(2,))))
    assert f"{share:.0%}" in words(row)


def test_nobody_is_first_where_the_dates_leave_it_open() -> None:
    rows = {row.measure.id: row for row in table(MANKIND, View()).rows}
    assert not any(cell.highest for cell in rows["middle"].cells)
    alone = {row.measure.id: row for row in table(MANKIND, View(season=(2, 4))).rows}
    assert not any(cell.highest for cell in alone["span"].cells)
    assert rows["span"].cells[0].highest
