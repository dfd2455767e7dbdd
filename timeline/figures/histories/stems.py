"""Names on stems above and below a line: as many as fit, in whole pairs, and no stem through a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from operator import or_
from random import Random

import numpy as np

from timeline.lettering import width as text_width
from timeline.lettering import wrapped

LINE = 15.0
_LEVEL = 18.0
_WIDTHS = (104.0, 230.0)
GAP = 5.0
"""Px between a stem and its text."""
_CLEAR_X, _CLEAR_Y = 9.0, 3.0
_LEFT = 30.0
"""How much further out a name may stand before it goes to the left of its stem."""
_ORDERS, _FURTHER = 48, 7
_MOST_TRIED = 44


_Chosen = dict[int, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Name:
    """A text to be set at x px; what is weightier is set first, and of each `key` one."""

    x: float
    text: str
    weight: float
    key: str


@dataclass(frozen=True, slots=True)
class Room:
    """Where names may stand: from x0 to x1 px, between `near` and `far` px away from the line."""

    x0: float
    x1: float
    near: float
    far: float
    font: int = 400


@dataclass(frozen=True, slots=True)
class Flag:
    """A name as it is set: its lines, how far away they begin and end, and on which side of the stem."""

    x: float
    lines: tuple[str, ...]
    near: float
    far: float
    right: bool
    wide: float


Blocks = tuple[tuple[float, float, float], ...]
"""What stands on the line: x0, x1 and its height in px."""


@lru_cache(maxsize=256)
def plant(
    names: tuple[Name, ...], room: Room, others: tuple[Name, ...] = (), below: Room | None = None,
    blocks: Blocks = (),
) -> dict[int, tuple[Flag, ...]]:  # fmt: skip
    """Return the flags of the names that fit, by their place in `names`.

    With `others`, the names on the other side of the line (in `below`), a pair is set whole or not at all.
    The search is the same each time: a fixed number of orders, the weightiest first but for some chance, of
    which the one whose names weigh most is taken.
    """
    tried = sorted(range(len(names)), key=lambda i: (-names[i].weight, names[i].x))[:_MOST_TRIED]
    sides = [_Side([names[i] for i in tried], room, blocks)]
    if below is not None:
        sides.append(_Side([others[i] for i in tried], below, ()))
    random = Random(7)  # noqa: S311 - the same draws each time
    keys, weights = [names[i].key for i in tried], [names[i].weight for i in tried]
    best: tuple[float, _Chosen] = (-1.0, {})
    for turn in range(_ORDERS if tried else 0):
        found = _fill(sides, keys, weights, random if turn else None)
        weighs = sum(weights[k] for k in found)
        best = (weighs, found) if weighs > best[0] else best
    settled = _settle(sides, best[1])
    return {
        tried[k]: tuple(side.flags[c] for side, c in zip(sides, chosen, strict=True))
        for k, chosen in settled.items()
    }


def _fill(
    sides: Sequence[_Side], keys: Sequence[str], weights: Sequence[float], random: Random | None
) -> _Chosen:
    """Set names where they still fit; return the candidate on each side by name.

    Chance takes some names before weightier ones, and some not in the nearest place: what stands near the
    line bars the stems of all that follows.
    """
    chance = [weight + (random.random() * 2.5 if random else 0.0) for weight in weights]
    taken = [0] * len(sides)
    found: _Chosen = {}
    used: set[str] = set()
    for k in sorted(range(len(keys)), key=lambda k: -chance[k]):
        if keys[k] in used:
            continue
        further = int(random.random() ** 2 * _FURTHER) if random else 0
        chosen = tuple(side.free(k, block, further) for side, block in zip(sides, taken, strict=True))
        if -1 in chosen:
            continue
        used.add(keys[k])
        found[k] = chosen
        taken = [t | side.against[c] for t, side, c in zip(taken, sides, chosen, strict=True)]
    return found


def _settle(sides: Sequence[_Side], found: _Chosen) -> _Chosen:
    """Bring every name as near to the line as the others let it."""
    settled = dict(found)
    for k in sorted(found, key=lambda k: [sides[0].flags[found[k][0]].far]) * 2:
        others = [[chosen[n] for other, chosen in settled.items() if other != k] for n in range(len(sides))]
        settled[k] = tuple(
            side.free(k, side.barred(held), 0) for side, held in zip(sides, others, strict=True)
        )
    return settled


class _Side:
    """All places for the names of one side, and which of them exclude each other.

    Sets of places are numbers, a bit a place: `own` has the places of each name, its nearest the lowest bit.
    """

    def __init__(self, names: Sequence[Name], room: Room, blocks: Blocks) -> None:
        self.flags: list[Flag] = []
        self.own: list[int] = []
        for name in names:
            begin = len(self.flags)
            self.flags += _places(name, room, blocks)
            self.own.append((1 << len(self.flags)) - (1 << begin))
        self.against = _conflicts(self.flags)

    def free(self, name: int, blocked: int, further: int) -> int:
        """Return a place of a name that nothing excludes, or -1: the nearest, or so many beyond it."""
        left = self.own[name] & ~blocked
        while further and left & (left - 1):
            left &= left - 1
            further -= 1
        return (left & -left).bit_length() - 1

    def barred(self, places: Sequence[int]) -> int:
        """Return what several places exclude together."""
        return reduce(or_, (self.against[place] for place in places), 0)


def _places(name: Name, room: Room, blocks: Blocks) -> Iterator[Flag]:
    """Yield the places of a name: wrapped in few ways, at each level, beside its stem."""
    shapes = {tuple(wrapped(name.text, most, room.font)) for most in _WIDTHS}
    found = []
    for lines in sorted(shapes, key=len):
        wide = max(text_width(line, 12, room.font) for line in lines)
        high = len(lines) * LINE
        for right in (True, False):
            x0, x1 = (name.x + 2, name.x + GAP + wide) if right else (name.x - GAP - wide, name.x - 2)
            if x0 < room.x0 or x1 > room.x1 or len(lines) > 2:
                continue
            foot = max([room.near, *(top + _CLEAR_Y for a, b, top in blocks if a < x1 and b > x0)])
            dear = 6.0 * (len(lines) - 1) + (0.0 if right else _LEFT) + wide / 40
            found += [
                (near + dear, Flag(name.x, lines, near, near + high, right, wide))
                for near in np.arange(foot, room.far - high + 0.1, _LEVEL).tolist()
            ]
    yield from (flag for _, flag in sorted(found, key=lambda each: each[0]))


def _conflicts(flags: Sequence[Flag]) -> list[int]:
    """Return for each flag the set of those that it excludes, as the bits of a number.

    Two texts must not meet, and no stem may pass through the other's text.
    """
    if not flags:
        return []
    x = np.array([flag.x for flag in flags])
    near, far = np.array([flag.near for flag in flags]), np.array([flag.far for flag in flags])
    wide = np.array([flag.wide for flag in flags])
    right = np.array([flag.right for flag in flags])
    x0 = np.where(right, x + GAP, x - GAP - wide)
    x1 = x0 + wide
    beside = (x0[:, None] < x1 + _CLEAR_X) & (x0 < x1[:, None] + _CLEAR_X)
    level = (near[:, None] < far + _CLEAR_Y) & (near < far[:, None] + _CLEAR_Y)
    through = (x[:, None] > x0 - 4) & (x[:, None] < x1 + 4) & (far[:, None] > near)
    excluded = (beside & level) | through | through.T
    packed = np.packbits(excluded, axis=1, bitorder="little")
    return [int.from_bytes(row.tobytes(), "little") for row in packed]


__all__ = ["GAP", "LINE", "Flag", "Name", "Room", "plant"]
