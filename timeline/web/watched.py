"""How far the reader has watched: the question, the answer in the header, and what no link does alone."""

from __future__ import annotations

from itertools import chain

from markupsafe import Markup

from timeline import gate
from timeline.dataset import Dataset
from timeline.markup import Content, tag
from timeline.query import select as selected
from timeline.web.marks import icon, link, option, select
from timeline.web.reading import Reading


def choice(whole: Dataset, reading: Reading) -> Markup | None:
    """Return the answer in force as a choice: no titles, and no seasons that the reader has not begun."""
    if not gate.asks(whole):
        return None
    seen = reading.view.seen
    seasons = gate.offered(whole, seen, reading.season)
    options = [] if seen else [option("", "not said yet", chosen=True)]
    options.append(option(gate.NOTHING, "nothing yet", chosen=seen == gate.NOTHING))
    for season, episodes in seasons.items():
        inside = (option(episode, episode, chosen=episode == seen) for episode in episodes)
        options.append(tag("optgroup", inside, label=_name(reading, season)))
    if later := gate.next_season(whole, max(seasons)):
        options.append(tag("option", "a later season …", value="more", data_season=later))
    options.append(option(gate.ALL, "everything", chosen=seen == gate.ALL))
    drop = select("seen", "I've watched up to", options, data_set=whole.name, data_now=seen)
    return tag("label", icon("eye"), tag("span", "Watched up to"), drop, class_="watched")


def question(whole: Dataset, reading: Reading) -> Markup:
    """Return the question, for a reader who has not answered or who steps through the seasons."""
    if not gate.asks(whole) or (reading.remembered != "" and not reading.season):
        return Markup()
    seasons = gate.offered(whole, reading.view.seen, reading.season)
    shown = reading.season if reading.season in seasons else max(seasons)
    says = "Nothing beyond it is shown, on any page. You can change this above at any time."
    close = tag("button", icon("close"), type="button", class_="shut", data_season=0, aria_label="Close")
    return tag(
        "div",
        tag("div", tag("h2", "How far have you watched?"), tag("p", says)),
        tag("div", _seasons(whole, reading, list(seasons), shown), class_="answers"),
        tag("div", _episodes(reading, shown, seasons[shown]), class_="answers episodes"),
        close if reading.remembered != "" else None,
        class_="question",
    )


def _seasons(whole: Dataset, reading: Reading, seasons: list[int], shown: int) -> Content:
    """Return the first half of the answer: nothing, a season, a later one, everything."""
    later = gate.next_season(whole, max(seasons))
    return [
        _answer("Nothing yet", gate.NOTHING),
        *(_step(_name(reading, season), season, pressed=season == shown) for season in seasons),
        _step("A later season …", later) if later else None,
        _answer("Everything", gate.ALL),
    ]


def _episodes(reading: Reading, season: int, episodes: list[str]) -> Content:
    name = _name(reading, season)
    numbers = (
        _answer(str(number), episode, aria_label=f"{name}, episode {number}")
        for number, episode in enumerate(episodes, start=1)
    )
    return chain([tag("span", f"{name}, up to episode")], numbers)


def _answer(text: str, seen: str, **more: str) -> Markup:
    return tag("button", text, type="button", class_="button", data_seen=seen, **more)


def _step(text: str, season: int, *, pressed: bool | None = None) -> Markup:
    said = None if pressed is None else str(pressed).lower()
    return tag("button", text, type="button", class_="button", data_season=season, aria_pressed=said)


def _name(reading: Reading, season: int) -> str:
    """Return a season's name; one that the reader has not begun has none, only its number."""
    names = reading.dataset.seasons["name"]
    return str(names[season]) if season in names.index else f"Season {season}"


def beyond(reading: Reading) -> Markup | None:
    """Return what is said of a link that would show more than was watched, and the act to let it."""
    if not reading.beyond:
        return None
    place = {gate.ALL: "everything"}.get(reading.beyond, f"up to {reading.beyond}")
    said = {gate.NOTHING: "nothing yet", "": ""}.get(reading.view.seen, f"up to {reading.view.seen}")
    yours = f"you have watched {said}." if said else "you have not said how far you have watched."
    show = tag(
        "button", "Show it", type="button", class_="button", data_seen=reading.beyond, data_address=True
    )
    close = tag(
        "button", icon("close"), type="button", class_="shut", aria_label="Dismiss", data_dismisses="notice"
    )
    text = tag("p", f"This link shows {place}; {yours}")
    return tag("div", tag("div", text), show, close, class_="notice", role="status")


def hidden(whole: Dataset, reading: Reading) -> Markup | None:
    """Return the foot of a list: how many events the reader's episode hides, if he asked for that."""
    view = reading.view
    if not gate.asks(whole):
        return None
    if not view.hidden:
        return tag(
            "p", link("Count what my episode hides", view.but(hidden=True), class_="more"), class_="hidden"
        )
    count = len(selected(whole, view)) - len(selected(reading.dataset, view))
    events = f"{count:,} event{'' if count == 1 else 's'}" if count else "Nothing is"
    further = gate.following(whole, view.seen)
    step = {gate.ALL: "Show everything"}.get(further, f"Show up to {further}")
    return tag(
        "p",
        tag("span", f"{events} hidden by your episode."),
        _answer(step, further) if count else None,
        link("Stop counting", view.but(hidden=False), class_="more"),
        class_="hidden",
    )
