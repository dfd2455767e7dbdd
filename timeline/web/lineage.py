"""What an event follows from and leads to: a small graph down the card, and the way that led to it."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from timeline.butterflies import Chain, Link, chain
from timeline.card import Card, Step
from timeline.dataset import Dataset
from timeline.markup import Content, join, tag
from timeline.view import View
from timeline.web.marks import link, mark
from timeline.web.reading import Reading

PATH, ASPECT = "/histories", "butterflies"
_MOST = 4
"""So many causes, and effects, are named; the picture of all has the others."""


def lineage(reading: Reading, shown: Card) -> Markup:
    """Return causes, the event and effects on one line down the card, time running downward."""
    if not shown.causes and not shown.effects:
        return Markup()
    basis = tag("em", "as we read it") if shown.reading else None
    causes, effects = _weightiest(shown.causes), _weightiest(shown.effects)
    above = [tag("h3", "Follows from", basis), _branch(reading, causes, "causes")] if causes else []
    rest = len(shown.causes) + len(shown.effects) - len(causes) - len(effects)
    own = mark(reading.dataset, shown.season, hollow=shown.approximate)
    below = tag("h3", own, "This leads to" if effects else "Nothing told follows from this", class_="self")
    return tag(
        "div",
        above,
        below,
        _branch(reading, effects, "effects") if effects else None,
        _more(reading.view, f"{rest} more in the picture of all") if rest else None,
        class_="lineage" if causes else "lineage first",
    )


def _weightiest(steps: Sequence[Step]) -> tuple[Step, ...]:
    """Return some of the events, those that weigh most, in their order."""
    kept = sorted(steps, key=lambda step: step.importance)[:_MOST]
    return tuple(step for step in steps if step in kept)


def _branch(reading: Reading, steps: Sequence[Step], kind: str) -> Markup:
    """Return events that hang on the line, each a link."""
    lines = (
        tag(
            "li",
            mark(reading.dataset, step.season, hollow=step.approximate),
            link(step.text, reading.view.but(event=step.event), reading.path),
            tag("span", step.when),
        )
        for step in steps
    )
    return tag("ul", lines, class_=kind)


def mark_of(dataset: Dataset, event: str) -> Markup:
    """Return an event's mark."""
    row = dataset.event(event)
    return mark(dataset, int(row["season"]), hollow=bool(row["approximate"]))


def _more(view: View, says: str) -> Markup:
    return tag("p", link(says, all_of(view), PATH), class_="more")


def all_of(view: View) -> View:
    """Return the View of the picture of all, at the chosen event."""
    return View(aspect=ASPECT, event=view.event, seen=view.seen, theme=view.theme)


def way(reading: Reading) -> Markup:
    """Return how the event came about, behind one act; nothing where its causes tell as much."""
    found = chain(reading.dataset, reading.view.event)
    if found.steps < 2:
        return Markup()
    return tag(
        "details",
        tag("summary", "How did we get here?", tag("small", counted(found.steps))),
        told(reading, found),
        _more(reading.view, "See it among all that happened"),
        class_="way",
        open=reading.path == PATH and reading.view.aspect == ASPECT,
    )


def counted(number: int) -> str:
    """Say a number of steps."""
    return f"{number} step{'' if number == 1 else 's'}"


def told(reading: Reading, found: Chain) -> Markup:
    """Return the links of a chain, one after the other: when, what, and what happened here instead."""
    start = None if found.splits else tag("p", unknown(found), class_="quiet")
    return join(start, tag("ol", (_link(reading, each, found) for each in found.links), class_="chain"))


def unknown(found: Chain) -> str:
    """Say that a chain does not begin where history splits."""
    return f"Nothing told leads from where history splits to “{found.links[0].headline}”."


def _link(reading: Reading, each: Link, found: Chain) -> Markup:
    dataset, view = reading.dataset, reading.view
    name: Content = link(each.headline, view.but(event=each.event), reading.path)
    if each.event == view.event:
        name = tag("b", each.headline)
    asides = ["where history splits"] if found.splits and each is found.links[0] else []
    asides += ["as we read it"] if each.reading else []
    return tag(
        "li",
        tag("span", mark_of(dataset, each.event), tag("span", each.when), class_="when"),
        [tag("em", aside) for aside in asides],
        name,
        tag("p", each.here, class_="here") if each.here else None,
    )
