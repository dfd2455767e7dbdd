"""The plan of the comparison's rows: where each season's window, climb and bar lie, in px."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from timeline.comparison.cases import Case, cases
from timeline.comparison.matrices import leap
from timeline.comparison.parts import BEFORE, JUMP, OWN
from timeline.comparison.passage import cuts, episode_places, in_order
from timeline.dataset import Dataset
from timeline.view import View

NARROW = 1000
"""Below this width the jump stands under its row and nothing is flagged."""
_SIDE = 32.0
_TITLE, _TITLE_NARROW, _FOOT = 98.0, 128.0, 58.0
_THIN = 52.0
_APART = 0.002
_JUMP = 264.0
"""How wide the jumps are, right of the rows, where there is any."""
SIZES = {1: 10.0, 2: 5.5, 3: 4.0, 4: 3.0}
"""Diameters of the marks by importance, in px."""


@dataclass(frozen=True, slots=True)
class Row:
    """A season's row: from `y` down; its window from x0 to x1 and top to base, its earlier years from gut.

    `edges` are the shares at which the episodes are cut, `warped` tells that each of them is as wide as the
    next. One event climbs `unit` px.
    """

    case: Case
    y: float
    x0: float
    x1: float
    gut0: float
    gut1: float
    top: float
    base: float
    unit: float
    episodes: tuple[int, ...]
    edges: tuple[float, ...]
    warped: bool

    @property
    def before(self) -> pd.DataFrame:
        """The events of earlier years."""
        return self.case.of(BEFORE)

    @property
    def own(self) -> pd.DataFrame:
        """The events of its own time, in the order of the climb."""
        return self.case.of(OWN)

    @property
    def jump(self) -> pd.DataFrame:
        """The events of its leap ahead."""
        return self.case.of(JUMP)

    @property
    def thin(self) -> bool:
        """Tell whether its dates are too coarse for a climb."""
        return self.case.span is None

    def x(self, share: np.ndarray | float) -> np.ndarray:
        """Return px for shares of the span."""
        if self.warped:
            share = np.interp(share, self.edges, np.linspace(0, 1, len(self.edges)))
        return self.x0 + np.asarray(share) * (self.x1 - self.x0)

    def level(self, count: np.ndarray | float) -> np.ndarray:
        """Return the height of the climb after so many events."""
        return self.base - np.asarray(count) * self.unit


@dataclass(frozen=True, slots=True)
class Plan:
    """A laid-out comparison."""

    dataset: Dataset
    view: View
    width: float
    height: float
    side: float
    rows: tuple[Row, ...]
    framed: bool

    @property
    def narrow(self) -> bool:
        """Tell whether it is drawn for a phone or a column."""
        return self.width < NARROW

    @property
    def right(self) -> float:
        """Where the picture's contents end."""
        return self.width - self.side

    @property
    def most_days(self) -> int:
        """The days of the longest season: all bars share its scale."""
        return max((row.case.span.longest for row in self.rows if row.case.span), default=1)


def arrange(dataset: Dataset, view: View, width: int, *, framed: bool) -> Plan:
    """Lay the rows out below each other; the picture is as high as they need."""
    columns = cases(dataset, view)
    narrow = width < NARROW
    side = _SIDE if framed and not narrow else 12.0
    y = (_TITLE_NARROW if narrow else _TITLE) if framed else 12.0
    most = max([len(case.events) for case in columns if case.span] + [1])
    aside = _JUMP if any(leap(case) or len(case.of(JUMP)) for case in columns) else 12.0
    rows = []
    for case in columns:
        row = (_narrow if narrow else _wide)(case, view, width, side, y, most, aside)
        rows.append(row)
        y += _THIN if row.thin else 178.0 if narrow else 173.0
    height = y + (_FOOT if framed else 34.0)
    return Plan(dataset, view, float(width), height, side, tuple(rows), framed)


def _wide(case: Case, view: View, width: int, side: float, y: float, most: int, aside: float) -> Row:
    x0, x1 = side + 232, width - side - aside
    return _row(case, view, (x0, x1, side + 150, side + 210), (y, y + 22, y + 126), most)


def _narrow(case: Case, view: View, width: int, side: float, y: float, most: int, _: float) -> Row:
    gut = 34.0 if len(case.of(BEFORE)) else 0.0
    return _row(case, view, (side + gut, width - side, side, side + gut - 6), (y, y + 40, y + 118), most)


def _row(
    case: Case,
    view: View,
    across: tuple[float, float, float, float],
    down: tuple[float, float, float],
    most: int,
) -> Row:
    places = in_order(episode_places(case.dataset, case.season)) if case.span else {}
    edges = np.array(cuts(places))
    warped = view.align == "episodes" and len(places) > 1
    if warped:
        # Episodes that share a place are still as wide as the others: their edges are set apart.
        apart = np.arange(len(edges)) * _APART
        edges = np.maximum.accumulate(edges - apart) + apart
        edges = edges / edges[-1]
    return Row(
        case, down[0], *across, down[1], down[2], (down[2] - down[1] - 6) / most,
        tuple(places), tuple(edges.tolist()), warped,
    )  # fmt: skip
