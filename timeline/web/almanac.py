"""The world at a date as HTML: the month and its steps, the numbers in a sentence, cards, and the ledger."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from timeline.figures.world import margin
from timeline.histories import Pair
from timeline.markup import Content, join, tag
from timeline.shifts import amount
from timeline.shorthand import brief
from timeline.web.ledger import TITLES, Ledger, facts
from timeline.web.marks import icon, link, mark
from timeline.web.reading import Reading
from timeline.world import World, months, sentence, states, world

IN_SIGHT = frozenset({"at"})
"""The parts of the View that its controls hold."""
_CARDS = (states.THERE, states.THEIRS, states.OTHERWISE, states.HERE)
_THUMB = 16
"""px by which a slider is longer than the way of its thumb's middle."""
_NEWS = 3
"""So many changes of a month are told by name."""
_INSTEAD = (states.OURS, states.BOTH, states.OPEN)
_NAMES = {
    states.THEIRS: "Sooner there",
    states.OURS: "Later there",
    states.OTHERWISE: "Otherwise",
    states.BOTH: "In both",
}


def there(reading: Reading) -> bool:
    """Tell whether there is a world to tell of."""
    return bool(len(reading.dataset.events))


def above(reading: Reading) -> Markup:
    """Return what stands over the picture: the month, its steps, and the numbers in a sentence."""
    now = _now(reading)
    key = "Events a year that stand beside our history: there above the line, here below it."
    return tag(
        "div",
        _head(reading, now),
        tag("p", said, class_="elsewhere") if (said := _elsewhere(reading, now)) else None,
        tag("p", _sentence(now), class_="counted"),
        tag("p", key, class_="quiet key-years"),
        class_="almanac",
    )


def below(reading: Reading, width: int) -> Markup:
    """Return what stands under the picture: the slider, a card of each kind, both histories side by side.

    `width` is the picture's in px: the slider is as long as its years.
    """
    now = _now(reading)
    lines = Ledger(reading.dataset, reading.view, reading.path, now)
    heads = tag(
        "div",
        tag("h3", "There", tag("span", reading.dataset.title)),
        tag("span", "years between", class_="between-years"),
        tag("h3", "Here", tag("span", "our history")),
        class_="beside-heads",
    )
    return tag(
        "div",
        _slider(now, width),
        _steps(reading, now),
        _changes(reading, now),
        tag("div", (_card(reading, state, pair) for state, pair in _cards(now)), class_="told-first"),
        _jumps(now),
        heads,
        facts(reading.dataset, reading.view, reading.path, now),
        lines.sections(),
        class_="almanac",
    )


def announcement(reading: Reading) -> Markup:
    """Return what a screen reader hears after a change of the month."""
    now = _now(reading)
    counts = [f"{len(now.held[state])} {name}" for state, name in _SAID.items() if now.held[state]]
    new = "; ".join(f"{each.name}, {each.said}" for each in now.changes[:_NEWS])
    counted = f"{now.words}: {', '.join(counts) or 'nothing differs'}"
    elsewhere = f"{said} " if (said := _elsewhere(reading, now)) else ""
    return join(elsewhere + (f"{counted}. New: {new}" if new else counted))


_SAID = {
    states.THEIRS: "sooner there",
    states.OURS: "later there",
    states.OTHERWISE: "otherwise",
    states.THERE: "only there",
    states.HERE: "only here",
}


def title(reading: Reading) -> str:
    """Return the name of what is shown: "The world in June 1983"."""
    return f"The world in {_now(reading).words}"


def _now(reading: Reading) -> World:
    return world(reading.dataset, reading.view, reading.view.at)


def _head(reading: Reading, now: World) -> Markup:
    """Return the heading with the month before and after, and the month as a field."""
    month = tag(
        "input", type="month", name="at", id="at", value=now.month, min=now.earliest, max=now.latest,
        required=True, pattern="[0-9]{4}-(0[1-9]|1[0-2])", placeholder="YYYY-MM", aria_label="Month",
    )  # fmt: skip
    return tag(
        "div",
        tag("h2", f"The world in {now.words}"),
        _month(reading, now, -1),
        _month(reading, now, 1),
        month,
        class_="month",
    )


def _elsewhere(reading: Reading, now: World) -> str:
    """Say that another month was asked for than can be shown; nothing of how far the story goes on."""
    asked = reading.view.at
    if not asked or asked == now.month:
        return ""
    where = "beyond what is known here" if asked > now.month else "before the first month here"
    return f"{months.words(months.number(asked))} lies {where}; shown: {now.words}."


