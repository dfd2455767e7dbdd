"""Two histories: the events of theirs that answer ours, how far apart they are, and what follows from it."""

from __future__ import annotations

from timeline.histories.lead import DEFINITION, Step, leading, steps
from timeline.histories.pairs import End, Pair, missing, pairs
from timeline.histories.summary import Median, Summary, ahead, headline, summary

__all__ = [
    "DEFINITION",
    "End",
    "Median",
    "Pair",
    "Step",
    "Summary",
    "ahead",
    "headline",
    "leading",
    "missing",
    "pairs",
    "steps",
    "summary",
]
