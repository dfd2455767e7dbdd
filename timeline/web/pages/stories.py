"""All stories that can be shown, and how to make one's own."""

from __future__ import annotations

from markupsafe import Markup

from timeline.dataset import Dataset
from timeline.markup import join, tag
from timeline.story import Story, own, stories
from timeline.view import View
from timeline.web import ids, telling, toolbar
from timeline.web.marks import link
from timeline.web.page import Answer, Page
from timeline.web.reading import Reading
from timeline.web.room import Room


def title(_: Reading) -> str:
    """Return the page's name."""
    return "Stories"


def answer(_: Dataset, reading: Reading, __: Room) -> Answer:
    """Return the stories as far as their reader has watched, and the reader's own."""
    view = reading.view
    found = stories(reading.dataset, view)
    mine = own(reading.dataset, view)
    head = tag(
        "div",
        tag("h2", "Stories"),
        tag("p", "Pictures in a row, each with a note: read them, or present them.", class_="lead"),
        class_="about",
    )
    body = [*(_section(view, each) for each in found), _own(view, mine)]
    html = {ids.TOOLBAR: head + toolbar.carried(view), ids.BODY: join(body)}
    count = len(found) + bool(mine)
    return Answer(html, join("1 story" if count == 1 else f"{count} stories"), shows="is-story")


def _section(view: View, story: Story) -> Markup:
    name = link(story.title, view.but(event=""), telling.path(story.id))
    head = tag("div", tag("h3", name), telling.present(view, story), class_="row")
    return tag("section", head, telling.outline(view, story), class_="told")


def _own(view: View, mine: Story | None) -> Markup:
    if mine:
        return _section(view, mine)
    return tag("section", tag("h3", "My story"), tag("p", telling.hint()), class_="told")


PAGE = Page(telling.STORIES, "Stories", title, answer)
