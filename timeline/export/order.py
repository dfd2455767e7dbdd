"""What is taken away: a picture of a View in a size, and all that is said beside it."""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import dataclass, replace
from functools import cached_property
from math import ceil, sqrt
from typing import Any

from timeline.dataset import Dataset
from timeline.description import told
from timeline.export.drawing import svg
from timeline.figures.origin import source
from timeline.figures.slide import laid
from timeline.gallery import Picture, alt
from timeline.query import narrowed
from timeline.view import View

WIDTH, HEIGHT, DENSITY = 1600, 900, 2
"""A slide's: 16 to 9, in px of a screen, and how many px of a file are one of them."""
_LARGEST = 3.0
_STEP = 1.06
_NAME = 60


@dataclass(frozen=True, eq=False)
class Order:
    """One picture for one reader; `dataset` holds no more than he has watched.

    width, height: px; a height of 0 is what the picture needs, 16 to 9 at least. density: px of a PNG to one
    of them. address: where the site lives, with a slash at its end, "" for nowhere.
    heading: a scene's title in the place of the picture's; spoken: what is said of it. hall: to be seen from
    afar.
    """

    dataset: Dataset
    view: View
    picture: Picture
    width: int = WIDTH
    height: int = HEIGHT
    density: float = DENSITY
    dark: bool = False
    address: str = ""
    heading: str = ""
    spoken: str = ""
    hall: bool = False

    @property
    def key(self) -> Hashable:
        """What tells one order from another."""
        data = (self.dataset.name, self.dataset.version, self.view, self.picture.name)
        size = (self.width, self.height, self.density, self.dark)
        return (*data, *size, self.address, self.heading, self.spoken, self.hall)

    @property
    def title(self) -> str:
        """The picture's title, and of which history it is; or the scene's."""
        if self.heading:
            return self.heading
        title = self.picture.title(self.dataset, self.view)
        return title if title.startswith(self.dataset.title) else f"{self.dataset.title}: {title}"

    @property
    def alt(self) -> str:
        """The picture in one or two sentences."""
        return alt(self.dataset, self.view, self.picture)

    @property
    def gate(self) -> str:
        """How far the picture tells; nothing where it tells everything."""
        return told(self.dataset, self.view)

    @property
    def source(self) -> str:
        """Where the picture comes from."""
        return source(self.dataset)

    @property
    def filters(self) -> str:
        """What narrows the selection, in words; nothing where nothing does."""
        return "; ".join(narrowed(self.dataset, self.view))

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in px."""
        return self.width, self.height or ceil(self.spec["layout"]["height"])

    @property
    def live(self) -> str:
        """The address of the picture's page with this View; nothing where it lives nowhere."""
        query = self.view.to_query()
        page = self.address + self.picture.path.lstrip("/")
        return f"{page}{f'?{query}' if query else ''}" if self.address else ""

    @cached_property
    def spec(self) -> dict[str, Any]:
        """The picture as plain values, drawn on so large a sheet of its proportions that it fits.

        A sheet at most three times as wide: what is still too high then is drawn higher.
        """
        if self.hall:
            return laid(
                self._drawn, self.width, self.height or round(self.width * HEIGHT / WIDTH), self.heading
            )[0]
        if not self.height:
            return self._drawn(self.width, round(self.width * HEIGHT / WIDTH))
        zoom = 1.0
        while True:
            across, down = round(self.width * zoom), round(self.height * zoom)
            drawn = self._drawn(across, down)
            over = float(drawn["layout"]["height"]) / down
            if over <= 1 or zoom >= _LARGEST:
                return drawn
            zoom = min(zoom * max(sqrt(over), _STEP), _LARGEST)

    def _drawn(self, width: int, height: int) -> dict[str, Any]:
        return self.picture.spec(self.dataset, self.view, width, height, dark=self.dark, framed=True)

    def svg(self, *, outlined: bool = True) -> str:
        """Return the picture as SVG of its size."""
        return svg(self.spec, self.size, self.title, self.alt, outlined=outlined)

    def filename(self, form: str) -> str:
        """Return a good name for its file: data set, picture, what it shows, how far it tells."""
        seen = self.view.seen if self.gate else ""
        narrowed = "-".join(re.findall(r"[a-z0-9]+", self.filters.lower()))[:_NAME].strip("-")
        said = (self.dataset.name, self.picture.name, narrowed, seen)
        return f"{'-'.join(filter(None, said))}.{form}"

    def as_slide(self) -> Order:
        """Return this order for a hall: as many px, laid out small and shown large."""
        width, height = self.size
        return replace(self, width=width, height=height, hall=True)

    def by_season(self) -> tuple[Order, ...]:
        """Return this order, and one for each of its seasons that has events."""
        told_in = sorted({int(n) for n in self.dataset.events["season"] if n > 0})
        wanted = [n for n in told_in if not self.view.season or n in self.view.season]
        if len(wanted) < 2:
            return (self,)
        return (self, *(replace(self, view=self.view.but(season=(n,))) for n in wanted))
