"""A folder that any web host serves: pictures, data, and a page of its own for each picture and event."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from markupsafe import Markup
from plotly.offline import get_plotlyjs

from timeline import fonts, records, theme
from timeline.export import leaves, standalone
from timeline.export.order import Order
from timeline.gallery import PICTURES
from timeline.view import ASPECTS

Job = tuple[str, Callable[[Path], object]]
"""A file's path within the folder, and what writes it."""
_PLOTLY, _STYLE, _FACE = "plotly.min.js", "site.css", "inter.woff2"
_EVENTS = "events/"
_ALL = "Shows everything that is known."


def jobs(order: Order) -> list[Job]:
    """Return what a site of an order's View is made of; its picture counts for nothing: all are drawn."""
    pictures = list(_pictures(order))
    nav = leaves.nav(order.dataset, [(leaf, each.title) for leaf, each in pictures])
    gate = order.gate or _ALL
    return [
        (_PLOTLY, _text(get_plotlyjs)),
        (_FACE, lambda file: shutil.copyfile(fonts.inter(), file)),
        (_STYLE, _text(lambda: leaves.style(theme.tokens(dark=order.dark), _FACE))),
        ("events.csv", _text(lambda: "".join(records.lines(order.dataset, order.view)))),
        ("events.json", _text(lambda: records.as_json(order.dataset, order.view))),
        *(job for leaf, each in pictures for job in _drawn(leaf, each, nav)),
        ("index.html", _text(lambda: leaves.index(order, pictures, nav(""), gate))),
        *_told(order, nav, gate),
    ]


def write(folder: Path, job: Job) -> None:
    """Do a job; folders that are missing are made."""
    path, do = job
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    do(file)


def _pictures(order: Order) -> Iterator[tuple[str, Order]]:
    """Yield each picture with the name of its files: by season, and by aspect, where a page has these too."""
    for name, picture in PICTURES.items():
        whole, *seasons = replace(order, picture=picture).by_season()
        yield name, whole
        if name == "timeline":
            yield from ((f"{name}-season-{each.view.season[0]}", each) for each in seasons)
        if name == "histories":
            aspects = [aspect for aspect in ASPECTS if aspect not in (order.view.aspect, *PICTURES)]
            told = [replace(whole, view=order.view.but(aspect=aspect)) for aspect in aspects]
            yield from ((f"{name}-{each.view.aspect}", each) for each in told)


def _drawn(leaf: str, order: Order, nav: Callable[[str], Markup]) -> Iterator[Job]:
    yield f"{leaf}.svg", _text(order.svg)
    way = str(nav(""))
    yield f"{leaf}.html", _text(partial(standalone.page, order, bundle=_PLOTLY, events=_EVENTS, nav=way))


def _told(order: Order, nav: Callable[[str], Markup], gate: str) -> Iterator[Job]:
    """Yield the page of each event."""
    way = nav("../")
    for event in order.dataset.events["id"]:
        yield f"{_EVENTS}{event}.html", _text(partial(leaves.event, order, event, way, gate))


def _text(make: Callable[[], object]) -> Callable[[Path], object]:
    return lambda file: file.write_text(str(make()), "utf-8")
