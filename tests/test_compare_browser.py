"""The comparison in a browser: people behind one act, the table to the clipboard, and texts that stand apart."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.looking import Open

pytestmark = pytest.mark.browser


def test_the_others_come_and_stay_while_the_page_changes(open_page: Open) -> None:
    page = open_page("/compare").page
    rest = page.locator("#above .rest tr").first
    expect(rest).to_be_hidden()
    page.click("#above .more-people summary")
    expect(rest).to_be_visible()
    page.click("label:has(#align-years)")
    page.wait_for_url("**align=years*")
    expect(rest).to_be_visible()


def test_the_table_goes_to_the_clipboard(open_page: Open) -> None:
    page = open_page("/compare?season=1,2").page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.click("#body [data-copies*='compare.md']")
    expect(page.locator("#body [data-copies*='compare.md']")).to_have_text("Copied")
    expect(page.locator("#status")).to_have_text("Copied")
    text = page.evaluate("navigator.clipboard.readText()")
    assert text.startswith("|  | Season 1 | Season 2 |")
    assert "| In-world span |" in text


def test_a_mark_opens_the_card_and_a_number_its_list(open_page: Open) -> None:
    page = open_page("/compare").page
    page.wait_for_selector("#second .point")
    page.locator("#picture .point").first.dispatch_event("mousemove")
    box = page.locator("#picture .point").nth(3).bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url("**/compare?event=*")
    expect(page.locator("#card-title")).to_be_visible()
