"""Sentences that the numbers write: what differs most, and no more than the dates allow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from statistics import median
from typing import NamedTuple

from timeline.comparison import durations, telling, waits
from timeline.comparison.cases import Case
from timeline.comparison.passage import middle
from timeline.comparison.spans import Span
from timeline.comparison.values import Share, Value
from timeline.dataset import Dataset

_LATE = 0.75
_POINTS = 0.1
"""Shares that differ by less than these ten points are not said to differ."""
_YEARS = 2
_ENOUGH = 20
"""Events that a share must rest on before a sentence is made of it."""
_LAST_PARTS = ((5 / 6, "last sixth"), (0.8, "last fifth"), (0.75, "last quarter"))


class Piece(NamedTuple):
    """A run of a sentence; strong ones hold its numbers."""

    text: str
    strong: bool = False


Sentence = tuple[Piece, ...]


def plain(sentence: Sentence) -> str:
    """Return a sentence as text."""
    return "".join(piece.text for piece in sentence)


def written(text: str) -> Sentence:
    """Return a sentence from a text whose strong runs stand between asterisks."""
    runs = text.split("*")
    return tuple(Piece(run, i % 2 == 1) for i, run in enumerate(runs) if run)


def summary(columns: Sequence[Case]) -> tuple[Sentence, ...]:
    """Return at most three sentences over all seasons: spans, late middles, jumps and waits."""
    whole = [case for case in columns if not case.partial]
    found = (_spans(whole), _late(whole), _leaps(columns))
    return tuple(written(text) for text in found if text)


def title(columns: Sequence[Case]) -> str:
    """Return the longest and the shortest season as a title, or nothing where no spans can be compared."""
    spans = [(case, case.span) for case in columns if case.span and not case.partial]
    if len(spans) < 2:
        return ""
    long, short = (pick(spans, key=lambda found: found[1].longest) for pick in (max, min))
    if long[1].shortest <= short[1].longest:
        return f"{long[0].name} takes {long[1].words()}, {_lower(short[0])} {short[1].words()}"
    said = [_length(span).replace("*", "") for _, span in (long, short)]
    return f"{long[0].name} takes {said[0]}, {_lower(short[0])} {said[1]}"


def years_title(columns: Sequence[Case]) -> str:
    """Return how long seasons and the gaps between them are, as a title."""
    spans = [case.span.longest for case in columns if case.span and not case.partial]
    gaps = [gap for case in columns if (gap := waits.gap_years(case.dataset, case.season)) is not None]
    if len(spans) < 2 or not gaps:
        return title(columns)
    low, high = durations.words(min(spans)), durations.words(max(spans))
    away = int(durations.half_up(median(gaps)))
    unit = "year" if away == 1 else "years"
    return f"Seasons of {low} to {high}, then about {durations.spelled(away)} {unit} away"


@lru_cache(maxsize=64)
def pairs(columns: tuple[Case, ...]) -> tuple[tuple[Case, Case, tuple[Sentence, ...]], ...]:
    """Return each pair of columns with one or two sentences on their largest differences."""
    return tuple((a, b, pair(a, b)) for a, b in combinations(columns, 2))


def pair(one: Case, other: Case) -> tuple[Sentence, ...]:
    """Return one or two sentences on the largest differences of two seasons, by rule."""
    said = [text for text in (_lengths(one, other), _shares(one, other)) if text]
    said += [text for text in (_known(one, other), _jumps(one, other)) if text][: 2 - len(said)]
    if not said:
        said = [f"{one.name} and {_lower(other)} differ in nothing that their dates and events make sure."]
    return tuple(written(text) for text in said)


def _lower(case: Case) -> str:
    """Return a season's name inside a sentence."""
    return case.name[:1].lower() + case.name[1:] if case.name.startswith("Season ") else case.name


def _length(span: Span) -> str:
    """Say a season's longest reading, with 'at most' where it is only that."""
    return ("" if span.exact else "at most ") + f"*{durations.words(span.longest)}*"


def _times(longer: Span, shorter: Span) -> str:
    """Say how many times as long a season is at the least; nothing below twice."""
    least = longer.shortest / shorter.longest
    times = int(least + 1e-9)
    if times < 2:
        return ""
    word = "twice" if times == 2 else f"{durations.spelled(times)} times"
    exact = longer.exact and shorter.exact and least - times < 0.1
    return f"{word} as long" if exact else f"at least {word} as long"


def _spans(whole: Sequence[Case]) -> str:
    """Say how long the longest and the shortest season are."""
    lengths = [(case.span.longest, i) for i, case in enumerate(whole) if case.span]
    if len(lengths) < 2:
        return ""
    return _lengths(whole[max(lengths, key=lambda found: found[0])[1]], whole[min(lengths)[1]])


