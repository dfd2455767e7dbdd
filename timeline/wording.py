"""The words on screen for the program's vocabularies: people's words, not the field's."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

IMPORTANCE: Mapping[int, str] = MappingProxyType({1: "Turning points", 2: "Major", 3: "Notable", 4: "All"})
"""An importance and all that is weightier."""

TOLD: Mapping[str, str] = MappingProxyType(
    {
        "scene": "Scene",
        "montage": "Opening montage",
        "bonus-newsreel": "Bonus newsreel",
        "post-credits": "Post-credits scene",
        "mentioned": "Mentioned",
        "makers": "Makers’ word",
        "inferred": "Viewers infer",
    }
)

TOLD_BRIEF: Mapping[str, str] = MappingProxyType(
    {
        "scene": "Scene",
        "montage": "Montage",
        "bonus-newsreel": "News",
        "post-credits": "Credits",
        "mentioned": "Spoken",
        "makers": "Makers",
        "inferred": "Inferred",
    }
)
"""The same where a column is narrow."""

RELATION_BRIEF: Mapping[str, str] = MappingProxyType(
    {
        "same": "Same",
        "earlier": "Sooner",
        "later": "Later",
        "altered": "Other",
        "averted": "Only ours",
        "never": "Only here",
    }
)
"""The relations where a column is narrow."""

RELATION: Mapping[str, str] = MappingProxyType(
    {
        "same": "As in our history",
        "earlier": "Sooner than ours",
        "later": "Later than ours",
        "altered": "Same time, otherwise",
        "averted": "Only in our history",
        "never": "Only in this history",
    }
)

DATE_BASIS: Mapping[str, str] = MappingProxyType(
    {
        "screen": "Date shown or said on screen",
        "wiki": "Date as the sources give it",
        "derived": "Date derived from the story",
        "estimated": "Date estimated",
    }
)

CONFIDENCE: Mapping[str, str] = MappingProxyType(
    {"high": "Well attested", "medium": "Fairly attested", "low": "Weakly attested"}
)

LANES: Mapping[str, str] = MappingProxyType(
    {
        "place": "Place",
        "season": "Season",
        "decade": "Decade",
        "category": "Category",
        "organisation": "Organisation",
        "person": "Person",
    }
)

SCALE: Mapping[str, str] = MappingProxyType(
    {
        "story": "Story scale: a month is as wide as what is told in it; the years between seasons are "
        "pressed into narrow gaps.",
        "calendar": "Calendar scale: every year is equally wide.",
        "sequence": "Sequence as it happens: every event has the same room, in the order of the years.",
        "told": "Sequence as told: every event has the same room, in the order of the episodes.",
        "season": "Season scale: every season counts from its own first day; busy months are wider.",
    }
)
"""The sentence that a picture says about its scale; "told" is the sequence in order of telling."""


def counted(number: int, noun: str) -> str:
    """Say how many there are of something: "1 event", "1,474 events"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def one_line(text: str, most: int) -> str:
    """Reduce a text of anybody's to printable characters and single spaces, at most `most` of them."""
    printable = "".join(c if c.isprintable() and not 0xD800 <= ord(c) <= 0xDFFF else " " for c in text)
    return " ".join(printable.split())[:most].strip()
