"""What follows from what: the graph has no circle, and every chain is the shortest that there is."""

from __future__ import annotations

from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given, settings

from tests.crawling import after, joined
from tests.dags import dags, linked
from tests.sets import BRASS, MANKIND
from timeline.butterflies import Chain, causes_of, chain, effects_of, graph, shown
from timeline.butterflies.chain import here
from timeline.butterflies.graph import order
from timeline.butterflies.shown import MOST, USUAL
from timeline.dataset import Dataset
from timeline.view import View

GATES = [str(episode) for episode in MANKIND.episodes.index[4:-1:16]]
WILSON, LEONOV = "ellen-wilson-elected-president", "leonov-walks-on-moon"


def events_of(found: Chain) -> list[str]:
    return [link.event for link in found.links]


def assert_chains(dataset: Dataset) -> None:
    """Assert of every event that its chain is made of causes, begins rightly, and is as short as can be."""
    known = graph(dataset)
    splits = dataset.divergence
    reached = nx.single_source_shortest_path_length(known, splits) if splits else {}
    for event in dataset.events["id"]:
        found = chain(dataset, event)
        steps = events_of(found)
        assert steps[-1] == event
        assert all(known.has_edge(*pair) for pair in pairwise(steps))
        assert found.splits == (event in reached) == (steps[0] == splits)
        assert found.steps == reached.get(event, found.steps)
        assert found.splits or not known.pred[steps[0]]


def test_the_graph_has_every_event_and_every_cause() -> None:
    known = graph(MANKIND)
    assert set(known) == set(MANKIND.events["id"])
    assert known.number_of_edges() == int(MANKIND.events["caused_by"].map(len).sum())
    assert nx.is_directed_acyclic_graph(known)
    places = order(MANKIND)
    assert all(places[cause] < places[effect] for cause, effect in known.edges)


def test_every_event_with_causes_has_a_chain() -> None:
    assert_chains(MANKIND)
    caused = MANKIND.events.loc[MANKIND.events["caused_by"].map(bool), "id"]
    assert all(chain(MANKIND, event).steps for event in caused)
    assert sum(chain(MANKIND, event).splits for event in caused) > 0.95 * len(caused)


def test_causes_and_effects_are_all_of_them() -> None:
    known = graph(MANKIND)
    for event in MANKIND.events["id"][::9]:
        assert set(causes_of(MANKIND, event)) == nx.ancestors(known, event)
        assert set(effects_of(MANKIND, event)) == nx.descendants(known, event)


def test_a_chain_says_what_happened_here_instead() -> None:
    found = chain(MANKIND, WILSON)
    assert found.splits
    assert found.years == 26
    assert [link.here for link in found.links[:3]] == [
        "Here: Sergei Korolev, the Soviet chief designer, dies after an operation in Moscow.",
        "Here: Neil Armstrong is the first human to step onto the Moon.",
        "Here: it does not happen.",
    ]
    assert found.links[-1].when == "3 Nov 1992"
    assert {link.reading for link in found.links} == {True, False}
    assert found.links[0].reading is False


def test_another_year_here_is_said() -> None:
    assert here(MANKIND, "kennedy-sets-mars-goal").startswith("Here, 1989: ")
    assert here(BRASS, "press-engine") == ""


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([], [5]),
        ([(0, 5)], [0, 5]),
        ([(0, 2), (2, 5), (0, 3), (3, 4), (4, 5)], [0, 2, 5]),
        ([(1, 5)], [1, 5]),
        (
            [(0, 2), (2, 3), (3, 5), (1, 5)],
            [0, 2, 3, 5],
        ),  # the longer way, for it begins where history splits
    ],
)
def test_a_chain_of_few_causes(pairs: list[tuple[int, int]], expected: list[int]) -> None:
    dataset = linked(BRASS, pairs)
    ids = dataset.events["id"].tolist()
    assert events_of(chain(dataset, ids[5])) == [ids[row] for row in expected]


def test_the_weightier_of_two_ways_is_taken() -> None:
    weights = BRASS.events["importance"].tolist()
    heavy = min(range(1, 10), key=lambda row: (weights[row], row))
    light = next(row for row in range(1, 10) if weights[row] > weights[heavy])
    last = len(weights) - 1
    dataset = linked(BRASS, [(0, light), (0, heavy), (light, last), (heavy, last)])
    ids = dataset.events["id"].tolist()
    assert events_of(chain(dataset, ids[last])) == [ids[0], ids[heavy], ids[last]]


def test_an_event_that_there_is_not_has_no_chain() -> None:
    with pytest.raises(KeyError):
        chain(BRASS, "nobody-knows-it")


@given(dags(BRASS))
@settings(max_examples=25)
def test_chains_in_any_graph(dataset: Dataset) -> None:
    assert_chains(dataset)


@given(dags(BRASS))
@settings(max_examples=25)
def test_ways_tell_the_whole_truth(dataset: Dataset) -> None:
    known = graph(dataset)
    for view in (View(importance=1), View(importance=2, event=dataset.events["id"].iloc[-1])):
        seen = shown(dataset, view)
        drawn = nx.DiGraph([(way.cause, way.effect) for way in seen.ways])
        for way in seen.ways:
            assert way.hidden or known.has_edge(way.cause, way.effect)
            assert way.effect in nx.descendants(known, way.cause)
        for event in seen.events:
            told = nx.descendants(drawn, event) if event in drawn else set()
            assert told == nx.descendants(known, event) & set(seen.events), (
                "who follows is told, no more, no less"
            )
        trunks = [way.effect for way in seen.ways if way.trunk]
        assert len(trunks) == len(set(trunks)) == len({way.effect for way in seen.ways})


def test_a_picture_shows_the_weightiest_and_more_on_demand() -> None:
    usual, major = shown(MANKIND, View()), shown(MANKIND, View(importance=2))
    assert usual.importance == 1
    assert len(usual.events) <= USUAL
    assert 200 <= len(major.events) <= MOST
    assert set(usual.events) < set(major.events)
    few = shown(MANKIND, View(person=("aleida-rosales",)))
    assert few.importance == 4
    assert MANKIND.divergence in few.events


def test_the_chosen_event_comes_with_all_that_it_hangs_on() -> None:
    event = MANKIND.events["id"][MANKIND.events["importance"] == 4].iloc[-1]
    seen, known = shown(MANKIND, View(event=event)), graph(MANKIND)
    assert {event, *seen.path, *known.pred[event], *known.succ[event]} <= set(seen.events)
    assert seen.path == tuple(events_of(chain(MANKIND, event)))
    trunks = {(way.cause, way.effect) for way in seen.ways if way.trunk}
    assert set(pairwise(seen.path)) <= trunks


@pytest.mark.parametrize("seen", GATES)
def test_nothing_hidden_is_in_any_chain(seen: str) -> None:
    later, known = after(MANKIND, seen), MANKIND.until(seen)
    assert_chains(known)
    assert set(graph(known)) == set(known.events["id"])
    told = [link for event in known.events["id"] for link in chain(known, event).links]
    assert later.leaks(joined([f"{link.headline} \n {link.when} \n {link.here}" for link in told])) == []
    assert set().union(*known.rows.values()) <= set(known.events["id"])
