"""Embeds in a real browser, framed by pages of another site: height, keys, sandbox, storage, decks."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Frame, Page, expect

from tests.abroad import abroad
from tests.conftest import BUNDLED
from tests.sets import MANKIND
from tests.visit import remembering
from timeline.query import select
from timeline.view import View

pytestmark = pytest.mark.browser
SEEN = "S2E10"
FRAME = '<iframe {how}="{home}/embed/{path}" title="A picture" width="100%" height="480" {more}></iframe>'
GRAPH = "document.querySelector('.js-plotly-plot')"
SANDBOX = 'sandbox="allow-scripts"'
FORBIDDEN = """const refuse = (owner, name) =>
    Object.defineProperty(owner, name, { get() { throw new Error(`${name} was touched`); } });
for (const store of ["localStorage", "sessionStorage", "indexedDB"]) refuse(window, store);
refuse(Document.prototype, "cookie");"""
DECK = """<style>section {{ display: none }} section.present {{ display: block }}</style>
<section>{first}</section><section>{second}</section><section>Questions?</section>
<script>
const slides = [...document.querySelectorAll("section")];
window.turn = (to) => slides.forEach((slide, number) => {{
  slide.className = number === to ? "present" : "";
  for (const frame of slide.querySelectorAll("iframe[data-src]")) {{
    if (number === to) frame.src = frame.dataset.src;
    else frame.removeAttribute("src");
  }}
}});
turn(0);
</script>"""


def frame(home: str, path: str, more: str = "", how: str = "src") -> str:
    return FRAME.format(home=home, path=path, more=more, how=how)


def marks(view: View) -> int:
    return len(select(MANKIND.until(SEEN), view))


@pytest.fixture(scope="module")
def site(server_url: str) -> Iterator[str]:
    """Serve pages that frame the app's: fitted, fixed, in a sandbox, in a deck, and those it refuses."""
    fitting = f'<script src="{server_url}/embed.js" async></script>'
    picture = frame(server_url, f"timeline?season=1,2&seen={SEEN}&controls=1")
    second = frame(server_url, f"compare?seen={SEEN}", SANDBOX)
    deck = [
        frame(server_url, f"{name}?seen={SEEN}", how="data-src", more=SANDBOX)
        for name in ("timeline", "compare")
    ]
    slides = [
        frame(server_url, f"{picture}&seen={SEEN}&present=1", how="data-src")
        for picture in ("timeline?our=0", "histories?view=world")
    ]
    pages = {
        "/fitted": f"<style>iframe {{ box-sizing: border-box }}</style>{picture}{second}{fitting}",
        "/fixed": picture,
        "/sandbox": frame(server_url, f"timeline?seen={SEEN}&controls=1", SANDBOX),
        "/deck": DECK.format(first=deck[0], second=deck[1]),
        "/slides": DECK.format(first=slides[0], second=slides[1]),
        "/refused": f'<iframe src="{server_url}/"></iframe><iframe src="{server_url}/oembed"></iframe>',
        "/lazy": frame(server_url, f"timeline?seen={SEEN}&lazy=1", SANDBOX),
    }
    with abroad({path: f"<!DOCTYPE html><title>A page</title>{page}" for path, page in pages.items()}) as url:
        yield url


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Return a profile in which whatever keeps something in the browser fails."""
    opened = browser.new_context(viewport={"width": 1000, "height": 900})
    opened.add_init_script(FORBIDDEN)
    yield opened
    opened.close()


@pytest.fixture
def abroad_page(context: BrowserContext, site: str) -> Iterator[Callable[[str], Page]]:
    """Return `abroad_page(path)` -> Page of the other site; an error in any of its frames fails the test."""
    said: list[str] = []

    def visit(path: str) -> Page:
        page = context.new_page()
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(site + path)
        return page

    yield visit
    assert said == []


def inside(page: Page, number: int = 0) -> Frame:
    """Return a frame of a page once its picture is drawn."""
    handle = page.locator("iframe").nth(number).element_handle()
    assert handle is not None
    framed = handle.content_frame()
    assert framed is not None
    framed.wait_for_selector("#drawing.drawn")
    return framed


def drawn(framed: Frame) -> int:
    """Return how many events the picture has."""
    count: int = framed.evaluate(
        """() => new Set(document.querySelector('.js-plotly-plot').data
            .filter((trace) => trace.name === 'events').flatMap((trace) => trace.ids)).size"""
    )
    return count


def until(framed: Frame, holds: str) -> None:
    """Wait until an expression holds in a frame; its policy forbids the browser's driver to wait inside."""
    for _ in range(200):
        if framed.evaluate(holds):
            return
        framed.wait_for_timeout(50)
    pytest.fail(f"it never holds that {holds}")


