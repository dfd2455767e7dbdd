"""What tests of the page look at: its address, its count, where a mark stands, what it asks the server."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from tests.sets import MANKIND
from tests.visit import Visit
from timeline.query import heading
from timeline.view import View

Open = Callable[..., Visit]
PHONE, TABLET, DESK = (360, 740), (820, 1180), (1440, 900)
LEONOV = "leonov-walks-on-moon"


def at(page: Page) -> str:
    """Return the page's address without the server's name."""
    return re.sub(r"^https?://[^/]+", "", page.url)


def settle(page: Page, view: View) -> None:
    """Wait until the page shows what a View asks for: address and count."""
    page.wait_for_url(lambda url: _view(url) == view.but(seen="") or _view(url) == view)
    expect(page.locator("#toolbar h2 b")).to_have_text(heading(MANKIND, view)[0])


def _view(url: str) -> View:
    """Return the View of an address; that its reader has watched everything need not be said."""
    view, notices = View.parse(urlsplit(url).query, MANKIND)
    assert not notices, url
    return view.but(seen="") if view.seen == "all" else view


def mark_of(page: Page, event: str) -> tuple[float, float]:
    """Return where the mark of an event stands in the window, as soon as it is drawn."""
    page.wait_for_selector(".scatterlayer .point", state="attached")
    x, y = page.evaluate(
        """(event) => {
            const graph = document.querySelector('#picture .js-plotly-plot');
            const trace = graph._fullData.find((each) => (each.ids || []).includes(event));
            const mark = trace.ids.indexOf(event);
            const box = graph.getBoundingClientRect();
            return [box.left + trace.x[mark], box.top + trace.y[mark]];
        }""",
        event,
    )
    return float(x), float(y)


def answers(page: Page) -> list[str]:
    """Return a list that grows with each answer that the page asks for."""
    asked: list[str] = []

    def count(url: str) -> None:
        asked.extend([url] if "update-component" in url else [])

    page.on("request", lambda request: count(request.url))
    return asked
