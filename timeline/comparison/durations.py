"""Lengths of time in words, and numbers rounded as people round them."""

from __future__ import annotations

import math

YEAR, MONTH = 365.25, 30.4375
_DAYS_BELOW = 45
_ALIKE = 1.08
"""Two readings of one span that differ by less than this are one figure."""
_NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split()


def half_up(value: float, digits: int = 0) -> float:
    """Round halves away from zero: Python's own format rounds 22.5 down."""
    scaled = math.floor(abs(value) * 10**digits + 0.5 + 1e-9) / 10**digits
    return math.copysign(scaled, value) if scaled else 0.0


def number(value: float, digits: int = 0) -> str:
    """Write a number with its digits after the point, and a true minus sign."""
    return f"{half_up(value, digits):,.{digits}f}".replace("-", "−")


def percent(share: float) -> str:
    """Write a share of 1 as whole per cent; what rounds to nothing is less than 1%."""
    return f"{number(share * 100)}%" if share == 0 or half_up(share * 100) else "<1%"


def counted(count: int, noun: str) -> str:
    """Write '1 year', '3 years'."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def spelled(count: int) -> str:
    """Spell a whole number up to twelve."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else f"{count:,}"


def words(days: float) -> str:
    """Say a length: '26 days', '7 months', '5 years 7 months'."""
    if days < _DAYS_BELOW:
        return counted(round(days), "day")
    months = int(half_up(days / MONTH))
    years, rest = divmod(months, 12)
    if months <= 12:
        return counted(months, "month")
    return counted(years, "year") + (f" {counted(rest, 'month')}" if rest else "")


def short(days: float) -> str:
    """Say a length in a table's cell: '26 d', '7 mo', '5 y 7 mo'."""
    if days < _DAYS_BELOW:
        return f"{round(days)} d"
    months = int(half_up(days / MONTH))
    years, rest = divmod(months, 12)
    if months <= 12:
        return f"{months} mo"
    return f"{years} y" + (f" {rest} mo" if rest else "")


def alike(low: float, high: float) -> bool:
    """Tell whether two readings of one length are said as one figure."""
    return high < _ALIKE * low


def between(low: float, high: float, *, brief: bool = False) -> str:
    """Say a length with two readings: '3 to 7 months'; the longer alone where they are alike."""
    say, to = (short, "–") if brief else (words, " to ")
    if alike(low, high):
        return say(high)
    if low < 1:
        return f"≤ {say(high)}" if brief else f"at most {say(high)}"
    lower, upper = say(low), say(high)
    if low >= _DAYS_BELOW and high < 2 * YEAR:
        # Two readings compare best in one unit: 2 to 13 months.
        low_months, high_months = int(half_up(low / MONTH)), int(half_up(high / MONTH))
        lower, upper = f"{low_months} months", f"{high_months} {'mo' if brief else 'months'}"
        if low_months == high_months:
            return upper
        return f"{low_months}{to}{upper}"
    if lower == upper:
        return upper
    # One unit said twice is said once.
    unit = upper.partition(" ")[2]
    head, _, tail = lower.partition(" ")
    return f"{head}{to}{upper}" if tail.rstrip("s") == unit.rstrip("s") else f"{lower}{to}{upper}"
