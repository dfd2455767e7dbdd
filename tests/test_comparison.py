"""The comparison's numbers: each once more from the CSVs, and its rules on sets made for them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import BUNDLED, SMALL
from tests.folders import copy, swap
from tests.made import made
from tests.recount import Recount
from tests.sets import BRASS, MANKIND
from timeline.comparison import durations, spans
from timeline.comparison.cases import Case, cases
from timeline.comparison.definition import RESEARCH
from timeline.comparison.measures import measures
from timeline.comparison.parts import parts
from timeline.comparison.table import Cell, table
from timeline.comparison.takeaway import definitions
from timeline.comparison.values import Number, Range, Share, Unknown, Words
from timeline.dataset import Dataset, load
from timeline.query import select
from timeline.view import COMPARED, View

PARTIAL = {5}
"""Seasons that the bundled set knows in part."""


def plain(cell: Cell) -> Any:
    """Return a cell's value as the recount has it."""
    match cell.value:
        case Number(value=value) | Share(value=value):
            return value
        case Range(low=low, high=high):
            return (low, high)
        case Words(text=text):
            return text
        case _:
            return None


def by_id(dataset: Dataset, view: View) -> dict[str, list[Cell]]:
    return {row.measure.id: list(row.cells) for row in table(dataset, view).rows}


@pytest.mark.parametrize(
    ("folder", "dataset"), [(BUNDLED, MANKIND), (SMALL, BRASS)], ids=["mankind", "brass"]
)
def test_every_number_is_that_of_the_files(folder: Path, dataset: Dataset) -> None:
    recount = Recount(folder)
    for column, case in enumerate(cases(dataset, View())):
        again = recount.measures(case.season)
        rows = by_id(dataset, View())
        assert set(again) >= {id_ for id_ in rows if not id_.startswith(("told-", "field-"))}
        for id_, cells in rows.items():
            found, expected = plain(cells[column]), again.get(id_, 0)
            if id_ in ("new-worlds", "farthest"):
                assert_bodies(dataset, id_, found, expected)
            else:
                assert found == pytest.approx(expected, abs=1e-9), (id_, case.name)


def assert_bodies(dataset: Dataset, id_: str, found: str, expected: set[str]) -> None:
    order = [body for body in dataset.bodies if body in expected]
    said = " · ".join(order) or "none"
    assert found == (said if id_ == "new-worlds" else order[0] if order else None)


@pytest.mark.parametrize("seasons", [1, 2, 12])
def test_numbers_of_made_sets_are_those_of_their_files(tmp_path: Path, seasons: int) -> None:
    folder = made(tmp_path / "set", 300, seasons=seasons)
    dataset, recount = load(folder), Recount(folder)
    rows = by_id(dataset, View())
    assert len(cases(dataset, View())) == seasons
    for column in range(seasons):
        again = recount.measures(column + 1)
        for id_ in ("span", "middle", "order", "days-per-episode", "longest-leap", "lead", "earlier-years"):
            assert plain(rows[id_][column]) == pytest.approx(again[id_], abs=1e-9), id_


def test_the_parts_of_a_season_are_all_its_events() -> None:
    for dataset in (MANKIND, BRASS):
        for case in cases(dataset, View()):
            sizes = [len(case.of(part)) for part in ("own", "before", "jump")]
            assert sum(sizes) == (len(case.events) if case.span else 0)
            assert set(case.events["id"]) == set(
                dataset.events.loc[dataset.events["season"] == case.season, "id"]
            )


def test_an_event_stands_where_its_date_allows() -> None:
    for case in cases(MANKIND, View()):
        own = case.own
        assert (own["low"] <= own["share"]).all()
        assert (own["share"] <= own["high"]).all()
        assert own["share"].is_monotonic_increasing


