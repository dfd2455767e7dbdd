"""The whole screen of a Reading: its page's answer, and around it what every page has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from timeline.dataset import Dataset
from timeline.markup import join
from timeline.story import Scene
from timeline.web import guide, header, ids, toolbar, watched
from timeline.web.document import title
from timeline.web.page import Answer
from timeline.web.pages import PAGES, find
from timeline.web.pages.missing import missing
from timeline.web.reading import Reading
from timeline.web.room import Room
from timeline.web.slide import staged


@dataclass(frozen=True, slots=True)
class Screen:
    """One state of the app: its figures, None where nothing is drawn, and what the script paints.

    `parts` holds "html" by place, the class names of the page, its colour scheme, its path, the document's
    title, and a table's component.
    """

    figure: Any
    second: Any
    parts: dict[str, Any]


def screen(whole: Dataset, reading: Reading, room: Room) -> Screen:
    """Return everything that is shown for what a reader asked."""
    page = find(reading)
    scene = page.scene(reading) if page else None
    shown = _shown(whole, reading, room, scene)
    around: dict[str, Markup] = {
        ids.HEADER: header.header(
            whole, reading, room, [(each.path, each.name) for each in PAGES if each.name], scene
        ),
        ids.GATE: watched.question(whole, reading),
        ids.NOTICES: join(watched.beyond(reading), toolbar.notices(reading.notices)),
        ids.STATUS: shown.said,
        ids.HELP: guide.guide(reading.dataset, reading.view),
    }
    html = {place: Markup() for place in ids.PLACES} | dict(shown.html) | around
    parts = {
        "html": html,
        "page": f"page {shown.shows}{' with-card' if html[ids.CARD] else ''}",
        "scheme": "dark" if room.is_dark(reading.view) else "light",
        "title": title(reading),
        "path": reading.path,
        "table": shown.table,
    }
    return Screen(shown.figure, shown.second, parts)


def _shown(whole: Dataset, reading: Reading, room: Room, scene: Scene | None) -> Answer:
    """Return the page's answer, or its picture as a slide where that is asked for; stories stage theirs."""
    page = find(reading)
    if page is None:
        return missing(reading)
    if scene and reading.view.present and not scene.number:
        return staged(reading, room, scene)
    return page.answer(whole, reading, room)
