"""Which lane an event stands in: by place, season, decade, category, organisation or person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from timeline.dataset import Dataset
from timeline.query import label, membership
from timeline.view import View, vocabulary

_MOST_NAMED = 9
"""How many people or organisations have lanes of their own; the others share one."""


@dataclass(frozen=True, slots=True)
class Grouping:
    """The lanes with events in them, top first, and each event's lane as an index into them.

    `values` are the lanes' values of the facet that is named like the View's lanes, None where a lane gathers
    what is left. `carried` counts the events that carry the value: more than stand in the lane where an event
    names several people, organisations or places, since each event stands once.
    """

    names: tuple[str, ...]
    values: tuple[Any, ...]
    carried: tuple[int, ...]
    lane: np.ndarray


def group(dataset: Dataset, view: View, events: pd.DataFrame) -> Grouping:
    """Put each event into exactly one lane of the View's choice; lanes without events are left out."""
    if view.lanes in ("person", "organisation"):
        names, values, lane = _by_name(dataset, view, events)
    else:
        names, values, lane = _by_value(dataset, view, events)
    present = np.unique(lane)
    renumbered = np.searchsorted(present, lane)
    held = np.bincount(renumbered, minlength=len(present)).tolist()
    rows = {value: row for row, value in enumerate(vocabulary(dataset, view.lanes))}
    carrying = membership(dataset, view.lanes)[:, events.index]
    shown = [values[i] for i in present]
    carried = tuple(
        n if value is None else int(carrying[rows[value]].sum()) for value, n in zip(shown, held, strict=True)
    )
    return Grouping(tuple(names[i] for i in present), tuple(shown), carried, renumbered)


def _by_value(dataset: Dataset, view: View, events: pd.DataFrame) -> tuple[list[str], list[Any], np.ndarray]:
    if view.lanes == "place":
        lane = events["body"].map({body: i for i, body in enumerate(dataset.bodies)})
        roots = dataset.places[dataset.places["part_of"] == ""]
        root = dict(zip(roots["body"], roots.index, strict=True))
        return list(dataset.bodies), [root.get(body) for body in dataset.bodies], lane.to_numpy(dtype=int)
    values = list(vocabulary(dataset, view.lanes))
    lane = events[view.lanes].map({value: i for i, value in enumerate(values)})
    return [label(dataset, view.lanes, v) for v in values], values, lane.to_numpy(dtype=int)


def _by_name(dataset: Dataset, view: View, events: pd.DataFrame) -> tuple[list[str], list[Any], np.ndarray]:
    """Give the chosen or most named their lanes; an event stands with the first of its names that has one."""
    facet, column = (view.lanes, "people" if view.lanes == "person" else "organisations")
    ids = list(vocabulary(dataset, facet))
    counts = membership(dataset, facet).sum(axis=1)
    most = sorted(range(len(ids)), key=lambda i: -counts[i])[:_MOST_NAMED]
    own = [i for i in ids if i in getattr(view, facet)] or [ids[i] for i in most]
    place = {name: i for i, name in enumerate(own)}
    many, none = (
        ("Other people", "Nobody named") if facet == "person" else ("Other organisations", "None named")
    )
    lane = [
        next((place[n] for n in named if n in place), len(own) if named else len(own) + 1)
        for named in events[column]
    ]
    names = [*(label(dataset, facet, i) for i in own), many, none]
    return names, [*own, None, None], np.array(lane, dtype=int)
