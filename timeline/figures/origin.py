"""Where a picture that stands alone comes from, and how far it tells: the line at its foot."""

from __future__ import annotations

from timeline import gate
from timeline.dataset import Dataset
from timeline.lettering import width
from timeline.query import narrowed
from timeline.view import View


def origin(dataset: Dataset, view: View, more: str = "", *, filters: bool = True, room: float = 0) -> str:
    """Return the line at a picture's foot: gate, filters, what else must be known, data set and version.

    filters: whether it says what narrows the selection, which a picture may say above. room: in px; `more` is
    left out where it takes the place of the source. 0 is any.
    """
    told = gate.words(view.seen) if gate.asks(dataset) else ""
    only = "; ".join(narrowed(dataset, view)) if filters else ""
    lead = [told, f"Only: {only}." if only else ""]
    line = " ".join(filter(None, (*lead, more, source(dataset))))
    return line if not room or width(line) <= room else " ".join(filter(None, (*lead, source(dataset))))


def source(dataset: Dataset) -> str:
    """Return the data set, its version and licence, and what it says of itself, as a source line."""
    about = ", ".join(filter(None, (f"version {dataset.version or 'unknown'}", dataset.licence)))
    return " ".join(filter(None, (f"{dataset.title}: data {about}.", dataset.notice)))
