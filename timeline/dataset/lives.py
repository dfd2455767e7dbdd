"""Lives in order: nobody acts unborn or dead, no role outlasts a life, nothing is told before its start."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

import pandas as pd

from timeline.dataset.chronology import days
from timeline.dataset.package import Package, RawTable
from timeline.dataset.problems import Problem


class Life(NamedTuple):
    """When a person may have been born and have died, as days (not-a-number where unknown) and as written."""

    first: float
    last: float
    born: str
    died: str


def check(package: Package) -> Iterator[Problem]:
    """Yield what a life forbids and what would be told in the wrong order.

    A birth and a death are taken as wide as they are dated: what may be true is no problem.
    """
    people, events, roles = package.whole("people"), package.whole("events"), package.whole("roles")
    lives = _lives(people) if people else {}
    if events:
        yield from _acts(events, lives)
    if roles:
        for column in ("from", "until"):
            yield from _posts(roles, column, lives)
        yield from _doubles(roles)
        yield from _untold_ends(roles)
    if people:
        yield from _renamings(people)
    if episodes := package.whole("episodes"):
        turns = ((people, "introduced", "told_death"), (people, "introduced", "renamed"))
        for raw, start, end in (*turns, (roles, "told", "told_until")):
            if raw:
                yield from _told_in_turn(raw, start, end, episodes)


def _lives(people: RawTable) -> Mapping[str, Life]:
    """Return the life of each person, without those that end before they begin: a problem of their own."""
    cells = people.cells[["id", "born", "died"]]
    cells = cells.assign(first=days(cells["born"], "first"), last=days(cells["died"], "last"))
    cells = cells[~(cells["last"] < cells["first"])]
    return {
        person: Life(first, last, born, died)
        for person, born, died, first, last in cells.itertuples(index=False, name=None)
    }


def _acts(events: RawTable, lives: Mapping[str, Life]) -> Iterator[Problem]:
    """Yield the people of events that lie wholly before their birth or after their death."""
    first, last = days(events.cells["date"], "first"), days(events.cells["date"], "last")
    dated, acting = dict(events.lines("date")), events.items("people")
    for line, person in zip(acting.index.tolist(), acting.tolist(), strict=True):
        life, date = lives.get(person), dated[line]
        if life and first[line] > life.last:
            message = f"'{person}' is dead by '{date}' (died '{life.died}'); name the dead in the texts alone"
            yield Problem(events.file, line, "people", message)
        if life and last[line] < life.first:
            message = f"'{person}' is not born by '{date}' (born '{life.born}'); name the living"
            yield Problem(events.file, line, "people", message)


def _posts(roles: RawTable, column: str, lives: Mapping[str, Life]) -> Iterator[Problem]:
    """Yield the roles whose start or end lies wholly before a birth or after a death."""
    first, last = days(roles.cells[column], "first"), days(roles.cells[column], "last")
    for line, (person, cell) in roles.marked(first.notna(), "person", column):
        life = lives.get(person)
        if life and first[line] > life.last:
            message = f"'{cell}' lies after the death of '{person}', '{life.died}'; a role ends with a life"
            yield Problem(roles.file, line, column, message)
        if life and last[line] < life.first:
            message = f"'{cell}' lies before the birth of '{person}', '{life.born}'; a role is for the living"
            yield Problem(roles.file, line, column, message)


def _doubles(roles: RawTable) -> Iterator[Problem]:
    """Yield the roles that one person begins again while the same role certainly still lasts."""
    begun, ended = days(roles.cells["from"], "last").fillna(0), days(roles.cells["until"], "first")
    for _, same in roles.cells.groupby(["person", "role", "organisation", "place"], sort=False):
        lines = sorted(same.index.tolist(), key=lambda line: (begun[line], line))
        for before, line in pairwise(lines):
            if begun[line] < ended[before] or same.at[before, "from"] == same.at[line, "from"]:
                message = f"'{same.at[line, 'from']}' finds this role held since line {before}"
                yield Problem(roles.file, line, "from", f"{message}; end the one or drop the other")


def _untold_ends(roles: RawTable) -> Iterator[Problem]:
    """Yield the ends of roles that no episode tells; nobody could say who may read them."""
    untold = (roles.cells["until"] != "") & (roles.cells["told_until"] == "")
    for line, (until,) in roles.marked(untold, "until"):
        message = f"is empty; until '{until}' needs one, the episode that first tells the end"
        yield Problem(roles.file, line, "told_until", message)


def _renamings(people: RawTable) -> Iterator[Problem]:
    """Yield those who have an earlier name without the episode that tells the later one, or the reverse."""
    halves = (people.cells["known_as"] != "") != (people.cells["renamed"] != "")
    for line, (so_far, renamed) in people.marked(halves, "known_as", "renamed"):
        empty, said = ("renamed", f"known_as '{so_far}'") if so_far else ("known_as", f"renamed '{renamed}'")
        message = f"is empty; {said} needs it: the name so far, and the episode that tells the last one"
        yield Problem(people.file, line, empty, message)


def _told_in_turn(raw: RawTable, start: str, end: str, episodes: RawTable) -> Iterator[Problem]:
    """Yield the rows whose end is told in an earlier episode than their start."""
    number = episodes.cells[["season", "number"]].apply(pd.to_numeric, errors="coerce")
    place = number["season"] * 1_000_000 + number["number"]
    order = dict(zip(episodes.cells["id"], place, strict=True))
    wrong = raw.cells[end].map(order) < raw.cells[start].map(order)
    for line, (begun, ended) in raw.marked(wrong, start, end):
        yield Problem(raw.file, line, end, f"'{ended}' comes before {start} '{begun}'; an end is told later")
