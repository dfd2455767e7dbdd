"""A picture on a stage: it fills the window, and nothing else is in sight."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from timeline.figures.slide import slide
from timeline.markup import join, tag
from timeline.story import Scene, Story
from timeline.web import ids, telling, toolbar
from timeline.web.marks import icon, link
from timeline.web.page import Answer
from timeline.web.reading import Reading
from timeline.web.room import Room

_FOOT = 0.032
"""The share of the window's height below a story's picture, for where one is in it."""


def staged(reading: Reading, room: Room, shown: Scene, story: Story | None = None) -> Answer:
    """Return a scene as a slide; of a story, with the ways to the next scene and the one before."""
    low = round(room.tall * _FOOT) if story else 0
    drawn = _drawn(shown, room, room.tall - low, titled=story is not None)
    html = {
        ids.BODY: join(_head(shown), _controls(reading, shown, story), _progress(shown, story)),
        ids.TOOLBAR: toolbar.carried(reading.view),
    }
    return Answer(html, _said(shown, story), drawn, shows="shows-picture presenting")


def _drawn(shown: Scene, room: Room, height: int, *, titled: bool) -> dict[str, Any]:
    dark = room.is_dark(shown.view)

    def draw(width: int, height: int) -> dict[str, Any]:
        return shown.picture.spec(shown.dataset, shown.view, width, height, dark=dark, framed=True)

    return slide(draw, room.width, height, shown.title if titled else "")


def _head(shown: Scene) -> Markup:
    """Return the title for those who hear the page, and the note for the presenter's second window."""
    return join(
        tag("h1", shown.title, class_="unseen"),
        tag("p", shown.spoken, id="spoken", hidden=True),
    )


def _controls(reading: Reading, shown: Scene, story: Story | None) -> Markup:
    """Return what a pointer or the Tab key brings into sight."""
    leave = link(
        icon("close"), reading.view.but(present=False), reading.path,
        class_="button square leave", title="Leave (Esc)", aria_label="Leave the presentation",
    )  # fmt: skip
    full = _button("full-screen", "full", "Full screen (F)")
    notes = _button("notes", "notes", "Notes in a second window (N)") if story else None
    steps = _steps(reading, shown, story) if story else []
    return tag("nav", steps, full, notes, leave, class_="controls", aria_label="Presentation")


def _button(drawing: str, does: str, says: str) -> Markup:
    return tag(
        "button", icon(drawing), type="button", class_="button square", data_does=does, title=says,
        aria_label=says,
    )  # fmt: skip


def _steps(reading: Reading, shown: Scene, story: Story) -> list[Markup]:
    """Return the links to the scenes around: a key looks for them by their class."""
    at = _place(shown, story)
    scenes = story.scenes
    ways = [("first", "First scene", 0), ("before", "Previous scene (←)", at - 1)]
    ways += [("next", "Next scene (→)", at + 1), ("last", "Last scene", len(scenes) - 1)]
    drawings = {"before": "left", "next": "right"}
    return [
        link(
            icon(drawings[name]) if name in drawings else says,
            reading.view, telling.path(story.id, scenes[to].number),
            class_=f"button square {name}", title=says, aria_label=says, data_title=scenes[to].title,
            hidden=name not in drawings,
        )
        for name, says, to in ways
        if 0 <= to < len(scenes)
    ]  # fmt: skip


def _progress(shown: Scene, story: Story | None) -> Markup | None:
    if story is None:
        return None
    at, count = _place(shown, story) + 1, len(story.scenes)
    return tag(
        "div",
        tag("span", story.title),
        tag("b", f"{at} / {count}"),
        tag("i", style=f"--done:{at / count:.2%}"),
        class_="progress",
        id="progress",
        aria_hidden="true",
    )


def _place(shown: Scene, story: Story) -> int:
    return story.place(shown.number) or 0


def _said(shown: Scene, story: Story | None) -> Markup:
    if story is None:
        return join(shown.title)
    return join(f"Scene {_place(shown, story) + 1} of {len(story.scenes)}: {shown.title}")
