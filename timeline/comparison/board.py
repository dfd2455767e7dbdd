"""Where everyone is: each main person at each season's start and end, and what changes between."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from timeline.comparison.cases import Case, asked, cases, partial, told
from timeline.comparison.parts import parts
from timeline.comparison.reach import introduced_in, present
from timeline.comparison.states import Moment, State, ending, opening, state
from timeline.dataset import Dataset
from timeline.query import label
from timeline.view import View

MOST = 14
"""How many people a board has, unless some are chosen."""


@dataclass(frozen=True, slots=True)
class Stay:
    """A person in a season: the state at its start and at its end, and what changed, in a few words each.

    `new` where the season introduces them; `gone` where they die in it or no later season names them.
    """

    season: int
    start: State
    end: State
    changes: tuple[str, ...]
    new: bool
    gone: str


@dataclass(frozen=True, slots=True)
class Life:
    """A row of the board: a person and their stay in each season."""

    person: str
    name: str
    stays: tuple[Stay, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """The seasons with the two moments of each, and the people in order of their first appearance."""

    seasons: tuple[Case, ...]
    moments: tuple[tuple[Moment, Moment], ...]
    lives: tuple[Life, ...]
    others: int
    """People of these seasons who have no row."""
    weighty: tuple[str, ...] = ()
    """The people by how many events name them, most first."""

    def parted(self, count: int) -> tuple[tuple[Life, ...], tuple[Life, ...]]:
        """Return the rows of the `count` people in most events, and the others."""
        first = self.weighty[:count]
        return (
            tuple(life for life in self.lives if life.person in first),
            tuple(life for life in self.lives if life.person not in first),
        )


def board(dataset: Dataset, view: View) -> Board:
    """Return where everyone is in the seasons that the View chooses."""
    return _board(dataset, asked(view))


@lru_cache(maxsize=32)
def _board(dataset: Dataset, view: View) -> Board:
    seasons = cases(dataset, view.but(by="season"))
    moments = tuple((opening(dataset, case.season), ending(dataset, case.season)) for case in seasons)
    people, others, weighty = _main(dataset, view, seasons)
    lives = tuple(
        Life(person, label(dataset, "person", person), tuple(_stays(dataset, person, seasons, moments)))
        for person in people
    )
    return Board(seasons, moments, lives, others, weighty)


def _main(dataset: Dataset, view: View, seasons: tuple[Case, ...]) -> tuple[list[str], int, tuple[str, ...]]:
    """Return the people of most events, or the chosen, by first appearance; how many are left; the ranked."""
    counts = Counter(p for case in seasons for named in case.events["people"] for p in named)
    first: dict[str, int] = {}
    for place, named in enumerate(dataset.events.sort_values("told_rank")["people"]):
        for person in named:
            first.setdefault(person, place)
    ranked = sorted(counts, key=lambda p: (-counts[p], first[p]))
    chosen = [p for p in dataset.people.index if p in view.person] or ranked[:MOST]
    rows = sorted(chosen, key=lambda p: first.get(p, len(first)))
    weighty = tuple(sorted(rows, key=lambda p: (-counts[p], first.get(p, len(first)))))
    return rows, len(set(ranked) - set(chosen)), weighty


def _stays(
    dataset: Dataset, person: str, seasons: tuple[Case, ...], moments: tuple[tuple[Moment, Moment], ...]
) -> list[Stay]:
    found = []
    for case, (begin, end) in zip(seasons, moments, strict=True):
        before, after = state(dataset, person, begin), state(dataset, person, end)
        new = person in introduced_in(dataset, case.season)
        found.append(
            Stay(
                case.season,
                before,
                after,
                _changes(before, after),
                new,
                _gone(dataset, person, case.season, after),
            )
        )
    return found


def _changes(before: State, after: State) -> tuple[str, ...]:
    """Say what differs between two states."""
    if before.life == after.life == "dead" or after.life == "unborn":
        return ()
    if after.life == "dead":
        return (f"dies, {after.since}" if after.since else "dies",)
    changes = ["is born"] if before.life == "unborn" else []
    if after.post and before.post and after.post != before.post:
        changes.append(f"{before.post} → {after.post}")
    elif after.post and not before.post:
        changes.append(f"now {after.post}")
    elif before.post and not after.post:
        changes.append(f"no longer {before.post}")
    if after.place and before.place and after.place != before.place:
        changes.append(f"{before.place} → {after.place}")
    return tuple(changes)


def _gone(dataset: Dataset, person: str, season: int, after: State) -> str:
    """Say that somebody of this season is in no later one, or nothing."""
    here = person in present(dataset, season) or person in introduced_in(dataset, season)
    if after.life == "dead":
        return "dies" if here and state(dataset, person, opening(dataset, season)).life != "dead" else ""
    later = [n for n in told(dataset) if n > season]
    if not here or all(partial(dataset, n)[0] for n in later) or season in dataset.unfinished:
        return ""
    return "" if any(_named(dataset, person, n) for n in later) else "last seen"


def _named(dataset: Dataset, person: str, season: int) -> bool:
    return any(person in named for named in parts(dataset, season)["people"])
