"""The spoiler gate of the stories: no page, slide or note tells what only later episodes tell."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.asking import PAGES
from tests.crawling import after, said
from tests.sets import MANKIND
from timeline.story import stories
from timeline.view import View

GATES = [str(episode) for episode in MANKIND.episodes.index[:-1]]


def walked(seen: str) -> Iterator[tuple[str, str]]:
    """Yield each path of a story and what is said there, to read and to present; hidden ones too."""
    scenes = MANKIND.scenes[["story", "scene"]].itertuples(index=False, name=None)
    paths = ["/stories", *(f"/story/{name}" for name in MANKIND.stories.index)]
    paths += [f"/story/{name}/{number}" for name, number in scenes]
    memory = {"set": MANKIND.name, "seen": seen}
    for path in paths:
        for search in ("", "?present=1"):
            answer = PAGES[MANKIND.name].shows("address.search", path=path, search=search, memory=memory)
            yield f"{path}{search}", said(answer)


def leaks(seen: str) -> list[tuple[str, str]]:
    later = after(MANKIND, seen)
    return [(path, word) for path, text in walked(seen) for word in later.leaks(text)]


@pytest.mark.parametrize("seen", ["S1E01", "S1E10", "S2E05", "S3E01", "S4E10"])
def test_no_story_tells_what_is_not_watched(seen: str) -> None:
    assert leaks(seen) == []


def test_the_walk_finds_a_story_that_tells_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.web.pages.stories.stories", lambda _, view: stories(MANKIND, view))
    assert ("/stories", "Season 4") in leaks("S1E10")


@pytest.mark.parametrize("seen", GATES[::7])
def test_a_scene_that_is_shown_has_something_to_show(seen: str) -> None:
    known = MANKIND.until(seen)
    for each in stories(known, View(seen=seen)):
        assert len(each.scenes) == int((known.scenes["story"] == each.id).sum())
