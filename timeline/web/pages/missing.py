"""What stands in the place of a page that is not there, or not there for a reader who has watched so far."""

from __future__ import annotations

from timeline.markup import join, tag
from timeline.web import ids, toolbar
from timeline.web.marks import link
from timeline.web.page import Answer
from timeline.web.reading import Reading

TITLE = "There is nothing here"


def missing(reading: Reading) -> Answer:
    """Return the same answer whether the address is wrong or tells of what is not watched yet."""
    said = join(
        tag("p", tag("b", TITLE)),
        tag("p", "The address leads nowhere, or further than you have watched."),
        link("To the timeline", reading.view.but(event=""), class_="button strong"),
    )
    html = {ids.EMPTY: said, ids.TOOLBAR: toolbar.carried(reading.view)}
    return Answer(html, join(TITLE), shows="shows-empty")
