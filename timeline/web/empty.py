"""What a reader is told when nothing is left: which one filter to loosen."""

from __future__ import annotations

from markupsafe import Markup

from timeline.dataset import Dataset
from timeline.markup import join, tag
from timeline.query import select
from timeline.view import FACETS, View
from timeline.web.facets import TITLES
from timeline.web.marks import link


def loosened(dataset: Dataset, view: View) -> tuple[str, View, int] | None:
    """Return the one filter whose removal gives most events: its name, the View without it, and how many.

    None where no single removal gives anything.
    """
    default = View()
    ways = [(TITLES[facet].lower(), {facet: getattr(default, facet)}) for facet in (*FACETS, "importance")]
    ways += [("search", {"q": ""}), ("time", {"start": "", "end": ""})]
    wider = [(name, view.but(**change)) for name, change in ways]
    found = [(name, other, len(select(dataset, other))) for name, other in wider if other != view]
    best = max(found, key=lambda way: way[2], default=None)
    return best if best and best[2] else None


def advice(dataset: Dataset, view: View, path: str = "/") -> Markup:
    """Return the friendly sentence, and the ways out as links."""
    clear = link("Clear all filters", view.cleared(), path, class_="button")
    title = tag("p", tag("b", "No event fits all of these filters"))
    way = loosened(dataset, view)
    if way is None:
        return join(title, clear)
    name, wider, count = way
    events = "1 event" if count == 1 else f"{count:,} events"
    drop = link(f"Drop the {name} filter", wider, path, class_="button strong")
    return join(title, tag("p", f"Without the {name} filter there would be {events}."), drop, clear)
