"""Samples of measured times, and the lines that say them."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence


def median(sample: Sequence[float]) -> float:
    return statistics.median(sample)


def p95(sample: Sequence[float]) -> float:
    """Return the value that 19 of 20 stay below."""
    ordered = sorted(sample)
    return ordered[min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))]


def timed(call: Callable[[], object]) -> float:
    """Return how many ms a call takes."""
    begun = time.perf_counter()
    call()
    return (time.perf_counter() - begun) * 1_000


def alone(what: str, sample: Sequence[float], unit: str, aim: str = "") -> str:
    """Return a line of median and 95th percentile."""
    return (
        f"  {what:<34}{median(sample):>8.0f} {unit}   p95 {p95(sample):>6.0f} {unit}{aim and f'   aim {aim}'}"
    )


def beside(what: str, ours: Sequence[float], minimal: Sequence[float], aim: str = "") -> str:
    """Return a line of two medians and their ratio."""
    ratio = median(ours) / median(minimal)
    return (
        f"  {what:<34}{median(ours):>8.0f} ms   minimal {median(minimal):>6.0f} ms   "
        f"ratio {ratio:.2f}{aim and f'   aim {aim}'}"
    )
