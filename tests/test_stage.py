"""A presentation in the browser: keys, a clicker, clicks, full screen, and the notes' window."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.looking import Open, at
from tests.sets import MANKIND
from timeline.story import stories
from timeline.view import View

pytestmark = pytest.mark.browser
STORY = "/story/how-it-begins"
TITLES = [each.title for each in stories(MANKIND, View())[0].scenes]


def on(page: Page, number: int) -> None:
    """Wait until a scene of the story is on the stage."""
    page.wait_for_url(f"**{STORY}/{number}?*")
    expect(page.locator("#body h1")).to_have_text(TITLES[number - 1])
    expect(page.locator("#progress b")).to_have_text(f"{number} / 4")


def test_keys_and_a_clicker_lead_through_a_story(open_page: Open) -> None:
    page = open_page(f"{STORY}/1?present=1", 1280, 720).page
    on(page, 1)
    steps = [("ArrowRight", 2), (" ", 3), ("PageDown", 4), ("ArrowRight", 4), ("PageUp", 3), ("Shift+ ", 2)]
    steps += [("End", 4), ("Home", 1), ("ArrowDown", 2), ("ArrowUp", 1), ("Enter", 2), ("Backspace", 1)]
    for key, number in steps:
        page.keyboard.press(key)
        on(page, number)
    page.go_back()
    on(page, 2)
    page.reload()
    on(page, 2)
    page.keyboard.press("Escape")
    page.wait_for_url(lambda url: "present" not in url)
    assert at(page).startswith(f"{STORY}/2")
    expect(page.locator("#toolbar h2")).to_have_text(TITLES[1])


def test_clicks_swipes_and_buttons_lead_on(open_page: Open) -> None:
    page = open_page(f"{STORY}/1?present=1", 1280, 720).page
    on(page, 1)
    page.mouse.click(900, 300)
    on(page, 2)
    page.mouse.click(40, 300)
    on(page, 1)
    page.mouse.move(500, 500)
    page.get_by_role("link", name="Next scene").click()
    on(page, 2)
    for start, end, number in ((900, 300, 3), (300, 900, 2)):
        for kind, x in (("pointerdown", start), ("pointerup", end)):
            page.locator("#stage").dispatch_event(
                kind,
                {"pointerType": "touch", "isPrimary": True, "clientX": x, "clientY": 300, "bubbles": True},
            )
        on(page, number)


def test_the_picture_fills_the_window_and_the_screen_can_be_black(open_page: Open) -> None:
    page = open_page("/", 1024, 768).page
    page.wait_for_selector("#picture .point")
    page.keyboard.press("p")
    page.wait_for_selector(".presenting #picture .point")
    expect(page.locator("#picture .main-svg").first).to_have_attribute("width", re.compile(r"102[0-9]"))
    box = page.locator("#picture").bounding_box()
    assert box is not None
    assert box["width"] > 1000
    assert box["height"] > 740
    expect(page.locator("header")).to_be_hidden()
    page.keyboard.press("b")
    expect(page.locator("html")).to_have_class(re.compile("blank"))
    page.keyboard.press(".")
    expect(page.locator("html")).not_to_have_class(re.compile("blank"))
    page.keyboard.press("f")
    page.wait_for_function("document.fullscreenElement !== null")
    page.keyboard.press("f")
    page.wait_for_function("document.fullscreenElement === null")
    page.keyboard.press("Escape")
    expect(page.locator("header")).to_be_visible()


def test_notes_are_kept_in_step_in_a_second_window(open_page: Open) -> None:
    page = open_page(f"{STORY}/1?present=1", 1280, 720).page
    on(page, 1)
    with page.expect_popup() as opening:
        page.keyboard.press("n")
    second = opening.value
    scenes = stories(MANKIND, View())[0].scenes
    for number, press in ((1, page), (2, page), (3, second)):
        if number > 1:
            press.keyboard.press("PageDown")
        on(page, number)
        expect(second.locator("#title")).to_have_text(TITLES[number - 1])
        expect(second.locator("#note")).to_have_text(scenes[number - 1].spoken)
        expect(second.locator("#next")).to_have_text(TITLES[number])
    expect(second.locator("#now")).to_have_text(re.compile(r"\d\d:\d\d"))
    second.reload()
    expect(second.locator("#title")).to_have_text(TITLES[2])
    second.close()


def test_without_a_channel_messages_keep_the_notes_in_step(open_page: Open) -> None:
    visit = open_page("/stories", 1280, 720)
    page = visit.page
    page.context.add_init_script("delete window.BroadcastChannel")
    visit.go(f"{STORY}/1?present=1")
    on(page, 1)
    with page.expect_popup() as opening:
        page.keyboard.press("n")
    expect(opening.value.locator("#title")).to_have_text(TITLES[0])
    opening.value.get_by_role("button", name="Next scene").click()
    on(page, 2)
    expect(opening.value.locator("#title")).to_have_text(TITLES[1])
    opening.value.close()


def test_a_view_is_collected_named_and_presented(open_page: Open) -> None:
    page = open_page("/?season=1").page
    page.wait_for_selector("#picture .point")
    page.locator("#presents summary").click()
    page.get_by_role("link", name="Add this view to my story").click()
    page.get_by_role("link", name="My story: 1 scene").click()
    title = page.get_by_role("textbox", name="Title of scene 1")
    expect(title).to_have_value("Season 1, by place")
    title.fill("Where it starts: <i>1969</i>")
    title.press("Enter")
    page.wait_for_url("**story=Where_it_starts~3A*")
    page.get_by_role("textbox", name="Note for scene 1").fill("Slowly")
    page.get_by_role("textbox", name="Note for scene 1").press("Tab")
    page.wait_for_url("**;Slowly;timeline*")
    page.get_by_role("link", name="Present", exact=True).click()
    expect(page.locator("#body h1")).to_have_text("Where it starts: <i>1969</i>")
    expect(page.locator("#picture .textpoint text", has_text="Where it starts: <i>1969</i>")).to_have_count(1)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/stories", f"{STORY}", f"{STORY}/2", f"{STORY}/2?present=1", "/notes"])
def test_stories_are_open_to_everybody(open_page: Open, path: str, theme: str) -> None:
    page = open_page(path, 1280, 800, theme=theme).page
    page.wait_for_timeout(0)
    found = Axe().run(page).response["violations"]
    assert [
        (each["id"], each["nodes"][0]["html"]) for each in found if each["impact"] in ("serious", "critical")
    ] == []
