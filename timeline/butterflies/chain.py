"""How did we get here: the shortest way from the point of divergence to an event, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from timeline.butterflies.graph import graph, order
from timeline.dataset import Dataset
from timeline.dates import parse
from timeline.shorthand import brief, year_of


@dataclass(frozen=True, slots=True)
class Link:
    """One step: an event, when it was, and what happened of it in our history ("" where nobody asked).

    `reading` tells that nobody says on screen that it follows from the step before: the editors read it so.
    """

    event: str
    season: int
    headline: str
    when: str
    here: str
    reading: bool


@dataclass(frozen=True, slots=True)
class Chain:
    """A way of causes to an event, which is its last link; an event without causes is a chain of one.

    `splits` tells whether it begins where history splits: else what led to its first link is not known.
    `years` lie between its ends.
    """

    links: tuple[Link, ...]
    splits: bool
    years: int

    @property
    def steps(self) -> int:
        """The number of steps from the first link to the last."""
        return len(self.links) - 1


@cache
def chain(dataset: Dataset, event: str) -> Chain:
    """Return the shortest chain to an event from the point of divergence, or else from what nothing led to.

    Of chains as short the one of weightier events is taken, then the one of earlier causes. Raises KeyError
    for an event that the data set does not have.
    """
    path = _path(dataset, event)
    links = tuple(_link(dataset, cause, each) for cause, each in zip(("", *path), path, strict=False))
    first, last = (dataset.events["position"].iloc[dataset.event_rows[each]] for each in (path[0], path[-1]))
    years = max(0, year_of(int(last)) - year_of(int(first)))
    return Chain(links, path[0] == dataset.divergence, years)


def _path(dataset: Dataset, event: str) -> tuple[str, ...]:
    """Return the events of the chain, from its beginning."""
    before, path = _cause_on_the_way(dataset), [event]
    while cause := before[path[-1]]:
        path.append(cause)
    return tuple(reversed(path))


@cache
def _cause_on_the_way(dataset: Dataset) -> Mapping[str, str]:
    """Return the cause through which the chain to each event runs, or "" where it begins."""
    places, known, events = order(dataset), graph(dataset), dataset.events
    weights = dict(zip(events["id"], events["importance"].tolist(), strict=True))
    taken: dict[str, str] = {}
    cost: dict[str, tuple[bool, int, int]] = {}  # not from the split, steps, importances on the way
    for event in known:
        if event == dataset.divergence or not known.pred[event]:
            taken[event], cost[event] = "", (event != dataset.divergence, 0, weights[event])
            continue
        best = min(known.pred[event], key=lambda cause: (*cost[cause], places[cause]))
        strange, steps, weight = cost[best]
        taken[event], cost[event] = best, (strange, steps + 1, weight + weights[event])
    return taken


@cache
def _link(dataset: Dataset, cause: str, event: str) -> Link:
    row = dataset.event(event)
    reading = bool(cause) and graph(dataset).edges[cause, event]["basis"] == "editorial"
    return Link(event, int(row["season"]), row["headline"], brief(row["date"]), here(dataset, event), reading)


def here(dataset: Dataset, event: str) -> str:
    """Say what happened in our history instead, or nothing where nobody has compared.

    Such as 'Here, 1980: Ronald Reagan beats Jimmy Carter.': the year stands there where it is another one.
    """
    row = dataset.event(event)
    if row["relation"] == "never":
        return "Here: it does not happen."
    if not row["counterpart"]:
        return ""
    ours = dataset.our_history.loc[row["counterpart"]]
    year = str(year_of(int(ours["first"])))
    known = year in ours["event"] or year == str(year_of(int(row["position"])))
    place = "Here as there" if row["relation"] == "same" else "Here"
    return f"{place}: {ours['event']}" if known else f"{place}, {brief(_year(ours['date']))}: {ours['event']}"


def _year(text: str) -> str:
    """Return a date as a year, where it lies in one."""
    date = parse(text)
    first, last = year_of(date.first), year_of(date.last)
    return f"{first:04}" if first == last else text
