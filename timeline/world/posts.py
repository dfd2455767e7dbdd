"""Who holds a post in a month, in the other history and in ours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from timeline import dates
from timeline.dataset import Dataset
from timeline.query import label
from timeline.shorthand import brief
from timeline.world.states import DONE, NOT_YET, PERHAPS


@dataclass(frozen=True, slots=True)
class Standing:
    """A role and how long it is held: surely on the days `sure`, at most on the days `most`.

    begun, ended: as written, `ended` empty where no end is told. Such a role is sure to the end of the season
    that tells of it, or until the same person's next begins; of later days nothing is known.
    """

    subject: str
    person: str
    name: str
    title: str
    place: str
    begun: str
    ended: str
    sure: tuple[int, int]
    most: tuple[int, int]

    def held(self, first: int, last: int) -> int:
        """Return whether it is held between two days: DONE for surely, PERHAPS, or NOT_YET for no."""
        if self.sure[0] <= last and self.sure[1] >= first and self.sure[0] <= self.sure[1]:
            return DONE
        return PERHAPS if self.most[0] <= last and self.most[1] >= first else NOT_YET


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a post: `when` says since when, and until when if that falls into the month.

    person: the id of somebody in the data set, or empty. sure: whether the dates leave no doubt.
    """

    name: str
    title: str
    when: str
    person: str = ""
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Office:
    """A post of both histories and who holds it; `before` is who did so last, where nobody is told to."""

    role: str
    there: tuple[Holder, ...]
    here: tuple[Holder, ...]
    before: Holder | None

    @property
    def differs(self) -> bool:
        """Tell whether it is told to be held by others than in our history."""
        return bool(self.there) and {each.name for each in self.there} != {each.name for each in self.here}


@lru_cache(maxsize=64)
def standings(dataset: Dataset) -> tuple[Standing, ...]:
    """Return every dated role of the other history, by its beginning."""
    ends = dataset.seasons["last"].to_dict()
    told_in = dataset.episodes["season"].to_dict()
    columns = ["person", "role", "place", "from", "until", "told"]
    found = []
    for person, role, place, begun, ended, told in dataset.roles[columns].itertuples(index=False, name=None):
        if begun:
            start = dates.parse(begun)
            last = max(start.last, int(ends.get(told_in.get(told, -1), start.last)))
            end = dates.parse(ended) if ended else None
            sure, most = (end.first, end.last) if end else (last, last)
            name = label(dataset, "person", person)
            found.append(
                Standing(role, person, name, "", place, begun, ended, (start.last, sure), (start.first, most))
            )
    return tuple(_in_turn(sorted(found, key=lambda each: each.most[0])))


def _in_turn(found: list[Standing]) -> Iterator[Standing]:
    """Yield roles, those without a told end not beyond the beginning of the same person's next."""
    for place, each in enumerate(found):
        following = next((other for other in found[place + 1 :] if other.person == each.person), None)
        if each.ended or following is None:
            yield each
        else:
            starts = following.most[0]
            yield replace(
                each,
                sure=(each.sure[0], min(each.sure[1], starts)),
                most=(each.most[0], min(each.most[1], max(starts, each.most[0]))),
            )


@lru_cache(maxsize=64)
def spans(dataset: Dataset) -> tuple[Standing, ...]:
    """Return what holds for a time in our history, by its beginning; without an end it still holds."""
    columns = ["subject", "name", "title", "from", "until"]
    found = []
    for subject, name, title, begun, ended in dataset.our_spans[columns].itertuples(index=False, name=None):
        start, end = dates.parse(begun), dates.parse(ended) if ended else None
        sure = (start.last, end.first if end else 1 << 30)
        most = (start.first, end.last if end else 1 << 30)
        found.append(Standing(subject, "", name, title, "", begun, ended, sure, most))
    return tuple(sorted(found, key=lambda each: each.most[0]))


def offices(dataset: Dataset, first: int, last: int) -> tuple[Office, ...]:
    """Return the posts that our history has beside the other's, and their holders between two days.

    In the order of `our_spans`; a post of which the other history tells nothing yet is left out.
    """
    theirs, ours = standings(dataset), spans(dataset)
    found = []
    for role in dict.fromkeys(dataset.our_spans["subject"]):
        there = holders((each for each in theirs if each.subject == role), first, last)
        begun = [each for each in theirs if each.subject == role and each.most[0] <= last]
        here = holders((each for each in ours if each.subject == role), first, last)
        if begun:
            found.append(Office(role, there, here, None if there else _latest(begun[-1])))
    return tuple(found)


def holders(standing: Iterable[Standing], first: int, last: int) -> tuple[Holder, ...]:
    """Return who holds a post between two days; those who only may only where nobody surely does."""
    held = [(each, each.held(first, last)) for each in standing]
    best = max((degree for _, degree in held), default=NOT_YET)
    return tuple(_holder(each, first, last) for each, degree in held if degree and degree == best)


def _holder(each: Standing, first: int, last: int) -> Holder:
    """Return a holder with the dates that a month is near to."""
    said = since(each.begun)
    if each.ended and each.most[1] <= last:
        said = f"until {brief(each.ended)}"
    sure = each.held(first, last) == DONE
    return Holder(each.name, each.title, said, each.person, sure)


def _latest(each: Standing) -> Holder:
    """Return who held a post last, of those of whom is told."""
    said = f"until {brief(each.ended)}" if each.ended else since(each.begun, "from")
    return Holder(each.name, each.title, said, each.person, sure=False)


def since(begun: str, word: str = "since") -> str:
    """Say a beginning: "since 20 Jan 1977", "perhaps since 12 Nov 1982"."""
    said = brief(begun)
    doubt = "perhaps " if said.startswith("perhaps ") else ""
    return f"{doubt}{word} {said.removeprefix(doubt)}"