def _lengths(one: Case, other: Case) -> str:
    """Say how long two seasons are; that one is longer only if every reading of their dates makes it so."""
    a, b = one.span, other.span
    if a is None or b is None or one is other or one.partial or other.partial:
        return ""
    if a.longest < b.longest:
        one, other, a, b = other, one, b, a
    if a.shortest <= b.longest:
        heads = f"{one.name} takes *{a.words()}*, {_lower(other)} *{b.words()}*"
        return f"{heads}: the dates do not say which is longer."
    times = _times(a, b)
    if times:
        return f"{one.name} takes {_length(a)}, {times} as {_lower(other)}: {_length(b)}."
    return f"{one.name} takes {_length(a)}, {_lower(other)} {_length(b)}."


def _late(whole: Sequence[Case]) -> str:
    """Name the seasons whose middle event comes late under every reading of the dates."""
    late = []
    for case in whole:
        value: Value = middle(case)
        if isinstance(value, Share) and value.low is not None and value.low > _LATE and not value.wide:
            late.append((case, min(value.low, value.value)))
    if not late:
        return ""
    names = " and ".join([late[0][0].name, *(_lower(case) for case, _ in late[1:])])
    part = next(words for least, words in _LAST_PARTS if min(low for _, low in late) > least)
    return f"Of the events in its own years, {_lead(names)} saves half for the *{part}*."


def _lead(names: str) -> str:
    name = names[:1].lower() + names[1:] if names.startswith("Season ") else names
    return f"each of {name}" if " and " in name else name


def _leaps(columns: Sequence[Case]) -> str:
    jumped = [(case, years) for case in columns if (years := waits.jump_years(case.dataset, case.season))]
    leaps = sorted(shown - left for _, (left, shown) in jumped)
    if not leaps:
        return ""
    months = [waits.wait_months(case.dataset, case.season) for case, _ in jumped]
    waited = sorted(durations.half_up(found) for found in months if found is not None)
    leap = _range(leaps[0], leaps[-1], "year")
    head = f"{'Finales leap' if len(leaps) > 1 else jumped[0][0].name + '’s finale leaps'} *{leap}* ahead"
    return (
        f"{head}; viewers waited *{_range(waited[0], waited[-1], 'month')}* to land there."
        if waited
        else f"{head}."
    )


def _range(low: float, high: float, noun: str) -> str:
    return durations.counted(int(low), noun) if low == high else f"{low:.0f} to {high:.0f} {noun}s"


def _known(one: Case, other: Case) -> str:
    """Say of which season too few events are known for its shares to mean anything."""
    few = min(one, other, key=lambda case: len(case.events))
    if len(few.events) >= _ENOUGH:
        return ""
    count = durations.counted(len(few.events), "event")
    return f"Of {_lower(few)} the data have *{count}*: too few for shares to be compared."


def _jumps(one: Case, other: Case) -> str:
    """Say how far both finales leap, where that differs by two years or more."""
    a, b = (waits.jump_years(case.dataset, case.season) for case in (one, other))
    if not (a and b) or abs((a[1] - a[0]) - (b[1] - b[0])) < _YEARS:
        return ""
    leaps = [durations.counted(found[1] - found[0], "year") for found in (a, b)]
    return f"{one.name}’s finale leaps *{leaps[0]}* ahead, that of {_lower(other)} *{leaps[1]}*."


def _shares(one: Case, other: Case) -> str:
    """Name the share in which two seasons differ most, if it is by ten points and rests on enough events."""
    if min(len(one.events), len(other.events)) < _ENOUGH:
        return ""
    apart = [(abs(a - b), name, a, b) for name, a, b in _compared(one, other) if abs(a - b) >= _POINTS]
    if not apart:
        both = f"{_lower(one)} and {_lower(other)}"
        return f"In fields and in how they are told, {both} differ by less than *10 points*."
    _, name, a, b = max(apart, key=lambda found: found[0])
    high, low, more, less = (one, other, a, b) if a > b else (other, one, b, a)
    until = f" ({high.partial or low.partial})" if high.partial or low.partial else ""
    return (
        f"{name.format(high.name)}: *{durations.percent(more)}* of its events here, "
        f"{f'*{durations.percent(less)}*' if less else '*none*'} in {_lower(low)}{until}."
    )


def _compared(one: Case, other: Case) -> Iterator[tuple[str, float, float]]:
    dataset: Dataset = one.dataset
    for category in dataset.categories:
        value = telling.field(category)
        yield f"{{}} turns more to {category.replace('-', ' ')}", _number(value(one)), _number(value(other))
    for told, words in (("scene", "shows more in scenes"), ("montage", "packs more into its opening montage"),
                        ("mentioned", "leaves more to be mentioned")):  # fmt: skip
        value = telling.told(told)
        yield f"{{}} {words}", _number(value(one)), _number(value(other))
    yield "{} has more weighty events", _number(telling.weighty(one)), _number(telling.weighty(other))


def _number(value: Value) -> float:
    return value.value if isinstance(value, Share) else 0.0
