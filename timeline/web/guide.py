"""The help: what the picture's marks, lanes and scales mean, and what this data set is."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from timeline import wording
from timeline.dataset import Dataset
from timeline.query import label
from timeline.web import ids
from timeline.web.marks import icon
from timeline.web.markup import Content, join, tag

_MARKS = {
    "sizes": "The larger, the weightier: turning points, major, notable, details.",
    "spanned": "The date is a month, a year or longer: the bar shows where it may lie.",
    "ring": "The date is approximate.",
}
_WORDS = {
    "Where history splits": "The point of divergence (POD): the first event that went another way than "
    "in our history.",
    "The show's history": "The alternate timeline (ATL): all that happens here.",
    "Our history": "The original timeline (OTL): the real event that an event here answers. Switch its "
    "lane on above the picture.",
    "Time jump": "How far a season's end leaps ahead. The years between two seasons are torn out of the "
    "picture, and pressed together on the story scale.",
    "Opening montage, bonus newsreel": "How a season tells the years since the one before.",
}


def guide(dataset: Dataset) -> Markup:
    """Return the inside of the help dialog."""
    close = tag(
        "button",
        icon("close"),
        type="button",
        class_="button square",
        data_closes=ids.HELP,
        aria_label="Close",
    )
    return join(
        tag("div", tag("h2", "Help", id="help-title"), close, class_="dialog-head"),
        _part("Marks", _marks()),
        _part("Lanes and scales", _drawing()),
        _part("Words", _terms(_WORDS)),
        _part(
            "Keys", tag("p", "Left and right go from the chosen event to its neighbours; Escape closes it.")
        ),
        _part("The data set", _about(dataset)),
    )


def _part(title: str, *content: Content) -> Markup:
    return tag("section", tag("h3", title), content)


def _marks() -> Markup:
    more = tag(
        "li", tag("b", "+12"), "So many more events stand there without a name. Choose it to look closer."
    )
    return join(
        tag("p", "Colour and shape are the season that tells the event, as in the season filter."),
        tag("ul", (tag("li", icon(name), text) for name, text in _MARKS.items()), more, class_="meanings"),
    )


def _drawing() -> Markup:
    return join(
        tag("p", "Lanes part the picture by place, season, decade, category, organisation or person."),
        tag("ul", (tag("li", text) for text in wording.SCALE.values())),
    )


def _about(dataset: Dataset) -> Markup:
    coverage = {label(dataset, "season", int(season)): text for season, text in dataset.coverage.items()}
    files = (tag("a", name, href=f"/events.{name.lower()}", download=True) for name in ("CSV", "JSON"))
    return join(
        tag("p", dataset.description),
        _terms(coverage),
        tag("p", "Unofficial: made by fans, in no way affiliated with the makers of the series."),
        tag("p", f"Version {dataset.version}, {dataset.licence}. All events as a file: ", *_spaced(files)),
    )


def _spaced(links: Content) -> list[Content]:
    return [piece for link in links or () for piece in (link, " ")]


def _terms(terms: Mapping[str, str]) -> Markup:
    return tag("dl", ((tag("dt", term), tag("dd", text)) for term, text in terms.items()))
