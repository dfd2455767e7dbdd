"""What datapackage.json says of our history beside it: fields, a headline, what does not lead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from timeline.dataset.descriptor import Descriptor
from timeline.dataset.problems import Problem, guess

KEY = "histories"
HEADLINE_LENGTH = 90
_PARTS = ("headline", "fields", "without_lead")


@dataclass(frozen=True, slots=True)
class Histories:
    """How a data set is set beside our history.

    headline: an editor's line, or "". fields: names, each with its categories, in display order; every
    category stands in one. without_lead: tags of events that move in time without leading anybody.
    """

    headline: str
    fields: Mapping[str, tuple[str, ...]]
    without_lead: frozenset[str]


def check(described: Descriptor) -> Iterator[Problem]:
    """Yield what is wrong with the part "histories", which a data set may leave out."""
    asked = described.about.get(KEY, {})
    if not isinstance(asked, dict):
        yield described.problem(KEY, f"is no object; it may hold {', '.join(_PARTS)}", KEY)
        return
    for part in asked:
        if part not in _PARTS:
            hint = guess(part, _PARTS) or f"; allowed: {', '.join(_PARTS)}"
            yield described.problem(KEY, f"'{part}' is no part of it{hint}", part)
    headline = asked.get("headline", "")
    if not isinstance(headline, str) or len(headline) > HEADLINE_LENGTH:
        yield described.problem(
            KEY, f"headline is no text of at most {HEADLINE_LENGTH} characters", "headline"
        )
    yield from _fields(described, asked.get("fields", []))
    tags = described.vocabularies.get("events.tags", ())
    yield from _unknown(described, "without_lead", asked.get("without_lead", []), tags)


def _fields(described: Descriptor, fields: Any) -> Iterator[Problem]:
    """Yield what is wrong with the fields: their form, then their categories."""
    if not isinstance(fields, list) or not all(map(_is_field, fields)):
        message = 'fields is no list of fields; write each as {"name": "Space", "categories": ["flight"]}'
        yield described.problem(KEY, message, "fields")
        return
    categories = described.vocabularies.get("events.category", ())
    named = [category for field in fields for category in field["categories"]]
    yield from _unknown(described, "fields", named, categories)
    for category in categories if fields else ():
        if named.count(category) != 1:
            message = f"'{category}' stands in {named.count(category)} fields; each category has one"
            yield described.problem(KEY, message, "fields")


def _is_field(field: Any) -> bool:
    if not isinstance(field, dict) or set(field) != {"name", "categories"}:
        return False
    name, categories = field["name"], field["categories"]
    return isinstance(name, str) and bool(name.strip()) and _is_words(categories) and bool(categories)


def _is_words(words: Any) -> bool:
    return isinstance(words, list) and all(isinstance(word, str) for word in words)


def _unknown(described: Descriptor, part: str, words: Any, known: Iterable[str]) -> Iterator[Problem]:
    if not _is_words(words):
        yield described.problem(KEY, f"{part} is no list of words", part)
        return
    for word in words:
        if word not in known:
            hint = guess(word, known) or f"; allowed: {', '.join(known)}"
            yield described.problem(
                KEY, f"{part} names '{word}', which is no word of the data set{hint}", part
            )


def read(described: Descriptor) -> Histories:
    """Return how a valid data set is compared; without fields every category is one, under its own name."""
    asked = described.about.get(KEY, {})
    fields = {field["name"]: tuple(field["categories"]) for field in asked.get("fields", [])}
    alone = {
        category.replace("-", " ").capitalize(): (category,)
        for category in described.vocabularies.get("events.category", ())
    }
    return Histories(asked.get("headline", ""), fields or alone, frozenset(asked.get("without_lead", [])))
