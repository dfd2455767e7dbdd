"""A person's page: who they are, their picture, what they did and how old they were, their posts, company."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from timeline.dataset import Dataset
from timeline.figures import person as figure
from timeline.gallery import PICTURES
from timeline.life import Company, Life, Post, life
from timeline.markup import Content, join, tag
from timeline.query import label, select
from timeline.story import Scene
from timeline.view import View
from timeline.web import cards, ids, listing, toolbar
from timeline.web.marks import link
from timeline.web.page import Answer, Page
from timeline.web.reading import Reading
from timeline.web.room import Room

PATH = "/person/"
_COMPANY = 8
"""So many companions are in sight; the others are behind one act."""


def there(reading: Reading) -> bool:
    """Tell whether the reader has met the person."""
    return _key(reading) in reading.dataset.people.index


def title(reading: Reading) -> str:
    """Return the person's name."""
    return label(reading.dataset, "person", _key(reading))


def answer(_: Dataset, reading: Reading, room: Room) -> Answer:
    """Return the page of the person whom the reading's path names."""
    dataset, view = reading.dataset, reading.view
    shown = life(dataset, _key(reading))
    theirs = view.bare().but(person=(shown.id,))
    count = len(select(dataset, theirs))
    drawn = None
    if count and room.show(view) == "picture":
        width = room.picture(view, filters=False)[0]
        drawn = figure.spec(dataset, shown, view, width, dark=room.is_dark(view))
    shows = "is-person shows-picture" if drawn else "is-person"
    html = {
        ids.TOOLBAR: _head(shown, theirs, count) + toolbar.carried(view),
        ids.LISTING: tag("h2", "Events") + listing.listing(reading, theirs, _ages(shown))
        if count
        else Markup(),
        ids.BODY: join(_posts(dataset, shown), _company(shown, view), _questions(shown)),
        ids.CARD: cards.panel(reading, theirs),
    }
    return Answer(html, join(f"{shown.name}: {_count(count)}"), drawn, shows=shows)


def _key(reading: Reading) -> str:
    return reading.path.removeprefix(PATH)


def _count(count: int) -> str:
    return f"{count:,} event{'' if count == 1 else 's'}"


def _ages(shown: Life) -> dict[str, str]:
    return {event: f"aged {words}" for event, words in shown.ages.items()}


def _head(shown: Life, theirs: View, count: int) -> Markup:
    """Return who it is, in a line or two, and the way to the timeline."""
    lived = [f"Born {shown.born}" if shown.born else "", f"died {shown.died}" if shown.died else ""]
    known = [", ".join(filter(None, lived)), f"played by {shown.actor}" if shown.actor else ""]
    known += ["also a person of our history"] if shown.real else []
    also = [f"Also called {', '.join(shown.aliases)}"] if shown.aliases else []
    said = "; ".join(filter(None, known))
    return tag(
        "div",
        tag("h2", shown.name),
        tag("p", shown.description, class_="lead") if shown.description else None,
        tag("p", ". ".join([*([said[:1].upper() + said[1:]] if said else []), *also]) + ".", class_="quiet")
        if said or also
        else None,
        link(f"Show {_count(count)} on the timeline", theirs, class_="button") if count else None,
        class_="about",
    )


def _posts(dataset: Dataset, shown: Life) -> Markup | None:
    return _part("Roles and places", (_post(dataset, post) for post in shown.posts)) if shown.posts else None


def _post(dataset: Dataset, post: Post) -> Markup:
    place = label(dataset, "place", post.place) if post.place else ""
    where = ", ".join(dict.fromkeys(filter(None, (post.organisation, place))))
    return tag("li", tag("b", post.role), tag("span", where) if where else None, tag("small", post.when))


def _company(shown: Life, view: View) -> Markup | None:
    if not shown.company:
        return None
    lines = [_companion(each, view) for each in shown.company]
    first, rest = lines[:_COMPANY], lines[_COMPANY:]
    more = tag("details", tag("summary", f"{len(rest)} more"), tag("ul", rest)) if rest else None
    return _part("At the same place and time", first, more)


def _companion(each: Company, view: View) -> Markup:
    together = f"{_count(each.together)} together" if each.together else ""
    return tag(
        "li",
        person_link(each.person, each.name, view),
        tag("span", ", ".join(each.where)) if each.where else None,
        tag("small", together) if together else None,
    )


def person_link(person: str, name: Content, view: View, **more: object) -> Markup:
    """Return a link to a person's page."""
    return link(name, view.but(event=""), f"{PATH}{person}", **more)


def _questions(shown: Life) -> Markup | None:
    lines = [tag("li", tag("b", each.question), tag("span", each.known)) for each in shown.questions]
    return _part("What the show leaves open", lines) if lines else None


def _part(name: str, lines: Iterable[Markup] | Sequence[Markup], more: Content = None) -> Markup:
    return tag("section", tag("h3", name), tag("ul", lines), more, class_="facts")


def scene(reading: Reading) -> Scene | None:
    """Return the person's events along time, as far as there are any."""
    dataset, view = reading.dataset, reading.view.bare().but(person=(_key(reading),))
    if not len(select(dataset, view)):
        return None
    return Scene(0, title(reading), "", PICTURES["timeline"], view, dataset)


PAGE = Page(PATH, "", title, answer, there=there, scene=scene)
