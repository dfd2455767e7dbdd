"""Who and what is reached: people introduced, carried over, lost; places and how far they lie."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import pandas as pd

from timeline.comparison.cases import Case, partial, told
from timeline.comparison.parts import OWN, parts
from timeline.comparison.values import Number, Unknown, Value, Words
from timeline.dataset import Dataset


def seasons_of(episodes: pd.Series) -> pd.Series:
    """Return the season that an episode id names; 0 for none."""
    return episodes.str.extract(r"^S(\d+)E", expand=False).fillna("0").astype(int)


def present(dataset: Dataset, season: int) -> frozenset[str]:
    """Return the people whom events of a season's own time name; of all its events where it has no span."""
    return _named(parts(dataset, season))


def _named(events: pd.DataFrame) -> frozenset[str]:
    own = events[events["part"].isin([OWN, ""])]
    return frozenset(person for named in own["people"] for person in named)


def _asked(case: Case, people: frozenset[str]) -> frozenset[str]:
    """Return some people: of those whom the selection names, where it is narrowed."""
    return people & case.people if case.narrowed else people


def introduced_in(dataset: Dataset, season: int) -> frozenset[str]:
    """Return the people whose first episode is one of a season's."""
    return frozenset(dataset.people.index[seasons_of(dataset.people["introduced"]) == season])


def dead_in(dataset: Dataset, season: int) -> frozenset[str]:
    """Return the people whose death an episode of a season tells."""
    died = dataset.people["died"] != ""
    return frozenset(dataset.people.index[died & (seasons_of(dataset.people["told_death"]) == season)])


def introduced(case: Case) -> Value:
    """Return how many people are introduced."""
    return Number(len(PEOPLE["introduced"](case)))


def carried_over(case: Case) -> frozenset[str]:
    """Return the people who come from an earlier season."""
    since = seasons_of(case.dataset.people["introduced"])
    earlier = frozenset(case.dataset.people.index[(since > 0) & (since < case.season)])
    return _named(case.events) & earlier


def carried(case: Case) -> Value:
    """Return how many people come from an earlier season."""
    return Number(len(carried_over(case)))


def leaving(case: Case) -> frozenset[str]:
    """Return the people whom no later season has; nobody where no later one is wholly known."""
    later = _later(case)
    if all(partial(case.dataset, n)[0] for n in later):
        return frozenset()
    return _named(case.events) - frozenset[str]().union(*(present(case.dataset, n) for n in later))


def last_seen(case: Case) -> Value:
    """Return how many people no later season has."""
    if all(partial(case.dataset, n)[0] for n in _later(case)):
        return Unknown("no later season is wholly known")
    return Number(len(leaving(case)))


def _later(case: Case) -> list[int]:
    return [n for n in told(case.dataset) if n > case.season]


def deaths(case: Case) -> Value:
    """Return how many deaths are told."""
    return Number(len(PEOPLE["deaths"](case)))


PEOPLE: Mapping[str, Callable[[Case], frozenset[str]]] = MappingProxyType(
    {
        "introduced": lambda case: _asked(case, introduced_in(case.dataset, case.season)),
        "carried": carried_over,
        "last-seen": leaving,
        "deaths": lambda case: _asked(case, dead_in(case.dataset, case.season)),
    }
)
"""Whom a measure of people counts, by its id."""


def _places(events: pd.DataFrame) -> frozenset[str]:
    own = events[events["part"].isin([OWN, ""])]
    return frozenset(place for named in own["places"] for place in named)


def fresh(case: Case) -> frozenset[str]:
    """Return the places of the own events that no earlier season's event names, the background's included."""
    events = case.dataset.events
    earlier = events.loc[events["season"] < case.season, "places"]
    return _places(case.events) - {place for named in earlier for place in named}


def new_places(case: Case) -> Value:
    """Return how many places are first reached."""
    return Number(len(fresh(case)))


def _bodies(dataset: Dataset, places: frozenset[str]) -> list[str]:
    """Return the bodies of places, the farthest first."""
    found = set(dataset.places.loc[sorted(places), "body"])
    return [body for body in dataset.bodies if body in found]


def new_bodies(case: Case) -> Value:
    """Return the bodies that are first reached."""
    events = case.dataset.events
    earlier = frozenset(p for named in events.loc[events["season"] < case.season, "places"] for p in named)
    known = _bodies(case.dataset, earlier)
    found = [body for body in _bodies(case.dataset, _places(case.events)) if body not in known]
    return Words(" · ".join(found) or "none", len(found))


def farthest(case: Case) -> Value:
    """Return the farthest body of the own events; its rank counts from the last body, home."""
    return _farthest(case.dataset, _places(case.events))


def farthest_of_all(case: Case) -> Value:
    """Return the farthest body of all events."""
    return _farthest(case.dataset, frozenset(p for named in case.events["places"] for p in named))


def _farthest(dataset: Dataset, places: frozenset[str]) -> Value:
    bodies = _bodies(dataset, places)
    if not bodies:
        return Unknown("no event names a place")
    return Words(bodies[0], len(dataset.bodies) - 1 - dataset.bodies.index(bodies[0]))
