"""A picture's plain values as SVG: valid XML with title and description, letters as outlines or as text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from itertools import repeat
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from timeline.export import glyphs
from timeline.export.symbols import outline

_CLEAR = "rgba(0,0,0,0)"
_DASHES = {"solid": (), "dot": (1.0, 1.0), "dash": (3.0, 3.0)}
"""Of Plotly's names, in widths of a line that is 3 px wide at least."""
_ANCHORS = {"middle right": 0.0, "middle center": 0.5, "middle left": 1.0}
_PATHS = ("?", "/")
_DROP = 0.25
"""How far below its point a text's baseline lies, in shares of its size."""


def svg(
    spec: Mapping[str, Any],
    size: tuple[float, float],
    title: str,
    description: str,
    *,
    outlined: bool = True,
) -> str:
    """Return a picture as SVG of that size in px, scaled to fit it, its ground beyond the edges.

    spec: what a figure of this program is, as plain values; anything that such a figure does not hold raises
    ValueError. Outlined letters look the same on every machine, others can be searched and need the face.
    """
    layout = spec["layout"]
    wide, high = float(layout["width"]), float(layout["height"])
    ratio = max(wide / size[0], high / size[1])
    across, down = size[0] * ratio, size[1] * ratio
    left, top = (wide - across) / 2, (high - down) / 2
    ground = layout["template"]["layout"]["paper_bgcolor"]
    letters = Letters(outlined=outlined)
    body = "\n".join(_body(spec, letters))
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" lang="en" '
        f'role="img" aria-labelledby="title desc" width="{size[0]:g}" height="{size[1]:g}" '
        f'viewBox="{left:.2f} {top:.2f} {across:.2f} {down:.2f}" font-family="Inter, sans-serif">\n'
        f'<title id="title">{escape(title)}</title>\n<desc id="desc">{escape(description)}</desc>\n'
        f"<defs>{letters.defined()}</defs>\n"
        f'<rect x="{left:.2f}" y="{top:.2f}" width="{across:.2f}" height="{down:.2f}" fill="{ground}"/>\n'
        f"{body}\n</svg>\n"
    )


def _body(spec: Mapping[str, Any], letters: Letters) -> Iterator[str]:
    shapes = spec["layout"].get("shapes", ())
    yield from (_shape(shape) for shape in shapes if shape["layer"] == "below")
    for trace in spec["data"]:
        if trace["type"] != "scatter" or trace["mode"] not in ("markers", "text"):
            message = f"trace {trace.get('name')!r}: {trace['type']}, {trace['mode']} is not drawn as SVG; "
            raise ValueError(message + "scatter of markers or of text is")
        yield from _texts(trace, letters) if trace["mode"] == "text" else _marks(trace)
    yield from (_shape(shape) for shape in shapes if shape["layer"] != "below")


def _shape(shape: Mapping[str, Any]) -> str:
    line, fill = shape["line"], shape["fillcolor"]
    drawn = f'<path d="{shape["path"]}" fill="{"none" if fill == _CLEAR else fill}" fill-rule="evenodd"'
    if shape["opacity"] != 1:
        drawn += f' opacity="{shape["opacity"]:g}"'
    if line["width"]:
        drawn += f' stroke="{line["color"]}" stroke-width="{line["width"]:g}"{_dashed(line)}'
    return f"{drawn}/>"


def _dashed(line: Mapping[str, Any]) -> str:
    unit = max(line["width"], 3.0)
    lengths = [f"{each * unit:g}" for each in _DASHES[line["dash"]]] if line["dash"] in _DASHES else None
    dashes = ",".join(lengths) if lengths is not None else line["dash"].replace("px", "")
    return f' stroke-dasharray="{dashes}"' if dashes else ""


def _marks(trace: Mapping[str, Any]) -> Iterator[str]:
    """Draw the marks that can be seen."""
    marker = trace["marker"]
    if not marker.get("opacity", 1):
        return
    line = marker.get("line", {"color": "", "width": 0})
    columns = (marker["symbol"], marker["size"], marker["color"], line["color"], line["width"])
    each = zip(trace["x"], trace["y"], trace.get("ids", repeat("")), *map(_column, columns), strict=False)
    for x, y, goes, symbol, size, colour, edge, width in each:
        stroke = f' stroke="{edge}" stroke-width="{width:g}"' if width else ""
        # An address is no event: it leads somewhere, and names nothing that is drawn.
        name = f" data-event={quoteattr(goes)}" if goes and not goes.startswith(_PATHS) else ""
        yield f'<path d="{outline(symbol, x, y, size)}" fill="{colour}"{stroke}{name}/>'


def _column(value: Any) -> Iterable[Any]:
    return value if isinstance(value, list | tuple) else repeat(value)


def _texts(trace: Mapping[str, Any], letters: Letters) -> Iterator[str]:
    font = trace["textfont"]
    columns = (font["size"], font["weight"], font["color"], trace["textposition"])
    for x, y, text, size, weight, colour, position in zip(
        trace["x"], trace["y"], trace["text"], *map(_column, columns), strict=False
    ):
        yield letters.line(unescape(text), (x, y + _DROP * size), size, weight, colour, _ANCHORS[position])


class Letters:
    """Write lines of text, and gather the outlines of their letters, each once."""

    def __init__(self, *, outlined: bool) -> None:
        self._outlined = outlined
        self._used: dict[str, str] = {}

    def line(
        self, text: str, at: tuple[float, float], size: float, weight: int, colour: str, anchor: float
    ) -> str:
        """Return a line of text as SVG; `anchor` is the share of its width that lies left of its point."""
        if not self._outlined or not glyphs.knows(text):
            named = {0.0: "start", 0.5: "middle", 1.0: "end"}[anchor]
            return (
                f'<text x="{at[0]:g}" y="{at[1]:g}" font-size="{size:g}" font-weight="{weight}" '
                f'fill="{colour}" text-anchor="{named}">{escape(text)}</text>'
            )
        placed, wide = glyphs.line(text, weight)
        self._used.update((found.id, found.outline) for _, found in placed)
        unit = size / glyphs.EM
        letters = "".join(
            f'<use xlink:href="#{found.id}" x="{x:.0f}"/>' for x, found in placed if found.outline
        )
        place = f"translate({at[0] - anchor * wide * unit:.2f} {at[1]:.2f}) scale({unit:.6f} {-unit:.6f})"
        return f'<g transform="{place}" fill="{colour}" data-text={quoteattr(text)}>{letters}</g>'

    def defined(self) -> str:
        """Return the outlines of all letters so far."""
        return "".join(f'<path id="{name}" d="{drawn}"/>' for name, drawn in self._used.items() if drawn)
