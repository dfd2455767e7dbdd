"""(Dataset, episode) -> where we are: what year it is, what was skipped, where everyone is.

The data set is the reader's: as far as the episode, and no further.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from timeline import dates
from timeline.aging import age, years
from timeline.card import Step, step
from timeline.dataset import Dataset
from timeline.life import Post, posts
from timeline.query import label
from timeline.shorthand import year_of

_MONTHS = 24
"""Up to so many months a leap is said in months."""


@dataclass(frozen=True, slots=True)
class Leap:
    """What lies between an earlier moment and this one: how long, since when, and the days left out."""

    what: str
    since: str
    length: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """One person now: how old, the latest post told of them, its place, the season's last event for them."""

    person: str
    name: str
    age: str
    doing: str
    since: str
    place: str
    lately: Step | None


@dataclass(frozen=True, slots=True)
class Moment:
    """Where a reader stands after an episode.

    year: as in "1974" or "1983 to 1984". when: the date of the latest scene, in words. people: those of whom
    this season or a post speaks. dead: those whose death the season tells. silent: how many others are known.
    """

    episode: str
    title: str
    year: str
    when: str
    leaps: tuple[Leap, ...]
    people: tuple[Whereabouts, ...]
    dead: tuple[Whereabouts, ...]
    silent: int


def moment(dataset: Dataset) -> Moment:
    """Return the moment after the data set's last episode."""
    episode = str(dataset.episodes.index[-1])
    row = dataset.episodes.loc[episode]
    season = int(row["season"])
    scenes = _scenes(dataset, season)
    latest = scenes.iloc[-1]
    today = int(latest["last"])
    told = scenes[scenes["episode"] == episode]
    first = year_of(int(told["position"].min())) if len(told) else year_of(int(latest["position"]))
    last = year_of(int(latest["position"]))
    people = list(_people(dataset, season, int(latest["first"]), today))
    alive = tuple(each for each, dead in people if not dead)
    return Moment(
        episode=episode,
        title=f"{label(dataset, 'season', season)}, episode {row['number']}: {row['title']}",
        year=str(first) if first >= last else f"{first} to {last}",
        when=latest["words"],
        leaps=tuple(_leaps(dataset, season, episode, scenes)),
        people=alive,
        dead=tuple(each for each, dead in people if dead),
        silent=len(dataset.people) - len(people),
    )


def _scenes(dataset: Dataset, season: int) -> pd.DataFrame:
    """Return a season's own scenes in the order of time: no montage, no memory, no look ahead."""
    events = dataset.events[dataset.events["season"] == season]
    scenes = events[(events["told"] == "scene") & (events["first"] <= dataset.seasons.at[season, "last"])]
    return scenes if len(scenes) else events


def _leaps(dataset: Dataset, season: int, episode: str, scenes: pd.DataFrame) -> Iterator[Leap]:
    """Yield what was skipped since the season before, and since the episode before."""
    if season - 1 in dataset.jumps.index:
        jump, opens = dataset.jumps.loc[season - 1], int(dataset.seasons.at[season, "first"])
        ended = int(jump["from_day"])
        before = label(dataset, "season", season - 1)
        yield Leap(
            f"From {before.lower()} to {label(dataset, 'season', season).lower()}",
            f"{year_of(ended)} to {year_of(opens)}", length(ended, opens), ended + 1, opens - 1,
        )  # fmt: skip
    episodes = dataset.episodes[dataset.episodes["season"] == season].index.tolist()
    if len(episodes) < 2:
        return
    former, told = (scenes[scenes["episode"] == each] for each in (episodes[-2], episode))
    if len(former) and len(told):
        ended, opens = int(former["position"].max()), int(told["position"].min())
        if opens - ended > 45:
            yield Leap("Since the episode before", "", length(ended, opens), ended + 1, opens - 1)


def length(first: int, last: int) -> str:
    """Say how long it is from one day to another: '5 months', 'about 8 years'."""
    months = round((last - first) / 30.44)
    if months <= _MONTHS:
        return f"about {months} month{'' if months == 1 else 's'}"
    whole = years(first, last)
    half = (last - first) / 365.2425 - whole
    return f"about {whole + (half > 0.75)} years" if not 0.25 < half <= 0.75 else f"about {whole}½ years"


def _people(dataset: Dataset, season: int, first: int, today: int) -> Iterator[tuple[Whereabouts, bool]]:
    """Yield everyone of whom something can be said now, those of whom the season tells most first.

    A post counts that began in this season or the one before: older ones may have ended unseen.
    """
    known, seasons = dataset.people, dataset.seasons["first"]
    since = int(seasons.get(season - 1, seasons[season]))
    acts = _acts(dataset, season)
    for person in sorted(known.index, key=lambda each: -acts.get(each, (0, ""))[0]):
        died = known.at[person, "died"]
        dead = bool(died) and dates.parse(died).first <= today
        held = [post for post in posts(dataset).get(person, ()) if _holds(post, first, today)]
        count, event = acts.get(person, (0, ""))
        news = count or any(post.first >= since for post in held)
        if not news or (dead and not count):
            continue
        yield _whereabouts(dataset, person, [] if dead else held, event, today), dead


def _acts(dataset: Dataset, season: int) -> dict[str, tuple[int, str]]:
    """Return of each person how many of the season's events name them, and the latest of these."""
    acts: dict[str, tuple[int, str]] = {}
    events = dataset.events[dataset.events["season"] == season]
    for event, people in zip(events["id"], events["people"], strict=True):
        for person in people:
            acts[person] = (acts.get(person, (0, ""))[0] + 1, event)
    return acts


def _holds(post: Post, first: int, today: int) -> bool:
    """Tell whether a post may be held at the moment: it has begun, and no end before it is told."""
    return post.first <= today and (post.last is None or post.last > first)


def _whereabouts(dataset: Dataset, person: str, held: list[Post], event: str, today: int) -> Whereabouts:
    row = dataset.people.loc[person]
    place = held[-1].place if held else ""
    date = dates.parse(f"{year_of(today):04}")
    return Whereabouts(
        person, row["name"], age(row["born"], row["died"], date),
        held[-1].role if held else "", held[-1].when if held else "",
        label(dataset, "place", place) if place else "",
        step(dataset, event) if event else None,
    )  # fmt: skip
