"""(Dataset, View) -> each selected event beside its counterpart in our history."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from timeline import dates
from timeline.dataset import Dataset
from timeline.dates import Date
from timeline.query import select
from timeline.shifts import Shift, between, words
from timeline.view import View

ABOUT: Mapping[str, str] = {"inferred": "viewers infer it", "makers": "told by the makers, not shown"}
"""What is said of a pair that no episode tells, by how it is told."""


@dataclass(frozen=True, slots=True)
class End:
    """One side of a pair: a short name, a sentence, and when; `day` is where its mark stands."""

    label: str
    text: str
    words: str
    date: Date
    day: float


@dataclass(frozen=True, slots=True)
class Pair:
    """An event and what it answers in our history; `ours` is None where the relation is "never".

    shift: how far theirs is ahead; None where one side never happens ("never", "averted"). field: its name in
    the data set's. said: the relation in words. doubt: what keeps it from being told outright
    ("viewers infer it", "weakly attested"), or "". leads: whether it tells who is ahead: it comes sooner or
    later there, and none of its tags is one that does not lead.
    """

    event: str
    relation: str
    counterpart: str
    theirs: End
    ours: End | None
    shift: Shift | None
    season: int
    importance: int
    field: str
    said: str
    doubt: str
    leads: bool


@lru_cache(maxsize=64)
def pairs(dataset: Dataset, view: View) -> tuple[Pair, ...]:
    """Return a pair for each event of the View's selection that has a relation, in in-world order."""
    events = select(dataset, view.but(order="world"))
    related = events[events["relation"] != ""]
    fields = {category: name for name, held in dataset.histories.fields.items() for category in held}
    return tuple(_pair(dataset, row, fields[row["category"]]) for row in related.to_dict("records"))


def _pair(dataset: Dataset, row: Mapping[str, Any], field: str) -> Pair:
    relation, counterpart = row["relation"], row["counterpart"]
    theirs = End(
        row["label"] or row["headline"],
        row["headline"],
        row["words"],
        dates.parse(row["date"]),
        float(row["position"]),
    )
    ours = _ours(dataset, counterpart) if counterpart else None
    shift = between(theirs.date, ours.date) if ours and relation != "averted" else None
    return Pair(
        event=row["id"],
        relation=relation,
        counterpart=counterpart,
        theirs=theirs,
        ours=ours,
        shift=shift,
        season=int(row["season"]),
        importance=int(row["importance"]),
        field=field,
        said=words(relation, shift),
        doubt=_doubt(row),
        leads=relation in ("earlier", "later") and dataset.histories.without_lead.isdisjoint(row["tags"]),
    )


def missing(found: Iterable[Pair]) -> tuple[Pair, ...]:
    """Return what tells of events of ours that never came there: of each of ours the first pair."""
    once = {pair.counterpart: pair for pair in reversed([*found]) if pair.relation == "averted"}
    return tuple(sorted(once.values(), key=lambda pair: pair.theirs.day))


def _ours(dataset: Dataset, counterpart: str) -> End:
    row = dataset.our_history.loc[counterpart]
    date = dates.parse(row["date"])
    return End(row["label"], row["event"], row["words"], date, (date.first + date.last + 1) / 2)


def _doubt(row: Mapping[str, Any]) -> str:
    told = ABOUT.get(row["told"], "")
    return told or ("weakly attested" if row["confidence"] == "low" else "")
