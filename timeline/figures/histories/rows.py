"""Which pairs stand in which row: all that came sooner or later by distance, and the weightiest others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.histories import Pair, missing

PITCH, HEAD = 17.0, 30.0
_SINGLE = 12
"""So many events that happen only there, or only here, are shown on a page."""
_LEAST = 4
"""So many of each group a framed picture shows at least, where there are so many."""
NAMES = {
    "earlier": "Sooner there",
    "later": "Later there",
    "never": "Only there",
    "averted": "Only here",
}


@dataclass(frozen=True, slots=True)
class Group:
    """Pairs of one relation from top to bottom, and how many there are with those that found no room."""

    relation: str
    pairs: tuple[Pair, ...]
    of: int


def groups(found: Sequence[Pair], most: int | None) -> list[Group]:
    """Return the groups that have pairs, in all at most `most` rows, or as a page shows them (None).

    What never came there is an event of ours: it has one row, however many of theirs tell of it.
    """
    held = {name: [pair for pair in found if pair.relation == name] for name in NAMES}
    held["averted"] = list(missing(found))
    held = {name: pairs for name, pairs in held.items() if pairs}
    kept = {name: len(pairs) for name, pairs in held.items()}
    for name in ("never", "averted"):
        if name in kept and (most is not None or len(held) > 1):
            kept[name] = min(kept[name], _SINGLE)
    if most is not None:
        kept = _fewer(kept, most)
    return [Group(name, _sorted(name, held[name], kept[name]), len(held[name])) for name in held]


def _fewer(kept: dict[str, int], most: int) -> dict[str, int]:
    """Take rows from the largest group until they fit; none is left with fewer than the least."""
    while sum(kept.values()) > most:
        name = max(kept, key=lambda each: kept[each] - (12 if each == "earlier" else 0))
        if kept[name] <= _LEAST:
            break
        kept[name] -= 1
    return kept


def _sorted(relation: str, pairs: Sequence[Pair], most: int) -> tuple[Pair, ...]:
    """Return the weightiest pairs, sorted as they are read: by distance, or by date."""
    if relation in ("earlier", "later"):
        weighty = sorted(pairs, key=lambda pair: (pair.importance, -abs(_days(pair))))[:most]
        return tuple(sorted(weighty, key=lambda pair: -_days(pair)))
    turns = _turns(pairs)
    weighty = sorted(pairs, key=lambda pair: (turns[pair.event], pair.importance))[:most]
    return tuple(sorted(weighty, key=lambda pair: pair.ours.day if pair.ours else pair.theirs.day))


def _turns(pairs: Sequence[Pair]) -> dict[str, tuple[int, int]]:
    """Let every season have its turn: return importance and turn by event, what answers one of ours last."""
    taken: Counter[tuple[int, int]] = Counter()
    answered: set[str] = set()
    turns = {}
    for pair in sorted(pairs, key=lambda pair: pair.importance):
        again = bool(pair.counterpart) and pair.counterpart in answered
        answered.add(pair.counterpart)
        key = (pair.importance + 4 * again, pair.season)
        turns[pair.event] = (key[0], taken[key])
        taken[key] += 1
    return turns


def _days(pair: Pair) -> float:
    return pair.shift.middle if pair.shift else 0.0
