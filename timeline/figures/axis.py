"""The axis under the lanes: dates, episodes, and the ruler of decades."""

from __future__ import annotations

import datetime as dt
from functools import cache

import numpy as np
import pandas as pd

from timeline.dataset import Dataset
from timeline.dates import new_year
from timeline.figures.canvas import Canvas
from timeline.figures.plan import Plan
from timeline.lettering import width as text_width
from timeline.scales import Stretch, telling_season
from timeline.ticks import ticks

_CLEAR = 3.0
"""Least px between two texts of a row."""


def draw(canvas: Canvas, plan: Plan) -> None:
    """Draw the rows that the scale has: the told sequence has no dates, the season scale no episodes."""
    left = plan.left
    muted = canvas.ground["muted"]
    canvas.line((left, plan.bands.bottom), (plan.x1, plan.bands.bottom), canvas.ground["line"])
    if plan.scale.unit != "rank":
        name = "Date" if plan.scale.dated else "Time since"
        canvas.text(left, plan.bands.bottom + 13, name, muted)
        _dates(canvas, plan, left + text_width(name) + _CLEAR)
    if plan.scale.unit != "offset":
        _episodes(canvas, plan, left)
    if plan.scale.dated:
        canvas.text(left, plan.bands.decades + 9, "Decade", muted)
        _decades(canvas, plan)


def _dates(canvas: Canvas, plan: Plan, taken: float) -> None:
    """Draw the ticks; their names stay inside the picture and right of `taken`."""
    ground = canvas.ground
    for tick in ticks(plan.scale):
        if not plan.x0 <= tick.x <= plan.x1:
            continue
        if tick.ruled and plan.x0 < tick.x < plan.x1:
            canvas.line((tick.x, plan.bands.top), (tick.x, plan.bands.floor), ground["faint"])
        canvas.line(
            (tick.x, plan.bands.bottom),
            (tick.x, plan.bands.bottom + (4 if tick.text else 3)),
            ground["muted" if tick.text else "edge"],
        )
        half = text_width(tick.text, 12, 500) / 2
        x = min(tick.x, plan.width - half - 1)
        if tick.text and x - half >= taken:
            taken = x + half + _CLEAR
            canvas.text(
                x,
                plan.bands.bottom + 13,
                tick.text,
                ground["text" if tick.strong else "muted"],
                weight=500 if tick.strong else 400,
                anchor="center",
            )


def _episodes(canvas: Canvas, plan: Plan, left: float) -> None:
    """Write the numbers of the episodes where their scenes stand, as many as have room."""
    y = plan.bands.bottom + 13 if plan.scale.unit == "rank" else plan.bands.episodes + 7
    canvas.text(left, y, "Episode", canvas.ground["muted"])
    used = [(left, left + text_width("Episode"))]
    for stretch in plan.scale.stretches:
        if stretch.kind == "season":
            _season_episodes(canvas, plan, stretch, y, used)


def _season_episodes(
    canvas: Canvas, plan: Plan, stretch: Stretch, y: float, used: list[tuple[float, float]]
) -> None:
    """Write a season's episodes; `used` are the px of the row that are written on."""
    places = _episode_places(plan, stretch)
    if not places:
        return
    first, last = places[0][0], places[-1][0]
    for number, x in sorted(places, key=lambda p: (p[0] != first, p[0] != last, p[0] % 5 != 0, p[0])):
        canvas.line((x, y - 9), (x, y - 6), canvas.ground["edge"])
        text = f"E{number}" if number == first else str(number)
        half = text_width(text) / 2
        if all(x - half > b + 5 or x + half < a - 5 for a, b in used) and x + half < stretch.x1 + 8:
            canvas.text(x, y, text, canvas.ground["muted"], anchor="center")
            used.append((x - half, x + half))


def _episode_places(plan: Plan, stretch: Stretch) -> list[tuple[int, float]]:
    """Return (number, x) of a season's episodes: where the first of their scenes stands, in order."""
    events = _told(plan.dataset)
    coordinate = plan.scale.of(events)
    inside = (coordinate >= stretch.first) & (coordinate < stretch.last)
    inside &= (events["telling"] == stretch.season).to_numpy()
    if plan.scale.unit != "rank":
        inside &= events["scene"].to_numpy()
    numbers, x = events["number"].to_numpy()[inside], plan.scale.x(coordinate[inside])
    firsts = [float(x[numbers == number].min()) for number in np.unique(numbers)]
    return list(zip(np.unique(numbers).tolist(), np.maximum.accumulate(firsts).tolist(), strict=True))


@cache
def _told(dataset: Dataset) -> pd.DataFrame:
    """Return the events that an episode tells, with its season (telling) and number, and if as a scene."""
    events = dataset.events
    told = events.loc[events["episode"] != "", ["season", "position", "told_rank"]]
    return told.assign(
        telling=telling_season(dataset),
        number=events["episode"].map(dataset.episodes["number"]),
        scene=events["told"].isin(["scene", "post-credits"]),
    ).astype({"number": int})


def _decades(canvas: Canvas, plan: Plan) -> None:
    first, last = plan.scale.knots[0], plan.scale.knots[-1]
    begin = dt.date.fromordinal(int(first)).year // 10 * 10
    end = dt.date.fromordinal(int(last) - 1).year
    y = plan.bands.decades
    for decade in range(begin, end + 1, 10):
        start, stop = max(new_year(decade), first), min(new_year(decade + 10), last)
        x0, x1 = float(plan.scale.x(start)), float(plan.scale.x(stop))
        if x1 - x0 > 2:
            canvas.line((x0 + 1, y), (x1 - 1, y), canvas.ground["edge"], 2)
        if x1 - x0 > text_width(f"{decade}s", 12, 500) + 8:
            canvas.text(
                (x0 + x1) / 2, y + 9, f"{decade}s", canvas.ground["muted"], weight=500, anchor="center"
            )
