"""Letters as outlines: a text that looks the same where the face is not installed."""

from __future__ import annotations

import threading
from functools import cache, lru_cache
from typing import Any, NamedTuple

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.ttLib import TTFont
from fontTools.varLib.varStore import VarStoreInstancer

from timeline import fonts

EM = 2048
"""Units of the face to the size of a text."""
_READING = threading.RLock()
"""The face is read piece by piece, as it is needed, and not by two at a time."""


class Glyph(NamedTuple):
    """A letter: its id within a drawing, its outline (y upward) and its advance, both in the face's units."""

    id: str
    outline: str
    advance: float


@cache
def _face() -> TTFont:
    return TTFont(fonts.source(), lazy=True)


@cache
def _names() -> dict[int, str]:
    """Return the face's own name of each letter."""
    with _READING:
        found: dict[int, str] = _face().getBestCmap()
    return found


@cache
def _drawn(weight: int) -> Any:
    return _face().getGlyphSet(location={"opsz": fonts.OPTICAL_SIZE, "wght": weight})


def knows(text: str) -> bool:
    """Tell whether the face has every letter of a text."""
    return all(ord(letter) in _names() for letter in text)


@lru_cache(maxsize=1 << 12)
def glyph(letter: str, weight: int) -> Glyph:
    """Return a letter that the face has."""
    with _READING:
        drawn = _drawn(weight)[_names()[ord(letter)]]
        pen = SVGPathPen(_drawn(weight), ntos=lambda value: f"{value:.0f}")
        drawn.draw(pen)
        return Glyph(f"g{weight}-{ord(letter):x}", pen.getCommands(), float(drawn.width))


def line(text: str, weight: int) -> tuple[list[tuple[float, Glyph]], float]:
    """Return where each letter of a line stands and how wide the line is, in the face's units."""
    placed, x = [], 0.0
    for place, letter in enumerate(text):
        if place:
            x += kern(text[place - 1], letter, weight)
        found = glyph(letter, weight)
        placed.append((x, found))
        x += found.advance
    return placed, x


@lru_cache(maxsize=1 << 14)
def kern(left: str, right: str, weight: int) -> float:
    """Return how much nearer two letters stand than their advances say, in the face's units (negative)."""
    first, second = _names()[ord(left)], _names()[ord(right)]
    with _READING:
        for pairs in _pairs():
            if first in pairs.Coverage.glyphs and (found := _value(pairs, first, second)) is not None:
                device = getattr(found, "XAdvDevice", None)
                varied = float(_varied(weight)[_index(device)]) if device else 0.0
                return float(found.XAdvance or 0) + varied
    return 0.0


def _value(pairs: Any, first: str, second: str) -> Any:
    """Return what a table of pairs says of two letters; None where it says nothing."""
    if pairs.Format == 1:
        rows = pairs.PairSet[pairs.Coverage.glyphs.index(first)].PairValueRecord
        return next((row.Value1 for row in rows if row.SecondGlyph == second), None)
    row = pairs.Class1Record[pairs.ClassDef1.classDefs.get(first, 0)]
    return row.Class2Record[pairs.ClassDef2.classDefs.get(second, 0)].Value1


def _index(device: Any) -> int:
    return int((device.StartSize << 16) + device.EndSize)


@cache
def _varied(weight: int) -> Any:
    """Return how far the face's measures move at a weight."""
    font = _face()
    return VarStoreInstancer(font["GDEF"].table.VarStore, font["fvar"].axes, _drawn(weight).location)


@cache
def _pairs() -> tuple[Any, ...]:
    """Return the face's tables of pairs, in the order in which they are asked."""
    table = _face()["GPOS"].table
    kerning = next(each.Feature for each in table.FeatureList.FeatureRecord if each.FeatureTag == "kern")
    found = []
    for number in kerning.LookupListIndex:
        for subtable in table.LookupList.Lookup[number].SubTable:
            inner = getattr(subtable, "ExtSubTable", subtable)
            if type(inner).__name__ == "PairPos":
                found.append(inner)
    return tuple(found)
