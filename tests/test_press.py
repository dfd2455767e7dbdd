"""Pictures from a real browser: PNG, PDF, one HTML file from a disk, and many who ask at once."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import threading
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from PIL import Image

from tests import chrome
from tests.sets import BRASS
from tests.test_export import order
from timeline.export import Workshop
from timeline.gallery import PICTURES
from timeline.query import select

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def workshop() -> Iterator[Workshop]:
    """Return a workshop with one warm browser for all tests of this file."""
    os.environ.setdefault("BROWSER_PATH", chrome.find())
    made = Workshop()
    yield made
    made.close()


def grey(png: bytes) -> Any:
    return np.asarray(Image.open(io.BytesIO(png)).convert("L"), dtype=float)


@pytest.mark.parametrize("name", PICTURES)
def test_a_png_has_its_size_and_is_no_empty_sheet(name: str, workshop: Workshop) -> None:
    whole, card = order("", name), order("", name, width=1200, height=630, density=1)
    for wanted, size in ((whole, (3200, 1800)), (card, (1200, 630))):
        png = workshop.take(wanted, "png")
        assert Image.open(io.BytesIO(png)).size == size
        assert grey(png).std() > 15


def test_a_png_is_what_plotly_draws(workshop: Workshop, browser: Browser, tmp_path: Path) -> None:
    wanted = order("season=2", density=1)
    file = tmp_path / "picture.html"
    file.write_bytes(workshop.take(wanted, "html"))
    page = browser.new_page(viewport={"width": 1600, "height": 1000})
    page.goto(file.as_uri())
    page.wait_for_selector("[data-drawn]")
    live = grey(page.locator("#picture").screenshot())
    page.close()
    printed = grey(workshop.take(wanted, "png"))
    assert live.shape == printed.shape
    # Outlined letters are as dark as set ones, pixel for pixel they are not: blurred they are the same.
    blocks = [each.reshape(90, 10, 160, 10).mean(axis=(1, 3)) for each in (live, printed)]
    assert np.abs(blocks[0] - blocks[1]).mean() < 3
    assert np.abs(blocks[0] - blocks[1]).max() < 80


def test_a_pdf_has_one_page_of_its_size_and_words_that_can_be_found(workshop: Workshop) -> None:
    pdf = workshop.take(order("season=2"), "pdf")
    assert pdf.startswith(b"%PDF")
    assert pdf.count(b"/Type /Page\n") == 1
    assert b"/MediaBox [0 0 1200 675" in pdf
    assert b"/ToUnicode" in pdf
    assert b"/Title (For All Mankind" in pdf


def test_one_html_file_from_a_disk_draws_all_marks_without_a_network(
    workshop: Workshop, browser: Browser, tmp_path: Path
) -> None:
    file = tmp_path / "picture.html"
    wanted = order("seen=S3E04")
    file.write_bytes(workshop.take(wanted, "html"))
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 800})
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(file.as_uri())
    page.wait_for_selector("[data-drawn]")
    count = len(select(wanted.dataset, wanted.view))
    traces = page.locator("#picture .scatterlayer .trace")
    assert page.locator("#picture").get_attribute("data-drawn") == str(count)
    marks = [traces.nth(i).locator(".point").count() for i in range(traces.count())]
    assert count in marks
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
    _points(page, traces.nth(marks.index(count)))
    _zooms(page)
    assert page.evaluate("document.fonts.check('600 12px Inter')")
    assert page.evaluate("document.documentElement.scrollWidth") == 1280
    assert said == []
    context.close()


def _points(page: Any, marks: Any) -> None:
    """Point at a mark and read what it is."""
    box = marks.locator(".point").nth(40).bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_selector(".hoverlayer .hovertext")


def _zooms(page: Any) -> None:
    """Zoom in and out again by the buttons."""
    whole = page.evaluate("picture.layout.xaxis.range[1] - picture.layout.xaxis.range[0]")
    page.get_by_role("button", name="Zoom in").click()
    half = page.evaluate("picture.layout.xaxis.range[1] - picture.layout.xaxis.range[0]")
    assert half == pytest.approx(whole / 2)
    page.get_by_role("button", name="Whole picture").click()
    assert page.evaluate("picture.layout.xaxis.range") == [0, whole]


def test_a_browser_that_dies_is_replaced(workshop: Workshop) -> None:
    workshop.take(order("importance=1", whole=BRASS), "png")
    assert workshop._press  # noqa: SLF001
    running: Any = workshop._press._browser  # noqa: SLF001
    os.killpg(os.getpgid(running._kaleido.subprocess.pid), signal.SIGKILL)  # noqa: SLF001
    assert workshop.take(order("importance=2", whole=BRASS), "png").startswith(b"\x89PNG")
    assert workshop._press._browser is not running  # noqa: SLF001


def ask(address: str) -> tuple[int, str | None, int]:
    """Return the status of an answer, when to ask again, and its length."""
    try:
        with urllib.request.urlopen(address, timeout=120) as answer:
            return answer.status, None, len(answer.read())
    except urllib.error.HTTPError as error:
        return error.code, error.headers["Retry-After"], len(error.read())


def test_fifty_who_ask_at_once_get_pictures_or_an_honest_no(server_url: str) -> None:
    """One browser, no error, and whoever asks for something else meanwhile is answered."""
    others: list[int] = []
    done = threading.Event()

    def meanwhile() -> None:
        while not done.wait(0.05):
            others.append(ask(f"{server_url}/health")[0])

    watching = threading.Thread(target=meanwhile)
    watching.start()
    addresses = [f"{server_url}/chart/timeline.png?seen=all&from={1950 + n}" for n in range(50)]
    with ThreadPoolExecutor(50) as threads:
        answers = list(threads.map(ask, addresses))
    browsers = _browsers()
    done.set()
    watching.join()
    counts = Counter((status, again) for status, again, _ in answers)
    assert set(counts) <= {(200, None), (503, "3")}
    assert counts[200, None] >= 8
    assert all(length > 20_000 for status, _, length in answers if status == 200)
    assert set(others) == {200}
    assert len(others) > 3
    assert browsers == 1, counts


def _browsers() -> int:
    """Count the browsers that the servers of this test run have started."""
    lines = subprocess.run(
        ["ps", "-wweo", "pid=,ppid=,args="], check=True, capture_output=True, text=True
    ).stdout.splitlines()
    processes = [
        (int(pid), int(parent), words) for pid, parent, words in (line.split(None, 2) for line in lines)
    ]
    inside = {os.getpid()}
    while more := {pid for pid, parent, _ in processes if parent in inside} - inside:
        inside |= more
    wrapper = "_unix_pipe_chromium_wrapper"
    own = {pid for pid, _, words in processes if wrapper in words}
    served = {pid for pid, _, words in processes if "gunicorn" in words} & inside
    return sum(1 for pid, parent, _ in processes if pid in own and parent in served)
