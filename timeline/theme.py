"""Every colour, mark, type size and template: one token set for pictures and page."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from timeline.dataset import Dataset

FONT = "Inter"
GRAPH_CONFIG = MappingProxyType(
    {
        "displayModeBar": False,
        "displaylogo": False,
        "showSendToCloud": False,
        "doubleClick": "reset",
        "scrollZoom": False,
        "showAxisDragHandles": False,
        "showTips": False,
    }
)

DARK: Mapping[str, str] = MappingProxyType(
    {
        "name": "dark",
        "ground": "#0F1117",
        "panel": "#171A21",
        "line": "#2A2F3A",
        "text": "#E8EAED",
        "second": "#C4C9D1",
        "muted": "#9AA3AF",
        "gap": "#0F1117",
        "sheet": "#171A21",
        "faint": "#20242D",
        "edge": "#3A414E",
        "handle": "#9AA3AF",
    }
)
LIGHT: Mapping[str, str] = MappingProxyType(
    {
        "name": "light",
        "ground": "#FFFFFF",
        "panel": "#F6F7F9",
        "line": "#E3E6EB",
        "text": "#16181D",
        "second": "#3A414C",
        "muted": "#5B6472",
        "gap": "#F0F2F5",
        "sheet": "#FFFFFF",
        "faint": "#EEF0F3",
        "edge": "#CDD3DB",
        "handle": "#8A93A0",
    }
)

_BACKGROUND = "#7A8290"
_COLOURS = ("#1C80C4", "#00966D", "#D55E00", "#AD7E0A", "#9467BD")
"""Each has a contrast of 3:1 or more on both grounds."""
_INKS = MappingProxyType(
    {
        "dark": ("#5FB0E5", "#36C298", "#F58A4B", "#DDB04A", "#B995DC"),
        "light": ("#00629A", "#00705A", "#AD4800", "#856000", "#75479F"),
    }
)
"""The same colours as text: 4.5:1 or more on ground and panel."""
_SYMBOLS = (
    *("circle", "square", "diamond", "triangle-up", "hexagon"),
    *("star", "triangle-down", "cross", "pentagon", "x"),
)

_EQUAL_INK = MappingProxyType(
    {"circle": 1.0, "square": 0.88, "diamond": 0.95, "triangle-up": 1.2, "hexagon": 1.08}
)
"""What makes shapes of one nominal size look equally heavy."""
_REAL_WIDTH = MappingProxyType({"diamond": 1.3, "triangle-up": 1.1547})
"""How many times its nominal size Plotly draws a shape wide."""


def tokens(*, dark: bool) -> Mapping[str, str]:
    """Return the colours of a ground by their names."""
    return DARK if dark else LIGHT


def season_mark(dataset: Dataset, season: int) -> tuple[str, str]:
    """Return colour and symbol of a season; beyond five seasons colours repeat with other shapes."""
    if season <= 0:
        return _BACKGROUND, "circle"
    order = sorted(int(n) for n in dataset.seasons.index if n > 0)
    place = order.index(season) if season in order else 0
    # From the eleventh season on, a colour has been with every fifth shape: each takes the next one.
    shape = place + place // len(_SYMBOLS)
    return _COLOURS[place % len(_COLOURS)], _SYMBOLS[shape % len(_SYMBOLS)]


def season_ink(dataset: Dataset, season: int, *, dark: bool) -> str:
    """Return the colour of texts that speak for a season."""
    inks = _INKS["dark" if dark else "light"]
    colour, _ = season_mark(dataset, season)
    return inks[_COLOURS.index(colour)] if colour in _COLOURS else tokens(dark=dark)["muted"]


def mark_size(symbol: str, diameter: float) -> float:
    """Return Plotly's size for a mark as heavy as a circle of that diameter, in px."""
    return diameter * _EQUAL_INK.get(symbol, 1.0)


def cell_size(symbol: str, cell: float) -> float:
    """Return Plotly's size for a mark that just fits a stack's cell, in px."""
    return (cell - 0.7) / _REAL_WIDTH.get(symbol, 1.0)


def template(*, dark: bool) -> dict[str, Any]:
    """Return the Plotly template of a ground."""
    ground = tokens(dark=dark)
    label = {"family": FONT, "size": 13, "color": ground["text"]}
    return {
        "layout": {
            "paper_bgcolor": ground["ground"],
            "plot_bgcolor": ground["ground"],
            "font": {"family": FONT, "size": 12, "color": ground["text"]},
            "hoverlabel": {
                "bgcolor": ground["panel"],
                "bordercolor": ground["edge"],
                "font": label,
                "align": "left",
            },
        }
    }
