"""What can be measured of a single episode."""

from __future__ import annotations

from timeline.comparison.cases import Case
from timeline.comparison.passage import episode_places
from timeline.comparison.spans import SHOWN
from timeline.comparison.values import Number, Range, Share, Unknown, Value

_COARSE = Unknown("its dates are too coarse")


def length(case: Case) -> Value:
    """Return the days of an episode's scenes: what they need at least, and what they may take."""
    shown = case.own[case.own["told"].isin(SHOWN)]
    if not case.span or shown.empty:
        return _COARSE
    days = case.span.longest
    widest = float(shown["high"].max() - shown["low"].min()) * days
    needed = int(shown["first"].max()) - int(shown["last"].min()) + 1
    return Range(max(0, needed), widest)


def place(case: Case) -> Value:
    """Return where an episode stands in its season's span."""
    number = int(case.dataset.episodes.at[case.id, "number"])
    places = episode_places(case.dataset, case.season)
    return Share(places[number]) if number in places else _COARSE


def runtime(case: Case) -> Value:
    """Return the minutes of an episode."""
    said = case.dataset.episodes.at[case.id, "runtime"]
    return Number(int(said)) if said else Unknown("not known")


def people(case: Case) -> Value:
    """Return how many people an episode's events name."""
    return Number(len(case.people))


def introduced(case: Case) -> Value:
    """Return how many people an episode introduces."""
    return Number(int((case.dataset.people["introduced"] == case.id).sum()))


def deaths(case: Case) -> Value:
    """Return how many deaths an episode tells."""
    table = case.dataset.people
    return Number(int(((table["died"] != "") & (table["told_death"] == case.id)).sum()))