def test_a_span_has_two_readings() -> None:
    one, two = (spans.span(MANKIND, n) for n in (1, 2))
    assert one is not None
    assert two is not None
    assert one.exact
    assert one.words() == "5 years 7 months"
    assert two.words() == "3 to 8 months"
    assert two.shortest < two.longest
    assert spans.span(MANKIND, 5) is None


@pytest.mark.parametrize(
    ("days", "words", "short"),
    [
        (1, "1 day", "1 d"),
        (26, "26 days", "26 d"),
        (214, "7 months", "7 mo"),
        (365, "12 months", "12 mo"),
        (731, "2 years", "2 y"),
        (2046, "5 years 7 months", "5 y 7 mo"),
    ],
)
def test_lengths_in_words(days: int, words: str, short: str) -> None:
    assert durations.words(days) == words
    assert durations.short(days) == short


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (100, 105, "3 months"),
        (100, 245, "3 to 8 months"),
        (62, 396, "2 to 13 months"),
        (0, 90, "at most 3 months"),
        (3, 12, "3 to 12 days"),
    ],
)
def test_two_readings_in_words(low: int, high: int, words: str) -> None:
    assert durations.between(low, high) == words


def test_halves_are_rounded_up() -> None:
    assert [durations.half_up(value) for value in (22.5, 0.5, -0.5, 2.4)] == [23, 1, -1, 2]
    assert durations.percent(0.225) == "23%"
    assert (durations.percent(0.001), durations.percent(0)) == ("<1%", "0%")


def test_facets_narrow_the_events_and_never_the_span() -> None:
    view = View(category=("spaceflight",), importance=2)
    rows, whole = by_id(MANKIND, view), by_id(MANKIND, View())
    for column, case in enumerate(cases(MANKIND, view)):
        expected = select(MANKIND, view.but(season=(case.season,)))
        assert plain(rows["events"][column]) == len(expected)
        assert plain(rows["field-spaceflight"][column]) == (1 if len(expected) else None)
    assert [plain(cell) for cell in rows["span"]] == [plain(cell) for cell in whole["span"]]


def test_chosen_seasons_are_the_columns() -> None:
    assert [case.short for case in cases(MANKIND, View(season=(2, 4)))] == ["S2", "S4"]
    assert [case.short for case in cases(MANKIND, View(season=(0,)))] == ["S1", "S2", "S3", "S4", "S5"]


def test_a_gate_compares_what_is_watched_and_says_so() -> None:
    known = MANKIND.until("S2E05")
    one, two = cases(known, View(seen="S2E05"))
    assert (one.partial, two.partial) == ("", "up to episode 5")
    ids = {event for case in (one, two) for event in case.events["id"]}
    told = MANKIND.events.set_index("id").loc[sorted(ids), "episode"]
    assert max(told) == "S2E05"
    rows = by_id(known, View(seen="S2E05"))
    assert plain(rows["episodes"][1]) == 5
    assert [plain(rows[id_][1]) for id_ in ("jump", "gap", "wait", "last-seen")] == [None] * 4
    assert not any(cells[1].highest for cells in rows.values())
    assert cases(MANKIND.until("S2E10"), View(seen="S2E10"))[1].partial == ""


def test_a_partial_season_never_wins() -> None:
    rows = table(MANKIND, View()).rows
    assert not any(row.cells[4].highest for row in rows)
    top = next(row for row in rows if row.measure.id == "field-politics")
    assert [cell.highest for cell in top.cells] == [False, False, False, True, False]


def test_bars_share_their_scales() -> None:
    rows = {row.measure.id: row for row in table(MANKIND, View()).rows}
    for row in rows.values():
        for cell in row.cells:
            assert cell.bar is None or -1 <= cell.bar <= 1 + 1e-9
    assert rows["told-scene"].cells[0].bar == pytest.approx(plain(rows["told-scene"].cells[0]))
    fields = [cell.bar or 0 for id_, row in rows.items() if id_.startswith("field-") for cell in row.cells]
    assert max(fields) == pytest.approx(1)


