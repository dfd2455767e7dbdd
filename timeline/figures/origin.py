"""Where a picture that stands alone comes from, and how far it tells: the line at its foot."""

from __future__ import annotations

from timeline import gate
from timeline.dataset import Dataset
from timeline.view import View


def origin(dataset: Dataset, view: View, more: str = "") -> str:
    """Return the line at a picture's foot: gate, what else must be known, the data set and its version."""
    source = f"{dataset.title}: unofficial, fan-made data, version {dataset.version or 'unknown'}."
    return " ".join(filter(None, (gate.words(view.seen) if gate.asks(dataset) else "", more, source)))
