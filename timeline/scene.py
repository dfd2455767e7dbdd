"""A reader's own story as one text of an address: scenes with a title, a note, a picture and a query."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, unquote, urlencode

from timeline.schema import TITLE_LENGTH
from timeline.wording import one_line

MOST = 20
"""So many scenes a reader's own story has at most."""
LENGTH = 2400
"""So many characters it has at most: a server reads addresses of some 4,000."""
NOTE_LENGTH = 280
_BETWEEN, _PART, _IS = "!", ";", ":"
SIGNS = f"{_BETWEEN}{_PART}{_IS}"
"""What an address need not escape in such a text."""
_PICTURE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Scene:
    """One scene as its author wrote it; `query` is that of a View, and nobody has read it yet."""

    title: str
    note: str
    picture: str
    query: str


def write(scenes: Iterable[Scene]) -> str:
    """Return the text of some scenes: "Title;note;picture;key:value!Title;...", the rest escaped."""
    return _BETWEEN.join(map(_written, scenes))


def read(text: str) -> tuple[tuple[Scene, ...], tuple[str, ...]]:
    """Return the scenes of a text and a sentence for each that was left out; any text has some answer."""
    pieces = [piece for piece in text.split(_BETWEEN) if piece]
    found = [scene for piece in pieces[:MOST] if (scene := _read(piece))]
    problems = []
    if len(found) < len(pieces[:MOST]):
        problems.append("a scene without title or picture was left out")
    kept = list(found)
    while len(write(kept)) > LENGTH:
        kept.pop()
    if len(kept) < len(found) or len(pieces) > MOST:
        problems.append(f"{MOST} scenes of {LENGTH:,} characters in all are the most; the last were left out")
    return tuple(kept), tuple(problems)


def title(text: str) -> str:
    """Return a text as the title of a scene can be, cut where it is too long."""
    line = one_line(text, 2 * TITLE_LENGTH)
    return line if len(line) <= TITLE_LENGTH else f"{line[: TITLE_LENGTH - 1].rstrip()}…"


def fits(scenes: Iterable[Scene]) -> bool:
    """Tell whether a story of these scenes is read as it is written."""
    kept = tuple(scenes)
    return len(kept) <= MOST and len(write(kept)) <= LENGTH


def _written(scene: Scene) -> str:
    pairs = (f"{_escaped(key)}{_IS}{_escaped(value)}" for key, value in parse_qsl(scene.query))
    return _PART.join((_escaped(scene.title), _escaped(scene.note), scene.picture, *pairs))


def _read(text: str) -> Scene | None:
    """Return the scene of a text; None where it has no title or no name of a picture."""
    title, note, picture, *pairs = (*text.split(_PART), "", "")
    parted = (pair.partition(_IS) for pair in pairs)
    query = urlencode([(_plain(key), _plain(value)) for key, _, value in parted if value], safe=",")
    title = one_line(_plain(title), TITLE_LENGTH)
    if not title or not _PICTURE.fullmatch(picture):
        return None
    return Scene(title, one_line(_plain(note), NOTE_LENGTH), picture, query)


def _escaped(text: str) -> str:
    """Write a text with letters, digits and "-.,_~" alone: no address escapes it once more."""
    escaped = quote(text, safe=" ,").replace("~", "%7E").replace("_", "%5F")
    return escaped.replace(" ", "_").replace("%", "~")


def _plain(text: str) -> str:
    return unquote(text.replace("_", " ").replace("~", "%"), errors="replace")