@pytest.mark.parametrize("by", COMPARED)
def test_every_measure_has_one_definition_that_docs_take_from_it(by: str) -> None:
    found = measures(MANKIND, by)
    assert len({measure.id for measure in found}) == len(found)
    text = definitions(MANKIND)
    assert RESEARCH in text
    for measure in found:
        assert measure.definition.endswith(".")
        assert measure.definition in text


def test_a_set_with_one_season(tmp_path: Path) -> None:
    dataset = load(made(tmp_path / "set", 40, seasons=1))
    (only,) = cases(dataset, View())
    assert only.name == "Season 1"
    assert not any(cell.highest for row in table(dataset, View()).rows for cell in row.cells)


def test_a_season_without_events(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    swap(folder, "seasons.csv", "\n2,", "\n3,Season 3,1870,1872,,,,guide,\n2,")
    dataset = load(folder)
    rows = by_id(dataset, View())
    last = cases(dataset, View())[-1]
    assert (last.name, len(last.events)) == ("Season 3", 0)
    assert plain(rows["events"][2]) == 0
    assert isinstance(rows["weighty"][2].value, Unknown)
    assert rows["span"][2].text == "12 mo–3 y"


def test_seasons_that_overlap(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    swap(folder, "seasons.csv", "Season 2,1854-03", "Season 2,1842-03")
    swap(folder, "jumps.csv", "1855,1854,", "1855,1842-03,")
    dataset = load(folder)
    gap = by_id(dataset, View())["gap"][0].value
    assert isinstance(gap, Number)
    assert gap.value < 0
    for case in cases(dataset, View()):
        assert sum(len(case.of(part)) for part in ("own", "before", "jump")) == len(case.events)


def test_a_season_whose_dates_are_coarse_has_its_events_in_told_order() -> None:
    events = parts(MANKIND, 5)
    assert events["told_rank"].is_monotonic_increasing
    assert set(events["part"]) == {""}


def test_coverage_says_which_season_is_partial() -> None:
    told = json.loads((BUNDLED / "datapackage.json").read_text("utf-8"))["coverage"]
    partial = {int(n) for n, text in told.items() if text.startswith("partial")}
    found = {case.season: case for case in cases(MANKIND, View())}
    assert {n for n, case in found.items() if case.partial} == partial == PARTIAL
    assert found[5].reason
    assert found[5].reason in told["5"]


def people(case: Case) -> set[str]:
    return {person for named in case.events["people"] for person in named}


def test_people_are_compared_by_their_events() -> None:
    view = View(by="person", person=("margo-madison", "edward-baldwin"))
    for case in cases(MANKIND, view):
        expected = select(MANKIND, View(person=(case.id,)))
        expected = expected[expected["season"] > 0]
        assert list(case.events["id"]) == list(expected["id"])
    rows = by_id(MANKIND, view)
    assert [cell.text for cell in rows["age-first"]] == ["36–41", "25–33"]


def test_episodes_are_compared_by_their_events() -> None:
    view = View(by="episode", episode=("S1E01", "S2E05"))
    rows = by_id(MANKIND, view)
    for column, case in enumerate(cases(MANKIND, view)):
        mine = MANKIND.events[(MANKIND.events["episode"] == case.id) & (MANKIND.events["season"] > 0)]
        assert plain(rows["events"][column]) == len(mine)
        assert case.people == people(case)
    assert [case.id for case in cases(MANKIND, View(by="episode"))] == [f"S{n}E01" for n in range(1, 6)]
    assert [case.id for case in cases(MANKIND, View(by="episode", season=(3,)))][-1] == "S3E10"


@pytest.mark.parametrize("by", COMPARED)
def test_nothing_selected_is_compared_without_error(by: str) -> None:
    for dataset in (MANKIND, BRASS, BRASS.until("S1E01")):
        found = table(dataset, View(by=by, q="no such words"))
        assert all(
            plain(row.cells[0]) in (0, None) for row in found.rows if row.measure.id == "events" and row.cells
        )
