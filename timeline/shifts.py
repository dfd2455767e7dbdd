"""How far an event stands from its counterpart in our history, and the words that say so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from timeline.dates import Date, reach

YEAR = 365.2425
"""Days of a year; a month is a twelfth of it."""
_UNITS = ((YEAR, "year", YEAR), (YEAR / 12, "month", 1.5 * YEAR / 12), (7.0, "week", 14.0), (1.0, "day", 0.0))
"""Length in days, name, and the least days that are said in this unit."""
_SHORT: Mapping[str, str] = MappingProxyType({"year": "y", "month": "mo"})
_DIRECTIONS = MappingProxyType({"earlier": 1, "later": -1})

_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "same": "as in our history",
        "altered": "otherwise than in our history",
        "averted": "did not happen there",
        "never": "never in our history",
    }
)
_SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "same": "As in our history",
        "altered": "Happens in our history too, but otherwise",
        "averted": "Happens only in our history",
        "never": "Happens only in this history",
    }
)


@dataclass(frozen=True, slots=True)
class Shift:
    """How many days an event is ahead of its counterpart: from `least` to `most`, below 0 where it follows.

    Two dates that share a day, or may, have a shift on both sides of 0.
    """

    least: int
    most: int

    @property
    def middle(self) -> float:
        """The days midway."""
        return (self.least + self.most) / 2

    @property
    def years(self) -> float:
        """The years midway."""
        return self.middle / YEAR

    @property
    def sure(self) -> bool:
        """Tell whether it is certain which of the two comes first."""
        return self.least > 0 or self.most < 0

    def toward(self, direction: int) -> Shift:
        """Return what of it lies ahead (1) or behind (-1); the whole where nothing does."""
        if direction > 0:
            return Shift(max(self.least, 0), self.most) if self.most > 0 else self
        return Shift(self.least, min(self.most, 0)) if self.least < 0 else self


def between(theirs: Date, ours: Date) -> Shift:
    """Return how far `theirs` is ahead of `ours`, as narrow as the dates allow with all their doubts."""
    (first, last), (begins, ends) = reach(theirs), reach(ours)
    return Shift(begins - last, ends - first)


def measured(shift: Shift) -> tuple[int, int, str] | None:
    """Return how long a shift is at least and at most, and in what unit; None without a direction."""
    if shift.least < 0 < shift.most or shift.least == shift.most == 0:
        return None
    near, far = sorted((abs(shift.least), abs(shift.most)))
    length, name, _ = next(unit for unit in _UNITS if (near + far) / 2 >= unit[2])
    return round(near / length), max(1, round(far / length)), name


def amount(shift: Shift) -> str:
    """Return how long a shift is: '8 years', '7 to 9 years', 'up to 3 weeks'; empty without a direction."""
    found = measured(shift)
    if found is None:
        return ""
    low, high, unit = found
    number = str(high) if low == high else f"{low} to {high}" if low else f"up to {high}"
    return f"{number} {unit}{'' if high == 1 else 's'}"


def short(days: float) -> str:
    """Write how long some days are: '38 y', '7 mo', '3 weeks', '1 day'; nothing for less than half of one."""
    length, name, _ = next(unit for unit in _UNITS if abs(days) >= unit[2])
    number = round(abs(days) / length)
    return f"{number} {_SHORT.get(name, name if number == 1 else f'{name}s')}" if number else ""


def words(relation: str, shift: Shift | None) -> str:
    """Say a relation shortly: '24 years earlier', '9 to 12 years later', 'never in our history'.

    What is told to come sooner or later says so even where the dates leave both open: 'up to a year earlier'.
    Only what nobody tells and the dates do not decide is 'perhaps at the same time'.
    """
    if relation in _WORDS:
        return _WORDS[relation]
    said = amount(shift.toward(_DIRECTIONS[relation])) if shift else ""
    return f"{said} {relation}" if said else "perhaps at the same time"


def sentence(relation: str, shift: Shift | None) -> str:
    """Say how an event relates to our history: '8 years later than in our history'."""
    if relation in _SENTENCES:
        return _SENTENCES[relation]
    said = amount(shift.toward(_DIRECTIONS[relation])) if shift else ""
    return f"{said} {relation} than in our history".strip().capitalize()
