"""The page of two histories in a real browser: at every width, in both themes, by keyboard."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.looking import DESK, PHONE, Open, at, mark_of

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("path", "size", "theme"),
    [
        ("/histories", DESK, "light"),
        ("/histories?view=distance&event=cobb-finds-lunar-ice", DESK, "dark"),
        ("/histories?view=lead", DESK, "light"),
        ("/histories?view=world&at=1983-06", DESK, "dark"),
        ("/histories?view=world&at=1995-06", PHONE, "light"),
        ("/histories", PHONE, "dark"),
        ("/histories?show=picture", (320, 700), "light"),
    ],
)
def test_it_bars_nobody(open_page: Open, path: str, size: tuple[int, int], theme: str) -> None:
    page = open_page(path, *size, theme=theme).page
    expect(page.locator("#above h2")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    found = Axe().run(page).response["violations"]
    assert [each["id"] for each in found if each["impact"] in {"serious", "critical"}] == []


def test_it_is_switched_pointed_at_and_walked(open_page: Open) -> None:
    page = open_page("/histories?importance=1").page
    page.mouse.click(*mark_of(page, "cobb-finds-lunar-ice"))
    expect(page.locator("#card-title")).to_have_text("Molly Cobb finds ice inside Shackleton Crater")
    page.get_by_role("radio", name="By distance").click()
    expect(page.locator("#page")).to_have_class(
        "page is-histories is-distance shows-picture with-filters with-card"
    )
    assert at(page) == "/histories?importance=1&event=cobb-finds-lunar-ice&seen=all&view=distance"
    entry = page.locator("#entry-cobb-finds-lunar-ice")
    entry.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("#card-title")).not_to_have_text("Molly Cobb finds ice inside Shackleton Crater")


def test_a_month_is_reached_without_dragging(open_page: Open) -> None:
    page = open_page("/histories?view=world&at=1983-06").page
    heading = page.locator(".month h2")
    expect(heading).to_have_text("The world in June 1983")
    page.focus("#slider-at")
    page.keyboard.press("ArrowRight")
    expect(heading).to_have_text("The world in July 1983")
    expect(page.locator("#slider-at")).to_be_focused()
    page.locator("#at").focus()
    for key in ("5", "ArrowRight", "1", "9", "7", "4"):
        page.keyboard.press(key)
    expect(heading).to_have_text("The world in May 1974")
    page.get_by_role("link", name="Next difference").click()
    expect(heading).to_have_text("The world in July 1974")
    page.go_back()
    expect(heading).to_have_text("The world in May 1974")
    page.locator("#kind-theirs a").first.click()
    expect(page.locator("#card-title")).to_be_visible()
    assert "view=world&at=1974-05" in at(page)
    page.locator("#at").focus()
    for key in ("5", "ArrowRight", "2", "0", "3", "0"):
        page.keyboard.press(key)
    page.focus("#slider-at")
    expect(page.locator(".elsewhere")).to_contain_text("May 2030 lies beyond what is known here")
    expect(page.locator("#at")).to_have_value("2012-12")
