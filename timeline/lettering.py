"""How wide a text is in Inter, the one face of every picture, in px."""

from __future__ import annotations

from functools import lru_cache

from fontpkg import pil
from PIL.ImageFont import FreeTypeFont

_EM = 200
"""Texts are measured at this size and scaled: at 12 px the font's hinting would round each letter."""
_ALLOWANCE = 1.012
"""Chromium lays text a little wider than the sum of the advances; measured on 922 strings."""


@lru_cache(maxsize=8)
def _face(weight: int) -> FreeTypeFont:
    return pil.truetype("Inter", size=_EM, weight=weight)


@lru_cache(maxsize=1 << 16)
def _ems(text: str, weight: int) -> float:
    return _face(weight).getlength(text) / _EM * _ALLOWANCE


def width(text: str, size: float = 12, weight: int = 400) -> float:
    """Return the width of one line of text in px."""
    return _ems(text, weight) * size


def fit(text: str, room: float, size: float = 12, weight: int = 400) -> str:
    """Return the text, or its longest beginning and an ellipsis that fit into `room` px, or nothing."""
    if width(text, size, weight) <= room:
        return text
    for end in range(len(text) - 1, 2, -1):
        cut = text[:end].rstrip(" ,–-") + "…"
        if width(cut, size, weight) <= room:
            return cut
    return ""


def wrapped(text: str, room: float, weight: int = 400, size: float = 12) -> list[str]:
    """Break a text into lines of at most `room` px; a word longer than that has a line of its own."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and width(longer, size, weight) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
