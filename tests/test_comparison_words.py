"""What the comparison says in words: the board, the sentences, the table to take along."""

from __future__ import annotations

import csv
import io

import pytest

from tests.sets import BRASS, MANKIND
from timeline.comparison import matrices, sentences, states, takeaway
from timeline.comparison.board import Stay, board
from timeline.comparison.cases import cases
from timeline.comparison.spans import span
from timeline.comparison.table import table
from timeline.view import View

WHOLE = cases(MANKIND, View())


def stay(person: str, season: int) -> Stay:
    lives = {life.person: life for life in board(MANKIND, View(person=(person,))).lives}
    return next(found for found in lives[person].stays if found.season == season)


@pytest.mark.parametrize(
    ("person", "season", "start", "end"),
    [
        ("ellen-waverly", 2, "Commander of Jamestown", "NASA administrator"),
        ("ellen-waverly", 3, "Senator for Texas", "President of the United States"),
        ("karen-baldwin", 2, "Owner of the Outpost Tavern", ""),
        ("margo-madison", 3, "Director of Johnson Space Center", "Living in hiding as Margaret Reynolds"),
        ("danielle-poole", 4, "Retired from NASA", "Back with her family"),
    ],
)
def test_posts_at_both_ends_of_a_season(person: str, season: int, start: str, end: str) -> None:
    found = stay(person, season)
    assert (found.start.post, found.end.post) == (start, end)
    assert bool(found.changes) == (start != end)


def test_the_dead_are_dead_and_the_unmet_are_nobody() -> None:
    gordo = stay("gordo-stevens", 2)
    assert (gordo.start.life, gordo.end.life, gordo.gone) == ("alive", "dead", "dies")
    assert gordo.changes == ("dies, Sep – Dec 1983",)
    after = stay("gordo-stevens", 3)
    assert (after.start.life, after.changes, after.gone) == ("dead", (), "")
    assert stay("dev-ayesa", 2).start.life == ""
    assert stay("dev-ayesa", 3).new


def test_ages_are_ranges_where_births_are() -> None:
    assert stay("edward-baldwin", 1).start.age == "36–41"
    assert stay("kelly-baldwin", 2).start.age == "16"


def test_an_old_post_whose_end_is_not_told_is_not_sure() -> None:
    there = states.state(MANKIND, "margo-madison", states.ending(MANKIND, 4))
    late = states.state(MANKIND, "margo-madison", states.opening(MANKIND, 5))
    assert there.post == late.post == "In custody"
    assert (there.sure, late.sure) == (True, False)


def test_a_board_has_the_people_of_most_events_by_first_appearance() -> None:
    found = board(MANKIND, View())
    assert len(found.lives) == 14
    assert {"edward-baldwin", "margo-madison"} <= {life.person for life in found.lives}
    assert found.others > 50
    assert [len(life.stays) for life in found.lives] == [5] * 14


def test_the_board_of_a_gate_tells_no_later_post_nor_death() -> None:
    known = MANKIND.until("S2E05")
    found = board(known, View(seen="S2E05"))
    assert [case.season for case in found.seasons] == [1, 2]
    ellen, gordo = (
        next(life for life in found.lives if life.person == person)
        for person in ("ellen-waverly", "gordo-stevens")
    )
    assert ellen.stays[1].end.post == "NASA deputy administrator"
    assert gordo.stays[1].end.life == "alive"
    assert not any(each.gone == "last seen" for life in found.lives for each in life.stays[1:])


def test_sentences_say_what_the_numbers_say() -> None:
    first, second, third = map(sentences.plain, sentences.summary(WHOLE))
    assert first == (
        "Season 1 takes 5 years 7 months, at least eight times as long as season 2: at most 8 months."
    )
    one, two = span(MANKIND, 1), span(MANKIND, 2)
    assert one is not None
    assert two is not None
    assert 8 <= one.shortest / two.longest < 9
    assert second == "Of the events in its own years, season 3 saves half for the last quarter."
    assert third == "Finales leap 8 to 12 years ahead; viewers waited 14 to 26 months to land there."


