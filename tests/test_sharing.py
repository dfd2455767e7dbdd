"""The share menu in a real browser: by keyboard, copied, at every size, and of what is seen now."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.looking import DESK, PHONE, Open, settle
from timeline.view import View

pytestmark = pytest.mark.browser


def test_it_opens_and_closes_by_keyboard_and_gives_the_focus_back(open_page: Open) -> None:
    page = open_page("/?season=1", seen="S2E05").page
    page.focus("#shares")
    page.keyboard.press("Enter")
    menu = page.get_by_role("dialog", name="Share")
    expect(menu).to_be_visible()
    expect(menu).to_contain_text("Shows up to S2E05.")
    expect(page.get_by_role("button", name="Close")).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(page.locator("#shares")).to_be_focused()


def test_what_is_copied_is_the_view_that_is_seen_now(open_page: Open) -> None:
    visit = open_page("/", seen="S2E05")
    page = visit.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.check("#season-2")
    page.wait_for_url("**/?season=2&seen=S2E05")
    page.click("#shares")
    page.get_by_role("button", name="Copy: Address").click()
    expect(page.locator("#copied")).to_have_text("Copied.")
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == f"{visit.home}/?season=2&seen=S2E05"
    page.get_by_role("button", name="Close").click()
    page.check("#season-1")
    page.wait_for_url("**/?season=1,2&seen=S2E05")
    page.click("#shares")
    expect(page.locator("#share-link")).to_have_value(f"{visit.home}/?season=1,2&seen=S2E05")


def test_a_text_is_copied_where_there_is_no_clipboard(open_page: Open) -> None:
    page = open_page("/").page
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.click("#shares")
    page.get_by_role("button", name="Copy: Frame").click()
    expect(page.locator("#copied")).to_have_text("Copied.")
    expect(page.get_by_role("button", name="Copy: Frame")).to_be_focused()
    page.get_by_role("button", name="Copy the picture").click()
    expect(page.locator("#copied")).to_contain_text("download the PNG instead")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=str)
def test_it_bars_nobody(open_page: Open, size: tuple[int, int], theme: str) -> None:
    page = open_page("/?season=1&show=picture", *size, theme=theme).page
    settle(page, View(season=(1,), show="picture"))
    page.click("#shares")
    expect(page.locator("#share")).to_be_visible()
    found = Axe().run(page).response["violations"]
    assert [each["id"] for each in found if each["impact"] in {"serious", "critical"}] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    assert page.evaluate("document.getElementById('share').scrollWidth") <= size[0] - 24
    small = page.evaluate(
        """() => [...document.querySelectorAll('#share a, #share button')]
            .filter((each) => each.offsetParent && each.getBoundingClientRect().height < 24).length"""
    )
    assert small == 0
