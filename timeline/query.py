"""(Dataset, View) -> the events that are asked for, and how many each facet value would give."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd

from timeline import schema, wording
from timeline.dataset import Dataset
from timeline.dates import parse, words
from timeline.view import FACETS, View, vocabulary

_WORDS: Mapping[str, Mapping[str, str]] = {"told": wording.TOLD, "relation": wording.RELATION}
_TABLES = {"place": "places", "person": "people", "organisation": "organisations"}


@dataclass(frozen=True, slots=True)
class Option:
    """A value of a facet: its text form, name on screen, how many events it would give, whether chosen."""

    value: str
    label: str
    count: int
    chosen: bool


@cache
def membership(dataset: Dataset, facet: str) -> np.ndarray:
    """Return which events carry which facet value: booleans, values (in vocabulary order) by events."""
    values = vocabulary(dataset, facet)
    rows = {value: row for row, value in enumerate(values)}
    member = np.zeros((len(values), len(dataset.events)), dtype=bool)
    for column, carried in enumerate(_carried(dataset, facet)):
        for value in carried:
            member[rows[value], column] = True
    return member


def _carried(dataset: Dataset, facet: str) -> Iterable[Iterable[object]]:
    """Yield for each event the facet values it carries; a place brings the places that it lies in."""
    events = dataset.events
    if facet == "place":
        around = {place: enclosing(dataset, place) for place in dataset.places.index}
        return ({outer for place in places for outer in around[place]} for places in events["places"])
    if facet == "person":
        return iter(events["people"])
    if facet == "organisation":
        return iter(events["organisations"])
    if facet == "tag":
        return iter(events["tags"])
    return ((value,) if value != "" else () for value in events[facet])


@cache
def enclosing(dataset: Dataset, place: str) -> tuple[str, ...]:
    """Return a place and all that it is part of, innermost first."""
    chain = []
    while place:
        chain.append(place)
        place = dataset.places.at[place, "part_of"]
    return tuple(chain)


def fold(text: str) -> str:
    """Reduce a text to what a search compares: no case, no accents, no typographic marks."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@cache
def _haystack(dataset: Dataset) -> np.ndarray:
    """Return for each event the folded text that a search looks in: words, names, date, episode."""
    people = {
        person: " ".join([name, *aliases])
        for person, name, aliases in zip(
            dataset.people.index, dataset.people["name"], dataset.people["aliases"], strict=True
        )
    }
    named = {
        "people": people,
        "places": dataset.places["name"],
        "organisations": dataset.organisations["name"],
    }
    said = [dataset.events[column] for column in ("headline", "label", "summary", "words", "episode")]
    said += [dataset.events["tags"].map(" ".join)]
    said += [
        dataset.events[column].map(lambda ids, names=names: " ".join(names[one] for one in ids))
        for column, names in named.items()
    ]
    return np.array([fold("\n".join(texts)) for texts in zip(*said, strict=True)], dtype=object)


def _found(dataset: Dataset, q: str) -> np.ndarray:
    """Return which events hold every word of a search."""
    words = fold(q).split()
    return np.array([all(word in text for word in words) for text in _haystack(dataset)], dtype=bool)


def _chosen(dataset: Dataset, view: View, facet: str) -> np.ndarray | None:
    """Return which events carry any chosen value of a facet; None when nothing is chosen."""
    asked = set(getattr(view, facet))
    if not asked:
        return None
    rows = [row for row, value in enumerate(vocabulary(dataset, facet)) if value in asked]
    chosen: np.ndarray = np.logical_or.reduce(membership(dataset, facet)[rows], axis=0)
    return chosen


def _narrowings(dataset: Dataset, view: View) -> dict[str, np.ndarray]:
    """Return one mask an answer that narrows the selection, by its name."""
    masks = {facet: mask for facet in FACETS if (mask := _chosen(dataset, view, facet)) is not None}
    events = dataset.events
    if view.importance != schema.IMPORTANCES[-1]:
        masks["importance"] = (events["importance"] <= view.importance).to_numpy()
    if view.q:
        masks["q"] = _found(dataset, view.q)
    if view.start or view.end:
        masks["window"] = in_window(dataset, view)
    return masks


def in_window(dataset: Dataset, view: View) -> np.ndarray:
    """Return which events stand between the first and the last day of the window."""
    first, last = view.window()
    days = dataset.events["position"].to_numpy()
    low, high = (-np.inf if first is None else first), (np.inf if last is None else last + 1)
    inside: np.ndarray = np.logical_and(days >= low, days < high)
    return inside


