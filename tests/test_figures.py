"""The main picture: every event once, every text in its own place, every click leading somewhere."""

from __future__ import annotations

import re

import plotly.graph_objects as go
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pictures import assert_sound, drawn, said, texts, trace
from tests.sets import BRASS, MANKIND
from tests.views import views
from timeline import theme
from timeline.figures.timeline import picture
from timeline.query import select
from timeline.view import LANES, SCALES, View

KINDS = [*((scale, "world") for scale in SCALES), ("sequence", "told")]
SIZES = [(1280, 720), (1440, 900), (1920, 1080)]
NARROW_AND_WIDE = [(360, 640), (768, 1024), (2560, 1440)]


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("lanes", LANES)
@pytest.mark.parametrize(("scale", "order"), KINDS)
def test_every_picture_of_all_events_is_sound(
    scale: str, order: str, lanes: str, size: tuple[int, int]
) -> None:
    assert_sound(MANKIND, View(scale=scale, order=order, lanes=lanes), *size)


@pytest.mark.parametrize("size", NARROW_AND_WIDE, ids=str)
def test_a_picture_is_sound_at_every_width(size: tuple[int, int]) -> None:
    for (scale, order), lanes in zip(KINDS, LANES, strict=False):
        assert_sound(BRASS, View(scale=scale, order=order, lanes=lanes), *size)
        assert_sound(MANKIND, View(scale=scale, order=order, lanes=lanes), *size)
    for lanes in LANES:
        assert_sound(MANKIND, View(lanes=lanes, season=(2, 3), our=True), *size)


@pytest.mark.parametrize(
    "view",
    [
        # A date at the axis's right edge, seasons whose last and first episodes are neighbours, and a gutter
        # too narrow for how many real events have no name.
        View(place=("illinois", "moon"), scale="season", lanes="decade"),
        View(start="1985", end="2013", scale="sequence", order="told", lanes="category"),
        View(season=(0, 2), scale="sequence", order="told", lanes="category"),
        View(relation=("earlier",), scale="calendar", lanes="person", our=True),
    ],
)
def test_a_picture_is_sound_where_it_is_crowded(view: View) -> None:
    for size in (*SIZES, *NARROW_AND_WIDE):
        assert_sound(MANKIND, view, *size)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("scale", ["story", "calendar", "sequence"])
def test_a_picture_with_our_history_and_a_frame_is_sound(scale: str, size: tuple[int, int]) -> None:
    assert_sound(MANKIND, View(scale=scale, our=True, lanes="category"), *size, framed=True)


@settings(max_examples=50)
@given(views(MANKIND), st.sampled_from([*SIZES, *NARROW_AND_WIDE]))
def test_a_picture_of_any_view_is_sound(view: View, size: tuple[int, int]) -> None:
    assert_sound(MANKIND, view, *size)


@settings(max_examples=40)
@given(views(BRASS), st.sampled_from(SIZES), st.booleans())
def test_a_picture_of_any_small_view_is_sound(view: View, size: tuple[int, int], framed: bool) -> None:
    assert_sound(BRASS, view, *size, framed=framed)


@pytest.mark.parametrize(("scale", "order"), KINDS)
@pytest.mark.parametrize("lanes", ["place", "person"])
def test_plotly_finds_nothing_wrong(scale: str, order: str, lanes: str) -> None:
    view = View(scale=scale, order=order, lanes=lanes, our=True, event="cable-holds")
    figure = drawn(BRASS, view, dark=True, framed=True)
    assert go.Figure(figure).to_dict()["data"] == figure["data"]


def test_plotly_finds_nothing_wrong_with_a_full_picture() -> None:
    figure = drawn(MANKIND, View(our=True), framed=True)
    assert go.Figure(figure).to_dict()["layout"]["shapes"] == figure["layout"]["shapes"]
    with pytest.raises(ValueError, match="symbol"):
        go.Figure({"data": [{"type": "scatter", "marker": {"symbol": "moon"}}]})


def test_only_colours_differ_in_the_dark() -> None:
    view = View(our=True, event="sea-dragon-launch-1983")
    light, dark = (drawn(MANKIND, view, dark=dark, framed=True) for dark in (False, True))
    assert texts(light) == texts(dark)
    for name in ("events", "doors", "rings"):
        for column in ("x", "y", "ids"):
            assert trace(light, name).get(column) == trace(dark, name).get(column)
    for figure, ground in ((light, theme.LIGHT), (dark, theme.DARK)):
        assert set(trace(figure, "texts")["textfont"]["color"]) <= set(ground.values())
        assert figure["layout"]["template"]["layout"]["paper_bgcolor"] == ground["ground"]


def test_a_mark_stays_at_its_place_in_time_when_readers_filter() -> None:
    whole, some = (drawn(BRASS, view) for view in (View(), View(person=("ada-lovelace",), importance=2)))
    assert {*trace(some, "events")["ids"]} < {*trace(whole, "events")["ids"]}
    x = dict(zip(trace(whole, "events")["ids"], trace(whole, "events")["x"], strict=True))
    for event, there in zip(trace(some, "events")["ids"], trace(some, "events")["x"], strict=True):
        assert there == x[event]


