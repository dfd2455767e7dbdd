"""The comparison's pictures: every event once, every text in its own place, at every width and on any set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.folders import copy, swap
from tests.made import made
from tests.pictures import assert_led, crossings, said, texts, trace
from tests.sets import BRASS, MANKIND
from tests.views import views
from timeline import gate, theme
from timeline.comparison.cases import cases
from timeline.dataset import Dataset, load
from timeline.figures import compare, flags, parts
from timeline.view import ALIGNS, COMPARED, View

WIDTHS = (390, 768, 1024, 1440, 1920)
MOST_TRACES = 6
PICTURES = {"compare": compare.spec, "parts": parts.spec}

Picture = Callable[..., dict[str, Any]]


@lru_cache(maxsize=64)
def drawn(picture: Picture, dataset: Dataset, view: View, width: int, **how: bool) -> dict[str, Any]:
    """Return a picture as plain values."""
    return picture(dataset, view, width, **how)


def assert_sound(picture: Picture, dataset: Dataset, view: View, width: int, **how: bool) -> None:
    """Assert what holds of both pictures: texts apart and inside, marks inside, clicks that lead."""
    figure = drawn(picture, dataset, view, width, **how)
    tall = figure["layout"]["height"]
    assert len(figure["data"]) <= MOST_TRACES
    written = texts(figure)
    assert crossings(written) == []
    for text in written:
        assert text.text.strip()
        assert min(text.x0, text.y0) >= 0, text
        assert (text.x1 <= width, text.y1 <= tall) == (True, True), text
    for name in ("events", "rings", "doors"):
        found = trace(figure, name)
        assert all(0 <= x <= width for x in found["x"])
        assert all(0 <= y <= tall for y in found["y"])
    assert_led(dataset, {*trace(figure, "events")["ids"], *trace(figure, "doors")["ids"]})
    if picture is compare.spec:
        expected = Counter(event for case in cases(dataset, view) for event in case.events["id"])
        assert Counter(trace(figure, "events")["ids"]) == expected


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("align", ALIGNS)
def test_seasons_are_sound_on_every_scale_and_width(align: str, width: int) -> None:
    assert_sound(compare.spec, MANKIND, View(align=align), width)
    for framed in (False, True):
        assert_sound(compare.spec, BRASS, View(align=align), width, framed=framed)


@pytest.mark.parametrize("width", WIDTHS)
def test_parts_are_sound_at_every_width(width: int) -> None:
    for framed in (False, True):
        assert_sound(parts.spec, MANKIND, View(), width, framed=framed)
        assert_sound(parts.spec, BRASS, View(season=(1,)), width, framed=framed)


@pytest.mark.parametrize("by", COMPARED[1:])
@pytest.mark.parametrize("width", [390, 1440])
def test_episodes_and_people_are_sound(by: str, width: int) -> None:
    for framed in (False, True):
        assert_sound(compare.spec, MANKIND, View(by=by), width, framed=framed)
        assert_sound(compare.spec, BRASS, View(by=by), width, framed=framed)


@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize("seasons", [1, 2, 12])
def test_made_sets_are_sound(tmp_path: Path, name: str, seasons: int) -> None:
    dataset = load(made(tmp_path / "set", 240, seasons=seasons))
    for width in (390, 1440):
        assert_sound(PICTURES[name], dataset, View(), width, framed=True)


@pytest.mark.parametrize("name", PICTURES)
def test_a_set_with_wide_texts_is_sound(tmp_path: Path, name: str) -> None:
    dataset = load(made(tmp_path / "set", 200, seasons=4, spice=" – Ünïcödé WIDE <b>&amp;"))
    for width in (390, 1440):
        assert_sound(PICTURES[name], dataset, View(), width, framed=True)


@settings(max_examples=10)
@given(views(MANKIND), st.sampled_from(WIDTHS), st.sampled_from(sorted(PICTURES)))
def test_a_picture_of_any_view_is_sound(view: View, width: int, name: str) -> None:
    assert_sound(PICTURES[name], MANKIND, view, width)


@settings(max_examples=10)
@given(views(BRASS), st.sampled_from(WIDTHS), st.sampled_from(sorted(PICTURES)))
def test_a_picture_of_any_small_view_is_sound(view: View, width: int, name: str) -> None:
    known = gate.known(BRASS, view.seen)
    here = View.parse(view.to_query(), known)[0]
    assert_sound(PICTURES[name], known, here, width, framed=True)


@pytest.mark.parametrize("name", PICTURES)
def test_the_gate_holds_in_both_pictures(name: str) -> None:
    known, view = MANKIND.until("S2E05"), View(seen="S2E05")
    for width in (390, 1440):
        assert_sound(PICTURES[name], known, view, width, framed=True)
        words = " ".join(said(drawn(PICTURES[name], known, view, width, framed=True)))
        assert "S2E05" in words
        assert "Season 3" not in words
        assert "12 years" not in words


@pytest.mark.parametrize("name", PICTURES)
def test_plotly_finds_nothing_wrong(name: str) -> None:
    for align in ALIGNS:
        figure = drawn(PICTURES[name], MANKIND, View(align=align), 1440, framed=True, dark=True)
        assert go.Figure(figure).to_dict()["data"] == figure["data"]


@pytest.mark.parametrize("name", PICTURES)
def test_only_colours_differ_in_the_dark(name: str) -> None:
    light, dark = (
        drawn(PICTURES[name], MANKIND, View(), 1440, dark=dark, framed=True) for dark in (False, True)
    )
    assert texts(light) == texts(dark)
    for kind in ("events", "doors", "rings"):
        for column in ("x", "y", "ids"):
            assert trace(light, kind).get(column) == trace(dark, kind).get(column)
    for figure, ground in ((light, theme.LIGHT), (dark, theme.DARK)):
        inks = {theme.season_ink(MANKIND, n, dark=ground is theme.DARK) for n in range(1, 6)}
        assert set(trace(figure, "texts")["textfont"]["color"]) <= {*ground.values(), *inks}


def test_season_colours_are_legible_as_text() -> None:
    def luminance(colour: str) -> float:
        parts_ = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts_]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    for dark in (False, True):
        for name in ("ground", "panel"):
            ground = luminance(theme.tokens(dark=dark)[name])
            for season in range(1, 6):
                ink = luminance(theme.season_ink(MANKIND, season, dark=dark))
                low, high = sorted((ground, ink))
                assert (high + 0.05) / (low + 0.05) >= 4.5


def test_turning_points_are_flagged_and_the_rest_stay_marks() -> None:
    written = set(said(drawn(compare.spec, MANKIND, View(), 1440)))
    weight = dict(zip(MANKIND.events["label"], MANKIND.events["importance"], strict=True))
    flagged = [label for label in written if label in weight]
    assert len(flagged) >= 24
    assert {weight[label] for label in flagged} == {1}


def test_flags_touch_neither_marks_nor_each_other() -> None:
    marks = tuple((100.0 + 40 * i, 120.0 - 6 * i) for i in range(8))
    names = tuple(f"A turning point {i}" for i in range(8))
    room = flags.Room(60, 20, 640, 140, 9)
    planted = flags.plant(marks, names, marks, room)
    assert 2 <= len(planted) <= 8
    assert len({flag.mark for flag in planted}) == len(planted)
    for flag in planted:
        assert room.y0 <= flag.y - 8
        assert flag.y + 8 <= room.y1
    assert flags.plant((), (), (), room) == ()


def test_rows_share_one_step_an_event() -> None:
    events = trace(drawn(compare.spec, MANKIND, View(), 1440), "events")
    y = dict(zip(events["ids"], events["y"], strict=True))
    steps = []
    for case in cases(MANKIND, View(season=(1, 2))):
        climb = [y[event] for event in case.own["id"]]
        steps.append((climb[0] - climb[-1]) / (len(climb) - 1))
        assert climb == sorted(climb, reverse=True)
    assert steps[0] == pytest.approx(steps[1], abs=0.01)


def test_a_season_without_events_and_overlapping_ones_are_drawn(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    swap(folder, "seasons.csv", "\n2,", "\n3,Season 3,1857,1872,,,,guide,\n2,")
    swap(folder, "seasons.csv", "Season 2,1854-03", "Season 2,1842-03")
    swap(folder, "jumps.csv", "1855,1854,", "1855,1842-03,")
    dataset = load(folder)
    for align in ALIGNS:
        for width in (390, 1440):
            assert_sound(compare.spec, dataset, View(align=align), width, framed=True)
            assert_sound(parts.spec, dataset, View(align=align), width, framed=True)
    assert "No events" in said(drawn(compare.spec, dataset, View(), 1440))


def test_a_partial_season_is_outlined_and_says_so() -> None:
    words = said(drawn(compare.spec, MANKIND, View(), 1440, framed=True))
    assert "2012 · partial" in words
    assert "9 events so far" in words


def test_jumps_say_how_far_and_how_long_the_wait() -> None:
    words = said(drawn(compare.spec, MANKIND, View(), 1440))
    assert {"9 years", "12 years", "8 years", "S3 opens", "Real wait: 26 months"} <= set(words)
    assert "10.6 to 1" in said(drawn(parts.spec, MANKIND, View(), 1440))


@pytest.mark.parametrize("by", ["season", "person"])
def test_the_chosen_event_has_a_ring(by: str) -> None:
    view = View(by=by)
    event = cases(MANKIND, view)[0].events["id"].iloc[2]
    marks = trace(drawn(compare.spec, MANKIND, view, 1440), "events")
    plain, chosen = (
        trace(drawn(compare.spec, MANKIND, view.but(event=each), 1440), "rings") for each in ("", event)
    )
    places = {(marks["x"][i], marks["y"][i]) for i, each in enumerate(marks["ids"]) if each == event}
    assert len(chosen["x"]) == len(plain["x"]) + len(places)
    assert places <= set(zip(chosen["x"], chosen["y"], strict=True))
