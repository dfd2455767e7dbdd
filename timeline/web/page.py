"""What a page is: an address, a name in the navigation, and a function from a Reading to an Answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from timeline.dataset import Dataset
from timeline.gallery import shown
from timeline.query import heading, select
from timeline.story import Scene
from timeline.web.reading import Reading
from timeline.web.room import Room


@dataclass(frozen=True, slots=True)
class Answer:
    """What one page shows of a Reading; header, help and the document's title come from elsewhere.

    html: by the places of `ids.PLACES`; a place that is not named is empty. said: what a screen reader hears.
    figure: what the picture draws, or None; second: what a page's second one draws, below its text. table:
    the component of a table and where its script lies, or None. shows: class names for the style sheet.
    """

    html: Mapping[str, Markup]
    said: Markup
    figure: Any = None
    table: Mapping[str, Any] | None = None
    shows: str = ""
    second: Any = None


def anybody(_: Reading) -> bool:
    """Tell that a page is there for every reader."""
    return True


def pictured(reading: Reading) -> Scene | None:
    """Return what a page's picture is as a slide; None where it has none, or shows nothing."""
    dataset, view = reading.dataset, reading.view
    picture = shown(reading.path, view)
    if picture is None or not len(select(dataset, view)):
        return None
    title = picture.title(dataset, view).removeprefix(f"{heading(dataset, view)[0]}, ")
    return Scene(0, title[:1].upper() + title[1:], "", picture, view, dataset)


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the app.

    path: "/compare", or with a slash at its end where a key follows ("/person/"); `there` tells whether the
    key of a Reading's path exists for its reader. name: in the navigation; empty where it is not in there.
    answer: (whole data set, Reading, Room) -> Answer; of the whole set nobody may say more than its title and
    its episodes. filtered: whether the facets and the search narrow what the page shows. scene: what of it
    can be presented, and collected for a story.
    """

    path: str
    name: str
    title: Callable[[Reading], str]
    answer: Callable[[Dataset, Reading, Room], Answer]
    filtered: bool = False
    there: Callable[[Reading], bool] = field(default=anybody)
    scene: Callable[[Reading], Scene | None] = field(default=pictured)

    def takes(self, path: str) -> bool:
        """Tell whether an address may be this page's."""
        return (
            path.startswith(self.path) if self.path.endswith("/") and self.path != "/" else path == self.path
        )
