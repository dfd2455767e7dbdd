"""The numbers of a month in a sentence or two."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from timeline.wording import counted
from timeline.world import World, states

Run = tuple[str, bool]
"""A piece of text, and whether it is to stand out."""


def runs(now: World) -> tuple[Run, ...]:
    """Return what a world's numbers come to, piece by piece; only what there is is said."""
    count = {state: len(held) for state, held in now.held.items()}
    found: list[Run] = []
    for clause in _clauses(count, now.median):
        found += [(" ", False), *clause] if found else clause
    return tuple(found)


def plain(now: World) -> str:
    """Return the same as one text."""
    return "".join(text for text, _ in runs(now))


def _clauses(count: Mapping[str, int], median: int) -> Iterator[list[Run]]:
    waiting, behind, only, never = (
        count[state] for state in (states.THEIRS, states.OURS, states.THERE, states.HERE)
    )
    if waiting:
        end: list[Run] = [(", typically ", False), (counted(median, "year"), True), (" later.", False)]
        reach = f" that reach{'es' if waiting == 1 else ''} us only later"
        yield [("They have ", False), (counted(waiting, "thing"), True), (reach, False)] + (
            end if median else [(".", False)]
        )
    if behind:
        yield [("We have ", False), (counted(behind, "thing"), True), (" that they still wait for.", False)]
    if only:
        yield [(counted(only, "event"), True), (" had no like here" + ("," if never else "."), False)]
    if never:
        start = "and " if only else ""
        yield [(start, False), (str(never), True), (" of ours never came there.", False)]
    if not (waiting or behind or only or never):
        alike = any(count.values())
        yield [("Nothing but details differs." if alike else "Nothing differs yet.", False)]
