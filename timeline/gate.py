"""The spoiler gate: how far a reader has watched, what is served for it, and who may raise it."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.dataset import Dataset

NOTHING, ALL = "none", "all"
"""Answers beside an episode's id; "" is no answer yet."""


@dataclass(frozen=True, slots=True)
class Passage:
    """What is served: `seen`, the answer in force, and `beyond`, what an address asks for in vain or ""."""

    seen: str
    beyond: str = ""


def asks(dataset: Dataset) -> bool:
    """Tell whether there is anything to ask: a data set without episodes is served whole."""
    return len(dataset.episodes) > 0


def rank(dataset: Dataset, seen: str) -> int:
    """Return how many episodes an answer opens; before any answer the first one, which tells the premise."""
    if seen == ALL:
        return len(dataset.episodes)
    return 1 if seen in ("", NOTHING) else int(dataset.episodes.index.get_loc(seen)) + 1


def known(whole: Dataset, seen: str) -> Dataset:
    """Return what a reader of that answer knows."""
    if seen == ALL or not asks(whole):
        return whole
    return whole.until(str(whole.episodes.index[rank(whole, seen) - 1]))


def passage(whole: Dataset, asked: str, remembered: str | None) -> Passage:
    """Return what an address that asks for `asked` gets from a browser that remembers `remembered`.

    An address may lower what the browser remembers and never raise it. None is a caller without a memory, for
    whom the address rules.
    """
    if not asks(whole):
        return Passage("")
    if remembered is None or not asked:
        return Passage(asked or remembered or "")
    if rank(whole, asked) <= rank(whole, remembered):
        return Passage(asked)
    return Passage(remembered, beyond=asked)


def understood(whole: Dataset, seen: object) -> str:
    """Return an answer as the data set knows it; what it does not know is no answer."""
    return seen if isinstance(seen, str) and (seen in (NOTHING, ALL) or seen in whole.episodes.index) else ""


def following(whole: Dataset, seen: str) -> str:
    """Return the answer that is one episode further; the last one's is everything."""
    place = 0 if seen in ("", NOTHING) else rank(whole, seen)
    return str(whole.episodes.index[place]) if place < len(whole.episodes) else ALL


def offered(whole: Dataset, seen: str, season: int = 0) -> dict[int, list[str]]:
    """Return the episodes that a reader may choose from, by season, and no season that he need not know of.

    These are the seasons that he has begun, the first one in any case, and those up to `season`, to which he
    has stepped.
    """
    numbers = whole.episodes["season"]
    begun = int(known(whole, seen).episodes["season"].max())
    kept = numbers[numbers <= max(begun, season)]
    return {int(n): [str(episode) for episode in group.index] for n, group in kept.groupby(kept)}


def next_season(whole: Dataset, last: int) -> int:
    """Return the season after `last` that has episodes, or 0."""
    later = whole.episodes["season"][whole.episodes["season"] > last]
    return int(later.min()) if len(later) else 0


def words(seen: str) -> str:
    """Return how far a picture or a text tells: "Shows up to S2E05."; nothing where it tells everything."""
    if seen == ALL:
        return ""
    return "Shows the premise only." if seen in ("", NOTHING) else f"Shows up to {seen}."
