"""The small parts that several pieces of the page share: a season's mark, a drawing, a link, a choice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from timeline import theme
from timeline.dataset import Dataset
from timeline.markup import Content, tag
from timeline.view import View
from timeline.web.reading import href


def mark(dataset: Dataset, season: int, *, hollow: bool = False) -> Markup:
    """Return a season's mark as the picture draws it; hollow means approximate."""
    symbol, colour = marked(dataset, season, hollow=hollow)
    return tag("i", class_=f"mark {symbol}", style=colour)


def marked(dataset: Dataset, season: int, *, hollow: bool = False) -> tuple[str, str]:
    """Return the class names and the style that give an element a season's mark."""
    colour, symbol = theme.season_mark(dataset, season)
    return f"{symbol} hollow" if hollow else symbol, f"--mark:{colour}"


def icon(name: str) -> Markup:
    """Return a small drawing from the style sheet; it says nothing to a screen reader."""
    return tag("span", class_=f"icon {name}", aria_hidden="true")


def link(content: Content, view: View, path: str = "/", **more: Any) -> Markup:
    """Return a link to a View on a page; the browser's script follows it without loading the page anew."""
    return tag("a", content, href=href(view, path), **more)


def segments(name: str, says: str, choices: Mapping[str, str], chosen: str, default: str) -> Markup:
    """Return one choice of few as a row of radio buttons; the default is sent as nothing at all."""
    radios = (
        tag(
            "label",
            tag(
                "input",
                type="radio",
                name=name,
                id=f"{name}-{value}",
                value="" if value == default else value,
                checked=value == chosen,
            ),
            tag("span", text),
        )
        for value, text in choices.items()
    )
    return tag("div", radios, class_="segments", role="radiogroup", aria_label=says)


def select(name: str, says: str, options: Content, **more: Any) -> Markup:
    """Return a drop-down choice."""
    return tag(
        "span",
        tag("select", options, **{"name": name, "id": name, "aria_label": says, **more}),
        icon("down"),
        class_="select",
    )


def option(value: str, text: str, *, chosen: bool) -> Markup:
    """Return one choice of a drop-down."""
    return tag("option", text, value=value, selected=chosen)
