"""The way into presenting, and what a reader changes in the story that is his own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from urllib.parse import parse_qsl, urlencode

from markupsafe import Markup

from timeline import scene
from timeline.markup import Content, join, tag
from timeline.scene import NOTE_LENGTH, Scene
from timeline.schema import TITLE_LENGTH
from timeline.story import OWN, Story, added
from timeline.story import Scene as Shown
from timeline.view import View
from timeline.web.marks import icon, link
from timeline.web.reading import Reading

STORIES, STORY = "/stories", "/story/"
_FIELD = re.compile(r"(title|note)-([1-9]\d?)")
_FULL = "This does not fit into your story any more; shorten a note or take a scene out"


def path(story: str, number: int = 0) -> str:
    """Return the path of a story, or of one of its scenes."""
    return f"{STORY}{story}/{number}" if number else f"{STORY}{story}"


def menu(reading: Reading, shown: Shown | None) -> Markup:
    """Return what can be done with the picture in sight: present it, or collect it for a story."""
    view, items = reading.view, []
    if shown:
        to = view.but(present=True)
        items.append(link(["Present this picture", tag("kbd", "P")], to, reading.path, data_presents=True))
        story = added(shown.view.but(story=view.story), shown.picture, shown.title)
        add = link("Add this view to my story", view.but(story=story), reading.path) if story else None
        items.append(add or tag("span", "My story is full", class_="quiet"))
    if count := len(scene.read(view.story)[0]):
        scenes = "1 scene" if count == 1 else f"{count} scenes"
        items.append(link(f"My story: {scenes}", view.but(event=""), path(OWN)))
    items.append(link("All stories", view.but(event=""), STORIES))
    label = [icon("screen"), tag("span", "Present")]
    return tag(
        "details",
        tag("summary", label, class_="button", aria_label="Present"),
        tag("div", items, class_="choices"),
        class_="presents",
        id="presents",
    )


def present(view: View, story: Story) -> Markup:
    """Return the button that begins to present a story."""
    to = view.but(present=True, event="")
    return link("Present", to, path(story.id, story.scenes[0].number), class_="button strong")


def outline(view: View, story: Story) -> Markup:
    """Return the titles of a story's scenes as links."""
    return tag("ol", (tag("li", _titled(view, story, each)) for each in story.scenes), class_="outline")


def _titled(view: View, story: Story, each: Shown) -> Markup:
    return link(each.title, view.but(event="", present=False), path(story.id, each.number))


# -- the reader's own story


def editor(view: View, story: Story) -> Markup:
    """Return a form of the own story: titles and notes to write, scenes to move and to take out."""
    scenes = scene.read(view.story)[0]
    rows = (_row(view, story, scenes, each) for each in story.scenes)
    return tag("ol", rows, class_="editor")


def _row(view: View, story: Story, scenes: Sequence[Scene], each: Shown) -> Markup:
    n = each.number
    title = _field(f"title-{n}", each.title, f"Title of scene {n}", TITLE_LENGTH)
    note = _field(
        f"note-{n}", each.spoken, f"Note for scene {n}", NOTE_LENGTH, placeholder="What you want to say"
    )
    look = link("Look at it", view.but(event=""), path(story.id, n), class_="button")
    moves = [
        _step("earlier", "Earlier", view, _moved(scenes, n - 1, -1)) if n > 1 else None,
        _step("later", "Later", view, _moved(scenes, n - 1, 1)) if n < len(scenes) else None,
        _step("close", "Take out", view, [other for i, other in enumerate(scenes, 1) if i != n]),
    ]
    return tag("li", tag("div", title, note, class_="fields"), look, moves, value=n)


def _field(name: str, value: str, says: str, most: int, **more: str) -> Markup:
    return tag(
        "input", type="text", name=name, id=name, value=value, maxlength=most, aria_label=says,
        autocomplete="off", **more,
    )  # fmt: skip


def _step(drawing: str, says: str, view: View, scenes: Iterable[Scene]) -> Markup:
    to = view.but(story=scene.write(scenes))
    there = path(OWN) if to.story else STORIES
    return link(icon(drawing), to, there, class_="button square", title=says, aria_label=says)


def _moved(scenes: Sequence[Scene], place: int, by: int) -> list[Scene]:
    moved = list(scenes)
    moved.insert(place + by, moved.pop(place))
    return moved


def retold(query: str) -> tuple[str, tuple[str, ...]]:
    """Return a form's query with the titles and notes that it holds put into its story.

    With it comes a sentence where they do not fit: then the story stays as it was.
    """
    pairs = parse_qsl(query, keep_blank_values=True)
    fields = {key: text for key, text in pairs if _FIELD.fullmatch(key)}
    if not fields:
        return query, ()
    rest = {key: text for key, text in pairs if key not in fields}
    old = scene.read(rest.get("story", ""))[0]
    new = [_retold(each, n, fields) for n, each in enumerate(old, start=1)]
    said = () if scene.fits(new) else (_FULL,)
    return urlencode(rest | {"story": scene.write(old if said else new)}), said


def _retold(each: Scene, number: int, fields: dict[str, str]) -> Scene:
    """Return a scene as the form has it; a title that was emptied stays, a form sends no empty field."""
    if f"title-{number}" not in fields and f"note-{number}" not in fields:
        return each
    title = scene.title(fields.get(f"title-{number}", "")) or each.title
    return replace(each, title=title, note=fields.get(f"note-{number}", "")[:NOTE_LENGTH])


def hint() -> Content:
    """Return how a story of one's own is made."""
    return join(
        "Choose ", tag("b", "Add this view to my story"), " in the menu ", tag("b", "Present"),
        " wherever a picture is worth showing. Your story stands in the address: keep the link, or send it.",
    )  # fmt: skip
