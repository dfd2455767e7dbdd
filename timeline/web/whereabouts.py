"""Where everyone is at each season's start and end: the board of a comparison as HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markupsafe import Markup

from timeline.comparison.board import Board, Life, Stay, board
from timeline.comparison.cases import Case
from timeline.comparison.states import State
from timeline.dataset import Dataset
from timeline.markup import join, tag
from timeline.view import View
from timeline.web.marks import mark
from timeline.web.pages.person import person_link

_FIRST = 6
"""So many people are in sight; the others are behind one act."""


def whereabouts(dataset: Dataset, view: View) -> Markup:
    """Return the board as a table: a row a person, two cells a season, one where nothing changes in it."""
    found = board(dataset, view)
    if not found.lives:
        return Markup()
    weighty, others = found.parted(_FIRST)
    return tag(
        "section",
        tag("div", tag("h3", "Where everyone is"), tag("span", _note(found), class_="muted"), class_="row"),
        tag(
            "div",
            tag(
                "table",
                _head(found),
                tag("tbody", (_life(life, view) for life in weighty)),
                tag("tbody", (_life(life, view) for life in others), class_="rest") if others else None,
            ),
            class_="scroll",
            tabindex="0",
            role="region",
            aria_label="Where everyone is",
            style=f"--moments:{2 * len(found.seasons)}",
        ),
        _more(len(others)),
        class_="board",
    )


def _note(found: Board) -> str:
    note = "Post, place and age at both ends; bold where a post is new."
    if not found.others:
        return note
    people = "person is" if found.others == 1 else "people are"
    return f"{note} {found.others} more {people} named in these seasons."


def _more(count: int) -> Markup | None:
    """Return what opens the rest: the style sheet shows their rows while it is open."""
    if not count:
        return None
    closed, opened = f"Show {count} more", f"Show {count} fewer"
    said = (tag("span", closed, class_="closed"), tag("span", opened, class_="opened"))
    return tag("details", tag("summary", said, class_="button"), class_="more-people")


def _head(found: Board) -> Markup:
    seasons = [
        tag("th", mark(case.dataset, case.season), case.name, colspan="2", scope="colgroup", class_="season")
        for case in found.seasons
    ]
    dates = [
        tag("th", tag("span", said), " ", moment.words, scope="col", class_=f"{name} muted")
        for case, both in zip(found.seasons, found.moments, strict=True)
        for (name, said), moment in zip(_ends(case), both, strict=True)
    ]
    person = tag("th", tag("span", "Person", class_="unseen"), rowspan="2", scope="col")
    return tag("thead", tag("tr", person, seasons), tag("tr", dates))


def _ends(case: Case) -> tuple[tuple[str, str], tuple[str, str]]:
    """Return class and word of a season's two moments; a season under way has no end yet."""
    under_way = case.season in case.dataset.unfinished
    return ("at-start", "opens"), ("at-end", "so far" if under_way else "ends")


def _life(life: Life, view: View) -> Markup:
    name = tag("th", person_link(life.person, life.name, View(seen=view.seen, theme=view.theme)), scope="row")
    return tag("tr", name, _stays(life.stays))


def _stays(stays: Sequence[Stay]) -> Iterator[Markup]:
    """Yield a life's cells; a post is new where it differs from the one that was told before it."""
    before = ""
    for stay in stays:
        flag = tag("span", "new", class_="flag") if stay.new else None
        last = tag("span", "last seen", class_="flag") if stay.gone == "last seen" else None
        start, end = stay.start, stay.end
        if start == end or (_said(start) == _said(end) and start.life == end.life == "alive"):
            yield tag(
                "td", _state(start, before, end.age), flag, last, colspan="2", class_=_class(end, "whole")
            )
        else:
            yield tag("td", _state(start, before), flag, class_=_class(start, "at-start"))
            yield tag("td", _state(end, start.post), last, class_=_class(end, "at-end"))
        before = end.post or before


def _silence(state: State) -> str:
    return "Post not told" if state.sure else "No more is told"


def _ages(first: str, last: str) -> str:
    """Return the ages at both ends of a season; the first alone where its end is too vague to be later."""
    ends = [[int(number) for number in re.findall(r"\d+", age)] for age in (first, last)]
    later = all(ends) and min(ends[1]) >= min(ends[0]) and first != last
    return f"{first} to {last}" if later else first


def _class(state: State, name: str) -> str:
    return name if state.life == "alive" else f"{name} away"


def _said(state: State) -> tuple[str, str, bool]:
    return state.post, state.place, state.sure


def _state(state: State, before: str, until: str = "") -> Markup:
    """Return where somebody is; `until` is the age at the season's end where one cell holds both."""
    if state.life == "dead":
        return tag("span", f"Died {state.since}" if state.since else "Dead")
    if state.life != "alive":
        return tag("span", "Not born yet" if state.life == "unborn" else "Not met yet")
    place = "" if state.place and state.place in state.post else state.place
    aside = " · ".join(filter(None, (place, _ages(state.age, until))))
    post = f"{state.post} (last told)" if state.post and not state.sure else state.post
    changed = bool(state.post and before and state.post != before)
    return join(
        tag("b" if changed else "span", post or _silence(state), class_=None if post else "muted"),
        tag("span", aside, class_="aside") if aside else None,
    )
