"""The comparison in numbers: how many pairs of each kind, who is ahead where, and the sentence on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from statistics import median

from timeline.dataset import Dataset
from timeline.histories.lead import decade, leading
from timeline.histories.pairs import Pair, missing, pairs
from timeline.schema import RELATIONS
from timeline.shifts import Shift, amount
from timeline.view import View

_FEW_FIELDS = 4
_ONE_SIDED: Mapping[str, str] = {
    "never": "without a like in our history",
    "averted": "of our history that never came there",
}


@dataclass(frozen=True, slots=True)
class Median:
    """The median distance of `n` pairs, in days; below 0 ours is ahead."""

    days: float
    n: int

    @property
    def amount(self) -> str:
        """How long it is, without its direction: '13 years'."""
        return amount(Shift(round(self.days), round(self.days))) or "0 days"


@dataclass(frozen=True, slots=True)
class Summary:
    """What the pairs come to.

    pairs: all of them. relations: how many of each kind, in the vocabulary's order; of ours that never came
    there each counts once, however many events tell of it. sooner, later: of all that come sooner or later
    there, or None. leads: of the pairs that lead, by field and decade, and by field alone under the decade 0,
    in the fields' order. largest, least: the pair furthest ahead and the one furthest behind. first: each
    field's earliest pair since history split that is not the same in both.
    """

    pairs: int
    relations: Mapping[str, int]
    sooner: Median | None
    later: Median | None
    leads: Mapping[str, Mapping[int, Median]]
    largest: Pair | None
    least: Pair | None
    first: Mapping[str, Pair]


def summary(dataset: Dataset, view: View) -> Summary:
    """Return the numbers of what a View selects."""
    found = pairs(dataset, view)
    ahead = leading(found)
    counts = Counter(pair.relation for pair in found if pair.relation != "averted")
    counts["averted"] = len(missing(found))
    by_distance = sorted(ahead, key=_days)
    fields = dataset.histories.fields
    return Summary(
        pairs=len(found),
        relations={relation: counts[relation] for relation in RELATIONS if counts[relation]},
        sooner=_median(pair for pair in found if pair.relation == "earlier"),
        later=_median(pair for pair in found if pair.relation == "later"),
        leads={name: held for name in fields if (held := _by_decade(ahead, name))},
        largest=by_distance[-1] if by_distance and _days(by_distance[-1]) > 0 else None,
        least=by_distance[0] if by_distance and _days(by_distance[0]) < 0 else None,
        first={name: pair for name in fields if (pair := _first(found, name, _split(dataset)))},
    )


def _days(pair: Pair) -> float:
    return pair.shift.middle if pair.shift else 0.0


def _median(found: Iterable[Pair]) -> Median | None:
    days = [_days(pair) for pair in found]
    return Median(median(days), len(days)) if days else None


def _by_decade(ahead: Sequence[Pair], field: str) -> Mapping[int, Median]:
    own = [pair for pair in ahead if pair.field == field]
    wholes = {
        0: own,
        **{n: [pair for pair in own if decade(pair) == n] for n in sorted(set(map(decade, own)))},
    }
    return {n: found for n, held in wholes.items() if (found := _median(held))}


def _split(dataset: Dataset) -> float:
    """Return the day on which history splits, or the earliest of all where that is not told."""
    row = dataset.event_rows.get(dataset.divergence or "")
    return -inf if row is None else float(dataset.events["position"].iat[row])


def _first(found: Sequence[Pair], field: str, split: float) -> Pair | None:
    """Return a field's first divergence; pairs are in in-world order."""
    other = (pair for pair in found if pair.field == field and pair.relation != "same")
    return next((pair for pair in other if pair.theirs.day >= split), None)


def headline(dataset: Dataset, view: View) -> str:
    """Return the sentence over the comparison: '39 sooner, median 13 years; 10 later, median 10 years'."""
    found = summary(dataset, view)
    named = ((found.sooner, "sooner"), (found.later, "later"))
    parts = [f"{each.n} {word}, median {each.amount}" for each, word in named if each]
    if parts:
        return "; ".join(parts)
    if not found.pairs:
        return "Nothing here has a like in our history"
    (kind, count), *others = found.relations.items()
    if kind in _ONE_SIDED and not others:
        return f"{_events(count)} {_ONE_SIDED[kind]}"
    return f"{_events(found.pairs)} beside our history"


def _events(number: int) -> str:
    return f"{number:,} event{'' if number == 1 else 's'}"


def ahead(dataset: Dataset, view: View) -> str:
    """Return how far ahead each field is, as a sentence; empty where there are no fields, or too many."""
    leads = {name: held[0] for name, held in summary(dataset, view).leads.items()}
    if not 1 <= len(leads) <= _FEW_FIELDS:
        return ""
    order = sorted(leads, key=lambda name: -leads[name].days)
    parts = [
        f"{name} {leads[name].amount} {'ahead' if leads[name].days >= 0 else 'behind'}" for name in order
    ]
    return ", ".join([parts[0], *(part[:1].lower() + part[1:] for part in parts[1:])])