def fits(page: Page, number: int = 0) -> None:
    """Wait until a frame is as high as what is in it, within 2 px."""
    framed = inside(page, number)
    until(framed, "Math.abs(document.getElementById('embed').offsetHeight - window.innerHeight) <= 2")
    assert framed.evaluate("document.documentElement.scrollHeight <= window.innerHeight + 2")


# -- height


def test_a_frame_is_as_high_as_its_picture(abroad_page: Callable[[str], Page]) -> None:
    page = abroad_page("/fitted")
    page.set_viewport_size({"width": 640, "height": 900})
    fits(page)
    page.locator("iframe").nth(1).scroll_into_view_if_needed()
    fits(page, 1)
    framed = inside(page)
    page.locator("iframe").first.scroll_into_view_if_needed()
    before = framed.evaluate("window.innerHeight")
    framed.uncheck("#season-2")
    expect(framed.locator("#title")).to_have_text(f"{marks(View(season=(1,)))} events, Season 1, by place")
    until(framed, f"window.innerHeight < {before - 20}")
    fits(page)
    framed.click("#events summary")
    until(framed, f"window.innerHeight > {before + 100}")
    fits(page)
    page.set_viewport_size({"width": 390, "height": 800})
    until(framed, f"{GRAPH}.layout.width < 390")
    fits(page)


def test_without_a_script_the_picture_takes_the_frame_that_there_is(
    abroad_page: Callable[[str], Page],
) -> None:
    page = abroad_page("/fixed")
    framed = inside(page)
    page.evaluate("document.querySelector('iframe').style.height = '900px'")
    fits(page)
    until(framed, f"{GRAPH}.layout.height > 700")
    box = page.locator("iframe").bounding_box()
    assert box is not None
    assert box["height"] == pytest.approx(904, abs=4), "its height is the page's own"


# -- what a reader does in it


def test_keys_go_from_mark_to_mark_and_a_click_says_what_one_is(abroad_page: Callable[[str], Page]) -> None:
    framed = inside(abroad_page("/fixed"))
    events = select(MANKIND.until(SEEN), View(season=(1, 2)))
    framed.focus("#drawing")
    for key, place in (("ArrowRight", 0), ("ArrowRight", 1), ("ArrowLeft", 0), ("End", -1)):
        framed.press("#drawing", key)
        expect(framed.locator("#tip a")).to_have_text(events["headline"].iloc[place])
    framed.press("#drawing", "Home")
    expect(framed.locator(".ring")).to_have_count(1)
    at = framed.evaluate(
        """(event) => {
            const graph = document.querySelector('.js-plotly-plot');
            const trace = graph.data.find((each) => each.name === 'events');
            const mark = trace.ids.indexOf(event), box = graph.getBoundingClientRect();
            return [box.left + trace.x[mark], box.top + trace.y[mark]];
        }""",
        "leonov-walks-on-moon",
    )
    framed.locator("#embed").click(position={"x": at[0], "y": at[1]})
    expect(framed.locator("#tip")).to_contain_text("Leonov")
    link = framed.locator("#tip a")
    expect(link).to_have_attribute("href", f"/event/leonov-walks-on-moon?season=1,2&seen={SEEN}")
    expect(link).to_have_attribute("target", "_blank")


