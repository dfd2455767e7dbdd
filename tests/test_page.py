"""The page in a real browser: every act shows in the address, and the address brings everything back."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.looking import LEONOV, Open, at, mark_of, settle
from tests.sets import MANKIND
from timeline.query import heading
from timeline.view import View

pytestmark = pytest.mark.browser


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
    stage, picture = (
        page.locator("#stage").bounding_box(),
        page.locator("#picture .js-plotly-plot").bounding_box(),
    )
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
    x, y = mark_of(page, LEONOV)
    page.mouse.move(x + 40, y + 60)
    page.mouse.down()
    page.mouse.move(x + 180, y + 60, steps=4)
    page.mouse.up()
    expect(page.locator("#from")).not_to_have_value("")
    expect(page.locator("#to")).not_to_have_value("")
    page.click("a[aria-label='All of time']")
    settle(page, View())


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


def test_an_unknown_page_leads_home(open_page: Open) -> None:
    visit = open_page("/nothing")
    assert "404" in " ".join(visit.said)
    visit.said.clear()
    visit.page.get_by_role("link", name="To the timeline").click()
    settle(visit.page, View())
