"""The comparison in a browser: people behind one act, the table to the clipboard, marks that open cards."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.looking import Open, mark_of

pytestmark = pytest.mark.browser

ELECTED = "kennedy-wins-1972-election"


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
    assert "| Time: In-world span |" in text


def test_a_mark_opens_the_card(open_page: Open) -> None:
    page = open_page("/compare", width=1440, height=1400).page
    page.wait_for_selector("#second .point", state="attached")
    page.mouse.click(*mark_of(page, ELECTED))
    page.wait_for_url(f"**/compare?event={ELECTED}")
    expect(page.locator("#card-title")).to_be_visible()


def test_back_leads_to_where_the_reader_stood(open_page: Open) -> None:
    page = open_page("/compare").page
    page.wait_for_selector("#second .point", state="attached")
    page.locator("#body [data-measure='weighty'] td a").first.click()
    page.wait_for_url("**show=list*")
    expect(page.locator("#listing .entry").first).to_be_visible()
    assert page.evaluate("document.getElementById('stage').scrollTop") == 0
    page.go_back()
    expect(page.locator("#body [data-measure='weighty'] td a").first).to_be_in_viewport()
