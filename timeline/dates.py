"""EDTF dates: text to first day, last day, precision and words."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from functools import lru_cache

from edtf.parser import grammar
from edtf.parser import parser_classes as edtf
from pyparsing import ParseException

MONTHS = tuple(
    "January February March April May June July August September October November December".split()
)
SEASONS = ("spring", "summer", "autumn", "winter")
"""EDTF's 21 to 24: the seasons of the northern half, in order."""

EXAMPLES = "write 1969-06-26, 1974-10, 1983~ or 197X"
_QUALIFIERS = {"": "", "~": "about ", "?": "perhaps ", "%": "perhaps about "}
_LEAST_DOUBT = 7
_LEVEL_TWO = re.compile(r"[\[{].*[\]}]|[?~%][\dX-]|\dX\d|X-\d|-\dX|-X\d|\dS\d|^\d{4}-(2[5-9]|3\d|4[01])$")


class DateError(ValueError):
    """A text that is no date here; its message says what was found and what is allowed."""


@dataclass(frozen=True, slots=True)
class Date:
    """A date as exact as it is known.

    `first` and `last` are day numbers of the proleptic Gregorian calendar, as `datetime.date.toordinal`,
    both included. `precision` is day, month, season, year, decade or interval. `approximate` is EDTF's '~',
    `uncertain` its '?', anywhere in the text; '%' is both.
    """

    text: str
    first: int
    last: int
    precision: str
    approximate: bool
    uncertain: bool


@lru_cache(maxsize=1 << 15)
def parse(text: str) -> Date:
    """Return the date that an EDTF text of level 0 or 1 names.

    Raises DateError for anything else, and for what a timeline cannot place: an open end, a year outside
    1 to 9999, an interval that ends before it begins. Winter runs into the next year.
    """
    ends = text.split("/")
    if ".." in ends or (len(ends) == 2 and "" in ends):
        raise DateError(f"'{text}' has an open end; give both ends, as in 1983/1985")
    if len(ends) == 1:
        return _part(text)
    if len(ends) > 2:
        raise DateError(f"'{text}' is no EDTF date; {EXAMPLES}")
    start, end = map(_part, ends)
    if start.first > end.last:
        raise DateError(f"'{text}' ends before it begins; write the earlier end first")
    return Date(
        text,
        start.first,
        end.last,
        "interval",
        start.approximate or end.approximate,
        start.uncertain or end.uncertain,
    )


def words(date: Date) -> str:
    """Say a date as people do: '26 June 1969', 'about October 1974', 'September to December 1983'."""
    ends = date.text.split("/")
    if len(ends) == 1 or ends[0] == ends[1]:
        return _words(_part(ends[0]))
    start, end = map(_part, ends)
    start_words, end_words = _words(start), _words(end)
    start_words = start_words.removesuffix(_shared_tail(start, end))
    if (qualifier := _qualifier(end)) == _qualifier(start):
        end_words = end_words.removeprefix(qualifier)
    return f"{start_words} to {end_words}"


@lru_cache(maxsize=1 << 15)
def reach(date: Date) -> tuple[int, int]:
    """Return the first and last day that a date may mean, its doubts counted; both included.

    EDTF gives '~' and '?' no width. Here an end in doubt reaches as far again as it is wide, a month in doubt
    a month and a year a year, but a week at least; twice as far where it is both ('%').
    """
    ends = date.text.split("/")
    start, end = _part(ends[0]), _part(ends[-1])
    last_day = datetime.date.max.toordinal()
    return max(1, start.first - _doubt(start)), min(last_day, end.last + _doubt(end))


def day_words(day: int) -> str:
    """Say a day number as a date: '26 June 1969'."""
    date = datetime.date.fromordinal(int(day))
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def new_year(year: int) -> int:
    """Return the first day of a year; there is none before year 1, and 10000 begins after the last day."""
    if year > datetime.MAXYEAR:
        return datetime.date.max.toordinal() + 1
    return datetime.date(max(year, datetime.MINYEAR), 1, 1).toordinal()