def _all_of(masks: Iterable[np.ndarray], size: int) -> np.ndarray:
    together: np.ndarray = np.logical_and.reduce([np.ones(size, dtype=bool), *masks])
    return together


def select(dataset: Dataset, view: View) -> pd.DataFrame:
    """Return the rows of `dataset.events` that the View asks for, in the View's order."""
    events = dataset.events[_all_of(_narrowings(dataset, view).values(), len(dataset.events))]
    return events.sort_values("told_rank", kind="stable") if view.order == "told" else events


def base(dataset: Dataset, view: View) -> pd.DataFrame:
    """Return the events that shape the scale: those of the chosen seasons and window, whatever else is asked.

    So marks do not move along time when a reader filters by category, person or place.
    """
    masks = _narrowings(dataset, view)
    return dataset.events[
        _all_of((masks[name] for name in ("season", "window") if name in masks), len(dataset.events))
    ]


def facet_options(dataset: Dataset, view: View) -> dict[str, list[Option]]:
    """Return each facet's values with live counts: what choosing the value alone in its facet would give.

    A value that gives nothing under the other filters is left out unless it is chosen.
    """
    masks = _narrowings(dataset, view)
    size = len(dataset.events)
    options = {}
    for facet in FACETS:
        others = _all_of((mask for name, mask in masks.items() if name != facet), size)
        counts = (membership(dataset, facet) & others).sum(axis=1)
        options[facet] = _options(dataset, facet, counts, set(getattr(view, facet)))
    options["importance"] = _importances(dataset, view, masks)
    return options


def _options(dataset: Dataset, facet: str, counts: np.ndarray, chosen: set[object]) -> list[Option]:
    found = [
        Option(str(value), label(dataset, facet, value), int(count), value in chosen)
        for value, count in zip(vocabulary(dataset, facet), counts, strict=True)
        if count or value in chosen
    ]
    if facet == "place":
        return sorted(found, key=lambda o: (dataset.places.at[o.value, "part_of"] != "", -o.count))
    if facet in _TABLES or facet == "tag":
        return sorted(found, key=lambda o: -o.count)
    return found


def _importances(dataset: Dataset, view: View, masks: Mapping[str, np.ndarray]) -> list[Option]:
    others = _all_of((mask for name, mask in masks.items() if name != "importance"), len(dataset.events))
    weights = dataset.events["importance"].to_numpy()[others]
    return [
        Option(str(n), wording.IMPORTANCE[n], int((weights <= n).sum()), n == view.importance)
        for n in schema.IMPORTANCES
    ]


def label(dataset: Dataset, facet: str, value: object) -> str:
    """Return the name on screen of a facet value."""
    if facet in _TABLES:
        return str(getattr(dataset, _TABLES[facet]).at[value, "name"])
    if facet == "season":
        return str(dataset.seasons.at[value, "name"])
    if facet == "decade":
        return f"{value}s"
    words = _WORDS.get(facet)
    return words[str(value)] if words else str(value).replace("-", " ").capitalize()


def heading(dataset: Dataset, view: View) -> tuple[str, str]:
    """Return the selection in words, as in ("225 events", "Seasons 1 and 2, by place")."""
    count = len(select(dataset, view))
    return f"{count:,} event{'' if count == 1 else 's'}", ", ".join(
        [*narrowed(dataset, view), f"by {view.lanes}"]
    )


def narrowed(dataset: Dataset, view: View) -> Iterable[str]:
    """Yield a phrase for each answer that narrows the selection."""
    for facet in FACETS:
        if chosen := getattr(view, facet):
            yield listed([label(dataset, facet, value) for value in chosen])
    if view.importance != schema.IMPORTANCES[-1]:
        yield wording.IMPORTANCE[view.importance].lower()
    if view.q:
        yield f"“{view.q}”"
    if view.start or view.end:
        first = words(parse(view.start)) if view.start else "the beginning"
        last = words(parse(view.end)) if view.end else "the end"
        yield first if first == last else f"{first} to {last}"


def listed(names: list[str], most: int = 3) -> str:
    """Join names as a reader would: "Background, Seasons 1 and 2", "NASA, KGB and 4 more"."""
    numbered = [name for name in names if name.rpartition(" ")[2].isdigit()]
    stems = {name.rpartition(" ")[0] for name in numbered}
    if len(numbered) > 1 and len(stems) == 1 and "" not in stems:
        others = [name for name in names if name not in numbered]
        numbers = listed([name.rpartition(" ")[2] for name in numbered], most=9)
        return ", ".join([*others, f"{stems.pop()}s {numbers}"])
    shown = names if len(names) <= most else [*names[: most - 1], f"{len(names) - most + 1} more"]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
