"""What stands around a picture of two histories: the sentence over it, and at its foot where it is from."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.butterflies import title as follows
from timeline.dataset import Dataset
from timeline.figures import world
from timeline.figures.canvas import Canvas
from timeline.figures.origin import origin
from timeline.histories import headline, summary
from timeline.lettering import fit, wrapped
from timeline.view import View

SIDE = 16.0


def title(dataset: Dataset, view: View) -> str:
    """Return the sentence over two histories: the editor's where nothing is narrowed, else the numbers.

    Over the picture of causes it is the question that this answers, over the world at a date the date.
    """
    if view.aspect == "world":
        return world.title(dataset, view)
    if view.aspect == "butterflies":
        return follows(dataset, view)
    return ("" if view.filtered else dataset.histories.headline) or headline(dataset, view)


def draw(canvas: Canvas, dataset: Dataset, view: View, decks: Iterable[str], over: str = "") -> None:
    """Write the title (or what stands `over` it all), the first of some lines that fits, and the foot."""
    room = canvas.width - 2 * SIDE
    said = over or title(dataset, view)
    size = next((n for n in (26, 22, 18, 16) if len(wrapped(said, room, 600, n)) == 1), 16)
    canvas.title(SIDE, 32, said, room, size=size)
    lines = [wrapped(deck, room, 400, 13) for deck in decks]
    deck = next((each for each in lines if len(each) <= 2), lines[-1][:2] if lines else [])
    for n, line in enumerate(deck):
        canvas.text(SIDE, 60 + 17 * n, line, canvas.ground["muted"], size=13)
    foot = fit(origin(dataset, view), room)
    canvas.text(SIDE, canvas.height - 13, foot, canvas.ground["muted"])


def counted(dataset: Dataset, view: View) -> tuple[str, str]:
    """Return how many came sooner there and how many later, in words."""
    found = summary(dataset, view)
    sides = ((found.sooner, "sooner"), (found.later, "later"))
    sooner, later = (
        f"{each.n} event{'' if each.n == 1 else 's'}, median {each.amount}" if each else "none"
        for each, _ in sides
    )
    return sooner, later
