"""What can be measured of a single person: first and last events, ages, absences."""

from __future__ import annotations

from timeline import dates
from timeline.aging import age
from timeline.comparison.cases import Case
from timeline.comparison.telling import share
from timeline.comparison.values import Number, Unknown, Value, Words
from timeline.shorthand import brief

_NONE = Unknown("no events")


def first(case: Case) -> Value:
    """Return the date of the first event."""
    return _when(case, 0)


def last(case: Case) -> Value:
    """Return the date of the last event."""
    return _when(case, -1)


def _when(case: Case, row: int) -> Value:
    if case.events.empty:
        return _NONE
    event = case.events.iloc[row]
    return Words(brief(event["date"]), float(event["position"]))


def age_first(case: Case) -> Value:
    """Return the age at the first event."""
    return _age(case, 0)


def age_last(case: Case) -> Value:
    """Return the age at the last event."""
    return _age(case, -1)


def _age(case: Case, row: int) -> Value:
    if case.events.empty:
        return _NONE
    person = case.dataset.people.loc[case.id]
    said = age(person["born"], person["died"], dates.parse(case.events.iloc[row]["date"]))
    if not said:
        return Unknown("the birth is not known closely enough")
    ends = [int(part) for part in said.removeprefix("about ").split("–")]
    return Words(said, sum(ends) / len(ends))


def unseen(case: Case) -> Value:
    """Return the most days between two neighbouring events."""
    days = case.events["position"]
    return (
        Number(float(days.diff().max()), unit="days") if len(days) > 1 else Unknown("fewer than two events")
    )


def since(case: Case) -> Value:
    """Return the days from the last event to the last of all."""
    if case.events.empty:
        return _NONE
    return Number(float(case.dataset.events["position"].max() - case.events["position"].max()), unit="days")


def seasons(case: Case) -> Value:
    """Return in how many seasons there are events."""
    return Number(int(case.events["season"].nunique()))


def alone(case: Case) -> Value:
    """Return the share of events that name nobody else."""
    return share(case.events, case.events["people"].map(len) == 1)


def places(case: Case) -> Value:
    """Return how many places the events have."""
    return Number(len({place for named in case.events["places"] for place in named}))