@lru_cache(maxsize=1 << 15)
def _part(text: str) -> Date:
    """Return a date that is no interval; one end of one, or a whole date."""
    body = text[:-1] if text[-1:] in ("~", "?", "%") else text
    mark = text[len(body) :]
    if not re.fullmatch(r"[\dX-]+", body, re.ASCII):
        raise DateError(_refusal(text))
    # The library's grammar of everything takes ten times as long as the three that these dates need.
    season = re.fullmatch(r"\d{4}-2[1-4]", body)
    kind = grammar.season if season else grammar.unspecified if "X" in body else grammar.date
    try:
        parsed = kind.parse_string(body, parse_all=True)[0]
    except ParseException:
        raise DateError(_refusal(text)) from None
    first, last = _span(parsed, text)
    return Date(text, first, last, _precision(parsed, first, last), mark in ("~", "%"), mark in ("?", "%"))


def _doubt(part: Date) -> int:
    """Return how many days a date that is no interval may lie beside what is written."""
    times = part.approximate + part.uncertain
    return times * max(_LEAST_DOUBT, part.last - part.first + 1)


def _refusal(text: str) -> str:
    """Say why `text` cannot be read, as closely as its shape tells."""
    if re.fullmatch(r"Y-?\d+|-?\d{5}|-\d{4}(-\d\d)*", text):
        return f"'{text}' lies outside the years 1 to 9999"
    if "T" in text:
        return f"'{text}' has a time of day; write the day alone, as in 1969-06-26"
    if _LEVEL_TWO.search(text):
        return f"'{text}' goes beyond EDTF level 1; {EXAMPLES}"
    if re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])-\d\d", text):
        return f"'{text}' is no day of the calendar"
    return f"'{text}' is no EDTF date; {EXAMPLES}"


def _span(parsed: edtf.Date, text: str) -> tuple[int, int]:
    """Return the first and last day number of a parsed date without qualifier."""
    lower, upper = parsed.lower_strict(), parsed.upper_strict()
    winter = isinstance(parsed, edtf.Season) and int(parsed.season) == 24
    if lower[0] < datetime.MINYEAR or upper[0] + winter > datetime.MAXYEAR:
        raise DateError(f"'{text}' lies outside the years 1 to 9999")
    try:
        first, last = datetime.date(*lower[:3]), datetime.date(*upper[:3])
        if winter:
            # The library ends winter on 31 December; it is the three months to the end of February.
            last = datetime.date(last.year + 1, 3, 1) - datetime.timedelta(days=1)
    except ValueError:
        raise DateError(f"'{text}' is no day of the calendar") from None
    return first.toordinal(), last.toordinal()


def _precision(parsed: edtf.Date, first: int, last: int) -> str:
    """Return the kind of span: a date without month says no more than its year does."""
    if isinstance(parsed, edtf.Season):
        return "season"
    days = last - first + 1
    for precision, longest in (("day", 1), ("month", 31), ("year", 366), ("decade", 3653)):
        if days <= longest:
            return precision
    return "interval"


def _words(date: Date) -> str:
    """Say a date that is no interval."""
    first = datetime.date.fromordinal(date.first)
    month = f"{MONTHS[first.month - 1]} {first.year}"
    season = SEASONS[(first.month // 3 - 1) % 4]
    said = {
        "day": f"{first.day} {month}",
        "month": month,
        "season": f"{season} {first.year}",
        "year": f"{first.year}",
        "decade": f"the {first.year}s",
        "interval": f"between {first.year} and {datetime.date.fromordinal(date.last).year}",
    }[date.precision]
    if date.precision == "season" and season == "winter":
        said = f"{said}–{_next_year(first.year)}"
    return _qualifier(date) + said


def _next_year(year: int) -> str:
    """Return the year after, shortened as in 'winter 1974–75', unless a century turns."""
    return f"{year + 1}" if (year + 1) % 100 == 0 or year < 1000 else f"{(year + 1) % 100:02}"


def _qualifier(date: Date) -> str:
    """Return the word before a date that is no interval, for its EDTF mark."""
    return _QUALIFIERS[date.text[-1:] if date.text[-1:] in _QUALIFIERS else ""]


def _shared_tail(start: Date, end: Date) -> str:
    """Return the ending that the two ends of an interval need to say only once: a year, a month and year."""
    first, last = datetime.date.fromordinal(start.first), datetime.date.fromordinal(end.first)
    kinds = {start.precision, end.precision}
    if first.year != last.year or kinds not in ({"day"}, {"month"}, {"season"}):
        return ""
    same_month = kinds == {"day"} and first.month == last.month
    return f" {MONTHS[last.month - 1]} {last.year}" if same_month else f" {last.year}"
