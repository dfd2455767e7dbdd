"""Stories: their scenes as far as they are told, the reader's own, and what `check` says of a wrong one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.folders import copy, swap
from tests.sets import BRASS, MANKIND
from timeline import dates, gate, scene
from timeline.dataset import Dataset, load
from timeline.gallery import PICTURES
from timeline.query import select
from timeline.story import OWN, Story, added, own, problems, stories, story
from timeline.view import View

folder = pytest.fixture(copy)


def told(whole: Dataset, seen: str) -> dict[str, list[int]]:
    found = stories(gate.known(whole, seen), View(seen=seen))
    return {each.id: [scene.number for scene in each.scenes] for each in found}


def collected(*scenes: tuple[str, str]) -> View:
    """Return a View with an own story of such titles and queries."""
    return View(story=scene.write(scene.Scene(title, "", "timeline", query) for title, query in scenes))


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        ("", {"engines": [1], "wires": [1]}),
        ("none", {"engines": [1], "wires": [1]}),
        ("S1E02", {"engines": [1], "wires": [1]}),
        ("S2E01", {"engines": [1, 2], "wires": [1]}),
        ("S2E02", {"engines": [1, 2, 3], "wires": [1, 2]}),
        ("all", {"engines": [1, 2, 3], "wires": [1, 2]}),
    ],
)
def test_a_scene_is_hidden_before_its_episode(seen: str, expected: dict[str, list[int]]) -> None:
    assert told(BRASS, seen) == expected


def test_a_story_without_a_scene_is_none() -> None:
    assert set(told(MANKIND, "S1E10")) == {"how-it-begins"}
    assert story(gate.known(MANKIND, "S1E10"), View(), "time-jumps") is None
    assert set(told(MANKIND, "S2E01")) == {"how-it-begins", "time-jumps"}
    assert story(MANKIND, View(), "nothing") is None


def test_a_scene_may_show_less_than_its_audience_knows() -> None:
    (premise, _) = stories(MANKIND, View(seen="all"))
    for shown in premise.scenes:
        assert len(shown.dataset.episodes) == 1
        assert gate.words(shown.view.seen) == "Shows the premise only."
        assert set(select(shown.dataset, shown.view)["episode"]) <= {"S1E01", ""}


def test_a_scene_is_in_the_theme_of_its_reader_and_says_his_gate() -> None:
    (shown, *_) = stories(gate.known(BRASS, "S1E02"), View(seen="S1E02", theme="dark"))[0].scenes
    assert (shown.view.seen, shown.view.theme) == ("S1E02", "dark")


def test_the_tour_has_one_scene_for_each_jump_from_where_it_leaves_to_what_it_shows() -> None:
    tour = story(MANKIND, View(seen="all"), "time-jumps")
    assert tour is not None
    windows = [shown.view.window() for shown in tour.scenes[1:5]]
    assert len(windows) == len(MANKIND.jumps)
    for (first, last), (_, jump) in zip(windows, MANKIND.jumps.iterrows(), strict=True):
        assert first == jump["from_day"] + 1 or jump["from"].endswith("~")
        assert last is not None
        # What the finale shows is in sight, and the story up to where the next season opens.
        assert last >= max(dates.parse(jump["looks_ahead"]).first, dates.parse(jump["opens"]).first - 1)
        assert last <= max(dates.parse(jump["looks_ahead"]).last, dates.parse(jump["opens"]).last)
        assert (
            jump["label"].split()[0].lower()
            in "".join(each.title + each.spoken for each in tour.scenes).lower()
        )


def test_a_premise_is_told_to_whoever_has_not_said_how_far_he_is() -> None:
    known = gate.known(MANKIND, "")
    (only,) = stories(known, View())
    assert only.id == "how-it-begins"
    assert only.scenes[0].title == "One operation goes another way"


def test_no_episode_tells_earlier_than_its_scene_says() -> None:
    assert problems(MANKIND) == problems(BRASS) == ()


# -- the reader's own


def test_a_view_is_added_as_a_scene_that_shows_it() -> None:
    view = View(season=(1,), scale="calendar", theme="dark", present=True, event="cable-seen", seen="S1E02")
    once = added(view, PICTURES["timeline"], "Season 1, by place")
    assert once is not None
    twice = added(view.but(season=(0,), story=once), PICTURES["compare"], "Two")
    assert twice is not None
    shown = own(BRASS, view.but(seen="all", story=twice))
    assert shown is not None
    assert [(each.title, each.picture.name) for each in shown.scenes] == [
        ("Season 1, by place", "timeline"),
        ("Two", "compare"),
    ]
    assert shown.scenes[0].view == View(
        season=(1,), scale="calendar", seen="S1E02", theme="dark", story=twice
    )


def test_a_full_story_takes_no_more() -> None:
    view = View(seen="all")
    for _ in range(scene.MOST):
        story = added(view, PICTURES["timeline"], "A")
        assert story is not None
        view = view.but(story=story)
    assert added(view, PICTURES["timeline"], "A") is None


@pytest.mark.parametrize(
    ("query", "seen", "shown"),
    [
        ("season=1&seen=S1E01", "S1E01", True),
        ("season=1&seen=S1E02", "S1E01", False),
        ("season=1&seen=S1E01", "all", True),
        ("season=1&seen=all", "S2E01", False),
        ("season=1&seen=all", "S2E02", True),
        ("season=1", "all", False),
        ("season=1&seen=none", "", True),
        ("season=2&seen=none", "S1E01", False),
        ("q=nothing+at+all&seen=none", "all", False),
        ("colour=red&seen=none", "all", False),
    ],
)
def test_an_own_scene_is_hidden_beyond_the_gate_it_was_made_at(query: str, seen: str, shown: bool) -> None:
    view = collected(("A", query)).but(seen=seen)
    assert (own(gate.known(BRASS, seen), view) is not None) is shown


def test_an_own_scene_keeps_its_number_where_others_are_hidden() -> None:
    view = collected(("A", "seen=S2E01"), ("B", "seen=none")).but(seen="S1E01")
    found = story(gate.known(BRASS, "S1E01"), view, OWN)
    assert isinstance(found, Story)
    assert [each.number for each in found.scenes] == [2]
    assert (found.place(2), found.place(1)) == (0, None)


# -- what `check` says


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("war,timeline", "war,time-line", "3: picture: 'time-line' is no picture; did you mean 'timeline'?"),
        (
            "season=2,",
            "seson=2,",
            "3: view: 'seson' is no filter; it was ignored; write what this data set knows",
        ),
        (
            "season=2,",
            "season=2&q=zeppelin,",
            "3: view: 'season=2&q=zeppelin' selects no event; ask for some",
        ),
        ("season=2,", "season=2&seen=none,", "3: view: 'season=2&seen=none' selects no event; ask for some"),
        (
            "S2E01,Not",
            "S1E01,Not",
            "3: episode: 'S1E01' is too early: no episode so far tells what the view asks for",
        ),
        ("engines,2", "engines,1", "3: scene: '1' stands in line 2 already; each scene of a story once"),
    ],
)
def test_a_wrong_scene_is_named_by_its_line(folder: Path, old: str, new: str, said: str) -> None:
    swap(folder, "scenes.csv", old, new)
    assert [str(each) for each in problems(load(folder))] == [f"scenes.csv:{said}"]


def test_no_story_takes_the_name_of_the_readers_own(folder: Path) -> None:
    for file in ("stories.csv", "scenes.csv", "scenes.csv"):
        swap(folder, file, "wires,", "mine,")
    (said,) = problems(load(folder))
    assert str(said) == "stories.csv:3: id: 'mine' is the reader's own story; write another id"
