"""The few filters of an embed: one form that a browser sends by itself, and its script sooner."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from timeline import schema, wording
from timeline.markup import Content, tag
from timeline.query import label
from timeline.view import View, vocabulary
from timeline.web.marks import option
from timeline.web.sharing.frame import PATH, Frame

_TIMELINE = ("season", "importance", "start", "end")
"""The fields of the View that have a control above a timeline; above other pictures the seasons have."""


def form(shown: Frame) -> Markup:
    """Return the controls; what else the address says travels with them unseen."""
    offered = _TIMELINE if shown.picture.path == "/" else ("season",)
    view = shown.reading.view
    unseen = [(key, text) for field, key, text in shown.reading.written.pairs() if field not in offered]
    parts: list[Content] = [_seasons(shown)]
    if "importance" in offered:
        parts += [_importance(view), _window(view)]
    return tag(
        "form",
        parts,
        tag("noscript", tag("button", "Show", class_="button")),
        (tag("input", type="hidden", name=key, value=text) for key, text in [*unseen, *shown.own()]),
        action=f"{PATH}{shown.picture.name}",
        id="controls",
    )


def _seasons(shown: Frame) -> Markup:
    dataset, chosen = shown.reading.dataset, shown.reading.view.season
    seasons = [n for n in vocabulary(dataset, "season") if n > 0]
    boxes = (
        tag(
            "label",
            tag("input", type="checkbox", name="season", value=n, id=f"season-{n}", checked=n in chosen),
            tag("span", label(dataset, "season", n)),
        )
        for n in seasons
    )
    return tag("fieldset", tag("legend", "Seasons", class_="unseen"), boxes)


def _importance(view: View) -> Markup:
    usual = schema.IMPORTANCES[-1]
    choices = (
        option("" if n == usual else str(n), wording.IMPORTANCE[n], chosen=n == view.importance)
        for n in reversed(schema.IMPORTANCES)
    )
    return tag("label", tag("span", "Importance"), tag("select", choices, name="importance", id="importance"))


def _window(view: View) -> Iterator[Markup]:
    """Yield the two ends of the window, as years or months."""
    for name, value, says in (("from", view.start, "From"), ("to", view.end, "to")):
        field = tag(
            "input", type="text", name=name, id=name, value=value, size=7, placeholder="year",
            autocomplete="off", aria_label=f"{says} year or month".capitalize(),
        )  # fmt: skip
        yield tag("label", tag("span", says), field, class_="end")
