"""The values of measures: a number, a share, a range, words or unknown; their text and their size."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.comparison import durations

_WIDE = 0.1
"""A share that its dates leave more open than this is marked."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its digits after the point; `signed` ones say plus too, `unit` is days or nothing."""

    value: float
    digits: int = 0
    signed: bool = False
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Share:
    """A share of 1; `low` and `high` are what the dates allow, where they leave it open."""

    value: float
    low: float | None = None
    high: float | None = None

    @property
    def wide(self) -> bool:
        """Tell whether the dates leave it wide open."""
        return self.low is not None and self.high is not None and self.high - self.low > _WIDE


@dataclass(frozen=True, slots=True)
class Range:
    """A length with two readings, in days."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Words:
    """A text; `rank` is its size where it has one."""

    text: str
    rank: float | None = None


@dataclass(frozen=True, slots=True)
class Unknown:
    """No value, and why."""

    why: str


Value = Number | Share | Range | Words | Unknown


def text(value: Value) -> str:
    """Return a value as a cell says it."""
    match value:
        case Number(unit="days"):
            return durations.short(value.value)
        case Number():
            said = durations.number(value.value, value.digits)
            return f"+{said}" if value.signed and value.value > 0 else said
        case Share():
            return ("~" if value.wide else "") + (durations.percent(value.value) if value.value else "0")
        case Range():
            return durations.between(value.low, value.high, brief=True)
        case Words():
            return value.text or "–"
        case _:
            return "–"


def size(value: Value) -> float | None:
    """Return what a bar shows of a value and an order of rows goes by; None where there is nothing."""
    match value:
        case Number() | Share():
            return value.value
        case Range():
            return value.high
        case Words():
            return value.rank
        case _:
            return None


def bounds(value: Value) -> tuple[float, float]:
    """Return the least and the most that a value may be; what has no size is nothing."""
    match value:
        case Range():
            return value.low, value.high
        case Share(low=float() as low, high=float() as high) if value.wide:
            return low, high
        case _:
            found = size(value) or 0.0
            return found, found


def raw(value: Value) -> str:
    """Return a value as a file says it: a range as low–high days, a share of 1, nothing where unknown."""
    match value:
        case Number():
            return f"{value.value:.6g}"
        case Share():
            return f"{value.value:.4f}"
        case Range():
            return f"{value.low:.0f}/{value.high:.0f}"
        case Words():
            return value.text
        case _:
            return ""
