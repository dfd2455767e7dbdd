"""Where each event of the picture of causes stands, in px: columns by time, rows by search."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

import numpy as np

from timeline.butterflies import paths, search
from timeline.butterflies.board import Board
from timeline.butterflies.shown import Shown, shown
from timeline.dataset import Dataset
from timeline.dataset.rows import Rows
from timeline.lettering import fit
from timeline.lettering import width as text_width
from timeline.view import View

BESIDE = 9.0
"""Px from the middle of a mark to its label."""
LINE = 15.0
SPLITS = "Where history splits"
"""What stands below the name of the point of divergence."""
_SIZE, _BROAD, _BROADEST = 12.0, 104.0, 176.0
"""The size of labels; how wide they may be before they take two lines, and at most."""
_ROW, _LOOSE_ROW, _TALLEST_ROW = 31.0, 16.0, 54.0
_LOOSE_FROM = 90
"""From so many events on, lines are curves behind the labels, which have one line each."""
_WIDEST_STEP = 150.0
_LEFT, _RIGHT = 24.0, 12.0
_SPARE = 1.7
"""How many times the rows that it needs at least a picture on a page has, if that is not twice its height."""
_FEW = 12
_PARTS = {"turning points": View(), "major": View(importance=2)}
"""What a long search is worth: the Views whose pictures are asked most."""
_DRAWN = (1440, 580)
"""The px for which it looks."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The places of the shown events, in their order: x and y of the marks in px, the lines of the labels.

    An event whose label has no room has no lines. `loose` tells that lines are curves; the last label ends
    above `bottom`.
    """

    shown: Shown
    x: tuple[float, ...]
    y: tuple[float, ...]
    labels: tuple[tuple[str, ...], ...]
    loose: bool
    bottom: float

    def at(self, n: int) -> tuple[float, float]:
        """Return the place of event `n`."""
        return self.x[n], self.y[n]

    def end(self, n: int) -> float:
        """Return where the label of event `n` ends."""
        return self.x[n] + BESIDE + broad(self.labels[n], bold=self.bold(n))

    def bold(self, n: int) -> bool:
        """Tell whether an event is on the way to the chosen one."""
        return self.shown.events[n] in self.shown.path


def broad(lines: Iterable[str], *, bold: bool) -> float:
    """Return the width of a label in px."""
    return max((text_width(line, _SIZE, 600 if bold else 400) for line in lines), default=0.0)


@lru_cache(maxsize=64)
def arrange(dataset: Dataset, seen: Shown, width: int, top: float, height: float, *, grows: bool) -> Layout:
    """Lay a part of the graph out between `top` and `height`; it may end lower down where it `grows`."""
    loose = len(seen.events) >= _LOOSE_FROM
    labels = _labels(dataset, seen, loose=loose)
    widths = [broad(lines, bold=event in seen.path) for event, lines in zip(seen.events, labels, strict=True)]
    x = _columns(widths, width)
    pitch = _LOOSE_ROW if loose else _ROW
    most = max(4, int((height - top) // pitch))
    start = dataset.rows.get(list(_PARTS)[loose], {})
    board = _board(seen, x, widths, most, loose=loose)
    if grows:
        board = replace(board, rows=max(most, min(round(board.load() * _SPARE), 2 * most)))
    row = _dense(search.found(board, _begun(board, seen.events, start)))
    if not grows or len(seen.events) < _FEW:
        pitch = max(pitch, min(_TALLEST_ROW, (height - top) / (int(row.max(initial=0)) + 1)))
    y = top + (row + 0.5) * pitch
    named = _named(dataset, seen, board, row) - _crossed(seen, board, y)
    kept = tuple(lines if n in named else () for n, lines in enumerate(labels))
    bottom = top + (int(row.max(initial=0)) + 1) * pitch
    return Layout(seen, tuple(x.tolist()), tuple(y.tolist()), kept, loose, bottom)


def searched(dataset: Dataset, *, seeds: int = 6, moves: int = 60_000) -> Rows:
    """Return the best rows of a long search, for each picture that is worth one: what a folder may keep."""
    found: dict[str, Mapping[str, int]] = {}
    for loose, (part, view) in enumerate(_PARTS.items()):
        seen = shown(dataset, view)
        widths = [broad(lines, bold=False) for lines in _labels(dataset, seen, loose=bool(loose))]
        rows = int(_DRAWN[1] // (_LOOSE_ROW if loose else _ROW))
        board = _board(seen, _columns(widths, _DRAWN[0]), widths, rows, loose=bool(loose))
        row = _dense(search.thorough(board, seeds, moves))
        found[part] = dict(zip(seen.events, row.tolist(), strict=True))
    return found


def _labels(dataset: Dataset, seen: Shown, *, loose: bool) -> list[tuple[str, ...]]:
    """Return the lines that name each event."""
    rows = dataset.events.iloc[[dataset.event_rows[event] for event in seen.events]]
    found = []
    for event, short, headline in zip(rows["id"], rows["label"], rows["headline"], strict=True):
        bold = event in seen.path
        lines = _lines(short or headline, loose=loose, bold=bold)
        splits = event == dataset.divergence and not loose
        found.append((fit(short or headline, _BROADEST, _SIZE, 600), SPLITS) if splits else lines)
    return found


def _lines(text: str, *, loose: bool, bold: bool) -> tuple[str, ...]:
    """Break a label into one line or two of nearly the same width."""
    weight = 600 if bold else 400
    words = text.split()
    if loose or len(words) < 2 or text_width(text, _SIZE, weight) <= _BROAD:
        return (fit(text, _BROADEST, _SIZE, weight),)
    cuts = [(" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(1, len(words))]
    best = min(cuts, key=lambda lines: max(text_width(line, _SIZE, weight) for line in lines))
    return tuple(fit(line, _BROADEST, _SIZE, weight) for line in best)


def _columns(widths: Sequence[float], width: int) -> np.ndarray:
    """Return x of each event, one step apart, so that every label ends within the picture."""
    room = width - _RIGHT - BESIDE - _LEFT
    step = min([_WIDEST_STEP, *((room - wide) / place for place, wide in enumerate(widths) if place)])
    places: np.ndarray = _LEFT + max(step, 1.0) * np.arange(len(widths))
    return places


def _board(seen: Shown, x: np.ndarray, widths: Sequence[float], rows: int, *, loose: bool) -> Board:
    places = {event: n for n, event in enumerate(seen.events)}
    cause = np.full(len(x), -1)
    for way in seen.ways:
        if way.trunk:
            cause[places[way.effect]] = places[way.cause]
    further = [(places[way.cause], places[way.effect]) for way in seen.ways if not way.trunk]
    strong = frozenset(places[event] for event in seen.path)
    return Board(x, x + BESIDE + np.array(widths), cause, further, max(rows, 1), loose, strong)


def _begun(board: Board, events: Sequence[str], start: Mapping[str, int]) -> np.ndarray | None:
    """Return the rows that a search begins with, from those of an earlier one; None if most are not there.

    Rows that nobody stands in are left out, so that nothing tells of events that a reader does not know.
    """
    there = [n for n, event in enumerate(events) if event in start]
    if not there or 2 * len(there) < len(events):
        return None
    row = np.full(len(events), -1)
    row[there] = _dense(np.array([start[events[n]] for n in there]))
    spare = board.rows - 1 - int(row.max())
    row[there] = row[there] + spare // 2 if spare >= 0 else row[there] * (board.rows - 1) // int(row.max())
    for n in range(len(events)):
        if row[n] < 0:
            row[n] = row[board.cause[n]] if board.cause[n] >= 0 else board.rows // 2
    return row


def _dense(row: np.ndarray) -> np.ndarray:
    """Return rows without those that nobody stands in."""
    return np.unique(row, return_inverse=True)[1].reshape(row.shape)


def _named(dataset: Dataset, seen: Shown, board: Board, row: np.ndarray) -> frozenset[int]:
    """Return the events whose labels have room: none lies on another or on a mark, the weightiest first."""
    weights = [int(dataset.events["importance"].iloc[dataset.event_rows[event]]) for event in seen.events]
    named: list[int] = []
    for n in sorted(range(len(row)), key=lambda n: (seen.events[n] not in seen.path, weights[n], n)):
        beside = np.flatnonzero((row == row[n]) & (board.x > board.x[n]))
        lies = (board.x[beside] - 7 < board.end[n]).any()
        others = [m for m in named if row[m] == row[n] and board.x[m] < board.x[n]]
        if not lies and all(board.end[m] < board.x[n] - 7 for m in others):
            named.append(n)
    return frozenset(named)


def _crossed(seen: Shown, board: Board, y: np.ndarray) -> frozenset[int]:
    """Return the events over whose labels the way to the chosen one would run: it goes before them."""
    places = [seen.events.index(event) for event in seen.path]
    lines = [
        paths.points((board.x[a], y[a]), (board.x[b], y[b]), curved=board.loose) for a, b in pairwise(places)
    ]
    high = LINE / 2 if board.loose else LINE
    boxes = {
        n: (board.x[n] + BESIDE, y[n] - high, board.end[n], y[n] + high)
        for n in range(len(y))
        if n not in places
    }
    return frozenset(n for n, box in boxes.items() if any(paths.passes(line, box) for line in lines))
