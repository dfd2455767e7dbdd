"""How long a figure takes to build, and how much it weighs on the wire."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator

from tests.bench.sample import alone, timed
from timeline.dataset import Dataset
from timeline.figures.timeline import spec
from timeline.view import LANES, SCALES, View

_WIDTH, _HEIGHT = 1440, 900
VIEWS = [*(View(scale=scale) for scale in SCALES), *(View(lanes=lanes) for lanes in LANES[1:])]


def report(dataset: Dataset, *, aimed: bool) -> Iterator[str]:
    """Yield the lines about figures: every scale and every lane choice, each after a first of its kind."""
    builds, weights = [], []
    for view in VIEWS:
        figure = spec(dataset, view, _WIDTH, _HEIGHT)
        builds += [timed(lambda view=view: spec(dataset, view, _WIDTH, _HEIGHT)) for _ in range(3)]  # type: ignore[misc]
        weights.append(len(gzip.compress(json.dumps(figure).encode(), 6)) / 1_000)
    yield alone("figure, layout and build", builds, "ms", aim="60" if aimed else "")
    yield alone("figure, gzipped", weights, "kB", aim="60" if aimed else "")
