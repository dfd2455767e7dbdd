"""The chosen event's card, from what timeline.card says of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from markupsafe import Markup

from timeline.card import Card, Chip, Ours, Source, Span, Step, card
from timeline.dataset import Dataset
from timeline.markup import Content, join, tag
from timeline.view import View
from timeline.web import lineage
from timeline.web.marks import icon, link, mark, marked
from timeline.web.reading import Reading


def panel(reading: Reading, among: View | None = None) -> Markup:
    """Return the card, or nothing where no event is chosen.

    It stays on the reading's page; its neighbours are those among what `among` selects, else the View.
    """
    dataset, view, path = reading.dataset, reading.view, reading.path
    if not view.event:
        return Markup()
    shown = card(dataset, view.event, among or view)
    story = [_head(dataset, shown, reading), _when(dataset, shown), tag("p", shown.summary)]
    story += [_ours(dataset, shown, shown.ours)] if shown.ours else []
    story += [_cast(shown, view), lineage.lineage(reading, shown), lineage.way(reading), _grounds(shown)]
    return join(
        tag("div", story, class_="card-body"),
        tag("nav", _neighbours(shown, view, path), class_="card-foot", aria_label="Neighbours"),
    )


def _head(dataset: Dataset, shown: Card, reading: Reading) -> Markup:
    close = link(
        icon("close"), reading.view.but(event=""), reading.path, class_="shut", aria_label="Close the card"
    )
    telling = tag("span", shown.telling)
    return join(
        tag("div", mark(dataset, shown.season), telling, close, class_="telling"),
        tag("h2", shown.headline, id="card-title", tabindex="-1"),
    )


def _when(dataset: Dataset, shown: Card) -> Markup:
    words = tag("p", tag("b", shown.when), tag("br"), tag("span", shown.known), class_="when")
    return join(words, _span(dataset, shown, shown.span) if shown.span else None)


def _span(dataset: Dataset, shown: Card, span: Span) -> Markup:
    """Return what the date allows as a bar on an axis of whole years."""
    symbol, colour = marked(dataset, shown.season)
    places = f"--low:{span.low:.2%};--high:{span.high:.2%};--at:{span.mark:.2%};{colour}"
    axis = tag("div", tag("i", class_="bar"), tag("i", class_=f"mark {symbol}"), class_="axis", style=places)
    return tag("div", axis, _ticks(span.ticks), class_="span")


def _ticks(texts: Iterable[str]) -> Markup:
    return tag("div", (tag("span", text) for text in texts), class_="ticks")


def _ours(dataset: Dataset, shown: Card, ours: Ours) -> Markup:
    said = join(tag("h3", "Our history"), tag("p", tag("b", ours.sentence)))
    if not ours.leads:
        when = tag("span", f"{ours.when}: ", class_="quiet")
        return join(said, tag("p", when, ours.text) if ours.text else None)
    ends = [(tag("i", class_="real"), ours.when), (mark(dataset, shown.season), shown.brief)]
    if ours.leads == "theirs":
        ends.reverse()
    line = tag("div", (end for end, _ in ends), class_="between")
    return join(said, tag("div", line, _ticks(when for _, when in ends), class_="span"), tag("p", ours.text))


def _cast(shown: Card, view: View) -> Markup:
    missions = [tag("h3", "Missions"), tag("p", ", ".join(shown.missions))] if shown.missions else []
    return join(
        _chips("People", shown.people, view),
        _chips(_scene(shown), tuple(_told_apart(shown)), view),
        missions,
    )


def _scene(shown: Card) -> str:
    """Return the heading over places and organisations, for what there is of them."""
    place = "Place" if len(shown.places) == 1 else "Places"
    group = "organisation" if len(shown.organisations) == 1 else "organisations"
    if shown.places and shown.organisations:
        return f"{place} and {group}"
    return place if shown.places else group.capitalize()


def _told_apart(shown: Card) -> Iterator[Chip]:
    """Yield places and organisations; where both have a name, each says which of the two it is."""
    twice = {chip.text for chip in shown.places} & {chip.text for chip in shown.organisations}
    for chip in (*shown.places, *shown.organisations):
        yield replace(chip, aside=chip.facet) if chip.text in twice else chip


def _chips(title: str, chips: Sequence[Chip], view: View) -> Markup | None:
    """Return names as links under a heading, or nothing where there are none."""
    links = [_chip(chip, view) for chip in chips]
    return join(tag("h3", title), tag("div", links, class_="chips")) if links else None


def _chip(chip: Chip, view: View) -> Markup:
    """Return a person as a link to their page, and another name as one to all events that carry it."""
    content = [chip.text, tag("em", chip.aside) if chip.aside else None]
    if chip.facet == "person":
        to = view.but(event="")
        return link(content, to, f"/person/{chip.value}", class_="chip", title=f"About {chip.text}")
    to = view.cleared().but(**{chip.facet: (chip.value,)})
    return link(content, to, class_="chip", title=f"All events: {chip.text}")


def _grounds(shown: Card) -> Markup:
    """Return what the event rests on: sources, how well they attest it, and the editors' note."""
    return join(
        tag("h3", "Sources"),
        tag("ul", map(_source, shown.sources), class_="sources") if shown.sources else None,
        tag("p", f"{shown.confidence}.", class_="quiet"),
        tag("p", shown.note, class_="quiet") if shown.note else None,
    )


def _source(source: Source) -> Markup:
    title: Content = source.title
    if source.url:
        title = tag("a", source.title, href=source.url, target="_blank", rel="noopener noreferrer")
    return tag("li", title, tag("em", source.publisher) if source.publisher != source.title else None)


def _neighbours(shown: Card, view: View, path: str) -> Markup:
    def go(step: Step, name: str, content: Content) -> Markup:
        title = f"{name.capitalize()}: {step.text}, {step.when}"
        return link(content, view.but(event=step.event), path, class_=name, title=title)

    return join(
        go(shown.before, "before", [icon("left"), tag("span", shown.before.text)]) if shown.before else None,
        go(shown.after, "after", [tag("span", shown.after.text), icon("right")]) if shown.after else None,
    )
