"""(Dataset, event) -> all that a reader is told about one event, in words and numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from timeline import dates, wording
from timeline.aging import age
from timeline.dataset import Dataset
from timeline.query import label, select
from timeline.shifts import between, sentence
from timeline.shorthand import brief, year_of
from timeline.view import View

_TOLD: Mapping[str, str] = {
    "scene": "told in a scene",
    "montage": "told in the opening montage",
    "bonus-newsreel": "told in a bonus newsreel",
    "post-credits": "told after the credits",
    "mentioned": "only mentioned",
    "makers": "told by the makers",
    "inferred": "viewers infer it",
}


@dataclass(frozen=True, slots=True)
class Chip:
    """A name that filters: choosing `value` in `facet`; `aside` is said beside it (an age)."""

    facet: str
    value: str
    text: str
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """Another event to go to: its id, name and date, short, and what its mark and its place need."""

    event: str
    text: str
    when: str
    season: int
    importance: int
    approximate: bool


@dataclass(frozen=True, slots=True)
class Source:
    """Where it is from; `url` is empty or an http(s) address."""

    title: str
    publisher: str
    url: str


@dataclass(frozen=True, slots=True)
class Span:
    """What the date allows on an axis of whole years: shares of its width, and what stands below its ends."""

    low: float
    high: float
    mark: float
    ticks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ours:
    """How it went in our history: the sentence, and the counterpart's date and text where there is one.

    `leads` tells which history came first: "theirs", "ours", or "" for neither.
    """

    sentence: str
    when: str
    text: str
    leads: str


@dataclass(frozen=True, slots=True)
class Card:
    """One event as its card shows it."""

    id: str
    season: int
    telling: str
    headline: str
    when: str
    brief: str
    known: str
    approximate: bool
    span: Span | None
    summary: str
    ours: Ours | None
    people: tuple[Chip, ...]
    places: tuple[Chip, ...]
    organisations: tuple[Chip, ...]
    missions: tuple[str, ...]
    causes: tuple[Step, ...]
    reading: bool
    effects: tuple[Step, ...]
    before: Step | None
    after: Step | None
    sources: tuple[Source, ...]
    confidence: str
    note: str


def card(dataset: Dataset, event: str, view: View) -> Card:
    """Return the card of an event; its neighbours are those of the View's selection, in the View's order.

    Raises KeyError for an event that the data set does not have.
    """
    row = dataset.event(event)
    before, after = _neighbours(dataset, row, view)
    return Card(
        id=event,
        season=int(row["season"]),
        telling=_telling(dataset, row),
        headline=row["headline"],
        when=_capital(row["words"]),
        brief=brief(row["date"]),
        known=f"{wording.DATE_BASIS[row['date_basis']]}, {_TOLD[row['told']]}",
        approximate=bool(row["approximate"]),
        span=_span(row),
        summary=row["summary"],
        ours=_ours(dataset, row),
        people=tuple(_people(dataset, row)),
        places=tuple(Chip("place", place, label(dataset, "place", place)) for place in row["places"]),
        organisations=tuple(
            Chip("organisation", each, label(dataset, "organisation", each)) for each in row["organisations"]
        ),
        missions=tuple(str(dataset.missions.at[mission, "name"]) for mission in row["missions"]),
        causes=tuple(step(dataset, cause) for cause in row["caused_by"]),
        reading=row["cause_basis"] == "editorial",
        effects=tuple(step(dataset, effect) for effect in _effects(dataset).get(event, ())),
        before=before,
        after=after,
        sources=tuple(_sources(dataset, row)),
        confidence=wording.CONFIDENCE[row["confidence"]],
        note=row["note"],
    )


def step(dataset: Dataset, event: str) -> Step:
    """Return how to name another event in a line."""
    row = dataset.event(event)
    return Step(
        event, row["headline"], brief(row["date"]),
        int(row["season"]), int(row["importance"]), bool(row["approximate"]),
    )  # fmt: skip


def _telling(dataset: Dataset, row: Mapping[str, Any]) -> str:
    """Return where it is told: 'Season 2, episode 10: The Grey', or what is known of that."""
    season = label(dataset, "season", int(row["season"]))
    if not row["episode"]:
        return season
    episode = dataset.episodes.loc[row["episode"]]
    told = label(dataset, "season", int(episode["season"]))
    prefix = season if told == season else f"{season}, told in {told.lower()}"
    return f"{prefix}, episode {episode['number']}: {episode['title']}"


def _span(row: Mapping[str, Any]) -> Span | None:
    """Return the span of a date that is not exact, on the years that it touches."""
    if row["precision"] == "day":
        return None
    first, last = (year_of(int(row[name])) for name in ("first", "last"))
    start, end = dates.parse(f"{first:04}").first, dates.parse(f"{last:04}").last + 1
    low, high, mark = (
        float((day - start) / (end - start)) for day in (row["first"], row["last"] + 1, row["position"])
    )
    ticks = (f"Jan {first}", "Jul", "Dec") if first == last else (str(first), str(last))
    return Span(low, high, mark, ticks)


def _ours(dataset: Dataset, row: Mapping[str, Any]) -> Ours | None:
    if not row["relation"]:
        return None
    if not row["counterpart"]:
        return Ours(sentence(row["relation"], None), "", "", "")
    ours = dataset.our_history.loc[row["counterpart"]]
    leads = {"earlier": "theirs", "later": "ours"}.get(row["relation"], "")
    said = sentence(row["relation"], between(dates.parse(row["date"]), dates.parse(ours["date"])))
    return Ours(said, _capital(ours["words"]), ours["event"], leads)


def _people(dataset: Dataset, row: Mapping[str, Any]) -> Iterator[Chip]:
    for person in row["people"]:
        born, died = dataset.people.at[person, "born"], dataset.people.at[person, "died"]
        yield Chip(
            "person", person, label(dataset, "person", person), age(born, died, dates.parse(row["date"]))
        )


def _sources(dataset: Dataset, row: Mapping[str, Any]) -> Iterator[Source]:
    for source in row["sources"]:
        found = dataset.sources.loc[source]
        url = found["url"] if found["url"].startswith(("http://", "https://")) else ""
        yield Source(found["title"], found["publisher"], url)


@cache
def _effects(dataset: Dataset) -> Mapping[str, tuple[str, ...]]:
    """Return the events that follow from each event, in in-world order."""
    effects: dict[str, list[str]] = {}
    for event, causes in zip(dataset.events["id"], dataset.events["caused_by"], strict=True):
        for cause in causes:
            effects.setdefault(cause, []).append(event)
    return {cause: tuple(found) for cause, found in effects.items()}


def _neighbours(dataset: Dataset, row: Mapping[str, Any], view: View) -> tuple[Step | None, Step | None]:
    """Return the selected events that stand right before and after, whether or not it is selected itself."""
    column = "told_rank" if view.order == "told" else "position"
    events = select(dataset, view)
    ids, places = events["id"].to_numpy(), events[column].to_numpy()
    earlier, later = ids[places < row[column]], ids[places > row[column]]
    return (
        step(dataset, earlier[-1]) if len(earlier) else None,
        step(dataset, later[0]) if len(later) else None,
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
