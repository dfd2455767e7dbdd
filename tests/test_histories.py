"""Pairs of events, how far ahead they are, and the numbers that follow."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path
from statistics import median

import pytest
from hypothesis import given

from tests.made import made
from tests.sets import BRASS, MANKIND
from tests.views import views
from timeline import dates
from timeline.dataset import load
from timeline.histories import Pair, headline, leading, missing, pairs, steps, summary
from timeline.histories.lead import WINDOW
from timeline.query import select
from timeline.schema import RELATIONS
from timeline.shifts import YEAR, between
from timeline.view import View
from timeline.world import states, world


def named(event: str) -> Pair:
    return next(pair for pair in pairs(MANKIND, View()) if pair.event == event)


@given(views(MANKIND))
def test_every_selected_event_with_a_relation_is_a_pair(view: View) -> None:
    events = select(MANKIND, view.but(order="world"))
    related = events.loc[events["relation"] != "", "id"].tolist()
    assert [pair.event for pair in pairs(MANKIND, view)] == related


def test_a_pair_has_two_ends_where_it_happens_twice() -> None:
    for pair in pairs(MANKIND, View()):
        assert (pair.ours is None) == (pair.relation == "never")
        assert (pair.shift is None) == (pair.relation in ("never", "averted"))
        if pair.ours and pair.shift:
            assert pair.shift == between(pair.theirs.date, pair.ours.date)
            assert pair.ours.date.first <= pair.ours.day <= pair.ours.date.last + 1
        assert pair.theirs.date.first <= pair.theirs.day < pair.theirs.date.last + 1


@pytest.mark.parametrize(
    ("event", "said", "doubt", "leads"),
    [
        ("leonov-walks-on-moon", "3 weeks earlier", "", True),
        ("cobb-finds-lunar-ice", "38 to 39 years earlier", "", True),
        ("apollo-soyuz-handshake", "8 years later", "", True),
        ("deke-slayton-dies", "18 to 19 years earlier", "", False),
        ("apollo-23-explodes-on-pad", "9 years earlier", "", False),
        ("no-soviet-invasion-afghanistan", "did not happen there", "viewers infer it", False),
        ("no-september-11-attacks-mentioned", "did not happen there", "viewers infer it", False),
        ("korolev-survives-surgery", "did not happen there", "told by the makers, not shown", False),
        ("jamestown-lands-on-moon", "never in our history", "", False),
    ],
)
def test_pairs_are_said_in_words(event: str, said: str, doubt: str, leads: bool) -> None:
    pair = named(event)
    assert (pair.said, pair.doubt, pair.leads) == (said, doubt, leads)


def test_a_field_is_the_category_where_none_is_declared() -> None:
    assert {pair.field for pair in pairs(BRASS, View())} == {"Politics", "Science", "People", "Transport"}
    assert next(iter(MANKIND.histories.fields)) == "Spaceflight"


def test_the_numbers_are_counted_from_the_pairs() -> None:
    found, numbers = pairs(MANKIND, View()), summary(MANKIND, View())
    counts = Counter(pair.relation for pair in found)
    counts["averted"] = len({pair.counterpart for pair in found if pair.relation == "averted"})
    assert dict(numbers.relations) == {name: counts[name] for name in RELATIONS}
    assert numbers.pairs == len(found)
    for field, held in numbers.leads.items():
        own = [pair.shift.middle for pair in leading(found) if pair.field == field and pair.shift]
        assert (held[0].days, held[0].n) == (median(own), len(own))
        assert sum(each.n for decade, each in held.items() if decade) == len(own)
    assert sum(held[0].n for held in numbers.leads.values()) == len(leading(found))


@pytest.mark.parametrize("seen", ["S1E10", "S2E05", "S5E10"])
def test_what_never_came_there_counts_once_as_in_the_world_then(seen: str) -> None:
    dataset = MANKIND.until(seen)
    found = [pair for pair in pairs(dataset, View()) if pair.relation == "averted"]
    once = missing(found)
    assert len({pair.counterpart for pair in once}) == len(once) < len(found)
    assert {pair.counterpart for pair in once} == {pair.counterpart for pair in found}
    assert summary(dataset, View()).relations["averted"] == len(once)
    held = world(dataset, View(), "").held
    there = {pair.counterpart for pair in held[states.HERE]}
    assert there <= {pair.counterpart for pair in once}


def test_the_furthest_and_the_first_are_named() -> None:
    numbers = summary(MANKIND, View())
    assert numbers.largest is not None
    assert numbers.least is not None
    assert (numbers.largest.event, numbers.largest.said) == (
        "ellen-acting-administrator",
        "41 years earlier",
    )
    assert (numbers.least.event, numbers.least.said) == (
        "gore-declares-cold-war-over",
        "11 to 14 years later",
    )
    assert numbers.first["Spaceflight"].event == "korolev-survives-surgery"
    assert all(pair.relation != "same" for pair in numbers.first.values())


def test_the_headline_is_computed() -> None:
    assert headline(MANKIND, View()) == "67 sooner, median 13 years; 16 later, median 8 years"
    assert headline(BRASS, View()) == "1 sooner, median 12 months"
    assert headline(MANKIND, View(relation=("never",))) == "118 events without a like in our history"
    assert headline(MANKIND, View(relation=("averted",))) == "22 events of our history that never came there"
    one = View(relation=("never",), q="Jamestown base lands")
    assert headline(MANKIND, one) == "1 event without a like in our history"
    assert headline(MANKIND, View(q="no such word")) == "Nothing here has a like in our history"


def test_an_editor_line_is_for_who_knows_everything() -> None:
    assert MANKIND.histories.headline.startswith("There, the future came sooner")
    assert MANKIND.until("S4E10").histories.headline == ""
    assert MANKIND.until("S5E10").histories.headline == MANKIND.histories.headline


def test_the_line_is_the_median_of_the_years_before() -> None:
    until = dates.parse("2010").last
    for field in MANKIND.histories.fields:
        own = [pair for pair in leading(pairs(MANKIND, View())) if pair.field == field]
        line = steps(own, until)
        assert line
        for step in line:
            day = (step.first + step.last) / 2
            told = [
                p.shift.years for p in own if p.shift and p.theirs.day <= day < p.theirs.day + WINDOW * YEAR
            ]
            assert (step.years, step.n) == (median(told), len(told))
        assert all(one.last <= other.first for one, other in pairwise(line))
        assert max(step.last for step in line) <= until


def test_other_sets_have_pairs_too(tmp_path: Path) -> None:
    dataset = load(made(tmp_path, 300, seasons=12))
    found = pairs(dataset, View())
    assert {pair.relation for pair in found} >= {"same", "earlier", "later", "altered", "averted"}
    assert summary(dataset, View()).largest is not None
    assert steps(found, dataset.events["position"].max())
