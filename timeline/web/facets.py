"""The column of filters: every facet's values with their counts, the weightiest in sight."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from markupsafe import Markup

from timeline import schema, wording
from timeline.dataset import Dataset
from timeline.markup import join, tag
from timeline.query import Option, facet_options, heading, membership
from timeline.view import View, vocabulary
from timeline.web import ids
from timeline.web.marks import link, mark, segments
from timeline.web.reading import Reading

TITLES = {
    "season": "Season",
    "category": "Category",
    "place": "Place",
    "person": "Person",
    "importance": "Importance",
    "told": "Told by",
    "organisation": "Organisation",
    "tag": "Subject",
    "relation": "Beside our history",
    "decade": "Decade",
}
"""Every facet in its order on the page."""
_FINDERS = {"place": "Find a place", "person": "Find a person", "organisation": "Find an organisation"}
"""Facets so long that a field finds their values."""
_SHOWN = {"category": 6, "place": 5, "person": 4, "told": 4, "organisation": 4, "tag": 5}
_HEAD = Markup(
    ' id="{facet}-row-{value}"><input type="checkbox" name="{facet}" value="{value}" id="{facet}-{value}"'
)
_TAIL = Markup(">{mark}<span>{label}</span>")


def panel(reading: Reading) -> Markup:
    """Return the filters as a column, or on narrow screens as a drawer with its own way out."""
    done = tag(
        "button",
        f"Show {heading(reading.dataset, reading.view)[0]}",
        type="button",
        class_="button",
        data_closes=ids.FILTERS,
    )
    head = tag("div", tag("h2", "Filters"), done, class_="dialog-head")
    return head + facets(reading.dataset, reading.view, reading.path)


def facets(dataset: Dataset, view: View, path: str) -> Markup:
    """Return all facets with live counts; `path` is the page that they narrow."""
    options = facet_options(dataset, view)
    options["category"] = _by_weight(dataset, "category", options["category"])
    return join(_facet(dataset, view, path, (facet, options[facet])) for facet in TITLES if options[facet])


def _by_weight(dataset: Dataset, facet: str, options: Sequence[Option]) -> list[Option]:
    """Sort values by all the events that carry them, whatever is filtered, so that rows stay put."""
    totals = membership(dataset, facet).sum(axis=1)
    weight = {str(value): int(n) for value, n in zip(vocabulary(dataset, facet), totals, strict=True)}
    return sorted(options, key=lambda option: -weight[option.value])


def _facet(dataset: Dataset, view: View, path: str, given: tuple[str, Sequence[Option]]) -> Markup:
    facet, options = given
    inside = _importance(view) if facet == "importance" else _values(dataset, facet, options)
    return tag(
        "fieldset",
        tag("legend", TITLES[facet]),
        _clear(facet, view, path),
        inside,
        class_="facet",
        id=f"facet-{facet}",
    )


def _clear(facet: str, view: View, path: str) -> Markup | None:
    """Return the act to clear a facet, where there is something to clear."""
    default = getattr(View(), facet)
    if getattr(view, facet) == default:
        return None
    return link(
        "Clear",
        view.but(**{facet: default}),
        path,
        class_="clear",
        id=f"clear-{facet}",
        aria_label=f"Clear {TITLES[facet].lower()}",
    )


def _importance(view: View) -> Markup:
    choices = {str(n): wording.IMPORTANCE[n] for n in reversed(schema.IMPORTANCES)}
    return segments("importance", TITLES["importance"], choices, str(view.importance), next(iter(choices)))


def _values(dataset: Dataset, facet: str, options: Sequence[Option]) -> Markup:
    most = _SHOWN.get(facet, len(options))
    most += len(options) == most + 1  # "1 more" takes as much room as the value itself
    first = [option for place, option in enumerate(options) if place < most or option.chosen]
    rest = [option for option in options if option not in first]
    more = (
        tag("button", f"{len(rest)} more", type="button", class_="more", id=f"more-{facet}", data_more=True)
        if rest
        else None
    )
    return join(
        _finder(facet) if facet in _FINDERS and rest else None,
        (_row(dataset, facet, option) for option in first),
        (_row(dataset, facet, option, "rest") for option in rest),
        more,
    )


def _finder(facet: str) -> Markup:
    says = _FINDERS[facet]
    return tag(
        "input",
        type="search",
        class_="finder",
        id=f"find-{facet}",
        placeholder=says,
        aria_label=says,
        autocomplete="off",
    )


def _row(dataset: Dataset, facet: str, option: Option, kind: str = "first") -> Markup:
    """Return a value as a checkbox."""
    head, tail = _row_parts(dataset, facet, option.value, option.label)
    checked = " checked" if option.chosen else ""
    return Markup(f'<label class="{kind}"{head}{checked}{tail}<b>{option.count:,}</b></label>')  # noqa: S704 - escaped


@lru_cache(maxsize=1 << 12)
def _row_parts(dataset: Dataset, facet: str, value: str, label: str) -> tuple[str, str]:
    """Return what of a row never changes, escaped once: there are hundreds of rows in every answer."""
    season = mark(dataset, int(value)) if facet == "season" else ""
    return str(_HEAD.format(facet=facet, value=value)), str(_TAIL.format(mark=season, label=label))
