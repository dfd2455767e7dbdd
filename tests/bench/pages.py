"""Two apps in the browser: how long from an act to the frame that shows what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Request

from tests.visit import remembering
from timeline.dataset import Dataset

_WATCH = """
const bench = window.bench = {
  graph: () => document.querySelector(".js-plotly-plot"),
  // Two frames on, what was drawn is on the screen.
  shown: (then) => requestAnimationFrame(() => requestAnimationFrame(() => then(performance.now()))),
  after(kind, replaced) {
    const graph = bench.graph(), old = graph.data;
    let began;
    addEventListener(kind, (event) => { began = event.timeStamp; }, { capture: true, once: true });
    bench.took = new Promise((resolve) => {
      const drawn = () => {
        if (began === undefined || (replaced && graph.data === old)) return;
        graph.removeListener("plotly_afterplot", drawn);
        bench.shown((now) => resolve(now - began));
      };
      graph.on("plotly_afterplot", drawn);
    });
  },
};
bench.loaded = new Promise((resolve) => {
  const look = () => {
    if (document.querySelectorAll(".js-plotly-plot .point").length >= EVENTS) bench.shown(resolve);
    else requestAnimationFrame(look);
  };
  look();
});
"""


@dataclass
class Visit:
    """A fresh browser profile on one app; `asked` are the callback requests that its page sent."""

    page: Page
    asked: list[tuple[str, str | None]] = field(default_factory=list)

    def follow(self, request: Request) -> None:
        """Keep what the page asks its callbacks."""
        path = urlsplit(request.url).path
        if path == "/_dash-update-component":
            self.asked.append((path, request.post_data))

    def took(self, kind: str, act: Callable[[], Any], *, replaced: bool = True) -> float:
        """Return the ms from the act's event of that kind to the picture: a new one, or the same redrawn."""
        self.page.evaluate("([kind, replaced]) => bench.after(kind, replaced)", [kind, replaced])
        act()
        time: float = self.page.evaluate("bench.took")
        return time


def arrive(browser: Browser, url: str, dataset: Dataset) -> tuple[Visit, float]:
    """Open an app with nothing cached; return the visit and the ms until all events are on the screen."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.add_init_script(_WATCH.replace("EVENTS", str(len(dataset.events))))
    context.add_init_script(remembering(dataset.name, "all"))
    visit = Visit(context.new_page())
    visit.page.on("request", visit.follow)
    visit.page.goto(url)
    loaded: float = visit.page.evaluate("bench.loaded")
    visit.page.wait_for_load_state("networkidle")
    return visit, loaded


def dragged(visit: Visit, *, replaced: bool) -> float:
    """Drag along the picture, which means a window; return the ms from letting go to the repaint."""
    box = visit.page.locator(".js-plotly-plot").first.bounding_box()
    assert box, "there is no picture"
    mouse, y = visit.page.mouse, box["y"] + 0.4 * box["height"]

    def act() -> None:
        mouse.move(box["x"] + 0.4 * box["width"], y)
        mouse.down()
        mouse.move(box["x"] + 0.7 * box["width"], y, steps=4)
        mouse.up()

    return visit.took("mouseup", act, replaced=replaced)
