"""A page in the browser that remembers what it said and whom it asked."""

from __future__ import annotations

import json
from typing import Self
from urllib.parse import urlsplit

from playwright.sync_api import Page


def remembering(name: str, seen: str) -> str:
    """Return the script by which a browser remembers how far the reader of a data set has watched."""
    return f"localStorage.memory ??= {json.dumps(json.dumps({'set': name, 'seen': seen}))}"


class Visit:
    """One page, what it wrote to the console, and the addresses elsewhere that it asked for.

    page: Playwright's own, to click and look with.
    said: console messages of any level and uncaught errors, as "error: text".
    strayed: addresses of requests to another host or port than the server's.
    """

    def __init__(self, page: Page, home: str) -> None:
        self.page = page
        self.home = home
        self.said: list[str] = []
        self.strayed: list[str] = []
        page.on("console", lambda message: self.said.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.said.append(f"uncaught: {error}"))
        page.on("request", lambda request: self._follow(request.url))
        page.on("websocket", lambda websocket: self._follow(websocket.url))

    def _follow(self, url: str) -> None:
        address = urlsplit(url)
        if address.scheme not in {"data", "blob", "about"} and address.netloc != urlsplit(self.home).netloc:
            self.strayed.append(url)

    def go(self, path: str) -> Self:
        """Open a path of the app, and wait until the page has asked for all that it wants."""
        self.page.goto(self.home + path, wait_until="networkidle")
        return self

    def assert_quiet(self) -> None:
        """Fail if the console has a line, or a request left the server."""
        assert not self.said, f"the console says {self.said}"
        assert not self.strayed, f"requests left the machine: {self.strayed}"
