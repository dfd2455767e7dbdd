"""A story: its scenes with what is said of them; and each scene, to read or to present."""

from __future__ import annotations

from dataclasses import replace

from markupsafe import Markup

from timeline.dataset import Dataset
from timeline.markup import join, tag
from timeline.story import OWN, Scene, Story, story
from timeline.web import cards, ids, listing, slide, telling, toolbar
from timeline.web.marks import link
from timeline.web.page import Answer, Page
from timeline.web.reading import Reading, href
from timeline.web.room import Room

_LOW = 130
"""Px that title and note of a scene take from its picture."""


def there(reading: Reading) -> bool:
    """Tell whether the reader may see the story, and the scene, that the path names."""
    found, number = _asked(reading)
    return found is not None and (number == 0 or found.place(number) is not None)


def title(reading: Reading) -> str:
    """Return the scene's title, or the story's."""
    found, shown = _shown(reading)
    return f"{shown.title} · {found.title}" if shown else found.title


def answer(_: Dataset, reading: Reading, room: Room) -> Answer:
    """Return the story or the scene, which may be on a stage."""
    found, shown = _shown(reading)
    if shown is None:
        return _overview(reading, found)
    if reading.view.present:
        return slide.staged(reading, room, shown, found)
    return _scene(reading, room, found, shown)


def scene(reading: Reading) -> Scene | None:
    """Return the scene that the path names; a story as a whole has none."""
    return _shown(reading)[1]


def _asked(reading: Reading) -> tuple[Story | None, int]:
    """Return the story of a path, and the number of its scene: 0 for all, -1 for what is no number."""
    name, slash, number = reading.path.removeprefix(telling.STORY).partition("/")
    asked = int(number) if number.isascii() and number.isdigit() and len(number) < 5 else -1
    return story(reading.dataset, reading.view, name), (asked or -1) if slash else 0


def _shown(reading: Reading) -> tuple[Story, Scene | None]:
    """Return the story of a path that is there, and its scene or None."""
    found, number = _asked(reading)
    if found is None:
        raise LookupError(f"there is no story at {reading.path}; ask `there` first")
    return found, next((each for each in found.scenes if each.number == number), None)


def _overview(reading: Reading, found: Story) -> Answer:
    view = reading.view
    count = "1 scene" if len(found.scenes) == 1 else f"{len(found.scenes)} scenes"
    head = [tag("h2", found.title), tag("p", count, class_="lead"), telling.present(view, found)]
    parts = (_part(reading, found, each) for each in found.scenes)
    html = {
        ids.TOOLBAR: tag("div", head, class_="about") + toolbar.carried(view),
        ids.BODY: telling.editor(view, found) if found.id == OWN else tag("ol", parts, class_="script"),
    }
    return Answer(html, join(f"{found.title}: {count}"), shows="is-story")


def _part(reading: Reading, found: Story, each: Scene) -> Markup:
    there = link(each.title, reading.view.but(event=""), telling.path(found.id, each.number))
    return tag("li", tag("h3", there), tag("p", each.spoken) if each.spoken else None)


def _scene(reading: Reading, room: Room, found: Story, shown: Scene) -> Answer:
    """Return a scene to read: title and note over the picture, and its events below."""
    view = shown.view.but(event=reading.view.event, seen=reading.view.seen)
    inner = replace(reading, dataset=shown.dataset, view=view)
    width, height = room.picture(reading.view, filters=False)
    dark = room.is_dark(reading.view)
    drawn = shown.picture.spec(shown.dataset, view, width, height - _LOW, dark=dark, framed=False)
    html = {
        ids.TOOLBAR: _over(reading, found, shown) + toolbar.carried(reading.view),
        ids.LISTING: listing.listing(replace(inner, path="/")),
        ids.CARD: cards.panel(inner),
    }
    at = (found.place(shown.number) or 0) + 1
    said = join(f"Scene {at} of {len(found.scenes)}: {shown.title}")
    return Answer(html, said, drawn, shows="is-story is-scene shows-picture")


def _over(reading: Reading, found: Story, shown: Scene) -> Markup:
    """Return what stands over a scene to read: where it is in its story, title, note, the ways on."""
    view, at, scenes = reading.view.but(event=""), found.place(shown.number) or 0, found.scenes
    steps = [
        link(name, view, telling.path(found.id, scenes[to].number), class_="button", title=scenes[to].title)
        for name, to in (("Previous", at - 1), ("Next", at + 1))
        if 0 <= to < len(scenes)
    ]
    to = view.but(present=True)
    present = link("Present", to, reading.path, class_="button strong", data_presents=True)
    file = tag("a", "Slides", href=href(view, f"{telling.path(found.id)}.pptx"), class_="button",
               download=True, title="All scenes as a PPTX")  # fmt: skip
    whole = link(found.title, view, telling.path(found.id))
    where = tag("p", whole, f", scene {at + 1} of {len(scenes)}", class_="quiet")
    return join(
        tag("div", where, tag("span", class_="space"), steps, file, present, class_="row"),
        tag("h2", shown.title),
        tag("p", shown.spoken, class_="lead") if shown.spoken else None,
    )


PAGE = Page(telling.STORY, "", title, answer, there=there, scene=scene)
