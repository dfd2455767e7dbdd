"""The picture of a person, and the lifelines in the timeline's lanes."""

from __future__ import annotations

import re

import plotly.graph_objects as go
import pytest

from tests.sets import BRASS, MANKIND
from timeline import dates
from timeline.dataset import Dataset
from timeline.figures.lifelines import span
from timeline.figures.person import spec
from timeline.figures.timeline import picture
from timeline.life import life
from timeline.query import select
from timeline.view import View

PEOPLE = ["edward-baldwin", "gordo-stevens", "amber-stevens", "ted-kennedy", "aleida-rosales"]
LINE = re.compile(r"M([\d.]+),([\d.]+)L([\d.]+),([\d.]+)")


def drawn(dataset: Dataset, person: str, **view: object) -> go.Figure:
    return go.Figure(spec(dataset, life(dataset, person), View(**view), 1200, dark=False))  # type: ignore[arg-type]


def texts(figure: go.Figure) -> list[str]:
    return [text for trace in figure.data if trace.mode == "text" for text in trace.text]


@pytest.mark.parametrize("scale", ["story", "calendar", "season"])
@pytest.mark.parametrize("person", PEOPLE)
def test_every_event_of_a_person_is_one_mark(person: str, scale: str) -> None:
    figure = drawn(MANKIND, person, scale=scale, season=(1,), q="nothing of this narrows a person")
    (events,) = [trace for trace in figure.data if trace.name == "events"]
    assert sorted(events.ids) == sorted(select(MANKIND, View(person=(person,)))["id"])
    assert all(0 <= y <= figure.layout.height for y in events.y)


def test_posts_and_ages_are_written_below() -> None:
    said = texts(drawn(MANKIND, "edward-baldwin"))
    assert "Commander of Jamestown" in said
    assert {"Age", "Posts"} <= set(said)
    assert any(re.fullmatch(r"\d\d–\d\d( to \d\d–\d\d)?", text) for text in said)


def test_a_made_up_life_is_drawn_too() -> None:
    assert "Director" in texts(drawn(BRASS, "charles-babbage"))


def test_a_life_ends_with_a_death_that_is_told() -> None:
    first, last, dies = span(MANKIND, "gordo-stevens") or (0, 0, False)
    assert dies
    assert dates.parse("1983-09").first <= last <= dates.parse("1983-12").last + 1
    assert first < dates.parse("1961").last
    early = span(MANKIND.until("S1E10"), "gordo-stevens")
    assert early is not None
    assert not early[2]


def test_lanes_of_people_have_lifelines_and_others_have_none() -> None:
    def lines(view: View) -> int:
        shapes = picture(MANKIND, view, 1200, 700).layout.shapes
        return sum(len(LINE.findall(shape.path)) for shape in shapes if shape.line.width == 1.5)

    assert lines(View(lanes="person")) - lines(View(lanes="category")) == 9
    assert lines(View(lanes="person", scale="season")) == lines(View(lanes="category", scale="season"))
