"""Reading in a real browser: the list by keyboard alone, pages, table, phone, paper."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.looking import DESK, LEONOV, PHONE, Open, answers, at, settle
from tests.sets import MANKIND
from timeline.query import select
from timeline.view import View

pytestmark = pytest.mark.browser
ED = "/person/edward-baldwin"


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id"))


def tab_to(page: Page, place: str) -> None:
    """Press Tab until something inside a place has the focus."""
    for _ in range(200):
        if page.evaluate(f"document.activeElement.closest('{place}') !== null"):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"no Tab leads to {place}")


def test_a_reader_filters_finds_opens_and_steps_by_keyboard_alone(open_page: Open) -> None:
    page = open_page("/").page
    view = View(season=(1,))
    tab_to(page, "#filters")
    while focused(page) != "season-1":
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    settle(page, view)
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("moon")
    view = view.but(q="moon")
    settle(page, view)
    listed_is_walked_and_opened(page, view)


def listed_is_walked_and_opened(page: Page, view: View) -> None:
    events, titles = (select(MANKIND, view)[column].tolist() for column in ("id", "headline"))
    tab_to(page, "#listing")
    assert focused(page) == f"entry-{events[0]}"
    for key, place in (("ArrowDown", 1), ("ArrowRight", 2), ("ArrowUp", 1), ("End", -1), ("Home", 0)):
        page.keyboard.press(key)
        assert focused(page) == f"entry-{events[place]}"
    page.keyboard.press("Tab")
    assert not focused(page).startswith("entry-"), "the list is one stop"
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    settle(page, view.but(event=events[1]))
    expect(page.locator("#card-title")).to_be_focused()
    page.keyboard.press("ArrowRight")
    settle(page, view.but(event=events[2]))
    expect(page.locator("#card-title")).to_have_text(titles[2])
    page.keyboard.press("Escape")
    settle(page, view)
    expect(page.locator(f"#entry-{events[2]}")).to_be_focused()


def test_shortcuts_are_shown_switched_off_and_stay_off(open_page: Open) -> None:
    page = open_page("/?importance=1").page
    page.keyboard.press("?")
    expect(page.locator("#help-keys")).to_be_in_viewport()
    page.uncheck("#shortcuts")
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.locator("#help")).to_be_hidden()
    page.reload(wait_until="networkidle")
    page.keyboard.press("/")
    expect(page.locator("#q")).not_to_be_focused()
    page.get_by_role("button", name="Help").click()
    expect(page.locator("#shortcuts")).not_to_be_checked()


def test_a_choice_in_the_list_is_one_in_the_picture_and_back(open_page: Open) -> None:
    page = open_page("/?importance=1", 1920, 1080).page
    page.click(f"#entry-{LEONOV}")
    settle(page, View(importance=1, event=LEONOV))
    expect(page.locator("#listing [aria-current]")).to_have_id(f"entry-{LEONOV}")
    expect(page.locator("#listing [aria-current]")).to_be_in_viewport()
    name = "Alexei Leonov is the first human on the Moon, 26 June 1969, Season 1"
    expect(page.get_by_role("link", name=name)).to_have_count(1)
    for level, heading in ((3, "Season 1"), (4, "1960s")):
        expect(
            page.locator("#listing").get_by_role("heading", level=level, name=heading).first
        ).to_be_visible()
    picture, listing = page.locator(".picture").bounding_box(), page.locator("#listing").bounding_box()
    assert picture is not None
    assert listing is not None
    assert picture["x"] + picture["width"] <= listing["x"] + 1


def test_back_and_forward_cross_pages(open_page: Open) -> None:
    page = open_page(f"/?season=1&event={LEONOV}").page
    asked = answers(page)
    page.click("#card a[title='About Alexei Leonov']")
    expect(page.locator("#toolbar h2")).to_have_text("Alexei Leonov")
    assert at(page) == "/person/alexei-leonov?season=1&seen=all"
    expect(page.locator("main")).to_be_focused()
    expect(page).to_have_title(f"Alexei Leonov - {MANKIND.title}")
    page.get_by_role("link", name="Now", exact=True).click()
    expect(page.locator("#toolbar h2")).to_contain_text("It is")
    page.select_option("#seen", "S2E01")
    expect(page.locator("#toolbar h2")).to_have_text("It is 1983")
    assert len(asked) == 3, "another page, and another gate, is one answer each"
    page.go_back()
    page.go_back()
    expect(page.locator("#toolbar h2")).to_have_text("Alexei Leonov")
    page.go_back()
    settle(page, View(season=(1,), event=LEONOV))
    page.go_forward()
    expect(page.locator("#toolbar h2")).to_have_text("Alexei Leonov")


def test_the_tables_script_comes_with_the_first_table_alone(open_page: Open) -> None:
    page = open_page("/?season=1").page
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    assert not page.evaluate("'dash_ag_grid' in window")
    page.click("label:has(#show-table)")
    expect(page.locator("#grid .ag-row").first).to_be_visible()
    assert len([url for url in asked if "dash_ag_grid" in url]) == 2
    count = len(select(MANKIND, View(season=(1,))))
    expect(page.locator("#grid [role='grid'], #grid [role='treegrid']")).to_have_attribute(
        "aria-rowcount", str(count + 1)
    )
    page.get_by_role("columnheader", name="Event").click()
    first = min(select(MANKIND, View(season=(1,)))["headline"], key=str.casefold)
    expect(page.locator("#grid [row-index='0'] a")).to_have_text(first)
    page.click("summary:has-text('Columns')")
    page.uncheck("#column-category")
    expect(page.get_by_role("columnheader", name="Category")).to_have_count(0)
    page.locator("#grid [row-index='0'] a").click()
    expect(page.locator("#card-title")).to_have_text(first)
    expect(page.get_by_role("columnheader", name="Category")).to_have_count(0)


@pytest.mark.parametrize(("size", "theme"), [(PHONE, "light"), (DESK, "dark")], ids=str)
def test_no_page_has_a_fault_that_axe_knows(open_page: Open, size: tuple[int, int], theme: str) -> None:
    visit = open_page("/now", *size, theme=theme)
    paths = ["/now?seen=S2E03", ED, f"{ED}?event=apollo-10-dress-rehearsal", f"/?event={LEONOV}&show=list"]
    found = []
    for path in [*paths, "/?show=table&season=1", "/?season=1"]:
        page = visit.go(path).page
        if "table" in path:
            expect(page.locator("#grid .ag-row").first).to_be_visible()
        found += [(path, *fault) for fault in faults(page)]
    if size == PHONE:
        visit.page.get_by_role("button", name="Filters").click()
        found += [("filters", *fault) for fault in faults(visit.page)]
    assert not found


def faults(page: Page) -> list[tuple[str, list[str]]]:
    found = Axe().run(page).response["violations"]
    return [(each["id"], [node["html"][:150] for node in each["nodes"][:2]]) for each in found]


@pytest.mark.parametrize("path", ["/now", ED, "/?show=table"])
def test_nothing_scrolls_sideways_at_400_percent(open_page: Open, path: str) -> None:
    page = open_page(path, 320, 640).page
    for width in (320, 480, 720, 1000):
        page.set_viewport_size({"width": width, "height": 640})
        page.wait_for_load_state("networkidle")
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("show", ["picture", "list", "table"])
def test_paper_gets_the_whole_selection(open_page: Open, show: str) -> None:
    page = open_page(f"/?season=1&show={show}").page
    page.emulate_media(media="print")
    count = len(select(MANKIND, View(season=(1,))))
    expect(page.locator(".entry:visible")).to_have_count(count)
    for hidden in (".picture", "#filters", "#asked", "#seen"):
        expect(page.locator(hidden)).to_be_hidden()
    assert page.evaluate(
        "document.documentElement.scrollHeight > 30 * document.querySelectorAll('.entry').length"
    )


def test_a_swipe_that_starts_on_the_picture_scrolls_the_page(open_page: Open) -> None:
    page = open_page("/?show=picture", *PHONE).page
    page.context.new_cdp_session(page).send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    page.reload(wait_until="networkidle")
    page.wait_for_selector(".scatterlayer .point", state="attached")
    session = page.context.new_cdp_session(page)
    where = {"x": 180, "y": 620}
    assert page.evaluate(
        "([x, y]) => !!document.elementFromPoint(x, y).closest('.picture')", list(where.values())
    )
    session.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [where]})
    for step in range(1, 10):
        moved = [{"x": where["x"], "y": where["y"] - 30 * step}]
        session.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": moved})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.wait_for_function("window.scrollY > 100")
    assert re.fullmatch(r"/\?show=picture", at(page)), "and sets no window"
