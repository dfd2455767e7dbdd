"""Take the README's picture of the running app: `python -m tests.picture` writes it beside the data.

Its reader has watched two seasons: whoever reads the README learns no more than that. It does not lie among
the assets, since those are served to readers who have watched less.
"""

from __future__ import annotations

import io

from PIL import Image
from playwright.sync_api import Browser, ViewportSize, sync_playwright

from tests import chrome
from tests.conftest import BUNDLED
from tests.serving import ROOT, serving
from tests.visit import Visit, remembering

TARGET = BUNDLED / "timeline.png"
_SIZE: ViewportSize = {"width": 1440, "height": 900}
_WATCHED = "S2E10"
_COLOURS = 128
"""A picture of few colours and no photograph: so many show no loss, and weigh a third."""


def shot(browser: Browser, url: str) -> bytes:
    """Return the page as PNG, once the picture is drawn in its own face; fail if the page complained."""
    page = browser.new_page(viewport=_SIZE, color_scheme="light", locale="en-GB")
    page.add_init_script(remembering(BUNDLED.name, _WATCHED))
    visit = Visit(page, url).go("/?event=apollo-soyuz-handshake")
    page.wait_for_selector("#picture .js-plotly-plot .point")
    page.evaluate("document.fonts.ready")
    visit.assert_quiet()
    return page.screenshot()


def main() -> None:
    """Serve the bundled data set, look at it, and keep what is seen."""
    with serving(BUNDLED) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chrome.find(), args=chrome.FLAGS)
        seen = Image.open(io.BytesIO(shot(browser, url))).convert("RGB")
        browser.close()
    seen.quantize(_COLOURS, dither=Image.Dither.NONE).save(TARGET, optimize=True)
    print(f"{TARGET.relative_to(ROOT)}: {TARGET.stat().st_size // 1_000} kB")


if __name__ == "__main__":
    main()
