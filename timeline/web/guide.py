"""The help: what the picture's marks, lanes and scales mean, and what this data set is."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from timeline import wording
from timeline.dataset import Dataset
from timeline.markup import Content, join, tag
from timeline.query import label
from timeline.view import View
from timeline.web import ids
from timeline.web.marks import icon
from timeline.web.reading import href

_MARKS = {
    "sizes": "The larger, the weightier: turning points, major, notable, details.",
    "spanned": "The date is a month, a year or longer: the bar shows where it may lie.",
    "ring": "Hollow: the date is approximate.",
    "lived": "In a person’s lane: from birth or first event to death or last event, as far as it is told.",
}
_WORDS = {
    "Where history splits": "The point of divergence (POD): the first event that went another way than "
    "in our history.",
    "The show's history": "The alternate timeline (ATL): all that happens here.",
    "Our history": "The original timeline (OTL): the real event that an event here answers. Switch its "
    "lane on above the picture.",
    "Only in this history, only in ours": "What one history has and the other has not: what happens only "
    "in ours did not happen there.",
    "Time jump": "How far a season's end leaps ahead. The years between two seasons are torn out of the "
    "picture, and pressed together on the story scale.",
    "Opening montage, bonus newsreel": "How a season tells the years since the one before: short pictures at "
    "its start, or news beside its episodes.",
    "About 1969, perhaps June 1969": "An approximate date, and one that is not certain. A date without "
    "a day is known no closer.",
}


_KEYS = {
    "Tab": "Enters the list once, at the chosen event or the first one.",
    "↑ ↓ ← →": "In the list: go along time. With a card open: to the event before or after.",
    "Home, End": "The first and the last event of the list.",
    "Enter": "Opens the event’s card.",
    "Escape": "Closes the card and returns to where it was opened.",
    "/": "Searches.",
    "P": "Presents the picture: it fills the window. Escape leaves.",
    "→ ← Space": "Presenting a story: the next scene and the one before; a clicker does the same.",
    "F, N, B": "Presenting: full screen, notes in a second window, a black screen.",
    "?": "Opens this help.",
}


def guide(dataset: Dataset, view: View) -> Markup:
    """Return the inside of the help dialog; its files hold what the reader of this View has watched."""
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
        tag("section", tag("h3", "Keys", id="help-keys"), _keys()),
        _part("The data set", _about(dataset, view)),
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


def _keys() -> Markup:
    """Return the keys, and the one setting: some readers' tools type characters of their own."""
    box = tag("input", type="checkbox", id="shortcuts", checked=True)
    rows = (tag("div", tag("dt", tag("kbd", key)), tag("dd", does)) for key, does in _KEYS.items())
    return join(
        tag("dl", rows, class_="keys"),
        tag("label", box, "/, ? and P are shortcuts", class_="setting"),
    )


def _about(dataset: Dataset, view: View) -> Markup:
    coverage = {label(dataset, "season", int(season)): text for season, text in dataset.coverage.items()}
    query = href(View(seen=view.seen)).lstrip("/")
    files = (tag("a", name, href=f"/events.{name.lower()}{query}", download=True) for name in ("CSV", "JSON"))
    return join(
        tag("p", dataset.description),
        _terms(coverage),
        tag("p", dataset.notice) if dataset.notice else None,
        tag("p", f"Version {dataset.version}, {dataset.licence}. All events as a file: ", *_spaced(files)),
    )


def _spaced(links: Content) -> list[Content]:
    return [piece for link in links or () for piece in (link, " ")]


def _terms(terms: Mapping[str, str]) -> Markup:
    return tag("dl", ((tag("dt", term), tag("dd", text)) for term, text in terms.items()))
