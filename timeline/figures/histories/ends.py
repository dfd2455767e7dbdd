"""The two ends of a pair: what they look like, what pointing at them says, what lies between them."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from timeline import theme
from timeline.dataset import Dataset
from timeline.figures.canvas import Canvas, Mark
from timeline.figures.histories.stems import GAP, LINE, Flag
from timeline.histories import Pair
from timeline.histories.pairs import End
from timeline.lettering import width as text_width

SIZES: Mapping[int, float] = {1: 10.0, 2: 8.0, 3: 6.0, 4: 5.0}
DOOR = 46
"""Px between the places of a text that can be pointed at."""
SPANNED = 8.0
"""From this many px on, what a date allows is drawn as a bar."""


def look(dataset: Dataset, pair: Pair) -> tuple[str, str]:
    """Return colour and symbol of their end."""
    return theme.season_mark(dataset, pair.season)


def hollow(end: End) -> bool:
    """Tell whether an end is drawn hollow: its date is approximate or in doubt."""
    return end.date.approximate or end.date.uncertain or end.date.precision == "decade"


def theirs(dataset: Dataset, pair: Pair, x: float, y: float, size: float = 0) -> Mark:
    """Return the mark of their end, which leads to the event."""
    colour, symbol = look(dataset, pair)
    shown = theme.mark_size(symbol, size or SIZES[pair.importance])
    return Mark(x, y, symbol, shown, colour, hollow(pair.theirs), pair.event, tip(pair))


def ours(canvas: Canvas, pair: Pair, x: float, y: float, size: float = 0, *, ring: bool = False) -> Mark:
    """Return the mark of our end: grey, and a ring where that tells it from theirs."""
    empty = ring or (pair.ours is not None and hollow(pair.ours))
    return Mark(
        x, y, "circle", size or SIZES[pair.importance], canvas.ground["second"], empty, pair.event, tip(pair)
    )


def tip(pair: Pair) -> str:
    """Return what pointing at a pair says: both events, both dates, how they stand to each other."""
    lines = [f"<b>{escape(pair.theirs.text, quote=False)}</b>", escape(pair.theirs.words, quote=False)]
    if pair.ours:
        ours = f"{pair.ours.words}: {pair.ours.text}"
        lines.append(f"Our history, {escape(ours, quote=False)}")
    said = ", ".join(filter(None, (pair.said, pair.doubt)))
    return "<br>".join([*lines, f"<b>{escape(said[:1].upper() + said[1:], quote=False)}</b>"])


def write(canvas: Canvas, flag: Flag, pair: Pair, line: float, way: int) -> None:
    """Write a name on its stem, theirs (`way` -1) above its line and ours (1) below."""
    muted = canvas.ground["muted"]
    canvas.path([(flag.x, line + way * 4), (flag.x, line + way * (flag.far - 3))], line=muted, opacity=0.5)
    top = line + flag.near if way > 0 else line - flag.far
    x = flag.x + (GAP if flag.right else -GAP)
    colour, weight = (canvas.ground["second"], 400) if way > 0 else (canvas.ground["text"], 500)
    for n, text in enumerate(flag.lines):
        y = top + (n + 0.5) * LINE
        canvas.text(x, y, text, colour, weight=weight, anchor="left" if flag.right else "right")
        for at in range(20, int(text_width(text, 12, weight)), DOOR):
            canvas.door(x + (at if flag.right else -at), y, pair.event, tip(pair))


__all__ = ["DOOR", "SIZES", "SPANNED", "hollow", "look", "ours", "theirs", "tip", "write"]
