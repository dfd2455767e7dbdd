"""(Dataset, person) -> a life as far as it is told: posts, age at each event, company, open questions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from timeline import dates
from timeline.aging import age
from timeline.dataset import Dataset
from timeline.query import label
from timeline.shorthand import brief, year_of


@dataclass(frozen=True, slots=True)
class Post:
    """A role that a person holds: where, between which days, and how that is said.

    first, last: the widest that the dates allow; `last` is None where no end is told. sure: the days on which
    it certainly lasts, empty (first after last) where there are none. shown: the last day on which it may be
    shown to last: an end that nobody tells comes with the next post, at the latest.
    """

    person: str
    role: str
    organisation: str
    place: str
    first: int
    last: int | None
    sure: tuple[int, int]
    shown: int
    when: str


@dataclass(frozen=True, slots=True)
class Company:
    """Another person: how many events name both, and the places and years where posts kept both."""

    person: str
    name: str
    together: int
    where: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """What the show leaves open, and what is known of it."""

    question: str
    known: str


@dataclass(frozen=True, slots=True)
class Life:
    """A person as a reader knows them; what is not told is empty."""

    id: str
    name: str
    aliases: tuple[str, ...]
    description: str
    actor: str
    real: bool
    born: str
    died: str
    posts: tuple[Post, ...]
    ages: Mapping[str, str]
    company: tuple[Company, ...]
    questions: tuple[Question, ...]


def life(dataset: Dataset, person: str) -> Life:
    """Return a person's life; raises KeyError for somebody whom the data set does not have."""
    row = dataset.people.loc[person]
    return Life(
        id=person,
        name=row["name"],
        aliases=tuple(alias for alias in row["aliases"] if alias not in row["name"]),
        description=row["description"],
        actor=row["actor"],
        real=row["real"] == "yes",
        born=dates.words(dates.parse(row["born"])) if row["born"] else "",
        died=dates.words(dates.parse(row["died"])) if row["died"] else "",
        posts=posts(dataset).get(person, ()),
        ages=_ages(dataset, person),
        company=tuple(_company(dataset, person)),
        questions=tuple(_questions(dataset, person)),
    )


@cache
def posts(dataset: Dataset) -> Mapping[str, tuple[Post, ...]]:
    """Return everybody's posts in the order of their beginnings, by person."""
    found: dict[str, list[Post]] = {}
    columns = ["person", "role", "organisation", "place", "from", "until"]
    for person, role, organisation, place, begun, ended in dataset.roles[columns].itertuples(
        index=False, name=None
    ):
        found.setdefault(person, []).append(
            _post(dataset, person, role, (organisation, place), (begun, ended))
        )
    return {person: tuple(_in_turn(held)) for person, held in found.items()}


def _in_turn(held: list[Post]) -> Iterator[Post]:
    """Yield somebody's posts in order; one that is followed by another and has no told end is not sure."""
    ordered = sorted(held, key=lambda post: post.first)
    for post, following in zip(ordered, [*ordered[1:], None], strict=True):
        if post.last is None and following is not None:
            yield replace(post, sure=(1, 0), shown=max(post.first, following.first))
        else:
            yield post


def _post(dataset: Dataset, person: str, role: str, where: tuple[str, str], when: tuple[str, str]) -> Post:
    organisation = label(dataset, "organisation", where[0]) if where[0] else ""
    begun = dates.parse(when[0])
    ended = dates.parse(when[1]) if when[1] else None
    latest = int(dataset.events["last"].max())
    said = f"from {brief(when[0])}" if ended is None else f"{brief(when[0])} to {brief(when[1])}"
    return Post(
        person, role, organisation, where[1], begun.first, ended.last if ended else None,
        (begun.last, ended.first if ended else latest), ended.last if ended else latest,
        brief(when[0]) if when[0] == when[1] else said,
    )  # fmt: skip


def _ages(dataset: Dataset, person: str) -> Mapping[str, str]:
    """Return how old the person is at each event that names them, where it can be said."""
    born, died = dataset.people.at[person, "born"], dataset.people.at[person, "died"]
    events = dataset.events
    named = [person in people for people in events["people"]]
    rows = events.loc[named, ["id", "date"]].itertuples(index=False, name=None)
    said = {event: age(born, died, dates.parse(date)) for event, date in rows}
    return {event: words for event, words in said.items() if words}


def _company(dataset: Dataset, person: str) -> Iterator[Company]:
    """Yield who was in the same place at the same time, those with most in common first."""
    together = Counter(
        other
        for people in dataset.events["people"]
        if person in people
        for other in people
        if other != person
    )
    where = {
        other: places
        for other, held in posts(dataset).items()
        if other != person and (places := tuple(_shared(dataset, posts(dataset).get(person, ()), held)))
    }
    for other in sorted({*together, *where}, key=lambda each: (-together[each], each not in where, each)):
        yield Company(other, label(dataset, "person", other), together[other], where.get(other, ()))


def _shared(dataset: Dataset, mine: tuple[Post, ...], theirs: tuple[Post, ...]) -> Iterator[str]:
    """Yield each place where two people's posts certainly kept both at once, with the years."""
    years: dict[str, tuple[int, int]] = {}
    for a in mine:
        for b in theirs:
            first, last = max(a.sure[0], b.sure[0]), min(a.sure[1], b.sure[1])
            if a.place == b.place and _is_somewhere(dataset, a.place) and first <= last:
                known = years.get(a.place, (first, last))
                years[a.place] = (min(first, known[0]), max(last, known[1]))
    for place, (first, last) in years.items():
        start, end = year_of(first), year_of(last)
        yield f"{label(dataset, 'place', place)} {start}" + (f"–{end}" if end != start else "")


def _is_somewhere(dataset: Dataset, place: str) -> bool:
    """Tell whether a place is small enough to meet in: no whole world, nor what lies right in one."""
    outer = dataset.places.at[place, "part_of"] if place else ""
    return bool(outer) and (bool(dataset.places.at[outer, "part_of"]) or place not in _around(dataset))


@cache
def _around(dataset: Dataset) -> frozenset[str]:
    """Return the places that other places lie in."""
    return frozenset(dataset.places["part_of"])


def _questions(dataset: Dataset, person: str) -> Iterator[Question]:
    """Yield the open questions that name the person, by the whole name or a nickname."""
    names = _names(dataset)
    for question, known in zip(dataset.unknowns["question"], dataset.unknowns["known"], strict=True):
        found = {names[name] for name in _pattern(dataset).findall(question)}
        if person in found:
            yield Question(question, known)


@cache
def _names(dataset: Dataset) -> Mapping[str, str]:
    """Return whose each name and nickname is; a nickname of two people is nobody's."""
    people = dataset.people
    nicknames = Counter(alias for aliases in people["aliases"] for alias in set(aliases))
    names = {
        alias: person
        for person, aliases in zip(people.index, people["aliases"], strict=True)
        for alias in aliases
        if nicknames[alias] == 1
    }
    return {**names, **dict(zip(people["name"], people.index, strict=True))}


@cache
def _pattern(dataset: Dataset) -> re.Pattern[str]:
    """Return what finds names in a text, the longest that fits."""
    longest = sorted(_names(dataset), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest)) or '(?!)'})\b")
