"""A picture in one or two sentences: for whoever cannot see it, and for whoever passes it on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import numpy as np
import pandas as pd

from timeline import dates, gate
from timeline.butterflies import description as causes
from timeline.comparison import durations, matrices, sentences
from timeline.comparison.cases import cases
from timeline.dataset import Dataset
from timeline.grouping import group
from timeline.histories import headline, summary
from timeline.query import heading, narrowed, select
from timeline.view import View
from timeline.world import sentence, world

_NAMED = 3
"""How many lanes, seasons or people a description names."""
_ONE_SIDED = {"never": "only there", "averted": "only here"}


def events(dataset: Dataset, view: View) -> str:
    """Say how many events are asked for, of what, and from when to when: what every picture may say."""
    chosen = select(dataset, view)
    only = "".join(f", {phrase}" for phrase in narrowed(dataset, view))
    if not len(chosen):
        return f"{dataset.title}: no events{only}."
    return f"{dataset.title}: {durations.counted(len(chosen), 'event')}{only}, {_years(chosen)}."


def along_time(dataset: Dataset, view: View) -> str:
    """Describe the timeline: what it holds, its largest lanes, its longest time jump."""
    chosen = select(dataset, view)
    if not len(chosen):
        return f"Empty timeline. {events(dataset, view)}"
    count, rest = heading(dataset, view)
    facts = [_largest(dataset, view, chosen), _jump(dataset, view)]
    said = "; ".join(filter(None, facts))
    return f"Timeline of {dataset.title}: {count}, {rest}, {_years(chosen)}. {said[:1].upper()}{said[1:]}."


def side_by_side(dataset: Dataset, view: View) -> str:
    """Describe the comparison: who is compared, and the largest difference."""
    columns = cases(dataset, view)
    if not any(len(case.events) for case in columns):
        return f"Empty comparison. {events(dataset, view)}"
    who = _listed(f"{case.name} ({durations.counted(len(case.events), 'event')})" for case in columns)
    # Who is compared is said already: what else narrows the events is not.
    only = "; ".join(narrowed(dataset, view.but(season=(), person=())))
    if view.by == "person":
        return f"{who} in {dataset.title}, event by event along the story{only and f'; only {only}'}."
    found = sentences.title(columns) if view.by == "season" else ""
    head = (
        f"{dataset.title}, {view.by} by {view.by}, every event one step up: {who}{only and f'; only {only}'}."
    )
    return f"{head} {found}." if found else head


def in_parts(dataset: Dataset, view: View) -> str:
    """Describe the small charts: what they count, and the largest field of each season."""
    columns = cases(dataset, view.but(by="season"))
    if not any(len(case.events) for case in columns):
        return f"Empty comparison. {events(dataset, view)}"
    fields = matrices.fields(columns)
    largest = [
        f"{case.name} {fields.names[best].lower()} ({durations.percent(shares[best])})"
        for case, shares in zip(columns, fields.cells, strict=True)
        if max(shares) and (best := int(np.argmax(shares))) >= 0
    ]
    head = f"{dataset.title} in small charts: fields, decades, time jumps, means of telling and people"
    only = "; ".join(narrowed(dataset, view.but(season=())))
    who = f"for {_listed(case.name for case in columns)}{only and f'; only {only}'}"
    return f"{head}, {who}. Largest field: {_listed(largest, most=9)}."


def at_a_date(dataset: Dataset, view: View) -> str:
    """Describe the world at a date: the month, and what each history has by then."""
    if not len(dataset.events):
        return events(dataset, view)
    now = world(dataset, view, view.at)
    only = "; ".join(narrowed(dataset, view.but(start="", end="")))
    head = f"The world of {dataset.title} in {now.words}, beside our history{only and f'; only {only}'}."
    return f"{head} {sentence.plain(now)}"


def beside_ours(dataset: Dataset, view: View) -> str:
    """Describe two histories: how many came sooner, later or on one side only, and what is furthest apart."""
    if view.aspect == "butterflies":
        return causes(dataset, view)
    if view.aspect == "world":
        return at_a_date(dataset, view)
    found = summary(dataset, view)
    if not found.pairs:
        return f"Empty comparison with our history. {events(dataset, view)}"
    kinds = [
        f"{found.relations[name]} {said}" for name, said in _ONE_SIDED.items() if name in found.relations
    ]
    far = [pair for pair in (found.largest, found.least) if pair]
    apart = _listed(f"{pair.theirs.label} ({pair.said})" for pair in far) if far else ""
    only = "; ".join(narrowed(dataset, view))
    head = f"{dataset.title} beside our own history{only and f', only {only}'}"
    said = "; ".join([headline(dataset, view), *kinds])
    return f"{head}: {said}.{apart and f' Furthest apart: {apart}.'}"


def told(dataset: Dataset, view: View) -> str:
    """Say how far a picture tells: nothing where it tells everything."""
    return gate.words(view.seen) if gate.asks(dataset) else ""


def _years(chosen: pd.DataFrame) -> str:
    first, last = (
        dt.date.fromordinal(int(day)).year for day in (chosen["position"].min(), chosen["position"].max())
    )
    return f"in {first}" if first == last else f"from {first} to {last}"


def _largest(dataset: Dataset, view: View, chosen: pd.DataFrame) -> str:
    """Name the lanes that hold most events."""
    lanes = group(dataset, view, chosen)
    held = np.bincount(lanes.lane, minlength=len(lanes.names))
    order = np.argsort(-held, kind="stable")[:_NAMED]
    if len(lanes.names) < 2:
        return f"all in the lane {lanes.names[0]}"
    return "most are in the lanes " + _listed(f"{lanes.names[i]} ({held[i]})" for i in order)


def _jump(dataset: Dataset, view: View) -> str:
    """Name the longest time jump of the seasons that are shown, where no window cuts it."""
    shown = [n for n in dataset.jumps.index if not view.season or n in view.season]
    if not shown or view.start or view.end or view.scale == "season":
        return ""
    ends = [tuple(_year(dataset.jumps.at[n, end]) for end in ("from", "looks_ahead")) for n in shown]
    first, last = max(ends, key=lambda years: years[1] - years[0])
    return f"the longest time jump is {durations.counted(last - first, 'year')}, {first} → {last}"


def _year(text: str) -> int:
    return dt.date.fromordinal(dates.parse(text).first).year


def _listed(names: Iterable[str], most: int = 5) -> str:
    """Join names as a reader would, the first of them and how many more there are."""
    said = list(names)
    shown = said if len(said) <= most else [*said[: most - 1], f"{len(said) - most + 1} more"]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
