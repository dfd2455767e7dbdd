"""A board of columns and rows: what it costs where each event of a layered graph stands in its own column.

An event takes up its row from its cause's column, from where a line comes level, to the end of its label.
The line leaves its cause up- or downward in the cause's column. Nothing may lie on a label; few lines cross.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

OVERLAP, THROUGH = 60.0, 45.0
"""What it costs that two events take up the same stretch of a row, and that a line runs through a label."""
BEHIND = 0.4
"""What it costs that a loose curve runs behind a label."""
CROSSING, LENGTH, FURTHER = 2.2, 0.35, 0.06
"""What a crossing of two lines costs, and a row's height of a line to an event's trunk, or another cause."""
_STRONG = 2.5
"""How many times as much a strong label costs."""
_MARK, _APART = 7.0, 4.0
"""Clear px left of a mark, and behind a label."""


@dataclass(frozen=True)
class Board:
    """The columns, in px: x of each event's mark, `end` of its label, the number of its cause or -1.

    Events come in order, so that a cause stands left of its effects. `further` are pairs (cause, effect) that
    a loose curve joins. `rows` is how many rows there are. On a `loose` board all lines are curves, which lie
    behind the labels and take up no row. What happens to the label of a `strong` event costs more.
    """

    x: np.ndarray
    end: np.ndarray
    cause: np.ndarray
    further: Sequence[tuple[int, int]]
    rows: int
    loose: bool = False
    strong: frozenset[int] = frozenset()

    def __len__(self) -> int:
        return len(self.x)

    @cached_property
    def effects(self) -> np.ndarray:
        """The events that have a cause: the edges, by their effects."""
        return np.flatnonzero(self.cause >= 0)

    @cached_property
    def children(self) -> list[np.ndarray]:
        """The effects of each event."""
        return [np.flatnonzero(self.cause == n) for n in range(len(self))]

    @cached_property
    def _begins(self) -> np.ndarray:
        """Where each event's stretch begins."""
        hangs = (self.cause >= 0) & (not self.loose)
        begins: np.ndarray = np.where(hangs, self.x[self.cause], self.x)
        return begins

    @cached_property
    def meets(self) -> np.ndarray:
        """Which events (rows by columns) would lie on each other in one row."""
        begins, ends = self._begins - _MARK, self.end + _APART
        overlap = (begins[:, None] < ends[None]) & (begins[None] < ends[:, None])
        np.fill_diagonal(overlap, val=False)
        return overlap

    @cached_property
    def _weights(self) -> np.ndarray:
        return np.array([_STRONG if n in self.strong else 1.0 for n in range(len(self))])

    @cached_property
    def _clashes(self) -> np.ndarray:
        """What it costs that two events stand in one row."""
        clashes: np.ndarray = OVERLAP * self.meets * np.maximum(self._weights[:, None], self._weights[None])
        return clashes

    @cached_property
    def hits(self) -> np.ndarray:
        """What it costs that a line up or down the column of the first event passes the second one's row."""
        columns = self.x[:, None]
        label = (columns > self.x[None] - _MARK) & (columns < self.end[None] + _APART)
        line = (columns > self._begins[None]) & (columns < self.x[None])
        through = (BEHIND if self.loose else THROUGH) * self._weights[None]
        found = np.where(label, through, np.where(line, CROSSING, 0.0))
        np.fill_diagonal(found, 0.0)
        return found

    @cached_property
    def _meeting(self) -> list[np.ndarray]:
        return [np.flatnonzero(row) for row in self.meets]

    @cached_property
    def _crossing(self) -> list[tuple[np.ndarray, np.ndarray, np.ndarray]]:
        """The lines whose columns cross each event's stretch: their causes, their effects, what they cost."""
        causes = self.cause[self.effects]
        found = (self.hits[causes, n] > 0 for n in range(len(self)))
        return [
            (causes[there], self.effects[there], self.hits[causes[there], n]) for n, there in enumerate(found)
        ]

    @cached_property
    def _joined(self) -> list[np.ndarray]:
        """The events that a loose curve joins each event with."""
        joined: list[list[int]] = [[] for _ in range(len(self))]
        for cause, effect in self.further:
            joined[cause].append(effect)
            joined[effect].append(cause)
        return [np.array(others, dtype=int) for others in joined]

    @cached_property
    def _apart(self) -> np.ndarray:
        """How many rows lie between two rows."""
        places = np.arange(self.rows)
        apart: np.ndarray = np.abs(places[:, None] - places[None])
        return apart

    def costs(self, row: np.ndarray, n: int) -> np.ndarray:
        """Return what it would cost that event `n` stood in each row, if the others stay in theirs."""
        meeting = self._meeting[n]
        cost = np.bincount(row[meeting], self._clashes[n, meeting], self.rows).astype(float)
        if (cause := self.cause[n]) >= 0:
            passed = np.cumsum(np.bincount(row, self.hits[cause], self.rows))
            cost += self._line(passed, int(row[cause]))
        if len(self.children[n]):
            passed = np.cumsum(np.bincount(row, self.hits[n], self.rows))
            for other in row[self.children[n]].tolist():
                cost += self._line(passed, other)
        causes, effects, weights = self._crossing[n]
        if len(causes):
            a, b = row[causes], row[effects]
            low = np.minimum(a, b) + 1
            steps = np.bincount(low, weights, self.rows + 1)
            steps -= np.bincount(np.maximum(np.maximum(a, b), low), weights, self.rows + 1)
            cost += np.cumsum(steps[:-1])
        if len(self._joined[n]):
            cost += FURTHER * self._apart[row[self._joined[n]]].sum(axis=0)
        return cost

    def _line(self, passed: np.ndarray, other: int) -> np.ndarray:
        """Return what a line costs from each row to the row `other`, by the running sum of what it passes."""
        cost = LENGTH * self._apart[other]
        if other:
            cost[:other] += passed[other - 1] - passed[:other]
        cost[other + 1 :] += passed[other:-1] - passed[other]
        return cost

    def load(self) -> int:
        """Return how many events take up the same stretch at most: so many rows are needed at least."""
        begins, ends = self._begins - _MARK, self.end + _APART
        inside = (begins[None] <= begins[:, None]) & (begins[:, None] < ends[None])
        return int(inside.sum(axis=1).max(initial=1))

    def total(self, row: np.ndarray) -> float:
        """Return what a whole layout costs."""
        effects, causes = self.effects, self.cause[self.effects]
        cost = float((self._clashes * (row[:, None] == row[None])).sum()) / 2
        ends = np.sort(np.stack([row[causes], row[effects]]), axis=0)
        passed = (row[None] > ends[0][:, None]) & (row[None] < ends[1][:, None])
        cost += float((self.hits[causes] * passed).sum())
        cost += LENGTH * float((ends[1] - ends[0]).sum())
        return cost + FURTHER * sum(abs(int(row[a]) - int(row[b])) for a, b in self.further)

    def conflicts(self, row: np.ndarray) -> np.ndarray:
        """Return how often each event's stretch is lain on, or its label run through."""
        effects, causes = self.effects, self.cause[self.effects]
        found = (self.meets & (row[:, None] == row[None])).sum(axis=1)
        ends = np.sort(np.stack([row[causes], row[effects]]), axis=0)
        passed = (row[None] > ends[0][:, None]) & (row[None] < ends[1][:, None])
        through: np.ndarray = found + ((self.hits[causes] >= THROUGH) & passed).sum(axis=0)
        return through
