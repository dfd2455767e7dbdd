"""Labels on rows and marks in stacks: nothing lies on anything, and the weightiest come first."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.crowds import STYLES, X0, X1, crowd, crowds, mark_of, meet, text_of
from timeline.packing import Items, Space, Style, by_weight, first_fit, hang, sides, stack

LINES = st.lists(st.floats(X0, X1), max_size=2).map(tuple)
STYLE = st.sampled_from(STYLES)


def space_of(style: Style, avoid: tuple[float, ...] = ()) -> Space:
    return Space(X0, X1, style, style.cell, avoid)


@given(crowds(), STYLE, LINES)
def test_labels_meet_no_label_no_mark_no_line_and_no_edge(
    items: Items, style: Style, lines: tuple[float, ...]
) -> None:
    boxes = first_fit(items, space_of(style, lines))
    for box in boxes:
        text, mark = text_of(items, style, box), mark_of(items, style, box)
        assert not meet(text, mark)
        assert text[0] >= X0 - 1e-6
        assert text[1] <= X1 + 1e-6
        assert not any(text[0] < line < text[1] for line in lines)
        assert box.start <= min(text[0], mark[0])
        assert max(text[1], mark[1]) <= box.end
    for one, other in combinations(boxes, 2):
        assert one.row != other.row or not meet((one.start, one.end), (other.start, other.end))


@given(crowds(), STYLE)
def test_every_event_that_may_be_named_is_named_once(items: Items, style: Style) -> None:
    space = space_of(style)
    boxes = first_fit(items, space)
    named = [box.item for box in boxes]
    may = {i for i, ways in enumerate(sides(items, space)) if ways}
    assert len(named) == len(set(named))
    assert set(named) <= may
    # Thirty rows are the most that a lane may have; a crowd needs as many rows as events at worst.
    assert len(may) > 30 or set(named) == may
    for i in named:
        assert items.label[i] > 0
        assert items.importance[i] in style.named


@given(crowds(), STYLE)
def test_the_weightiest_stand_highest(items: Items, style: Style) -> None:
    space = space_of(style)
    boxes = {box.item: box for box in first_fit(items, space)}
    order = [i for i in by_weight(items) if i in boxes]
    assert [int(items.importance[i]) for i in order] == sorted(items.importance[order])
    for place, i in enumerate(order):
        taken = [boxes[other] for other in order[:place]]
        for row in range(boxes[i].row):
            for _, start, end in sides(items, space)[i]:
                # Masks are whole px, so that boxes up to 2 px apart may count as meeting.
                near = (start - 2, end + 2)
                assert any(box.row == row and meet(near, (box.start, box.end)) for box in taken)


@given(crowds(), STYLE)
def test_what_has_no_box_is_stacked_once_the_weightiest_at_the_bottom(items: Items, style: Style) -> None:
    space = space_of(style)
    boxes = first_fit(items, space)[::2]
    stacks = stack(items, space, boxes)
    stacked = [i for column in stacks.values() for i in column]
    assert sorted([*stacked, *(box.item for box in boxes)]) == list(range(len(items)))
    for column, found in stacks.items():
        weights = items.importance[found].tolist()
        assert weights == sorted(weights)
        left = X0 + column * space.cell
        assert left >= X0
        assert left + space.cell <= X1 + 1e-6
        assert (np.abs(items.x[found] - left - space.cell / 2) <= 1.5 * space.cell).all()


@given(crowds(), STYLE, st.floats(0, 120))
def test_hanging_labels_stay_above_the_stacks(items: Items, style: Style, zone: float) -> None:
    space = space_of(style)
    stacks = stack(items, space, ())
    before = sorted(i for column in stacks.values() for i in column)
    boxes = hang(items, space, stacks, zone)
    after = [i for column in stacks.values() for i in column]
    assert sorted([*after, *(box.item for box in boxes)]) == before
    for one, other in combinations(boxes, 2):
        assert one.row != other.row or not meet((one.start, one.end), (other.start, other.end))
    for box in boxes:
        foot = zone - (box.row + 1) * style.row
        assert foot >= 0
        for column, found in stacks.items():
            left = X0 + column * space.cell
            if meet((box.start, box.end), (left, left + space.cell)):
                assert len(found) * space.cell <= foot


def test_a_label_hangs_only_over_stacks_that_are_low_enough() -> None:
    # Five cells of 7.5 px under a row of 15 px, and 1 px between: 53.5 px and no less.
    items = crowd([(400.0, 2, 90.0, 0.0, 0.0), *[(450.0, 4, 0.0, 0.0, 0.0)] * 5])
    space = space_of(Style())
    assert hang(items, space, stack(items, space, ()), 53.0) == []
    assert [box.item for box in hang(items, space, stack(items, space, ()), 54.0)] == [0]


@pytest.mark.parametrize(
    ("x", "left", "side"),
    [(300.0, False, 1), (880.0, False, -1), (130.0, False, 1), (880.0, True, -1)],
)
def test_a_label_stands_right_of_its_mark_unless_the_picture_ends(x: float, left: bool, side: int) -> None:
    items = crowd([(x, 1, 90.0, 0.0, 0.0)])
    (box,) = first_fit(items, space_of(Style(left=left)))
    assert (box.row, box.side) == (0, side)


def test_a_label_goes_left_where_that_saves_a_row() -> None:
    items = crowd([(400.0, 1, 90.0, 0.0, 0.0), (370.0, 2, 90.0, 0.0, 0.0)])
    assert [(box.row, box.side) for box in first_fit(items, space_of(Style()))] == [(0, 1), (1, 1)]
    saving = Style(left=True)
    assert [(box.row, box.side) for box in first_fit(items, space_of(saving))] == [(0, 1), (0, -1)]


def test_a_line_that_must_not_be_crossed_turns_a_label_round() -> None:
    items = crowd([(400.0, 1, 90.0, 0.0, 0.0)])
    assert first_fit(items, space_of(Style(left=True), (430.0,)))[0].side == -1
    assert first_fit(items, space_of(Style(), (430.0,))) == ()
    assert first_fit(items, space_of(Style(), (400.0,)))[0].side == 1


def test_nothing_can_be_packed_too() -> None:
    nothing = crowd([(400.0, 1, 90.0, 0.0, 0.0)]).only(np.array([], dtype=int))
    assert len(nothing) == 0
    assert first_fit(nothing, space_of(Style())) == ()
    assert stack(nothing, space_of(Style()), ()) == {}
