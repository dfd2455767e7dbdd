"""How far ahead their history is: each pair a mark as high as its lead, by field, and the line of medians."""

from __future__ import annotations

import datetime as dt
from statistics import median

from timeline import theme
from timeline.dates import new_year
from timeline.figures import header
from timeline.figures.canvas import Canvas, Mark
from timeline.figures.histories import ends, fields, labels
from timeline.figures.histories.fields import Fields, Row
from timeline.histories import Pair
from timeline.histories.lead import decade
from timeline.lettering import fit, wrapped
from timeline.lettering import width as text_width
from timeline.shifts import YEAR

_BAR = 30.0


def draw(canvas: Canvas, plan: Fields) -> None:
    """Draw the seasons, all fields together, then row by row."""
    canvas.part("ground")
    for row in plan.rows:
        canvas.rect((plan.left - 4, row.y0, plan.width - 4, row.y1), canvas.ground["panel"])
    _seasons(canvas, plan)
    _years(canvas, plan, plan.bottom + 16)
    if plan.above is not None:
        _years(canvas, plan, plan.above)
    canvas.part("all")
    _all(canvas, plan)
    for row in plan.rows:
        canvas.part("row")
        _name(canvas, plan, row)
        _rules(canvas, plan, row)
        _line(canvas, plan, row)
        canvas.part("marks")
        for pair in sorted(row.pairs, key=lambda pair: -pair.importance):
            _lollipop(canvas, plan, row, pair)
        labels.draw(canvas, plan, row)


def _seasons(canvas: Canvas, plan: Fields) -> None:
    """Tint the seasons' windows, and name them above."""
    taken = 0.0
    for season in sorted(int(n) for n in plan.dataset.seasons.index if n > 0):
        first, last = (float(plan.dataset.seasons.at[season, column]) for column in ("first", "last"))
        if first >= plan.last or last < plan.first:
            continue
        x0, x1 = plan.x(max(first, plan.first)), plan.x(min(last + 1, plan.last))
        colour, symbol = theme.season_mark(plan.dataset, season)
        canvas.rect((x0, plan.top - 4, x1, plan.bottom), colour, opacity=0.09 if canvas.dark else 0.07)
        name = header.short(str(plan.dataset.seasons.at[season, "name"]))
        wide = 12 + text_width(name, 12, 500)
        left = max(min((x0 + x1 - wide) / 2, plan.x1 - wide), plan.x0)
        if left >= taken:
            taken = left + wide + 10
            canvas.ring(
                Mark(left + 4, plan.top - 13, symbol, theme.mark_size(symbol, 8), colour, False, "", "")
            )
            canvas.text(left + 12, plan.top - 13, name, canvas.ground["muted"], weight=500)


