"""The page in a real browser: it can be used by hand and by keyboard, found again, and heard."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.sets import MANKIND
from tests.visit import Visit
from timeline.query import heading, select
from timeline.view import View

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]
PHONE, TABLET, DESK = (360, 740), (820, 1180), (1440, 900)
LEONOV = "leonov-walks-on-moon"


def at(page: Page) -> str:
    """Return the page's address without the server's name."""
    return re.sub(r"^https?://[^/]+", "", page.url)


def settle(page: Page, view: View) -> None:
    """Wait until the page shows what a View asks for: address and count."""
    query = view.to_query()
    expect(page).to_have_url(re.compile(re.escape(f"/?{query}" if query else "/") + "$"))
    expect(page.locator("#toolbar h2 b")).to_have_text(heading(MANKIND, view)[0])


def mark_of(page: Page, event: str) -> tuple[float, float]:
    """Return where the mark of an event stands in the window."""
    x, y = page.evaluate(
        """(event) => {
            const graph = document.querySelector('.js-plotly-plot');
            const trace = graph._fullData.find((each) => (each.ids || []).includes(event));
            const mark = trace.ids.indexOf(event);
            const box = graph.getBoundingClientRect();
            return [box.left + trace.x[mark], box.top + trace.y[mark]];
        }""",
        event,
    )
    return float(x), float(y)


def answers(page: Page) -> list[str]:
    """Return a list that grows with each answer that the page asks for."""
    asked: list[str] = []

    def count(url: str) -> None:
        asked.extend([url] if "update-component" in url else [])

    page.on("request", lambda request: count(request.url))
    return asked


# -- state is the address


def test_back_forward_reload_and_a_pasted_link_give_the_same_view(open_page: Open) -> None:
    visit = open_page("/")
    page = visit.page
    steps = [View()]

    def then(**change: Any) -> None:
        steps.append(steps[-1].but(**change))
        settle(page, steps[-1])

    page.check("#season-1")
    then(season=(1,))
    page.check("#category-politics")
    then(category=("politics",))
    page.select_option("#lanes", "person")
    then(lanes="person")
    page.fill("#q", "nixon")
    then(q="nixon")
    for view in reversed(steps[:-1]):
        page.go_back()
        settle(page, view)
    for view in steps[1:]:
        page.go_forward()
        settle(page, view)
    page.reload(wait_until="networkidle")
    settle(page, steps[-1])
    assert page.input_value("#q") == "nixon"
    assert page.is_checked("#season-1")
    settle(open_page(at(page)).page, steps[-1])


def test_another_spelling_of_a_view_does_not_trap_back(open_page: Open) -> None:
    page = open_page("/?season=2").page
    page.goto(page.url.replace("season=2", "season=3,1&scale=story"), wait_until="networkidle")
    assert at(page) == "/?season=3,1&scale=story"
    page.go_back(wait_until="networkidle")
    settle(page, View(season=(2,)))


def test_quick_clicks_all_count(open_page: Open) -> None:
    page = open_page("/").page
    page.evaluate("for (const n of [1, 2, 3]) document.getElementById(`season-${n}`).click()")
    settle(page, View(season=(1, 2, 3)))


def test_a_mark_is_chosen_by_a_click_and_left_by_escape(open_page: Open) -> None:
    page = open_page("/?importance=1").page
    for _ in range(2):
        page.mouse.click(*mark_of(page, LEONOV))
        settle(page, View(importance=1, event=LEONOV))
        expect(page.locator("#card-title")).to_contain_text("Leonov")
        page.keyboard.press("Escape")
        settle(page, View(importance=1))
        expect(page.locator("#card")).to_be_hidden()


def test_a_card_that_opens_needs_one_answer(open_page: Open) -> None:
    page = open_page("/").page
    asked: list[str] = []
    page.on(
        "request", lambda request: asked.append(request.url) if "update-component" in request.url else None
    )
    page.mouse.click(*mark_of(page, LEONOV))
    expect(page.locator("#card-title")).to_be_visible()
    page.wait_for_timeout(600)
    assert len(asked) == 1
    stage, picture = page.locator("#stage").bounding_box(), page.locator(".js-plotly-plot").bounding_box()
    assert stage is not None
    assert picture is not None
    assert picture["width"] <= stage["width"]


def test_the_first_view_needs_one_answer(open_page: Open) -> None:
    visit = open_page("/?q=zzzz")
    asked: list[str] = []
    visit.page.on(
        "request", lambda request: asked.append(request.url) if "update-component" in request.url else None
    )
    visit.go("/?season=1,2")
    visit.page.wait_for_timeout(400)
    assert len(asked) == 1


def test_a_drag_along_the_picture_sets_the_window(open_page: Open) -> None:
    page = open_page("/").page
    page.mouse.move(560, 560)
    page.mouse.down()
    page.mouse.move(700, 560, steps=4)
    page.mouse.up()
    expect(page.locator("#from")).not_to_have_value("")
    expect(page.locator("#to")).not_to_have_value("")
    page.click("a[aria-label='All of time']")
    settle(page, View())


# -- by keyboard


def test_focus_stays_on_what_was_used(open_page: Open) -> None:
    page = open_page("/").page
    for control in ("#season-1", "#person-margo-madison", "#season-1"):
        page.focus(control)
        page.keyboard.press("Space")
        page.wait_for_load_state("networkidle")
        expect(page.locator(control)).to_be_focused()
    page.focus("#scale-story")
    page.keyboard.press("ArrowRight")
    settle(page, View(person=("margo-madison",), scale="calendar"))
    expect(page.locator("#scale-calendar")).to_be_focused()


def test_the_overview_moves_by_keyboard(open_page: Open) -> None:
    page = open_page("/").page
    page.focus("#slider-from")
    for _ in range(4):
        page.keyboard.press("PageUp")
    expect(page.locator("#from")).not_to_have_value("")
    year = page.input_value("#from")[:4]
    expect(page.locator("#slider-from")).to_have_attribute("aria-valuetext", re.compile(year))
    handle, frame = page.locator("#slider-from").bounding_box(), page.locator(".sliders").bounding_box()
    assert handle is not None
    assert frame is not None
    assert handle["y"] == pytest.approx(frame["y"], abs=1)


def test_arrows_go_from_event_to_event(open_page: Open) -> None:
    events = select(MANKIND, View(season=(1,)))
    ids, titles = events["id"].tolist(), events["headline"].tolist()
    page = open_page(f"/?season=1&event={ids[3]}").page
    for key, place in (("ArrowRight", 4), ("ArrowRight", 5), ("ArrowLeft", 4)):
        page.keyboard.press(key)
        settle(page, View(season=(1,), event=ids[place]))
        expect(page.locator("#card-title")).to_have_text(titles[place])


def test_the_first_tab_skips_to_the_timeline(open_page: Open) -> None:
    page = open_page("/").page
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_the_help_opens_closes_and_gives_the_focus_back(open_page: Open) -> None:
    page = open_page("/").page
    page.get_by_role("button", name="Help").click()
    expect(page.get_by_role("dialog", name="Help")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Help")).to_be_hidden()
    expect(page.get_by_role("button", name="Help")).to_be_focused()


# -- filters


def test_a_name_is_found_in_a_long_facet_without_accents(open_page: Open) -> None:
    page = open_page("/").page
    page.fill("#find-person", "KUZNÉTSOV")
    rows = page.locator("#facet-person label:visible")
    expect(rows).to_have_count(1)
    rows.first.click()
    settle(page, View(person=("grigory-kuznetsov",)))
    page.click("a[aria-label='Clear person']")
    settle(page, View())


def test_a_notice_is_seen_and_dismissed(open_page: Open) -> None:
    page = open_page("/?scale=banana&season=1").page
    expect(page.locator(".notice")).to_contain_text("banana")
    page.click(".notice button")
    expect(page.locator(".notice")).to_have_count(0)
    settle_count = heading(MANKIND, View(season=(1,)))[0]
    expect(page.locator("#toolbar h2 b")).to_have_text(settle_count)


def test_an_empty_selection_offers_a_way_out(open_page: Open) -> None:
    page = open_page("/?season=1&q=zzzz").page
    page.get_by_role("link", name="Drop the search filter").click()
    settle(page, View(season=(1,)))
    expect(page.locator("#q")).to_have_value("")


def test_clear_all_is_one_act(open_page: Open) -> None:
    page = open_page("/?season=1&person=margo-madison&q=moon&from=1969&scale=calendar").page
    page.get_by_role("link", name="Clear all", exact=True).click()
    settle(page, View(scale="calendar"))


def test_the_gate_hides_what_is_not_watched(open_page: Open) -> None:
    page = open_page("/").page
    page.select_option("#seen", "S1E03")
    expect(page.locator("#toolbar h2 b")).to_have_text(heading(MANKIND.until("S1E03"), View())[0])
    assert "Season 2" not in page.locator("#page").inner_text()


# -- every size and both themes


@pytest.mark.parametrize(
    "path", ["/", f"/?event={LEONOV}", "/?show=picture", "/?show=list&q=moon&season=1,2,3,4"]
)
def test_the_page_never_scrolls_sideways(open_page: Open, path: str) -> None:
    page = open_page(path, width=360, height=800).page
    for width in (360, 390, 700, 820, 1000, 1440, 2560):
        page.set_viewport_size({"width": width, "height": 800})
        page.wait_for_load_state("networkidle")
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_phone_lists_filters_and_shows_a_card(open_page: Open) -> None:
    page = open_page("/", *PHONE).page
    expect(page.locator(".entry")).to_have_count(len(MANKIND.events))
    page.get_by_role("button", name="Filters").click()
    page.check("#season-2")
    page.get_by_role("button", name=re.compile("^Show ")).click()
    settle(page, View(season=(2,)))
    expect(page.locator("#filters")).to_be_hidden()
    page.locator(".entry").first.click()
    expect(page.locator("#card-title")).to_be_focused()
    page.get_by_role("link", name="Close the card").click()
    settle(page, View(season=(2,)))


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, TABLET, DESK], ids=str)
def test_nothing_bars_anybody(open_page: Open, size: tuple[int, int], theme: str) -> None:
    visit = open_page("/", *size, theme=theme)
    for path in (
        "/",
        f"/?event={LEONOV}&our=1",
        "/?show=list&season=1",
        "/?q=zzzz",
        "/?scale=banana&importance=1",
    ):
        found = Axe().run(visit.go(path).page).response["violations"]
        serious = [
            (path, each["id"], node["target"], node.get("failureSummary", "")[:200])
            for each in found
            if each["impact"] in {"serious", "critical"}
            for node in each["nodes"][:3]
        ]
        assert not serious


@pytest.mark.parametrize("size", [PHONE, DESK], ids=str)
def test_targets_are_large_and_text_is_legible(open_page: Open, size: tuple[int, int]) -> None:
    page = open_page(f"/?event={LEONOV}&season=1", *size).page
    small = page.evaluate(
        """() => [...document.querySelectorAll('#page a, #page button, #page select, #page label')]
            .filter((each) => each.offsetParent && !each.closest('p, li, .sources'))
            .filter((each) => each.getBoundingClientRect().height < 24)
            .map((each) => each.outerHTML.slice(0, 90))"""
    )
    assert small == []
    tiny = page.evaluate(
        """() => [...document.querySelectorAll('body *')]
            .filter((each) => [...each.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
            .filter((each) => each.offsetParent)
            .filter((each) => parseFloat(getComputedStyle(each).fontSize) < 12)
            .map((each) => each.outerHTML.slice(0, 90))"""
    )
    assert tiny == []


@pytest.mark.parametrize("system", ["light", "dark"])
def test_the_theme_follows_the_system_until_it_is_chosen(open_page: Open, system: str) -> None:
    page = open_page("/", theme=system).page
    html = page.locator("html")
    expect(html).to_have_attribute("data-scheme", system)
    other = "dark" if system == "light" else "light"
    page.click(f"a[title='Switch to the {other} theme']")
    expect(html).to_have_attribute("data-scheme", other)
    assert at(page) == f"/?theme={other}"
    page.click(f"a[title='Switch to the {system} theme']")
    expect(html).to_have_attribute("data-scheme", system)
    assert at(page) == "/"


def test_the_page_has_one_title_and_named_landmarks(open_page: Open) -> None:
    page = open_page(f"/?season=1&event={LEONOV}").page
    count = heading(MANKIND, View(season=(1,)))[0]
    expect(page).to_have_title(f"{count} · Season 1, by place - {MANKIND.title}")
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    landmarks: list[tuple[Any, str | None]] = [
        ("banner", None),
        ("main", None),
        ("navigation", "Pages"),
        ("navigation", "Ready questions"),
        ("navigation", "Neighbours"),
        ("complementary", "Filters"),
        ("complementary", "Chosen event"),
    ]
    for role, name in landmarks:
        expect(page.get_by_role(role, name=name)).to_have_count(1)
    expect(page.get_by_role("status").first).to_have_text(f"{count}: Season 1, by place")


def test_an_unknown_page_leads_home(open_page: Open) -> None:
    visit = open_page("/nothing")
    assert "404" in " ".join(visit.said)
    visit.said.clear()
    visit.page.get_by_role("link", name="To the timeline").click()
    settle(visit.page, View())
