"""Every pair of two histories as a list: their event and date, how far apart, our date and event."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup

from timeline.histories import Pair, missing, pairs
from timeline.histories.pairs import End
from timeline.markup import Content, join, tag
from timeline.query import label
from timeline.shifts import YEAR
from timeline.web.marks import link, mark, marked
from timeline.web.reading import Reading

PARTS: Mapping[str, str] = {
    "earlier": "Sooner there",
    "later": "Later there",
    "altered": "At the same time, but otherwise",
    "never": "Only there",
    "averted": "Only here",
    "same": "Alike in both",
}
"""The list's headings, in its order."""
_MOST = 1000


def listing(reading: Reading) -> Markup:
    """Return every pair under its kind: their event and date, how far apart, our date and event."""
    found = pairs(reading.dataset, reading.view)
    shown = found[:_MOST]
    most = max(
        [abs(p.shift.most) for p in shown if p.shift] + [abs(p.shift.least) for p in shown if p.shift] + [1]
    )
    entries = _Entries(reading, shown, float(most))
    more = f"{len(found) - _MOST:,} more pairs follow: narrow the selection to see them."
    return join(
        (entries.section(name) for name in PARTS),
        _silent(reading),
        tag("p", more, class_="quiet") if len(found) > _MOST else None,
    )


class _Entries:
    """Write pairs as links of one list that the Tab key enters once, at the chosen event or the first."""

    def __init__(self, reading: Reading, found: Sequence[Pair], most: float) -> None:
        self.reading, self.most = reading, most
        self.found = {name: [pair for pair in found if pair.relation == name] for name in PARTS}
        listed = [pair.event for pairs_ in self.found.values() for pair in pairs_]
        view = reading.view
        self.entered = view.event if view.event in listed else next(iter(listed), "")

    def section(self, relation: str) -> Markup | None:
        """Return the pairs of a relation under their heading, the furthest apart first."""
        held = self.found[relation]
        if not held:
            return None
        if relation in ("earlier", "later"):
            held = sorted(held, key=lambda pair: -abs(pair.shift.middle) if pair.shift else 0.0)
        ours = len(missing(held))
        count = f"{ours:,}, told by {len(held):,} events" if 0 < ours < len(held) else f"{len(held):,}"
        head = tag("h3", PARTS[relation], tag("small", count))
        return tag("section", head, tag("ul", map(self.write, held)), class_=f"pairs is-{relation}")

    def write(self, pair: Pair) -> Markup:
        """Return one pair."""
        _, colour = marked(self.reading.dataset, pair.season)
        said = ", ".join(filter(None, (pair.said, pair.doubt)))
        theirs = tag("div", self._link(pair), tag("small", pair.theirs.words), class_="theirs")
        ours = tag("div", self._ours(pair.ours), class_="real") if pair.ours else None
        return tag("li", theirs, self._between(pair, said), ours, style=colour)

    def _link(self, pair: Pair) -> Markup:
        view, path = self.reading.view, self.reading.path
        season = label(self.reading.dataset, "season", pair.season)
        name = f"{pair.theirs.text}, {pair.theirs.words}, {season}"
        return link(
            pair.theirs.text, view.but(event=pair.event), path, class_="entry bare", id=f"entry-{pair.event}",
            tabindex="0" if pair.event == self.entered else "-1", aria_label=name,
            aria_current="true" if pair.event == view.event else None,
        )  # fmt: skip

    @staticmethod
    def _ours(ours: End) -> Iterator[Content]:
        yield tag("span", ours.text)
        yield tag("small", ours.words)

    def _between(self, pair: Pair, said: str) -> Markup:
        """Return the distance in words, and as a bar between the ends: what is sure, and what may be."""
        dataset = self.reading.dataset
        theirs = mark(dataset, pair.season, hollow=pair.theirs.date.approximate)
        real = tag("i", class_="ring")
        if pair.relation not in ("earlier", "later") or not pair.shift:
            ends: Content = {"averted": real, "never": theirs}.get(pair.relation, join(theirs, real))
            return tag(
                "div",
                tag("span", ends, class_="ends", aria_hidden="true"),
                tag("span", said),
                class_="between-them",
            )
        near, far = sorted((abs(pair.shift.least), abs(pair.shift.most)))
        least = near if pair.shift.sure else 0
        bar = tag("i", class_="bar", style=f"--sure:{least / self.most:.3f};--far:{far / self.most:.3f}")
        ends = join(theirs, bar, real) if pair.relation == "earlier" else join(real, bar, theirs)
        years = f"--years:{far / YEAR:.0f}"
        return tag(
            "div", tag("span", ends, class_="ends", aria_hidden="true", style=years), tag("span", said),
            class_="between-them",
        )  # fmt: skip


def _silent(reading: Reading) -> Markup | None:
    """Return what the show never says, where nothing is narrowed: no answer of it is one of ours."""
    unknowns = reading.dataset.unknowns
    if reading.view.filtered or not len(unknowns):
        return None
    lines = (
        tag("li", tag("b", question), tag("span", known))
        for question, known in zip(unknowns["question"], unknowns["known"], strict=True)
    )
    said = tag("summary", tag("h3", "The show never says", tag("small", f"{len(unknowns)}")))
    return tag("section", tag("details", said, tag("ul", lines)), class_="pairs facts silent")
