"""Two histories along time: their line and ours, and between them what came sooner, later or otherwise."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from timeline import theme
from timeline.dates import day_words, new_year
from timeline.figures import header
from timeline.figures.canvas import Canvas, Mark
from timeline.figures.histories import bands, ends, joins
from timeline.figures.histories.stage import Stage
from timeline.figures.histories.stems import Flag, Name, Room, plant
from timeline.histories import Pair
from timeline.lettering import width as text_width
from timeline.shifts import amount, short

_FIRST = 5.0
"""How much more the first turning point after the split weighs: it shows what all the rest is about."""


def draw(canvas: Canvas, stage: Stage) -> None:
    """Draw everything but the frame."""
    canvas.part("ground")
    _ground(canvas, stage)
    canvas.part("joins")
    flags = _flags(stage)
    joined = [pair for pair in stage.found if pair.shift]
    joins.draw(canvas, stage, joined, flags)
    canvas.part("lines")
    _lines(canvas, stage)
    canvas.part("names")
    _names(canvas, stage, flags)
    _marks(canvas, stage, joined, flags)
    bands.draw(canvas, stage)


def _ground(canvas: Canvas, stage: Stage) -> None:
    """Draw the bands, the seasons' windows and the years."""
    levels, dataset = stage.levels, stage.dataset
    for top, bottom in (levels.there, levels.here):
        canvas.rect((stage.side if stage.wide else 0, top, stage.x1 + 8, bottom), canvas.ground["panel"])
    taken = 0.0
    for season in sorted(int(n) for n in dataset.seasons.index if n > 0):
        first, last = (float(dataset.seasons.at[season, column]) for column in ("first", "last"))
        x0, x1 = stage.span((first, min(last, stage.told)))
        if first >= stage.told or last < stage.first or x1 - x0 < 1:
            continue
        colour, symbol = theme.season_mark(dataset, season)
        canvas.rect((x0, levels.there[0], x1, levels.theirs), colour, opacity=0.09 if canvas.dark else 0.07)
        name = header.short(str(dataset.seasons.at[season, "name"]))
        left = max((x0 + x1) / 2 - (14 + text_width(name, 12, 500)) / 2, stage.x0)
        if left >= taken and left + 14 + text_width(name, 12, 500) <= stage.width:
            taken = left + 24 + text_width(name, 12, 500)
            canvas.ring(
                Mark(left + 4, levels.seasons, symbol, theme.mark_size(symbol, 8), colour, False, "", "")
            )
            canvas.text(left + 12, levels.seasons, name, canvas.ground["muted"], weight=500)
    _years(canvas, stage)


