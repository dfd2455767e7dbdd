"""Lanes: every event in exactly one, and only lanes with something in them."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from tests.sets import BRASS, MANKIND
from tests.views import views
from timeline.grouping import Grouping, group
from timeline.query import select
from timeline.view import View


def grouped(**answers: Any) -> dict[str, list[str]]:
    """Return the small set's events by lane."""
    view = View(**answers)
    events = select(BRASS, view)
    found = group(BRASS, view, events)
    return {name: events["id"][found.lane == lane].tolist() for lane, name in enumerate(found.names)}


@settings(max_examples=60)
@given(views(MANKIND))
def test_every_event_has_one_lane_and_every_lane_an_event(view: View) -> None:
    events = select(MANKIND, view)
    found: Grouping = group(MANKIND, view, events)
    assert len(found.lane) == len(events)
    assert set(np.unique(found.lane)) == set(range(len(found.names)))
    assert len(set(found.names)) == len(found.names)


@pytest.mark.parametrize(
    ("lanes", "names"),
    [
        ("place", ["Sea", "Land"]),
        ("season", ["Background", "Season 1", "Season 2"]),
        ("decade", ["1810s", "1820s", "1830s", "1840s", "1850s"]),
        ("category", ["Politics", "Science", "People", "Transport"]),
        ("organisation", ["Engine Office", "Royal Society", "None named"]),
        ("person", ["Charles Babbage", "Ada Lovelace", "Jane Harrow", "Nobody named"]),
    ],
)
def test_lanes_have_names_in_order(lanes: str, names: list[str]) -> None:
    assert list(grouped(lanes=lanes)) == names


def test_an_event_stands_with_the_first_of_its_people() -> None:
    people = grouped(lanes="person")
    assert "ada-meets-babbage" in people["Ada Lovelace"]
    assert "babbage-dies" in people["Charles Babbage"]


def test_chosen_people_have_lanes_of_their_own() -> None:
    people = grouped(lanes="person", person=("ada-lovelace",))
    assert list(people) == ["Ada Lovelace"]
    assert "babbage-dies" in people["Ada Lovelace"]


def test_the_many_share_a_lane() -> None:
    view = View(lanes="person")
    names = group(MANKIND, view, select(MANKIND, view)).names
    assert len(names) == 11
    assert names[-2:] == ("Other people", "Nobody named")