def test_a_sandbox_takes_nothing_away_but_the_links(abroad_page: Callable[[str], Page]) -> None:
    framed = inside(abroad_page("/sandbox"))
    assert drawn(framed) == marks(View())
    framed.check("#season-1")
    expect(framed.locator("#title")).to_have_text(f"{marks(View(season=(1,)))} events, Season 1, by place")
    framed.select_option("#importance", "2")
    view = View(season=(1,), importance=2)
    expect(framed.locator("#title")).to_contain_text(f"{marks(view)} events")
    expect(framed.locator("#importance")).to_have_value("2")
    until(framed, f"{GRAPH}.data.find((each) => each.name === 'events').ids.length === {marks(view)}")
    framed.fill("#from", "1970")
    framed.press("#from", "Enter")
    expect(framed.locator("#foot .address")).to_contain_text("from=1970")
    expect(framed.locator("#from")).to_be_focused()


def test_a_deck_loads_and_unloads_its_frames(abroad_page: Callable[[str], Page]) -> None:
    page = abroad_page("/deck")
    wanted = {0: marks(View()), 1: marks(View())}
    for slide in (0, 1, 2, 1, 0):
        page.evaluate(f"turn({slide})")
        if slide in wanted:
            assert drawn(inside(page, slide)) > 0.9 * wanted[slide]


def test_a_deck_frames_slides_whose_picture_fills_them(abroad_page: Callable[[str], Page]) -> None:
    page = abroad_page("/slides")
    for slide in (0, 1, 0):
        page.evaluate(f"turn({slide})")
        framed = inside(page, slide)
        until(framed, f"Math.abs({GRAPH}.offsetHeight - window.innerHeight) < 8")
        expect(framed.locator("#foot")).to_be_hidden()


def test_until_it_is_touched_it_is_a_picture_if_the_server_draws_any(
    abroad_page: Callable[[str], Page],
) -> None:
    page = abroad_page("/lazy")
    handle = page.locator("iframe").element_handle()
    assert handle is not None
    framed = handle.content_frame()
    assert framed is not None
    framed.wait_for_selector("#drawing img, #drawing.drawn")
    framed.click("#drawing")
    assert drawn(inside(page)) == marks(View())


# -- what the browser lets through


def test_no_other_page_is_framed(context: BrowserContext, site: str) -> None:
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{site}/refused")
    assert {each.url for each in page.frames[1:]} == {"chrome-error://chromewebdata/"}
    assert len([each for each in said if "frame-ancestors 'none'" in each]) == 2


def test_nothing_is_kept_and_the_policy_is_kept(context: BrowserContext, site: str) -> None:
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{site}/sandbox")
    assert drawn(inside(page)) == marks(View())
    assert [each for each in said if "favicon" not in each and "404" not in each] == []
    assert context.cookies() == []


def test_what_this_browser_remembers_raises_no_gate(browser: Browser, site: str) -> None:
    context = browser.new_context()
    context.add_init_script(remembering(BUNDLED.name, "all"))
    page = context.new_page()
    page.goto(f"{site}/fixed")
    assert drawn(inside(page)) == marks(View(season=(1, 2)))
    context.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_an_embed_bars_nobody(browser: Browser, server_url: str, theme: str, width: int) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme="dark" if theme == "dark" else "light"
    )
    page = context.new_page()
    page.goto(f"{server_url}/embed/timeline?seen={SEEN}&controls=1&title=Firsts&scale=banana")
    page.wait_for_selector("#drawing.drawn")
    page.click("#events summary")
    found = Axe().run(page).response["violations"]
    assert [each["id"] for each in found if each["impact"] in {"serious", "critical"}] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    figure = page.evaluate(f"{GRAPH}.layout.template.layout.paper_bgcolor")
    assert ground == {"light": "rgb(255, 255, 255)", "dark": "rgb(15, 17, 23)"}[theme]
    assert figure == {"light": "#FFFFFF", "dark": "#0F1117"}[theme]
    context.close()
