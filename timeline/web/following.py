"""The butterflies on the page of two histories: how many are shown, the way to an event, all as a list."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from timeline import wording
from timeline.butterflies import Shown, chain, drawn, effects_of, length, shown, title
from timeline.dataset import Dataset
from timeline.markup import join, tag
from timeline.schema import IMPORTANCES
from timeline.shorthand import year_of
from timeline.view import View
from timeline.web import lineage
from timeline.web.listing import COLUMNS, Entries
from timeline.web.marks import link
from timeline.web.reading import Reading

_OFFERED = 5
_NAMED = 3


def above(reading: Reading, *, pictured: bool) -> Markup:
    """Return the sentence over the picture, how many events it shows, and the way to more of them."""
    dataset, view = reading.dataset, reading.view
    free = view.but(event="")
    said = f"{drawn(dataset, view)}, from cause to effect{'; each takes one step' if pictured else ''}."
    return join(
        tag("h2", title(dataset, free), class_="headline"),
        tag("p", said, " ", _more(dataset, view, shown(dataset, view)), class_="lead"),
    )


def _weight(dataset: Dataset, event: str) -> int:
    return int(dataset.event(event)["importance"])


def _more(dataset: Dataset, view: View, seen: Shown) -> Markup | None:
    """Return a link to the picture with less weighty events too, or back to the usual one."""
    if view.importance != IMPORTANCES[-1]:
        return link("Only the weightiest", view.but(importance=IMPORTANCES[-1]), lineage.PATH)
    wider = view.but(importance=seen.importance + 1)
    if seen.importance == IMPORTANCES[-1] or shown(dataset, wider).importance == seen.importance:
        return None
    return link(f"Show {wording.IMPORTANCE[seen.importance + 1].lower()} events too", wider, lineage.PATH)


def story(reading: Reading) -> Markup:
    """Return how the chosen event came about and what followed, or which events have the longest story."""
    return tag("section", _way(reading) if reading.view.event else _offers(reading), class_="told-way")


def _way(reading: Reading) -> Iterator[Markup]:
    dataset, event = reading.dataset, reading.view.event
    found = chain(dataset, event)
    headline = found.links[-1].headline
    if event == dataset.divergence:
        yield tag("h3", f"“{headline}” is where history splits")
    elif not found.steps:
        yield tag("h3", f"What led to “{headline}” is not told")
    else:
        yield tag("h3", f"How did we get to “{headline}”?")
        yield tag("p", f"{length(found)}, the shortest way. In grey: our history.", class_="quiet")
        yield lineage.told(reading, found)
    yield _followed(reading, event)


def _followed(reading: Reading, event: str) -> Markup:
    """Return all that followed from an event, those that it led to itself first, behind one act."""
    dataset = reading.dataset
    effects = effects_of(dataset, event)
    if not effects:
        return tag("p", "Nothing that is told follows from it.", class_="quiet")
    direct = [each for each in effects if event in dataset.event(each)["caused_by"]]
    rest = len(effects) - len(direct)
    further = tag("p", f"and, through them, {rest:,} more.", class_="quiet") if rest else None
    lines = (tag("li", lineage.mark_of(dataset, each), _named(reading, each)) for each in direct)
    return tag(
        "details",
        tag("summary", "What followed from it ", tag("small", f"{len(effects):,}")),
        tag("ul", lines),
        further,
        class_="followed",
    )


def _named(reading: Reading, event: str) -> Markup:
    row = reading.dataset.event(event)
    to = link(row["headline"], reading.view.but(event=event), reading.path)
    return join(to, tag("small", row["words"]))


def _offers(reading: Reading) -> Iterator[Markup]:
    """Yield the weightiest events with the longest chains, one of each season, as questions to ask."""
    dataset = reading.dataset
    best: dict[int, tuple[int, int, str]] = {}
    for event in shown(dataset, reading.view).events:
        found = chain(dataset, event)
        season = found.links[-1].season
        if found.splits and found.steps > 1 and season:
            best[season] = max(best.get(season, (-9, 0, "")), (-_weight(dataset, event), found.steps, event))
    yield tag("h3", "How did we get here?")
    yield tag("p", "Choose an event to see what led to it, back to where history splits.", class_="quiet")
    if best:
        lines = (
            tag("li", lineage.mark_of(dataset, event), _named(reading, event))
            for _, _, event in best.values()
        )
        yield tag("ul", list(lines)[-_OFFERED:], class_="offers")


def key() -> Markup:
    """Explain the lines of the picture."""
    signs = (
        ("solid", "leads to"),
        ("dotted", "leads to, by way of events that are not drawn"),
        ("loose", "a further cause"),
        ("strong", "the way to the chosen event"),
    )
    return join([tag("span", tag("i", class_=f"stroke {kind}"), words) for kind, words in signs])


def listing(reading: Reading) -> Markup:
    """Return the shown events in the picture's order, each with what it follows from."""
    dataset = reading.dataset
    seen = shown(dataset, reading.view)
    entries = Entries(reading, {event: _follows(dataset, event) for event in seen.events}, seen.events)
    rows = dataset.events.iloc[[dataset.event_rows[event] for event in seen.events]]
    years = [str(year_of(int(day))) for day in rows["position"]]
    written = [
        entries.write(row, year if year != former else "")
        for row, year, former in zip(
            rows[COLUMNS].itertuples(index=False, name=None), years, ["", *years], strict=False
        )
    ]
    return tag("section", tag("h3", "From cause to effect"), tag("ol", written), class_="part gap")


def _follows(dataset: Dataset, event: str) -> str:
    """Say what an event directly follows from."""
    causes = dataset.event(event)["caused_by"]
    names = [
        dataset.events["label"].iloc[row] or dataset.events["headline"].iloc[row]
        for row in (dataset.event_rows[cause] for cause in causes[:_NAMED])
    ]
    return f"follows from {'; '.join(names)}" if names else ""
