"""Lanes: within the height there is, as much is named as can be, and nothing lies on anything."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.crowds import STYLES, X0, X1, Rect, crowd, crowds, overlaps
from timeline.lanes import PAD_BOTTOM, PAD_TOP, Lane, _Offer, _share_out, spread
from timeline.packing import Items, Style

GROUPS = st.lists(crowds(25), min_size=1, max_size=4)
OFFERS = st.lists(
    st.lists(st.tuples(st.integers(5, 60), st.integers(0, 50)), min_size=1, max_size=4),
    min_size=1,
    max_size=4,
)


def rects(lane: Lane, style: Style) -> list[Rect]:
    """Return what a lane draws: its named events with their labels, and each mark of its stacks."""
    top = lane.y + PAD_TOP
    named = [
        (box.start, top + box.row * style.row, box.end, top + (box.row + 1) * style.row) for box in lane.named
    ]
    floor = lane.y + lane.height - PAD_BOTTOM
    stacked = [
        (
            X0 + c * lane.cell,
            floor - (level + 1) * lane.cell,
            X0 + (c + 1) * lane.cell,
            floor - level * lane.cell,
        )
        for c, column in lane.stacks.items()
        for level in range(len(column))
    ]
    return [*named, *stacked]


@settings(max_examples=80)
@given(GROUPS, st.sampled_from(STYLES), st.floats(60, 900), st.lists(st.floats(X0, X1), max_size=1))
def test_every_event_stands_once_and_on_nothing_else(
    groups: list[Items], style: Style, height: float, avoid: list[float]
) -> None:
    lanes, tall = spread(groups, (X0, X1), height, style, [27.0] * len(groups), avoid)
    y = 0.0
    for items, lane in zip(groups, lanes, strict=True):
        stacked = [i for column in lane.stacks.values() for i in column]
        assert sorted([*stacked, *(box.item for box in lane.named)]) == list(range(len(items)))
        assert set(lane.dips) <= set(lane.named)
        drawn = rects(lane, style)
        assert overlaps(drawn) == []
        assert lane.y == pytest.approx(y)
        assert lane.height >= 27
        assert min(rect[1] for rect in drawn) >= y + PAD_TOP - 1e-6
        assert max(rect[3] for rect in drawn) <= y + lane.height - PAD_BOTTOM + 1e-6
        y += lane.height
    assert tall == pytest.approx(y)


@settings(max_examples=60)
@given(GROUPS, st.sampled_from(STYLES), st.floats(0, 360))
def test_the_height_is_kept_or_the_least_that_all_need(
    groups: list[Items], style: Style, height: float
) -> None:
    # Beyond 360 px stacks may have larger cells, and so another least height.
    least = [27.0] * len(groups)
    _, smallest = spread(groups, (X0, X1), 0, style, least)
    _, tall = spread(groups, (X0, X1), height, style, least)
    assert tall == pytest.approx(max(height, smallest))


@settings(max_examples=200)
@given(OFFERS, st.integers(0, 250))
def test_rows_are_shared_out_exactly(sizes: list[list[tuple[int, int]]], height: int) -> None:
    offers = [
        _Offer((), np.array([float(tall) for tall, _ in lane]), np.array([float(worth) for _, worth in lane]))
        for lane in sizes
    ]
    room = max(height, sum(min(tall for tall, _ in lane) for lane in sizes))

    def total(counts: Sequence[int]) -> tuple[int, int]:
        chosen = [lane[n - 1] for lane, n in zip(sizes, counts, strict=True)]
        return sum(tall for tall, _ in chosen), sum(worth for _, worth in chosen)

    every = [total(counts) for counts in product(*(range(1, len(lane) + 1) for lane in sizes))]
    best = max(worth for tall, worth in every if tall <= room)
    tall, worth = total(_share_out(offers, height))
    assert tall <= room
    assert worth == best


def test_turning_points_get_the_room() -> None:
    weighty = crowd([(400.0 + n, 1, 120.0, 0.0, 0.0) for n in range(3)])
    slight = crowd([(400.0 + n, 2, 120.0, 0.0, 0.0) for n in range(3)])
    lanes, tall = spread([slight, weighty], (X0, X1), 100, Style(), [27.0, 27.0])
    assert tall == 100
    assert [len(lane.named) for lane in lanes] == [1, 3]


def test_more_height_names_more() -> None:
    items = crowd([(300.0 + 5 * n, 2, 150.0, 0.0, 0.0) for n in range(20)])
    named = [
        len(spread([items], (X0, X1), height, Style(), [27.0])[0][0].named) for height in range(60, 420, 40)
    ]
    assert named == sorted(named)
    assert named[0] < 5
    assert named[-1] == 20


def test_a_tall_stack_takes_smaller_cells() -> None:
    items = crowd([(400.0, 4, 0.0, 0.0, 0.0)] * 24)
    (lane,), tall = spread([items], (X0, X1), 100, Style(), [27.0])
    assert lane.cell < Style().cell
    assert tall <= 125
    assert [len(column) for column in lane.stacks.values()] == [24]


def test_no_lanes_take_no_height() -> None:
    assert spread([], (X0, X1), 300, Style(), []) == ([], 0.0)