def _month(reading: Reading, now: World, by: int) -> Markup:
    """Return a step by one month; at an end it leads nowhere."""
    name, says = ("left", "A month earlier") if by < 0 else ("right", "A month later")
    target = months.number(now.month) + by
    if not months.number(now.earliest) <= target <= months.number(now.latest):
        return tag("span", icon(name), class_="button square", aria_hidden="true")
    return link(
        icon(name), reading.view.but(at=months.text(target)), reading.path,
        class_="button square", title=says, aria_label=says,
    )  # fmt: skip


def _slider(now: World, width: int) -> Markup:
    """Return the month as a slider, which writes it into the field; arrow keys move it too."""
    return tag(
        "input", type="range", id="slider-at", data_month="at", value=str(months.number(now.month)),
        min=str(months.number(now.earliest)), max=str(months.number(now.latest)),
        aria_label="Month", aria_valuetext=now.words,
        style=f"width:{width - 2 * margin(width) + _THUMB:.0f}px",
    )  # fmt: skip


def _steps(reading: Reading, now: World) -> Markup:
    """Return the ways to the months in which the next thing differs."""

    def step(month: str, content: Content, kind: str = "button") -> Markup:
        return link(content, reading.view.but(at=month), reading.path, class_=kind)

    before, after = (months.words(months.number(each)) if each else "" for each in (now.before, now.after))
    return tag(
        "nav",
        step(now.before, [icon("left"), tag("span", f"Previous difference: {before}")]) if before else None,
        step(now.after, [tag("span", f"Next difference: {after}"), icon("right")], "button onward")
        if after
        else None,
        class_="steps-between",
        aria_label="Differences",
    )


def _sentence(now: World) -> Markup:
    """Return the numbers of a world in a sentence or two."""
    return join(tag("b", text) if strong else text for text, strong in sentence.runs(now))


def _changes(reading: Reading, now: World) -> Markup:
    """Return what differs in this month that did not before: the weightiest by name, the others counted."""
    if not now.changes:
        return tag("p", f"Nothing new in {now.words}.", class_="news quiet")
    rest = len(now.changes) - _NEWS
    found: list[Content] = [tag("span", f"New in {now.words}: ")]
    for place, each in enumerate(now.changes[:_NEWS]):
        sign = tag("i", class_="real") if each.of_ours else mark(reading.dataset, each.pair.season)
        to = link(join(sign, each.name), reading.view.but(event=each.pair.event), reading.path)
        found += ["; " if place else "", to, ", ", tag("small", each.said)]
    return tag("p", found, f"; {rest} more" if rest > 0 else "", ".", class_="news")


def _cards(now: World) -> Iterator[tuple[str, Pair]]:
    """Yield one pair of each kind, at most four; other kinds stand in for those that have none."""
    kinds = [state for state in _CARDS if state in now.chosen]
    kinds += [state for state in _INSTEAD if state in now.chosen]
    for state in kinds[: len(_CARDS)]:
        yield state, now.chosen[state]


def _card(reading: Reading, state: str, pair: Pair) -> Markup:
    said = amount(pair.shift) if pair.shift and state in (states.THEIRS, states.OURS) else ""
    kind = ", ".join(filter(None, (_NAMES.get(state, TITLES[state]), said)))
    ours = f"{brief(pair.ours.date.text)}: {pair.ours.text}" if pair.ours else "nothing like it."
    if state == states.HERE and pair.ours:
        head = join(tag("i", class_="real"), tag("span", pair.ours.label))
        when, other = brief(pair.ours.date.text), f"{pair.ours.text} There: {pair.theirs.text}."
    else:
        head = join(mark(reading.dataset, pair.season), tag("span", pair.theirs.text))
        when, other = brief(pair.theirs.date.text), f"Here: {ours}" if not pair.ours else f"Here, {ours}"
    to = link(head, reading.view.but(event=pair.event), reading.path)
    return tag("div", tag("em", kind), tag("p", to, " ", tag("small", when)), tag("p", other, class_="quiet"))


def _jumps(now: World) -> Markup:
    """Return a way to each section, with its count, for narrow screens."""
    ways = (
        tag(
            "a",
            _SHORT.get(state, TITLES[state]),
            tag("em", str(len(held))),
            href=f"#kind-{state}",
            class_="chip",
        )
        for state, held in now.held.items()
        if held
    )
    return tag("nav", ways, class_="jumps", aria_label="Kinds of differences")


_SHORT = {
    states.THEIRS: "Sooner",
    states.OURS: "Later",
    states.OTHERWISE: "Otherwise",
    states.BOTH: "Both",
}
