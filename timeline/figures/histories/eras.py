"""The head of the picture of causes: which season its columns belong to, and the first event of each year."""

from __future__ import annotations

from collections.abc import Iterator

from timeline import theme
from timeline.butterflies.layout import Layout
from timeline.dataset import Dataset
from timeline.figures.canvas import Canvas, Mark
from timeline.figures.header import short
from timeline.lettering import width as text_width
from timeline.shorthand import year_of

HEIGHT = 62.0
_BAR, _YEARS = 22.0, 38.0
_APART = 10.0


def draw(canvas: Canvas, dataset: Dataset, layout: Layout, top: float) -> None:
    """Draw a bar for each season from its first column to the next season's, and the years below."""
    begun = list(_begins(dataset, layout))
    edges = [*(x for _, x in begun), canvas.width - 8]
    for (season, x0), x1 in zip(begun, edges[1:], strict=True):
        _season(canvas, dataset, season, (x0, x1), (top, layout.bottom))
    _years(canvas, dataset, layout, top, [x for _, x in begun])


def _begins(dataset: Dataset, layout: Layout) -> Iterator[tuple[int, float]]:
    """Yield each season that has columns, and the x where they begin."""
    positions = [_position(dataset, event) for event in layout.shown.events]
    step = layout.x[1] - layout.x[0] if len(layout.x) > 1 else 16.0
    seasons = dataset.seasons[dataset.seasons.index > 0]
    last = -1
    for season, first in zip(seasons.index.tolist(), seasons["first"].tolist(), strict=True):
        place = next((n for n, day in enumerate(positions) if day >= first and n > last), None)
        following = seasons["first"][seasons.index > season]
        if place is None or (len(following) and positions[place] >= following.iloc[0]):
            continue
        last = place
        yield int(season), layout.x[place] - min(step / 2, 14.0)


def _position(dataset: Dataset, event: str) -> float:
    return float(dataset.events["position"].iloc[dataset.event_rows[event]])


def _season(
    canvas: Canvas, dataset: Dataset, season: int, across: tuple[float, float], down: tuple[float, float]
) -> None:
    (x0, x1), (top, bottom) = across, down
    colour, symbol = theme.season_mark(dataset, season)
    name = str(dataset.seasons.at[season, "name"])
    canvas.rect((x0, top + _BAR, x1 - 2, top + _BAR + 3), colour)
    canvas.line((x0, top + _BAR), (x0, bottom), canvas.ground["line"])
    room = x1 - x0 - 18
    said = next((text for text in (name, short(name)) if text_width(text, 12, 600) <= room), "")
    canvas.ring(Mark(x0 + 6, top + 11, symbol, theme.mark_size(symbol, 9), colour, False, "", ""))
    if said:
        canvas.text(x0 + 16, top + 11, said, weight=600)


def _years(canvas: Canvas, dataset: Dataset, layout: Layout, top: float, begun: list[float]) -> None:
    """Write a year at its first event where there is room: the first of all, then where seasons begin."""
    firsts: dict[int, float] = {}
    for event, x in zip(layout.shown.events, layout.x, strict=True):
        row = dataset.event(event)
        year = year_of(int(row["position"]))
        if year_of(int(row["first"])) == year_of(int(row["last"])) and year > max(firsts, default=0):
            firsts[year] = x
    taken: list[tuple[float, float]] = []
    opening = {min(firsts, key=lambda year: abs(firsts[year] - x)) for x in begun} if firsts else set()
    for year in sorted(firsts, key=lambda year: (year != min(firsts), year not in opening, year)):
        text, x = f"{year}", firsts[year]
        half = text_width(text) / 2 + _APART / 2
        if any(x - half < end and start < x + half for start, end in taken):
            continue
        taken.append((x - half, x + half))
        canvas.line((x, top + _BAR + 3), (x, top + _BAR + 8), canvas.ground["muted"])
        canvas.text(max(x, half), top + _YEARS, text, canvas.ground["muted"], anchor="center")
