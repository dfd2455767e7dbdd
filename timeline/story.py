"""(Dataset, View) -> the stories that can be shown: scenes, each a picture of a View with title and note."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from timeline import gate, scene
from timeline.dataset import Dataset, Problem
from timeline.dataset.problems import guess
from timeline.gallery import PICTURES, Picture
from timeline.query import select
from timeline.view import View

OWN = "mine"
"""The id of the reader's own story, which stands in its address."""
_OWN_TITLE = "My story"
_PAGE = ("theme", "hidden", "show", "present", "story", "event")
"""What a View says of the page and its reader, not of the picture."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A scene as its reader may see it: of `dataset`, which may hold less than he knows.

    number: its place in the file or in the address, counting from 1; hidden ones leave gaps.
    """

    number: int
    title: str
    spoken: str
    picture: Picture
    view: View
    dataset: Dataset


@dataclass(frozen=True, slots=True)
class Story:
    """A story, without the scenes that its reader may not see; it has at least one."""

    id: str
    title: str
    scenes: tuple[Scene, ...]

    def place(self, number: int) -> int | None:
        """Return the place of a scene among those that are seen; None where there is no such scene."""
        numbers = [each.number for each in self.scenes]
        return numbers.index(number) if number in numbers else None


def stories(dataset: Dataset, view: View) -> tuple[Story, ...]:
    """Return the data set's stories as far as they are told to the reader of a View.

    A scene is hidden, title and all, before its episode is watched, and where its view asks for anything that
    is not known so far.
    """
    return tuple(
        replace(each, scenes=tuple(_for(scene, view) for scene in each.scenes)) for each in _told(dataset)
    )


def story(dataset: Dataset, view: View, name: str) -> Story | None:
    """Return a story by its id, the reader's own too; None where there is none for this reader."""
    if name == OWN:
        return own(dataset, view)
    return next((each for each in stories(dataset, view) if each.id == name), None)


def own(dataset: Dataset, view: View) -> Story | None:
    """Return the story that the View holds: without a word of how far it tells, a scene is not shown."""
    found = (_own(dataset, number, each) for number, each in enumerate(scene.read(view.story)[0], start=1))
    shown = tuple(_for(each, view) for each in found if each)
    return Story(OWN, _OWN_TITLE, shown) if shown else None


def _own(dataset: Dataset, number: int, each: scene.Scene) -> Scene | None:
    asked, notices = View.parse(each.query, dataset)
    told = asked.seen if gate.asks(dataset) else gate.ALL
    if notices or each.picture not in PICTURES or not told or (told == gate.ALL and not dataset.complete):
        return None
    return _scene(dataset, Scene(number, each.title, each.note, PICTURES[each.picture], asked, dataset))


def added(view: View, picture: Picture, title: str) -> str | None:
    """Return a View's story with the View itself as its last scene; None where no more fits."""
    shown = _shown(view, view.seen or gate.NOTHING)
    new = scene.Scene(scene.title(title), "", picture.name, shown.to_query())
    scenes = (*scene.read(view.story)[0], new)
    return scene.write(scenes) if scene.fits(scenes) else None


@cache
def _told(dataset: Dataset) -> tuple[Story, ...]:
    """Return the data set's stories with the scenes that can be drawn of it."""
    rows = dataset.scenes.sort_values("scene", kind="stable")
    found = []
    for name, title in dataset.stories["title"].items():
        scenes = (_readable(dataset, row) for row in rows[rows["story"] == name].itertuples())
        if shown := tuple(filter(None, scenes)):
            found.append(Story(str(name), str(title), shown))
    return tuple(found)


def _readable(dataset: Dataset, row: Any) -> Scene | None:
    """Return the scene of a row; None where it asks for anything unknown, or shows nothing."""
    asked, notices = View.parse(row.view, dataset)
    if notices or row.picture not in PICTURES:
        return None
    return _scene(dataset, Scene(row.scene, row.title, row.spoken, PICTURES[row.picture], asked, dataset))


def _scene(dataset: Dataset, asked: Scene) -> Scene | None:
    """Return a scene of what its view lets its audience know; None where that leaves nothing of it."""
    seen = asked.view.seen if gate.asks(dataset) and asked.view.seen != gate.ALL else ""
    known = gate.known(dataset, seen) if seen else dataset
    view, notices = View.parse(asked.view.to_query(), known)
    if notices or not len(select(known, view)):
        return None
    return replace(asked, view=_shown(view, seen), dataset=known)


def _shown(view: View, seen: str) -> View:
    """Return a View as a scene shows it: without what belongs to its reader and to the page around it."""
    default = View()
    return view.but(**{name: getattr(default, name) for name in _PAGE}, seen=seen)


def _for(shown: Scene, view: View) -> Scene:
    """Return a scene in the theme of the View, and with the word of how far its reader has watched."""
    seen = shown.view.seen or view.seen
    return replace(shown, view=shown.view.but(seen=seen, theme=view.theme, story=view.story))


def problems(dataset: Dataset) -> tuple[Problem, ...]:
    """Return what is wrong with the scenes of a whole data set that no cell alone shows, by line.

    A picture must be one that can be drawn; a view must be understood in all its parts and select something;
    a scene stands once in its story.
    """
    found: list[Problem] = []
    file, lines = dataset.lines("scenes")
    numbers: dict[tuple[str, int], int] = {}
    for row, line in zip(dataset.scenes.itertuples(), lines, strict=True):
        found += (Problem(file, line, column, text) for column, text in _faults(dataset, row))
        first = numbers.setdefault((row.story, row.scene), line)
        if first != line:
            text = f"'{row.scene}' stands in line {first} already; each scene of a story once"
            found.append(Problem(file, line, "scene", text))
    if OWN in dataset.stories.index:
        file, lines = dataset.lines("stories")
        line = lines[dataset.stories.index.get_loc(OWN)]
        found.append(Problem(file, line, "id", f"'{OWN}' is the reader's own story; write another id"))
    return tuple(sorted(found))


def _faults(dataset: Dataset, row: Any) -> Iterator[tuple[str, str]]:
    """Yield column and sentence of what is wrong with a scene."""
    if row.picture not in PICTURES:
        hint = guess(row.picture, PICTURES) or f"; allowed: {', '.join(PICTURES)}"
        yield "picture", f"'{row.picture}' is no picture{hint}"
        return
    _, notices = View.parse(row.view, dataset)
    yield from (("view", f"{notice}; write what this data set knows") for notice in notices)
    if notices:
        return
    if not _readable(dataset, row):
        yield "view", f"'{row.view}' selects no event; ask for some"
    elif row.episode and not _readable(gate.known(dataset, row.episode), row):
        yield "episode", f"'{row.episode}' is too early: no episode so far tells what the view asks for"
