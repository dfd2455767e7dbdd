"""The spoiler gate in a real browser: asked once, remembered, changed in one act, raised by nobody else."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.looking import DESK, PHONE, Open, at
from tests.sets import MANKIND
from timeline.query import heading
from timeline.view import View

pytestmark = pytest.mark.browser


def shows(page: Page, seen: str) -> None:
    """Wait until the page shows as many events as that episode allows, and says the episode."""
    expect(page.locator("#toolbar h2 b")).to_have_text(heading(MANKIND.until(seen), View())[0])
    expect(page.locator("#seen")).to_have_value(seen)


def test_it_is_asked_once_and_remembered(open_page: Open) -> None:
    visit = open_page("/", seen="")
    page = visit.page
    expect(page.get_by_role("heading", name="How far have you watched?")).to_be_visible()
    assert "Season 2" not in page.locator("body").inner_text()
    page.get_by_role("button", name="A later season").click()
    page.get_by_role("button", name="Season 2, episode 5").click()
    shows(page, "S2E05")
    expect(page.locator(".question")).to_have_count(0)
    assert at(page) == "/?seen=S2E05"
    visit.go("/")
    shows(page, "S2E05")
    expect(page.locator(".question")).to_have_count(0)
    page.select_option("#seen", "S2E06")
    shows(page, "S2E06")
    page.select_option("#seen", "more")
    page.get_by_role("button", name="Season 3, episode 1", exact=True).click()
    shows(page, "S3E01")


def test_a_link_shows_more_only_when_told_to(open_page: Open) -> None:
    page = open_page("/?seen=S4E10", seen="S2E05").page
    shows(page, "S2E05")
    expect(page.locator(".notice")).to_contain_text(
        "This link shows up to S4E10; you have watched up to S2E05."
    )
    page.get_by_role("button", name="Show it").click()
    shows(page, "S4E10")
    expect(page.locator(".notice")).to_have_count(0)
    page.reload(wait_until="networkidle")
    shows(page, "S4E10")


@pytest.mark.parametrize("size", [PHONE, DESK], ids=str)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_question_bars_nobody(open_page: Open, size: tuple[int, int], theme: str) -> None:
    visit = open_page("/?seen=S2E05", *size, theme=theme, seen="")
    page = visit.page
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    found = Axe().run(page).response["violations"]
    assert [each["id"] for each in found if each["impact"] in {"serious", "critical"}] == []
    for button in page.locator(".question button").all():
        box = button.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24
