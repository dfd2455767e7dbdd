"""Two histories side by side, line by line: pairs as a small dumbbell each, and what holds in both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from markupsafe import Markup

from timeline.dataset import Dataset
from timeline.histories import Pair
from timeline.markup import Content, join, tag
from timeline.shifts import YEAR, amount
from timeline.shorthand import brief
from timeline.view import View
from timeline.web.marks import link, mark, marked
from timeline.world import World, states
from timeline.world.bodies import Body, Founded, Stay
from timeline.world.latest import Latest
from timeline.world.posts import Holder, Office

TITLES: Mapping[str, str] = MappingProxyType(
    {
        states.THEIRS: "They have it, we still wait",
        states.OURS: "We have it, they still wait",
        states.OPEN: "About now",
        states.OTHERWISE: "At the same time, but otherwise",
        states.THERE: "Only there",
        states.HERE: "Only here",
        states.BOTH: "Both have it by now",
    }
)
_ASIDES = {states.OPEN: "a date that is not over yet, or only one of the two has come"}
_FIRST: Mapping[str, int] = MappingProxyType({states.THEIRS: 6, states.THERE: 5, states.OURS: 3})
_FEW = 4
"""How many lines of a section stand before "and n more", where `_FIRST` does not say it."""
_LEAST_SCALE = 20.0
"""The years that a whole bar stands for, at least."""
_MANY = 5


class Ledger:
    """Write the lines of a world: links lead to the events of a View's page."""

    def __init__(self, dataset: Dataset, view: View, path: str, now: World) -> None:
        self.dataset, self.view, self.path, self.now = dataset, view, path, now
        far = (abs(pair.shift.middle) for held in now.held.values() for pair in held if pair.shift)
        self.whole = max(_LEAST_SCALE, max(far, default=0.0) / YEAR)

    def sections(self) -> Markup:
        """Return a section for each state that any pair is in."""
        return join(self._section(state, held) for state, held in self.now.held.items() if held)

    def _section(self, state: str, held: Sequence[Pair]) -> Markup:
        first = _FIRST.get(state, _FEW)
        aside = tag("small", _ASIDES[state]) if state in _ASIDES else None
        title = tag("h3", TITLES[state], tag("em", f"{len(held)}"), aside)
        shown = tag("ol", (self._line(state, pair) for pair in held[:first]))
        rest = held[first:]
        more = tag(
            "details",
            tag("summary", f"and {len(rest)} more"),
            tag("ol", (self._line(state, pair) for pair in rest)),
            id=f"more-{state}",
        )
        return tag(
            "section", title, shown, more if rest else None, id=f"kind-{state}", class_=f"kind is-{state}"
        )

    def _line(self, state: str, pair: Pair) -> Markup:
        there, here = states.both(pair, self.now.end)
        absent = pair.relation == "averted"
        when = "not there" if absent else brief(pair.theirs.date.text)
        theirs = tag("span", self.event(pair), class_=_weight("of-theirs", there, absent))
        ours = self.ours(pair, here)
        date = brief(pair.ours.date.text) if pair.ours and pair.relation != "never" else "not here"
        return tag(
            "li",
            theirs,
            tag("span", when, class_=_weight("when", there, absent)),
            self._gap(state, pair),
            tag("span", date, class_=_weight("when", here, pair.relation == "never")),
            ours,
            style=self._far(pair),
        )

    def event(self, pair: Pair) -> Markup:
        """Return an event there, with its season's mark, as a link to its card."""
        said = join(
            mark(self.dataset, pair.season, hollow=pair.relation == "averted"), tag("span", pair.theirs.text)
        )
        return link(said, self.view.but(event=pair.event), self.path)

    def ours(self, pair: Pair, here: int) -> Markup:
        """Return a pair's half of our history; muted while it has not come."""
        text = pair.ours.label if pair.ours and pair.relation != "never" else "nothing like it"
        title = pair.ours.text if pair.ours and pair.relation != "never" else None
        kind = _weight("of-ours", here, pair.relation == "never")
        ring = tag("i", class_="real") if title else None
        return tag("span", ring, tag("span", text, title=title), class_=kind)

    def _far(self, pair: Pair) -> str | None:
        """Return how long a pair's bar is at most, as a share of the whole, and how much of that is sure."""
        colour = marked(self.dataset, pair.season)[1]
        if not pair.shift or not _apart(pair):
            return colour
        near, far = sorted((abs(pair.shift.least), abs(pair.shift.most)))
        share = min(1.0, far / YEAR / self.whole)
        return f"{colour};--far:{share:.1%};--share:{share:.3f};--sure:{near / far:.0%}"

    def _gap(self, state: str, pair: Pair) -> Markup:
        """Return what stands between the two dates: how far apart they are, or in what way."""
        if state in (states.THERE, states.HERE):
            return tag("span", class_="gap none")
        if state == states.OTHERWISE:
            return tag("span", "otherwise", class_="gap")
        if said := _apart(pair):
            behind = " behind" if pair.shift and pair.shift.middle < 0 else ""
            return tag("span", tag("b", said), tag("i"), class_=f"gap is-apart{behind}")
        return tag("span", "same time" if pair.ours and pair.relation == "same" else "", class_="gap")


