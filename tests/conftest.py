"""What tests share: data sets, the served app, and a browser that is never missing in silence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING, Literal

import pytest
from hypothesis import settings

from tests import chrome
from tests.serving import ROOT, serving
from tests.visit import Visit, remembering

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from timeline.dataset import Dataset

BUNDLED = ROOT / "data" / "for-all-mankind"
SMALL = ROOT / "tests" / "data"

# The same examples on every machine, and no clock: a slow machine is no bug.
# `pytest --hypothesis-profile=search` looks for new ones.
settings.register_profile("house", derandomize=True, deadline=None, database=None)
settings.register_profile("search", deadline=None, max_examples=2_000)
settings.load_profile("house")


@pytest.fixture(scope="session")
def bundled() -> Dataset:
    """Return the data set that comes with the program."""
    from timeline.dataset import load

    return load(BUNDLED)


@pytest.fixture(scope="session")
def small() -> Dataset:
    """Return a made-up history of a dozen events, none of them the bundled set's."""
    from timeline.dataset import load

    return load(SMALL)


@pytest.fixture(scope="session")
def server_url() -> Iterator[str]:
    """Serve the bundled data set with gunicorn and return the address."""
    with serving(BUNDLED) as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return a running Chromium; fail, and say what to install, if there is none."""
    from playwright.sync_api import sync_playwright

    try:
        path = chrome.find()
    except chrome.ChromeError as error:
        pytest.fail(str(error), pytrace=False)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=chrome.FLAGS)
        yield running
        running.close()


Theme = Literal["light", "dark"]


@pytest.fixture
def open_page(browser: Browser, server_url: str) -> Iterator[Callable[..., Visit]]:
    """Return `open_page(path, width=1440, height=900, theme="light", seen="all")` -> Visit.

    Each visit has its own profile, of a reader who has watched up to `seen` ("": who has not said so). When
    the test ends, a visit that said a word in the console or asked another machine fails it; a test that
    expects such a word checks and clears `said` itself.
    """
    visits: list[Visit] = []
    with ExitStack() as closing:

        def visit(
            path: str = "/", width: int = 1440, height: int = 900, theme: Theme = "light", seen: str = "all"
        ) -> Visit:
            context = browser.new_context(
                viewport={"width": width, "height": height}, color_scheme=theme, locale="en-GB"
            )
            closing.callback(context.close)
            if seen:
                context.add_init_script(remembering(BUNDLED.name, seen))
            visits.append(Visit(context.new_page(), server_url))
            return visits[-1].go(path)

        yield visit
    for each in visits:
        each.assert_quiet()
