"""Causes and effects as a graph without circles, whose order has every cause before its effects."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from timeline.dataset import Dataset

if TYPE_CHECKING:
    import networkx as nx

    Graph = nx.DiGraph[str]


@cache
def graph(dataset: Dataset) -> Graph:
    """Return every event as a node, and an edge from each cause to its effect.

    Nodes come in the order of time, but no effect before its cause: where dates overlap, a cause may stand
    later in `dataset.events` than what it led to. An edge's "basis" is what its effect's `cause_basis` says.
    """
    import networkx as nx  # noqa: PLC0415 - it takes half as long to import as pandas, and few answers need it

    events = dataset.events
    edges = [
        (cause, effect, {"basis": basis})
        for effect, causes, basis in zip(
            events["id"], events["caused_by"], events["cause_basis"], strict=True
        )
        for cause in causes
    ]
    found: Graph = nx.DiGraph()
    found.add_nodes_from(events["id"].tolist())
    found.add_edges_from(edges)
    ordered: Graph = nx.DiGraph()
    for event in nx.lexicographical_topological_sort(found, key=lambda event: dataset.event_rows[str(event)]):
        ordered.add_node(event)
    ordered.add_edges_from(edges)
    return ordered


@cache
def order(dataset: Dataset) -> Mapping[str, int]:
    """Return the place of each event in the graph's order."""
    return {event: place for place, event in enumerate(graph(dataset))}


@cache
def _before(dataset: Dataset) -> Mapping[str, int]:
    """Return all direct and indirect causes of each event, as bits at their places in the order."""
    places, known = order(dataset), graph(dataset)
    before: dict[str, int] = {}
    for event in known:
        bits = 0
        for cause in known.pred[event]:
            bits |= before[cause] | 1 << places[cause]
        before[event] = bits
    return before


def leads(dataset: Dataset, cause: str, effect: str) -> bool:
    """Tell whether one event is a direct or indirect cause of another."""
    return bool(_before(dataset)[effect] >> order(dataset)[cause] & 1)


def causes_of(dataset: Dataset, event: str) -> tuple[str, ...]:
    """Return the direct and indirect causes of an event, in order."""
    return tuple(each for each in order(dataset) if leads(dataset, each, event))


def effects_of(dataset: Dataset, event: str) -> tuple[str, ...]:
    """Return what follows from an event, directly or not, in order."""
    return tuple(each for each in order(dataset) if leads(dataset, event, each))


@cache
def linked(dataset: Dataset) -> tuple[str, ...]:
    """Return the events that have a cause or an effect, in order; the point of divergence in any case."""
    known = graph(dataset)
    return tuple(event for event in known if known.degree(event) or event == dataset.divergence)
