"""Data sets with other causes than their own: any graph without circles over their events."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from hypothesis import strategies as st

from timeline.dataset import Dataset

Pair = tuple[int, int]


def linked(dataset: Dataset, pairs: Iterable[Pair], splits: int | None = 0) -> Dataset:
    """Return the data set with a cause for each pair (cause's row, effect's row), and another split."""
    ids = dataset.events["id"].tolist()
    causes: list[list[str]] = [[] for _ in ids]
    for cause, effect in pairs:
        causes[effect].append(ids[cause])
    events = dataset.events.assign(
        caused_by=[tuple(dict.fromkeys(each)) for each in causes],
        cause_basis=[("screen", "editorial")[row % 2] if each else "" for row, each in enumerate(causes)],
    )
    return replace(dataset, events=events, divergence=None if splits is None else ids[splits], rows={})


def dags(dataset: Dataset, most: int = 40) -> st.SearchStrategy[Dataset]:
    """Return the data set with random causes, each of which stands before its effect."""
    rows = st.integers(0, len(dataset.events) - 1)
    pair = (
        st.tuples(rows, rows).filter(lambda ends: ends[0] != ends[1]).map(lambda ends: (min(ends), max(ends)))
    )
    splits = st.none() | rows
    return st.builds(lambda pairs, row: linked(dataset, pairs, row), st.lists(pair, max_size=most), splits)
