"""The pictures that can be taken away, by the name that addresses, files and commands give them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Protocol

from timeline import description
from timeline.dataset import Dataset
from timeline.figures import compare, histories, parts, timeline
from timeline.query import heading
from timeline.view import View


class Draws(Protocol):
    """A picture: a pure function of what is known, what is asked and a size in px."""

    def __call__(
        self, dataset: Dataset, view: View, width: int, height: int, *, dark: bool, framed: bool
    ) -> dict[str, Any]:
        """Return the picture as plain values, which `go.Figure` takes; framed ones stand alone."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture by name: how it is drawn, its title in words, and the path of the page that holds it.

    `description` says in one or two sentences what it shows.
    """

    name: str
    path: str
    title: Callable[[Dataset, View], str]
    spec: Draws
    description: Callable[[Dataset, View], str] = description.events


def alt(dataset: Dataset, view: View, picture: Picture) -> str:
    """Return what a picture shows and how far it tells, for whoever cannot see it."""
    return " ".join(filter(None, (picture.description(dataset, view), description.told(dataset, view))))


def _timeline(dataset: Dataset, view: View) -> str:
    return ", ".join(heading(dataset, view))


def shown(path: str, view: View) -> Picture | None:
    """Return the picture that the page of a path shows for a View; its first where it has several at once."""
    here = [each for each in PICTURES.values() if each.path == path]
    return next((each for each in here if each.name == view.aspect), here[0] if here else None)


PICTURES: Mapping[str, Picture] = MappingProxyType(
    {
        each.name: each
        for each in (
            Picture("timeline", "/", _timeline, timeline.spec, description.along_time),
            Picture("compare", "/compare", compare.title, compare.spec, description.side_by_side),
            Picture("parts", "/compare", parts.title, parts.spec, description.in_parts),
            Picture("histories", "/histories", histories.title, histories.spec, description.beside_ours),
        )
    }
)