def _years(canvas: Canvas, plan: Fields, y: float) -> None:
    """Name as many years as there is room for."""
    year = YEAR / (plan.last - plan.first) * (plan.x1 - plan.x0)
    step = next((n for n in (1, 2, 5, 10, 20, 50) if n * year >= 56), 100)
    first, last = (dt.date.fromordinal(int(day)).year for day in (plan.first, plan.last - 1))
    for n in range(-(-first // step) * step, last + 1, step):
        x = plan.x(new_year(n))
        half = text_width(str(n), 12, 500) / 2
        if x + half <= plan.width:
            canvas.text(
                x, y, str(n), canvas.ground["muted"], weight=500 if n % 10 == 0 else 400,
                anchor="center",
            )  # fmt: skip


def _all(canvas: Canvas, plan: Fields) -> None:
    """Draw the median of all fields, decade by decade, as bars that say how many pairs they count."""
    canvas.text(plan.left, plan.top + 12, "All fields", size=14, weight=600)
    for n, line in enumerate(("median of", "each decade")):
        canvas.text(plan.left, plan.top + 32 + 15 * n, line, canvas.ground["muted"])
    held: dict[int, list[float]] = {}
    for pair in plan.found:
        held.setdefault(decade(pair), []).append(pair.shift.years if pair.shift else 0.0)
    most = max([abs(median(years)) for years in held.values()], default=1.0) or 1.0
    zero = plan.top + 46
    canvas.line((plan.x0, zero), (plan.x1, zero), canvas.ground["handle"])
    for ten, years in held.items():
        x0, x1 = (plan.x(min(max(new_year(n), plan.first), plan.last)) for n in (ten, ten + 10))
        _decade(canvas, (x0 + 1, x1 - 1), zero, median(years), _BAR / most, (f"{ten}s", len(years)))


def _decade(
    canvas: Canvas, span: tuple[float, float], zero: float, years: float, scale: float, of: tuple[str, int]
) -> None:
    """Draw one decade's bar; what it says is cut to its width."""
    tip = zero - years * scale
    canvas.rect((span[0], min(zero, tip), span[1], max(zero, tip)), canvas.ground["handle"], opacity=0.45)
    middle, room = sum(span) / 2, span[1] - span[0]
    way = -1 if years >= 0 else 1
    if text_width(fields.signed(years), 14, 600) <= room:
        canvas.text(middle, tip + way * 10, fields.signed(years), size=14, weight=600, anchor="center")
    events = f"{of[1]} event{'' if of[1] == 1 else 's'}"
    said = next((t for t in (f"{of[0]}: {events}", events, str(of[1])) if text_width(t) <= room), "")
    if said:
        canvas.text(middle, zero - way * 11, said, canvas.ground["muted"], anchor="center")


def _name(canvas: Canvas, plan: Fields, row: Row) -> None:
    """Write a field's name, its median, and how many came sooner and later."""
    room = plan.x0 - plan.left - 46
    lines = [fit(line, room, 14, 600) for line in wrapped(row.name, room, 600, 14)[:2]]
    y = row.y0 + 14
    for line in lines:
        canvas.text(plan.left, y, line, size=14, weight=600)
        y += 17
    said = fields.signed(median([pair.shift.years for pair in row.pairs if pair.shift]))
    middle, _, unit = said.partition(" ")
    unit = {"": "years", "mo": "months"}.get(unit, unit)
    canvas.text(plan.left, y + 9, middle, size=24, weight=600)
    taken = text_width(middle, 24, 600) + 7
    aside = next(
        (
            t
            for t in (f"{unit}, median", "median" if unit == "years" else unit)
            if taken + text_width(t) <= room + 8
        ),
        "",
    )
    if aside:
        canvas.text(plan.left + taken, y + 12, aside, canvas.ground["muted"])
    sooner = sum(pair.relation == "earlier" for pair in row.pairs)
    said = f"{sooner} sooner, {len(row.pairs) - sooner} later"
    if y + 36 < row.y1:
        canvas.text(plan.left, y + 33, fit(said, room + 30), canvas.ground["muted"])


def _rules(canvas: Canvas, plan: Fields, row: Row) -> None:
    """Rule the row where both are at the same time, and at whole decades ahead and behind."""
    scale = (row.y1 - row.y0) / (plan.high - plan.low)
    step = next((n for n in (1, 2, 5, 10, 20, 50, 100) if n * scale >= 22), 200)
    for n in range(round(plan.low // step) * step, int(plan.high) + 1, step):
        y = plan.y(row, n)
        if not row.y0 + 8 <= y <= row.y1 - 8:
            continue
        canvas.line((plan.x0, y), (plan.x1, y), canvas.ground["line" if n else "handle"])
        name = fields.signed(n) if n else "same"
        canvas.text(plan.x0 - 8, y, name, canvas.ground["muted"], anchor="right")


def _line(canvas: Canvas, plan: Fields, row: Row) -> None:
    """Draw the step line; it stops where the years before tell nothing."""
    for points in fields.line(plan, row):
        canvas.path(points, line=canvas.ground["text"], width=1.6, opacity=0.75)


def _lollipop(canvas: Canvas, plan: Fields, row: Row, pair: Pair) -> None:
    """Draw a pair: a stem from no lead to its own, and bars for what its dates allow both ways."""
    if not pair.shift:
        return
    colour, _ = ends.look(plan.dataset, pair)
    x, y = plan.x(pair.theirs.day), plan.y(row, pair.shift.years)
    canvas.path([(x, plan.y(row, 0)), (x, y)], line=colour, width=1.3, opacity=0.5)
    x0, x1 = plan.x(pair.theirs.date.first), plan.x(pair.theirs.date.last + 1)
    if x1 - x0 > ends.SPANNED:
        canvas.pill(x0, x1, y, 2.5, colour, opacity=0.35)
    high, low = (plan.y(row, days / YEAR) for days in (pair.shift.most, pair.shift.least))
    if low - high > 6:
        canvas.rect((x - 2.5, high, x + 2.5, low), colour, opacity=0.3)
    canvas.marks([ends.theirs(plan.dataset, pair, x, y)])
    if pair.event == plan.view.event:
        canvas.ring(Mark(x, y, "circle", 20, canvas.ground["text"], True, "", ""))
