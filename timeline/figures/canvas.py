"""A canvas in px: texts, marks and shapes are gathered, then built as one figure of few traces."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any, NamedTuple

from timeline import theme
from timeline.lettering import fit

_CLEAR = "rgba(0,0,0,0)"
_ANCHORS = {"left": "middle right", "right": "middle left", "center": "middle center"}


class Mark(NamedTuple):
    """A mark at a place in px; `goes` is an event's id, or the address ("?...") that a click leads to."""

    x: float
    y: float
    symbol: str
    size: float
    colour: str
    hollow: bool
    goes: str
    tip: str


class Look(NamedTuple):
    """How a shape is drawn: shapes of one look are one path, far quicker to build and to draw."""

    fill: str = ""
    line: str = ""
    width: float = 1
    dash: str = "solid"
    opacity: float = 1
    above: bool = False

    def shape(self, drawn: str) -> dict[str, Any]:
        """Return Plotly's shape of a path."""
        line = {"color": self.line or _CLEAR, "width": self.width if self.line else 0, "dash": self.dash}
        return {
            "type": "path", "path": drawn, "fillcolor": self.fill or _CLEAR, "opacity": self.opacity,
            "layer": "above" if self.above else "below", "line": line,
        }  # fmt: skip


class Canvas:
    """Gather what is drawn; y runs downward, both axes are px, so layout is exact in every browser."""

    def __init__(self, width: float, height: float, *, dark: bool) -> None:
        self.width, self.height, self.dark = width, height, dark
        self.ground: Mapping[str, str] = theme.tokens(dark=dark)
        self._shapes: dict[tuple[str, Look], list[str]] = {}
        self._part = ""
        self._title: dict[str, float] = {}
        self._texts: list[tuple[float, float, str, float, int, str, str]] = []
        self._marks: list[Mark] = []
        self._rings: list[Mark] = []
        self._doors: list[Mark] = []

    def part(self, name: str) -> None:
        """Begin a part of the picture: its shapes lie over those of the parts before."""
        self._part = name

    def rect(
        self, box: tuple[float, float, float, float], fill: str, *, opacity: float = 1, above: bool = False
    ) -> None:
        """Draw a filled box (x0, y0, x1, y1) below the marks, or above them."""
        x0, y0, x1, y1 = (f"{v:.1f}" for v in box)
        self._shape(f"M{x0},{y0}H{x1}V{y1}H{x0}Z", fill=fill, opacity=opacity, above=above)

    def frame(self, box: tuple[float, float, float, float], colour: str) -> None:
        """Draw the outline of a box above the marks."""
        x0, y0, x1, y1 = (f"{v:.1f}" for v in box)
        self._shape(f"M{x0},{y0}H{x1}V{y1}H{x0}Z", line=colour, above=True)

    def path(
        self,
        points: Sequence[tuple[float, float]],
        *,
        fill: str = "",
        line: str = "",
        width: float = 1,
        opacity: float = 1,
        dash: str = "solid",
    ) -> None:
        """Draw a polygon or, without a fill, an open line through the points."""
        drawn = "M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in points) + ("Z" if fill else "")
        self._shape(drawn, fill=fill, line=line, width=width, opacity=opacity, dash=dash)

    def curve(
        self, drawn: str, *, line: str, width: float = 1, opacity: float = 1, dash: str = "solid"
    ) -> None:
        """Draw an SVG path as a line."""
        self._shape(drawn, line=line, width=width, opacity=opacity, dash=dash)

    def pill(self, x0: float, x1: float, y: float, half: float, fill: str, *, opacity: float = 1) -> None:
        """Draw a level bar with round ends, twice `half` px high, below the marks."""
        start, end, out = x0 + half, max(x1 - half, x0 + half), 0.33 * half
        upper, lower = f"{y - half:.1f}", f"{y + half:.1f}"
        drawn = (
            f"M{start:.1f},{upper}H{end:.1f}"
            f"C{end + half + out:.1f},{upper} {end + half + out:.1f},{lower} {end:.1f},{lower}"
            f"H{start:.1f}C{x0 - out:.1f},{lower} {x0 - out:.1f},{upper} {start:.1f},{upper}Z"
        )
        self._shape(drawn, fill=fill, opacity=opacity)

    def line(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        colour: str,
        width: float = 1,
        dash: str = "solid",
    ) -> None:
        """Draw a straight line below the marks."""
        self._shape(
            f"M{start[0]:.1f},{start[1]:.1f}L{end[0]:.1f},{end[1]:.1f}", line=colour, width=width, dash=dash
        )

    def _shape(self, drawn: str, **look: Any) -> None:
        """Add a path to the shape of its look."""
        self._shapes.setdefault((self._part, Look(**look)), []).append(drawn)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        colour: str = "",
        *,
        size: float = 12,
        weight: int = 400,
        anchor: str = "left",
    ) -> None:
        """Write one line of text whose middle is at y."""
        self._texts.append(
            (
                round(x, 1),
                round(y, 1),
                escape(text, quote=False),
                size,
                weight,
                colour or self.ground["text"],
                _ANCHORS[anchor],
            )
        )

    def title(self, x: float, y: float, text: str, room: float, *, size: float) -> None:
        """Write the picture's title in `room` px; a slide may write its own in its place."""
        self._title = {"at": len(self._texts), "room": room}
        self.text(x, y, fit(text, room, size, 600), size=size, weight=600)

    def stroke(
        self, x0: float, x1: float, y: float, colour: str, *, width: float = 2, opacity: float = 1
    ) -> None:
        """Draw a level stroke below the marks."""
        self._shape(f"M{x0:.1f},{y:.1f}H{x1:.1f}", line=colour, width=width, opacity=opacity)

    def marks(self, marks: Iterable[Mark]) -> None:
        """Draw marks that can be pointed at."""
        self._marks += marks

    def ring(self, mark: Mark) -> None:
        """Draw a mark that is only seen: keys, rings, the other history."""
        self._rings.append(mark)

    def circle(self, event: str) -> None:
        """Draw a ring around the marks of an event, if it has any here."""
        ink = self.ground["text"]
        for mark in [mark for mark in self._marks if event and mark.goes == event]:
            self.ring(Mark(mark.x, mark.y, "circle", mark.size + 9, ink, True, "", ""))

    def door(self, x: float, y: float, goes: str, tip: str) -> None:
        """Make an unseen place that can be pointed at and leads somewhere."""
        self._doors.append(Mark(x, y, "circle", 22, self.ground["muted"], False, goes, tip))

    def spec(self, meta: Mapping[str, Any], *, drag: bool) -> dict[str, Any]:
        """Return the figure as plain values, which `go.Figure` takes as they are.

        A page sends them on without making a Figure: checking and copying take three quarters of the whole
        time, and the tests make a Figure of every kind of picture.
        """
        axis = {"visible": False, "zeroline": False, "showgrid": False}
        layout = {
            "template": theme.template(dark=self.dark), "meta": {**meta, "title": self._title},
            "showlegend": False,
            "width": self.width, "height": self.height, "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
            "hovermode": "closest", "hoverdistance": 14, "dragmode": "zoom" if drag else False,
            "shapes": [look.shape("".join(drawn)) for (_, look), drawn in self._shapes.items()],
            "xaxis": {**axis, "range": [0, self.width], "fixedrange": not drag},
            "yaxis": {**axis, "range": [self.height, 0], "fixedrange": True},
        }  # fmt: skip
        return {"data": [*self._mark_traces(), *self._text_traces()], "layout": layout}

    def _mark_traces(self) -> list[dict[str, Any]]:
        sheet = self.ground["sheet"]
        rings = [{**_points("rings", self._rings, sheet), "hoverinfo": "skip"}] if self._rings else []
        events = [{**_points("events", self._marks, sheet), **_pointed(self._marks)}] if self._marks else []
        return [*rings, *events, *([_unseen("doors", self._doors)] if self._doors else [])]

    def _text_traces(self) -> list[dict[str, Any]]:
        if not self._texts:
            return []
        x, y, text, size, weight, colour, anchor = (list(column) for column in zip(*self._texts, strict=True))
        font = {"family": theme.FONT, "size": size, "weight": weight, "color": colour}
        return [
            {"type": "scatter", "name": "texts", "mode": "text", "x": x, "y": y, "text": text,
             "textfont": font, "textposition": anchor, "hoverinfo": "skip"}
        ]  # fmt: skip


