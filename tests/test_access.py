"""The page for everybody: by keyboard, at every size, in both themes, and for those who listen."""

from __future__ import annotations

import re
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.looking import DESK, LEONOV, PHONE, TABLET, Open, settle
from tests.sets import MANKIND
from timeline.query import heading, select
from timeline.view import View

pytestmark = pytest.mark.browser


# -- by keyboard


def test_focus_stays_on_what_was_used(open_page: Open) -> None:
    page = open_page("/").page
    for facet, value in (("season", 1), ("person", "margo-madison"), ("category", "politics")):
        page.focus(f"#{facet}-{value}")
        page.keyboard.press("Space")
        settle(page, View().but(**{facet: (value,)}))
        expect(page.locator(f"#{facet}-{value}")).to_be_focused()
        page.keyboard.press("Space")
        settle(page, View())
        expect(page.locator(f"#{facet}-{value}")).to_be_focused()
    page.focus("#scale-story")
    page.keyboard.press("ArrowRight")
    settle(page, View(scale="calendar"))
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


# -- every size and both themes


@pytest.mark.parametrize(
    "path", ["/", f"/?event={LEONOV}", "/?show=picture", "/?show=list&q=moon&season=1,2,3,4", "/compare"]
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


@pytest.mark.parametrize(
    ("size", "theme"), [(PHONE, "dark"), (TABLET, "light"), (DESK, "light"), (DESK, "dark")], ids=str
)
def test_nothing_bars_anybody(open_page: Open, size: tuple[int, int], theme: str) -> None:
    visit = open_page("/", *size, theme=theme)
    for path in (
        "/",
        f"/?event={LEONOV}&our=1",
        "/?show=list&season=1",
        "/compare",
        "/compare?by=person&show=table",
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
    settle(page, View(theme=other))
    page.click(f"a[title='Switch to the {system} theme']")
    expect(html).to_have_attribute("data-scheme", system)
    settle(page, View())


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
