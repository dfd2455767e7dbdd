"""From a query to what a file may hold: as an address does, for whoever has the whole data folder."""

from __future__ import annotations

from timeline import gate
from timeline.dataset import Dataset
from timeline.view import View


def asked(whole: Dataset, query: str) -> tuple[Dataset, View, tuple[str, ...]]:
    """Return what a query may show, its View, and a notice for each part that was not understood.

    Who holds the data folder has watched everything, unless the query says `seen` itself.
    """
    view, said = View.parse(query, whole)
    seen = (view.seen or gate.ALL) if gate.asks(whole) else ""
    known = gate.known(whole, seen)
    if known is whole:
        return whole, view.but(seen=seen), said
    view, notices = View.parse(query, known)
    heard = [notice for notice in said if notice.startswith("seen:")]
    heard += [notice for notice in notices if not notice.startswith("seen:")]
    return known, view.but(seen=seen), tuple(heard)
