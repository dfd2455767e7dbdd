"""From an address to what it asks for: the data set as far as it was watched, the View, the notices."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.dataset import Dataset
from timeline.view import View


@dataclass(frozen=True, slots=True)
class Reading:
    """What an address asks for. `dataset` holds only what the reader has watched: nobody looks elsewhere.

    `path` is the page's, whether or not there is such a page.
    """

    dataset: Dataset
    view: View
    notices: tuple[str, ...] = ()
    path: str = "/"


def read(whole: Dataset, query: str, path: str = "/") -> Reading:
    """Read a query string; what cannot be understood becomes a notice."""
    seen = View.parse(query, whole)[0].seen
    dataset = whole if seen == "all" else whole.until(seen)
    view, notices = View.parse(query, dataset)
    return Reading(dataset, view.but(seen=seen), notices, path)


def href(view: View, path: str = "/") -> str:
    """Return the address of a View on a page of this site."""
    query = view.to_query()
    return f"{path}?{query}" if query else path
