"""Searching rows: annealing that weighs all rows of an event at once, and is the same for the same board."""

from __future__ import annotations

import numpy as np

from timeline.butterflies.board import LENGTH, OVERLAP, Board

_HOT, _COLD = 14.0, 0.15
_MILD, _BRIEF, _TRIES = 6.0, 48, 2
_SHUFFLED = 4
"""Moves of whole rows in each sweep of a thorough search."""


def quick(board: Board) -> np.ndarray:
    """Return rows without a search: each event goes where it costs least among those before it."""
    row = np.full(len(board), board.rows // 2)
    for n in range(len(board)):
        row[n] = int(np.argmin(_so_far(board, row, n)))
    return row


def _so_far(board: Board, row: np.ndarray, n: int) -> np.ndarray:
    """Return what each row costs an event when only those before it stand; near its cause costs least."""
    taken = row[:n][board.meets[n, :n]]
    near = row[board.cause[n]] if board.cause[n] >= 0 else board.rows // 2
    cost = OVERLAP * np.bincount(taken, minlength=board.rows)
    if board.cause[n] >= 0:
        hits = board.hits[board.cause[n], :n]
        passed = np.concatenate([[0.0], np.cumsum(np.bincount(row[:n], hits, board.rows))])
        places = np.arange(board.rows)
        low, high = np.minimum(places, near) + 1, np.maximum(places, near)
        cost = cost + np.where(high > low, passed[high] - passed[np.minimum(low, high)], 0.0)
    return cost + LENGTH * np.abs(np.arange(board.rows) - near)


def settle(board: Board, row: np.ndarray, sweeps: int = 12) -> np.ndarray:
    """Return rows after each event has gone where it costs least, until nothing moves."""
    row = row.copy()
    for _ in range(sweeps):
        moved = False
        for n in range(len(board)):
            cost = board.costs(row, n)
            best = int(np.argmin(cost))
            if cost[best] < cost[row[n]] - 1e-9:
                row[n], moved = best, True
        if not moved:
            break
    return row


def anneal(
    board: Board, row: np.ndarray, sweeps: int, *, seed: int = 0, hot: float = _HOT, shuffle: bool = False
) -> np.ndarray:
    """Return the best rows of a search that cools down over so many sweeps; it begins with `row`."""
    random = np.random.default_rng(seed)
    row = row.copy()
    best, least = row.copy(), board.total(row)
    for sweep in range(sweeps):
        heat = hot * (_COLD / hot) ** (sweep / max(1, sweeps - 1))
        for n in random.permutation(len(board)):
            cost = board.costs(row, int(n))
            chances = np.cumsum(np.exp((cost.min() - cost) / heat))
            row[n] = int(np.searchsorted(chances, random.random() * chances[-1]))
        if shuffle:
            row = _shuffled(board, row, heat, random)
        if (total := board.total(row)) < least:
            best, least = row.copy(), total
    return settle(board, best)


def _shuffled(board: Board, row: np.ndarray, heat: float, random: np.random.Generator) -> np.ndarray:
    """Return the rows after some whole rows have changed places, where that costs little."""
    total = board.total(row)
    for _ in range(_SHUFFLED):
        a, b = (int(n) for n in random.integers(board.rows, size=2))
        places = np.arange(board.rows)
        if random.random() < 0.5:
            places[[a, b]] = b, a
        else:
            places = np.insert(np.delete(places, a), b, a).argsort()
        tried = places[row]
        cost = board.total(tried)
        if cost <= total or random.random() < np.exp((total - cost) / heat):
            row, total = tried, cost
    return row


def found(board: Board, start: np.ndarray | None) -> np.ndarray:
    """Return rows in the time that a page has: from those of an earlier search, or from nothing."""
    row = settle(board, quick(board) if start is None else start)
    if board.loose:
        return row
    tried = [row] if start is not None else []
    for seed in range(_TRIES):
        if tried and not board.conflicts(tried[-1]).any():
            break
        heat = _MILD if start is not None and seed == 0 else _HOT
        tried.append(anneal(board, row, _BRIEF, seed=seed, hot=heat))
    return min(tried, key=board.total)


def thorough(board: Board, seeds: int, moves: int) -> np.ndarray:
    """Return the best rows of several searches of so many moves each."""
    sweeps = moves // max(1, len(board))
    rows = [anneal(board, quick(board), sweeps, seed=seed, shuffle=True) for seed in range(seeds)]
    return min(rows, key=board.total)
