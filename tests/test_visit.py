"""The watch over a page sees what it is there to see: else no silence would prove anything."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.visit import Visit

pytestmark = pytest.mark.browser

PAGES = {
    "/quiet": "<p>Nothing happens</p><img src='data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA='>",
    "/loud": "<script>console.warn('a word'); throw new Error('a fall')</script>",
    "/stray": "<script src='http://localhost:9/far.js'></script>",
}


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200 if self.path in PAGES else 204)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(PAGES.get(self.path, "").encode())

    def log_message(self, *_: object) -> None:
        """Keep the test's output clean."""


@pytest.fixture(scope="module")
def home() -> Iterator[str]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def visit(browser: Browser, home: str) -> Iterator[Visit]:
    with browser.new_context() as context:
        yield Visit(context.new_page(), home)


def test_a_quiet_page_passes(visit: Visit) -> None:
    visit.go("/quiet").assert_quiet()


def test_a_word_in_the_console_and_an_uncaught_error_are_heard(visit: Visit) -> None:
    visit.go("/loud")
    assert visit.said == ["warning: a word", "uncaught: a fall"]
    with pytest.raises(AssertionError, match="a word"):
        visit.assert_quiet()


def test_a_request_to_elsewhere_is_seen(visit: Visit) -> None:
    visit.go("/stray")
    assert visit.strayed == ["http://localhost:9/far.js"]
    visit.said.clear()
    with pytest.raises(AssertionError, match="left the machine"):
        visit.assert_quiet()
