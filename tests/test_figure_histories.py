"""The pictures of two histories: every pair once, both ends, no text on another, other sets, other gates."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.made import made
from tests.pictures import MOST_TRACES, assert_led, crossings, said, texts, trace
from tests.sets import BRASS, MANKIND
from tests.test_figure_sets import EVIL
from tests.views import views
from timeline import gate, theme
from timeline.dataset import Dataset, load
from timeline.figures.histories import picture, spec, title
from timeline.figures.histories.fields import signed
from timeline.figures.histories.labels import Label, place
from timeline.figures.histories.stems import Flag, Name, Room, plant
from timeline.histories import DEFINITION, leading, pairs, summary
from timeline.view import View

ALL = View(seen="all")
PAIRED = ("time", "distance", "lead")
"""The aspects whose pictures draw pairs."""
SIZES = ((1440, 900), (1216, 760), (720, 420))
FARTHEST_BEYOND = 5
"""Years by which an axis may reach beyond the last date that is told, theirs or ours."""


def drawn(dataset: Dataset, view: View, width: int = 1216, height: int = 760, **how: bool) -> dict[str, Any]:
    return spec(dataset, view, width, height, **how)


def shown(dataset: Dataset, view: View) -> list[str]:
    """Return the ids that a picture must show; of the rows by distance those that must not miss."""
    found = pairs(dataset, view)
    if view.aspect == "lead":
        found = leading(found)
    elif view.aspect == "distance":
        found = tuple(pair for pair in found if pair.relation in ("earlier", "later"))
    return sorted(pair.event for pair in found)


def assert_sound(
    dataset: Dataset, view: View, width: int = 1216, height: int = 760, **how: bool
) -> dict[str, Any]:
    figure = drawn(dataset, view, width, height, **how)
    events, doors = trace(figure, "events"), trace(figure, "doors")
    counts = Counter(events["ids"])
    assert set(counts.values()) <= {1}
    if view.aspect == "distance":
        assert how.get("framed") or set(counts) >= set(shown(dataset, view))
        assert set(counts) <= {pair.event for pair in pairs(dataset, view)}
    else:
        assert sorted(counts) == shown(dataset, view)
    tall = figure["layout"]["height"]
    assert all(0 <= x <= width for x in events["x"])
    assert all(0 <= y <= tall for y in events["y"])
    assert_led(dataset, {*events["ids"], *doors["ids"]})
    assert len(figure["data"]) <= MOST_TRACES
    written = texts(figure)
    assert crossings(written) == []
    for text in written:
        assert text.text.strip()
        assert min(text.x0, text.y0) >= 0, text
        assert (text.x1 <= width, text.y1 <= tall) == (True, True), text
    return figure


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("framed", [False, True])
@pytest.mark.parametrize("aspect", PAIRED)
def test_every_pair_is_drawn_once_and_no_text_on_another(
    aspect: str, framed: bool, size: tuple[int, int]
) -> None:
    figure = assert_sound(MANKIND, ALL.but(aspect=aspect), *size, framed=framed)
    go.Figure(figure)
    if framed and size[1] == 900:
        assert figure["layout"]["height"] == 900


@settings(max_examples=12)
@given(views(MANKIND), st.sampled_from(sorted(PAIRED)), st.sampled_from(SIZES), st.booleans())
def test_any_view_is_sound(view: View, aspect: str, size: tuple[int, int], framed: bool) -> None:
    known = gate.known(MANKIND, view.seen)
    here = View.parse(view.but(aspect=aspect).to_query(), known)[0]
    assert_sound(known, here, *size, framed=framed)


@settings(max_examples=8)
@given(views(BRASS), st.sampled_from(sorted(PAIRED)), st.sampled_from(SIZES))
def test_any_small_view_is_sound(view: View, aspect: str, size: tuple[int, int]) -> None:
    known = gate.known(BRASS, view.seen)
    assert_sound(known, View.parse(view.but(aspect=aspect).to_query(), known)[0], *size, framed=True)


MADE: dict[str, dict[str, Any]] = {
    "twelve seasons": {"seasons": 12},
    "one season that splits nowhere": {"seasons": 1, "jumps": False, "splits": False},
    "the first years": {"begins": 31},
    "the last years": {"begins": 9890},
}


@pytest.mark.parametrize("kind", MADE)
def test_other_sets_are_sound(kind: str, tmp_path: Path) -> None:
    dataset = load(made(tmp_path, 90, **MADE[kind]))
    for aspect in PAIRED:
        assert_sound(dataset, ALL.but(aspect=aspect), framed=True)


def test_no_text_is_markup(tmp_path: Path) -> None:
    dataset = load(made(tmp_path, 60, spice=EVIL))
    for aspect in PAIRED:
        figure = assert_sound(dataset, ALL.but(aspect=aspect), framed=True)
        sent = [
            text for found in figure["data"] for key in ("text", "hovertext") for text in found.get(key, ())
        ]
        bare = [text.replace("<b>", "").replace("</b>", "").replace("<br>", "") for text in sent]
        assert any("&lt;script&gt;" in text for text in bare)
        assert not any("<" in text for text in bare)


def test_pointing_at_a_pair_names_both_ends_and_the_distance() -> None:
    events = trace(drawn(MANKIND, ALL), "events")
    tips = dict(zip(events["ids"], events["hovertext"], strict=True))
    theirs, when, ours, distance = tips["apollo-soyuz-handshake"].split("<br>")
    assert (theirs, when) == ("<b>Handshake in orbit is seen by the world</b>", "September to December 1983")
    assert ours.startswith("Our history, 17 July 1975: ")
    assert distance == "<b>8 years later</b>"
    assert tips["no-soviet-invasion-afghanistan"].endswith("<b>Did not happen there, viewers infer it</b>")


def test_two_lines_are_one_until_history_splits() -> None:
    everything = said(drawn(MANKIND, ALL))
    assert {"One history until", "14 January 1966", "Their history", "Our history"} <= set(everything)
    assert {"there: Korolev survives surgery", "here: Korolev dies"} <= set(everything)
    assert "One history until" not in said(drawn(MANKIND, ALL.but(season=(4,))))


def test_the_bands_say_how_many_have_no_other_end() -> None:
    words = " ".join(said(drawn(MANKIND, ALL)))
    counts = summary(MANKIND, ALL).relations
    assert f"{counts['never']} events without a like here" in words
    assert f"{counts['averted']} events that never came there" in words


def test_the_chosen_pair_is_named_and_ringed() -> None:
    plain, chosen = drawn(MANKIND, ALL), drawn(MANKIND, ALL.but(event="iran-hostages-freed-early"))
    assert "Iran hostages freed early" not in said(plain)
    assert "Iran hostages freed early" in " ".join(said(chosen))
    rings = [len(trace(figure, "rings")["x"]) for figure in (plain, chosen)]
    assert rings[1] == rings[0] + 2


def test_the_rest_fades_beside_the_chosen_pair() -> None:
    event = "iran-hostages-freed-early"
    plain, chosen = drawn(MANKIND, ALL), drawn(MANKIND, ALL.but(event=event))
    colour = theme.season_mark(MANKIND, 1)[0]
    inks = [
        max(shape["opacity"] for shape in figure["layout"]["shapes"] if shape["fillcolor"] == colour)
        for figure in (plain, chosen)
    ]
    assert inks[1] < inks[0] / 2


@pytest.mark.parametrize("seen", ["S1E05", "S3E10", "S5E10"])
def test_the_first_turning_point_is_named(seen: str) -> None:
    assert "Leonov is first on the Moon" in " ".join(said(drawn(MANKIND.until(seen), ALL)))


def test_what_is_less_than_a_year_is_said_in_months() -> None:
    assert [signed(years) for years in (13.2, 1, 0.6, 0.06, -0.6, -8, 0)] == [
        "+13", "+1", "+7 mo", "+3 weeks", "−7 mo", "−8", "0",
    ]  # fmt: skip
    shown = set(said(drawn(MANKIND, ALL)))
    assert "3 weeks" in shown
    assert not {"0 y", "0 y later"} & shown


@pytest.mark.parametrize("height", [420, 592, 760])
def test_a_page_shows_the_years_above_the_fields(height: int) -> None:
    figure = drawn(MANKIND, ALL.but(aspect="lead"), 1216, height)
    years = [text for text in texts(figure) if text.text == "1990"]
    assert min(text.y1 for text in years) < 20
    assert len(years) == 2


def test_no_name_floats_far_from_its_mark() -> None:
    wide = Label(400, 50, "+13", "Cold War declared over", 190, 80)
    ((x, _),) = place((wide,), (0, 0, 900, 100), ()).values()
    assert abs(x - 400) < 60
    near = wide._replace(half=30)
    assert place((near,), (0, 0, 900, 100), ())[0][0] == 430


def test_a_group_says_how_many_of_how_many_it_shows() -> None:
    view = ALL.but(aspect="distance")
    counts = summary(MANKIND, ALL).relations
    page = said(drawn(MANKIND, view))
    assert {"Sooner there", "Later there", "Only there", "Only here"} <= set(page)
    assert {str(counts["earlier"]), str(counts["later"]), f"12 of {counts['never']}"} <= set(page)
    framed = drawn(MANKIND, view, 1440, 900, framed=True)
    events = trace(framed, "events")["ids"]
    relations = Counter(pair.relation for pair in pairs(MANKIND, view) if pair.event in set(events))
    for relation in ("earlier", "later", "never", "averted"):
        shares = f"{relations[relation]} of {counts[relation]}"
        whole = str(counts[relation])
        assert (shares if relations[relation] < counts[relation] else whole) in said(framed)


def test_rows_fall_from_the_furthest_ahead_to_the_furthest_behind() -> None:
    events = trace(drawn(MANKIND, ALL.but(aspect="distance")), "events")
    order = [event for _, event in sorted(zip(events["y"], events["ids"], strict=True))]
    days = {pair.event: pair.shift.middle for pair in pairs(MANKIND, ALL) if pair.shift}
    leads = [days[event] for event in order if event in days]
    assert leads == sorted(leads, reverse=True)


def test_a_mark_is_as_high_as_its_lead() -> None:
    events = trace(drawn(MANKIND, ALL.but(aspect="lead")), "events")
    places = dict(zip(events["ids"], events["y"], strict=True))
    for field in MANKIND.histories.fields:
        own = [pair for pair in leading(pairs(MANKIND, ALL)) if pair.field == field and pair.shift]
        by_lead = sorted(own, key=lambda pair: -pair.shift.middle if pair.shift else 0)
        heights = [places[pair.event] for pair in by_lead]
        assert heights == sorted(heights)


def test_the_line_is_defined_where_it_is_drawn() -> None:
    assert DEFINITION in " ".join(said(drawn(MANKIND, ALL.but(aspect="lead"), 1440)))


def test_a_framed_picture_says_what_it_shows() -> None:
    view = View(seen="S2E05")
    figure = said(drawn(MANKIND.until("S2E05"), view, 1440, 900, framed=True))
    assert figure[0] != MANKIND.histories.headline
    assert any(text.startswith("Shows up to S2E05.") for text in figure)
    assert title(MANKIND, ALL) == MANKIND.histories.headline
    assert "sooner, median" in title(MANKIND, ALL.but(season=(1,)))
    assert picture(MANKIND, ALL, 1440, 900, framed=True).layout.height == 900


@pytest.mark.parametrize("seen", ["S1E01", "S2E05", "S3E10"])
@pytest.mark.parametrize("aspect", PAIRED)
def test_an_axis_ends_with_what_is_told(aspect: str, seen: str) -> None:
    known = MANKIND.until(seen)
    dates = [end.date for pair in pairs(known, ALL) for end in (pair.theirs, pair.ours) if end]
    last = max(date.last for date in dates) / 365.2425
    years = [
        int(text) for text in said(drawn(known, ALL.but(aspect=aspect))) if text.isdigit() and len(text) == 4
    ]
    assert all(year <= last + FARTHEST_BEYOND for year in years)


labels = st.sampled_from(("Moon", "A base on the Moon", "Nobody knows who did it"))
name = st.builds(Name, st.floats(100, 900), labels, st.floats(0, 6), st.uuids().map(str))
names = st.lists(name, max_size=25)


def _box(flag: Flag) -> tuple[float, float, float, float]:
    x0 = flag.x + 5 if flag.right else flag.x - 5 - flag.wide
    return x0, flag.near, x0 + flag.wide, flag.far


@settings(max_examples=40)
@given(names)
def test_no_name_meets_another_and_no_stem_a_name(found: list[Name]) -> None:
    flags = [flags[0] for flags in plant(tuple(found), Room(80, 920, 10, 140)).values()]
    for i, one in enumerate(flags):
        x0, near, x1, far = _box(one)
        assert x0 >= 80
        assert x1 <= 920
        assert 10 <= near < far <= 140
        for other in flags[:i] + flags[i + 1 :]:
            a0, b0, a1, b1 = _box(other)
            assert x1 <= a0 or a1 <= x0 or far <= b0 or b1 <= near
            assert not (x0 < other.x < x1 and other.far > near)


def test_a_pair_is_named_at_both_ends_or_at_neither() -> None:
    room = Room(80, 920, 10, 140)
    upper = tuple(Name(200 + 4 * n, f"Event {n}", 1, str(n)) for n in range(12))
    lower = tuple(Name(500, f"Real {n}", 0, "") for n in range(12))
    found = plant(upper, room, lower, room)
    assert 0 < len(found) < 12
    assert all(len(flags) == 2 for flags in found.values())
