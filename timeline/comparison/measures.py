"""The rows of a comparison: which measures make sense for seasons, episodes and people."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from timeline.comparison import episodic, meeting, passage, reach, waits
from timeline.comparison.definition import Measure, relations, shares, weights
from timeline.dataset import Dataset


@cache
def measures(dataset: Dataset, by: str) -> tuple[Measure, ...]:
    """Return the measures that make sense for seasons, episodes or people, in order of the table."""
    made = {"season": _of_seasons, "episode": _of_episodes, "person": _of_people}[by]
    return tuple(made(dataset))


def _of_seasons(dataset: Dataset) -> Iterable[Measure]:
    yield from (
        Measure(
            "span", "Time", "In-world span",
            "From the season’s first day to the last possible day of its latest scene: the "
            "longest reading. The solid part is the shortest: from the latest day it can have "
            "begun to the earliest it can have ended.",
            "days", passage.length, leading=True,
        ),
        Measure(
            "episodes", "Time", "Episodes",
            "Episodes known here.",
            "episodes", passage.episodes,
        ),
        Measure(
            "days-per-episode", "Time", "In-world days per episode",
            "The median of the days that an episode covers, from halfway to the one before to "
            "halfway to the next; an episode stands at the median of its scenes.",
            "days", passage.per_episode, leading=True,
        ),
        Measure(
            "longest-leap", "Time", "Longest leap inside",
            "Most days between two scenes that stand next to each other in the season’s own time.",
            "days", passage.leap,
        ),
        Measure(
            "middle", "Time", "Middle event comes at",
            "The share of the span that is gone when half of the season’s own events are told; ~ "
            "where its dates leave that open by more than 10 points.",
            "share", passage.middle, "one", leading=True,
        ),
        Measure(
            "earlier-years", "Time", "Told of earlier years",
            "Share of the events that lie before the season’s first day.",
            "share", passage.before, "one",
        ),
        Measure(
            "order", "Time", "Told out of order",
            "Of all pairs of events that different episodes tell and whose dates leave no doubt, "
            "the share that is told the other way round.",
            "share", passage.disorder, "one",
        ),
    )  # fmt: skip
    yield from weights("season", "episode")
    yield from shares(dataset)
    yield from (
        Measure(
            "introduced", "People", "Introduced",
            "People whose first episode is one of the season’s.",
            "people", reach.introduced, "people", leading=True,
        ),
        Measure(
            "carried", "People", "Carried over",
            "People whom an event of the season’s own time names and whom an earlier season "
            "introduced.",
            "people", reach.carried, "people", leading=True,
        ),
        Measure(
            "last-seen", "People", "Last seen",
            "People whom an event of the season’s own time names and none of a later season’s; "
            "not known where no later season is whole.",
            "people", reach.last_seen, "people",
        ),
        Measure(
            "deaths", "People", "Deaths",
            "People whose death an episode of the season tells.",
            "people", reach.deaths, leading=True,
        ),
        Measure(
            "new-places", "Places", "Places first reached",
            "Places that the season’s own events name and no earlier season’s events.",
            "places", reach.new_places, leading=True,
        ),
        Measure(
            "new-worlds", "Places", "Worlds first named",
            "Bodies of which no earlier event, the background’s included, names a place; probes "
            "and plans count. The farthest first.",
            "bodies", reach.new_bodies,
        ),
        Measure(
            "farthest", "Places", "Farthest world named",
            "The farthest body of the season’s own events, in the data’s order of bodies.",
            "body", reach.farthest,
        ),
    )  # fmt: skip
    yield from relations()
    yield from (
        Measure(
            "jump", "Between", "Time jump, years",
            "The year that the finale shows minus the year that it leaves.",
            "years", waits.jump, "years", leading=True,
        ),
        Measure(
            "gap", "Between", "Gap to next season, years",
            "From the season’s last day to the next one’s first.",
            "years", waits.gap, "years",
        ),
        Measure(
            "wait", "Between", "Real wait, months",
            "From the finale to the next premiere, in months of 30.4375 days.",
            "months", waits.wait, leading=True,
        ),
    )  # fmt: skip


def _of_episodes(dataset: Dataset) -> Iterable[Measure]:
    yield from (
        Measure(
            "span", "Time", "In-world span",
            "From the first to the last day that its scenes in the season’s own time allow; the "
            "solid part is what they need at least.",
            "days", episodic.length, leading=True,
        ),
        Measure(
            "at", "Time", "Stands at",
            "The share of the season’s span that is gone at the median of its scenes.",
            "share", episodic.place, "one", leading=True,
        ),
        Measure(
            "runtime", "Time", "Runtime, minutes",
            "As broadcast.",
            "minutes", episodic.runtime, leading=True,
        ),
    )  # fmt: skip
    yield from weights("episode", "")
    yield from shares(dataset)
    yield Measure(
        "people", "People", "People named",
        "People whom its events name.",
        "people", episodic.people, "people", leading=True,
    )  # fmt: skip
    yield Measure(
        "introduced", "People", "Introduced",
        "People whose first episode it is.",
        "people", episodic.introduced, "people", leading=True,
    )  # fmt: skip
    yield Measure(
        "deaths", "People", "Deaths",
        "People whose death it tells.",
        "people", episodic.deaths, "people", leading=True,
    )  # fmt: skip
    yield from relations()


def _of_people(dataset: Dataset) -> Iterable[Measure]:
    yield from (
        Measure(
            "first", "Time", "First named",
            "The date of the first event that names them.",
            "date", meeting.first, leading=True,
        ),
        Measure(
            "last", "Time", "Last named",
            "The date of the last event that names them.",
            "date", meeting.last, leading=True,
        ),
        Measure(
            "age-first", "Time", "Age then",
            "Their age at the first event, as far as the births are known.",
            "years", meeting.age_first, leading=True,
        ),
        Measure(
            "age-last", "Time", "Age at the last",
            "Their age at the last event.",
            "years", meeting.age_last, leading=True,
        ),
        Measure(
            "unseen", "Time", "Longest out of sight",
            "Most days between two events next to each other that name them.",
            "days", meeting.unseen, leading=True,
        ),
        Measure(
            "since", "Time", "Since last named",
            "From the last event that names them to the last event of all.",
            "days", meeting.since, leading=True,
        ),
    )  # fmt: skip
    yield from weights("person", "")
    yield Measure(
        "seasons", "Size", "Seasons",
        "Seasons with an event that names them.",
        "seasons", meeting.seasons, leading=True,
    )  # fmt: skip
    yield Measure(
        "alone", "Size", "Named alone",
        "Share of their events that name nobody else.",
        "share", meeting.alone, "one",
    )  # fmt: skip
    yield from shares(dataset)
    yield Measure(
        "places", "Places", "Places",
        "Different places of their events.",
        "places", meeting.places, leading=True,
    )  # fmt: skip
    yield Measure(
        "farthest", "Places", "Farthest world named",
        "The farthest body of their events, in the data’s order of bodies.",
        "body", reach.farthest_of_all,
    )  # fmt: skip