def _points(name: str, marks: list[Mark], sheet: str) -> dict[str, Any]:
    """Build the trace of marks: filled with their colour, or with the sheet's when hollow."""
    symbol, size, colour, hollow = (list(column) for column in list(zip(*marks, strict=True))[2:6])
    return {
        "type": "scatter", "name": name, "mode": "markers", **_places(marks),
        "marker": {
            "symbol": symbol, "opacity": 1,
            "size": [round(s - (1.3 if h else 0), 1) for s, h in zip(size, hollow, strict=True)],
            "color": [sheet if h else c for c, h in zip(colour, hollow, strict=True)],
            "line": {"color": colour, "width": [1.5 if h else 0 for h in hollow]},
        },
    }  # fmt: skip


def _unseen(name: str, doors: list[Mark]) -> dict[str, Any]:
    """Build the trace of doors: of one look, since Plotly takes an array of clear colours for an error."""
    marker = {"symbol": "circle", "size": doors[0].size, "color": doors[0].colour, "opacity": 0}
    return {
        "type": "scatter", "name": name, "mode": "markers", **_places(doors), **_pointed(doors),
        "marker": marker,
    }  # fmt: skip


def _places(marks: list[Mark]) -> dict[str, Any]:
    return {"x": [round(mark.x, 1) for mark in marks], "y": [round(mark.y, 1) for mark in marks]}


def _pointed(marks: list[Mark]) -> dict[str, Any]:
    """Say where marks lead and what pointing at them says."""
    return {
        "ids": [mark.goes for mark in marks],
        "hovertext": [mark.tip for mark in marks],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
