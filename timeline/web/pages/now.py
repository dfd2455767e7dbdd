"""Where the reader stands: what year it is after the episode last watched, what was skipped, who is where."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from markupsafe import Markup

from timeline.card import Step
from timeline.dataset import Dataset
from timeline.dates import day_words
from timeline.markup import Content, join, tag
from timeline.moment import Leap, Moment, Whereabouts, moment
from timeline.view import View
from timeline.web import ids, toolbar
from timeline.web.marks import link
from timeline.web.page import Answer, Page
from timeline.web.pages.person import person_link
from timeline.web.reading import Reading
from timeline.web.room import Room

PATH = "/now"


def there(reading: Reading) -> bool:
    """Tell whether there is an episode to stand after, and an event to stand at."""
    return bool(len(reading.dataset.episodes)) and bool(len(reading.dataset.events))


def title(_: Reading) -> str:
    """Return the page's name."""
    return "Where everyone is"


def answer(_: Dataset, reading: Reading, __: Room) -> Answer:
    """Return the page as of the reader's gate."""
    view, now = reading.view, moment(reading.dataset)
    html = {
        ids.TOOLBAR: _head(now) + toolbar.carried(view),
        ids.BODY: join(
            _leaps(now, view),
            _everyone("Where everyone is", now.people, view),
            _everyone("No longer alive", now.dead, view) if now.dead else None,
            _silent(now),
        ),
    }
    return Answer(
        html, join(f"After {now.episode} it is {now.year}: {len(now.people)} people"), shows="is-now"
    )


def _head(now: Moment) -> Markup:
    return tag(
        "div",
        tag("h2", f"It is {now.year}"),
        tag(
            "p", f"After {now.title[:1].lower()}{now.title[1:]}. The latest scene: {now.when}.", class_="lead"
        ),
        class_="about",
    )


def _leaps(now: Moment, view: View) -> Markup | None:
    lines = [_leap(leap, view) for leap in now.leaps]
    return tag("section", tag("h3", "What was skipped"), tag("ul", lines), class_="facts") if lines else None


def _leap(leap: Leap, view: View) -> Markup:
    between = view.bare().but(start=_month(leap.first), end=_month(leap.last))
    return tag(
        "li",
        tag("b", f"{leap.what}: {leap.length}"),
        tag("span", leap.since or f"{day_words(leap.first)} to {day_words(leap.last)}"),
        link("What is told of these years" if leap.since else "What is told of this time", between),
    )


def _month(day: int) -> str:
    """Return the month of a day as an address writes it."""
    return datetime.date.fromordinal(day).isoformat()[:7]


def _everyone(name: str, people: tuple[Whereabouts, ...], view: View) -> Markup:
    """Return a table of people; on narrow screens the style sheet makes each row a block."""
    head = tag(
        "tr",
        (tag("th", text, scope="col") for text in ("Who", "Age", "Last told to be", "Based at", "Lately")),
    )
    rows = (_row(each, view) for each in people)
    return tag(
        "section", tag("h3", name), tag("table", tag("thead", head), tag("tbody", rows)), class_="facts"
    )


def _row(each: Whereabouts, view: View) -> Markup:
    doing: Content = [tag("b", each.doing), " ", tag("small", each.since)] if each.doing else None
    return tag(
        "tr",
        tag("th", person_link(each.person, each.name, view), scope="row"),
        tag("td", each.age, data_is="age"),
        tag("td", doing, data_is="doing"),
        tag("td", each.place, data_is="place"),
        tag("td", _lately(each.lately, view) if each.lately else None, data_is="lately"),
    )


def _lately(step: Step, view: View) -> Iterator[Markup]:
    start = view.bare()
    yield link(step.text, start.but(event=step.event))
    yield tag("small", f" {step.when}")


def _silent(now: Moment) -> Markup | None:
    if not now.silent:
        return None
    said = "1 more person is" if now.silent == 1 else f"{now.silent} more people are"
    return tag("p", f"{said} known so far, but the season says nothing new of them.", class_="quiet")


PAGE = Page(PATH, "Now", title, answer, there=there)
