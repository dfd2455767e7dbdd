"""The head of the page: title, pages, how far the reader has watched, search, theme, help; questions."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from markupsafe import Markup

from timeline import wording
from timeline.dataset import Dataset
from timeline.markup import join, tag
from timeline.query import select
from timeline.story import Scene
from timeline.view import View
from timeline.web import ids, telling, watched
from timeline.web.marks import icon, link
from timeline.web.reading import Reading
from timeline.web.room import Room


def header(
    whole: Dataset,
    reading: Reading,
    room: Room,
    pages: Iterable[tuple[str, str]],
    scene: Scene | None = None,
) -> Markup:
    """Return the header; `whole` knows every episode, the reading's data set only those watched.

    `pages` are path and name of each page of the navigation, `scene` what can be presented of the page.
    """
    view = reading.view
    start = view.bare()
    there = [
        link(name, view.but(event=""), path, aria_current="page" if path == reading.path else None)
        for path, name in pages
    ]
    return join(
        tag("h1", link(whole.title, start)),
        tag("nav", there, aria_label="Pages"),
        watched.choice(whole, reading),
        tag(
            "label",
            icon("glass"),
            tag(
                "input",
                type="search",
                name="q",
                id="q",
                value=view.q,
                maxlength=100,
                autocomplete="off",
                spellcheck="false",
                placeholder=f"Search {wording.counted(len(reading.dataset.events), 'event')}",
                aria_label="Search headlines, people and their nicknames",
            ),
            class_="search",
        ),
        telling.menu(reading, scene),
        _share(),
        _theme_switch(reading, room),
        tag("button", "Help", type="button", class_="button", data_opens=ids.HELP, aria_haspopup="dialog"),
    )


def _share() -> Markup:
    label = [icon("share"), tag("span", "Share")]
    return tag(
        "button", label, type="button", class_="button", id="shares", aria_label="Share",
        aria_haspopup="dialog",
    )  # fmt: skip


def _theme_switch(reading: Reading, room: Room) -> Markup:
    """Return the link to the other theme; the system's own needs no word in the address."""
    dark = room.is_dark(reading.view)
    other = "light" if dark else "dark"
    asked = "auto" if (other == "dark") == room.dark else other
    name = f"Switch to the {other} theme"
    drawing = icon("sun" if dark else "moon")
    to = reading.view.but(theme=asked)
    return link(drawing, to, reading.path, class_="button square", title=name, aria_label=name)


def questions(dataset: Dataset, view: View) -> Markup:
    """Return the ready questions as links; the one that the reader looks at is marked."""
    chips = []
    for question, asks in _answered(dataset):
        asked = asks.but(seen=view.seen, theme=view.theme, story=view.story)
        active = asked.but(show=view.show, event=view.event, hidden=view.hidden) == view
        chips.append(link(question, asked, class_="chip", aria_current="true" if active else None))
    return join(chips)


@cache
def _answered(dataset: Dataset) -> tuple[tuple[str, View], ...]:
    """Return the questions that have an answer so far: one without would tell that there will be one."""
    table = dataset.questions[["question", "view"]].itertuples(index=False, name=None)
    asked = ((question, View.parse(query, dataset)[0]) for question, query in table)
    return tuple((question, view) for question, view in asked if len(select(dataset, view)))
