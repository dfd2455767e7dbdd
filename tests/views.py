"""Random Views in a data set's own words, for what must hold whatever a reader asks."""

from __future__ import annotations

import datetime
from typing import Any
from urllib.parse import urlencode

from hypothesis import strategies as st

from timeline import dates, scene, schema
from timeline.dataset import Dataset
from timeline.view import (
    ALIGNS,
    ASPECTS,
    COMPARED,
    FACETS,
    LANES,
    ORDERS,
    SCALES,
    SHOWS,
    THEMES,
    View,
    vocabulary,
)

_MARGIN = 900
"""Days around the events that windows reach too."""


def views(dataset: Dataset, **fixed: Any) -> st.SearchStrategy[View]:
    """Return Views whose answers are each drawn or left at the default; `fixed` ones are as given."""
    events = dataset.events
    drawn: dict[str, st.SearchStrategy[Any]] = {
        **{facet: _some(vocabulary(dataset, facet)) for facet in FACETS},
        "importance": st.sampled_from(schema.IMPORTANCES),
        "q": st.sampled_from(words(dataset)) | st.text(max_size=30),
        "window": windows(dataset),
        "scale": st.sampled_from(SCALES),
        "lanes": st.sampled_from(LANES),
        "order": st.sampled_from(ORDERS),
        "our": st.booleans(),
        "event": st.sampled_from(events["id"].tolist()),
        "seen": st.sampled_from(["all", "none", *dataset.episodes.index]),
        "hidden": st.booleans(),
        "theme": st.sampled_from(THEMES),
        "show": st.sampled_from(SHOWS),
        "by": st.sampled_from(COMPARED),
        "align": st.sampled_from(ALIGNS),
        "episode": _some(vocabulary(dataset, "episode")),
        "sort": st.sampled_from(("span", "weighty", "no-such")),
        "aspect": st.sampled_from(ASPECTS),
        "at": st.dates().map(lambda day: day.isoformat()[:7]),
        "present": st.booleans(),
        "story": stories(),
    }
    if {"start", "end"} & set(fixed):
        drawn.pop("window")
    optional = {name: answer for name, answer in drawn.items() if name not in fixed}
    return st.fixed_dictionaries({}, optional=optional).map(lambda answers: _view({**answers, **fixed}))


def stories() -> st.SearchStrategy[str]:
    """Return collected stories as addresses hold them, of any words."""
    texts = st.text(max_size=20)
    query = st.dictionaries(st.sampled_from(("season", "q", "seen")), texts, max_size=2).map(urlencode)
    title = texts.map(lambda text: f"A {text}")
    made = st.builds(scene.Scene, title, texts, st.sampled_from(("timeline", "compare")), query)
    return st.lists(made, max_size=3).map(lambda scenes: scene.write(scene.read(scene.write(scenes))[0]))


def _view(answers: dict[str, Any]) -> View:
    start, end = answers.pop("window", (answers.get("start", ""), answers.get("end", "")))
    return View(**{**answers, "start": start, "end": end})


def _some(values: tuple[Any, ...]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(st.sampled_from(values), max_size=3).map(tuple) if values else st.just(())


def words(dataset: Dataset) -> list[str]:
    """Return words that a search finds or just misses: of headlines, names and nicknames."""
    said = " ".join(dataset.events["headline"].iloc[:: max(1, len(dataset.events) // 20)])
    aliases = [alias for names in dataset.people["aliases"] for alias in names]
    return [*sorted(set(said.split())), *dataset.people["name"].iloc[:10], *aliases[:10]] or ["nothing"]


def windows(dataset: Dataset) -> st.SearchStrategy[tuple[str, str]]:
    """Return ends of windows as the address writes them: a year, a month, a day, or open."""
    first, last = dataset.events["position"].min() - _MARGIN, dataset.events["position"].max() + _MARGIN
    day = st.integers(int(first), int(last)).map(lambda n: datetime.date.fromordinal(n).isoformat())
    end = st.builds(lambda text, length: text[:length], day, st.sampled_from((4, 7, 10)))
    ends = st.tuples(end, end).map(lambda pair: sorted(pair, key=lambda text: dates.parse(text).first))
    kept = st.sampled_from(((True, True), (True, False), (False, True)))
    return st.builds(lambda pair, keep: (pair[0] if keep[0] else "", pair[1] if keep[1] else ""), ends, kept)
