"""How a season's own time passes: length, episodes, leaps, its middle, the order in which it is told."""

from __future__ import annotations

from itertools import pairwise
from statistics import median

import numpy as np
import pandas as pd

from timeline.comparison.cases import Case
from timeline.comparison.parts import BEFORE, parts
from timeline.comparison.spans import SHOWN
from timeline.comparison.telling import share
from timeline.comparison.values import Number, Range, Share, Unknown, Value
from timeline.dataset import Dataset

_COARSE = Unknown("its dates are too coarse")
_THIRD = 1 / 3


def length(case: Case) -> Value:
    """Return both readings of the season's span."""
    return Range(case.span.shortest, case.span.longest) if case.span else _COARSE


def episodes(case: Case) -> Value:
    """Return how many episodes are known."""
    return Number(int((case.dataset.episodes["season"] == case.season).sum()))


def episode_places(dataset: Dataset, season: int) -> dict[int, float]:
    """Return where each episode stands, as a share of the span: the median of its own scenes.

    A date wider than a third of the season places an episode only if it has no better one.
    """
    events = parts(dataset, season)
    shown = events[(events["part"] == "own") & events["told"].isin(SHOWN) & (events["episode"] != "")]
    telling = dataset.episodes.reindex(shown["episode"])
    mine = (telling["season"] == season).to_numpy()
    shown, numbers = shown[mine], telling["number"].to_numpy()[mine]
    width = (shown["high"] - shown["low"]).to_numpy()
    places = {}
    for number in np.unique(numbers):
        rows = numbers == number
        fine = (
            rows & (width <= _THIRD) if (width[rows] <= _THIRD).any() else rows & (width == width[rows].min())
        )
        places[int(number)] = float(np.median(shown["share"].to_numpy()[fine]))
    return places


def in_order(places: dict[int, float]) -> dict[int, float]:
    """Return the places in the order of the episodes: those that run back share the mean of their places."""
    pools: list[list[float]] = []
    for place in places.values():
        pools.append([place])
        while len(pools) > 1 and _mean(pools[-2]) > _mean(pools[-1]):
            last = pools.pop()
            pools[-1] += last
    means = [_mean(pool) for pool in pools for _ in pool]
    return dict(zip(places, means, strict=True))


def _mean(numbers: list[float]) -> float:
    return sum(numbers) / len(numbers)


def cuts(places: dict[int, float]) -> list[float]:
    """Return where the episodes are cut: halfway between their places, with both ends; one more than they."""
    where = list(places.values())
    inner = [(a + b) / 2 for a, b in pairwise(where)]
    return [0.0, *inner, 1.0]


def per_episode(case: Case) -> Value:
    """Return the median of the days that an episode covers."""
    places = episode_places(case.dataset, case.season)
    if not case.span or not places:
        return _COARSE
    edges = cuts(in_order(places))
    widths = [b - a for a, b in pairwise(edges)]
    return Number(median(widths) * case.span.longest, unit="days")


def leap(case: Case) -> Value:
    """Return the most days between two neighbouring scenes."""
    shown = case.own.loc[case.own["told"].isin(SHOWN), "share"].sort_values()
    if not case.span or len(shown) < 2:
        return Unknown("fewer than two scenes") if case.span else _COARSE
    return Number(float(shown.diff().max()) * case.span.longest, unit="days")


def middle(case: Case) -> Value:
    """Return the share of the span that is gone at the middle event, with what the dates allow."""
    own = case.own
    if own.empty:
        return _COARSE if not case.span else Unknown("no events of its own time")
    place = (len(own) + 1) // 2 - 1
    share_, low, high = (float(np.sort(own[name].to_numpy())[place]) for name in ("share", "low", "high"))
    return Share(share_, low, high)


def before(case: Case) -> Value:
    """Return the share of events of earlier years."""
    return share(case.events, case.events["part"] == BEFORE) if case.span else _COARSE


def disorder(case: Case) -> Value:
    """Return the share of certain pairs that are told the other way round."""
    inverted, certain = pairs(case.events)
    return Share(inverted / certain) if certain else Unknown("no two dates are sure enough")


def pairs(events: pd.DataFrame) -> tuple[int, int]:
    """Count the pairs of events of different episodes: those told against time, those whose order is sure."""
    told = events[events["episode"] != ""].sort_values("told_rank")
    first, last = told["first"].to_numpy(), told["last"].to_numpy()
    code = pd.factorize(told["episode"])[0]
    later = np.triu(code[:, None] != code[None, :], 1)
    forward, backward = last[:, None] < first[None, :], last[None, :] < first[:, None]
    inverted = int((backward & later).sum())
    return inverted, inverted + int((forward & later).sum())
