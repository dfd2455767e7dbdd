"""How much follows from an event, by the causes that the data set names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from timeline.dataset import Dataset


@lru_cache(maxsize=64)
def consequences(dataset: Dataset) -> Mapping[str, int]:
    """Return of each event how many others follow from it, at once or by way of others."""
    effects: dict[str, list[str]] = {}
    for event, causes in zip(dataset.events["id"], dataset.events["caused_by"], strict=True):
        for cause in causes:
            effects.setdefault(cause, []).append(event)
    return {event: len(_reached(event, effects)) for event in dataset.events["id"]}


def _reached(event: str, effects: Mapping[str, list[str]]) -> set[str]:
    found: set[str] = set()
    todo = list(effects.get(event, ()))
    while todo:
        following = todo.pop()
        if following not in found:
            found.add(following)
            todo += effects.get(following, ())
    return found
