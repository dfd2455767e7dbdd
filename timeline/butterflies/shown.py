"""(Dataset, View) -> the part of the graph that one picture can hold, and the ways between its events."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from timeline.butterflies.chain import chain
from timeline.butterflies.graph import graph, leads, linked, order
from timeline.dataset import Dataset
from timeline.query import select
from timeline.schema import IMPORTANCES
from timeline.view import View

USUAL, MOST = 70, 240
"""So many events are shown until a reader asks for less weighty ones, and so many at most."""


@dataclass(frozen=True, slots=True)
class Way:
    """From a cause to an effect, both shown; `hidden` events between them are not.

    `trunk` marks the one way by which the effect hangs on the picture's tree; the others are further causes.
    """

    cause: str
    effect: str
    hidden: int
    trunk: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """What a picture shows, events in order, the chosen one with all that it hangs on.

    `importance` is the least weight shown of the selection, `held` how many linked events that has in all,
    `path` the chain to the chosen event.
    """

    events: tuple[str, ...]
    ways: tuple[Way, ...]
    path: tuple[str, ...]
    importance: int
    held: int


@lru_cache(maxsize=64)
def shown(dataset: Dataset, view: View) -> Shown:
    """Return what a picture shows of the selection: turning points first, others as far as asked."""
    known, chosen = graph(dataset), select(dataset, view)
    chosen = chosen[chosen["id"].isin(linked(dataset))]
    weights = dict(zip(chosen["id"], chosen["importance"].tolist(), strict=True))
    least = _least(list(weights.values()), view.importance)
    weighty = sorted(
        (event for event, weight in weights.items() if weight <= least),
        key=lambda event: (weights[event], -known.out_degree(event), order(dataset)[event]),
    )
    path = tuple(link.event for link in chain(dataset, view.event).links) if view.event else ()
    near = (*known.pred[view.event], *known.succ[view.event]) if view.event else ()
    splits = (dataset.divergence,) if dataset.divergence and weights else ()
    events = tuple(sorted({*weighty[:MOST], *path, *near, *splits}, key=order(dataset).__getitem__))
    return Shown(events, tuple(_ways(dataset, events, path)), path, least, len(weights))


def _least(weights: Collection[int], asked: int) -> int:
    """Return the least importance that is shown: what is asked for, but no more than a picture can hold."""
    most = USUAL if asked == IMPORTANCES[-1] else MOST
    counts = {least: sum(weight <= least for weight in weights) for least in IMPORTANCES if least <= asked}
    return max((least for least, count in counts.items() if count <= most), default=IMPORTANCES[0])


def _ways(dataset: Dataset, events: tuple[str, ...], path: tuple[str, ...]) -> Iterator[Way]:
    """Yield the ways into each event: from shown causes, and past hidden ones where no other way tells it."""
    places, before = order(dataset), dict(zip(path[1:], path, strict=False))
    for effect in events:
        near = _nearest(dataset, effect, frozenset(events))
        kept = {
            cause: hidden
            for cause, hidden in near.items()
            if not hidden or not any(leads(dataset, cause, other) for other in near)
        }
        if not kept:
            continue
        trunk = before.get(effect) or min(kept, key=lambda cause: (kept[cause], -places[cause]))
        for cause, hidden in kept.items():
            yield Way(cause, effect, hidden, cause == trunk)


def _nearest(dataset: Dataset, effect: str, events: Collection[str]) -> Mapping[str, int]:
    """Return the shown causes that only hidden events part from the effect, and how many do at least."""
    known, near, passed = graph(dataset), {}, {effect}
    waiting = [(cause, 0) for cause in known.pred[effect]]
    for cause, hidden in waiting:
        if cause in passed:
            continue
        passed.add(cause)
        if cause in events:
            near[cause] = hidden
        else:
            waiting += [(further, hidden + 1) for further in known.pred[cause]]
    return near
