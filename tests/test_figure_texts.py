"""The texts of the main picture as a browser measures them: none on another, none cut off."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.looking import Open
from tests.pictures import Written, crossings
from timeline.view import LANES

pytestmark = pytest.mark.browser

MEASURE = """async () => {
    await document.fonts.ready;
    return [...document.querySelectorAll("#picture .js-plotly-plot .textpoint text")].map((text) => {
        const box = text.getBoundingClientRect();
        return [box.left, box.top, box.right, box.bottom, text.textContent];
    });
}"""


@pytest.mark.parametrize("size", [(1280, 720), (1440, 900), (1920, 1080)], ids=str)
def test_no_text_lies_on_another(open_page: Open, size: tuple[int, int]) -> None:
    visit = open_page("/?scale=calendar&our=1&lanes=category", *size)
    assert_apart(visit.page)
    for lanes in LANES:
        assert_apart(visit.go(f"/?lanes={lanes}").page)


def assert_apart(page: Page) -> None:
    page.wait_for_selector("#picture .js-plotly-plot .textpoint")
    written = [Written(*text) for text in page.evaluate(MEASURE)]
    assert len(written) > 80
    assert crossings(written) == []
    around = page.locator("#picture .js-plotly-plot").bounding_box()
    assert around is not None
    for text in written:
        assert text.x0 >= around["x"] - 0.5, text
        assert text.x1 <= around["x"] + around["width"] + 0.5, text
        assert text.y0 >= around["y"] - 0.5, text
        assert text.y1 <= around["y"] + around["height"] + 0.5, text
