"""Where an uncertain date stands: inside what the date allows, in told order, evenly spread."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import numpy as np
import pandas as pd

_SWEEPS = 600
_WALL = 1e9
"""A day beyond all days of a calendar."""
_STEP = 1e-4
"""Least distance between two events, in days: positions are unique, so that each day can be found again."""


def place(events: pd.DataFrame, seasons: pd.DataFrame) -> np.ndarray:
    """Return a float day for each event: unique, inside its date's bounds, in told order where dates allow.

    `events` has season, first, last, precision, told and told_rank; `seasons` has first and last by season.
    A season's events are taken in told order; the longest chain whose bounds allow that order is kept and
    relaxed until each event lies midway between its neighbours; the others stand in the middle of their span.
    """
    low, high = _bounds(events, seasons)
    days = (low + high) / 2
    rank, seasons_of = events["told_rank"].to_numpy(), events["season"].to_numpy()
    chains = []
    for season in np.unique(seasons_of):
        rows = np.flatnonzero(seasons_of == season)
        rows = rows[np.argsort(rank[rows])]
        chains.append(rows[_longest_chain(low[rows], high[rows])])
    if chains:
        days[np.concatenate(chains)] = _relax([(low[chain], high[chain]) for chain in chains])
    return _separate(days, rank)


def _bounds(events: pd.DataFrame, seasons: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Return the span that each event may stand in; the upper end is just short of the next day.

    Inside a season the episode is a better coordinate than a vague date: a span of a year or less, or a
    decade, that overlaps the season's window is narrowed to it, unless a montage or newsreel tells it. A
    vague date after the window is a finale's look ahead: it keeps the first tenth of its span.
    """
    low = events["first"].to_numpy(dtype=float)
    high = events["last"].to_numpy(dtype=float) + 0.9
    window_first = events["season"].map(seasons["first"]).to_numpy(dtype=float)
    window_last = events["season"].map(seasons["last"]).to_numpy(dtype=float) + 0.9
    precision = events["precision"].to_numpy()
    between = events["told"].isin(["montage", "bonus-newsreel"]) | (events["season"] == 0)
    inside = (precision != "day") & ~between.to_numpy()
    short = (high - low <= 367) | (precision == "decade")
    narrow = inside & short & (low <= window_last) & (high >= window_first)
    ahead = inside & (low > window_last)
    upper = np.select([narrow, ahead], [np.minimum(high, window_last), low + (high - low) / 10], high)
    return np.where(narrow, np.maximum(low, window_first), low), upper


def _longest_chain(low: np.ndarray, high: np.ndarray) -> np.ndarray:
    """Return the indexes of the longest run that can stand in the given order, patience-sorting intervals."""
    ends: list[float] = []
    reach: list[tuple[int, int]] = []
    for lower, upper in zip(low.tolist(), high.tolist(), strict=True):
        shortest, longest = bisect_right(ends, lower), bisect_right(ends, upper)
        reach.append((shortest, longest))
        ends.insert(shortest, lower)
        if longest + 1 < len(ends):
            del ends[longest + 1]
    chain, length = [], len(ends) - 1
    for index in range(len(reach) - 1, -1, -1):
        if reach[index][0] <= length <= reach[index][1]:
            chain.append(index)
            length -= 1
    return np.array(chain[::-1], dtype=int)


def _relax(chains: Sequence[tuple[np.ndarray, np.ndarray]]) -> np.ndarray:
    """Spread feasible chains (low, high): every second point at a time moves midway between its neighbours.

    A neighbour beyond a point's own bounds counts as standing at the bound, so that one alone in its span
    comes to stand in the middle of it. All chains are swept as one, between walls that stand still.
    """
    walled = [_walled(low, high) for low, high in chains]
    floor, ceiling, free = (np.concatenate(each) for each in zip(*walled, strict=True))
    days = (floor + ceiling) / 2
    for _ in range(_SWEEPS):
        for parity in (1, 2):
            inner = slice(parity, -1, 2)
            lower, upper = floor[inner], ceiling[inner]
            before = np.maximum(days[parity - 1 : -2 : 2], lower)
            after = np.minimum(days[parity + 1 :: 2], upper)
            days[inner] = np.clip((before + after) / 2, lower, upper)
    spread: np.ndarray = days[free]
    return spread


def _walled(low: np.ndarray, high: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return a chain's bounds between two walls, and which of them are the chain's.

    Of two chains side by side each begins with the same parity: one wall more does that where it has to.
    """
    after = [_WALL] * (1 + len(low) % 2)
    floor = np.concatenate([[-_WALL], np.maximum.accumulate(low), after])
    ceiling = np.concatenate([[-_WALL], np.minimum.accumulate(high[::-1])[::-1], after])
    return floor, ceiling, np.abs(floor) < _WALL


def _separate(days: np.ndarray, rank: np.ndarray) -> np.ndarray:
    """Push equal days apart by the least step, in told order."""
    order = np.lexsort((rank, days))
    steps = _STEP * np.arange(len(days))
    apart = np.empty_like(days)
    apart[order] = np.maximum.accumulate(days[order] - steps) + steps
    return apart
