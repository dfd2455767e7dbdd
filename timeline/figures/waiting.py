"""Jumps and waits in one unit: the years that a finale leaps, and those that viewers wait."""

from __future__ import annotations

from collections.abc import Sequence

from timeline import dates, theme
from timeline.comparison import durations
from timeline.comparison.cases import Case, short
from timeline.comparison.matrices import Leap, leaps
from timeline.figures.canvas import Canvas, Mark
from timeline.lettering import wrapped
from timeline.shorthand import brief

_LABEL, _TAIL = 86.0, 134.0
_BLOCKS = 60
"""More years than this are drawn without a cut for each."""


def jumps(
    canvas: Canvas, columns: Sequence[Case], x: float, y: float, width: float, pitch: float = 42
) -> float:
    """Draw each jump as a bar in blocks of a year, and the wait below; return where they end."""
    found = leaps(columns)
    ground = canvas.ground
    if not found:
        canvas.text(x, y, "No finale of these leaps ahead.", ground["muted"])
        return y + 12
    unit = (width - _LABEL - _TAIL) / max([leap.years for leap in found] + [1])
    by_season = {case.season: case for case in columns}
    for i, leap in enumerate(found):
        _jump(canvas, by_season[leap.season], leap, (x, y + pitch * i, width), unit)
    y += pitch * len(found) - 6
    for leap in found:
        if leap.short and leap.following is not None:
            y = _note(canvas, by_season[leap.season], leap, (x, y, width))
    return y


def _jump(canvas: Canvas, case: Case, leap: Leap, at: tuple[float, float, float], unit: float) -> None:
    x, y, width = at
    ground = canvas.ground
    colour, symbol = theme.season_mark(case.dataset, case.season)
    canvas.ring(Mark(x + 6, y, symbol, theme.mark_size(symbol, 9), colour, False, "", ""))
    to = short(case.dataset, leap.following) if leap.following is not None else "?"
    canvas.text(x + 18, y, f"{case.short} to {to}")
    start, end = x + _LABEL, x + _LABEL + leap.years * unit
    canvas.rect((start, y - 6, end, y + 6), colour)
    if leap.years <= _BLOCKS:
        for year in range(1, leap.years):
            canvas.line((start + year * unit, y - 6), (start + year * unit, y + 6), ground["ground"])
    if leap.short and leap.opens is not None and leap.following is not None:
        mark, shape = theme.season_mark(case.dataset, leap.following)
        opens = start + (leap.opens - leap.left) * unit
        canvas.ring(Mark(opens, y, shape, theme.mark_size(shape, 15), ground["ground"], False, "", ""))
        canvas.ring(Mark(opens, y, shape, theme.mark_size(shape, 11), mark, False, "", ""))
    canvas.text(end + 8, y, durations.counted(leap.years, "year"), weight=700)
    if leap.months is not None:
        waited = start + leap.months / 12 * unit
        canvas.rect((start, y + 10, waited, y + 18), theme.season_mark(case.dataset, 0)[0])
        months = durations.counted(int(durations.half_up(leap.months)), "month")
        canvas.text(waited + 8, y + 15, months, ground["muted"])
    if leap.ratio is not None:
        canvas.text(x + width, y, f"{durations.number(leap.ratio, 1)} to 1", weight=600, anchor="right")


def _note(canvas: Canvas, case: Case, leap: Leap, at: tuple[float, float, float]) -> float:
    """Say where the next season opens before the year that was shown; return the next line."""
    x, y, width = at
    dataset, after = case.dataset, leap.following
    colour, symbol = theme.season_mark(dataset, int(after or 0))
    opens = brief(str(dataset.seasons.at[after, "start"]))
    name = dataset.seasons.at[after, "name"]
    text = f"{name} opens in {opens}, short of the {leap.shown} that was shown"
    if dates.parse(str(dataset.seasons.at[after, "start"])).precision == "day":
        text = text.replace(" opens in ", " opens on ")
    canvas.ring(Mark(x + 6, y, symbol, theme.mark_size(symbol, 9), colour, False, "", ""))
    lines = wrapped(text, width - 18)
    for i, line in enumerate(lines):
        canvas.text(x + 18, y + 16 * i, line, canvas.ground["muted"])
    return y + 2 + 16 * len(lines)
