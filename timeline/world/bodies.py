"""Who and what is where in a month: bases, people and flights there, and who stays there in our history."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline import dates
from timeline.dataset import Dataset
from timeline.query import label
from timeline.shorthand import brief
from timeline.world import states
from timeline.world.posts import Holder, holders, since, spans, standings


@dataclass(frozen=True, slots=True)
class Founded:
    """A place that somebody made: its name, since when, and whether that is over beyond doubt."""

    name: str
    when: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Stay:
    """Somebody whose post keeps them at a place."""

    person: str
    name: str
    place: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Body:
    """A body of both histories, and what is there.

    bases: what is founded there; coming: what is founded next, where that is known. here: who stays there in
    our history; before: who did so last, where nobody does.
    """

    name: str
    bases: tuple[Founded, ...]
    people: tuple[Stay, ...]
    flights: tuple[str, ...]
    coming: Founded | None
    here: tuple[Holder, ...]
    before: Holder | None

    @property
    def empty(self) -> bool:
        """Tell whether neither history has anything there yet."""
        return not (self.bases or self.people or self.flights or self.here or self.before)


@dataclass(frozen=True, slots=True)
class _Flight:
    """A mission that may be under way."""

    name: str
    vehicle: str
    crew: tuple[str, ...]


def bodies(dataset: Dataset, first: int, last: int) -> tuple[Body, ...]:
    """Return the bodies but home where something is or was in either history between two days, or before."""
    near = home(dataset)
    found = (_body(dataset, name, first, last) for name in dataset.bodies if name != near)
    return tuple(each for each in found if not each.empty)


def home(dataset: Dataset) -> str:
    """Return the body where most events happen: who is nowhere else is there, so nothing is said of it."""
    counts = dataset.events["body"].value_counts()
    return str(counts.index[0]) if len(counts) else ""


def _body(dataset: Dataset, name: str, first: int, last: int) -> Body:
    founded = sorted(_founded(dataset, name), key=lambda each: each[0])
    bases = [
        Founded(place, since(when), last_day <= last)
        for begun, last_day, place, when in founded
        if begun <= last
    ]
    later = [Founded(place, since(when, "from"), False) for begun, _, place, when in founded if begun > last]
    ours = [each for each in spans(dataset) if each.subject == name]
    gone = [each for each in ours if each.most[1] < first]
    latest = max(gone, key=lambda each: each.most[1]) if gone else None
    here = holders(ours, first, last)
    before = (
        Holder(latest.name, latest.title, f"until {brief(latest.ended)}") if latest and not here else None
    )
    under_way = list(_flights(dataset, name, first, last))
    people, flights = _once(list(_people(dataset, name, first, last)), under_way)
    return Body(name, tuple(bases), people, flights, later[0] if later else None, here, before)


def _founded(dataset: Dataset, body: str) -> Iterator[tuple[int, int, str, str]]:
    """Yield first and last day, name and date of each founding on a body."""
    places = dataset.places[(dataset.places["body"] == body) & (dataset.places["founded"] != "")]
    for name, founded in zip(places["name"], places["founded"], strict=True):
        date = dates.parse(founded)
        yield date.first, date.last, name, founded


def _people(dataset: Dataset, body: str, first: int, last: int) -> Iterator[Stay]:
    """Yield everybody whose post is on a body, surely before perhaps, each once and by the newest post."""
    on = dataset.places["body"]
    there = [each for each in reversed(standings(dataset)) if each.place and on[each.place] == body]
    held = [(each, each.held(first, last)) for each in there]
    named: set[str] = set()
    for degree in (states.DONE, states.PERHAPS):
        for each, sure in held:
            if sure == degree and each.person not in named and _lives(dataset, each.person, first):
                named.add(each.person)
                where = label(dataset, "place", each.place)
                yield Stay(each.person, each.name, where, degree == states.DONE)


def _lives(dataset: Dataset, person: str, first: int) -> bool:
    died = dataset.people.at[person, "died"]
    return not died or dates.parse(died).last >= first


def _once(people: Sequence[Stay], flights: Sequence[_Flight]) -> tuple[tuple[Stay, ...], tuple[str, ...]]:
    """Return who is there and which flights are on the way, so that nobody is in both.

    A flight has arrived where one of its crew surely is there, unless aboard the vehicle itself; who only may
    be there is still on the way.
    """
    places = {each.name: each.place for each in people if each.sure}
    coming = [
        each
        for each in flights
        if not any(who in places and places[who] not in each.vehicle for who in each.crew)
    ]
    aboard = {who for each in coming for who in each.crew}
    there = tuple(each for each in people if each.sure or each.name not in aboard)
    return there, tuple(each.name for each in coming)


def _flights(dataset: Dataset, body: str, first: int, last: int) -> Iterator[_Flight]:
    """Yield the missions to a body that may be under way; one without a told end is not said to be."""
    on = dict(zip(dataset.places["name"], dataset.places["body"], strict=True))
    columns = ["name", "vehicle", "crew", "launch", "end", "destination"]
    rows = dataset.missions[columns].itertuples(index=False, name=None)
    for name, vehicle, crew, launch, end, destination in rows:
        if launch and end and on.get(destination, destination) == body:
            begun, over = dates.parse(launch), dates.parse(end)
            if begun.last <= last and over.last >= first:
                yield _Flight(name, vehicle, tuple(crew))
