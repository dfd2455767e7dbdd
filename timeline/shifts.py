"""How far an event stands from its counterpart in our history, and the sentence that says so."""

from __future__ import annotations

from timeline.dates import Date

_YEAR, _MONTH = 365.2425, 30.436875
_UNITS = ((_YEAR, "year", 1.0), (_MONTH, "month", 1.5), (1.0, "day", 1.0))
"""Length in days, name, and the least number of it that is said in this unit."""

_SENTENCES = {
    "same": "Here as in our history",
    "earlier": "Earlier here{}",
    "later": "Later here{}",
    "altered": "Happens here too, but otherwise",
    "averted": "Does not happen here",
    "never": "Happens only here",
}


def shift(here: Date, there: Date) -> str:
    """Return the distance of two dates: '8 years', '7 to 9 years', '26 days'; empty if they overlap."""
    near, far = sorted((abs(here.first - there.last), abs(here.last - there.first)))
    if here.first <= there.last and there.first <= here.last:
        return ""
    for length, name, least in _UNITS:
        if (near + far) / 2 >= least * length:
            low, high = max(1, round(near / length)), max(1, round(far / length))
            number = str(low) if low == high else f"{low} to {high}"
            return f"{number} {name}{'' if number == '1' else 's'}"
    return ""


def sentence(relation: str, distance: str) -> str:
    """Return how an event relates to our history: 'Later here, by 8 years', 'Does not happen here'."""
    return _SENTENCES[relation].format(f", by {distance}" if distance else "")
