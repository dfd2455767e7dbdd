"""Which lane an event stands in: by place, season, decade, category, organisation or person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from timeline.dataset import Dataset
from timeline.query import label, membership
from timeline.view import View, vocabulary

_MOST_NAMED = 9
"""How many people or organisations have lanes of their own; the others share one."""


@dataclass(frozen=True, slots=True)
class Grouping:
    """The lanes with events in them, top first, and each event's lane as an index into them."""

    names: tuple[str, ...]
    lane: np.ndarray


def group(dataset: Dataset, view: View, events: pd.DataFrame) -> Grouping:
    """Put each event into exactly one lane of the View's choice; lanes without events are left out."""
    if view.lanes in ("person", "organisation"):
        names, lane = _by_name(dataset, view, events)
    else:
        names, lane = _by_value(dataset, view, events)
    present = np.unique(lane)
    renumbered = np.searchsorted(present, lane)
    return Grouping(tuple(names[i] for i in present), renumbered)


def _by_value(dataset: Dataset, view: View, events: pd.DataFrame) -> tuple[list[str], np.ndarray]:
    column = "body" if view.lanes == "place" else view.lanes
    values: Sequence[object] = dataset.bodies if view.lanes == "place" else vocabulary(dataset, view.lanes)
    names = [str(v) if view.lanes == "place" else label(dataset, view.lanes, v) for v in values]
    place = {value: i for i, value in enumerate(values)}
    return names, events[column].map(place).to_numpy(dtype=int)


def _by_name(dataset: Dataset, view: View, events: pd.DataFrame) -> tuple[list[str], np.ndarray]:
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
    return [*(label(dataset, facet, i) for i in own), many, none], np.array(lane, dtype=int)