def test_precision_is_drawn() -> None:
    events = trace(drawn(BRASS, View()), "events")
    sheet = theme.LIGHT["sheet"]
    hollow = {
        event
        for event, colour in zip(events["ids"], events["marker"]["color"], strict=True)
        if colour == sheet
    }
    vague = BRASS.events["approximate"] | (BRASS.events["precision"] == "decade")
    assert hollow == set(BRASS.events.loc[vague, "id"])
    bars = [shape for shape in drawn(BRASS, View())["layout"]["shapes"] if shape["opacity"] == 0.75]
    ends = {float(x) for bar in bars for x in re.findall(r"M([\d.]+),", bar["path"])}
    x = dict(zip(events["ids"], events["x"], strict=True))
    assert {x["first-programme"], x["tide-tables-sold"], x["war-by-wire"]} <= ends
    assert x["ada-meets-babbage"] not in ends


def test_colour_and_shape_are_the_season_s() -> None:
    events = trace(drawn(MANKIND, View()), "events")
    season = dict(zip(MANKIND.events["id"], MANKIND.events["season"], strict=True))
    lines = events["marker"]["line"]["color"]
    for event, symbol, colour in zip(events["ids"], events["marker"]["symbol"], lines, strict=True):
        assert (colour, symbol) == theme.season_mark(MANKIND, int(season[event]))


def test_weightier_events_are_larger_and_named_first() -> None:
    figure = drawn(MANKIND, View(lanes="category"))
    events = trace(figure, "events")
    importance = dict(zip(MANKIND.events["id"], MANKIND.events["importance"], strict=True))
    sizes: dict[int, list[float]] = {}
    for event, size in zip(events["ids"], events["marker"]["size"], strict=True):
        sizes.setdefault(importance[event], []).append(size)
    mean = [sum(sizes[n]) / len(sizes[n]) for n in (1, 2, 3, 4)]
    assert mean == sorted(mean, reverse=True)
    written = set(said(figure))
    shares = [
        sum(label in written for label in MANKIND.events.loc[MANKIND.events["importance"] == n, "label"])
        / (MANKIND.events["importance"] == n).sum()
        for n in (1, 2)
    ]
    assert shares[0] > 0.6
    assert shares[0] > shares[1] > 0.1


def test_pointing_at_an_event_says_what_when_and_where() -> None:
    events = trace(drawn(BRASS, View()), "events")
    tips = dict(zip(events["ids"], events["hovertext"], strict=True))
    assert tips["cable-holds"] == "<b>The Atlantic cable holds</b><br>August 1857 · North Atlantic"
    assert tips["press-engine"] == "<b>Newspapers hire engines</b><br>1858"


def test_the_chosen_event_has_a_ring() -> None:
    for event, there in zip(
        *(trace(drawn(BRASS, View()), "events")[key] for key in ("ids", "x")), strict=True
    ):
        rings = trace(drawn(BRASS, View(event=event)), "rings")
        near = [x for x, size in zip(rings["x"], rings["marker"]["size"], strict=True) if size > 15]
        assert near == [there]


def test_lanes_say_their_names_and_how_many() -> None:
    written = said(drawn(BRASS, View(lanes="category")))
    assert {"Politics", "Science", "People", "Transport"} <= set(written)
    assert sum(int(text.split()[0]) for text in written if text.endswith((" events", " event"))) >= 14
    shown = drawn(BRASS, View(lanes="category", season=(1,)))
    assert {"6 events", "Season 1"} <= set(said(shown))
    assert "Season 2" not in said(shown)


def test_the_picture_grows_where_lanes_need_it() -> None:
    assert drawn(MANKIND, View(), 1440, 900)["layout"]["height"] == 900
    assert drawn(MANKIND, View(), 1440, 300)["layout"]["height"] > 300
    small = [drawn(MANKIND, View(lanes=lanes), 390, 700)["layout"]["height"] for lanes in LANES]
    assert max(small) < 2_000


def test_an_empty_selection_is_a_picture_too() -> None:
    for (scale, order), lanes in zip(KINDS, LANES, strict=False):
        view = View(q="no such words", scale=scale, order=order, lanes=lanes, our=True)
        assert len(select(MANKIND, view)) == 0
        assert_sound(MANKIND, view)
        assert_sound(MANKIND, view.but(season=(0,)), framed=True)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("1969-06-26", "1969-06-26"),
        ("1811-01-01", "1811-01-01"),
        ("2013", ""),
        ("", "1958"),
        ("0001", "0001"),
    ],
)
def test_every_window_has_a_picture(start: str, end: str) -> None:
    for (scale, order), lanes in zip(KINDS, LANES, strict=False):
        assert_sound(MANKIND, View(scale=scale, order=order, lanes=lanes, start=start, end=end))


def test_a_figure_is_the_same_each_time() -> None:
    view = View(lanes="person", our=True)
    assert picture(BRASS, view, 1280, 720).to_json() == picture(BRASS, view, 1280, 720).to_json()