def test_of_two_spans_that_may_be_either_neither_is_longer() -> None:
    (both,) = [found for a, b, found in sentences.pairs(WHOLE) if (a.season, b.season) == (2, 4)]
    assert sentences.plain(both[0]).endswith("the dates do not say which is longer.")


def test_every_pair_has_a_sentence_or_two() -> None:
    found = sentences.pairs(WHOLE)
    assert len(found) == 10
    shares = {cell.text for row in table(MANKIND, View()).rows for cell in row.cells}
    for one, other, said in found:
        assert 1 <= len(said) <= 2
        for sentence in said:
            text = sentences.plain(sentence)
            assert text.endswith(".")
            assert any(name.lower() in text.lower() for name in (one.name, other.name))
            for piece in sentence:
                if piece.strong and piece.text.endswith("%"):
                    assert piece.text in shares


def test_a_season_of_few_events_is_not_compared_by_shares() -> None:
    (said,) = [found for a, b, found in sentences.pairs(WHOLE) if (a.season, b.season) == (1, 5)]
    assert [sentences.plain(each) for each in said] == [
        "Of season 5 the data have 9 events: too few for shares to be compared."
    ]


def test_one_season_has_no_sentence_of_differences() -> None:
    known = BRASS.until("S1E01")
    columns = cases(known, View(seen="S1E01"))
    assert sentences.pairs(columns) == ()
    assert sentences.title(columns) == ""


def test_matrices_count_each_event_once() -> None:
    total = sum(len(case.events) for case in WHOLE)
    assert sum(map(sum, matrices.decades(WHOLE).cells)) == total
    for found in (matrices.fields(WHOLE), matrices.telling(WHOLE)):
        assert [sum(row) for row in found.cells] == pytest.approx([1.0] * 5)
    related = (MANKIND.events["relation"] != "") & (MANKIND.events["season"] > 0)
    assert sum(map(sum, matrices.relations(WHOLE).cells)) == int(related.sum())


def test_people_are_carried_from_season_to_season() -> None:
    found = {each.person: each for each in matrices.people(WHOLE, 200)}
    for person, each in found.items():
        named = [person in people for people in MANKIND.events["people"]]
        assert each.total == int((MANKIND.events[named]["season"] > 0).sum())
    assert found["gordo-stevens"].dies == 1
    order = [each.first for each in matrices.people(WHOLE, 30)]
    assert order == sorted(order)


def test_the_table_is_copied_as_markdown_and_as_cells() -> None:
    found = table(MANKIND, View())
    lines = takeaway.markdown(found).splitlines()
    assert lines[0].startswith("|  | Season 1 | Season 2 |")
    assert lines[0].endswith("| Season 5 (partial) |")
    assert lines[2] == "| Time: In-world span | 5 y 7 mo | 3–8 mo | 3 y 3 mo | 2–13 mo | – |"
    cells = [line.split("\t") for line in takeaway.tsv(found).splitlines()]
    assert {len(line) for line in cells} == {6}
    assert len(cells) == len(found.rows) + 1


def test_the_csv_has_numbers_and_definitions() -> None:
    found = table(MANKIND, View())
    rows = list(csv.DictReader(io.StringIO(takeaway.as_csv(found))))
    assert [row["measure"] for row in rows] == [row.measure.id for row in found.rows]
    assert [row["definition"] for row in rows] == [row.measure.definition for row in found.rows]
    first = rows[0]
    low, high = map(int, first["1"].split("/"))
    assert 0 < low < high
    assert first["5 (partial)"] == ""


def test_a_gate_is_said_in_what_is_taken_along() -> None:
    known = MANKIND.until("S2E05")
    found = table(known, View(seen="S2E05"))
    assert "Season 2 (up to episode 5)" in takeaway.markdown(found)
    assert "up to episode 5" in takeaway.as_csv(found)
