"""What a click in the main picture leads to, what its frame says, and what a drag along it means."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pictures import drawn, said, texts, trace
from tests.sets import BRASS, MANKIND
from tests.views import views
from timeline import dates, scales
from timeline.figures.timeline import dragged
from timeline.query import select
from timeline.view import View

ENDS = st.tuples(st.floats(0, 1440), st.floats(0, 1440))


def tips(figure: dict[str, Any]) -> dict[str, set[str]]:
    """Return what pointing at doors says, by where they lead."""
    doors = trace(figure, "doors")
    found: dict[str, set[str]] = {}
    for goes, tip in zip(doors["ids"], doors["hovertext"], strict=True):
        found.setdefault(goes, set()).add(tip)
    return found


def test_every_jump_leads_to_what_it_sees() -> None:
    doors = tips(drawn(MANKIND, View()))
    for jump in MANKIND.jumps.itertuples():
        said_there = [tip for tip in doors[jump.event] if "-year jump" in tip]
        assert len(said_there) == 1
        assert f"looks ahead: {jump.label}".replace("&", "&amp;") in said_there[0]
        assert dates.words(dates.parse(jump.opens)) in said_there[0]


def test_jumps_say_their_length() -> None:
    written = " ".join(said(drawn(BRASS, View(), 1920, 1080)))
    assert "12-year jump" in written
    assert "1843 → 1855" in written


def test_a_season_leads_to_all_that_it_tells_and_back() -> None:
    doors = tips(drawn(BRASS, View()))
    alone = View(season=(1,))
    said_there = {tip.split("<br>")[-1] for tip in doors[f"?{alone.to_query()}"]}
    assert said_there == {"Click: only this season"}
    assert "?" in tips(drawn(BRASS, alone))
    told = drawn(BRASS, View(lanes="category", scale="calendar"))
    assert f"?{alone.but(lanes='category', scale='calendar').to_query()}" in tips(told)


def test_a_lane_s_name_leads_to_all_that_carry_it() -> None:
    figure = drawn(MANKIND, View(lanes="person"))
    (tip,) = tips(figure)["?person=edward-baldwin&lanes=person"]
    shown, whole = map(int, re.findall(r"\d+", tip)[:2])
    assert tip == f"<b>Edward Baldwin</b><br>{shown} of {whole} events<br>Click: only these"
    assert whole == len(select(MANKIND, View(person=("edward-baldwin",)))) > shown
    assert f"{shown} of {whole} events" in said(figure)


def test_where_history_splits_leads_to_the_event() -> None:
    figure = drawn(MANKIND, View())
    assert {"Where history splits", "Korolev survives surgery"} <= set(said(figure))
    assert any("Where history splits" in tip for tip in tips(figure)[str(MANKIND.divergence)])


def test_a_label_leads_to_its_event() -> None:
    figure = drawn(BRASS, View())
    doors = tips(figure)
    labels = {row.label or row.headline: row.id for row in BRASS.events.itertuples()}
    shown = [text for text in said(figure) if text in labels]
    assert len(shown) > 10
    for text in shown:
        assert labels[text] in doors


def test_a_count_leads_to_what_it_counts() -> None:
    figure = drawn(MANKIND, View(lanes="season"))
    counts = [text for text in texts(figure) if text.text.startswith("+")]
    assert len(counts) >= 3
    doors = trace(figure, "doors")
    for count in counts:
        near = [
            (goes, tip)
            for goes, tip, x, y in zip(*(doors[key] for key in ("ids", "hovertext", "x", "y")), strict=True)
            if count.x0 <= x <= count.x1 and count.y0 <= y <= count.y1 and goes.startswith("?")
        ]
        (goes, tip) = near[0]
        assert tip == f"{count.text[1:]} more events here<br>Click: only this lane and time"
        view, notices = View.parse(goes, MANKIND)
        assert notices == ()
        assert len(select(MANKIND, view)) >= int(count.text[1:])


def test_our_history_stands_at_its_real_dates() -> None:
    view = View(our=True, scale="calendar")
    figure = drawn(BRASS, view)
    assert {
        "Our history",
        "Funding ends",
        "Atlantic cable",
        "Ada Lovelace dies",
        "did not happen there",
    } <= set(said(figure))
    doors = tips(figure)
    assert "<b>Atlantic cable</b><br>5 August 1858 in our history" in doors["cable-holds"]
    scale = scales.build(BRASS, view, 116, 1422)
    real = BRASS.our_history.loc["atlantic-cable-1858"]
    there = float(scale.x((real["first"] + real["last"] + 1) / 2))
    assert any(abs(x - there) < 0.1 for x in trace(figure, "rings")["x"])
    assert "Our history" not in said(drawn(BRASS, View(scale="calendar")))
    assert "Our history" not in said(drawn(BRASS, View(our=True, scale="season")))
    assert "Atlantic cable" not in said(drawn(BRASS, view.but(start="1857", end="1857")))


def test_a_framed_picture_says_what_it_shows() -> None:
    view = View(season=(1, 2), lanes="category", seen="S2E01")
    written = said(drawn(BRASS, view, framed=True))
    assert any(text.endswith(f"Brass Numbers: data version {BRASS.version}, CC0-1.0.") for text in written)
    everything = " ".join(written)
    assert "Brass Numbers: an alternate history" in everything
    assert "12 events, Seasons 1 and 2, by category." in everything
    assert "Story scale" in everything
    assert "Shows up to S2E01" in everything
    assert {"turning point", "approximate", "not named"} <= set(written)
    assert "Brass Numbers: an alternate history" not in said(drawn(BRASS, view))


@pytest.mark.parametrize(
    ("scale", "order", "words"),
    [
        ("story", "world", "Story scale"),
        ("calendar", "world", "every year is equally wide"),
        ("sequence", "world", "in the order of the years"),
        ("sequence", "told", "in the order of the episodes"),
        ("season", "world", "counts from its own first day"),
    ],
)
def test_the_scale_in_force_is_named(scale: str, order: str, words: str) -> None:
    assert words in " ".join(said(drawn(BRASS, View(scale=scale, order=order), 1920, framed=True)))


def test_the_overview_holds_the_window() -> None:
    whole = drawn(BRASS, View())["layout"]["meta"]["strip"]
    assert (whole["from"], whole["to"]) == (whole["x0"], whole["x1"])
    assert (whole["first"], whole["last"]) == (1811, 1860)
    part = drawn(BRASS, View(start="1834", end="1843"))["layout"]["meta"]["strip"]
    per_year = (part["x1"] - part["x0"]) / (part["last"] - part["first"])
    assert (part["from"] - part["x0"]) / per_year == pytest.approx(1834 - part["first"], abs=0.1)
    assert (part["to"] - part["x0"]) / per_year == pytest.approx(1844 - part["first"], abs=0.1)


@settings(max_examples=25)
@given(views(MANKIND), ENDS)
def test_a_drag_means_the_window_between_its_ends(view: View, ends: tuple[float, float]) -> None:
    view = view.but(scale="calendar", order="world")
    narrowed = dragged(MANKIND, view, 1440, *ends)
    scale = scales.build(MANKIND, view, 116, 1422)
    low, high = sorted(float(scale.coordinate(x)) for x in ends)
    first, last = narrowed.window()
    assert first is not None
    assert last is not None
    # The window is written in years, months or days: at most half as long again as what was dragged over.
    assert first <= low + 1
    assert high - 1 <= last + 1
    assert last - first <= 1.5 * (high - low) + 62
    assert View.parse(narrowed.to_query(), MANKIND) == (narrowed, ())


def test_a_drag_means_nothing_where_the_axis_has_no_days() -> None:
    for view in (View(scale="season"), View(scale="sequence", order="told")):
        assert dragged(BRASS, view, 1440, 300, 600) == view
        assert drawn(BRASS, view)["layout"]["dragmode"] is False
    assert drawn(BRASS, View())["layout"]["dragmode"] == "zoom"
