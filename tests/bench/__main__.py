"""Measure: `python -m tests.bench` prints medians, beside the smallest app's in the same run."""

from __future__ import annotations

import platform
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Browser, sync_playwright

from tests import chrome
from tests.bench import pages, pictures, replies
from tests.bench.pages import Visit
from tests.bench.sample import alone, beside
from tests.conftest import BUNDLED
from tests.made import made
from tests.serving import serving
from timeline.dataset import Dataset, load

_LOADS, _FILTERS, _WINDOWS = 5, 10, 5
_CATEGORIES, _ASKED = 5, 20
_MADE = 10_000


def report(dataset: Dataset, folder: Path, browser: Browser, *, aimed: bool) -> Iterator[str]:
    """Yield the lines about one data set; with the aims, which are for the bundled one, if `aimed`."""
    events = len(dataset.events)
    yield f"\n{dataset.title}: {events:,} events"
    yield from pictures.report(dataset, aimed=aimed)
    with serving(folder) as ours, serving(folder, "tests.bench.minimal:server") as minimal:
        yield beside("cold load", *_loads(browser, (ours, minimal), dataset), aim="1.2" if aimed else "")
        visit, plain = (pages.arrive(browser, url, dataset)[0] for url in (ours, minimal))
        filters = [_filter(visit, n % _CATEGORIES) for n in range(_FILTERS)]
        choices = [_choose(plain, n % _CATEGORIES) for n in range(_FILTERS)]
        yield beside("filter to repaint", filters, choices, aim="1.5" if aimed else "")
        windows = [_window(visit) for _ in range(_WINDOWS)]
        zooms = [pages.dragged(plain, replaced=False) for _ in range(_WINDOWS)]
        yield beside("window to repaint (minimal: zoom)", windows, zooms)
        yield from _answers(ours, visit, minimal, plain)
        for each in (visit, plain):
            each.page.context.close()


def _loads(browser: Browser, urls: tuple[str, str], dataset: Dataset) -> tuple[list[float], list[float]]:
    """Load two apps in turn, each time with nothing cached."""
    loads: tuple[list[float], list[float]] = ([], [])
    for _ in range(_LOADS):
        for url, taken in zip(urls, loads, strict=True):
            visit, loaded = pages.arrive(browser, url, dataset)
            taken.append(loaded)
            visit.page.context.close()
    return loads


def _answers(ours: str, visit: Visit, minimal: str, plain: Visit) -> Iterator[str]:
    """Yield the lines about the servers, asked what the two pages asked last."""
    answers, plainly = (
        replies.measured(url, each.asked[-_ASKED:]) for url, each in ((ours, visit), (minimal, plain))
    )
    queries = [quote(view.but(seen="all").to_query(), safe="=&,") for view in pictures.VIEWS]
    charts = replies.measured(ours, [(f"/chart/timeline.json?{query}", None) for query in queries])
    yield alone("callback, request", answers.times, "ms")
    yield alone("callback, request, minimal", plainly.times, "ms")
    yield alone("callback, answer, gzipped", answers.weights, "kB")
    yield alone("/chart/timeline.json, request", charts.times, "ms")


def _filter(visit: Visit, place: int) -> float:
    """Choose a category; return the ms until it is on the screen, and take it back."""
    box = visit.page.locator("#facet-category label").nth(place)
    time = visit.took("click", box.click)
    visit.took("click", box.click)
    return time


def _choose(visit: Visit, place: int) -> float:
    visit.page.locator("#filter").click()
    time = visit.took("click", visit.page.locator(".dash-dropdown-option").nth(place).click)
    visit.took("click", visit.page.locator(".dash-dropdown-clear").click)
    return time


def _window(visit: Visit) -> float:
    time = pages.dragged(visit, replaced=True)
    visit.took("popstate", visit.page.go_back)
    return time


def main() -> None:
    """Measure the bundled set, then a made one."""
    print(f"Medians on {platform.processor() or platform.machine()}, Python {platform.python_version()}")
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chrome.find(), args=chrome.FLAGS)
        for folder in (BUNDLED, made(Path(scratch), _MADE)):
            for line in report(load(folder), folder, browser, aimed=folder == BUNDLED):
                print(line, flush=True)
        browser.close()


if __name__ == "__main__":
    main()
