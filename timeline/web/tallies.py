"""Two histories in numbers: the sentence over them, how many of each kind, medians, extremes, firsts."""

from __future__ import annotations

from markupsafe import Markup

from timeline import wording
from timeline.figures.histories import title
from timeline.histories import Median, Pair, Summary, headline, summary
from timeline.markup import join, tag
from timeline.query import label
from timeline.web.marks import link
from timeline.web.pairing import PARTS
from timeline.web.reading import Reading

_COUNTED = (
    "Medians of events that come sooner (+) or later (−) there, by the middle of what their dates allow, "
    "and of how many."
)


def above(reading: Reading) -> Markup:
    """Return the sentence over two histories, and how many pairs of each kind there are."""
    dataset, view = reading.dataset, reading.view
    said, counted = title(dataset, view), headline(dataset, view)
    relations = summary(dataset, view.but(relation=())).relations
    chips = [_kind(reading, name, relations[name]) for name in PARTS if relations.get(name)]
    lead = f"{dataset.title} beside our own history: colour is theirs, grey is ours."
    return join(
        tag("h2", said, class_="headline"),
        tag("p", f"{counted}. " if said != counted else None, lead, class_="lead"),
        tag("div", chips, class_="kinds"),
    )


def _kind(reading: Reading, relation: str, count: int) -> Markup:
    """Return a kind of pair with its count, as a link that narrows to it, or that widens again."""
    view = reading.view
    alone = view.relation == (relation,)
    to = view.but(relation=() if alone else (relation,))
    named = [tag("b", f"{count:,}"), " ", PARTS[relation].lower()]
    says = "Show all kinds" if alone else wording.RELATION[relation]
    current = "true" if alone else None
    return link(named, to, reading.path, class_="chip", title=says, aria_current=current)


def numbers(reading: Reading, *, unfolded: bool) -> Markup:
    """Return the numbers behind the picture: medians by field and decade, extremes, first divergences."""
    found = summary(reading.dataset, reading.view)
    if not found.leads:
        return Markup()
    decades = sorted({decade for held in found.leads.values() for decade in held if decade})
    head = tag("tr", (tag("th", text, scope="col") for text in ("Field", "All", *(f"{n}s" for n in decades))))
    rows = (
        tag(
            "tr",
            tag("th", field, scope="row"),
            (_median(held[n], n) if n in held else tag("td") for n in (0, *decades)),
        )
        for field, held in found.leads.items()
    )
    return tag(
        "details",
        tag("summary", tag("h3", "How far ahead, in numbers")),
        _table(tag("thead", head), tag("tbody", rows)),
        tag("p", _COUNTED, _left_out(reading), class_="quiet"),
        tag("div", _extremes(reading, found), _firsts(reading, found), class_="pairs-facts"),
        class_="facts medians",
        open=unfolded,
    )


def _left_out(reading: Reading) -> str:
    """Say which events do not count, as far as the reader's data set has their subjects."""
    tags = [label(reading.dataset, "tag", name) for name in reading.dataset.tags]
    without = [name.lower() for name, word in zip(tags, reading.dataset.tags, strict=True)
               if word in reading.dataset.histories.without_lead]  # fmt: skip
    if not without:
        return ""
    return f" What is about {' or '.join(without)} moves in time, but nobody is ahead by it: it is left out."


def _table(*parts: Markup) -> Markup:
    return tag(
        "div", tag("table", *parts), class_="scroll", tabindex="0", role="region",
        aria_label="Median lead by field and decade",
    )  # fmt: skip


def _extremes(reading: Reading, found: Summary) -> Markup:
    far = (("Furthest ahead", found.largest), ("Furthest behind", found.least))
    facts = [_fact(reading, name, pair, pair.said) for name, pair in far if pair]
    return tag("div", tag("h3", "The largest distances"), tag("ul", facts))


def _firsts(reading: Reading, found: Summary) -> Markup:
    facts = [_fact(reading, field, pair, pair.theirs.words) for field, pair in found.first.items()]
    return tag("div", tag("h3", "The first divergence in each field"), tag("ul", facts))


def _median(held: Median, decade: int) -> Markup:
    sign = "+" if held.days >= 0 else "−"
    name = tag("b", f"{sign}{held.amount}")
    return tag(
        "td", name if decade == 0 else tag("span", f"{sign}{held.amount}"), " ", tag("small", f"of {held.n}")
    )


def _fact(reading: Reading, name: str, pair: Pair, aside: str) -> Markup:
    to = link(pair.theirs.label, reading.view.but(event=pair.event), reading.path)
    return tag("li", tag("span", name), " ", to, " ", tag("small", aside))
