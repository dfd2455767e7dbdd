"""How much room the browser has, and so what is drawn how large."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from timeline.view import View

COLUMNS_FROM = 1000
"""From this width on, filters, picture and card stand side by side; the style sheet knows it too."""
BESIDE_FROM = 1900
"""From this width on, the list stands beside the picture, which a card too does not make too narrow."""
_FILTERS, _CARD, _LIST, _SCROLLBAR = 208, 320, 340, 10
_LIST_BELOW = 700
_LEAST, _MOST = (720, 420), (4000, 4000)
_STEP = 8


@dataclass(frozen=True, slots=True)
class Room:
    """The browser's window (width, `tall`) and the stage's height in px; whether it is dark, or touched."""

    width: int = 1440
    height: int = 760
    tall: int = 900
    dark: bool = False
    touch: bool = False

    @classmethod
    def reported(cls, report: Mapping[str, Any]) -> Self:
        """Read the browser's report; what is no number of px is taken as usual."""
        sizes = {name: report.get(name) for name in ("width", "height", "tall")}
        good = {
            name: int(size)
            for name, size in sizes.items()
            if isinstance(size, (int, float)) and 0 < size < 1e5
        }
        return cls(**good, dark=report.get("dark") is True, touch=report.get("touch") is True)

    def usual(self) -> str:
        """Return how the selection is shown until the reader chooses: as a picture, or a list on a phone."""
        return "list" if self.width < _LIST_BELOW else "picture"

    def show(self, view: View) -> str:
        """Return how the selection is shown: "picture", "list" or "table"."""
        return self.usual() if view.show == "auto" else view.show

    @property
    def beside(self) -> bool:
        """Tell whether the list stands beside the picture, else it follows below."""
        return self.width >= BESIDE_FROM

    def is_dark(self, view: View) -> bool:
        """Tell whether the page is dark."""
        return self.dark if view.theme == "auto" else view.theme == "dark"

    def picture(self, view: View, *, filters: bool = True, beside: bool = False) -> tuple[int, int]:
        """Return width and height of the picture in px, in steps so that answers can be kept.

        The width is reckoned, not measured: so a card that opens needs no second answer.
        """
        columns = 0
        if self.width >= COLUMNS_FROM:
            taken = ((_FILTERS, filters), (_CARD, bool(view.event)), (_LIST, beside))
            columns = sum(px for px, there in taken if there)
        room = (self.width - columns - _SCROLLBAR, self.height)
        width, height = (
            max(least, min(most, px // _STEP * _STEP))
            for px, least, most in zip(room, _LEAST, _MOST, strict=True)
        )
        return width, height
