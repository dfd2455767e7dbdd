"""The picture of causes: no label on another, no line through a label, nothing of what is hidden."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import plotly.graph_objects as go
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import BUNDLED
from tests.crawling import after
from tests.crawling import said as told
from tests.dags import dags, linked
from tests.folders import copy
from tests.made import made
from tests.pictures import assert_led, crossings, said, texts, trace
from tests.sets import BRASS, MANKIND
from tests.views import views
from timeline.butterflies import paths, shown
from timeline.butterflies.board import OVERLAP, Board
from timeline.butterflies.layout import BESIDE, LINE, arrange, searched
from timeline.dataset import Dataset, load, rows
from timeline.figures.histories import butterflies
from timeline.shorthand import year_of
from timeline.view import View

WILSON = "ellen-wilson-elected-president"
VIEWS = (
    View(),
    View(importance=2),
    View(event=WILSON),
    View(importance=2, event=WILSON),
    View(person=("margo-madison",)),
    View(season=(4,), theme="dark"),
    View(q="no such words"),
)
GATES = [str(episode) for episode in MANKIND.episodes.index[3:-1:16]]


@lru_cache(maxsize=64)
def drawn(dataset: Dataset, view: View, width: int = 1440, height: int = 900, **how: bool) -> dict[str, Any]:
    return butterflies.spec(dataset, view, width, height, **how)


def assert_sound(dataset: Dataset, view: View, width: int = 1440, height: int = 900, **how: bool) -> None:
    figure = drawn(dataset, view, width, height, **how)
    tall = figure["layout"]["height"]
    written = texts(figure)
    assert crossings(written) == []
    for text in written:
        assert text.text.strip()
        assert min(text.x0, text.y0) >= 0, text
        assert (text.x1 <= width, text.y1 <= tall) == (True, True), text
    events = trace(figure, "events")
    assert sorted(events["ids"]) == sorted(shown(dataset, view).events)
    assert all(0 <= x <= width for x in events["x"])
    assert all(0 <= y <= tall for y in events["y"])
    assert_led(dataset, {*events["ids"], *trace(figure, "doors")["ids"]})


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.to_query() or "all")
@pytest.mark.parametrize(("width", "framed"), [(1440, True), (880, False)])
def test_no_label_lies_on_another(view: View, width: int, framed: bool) -> None:
    assert_sound(MANKIND, view, width, 900 if framed else 640, framed=framed)


def test_two_hundred_events_keep_their_names() -> None:
    figure = drawn(MANKIND, View(importance=2), framed=True)
    assert len(trace(figure, "events")["ids"]) >= 200
    layout = arrange(MANKIND, shown(MANKIND, View(importance=2)), 1440, 138.0, 866.0, grows=False)
    assert all(layout.labels)
    assert figure["layout"]["height"] == 900


def test_no_line_runs_through_a_label_of_a_turning_point() -> None:
    seen = shown(MANKIND, View())
    layout = arrange(MANKIND, seen, 1440, 138.0, 866.0, grows=False)
    places = {event: n for n, event in enumerate(seen.events)}
    high = [LINE * len(lines) / 2 for lines in layout.labels]
    boxes = [
        (layout.x[n] + BESIDE, layout.y[n] - high[n], layout.end(n), layout.y[n] + high[n])
        for n in range(len(places))
    ]
    for way in (way for way in seen.ways if way.trunk):
        line = paths.points(layout.at(places[way.cause]), layout.at(places[way.effect]), curved=False)
        assert not [n for n, box in enumerate(boxes) if paths.passes(line, box)], way


def test_the_way_to_the_chosen_event_crosses_no_name() -> None:
    for view in (View(event=WILSON), View(importance=2, event=WILSON)):
        layout = arrange(MANKIND, shown(MANKIND, view), 1440, 62.0, 640.0, grows=True)
        places = [layout.shown.events.index(event) for event in layout.shown.path]
        lines = [paths.points(layout.at(a), layout.at(b), curved=layout.loose) for a, b in pairwise(places)]
        for n, label in enumerate(layout.labels):
            high = LINE * len(label) / 2
            box = (layout.x[n] + BESIDE, layout.y[n] - high, layout.end(n), layout.y[n] + high)
            crossed = n not in places and label and any(paths.passes(line, box) for line in lines)
            assert not crossed, label


@given(views(MANKIND), st.sampled_from((360, 880, 1440)), st.booleans())
@settings(max_examples=8)
def test_any_view_is_drawn(view: View, width: int, framed: bool) -> None:
    assert_sound(MANKIND, view, width, 720, framed=framed)


@given(dags(BRASS))
@settings(max_examples=12)
def test_any_graph_is_drawn(dataset: Dataset) -> None:
    for view in (View(), View(event=dataset.events["id"].iloc[-1])):
        assert_sound(dataset, view)


@pytest.mark.parametrize("pairs", [[], [(0, 1)], [(row, 13) for row in range(12)]], ids=len)
def test_no_cause_one_or_many(pairs: list[tuple[int, int]]) -> None:
    dataset = linked(BRASS, pairs)
    assert_sound(dataset, View(), framed=True)
    marks = set(trace(drawn(dataset, View()), "events")["ids"])
    assert len(marks) == max(1, len({row for pair in pairs for row in pair}))
    assert_sound(linked(BRASS, pairs, None), View())


def test_a_large_history_is_cut_to_what_a_picture_holds(tmp_path: Path) -> None:
    large = load(made(tmp_path / "large", 900, spice=" & more"))
    random = np.random.default_rng(1)
    ends = np.sort(random.integers(0, 900, size=(1400, 2)), axis=1)
    dataset = linked(large, [(int(a), int(b)) for a, b in ends if a < b])
    for view in (View(), View(importance=3, event="event-7")):
        assert_sound(dataset, view)


def test_plotly_takes_it() -> None:
    for view in VIEWS[1:3]:
        figure = go.Figure(butterflies.spec(MANKIND, view, 1440, 900, dark=True, framed=True))
        assert figure.layout.template.layout.paper_bgcolor == "#0F1117"


def test_the_same_question_has_the_same_picture() -> None:
    arrange.cache_clear()
    first = butterflies.spec(MANKIND, View(event=WILSON), 1100, 700)
    arrange.cache_clear()
    assert butterflies.spec(MANKIND, View(event=WILSON), 1100, 700) == first


# -- the gate


@pytest.mark.parametrize("seen", GATES)
def test_a_picture_tells_nothing_hidden(seen: str) -> None:
    later, known = after(MANKIND, seen), MANKIND.until(seen)
    for view in (View(seen=seen), View(seen=seen, importance=3, event=known.events["id"].iloc[-1])):
        assert later.leaks(told(drawn(known, view, framed=True))) == []


def test_places_do_not_tell_what_is_hidden() -> None:
    known = MANKIND.until("S2E05")
    spread = {
        part: {event: 5 * row + 9 for event, row in places.items()} for part, places in known.rows.items()
    }
    other = replace(known, rows=spread)
    for view in (View(), View(importance=2)):
        arrange.cache_clear()
        assert butterflies.spec(other, view, 1440, 900) == butterflies.spec(known, view, 1440, 900)


# -- the rows that a folder keeps


def test_the_kept_rows_are_of_these_events() -> None:
    assert not MANKIND.outdated, f"python -m timeline layout {BUNDLED.name} --write"
    for part, view in (("turning points", View()), ("major", View(importance=2))):
        assert set(MANKIND.rows[part]) == set(shown(MANKIND, view).events), f"{part}: write the layout anew"


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"rows": {}}', '{"of": "x", "rows": {"major": {"a": "b"}}}', "[" * 9000]
)
def test_a_layout_that_cannot_be_read_is_none(tmp_path: Path, text: str) -> None:
    folder = copy(tmp_path)
    (folder / rows.FILE).write_text(text, "utf-8")
    dataset = load(folder)
    assert dataset.rows == {}
    assert dataset.outdated == bool(text)


def test_a_layout_goes_stale_with_the_events(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    found = {"major": {"engine-funded": 2}}
    (folder / rows.FILE).write_text(load(folder).keeping(found), "utf-8")
    assert load(folder).rows == found
    events = (folder / "events.csv").read_text("utf-8")
    (folder / "events.csv").write_text(events.replace("Stokers strike", "A strike of stokers"), "utf-8")
    changed = load(folder)
    assert changed.rows == {}
    assert changed.outdated


def test_a_search_finds_rows_for_a_folder() -> None:
    found = searched(BRASS, seeds=1, moves=300)
    assert set(found["major"]) == set(shown(BRASS, View(importance=2)).events)
    assert searched(BRASS, seeds=1, moves=300) == found


# -- the board


boards = st.integers(2, 14).flatmap(
    lambda size: st.builds(
        lambda widths, causes, rows, loose: Board(
            20.0 * np.arange(size),
            20.0 * np.arange(size) + 9 + np.array(widths),
            np.array([min(cause, n - 1) for n, cause in enumerate(causes)]),
            [(0, size - 1)],
            rows,
            loose,
            frozenset({0, size - 1}),
        ),
        st.lists(st.floats(10, 120), min_size=size, max_size=size),
        st.lists(st.integers(-1, 12), min_size=size, max_size=size),
        st.integers(1, 9),
        st.booleans(),
    )
)


@given(boards, st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_costs_of_a_move_are_those_of_the_whole(board: Board, random: Any) -> None:
    row = np.array([random.randrange(board.rows) for _ in range(len(board))])
    n = random.randrange(len(board))
    costs = board.costs(row, n)
    totals = np.array(
        [board.total(np.where(np.arange(len(row)) == n, other, row)) for other in range(board.rows)]
    )
    assert np.allclose(costs - costs[0], totals - totals[0])


@given(boards)
@settings(max_examples=40)
def test_the_load_is_the_fewest_rows_that_part_all(board: Board) -> None:
    assert 1 <= board.load() <= len(board)
    if board.rows < board.load():
        crowded = board.total(np.arange(len(board)) % board.rows)
        assert crowded >= OVERLAP


def test_the_names_of_the_chosen_way_are_strong() -> None:
    figure = drawn(MANKIND, View(event=WILSON))
    weights = dict(
        zip(trace(figure, "texts")["text"], trace(figure, "texts")["textfont"]["weight"], strict=True)
    )
    assert weights["Leonov is first"] == 600
    assert weights["Vietnam"] == 400
    assert "Where history splits" in said(figure)


def test_a_picture_that_stands_alone_tells_the_way() -> None:
    whole, small = (drawn(MANKIND, View(event=WILSON), 1440, tall, framed=True) for tall in (900, 640))
    words = " ".join(said(whole))
    assert "10 steps in 26 years, the shortest way. In grey: our history." in words
    assert "Here: Neil Armstrong is the first" in words
    assert "Here:" not in " ".join(said(small))
    assert "Here:" not in " ".join(said(drawn(MANKIND, View(event=WILSON))))


def test_the_first_year_is_that_of_the_first_event() -> None:
    view = View(importance=2)
    years = sorted(
        (text.x0, text.text)
        for text in texts(drawn(MANKIND, view))
        if text.text.isdigit() and len(text.text) == 4
    )
    first = shown(MANKIND, view).events[0]
    assert years[0][1] == str(year_of(int(MANKIND.events["position"].iloc[MANKIND.event_rows[first]])))
    assert [year for _, year in years] == sorted(year for _, year in years)