def _apart(pair: Pair) -> str:
    """Return how far a pair is apart in words; nothing for what is no sooner or later."""
    return amount(pair.shift) if pair.shift and pair.relation != "altered" else ""


def _weight(kind: str, come: int, never: bool) -> str:
    """Return a class name, quieter for what has not come, or never does."""
    return kind if come and not never else f"{kind} quiet"


# -- what holds in both


def facts(dataset: Dataset, view: View, path: str, now: World) -> Markup:
    """Return who holds which post, who is where, and the latest of each field, in three columns."""
    parts = (
        ("Who governs", (_office(each) for each in now.offices)),
        ("Who is where", (_body(each) for each in now.bodies)),
        ("The latest on this list", (_latest(dataset, view, path, each) for each in now.news)),
    )
    return join(
        tag("section", tag("h3", title), tag("dl", lines), class_="facts-beside")
        for title, found in parts
        if (lines := list(found))
    )


def _beside(subject: str, there: Content, here: Content, *, alike: bool = False) -> Markup:
    return tag(
        "div",
        tag("dt", subject),
        tag("dd", tag("span", "There: ", class_="unseen"), there, class_="of-theirs"),
        tag("dd", tag("span", "Here: ", class_="unseen"), here, class_="of-ours"),
        class_="alike" if alike else None,
    )


def _office(office: Office) -> Markup:
    there = _holders(office.there)
    if office.before:
        there = join(_quiet("not told now; last told: "), _gone(office.before))
    return _beside(office.role, there, _holders(office.here), alike=bool(office.there) and not office.differs)


def _holders(held: Iterable[Holder]) -> Markup:
    found = [_holder(each) for each in held]
    return join(tag("p", each) for each in found) if found else _quiet("not told")


def _holder(each: Holder) -> Markup:
    aside = ", ".join(filter(None, (each.title, each.when if each.sure else f"perhaps {each.when}")))
    return join(tag("b", each.name), " ", tag("small", aside.replace("perhaps perhaps", "perhaps")))


def _body(body: Body) -> Markup:
    there = [tag("p", line) for line in (*_bases(body), _people(body.people), _flights(body.flights)) if line]
    here = _holders(body.here)
    if not body.here:
        gone = (_quiet("nobody stays; last "), _gone(body.before)) if body.before else _quiet("nobody")
        here = tag("p", gone)
    return _beside(body.name, there or tag("p", _quiet("nobody told of")), here)


def _gone(each: Holder) -> Markup:
    return join(tag("b", f"{each.name},", class_="quiet"), " ", tag("small", each.when))


def _bases(body: Body) -> Iterator[Markup]:
    if body.bases:
        yield join(_listed([_base(each) for each in reversed(body.bases)]))
    if body.coming:
        yield join(_quiet(f"not yet: {body.coming.name}, {body.coming.when}"))


def _base(each: Founded) -> Markup:
    return join(tag("b", each.name), " ", tag("small", each.when if each.sure else f"perhaps {each.when}"))


def _people(people: Sequence[Stay]) -> Markup | None:
    """Return who is told to be there, place by place."""
    if not people:
        return None
    places: dict[str, list[str]] = {}
    for each in people:
        places.setdefault(each.place, []).append(each.name if each.sure else f"perhaps {each.name}")
    return join(
        _listed(
            [join(tag("small", "at "), place, ": ", ", ".join(names)) for place, names in places.items()],
            "; ",
        )
    )


def _flights(flights: Sequence[str]) -> Markup | None:
    more = f" and {len(flights) - _MANY} more" if len(flights) > _MANY else ""
    return join(tag("small", "on the way: "), ", ".join(flights[:_MANY]), more) if flights else None


def _listed(pieces: Sequence[Markup], between: str = ", ") -> Iterator[Content]:
    for place, piece in enumerate(pieces):
        yield from ((between, piece) if place else (piece,))


def _latest(dataset: Dataset, view: View, path: str, each: Latest) -> Markup:
    there: Content = _quiet("nothing yet")
    if each.event:
        said = join(mark(dataset, each.season), tag("span", each.there))
        there = [link(said, view.but(event=each.event), path), " ", tag("small", each.when)]
    here: Content = [each.here, " ", tag("small", each.ours)] if each.here else _quiet("nothing yet")
    return _beside(each.field, there, here)


def _quiet(text: str) -> Markup:
    return tag("span", text, class_="quiet")
