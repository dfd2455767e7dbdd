"""The pages of the app, in the order of the navigation: who adds one here has it everywhere."""

from __future__ import annotations

from timeline.web.page import Page
from timeline.web.pages import compare, histories, now, person, stories, story, timeline
from timeline.web.reading import Reading

PAGES: tuple[Page, ...] = (
    timeline.PAGE, compare.PAGE, histories.PAGE, now.PAGE, stories.PAGE, person.PAGE, story.PAGE,
)  # fmt: skip


def find(reading: Reading) -> Page | None:
    """Return the page of a Reading's path; None where there is none, or none for this reader."""
    page = next((each for each in PAGES if each.takes(reading.path)), None)
    return page if page and page.there(reading) else None