def _years(canvas: Canvas, stage: Stage) -> None:
    """Rule the decades through everything, and name as many years as there is room for."""
    year = 365.2425 / (stage.last - stage.first) * (stage.x1 - stage.x0)
    step = next((n for n in (1, 2, 5, 10, 20, 50, 100) if n * year >= 52), 200)
    first, last = (dt.date.fromordinal(int(day)).year for day in (stage.first, stage.last - 1))
    for n in range(-(-first // step) * step, last + 1, step):
        x = stage.x(new_year(n))
        decade = n % 10 == 0
        canvas.line(
            (x, stage.levels.there[0]),
            (x, stage.levels.here[1]),
            canvas.ground["line" if decade else "faint"],
        )
        if x + text_width(str(n), 12, 500) / 2 <= stage.width:
            weight, muted = 500 if decade else 400, canvas.ground["muted"]
            for y in filter(None, (stage.levels.above, stage.levels.years)):
                canvas.text(x, y, str(n), muted, weight=weight, anchor="center")


def _lines(canvas: Canvas, stage: Stage) -> None:
    """Draw one line until history splits, then two; the ring says where."""
    text, grey = canvas.ground["text"], canvas.ground["handle"]
    canvas.path(stage.path(ours=True), line=grey, width=2)
    canvas.path(stage.path(ours=False), line=text, width=2)
    left = stage.side
    canvas.text(left, stage.levels.theirs, "Their history", size=14 if stage.wide else 12, weight=600)
    canvas.text(
        left, stage.levels.ours, "Our history", canvas.ground["second"], size=14 if stage.wide else 12,
        weight=600,
    )  # fmt: skip
    if stage.split is None:
        return
    x, y = stage.x(stage.split), (stage.levels.theirs + stage.levels.ours) / 2
    canvas.line((stage.x0, y), (x, y), grey, 2)
    canvas.ring(Mark(x, y, "circle", 13, text, True, "", ""))
    _split(canvas, stage, (x - 16, y), left)


def _split(canvas: Canvas, stage: Stage, at: tuple[float, float], left: float) -> None:
    """Say until when there is one history, and what is first to differ, where there is room before it."""
    first = next((pair for pair in stage.found if pair.event == stage.dataset.divergence), None)
    said = [(-35, "One history until"), (-20, day_words(int(stage.split or 0)))]
    if first and first.ours:
        said += [(22, f"there: {first.theirs.label}"), (37, f"here: {first.ours.label}")]
    for down, text in said:
        if at[0] - text_width(text) >= left + 2:
            canvas.text(at[0], at[1] + down, text, canvas.ground["muted"], anchor="right")


def _flags(stage: Stage) -> Mapping[str, tuple[Flag, ...]]:
    """Return the names that fit, of both ends of a pair or of neither, by the event's id."""
    named = [pair for pair in stage.found if pair.shift and pair.ours and pair.relation != "same"]
    levels = stage.levels
    after = -1.0 if stage.split is None else stage.x(stage.split) + 30
    named = [pair for pair in named if min(map(stage.x, _days(pair))) >= after]
    upper = Room(stage.x0, stage.x1, 11, levels.theirs - levels.there[1] - 8, 500)
    lower = Room(stage.x0, stage.x1, 11, levels.here[0] - levels.ours - 8)
    first = next((pair.event for pair in named if pair.importance == 1), "")
    weights = [_weight(stage, pair) + _FIRST * (pair.event == first) for pair in named]
    found = plant(
        tuple(
            Name(stage.x(p.theirs.day), p.theirs.label, weight, p.counterpart)
            for p, weight in zip(named, weights, strict=True)
        ),
        upper,
        tuple(Name(stage.x(p.ours.day), p.ours.label, 0, "") for p in named if p.ours),
        lower,
    )
    return {named[i].event: flags for i, flags in found.items()}


def _days(pair: Pair) -> Iterator[float]:
    yield from (end.day for end in (pair.theirs, pair.ours) if end)


def _weight(stage: Stage, pair: Pair) -> float:
    """Return how much a pair deserves its name: turning points first, then distance."""
    years = abs(pair.shift.years) if pair.shift else 0.0
    asked = 100.0 if pair.event == stage.view.event else 0.0
    moved = min(years / 15, 2.0) if pair.relation != "altered" else 0.0
    return asked + {1: 5.0, 2: 3.0, 3: 0.5, 4: 0.2}[pair.importance] + moved


def _names(canvas: Canvas, stage: Stage, flags: Mapping[str, tuple[Flag, ...]]) -> None:
    """Set the names on their stems, and the years in the middle of their joins."""
    chips: list[tuple[float, float, float, float]] = []
    for pair in stage.found:
        if pair.event not in flags:
            continue
        above, below = flags[pair.event]
        ends.write(canvas, above, pair, stage.levels.theirs, -1)
        ends.write(canvas, below, pair, stage.levels.ours, 1)
        if pair.relation in ("earlier", "later"):
            _chip(canvas, stage, pair, chips)


def _chip(canvas: Canvas, stage: Stage, pair: Pair, chips: list[tuple[float, float, float, float]]) -> None:
    """Write the distance on a join where no other stands: '38 y', and 'later' where that is the exception."""
    said = _short(pair)
    if not pair.ours or not said:
        return
    start = (stage.x(pair.theirs.day), stage.levels.theirs)
    end = (stage.x(pair.ours.day), stage.levels.ours)
    half = text_width(said, 12, 600) / 2 + 4
    for share in (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74):
        x, y = (a + (b - a) * share for a, b in zip(start, end, strict=True))
        box = (x - half, y - 8, x + half, y + 8)
        if all(box[0] >= c[2] or c[0] >= box[2] or box[1] >= c[3] or c[1] >= box[3] for c in chips):
            chips.append(box)
            canvas.rect(box, canvas.ground["ground"], opacity=0.9)
            canvas.text(x, y, said, weight=600, anchor="center")
            canvas.door(x, y, pair.event, ends.tip(pair))
            return


def _short(pair: Pair) -> str:
    """Return the distance shortly: '38 y', '7 mo later'; nothing where the dates carry none."""
    if not pair.shift or not pair.shift.sure or not amount(pair.shift):
        return ""
    said = short(pair.shift.middle)
    return f"{said} later" if said and pair.relation == "later" else said


def _marks(canvas: Canvas, stage: Stage, joined: list[Pair], flags: Mapping[str, Any]) -> None:
    """Draw both ends of every pair that has two; what both share before the split is one mark."""
    ordered = sorted(joined, key=lambda pair: (pair.event in flags, -pair.importance))
    for pair in ordered:
        if pair.ours is None:
            continue
        size = 10.0 if pair.event in flags else ends.SIZES[pair.importance] * 0.8
        x, y = stage.x(pair.theirs.day), stage.line(pair.theirs.day, ours=False)
        real, level = stage.x(pair.ours.day), stage.line(pair.ours.day, ours=True)
        _bar(
            canvas,
            stage.span((pair.theirs.date.first, pair.theirs.date.last)),
            y,
            ends.look(stage.dataset, pair)[0],
        )
        _bar(canvas, stage.span((pair.ours.date.first, pair.ours.date.last)), level, canvas.ground["handle"])
        if pair.event == stage.view.event:
            canvas.ring(Mark(x, y, "circle", 20, canvas.ground["text"], True, "", ""))
            canvas.ring(Mark(real, level, "circle", 18, canvas.ground["text"], True, "", ""))
        mark = ends.ours(canvas, pair, real, level, size * 0.9)
        canvas.ring(mark)
        canvas.marks([ends.theirs(stage.dataset, pair, x, y, size)])
        canvas.door(real, level, pair.event, mark.tip)


def _bar(canvas: Canvas, span: tuple[float, float], y: float, colour: str) -> None:
    if span[1] - span[0] > ends.SPANNED:
        canvas.pill(*span, y, 3.0, colour, opacity=0.35)
