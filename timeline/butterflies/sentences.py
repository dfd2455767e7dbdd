"""The picture of causes in words: what stands over it, what it shows, what whoever cannot see it is told."""

from __future__ import annotations

from timeline import wording
from timeline.butterflies.chain import Chain, chain
from timeline.butterflies.graph import effects_of
from timeline.butterflies.shown import Shown, shown
from timeline.dataset import Dataset
from timeline.query import select
from timeline.schema import IMPORTANCES
from timeline.view import View


def title(dataset: Dataset, view: View) -> str:
    """Return the question of the chosen event, or how many events follow from where history splits."""
    if view.event:
        return f"How did we get to “{_headline(dataset, view.event)}”?"
    splits, chosen = dataset.divergence, select(dataset, view)
    if not splits or not len(chosen):
        return "What follows from what"
    follows = set(effects_of(dataset, splits))
    others = [event for event in chosen["id"] if event != splits]
    held = sum(event in follows for event in others)
    return f"{_headline(dataset, splits)}: {held:,} of {_counted(len(others), 'event')} follow from it"


def _headline(dataset: Dataset, event: str) -> str:
    return str(dataset.events["headline"].iloc[dataset.event_rows[event]])


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def drawn(dataset: Dataset, view: View) -> str:
    """Say how many events are shown, of how many: '57 turning points of 425 linked events'."""
    seen = shown(dataset, view)
    weights = dataset.events["importance"]
    count = sum(int(weights.iloc[dataset.event_rows[event]]) <= seen.importance for event in seen.events)
    whole = f" of {seen.held:,} linked events" if count < seen.held else ""
    return f"{count:,} {_kinds(count, seen)}{whole}"


def _kinds(count: int, seen: Shown) -> str:
    """Return what is counted: "turning points", "events of weight" where lighter ones are left out."""
    kinds = {
        IMPORTANCES[-1]: ("linked event", "linked events"),
        IMPORTANCES[0]: ("turning point", "turning points"),
    }.get(
        seen.importance,
        (f"{wording.IMPORTANCE[seen.importance].lower()} event",) * 2,
    )
    return kinds[0] if count == 1 else kinds[1] if kinds[0] != kinds[1] else f"{kinds[0]}s"


def length(found: Chain) -> str:
    """Say how long a chain is: '5 steps in 26 years'."""
    return _counted(found.steps, "step") + (f" in {_counted(found.years, 'year')}" if found.years else "")


def description(dataset: Dataset, view: View) -> str:
    """Describe the picture: what it shows, and the way to the chosen event step by step."""
    many = drawn(dataset, view)
    head = f"{dataset.title}, from cause to effect: {many}."
    if not view.event:
        return f"{head} {title(dataset, view)}."
    found = chain(dataset, view.event)
    if not found.steps:
        return f"{head} Nothing told leads to “{_headline(dataset, view.event)}”."
    way = " → ".join(link.headline for link in found.links)
    return f"{head} {length(found)}: {way}."
