"""The picture of the world at a date: years there and here on the page, facts in columns in a frame."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.made import made
from tests.pictures import assert_led, crossings, said, texts, trace
from tests.sets import BRASS, MANKIND
from tests.views import views
from timeline import gate
from timeline.dataset import Dataset, load
from timeline.figures.mirror import HEIGHT, Mirror
from timeline.figures.world import margin, spec, title
from timeline.gallery import PICTURES
from timeline.histories import pairs
from timeline.shorthand import year_of
from timeline.view import View
from timeline.world import months, world

SIZES = ((390, 900), (1000, 700), (1600, 900))


def drawn(dataset: Dataset, view: View, width: int = 1200, height: int = 0, **how: bool) -> dict[str, Any]:
    return spec(dataset, view, width, height, dark=how.get("dark", False), framed=how.get("framed", False))


def assert_sound(dataset: Dataset, view: View, width: int, height: int, **how: bool) -> None:
    figure = drawn(dataset, view, width, height, **how)
    written, tall = texts(figure), figure["layout"]["height"]
    assert crossings(written) == []
    for text in written:
        assert text.text.strip()
        assert 0 <= text.x0 <= text.x1 <= width, text
        assert 0 <= text.y0 <= text.y1 <= tall, text
    assert len(figure["data"]) <= 4
    assert_led(dataset, {*trace(figure, "doors")["ids"], *trace(figure, "events")["ids"]})


@settings(max_examples=12)
@given(views(MANKIND), st.sampled_from(SIZES), st.booleans())
def test_a_picture_of_any_view_is_sound(view: View, size: tuple[int, int], framed: bool) -> None:
    known = gate.known(MANKIND, view.seen)
    assert_sound(known, View.parse(view.to_query(), known)[0], *size, framed=framed)


@settings(max_examples=10)
@given(views(BRASS), st.sampled_from(SIZES), st.booleans())
def test_a_picture_of_any_small_view_is_sound(view: View, size: tuple[int, int], framed: bool) -> None:
    known = gate.known(BRASS, view.seen)
    assert_sound(known, View.parse(view.to_query(), known)[0], *size, framed=framed)


@pytest.mark.parametrize("framed", [True, False])
def test_made_sets_are_drawn(tmp_path: Path, framed: bool) -> None:
    for place, how in enumerate(({"splits": False}, {"seasons": 11, "spice": " <i>&"})):
        odd = load(made(tmp_path / str(place), 60, **how))  # type: ignore[arg-type]
        assert_sound(odd, View(), 1000, 700, framed=framed)
        assert_sound(odd, View(), 390, 0, framed=framed)


def test_it_is_a_figure_of_plotly() -> None:
    for dark in (False, True):
        assert go.Figure(drawn(MANKIND, View(at="1983-06"), framed=True, dark=dark)).layout.height >= 540


def test_years_lead_to_the_world_then() -> None:
    figure = drawn(MANKIND, View(at="1983-06"))
    doors = trace(figure, "doors")
    assert figure["layout"]["height"] == HEIGHT
    assert len(doors["ids"]) == 2012 - 1966 + 1
    assert doors["ids"][0] == "?view=world&at=1966-06"
    found = pairs(MANKIND, View())
    there = sum(year_of(int(each.theirs.day)) == 1983 and each.relation != "averted" for each in found)
    ours = {each.counterpart for each in found if each.ours and year_of(int(each.ours.day)) == 1983}
    tip = doors["hovertext"][1983 - 1966]
    assert tip == f"<b>1983</b><br>{there} there, {len(ours)} here<br>Click: the world then"


def test_the_axis_is_the_months_that_can_be_asked_for() -> None:
    mirror = Mirror(MANKIND, View(at="1983-06"), (24.0, 976.0, 0.0))
    assert (mirror.x(months.number("1966-01")), mirror.x(months.number("2012-12"))) == (24.0, 976.0)
    assert mirror.x(months.number("1950-01")) == 24.0
    (line,) = trace(drawn(MANKIND, View(at="1983-06"), 1000), "rings")["x"]
    assert line == pytest.approx(mirror.x(months.number("1983-06")), abs=0.1)
    assert (margin(1000), margin(390)) == (24.0, 16.0)


def test_a_frame_holds_the_facts() -> None:
    written = said(drawn(MANKIND, View(at="1995-06", seen="all"), 1600, 900, framed=True))
    everything = " ".join(written)
    assert written[0] == "The world in June 1995" == title(MANKIND, View(at="1995-06"))
    assert "President of the United States: Ellen Wilson. Here: Bill Clinton." in written
    for name in ("They have it, we still wait: 29", "At the same time, otherwise: 36", "Only there: 78"):
        assert name in written
    assert "Only here: 20" in written
    assert len(re.findall(r"and \d+ more", everything)) == 4
    assert "35 to 38 years later" in everything
    assert written[-1].endswith(f"version {MANKIND.version}, {MANKIND.licence}. {MANKIND.notice}")


def test_the_marks_in_a_frame_are_events() -> None:
    figure = drawn(MANKIND, View(at="1983-06"), 1600, 900, framed=True)
    held = world(MANKIND, View(), "1983-06").held
    events = trace(figure, "events")
    marked = {*events["ids"]}
    assert len(marked) == len(events["ids"]) > 20
    shown = {each.event for state in ("theirs", "otherwise", "there", "here") for each in held[state]}
    assert marked <= shown
    assert (
        "<b>Korolev dies</b><br>14 Jan 1966. There: Sergei Korolev survives his operation"
        in events["hovertext"]
    )


def test_a_frame_says_how_far_it_tells() -> None:
    known = MANKIND.until("S1E10")
    written = said(drawn(known, View(seen="S1E10", at="2012-12"), framed=True))
    assert written[0] == "The world in December 1983"
    assert "Shows up to S1E10." in written[-1]


def test_it_is_described_in_words() -> None:
    said = PICTURES["histories"].description(
        MANKIND, View(aspect="world", at="1983-06", category=("spaceflight",))
    )
    assert said.startswith(
        f"The world of {MANKIND.title} in June 1983, beside our history; only Spaceflight."
    )
    assert "things that reach us only later, typically" in said


def test_it_is_the_picture_of_its_aspect() -> None:
    view, taken = View(aspect="world", at="1995-06"), PICTURES["histories"]
    assert taken.title(MANKIND, view) == "The world in June 1995"
    for framed in (True, False):
        asked = taken.spec(MANKIND, view, 1600, 900, dark=False, framed=framed)
        assert said(asked) == said(drawn(MANKIND, view, 1600, 900, framed=framed))
