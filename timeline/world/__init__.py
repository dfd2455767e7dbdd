"""(Dataset, View, month) -> the world then: what they have, what we have, and who is where in both."""

from __future__ import annotations

import statistics
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from timeline.dataset import Dataset
from timeline.dates import reach
from timeline.histories import Pair, pairs
from timeline.view import FACETS, View
from timeline.world import months, states
from timeline.world.bodies import Body, bodies, home
from timeline.world.change import Change, changes
from timeline.world.latest import Latest, latest
from timeline.world.posts import Office, offices
from timeline.world.weight import consequences

_FRESH = 15 * 12
"""For so many months it is still on everybody's mind what happened."""


@dataclass(frozen=True, slots=True)
class World:
    """Both histories in one month, as far as the reader knows the other.

    month, earliest, latest, before, after: as an address writes months; the month itself, the first and the
    last that can be asked for, and the nearest ones with another state of things, empty where there is none.
    end: its last day. held: the pairs by state, weightiest first; of those that avert the same event of ours
    the first. chosen: the one pair to tell first, of the states that have one. median: the years that ours is
    typically behind in what they have, 0 where they have nothing that we lack. changes: what is new in it.
    """

    month: str
    words: str
    earliest: str
    latest: str
    before: str
    after: str
    end: int
    held: Mapping[str, tuple[Pair, ...]]
    chosen: Mapping[str, Pair]
    median: int
    changes: tuple[Change, ...]
    offices: tuple[Office, ...]
    bodies: tuple[Body, ...]
    news: tuple[Latest, ...]


def world(dataset: Dataset, view: View, month: str) -> World:
    """Return the world in a month, such as "1983-06"; an empty month is the usual one, a far one the nearest.

    The View's facets and its search narrow what is compared, its window does not. Raises ValueError where
    there are no events.
    """
    return _world(dataset, narrowing(view), asked_for(dataset, month))


@lru_cache(maxsize=64)
def _world(dataset: Dataset, asked: View, now: int) -> World:
    """Return the world in a month by its number; a page asks for it several times."""
    first, last = months.bounds(dataset)
    begin, end = months.days(now)
    beside = pairs(dataset, asked)
    inside: dict[str, list[Pair]] = {state: [] for state in (states.NONE, *states.STATES)}
    for each in beside:
        inside[states.state(each, end)].append(each)
    held = {state: _held(inside[state], state) for state in states.STATES}
    chosen = {state: pair for state in states.STATES if (pair := _chosen(dataset, held[state], state, now))}
    return World(
        month=months.text(now),
        words=months.words(now),
        earliest=months.text(first),
        latest=months.text(last),
        before=previous_difference(dataset, asked, now),
        after=next_difference(dataset, asked, now),
        end=end,
        held=held,
        chosen=chosen,
        median=_median(held[states.THEIRS]),
        changes=changes(held, now),
        offices=offices(dataset, begin, end),
        bodies=bodies(dataset, begin, end),
        news=latest(dataset, asked, beside, end),
    )


def asked_for(dataset: Dataset, month: str) -> int:
    """Return the month that is meant: the nearest there is, the usual one where none is named."""
    first, last = months.bounds(dataset)
    return min(max(months.number(month), first), last) if month else usual(dataset)


def narrowing(view: View) -> View:
    """Return the part of a View that narrows what is compared: its facets and its search."""
    return View(**{name: getattr(view, name) for name in (*FACETS, "importance", "q")})


@lru_cache(maxsize=64)
def usual(dataset: Dataset) -> int:
    """Return the month to begin with: the last of those with most that they have and we still wait for."""
    beside = pairs(dataset, View())
    candidates = [*differences(dataset, View()), months.bounds(dataset)[1]]

    def ahead(month: int) -> int:
        end = months.days(month)[1]
        return sum(states.state(pair, end) == states.THEIRS for pair in beside)

    return max(candidates, key=lambda month: (ahead(month), month))


@lru_cache(maxsize=128)
def differences(dataset: Dataset, asked: View) -> tuple[int, ...]:
    """Return the months in which a pair comes into a state that is not open, in order."""
    first, last = months.bounds(dataset)
    found: set[int] = set()
    for pair in pairs(dataset, asked):
        for month in _turns(pair):
            if first <= month <= last and month > months.FIRST:
                now, before = (states.state(pair, months.days(each)[1]) for each in (month, month - 1))
                if now not in (states.NONE, states.OPEN, before):
                    found.add(month)
    return tuple(sorted(found))


def _turns(pair: Pair) -> set[int]:
    """Return the months in which one of a pair's events may be over, or begin."""
    ends = (pair.theirs, pair.ours) if pair.ours else (pair.theirs,)
    return {months.containing(day) for end in ends for day in reach(end.date)}


def next_difference(dataset: Dataset, view: View, month: int) -> str:
    """Return the next month after `month` in which something differs anew, or nothing."""
    found = differences(dataset, narrowing(view))
    place = bisect_right(found, month)
    return months.text(found[place]) if place < len(found) else ""


def previous_difference(dataset: Dataset, view: View, month: int) -> str:
    """Return the last month before `month` in which something differed anew, or nothing."""
    found = differences(dataset, narrowing(view))
    place = bisect_left(found, month)
    return months.text(found[place - 1]) if place else ""


def _held(inside: Iterable[Pair], state: str) -> tuple[Pair, ...]:
    """Return the pairs of a state in order: weightiest first, then the widest apart or the newest."""
    wide = state in (states.THEIRS, states.OURS)
    found = sorted(
        inside, key=lambda pair: (pair.importance, -abs(_years(pair)) if wide else -_day(pair, state))
    )
    if state != states.HERE:
        return tuple(found)
    once = {pair.counterpart: pair for pair in reversed(found)}
    return tuple(pair for pair in found if once[pair.counterpart] is pair)


def _years(pair: Pair) -> float:
    return pair.shift.years if pair.shift else 0.0


def _day(pair: Pair, state: str) -> float:
    """Return the day that a pair is as new as."""
    return pair.ours.day if state == states.HERE and pair.ours else pair.theirs.day


def _median(ahead: Iterable[Pair]) -> int:
    years = [_years(pair) for pair in ahead]
    return round(statistics.median(years)) if years else 0


def _chosen(dataset: Dataset, held: tuple[Pair, ...], state: str, now: int) -> Pair | None:
    """Return the weightiest pair of a state to tell first, of the fresh ones where there are any.

    Of equal weight it is the one that most follows from; of what they have before us the furthest ahead; of
    what is only there first something that is not where most happens: nothing shows sooner how much differs.
    """
    fresh = [pair for pair in held if now - months.containing(int(_day(pair, state))) <= _FRESH] or held
    if not fresh:
        return None
    if state == states.THEIRS:
        return min(fresh, key=lambda pair: (pair.importance, -_years(pair)))
    follows, near = consequences(dataset), home(dataset) if state == states.THERE else ""
    rows = [dataset.event_rows[pair.event] for pair in fresh]
    ranked = zip(fresh, dataset.events["body"].iloc[rows], strict=True)
    return min(ranked, key=lambda each: (each[0].importance, each[1] == near, -follows[each[0].event]))[0]
