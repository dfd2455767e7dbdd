"""The header over the lanes: seasons, time jumps, the point of divergence; the legend of the seasons."""

from __future__ import annotations

import datetime as dt
from html import escape

from timeline import dates, scales, theme, wording
from timeline.dataset import Dataset
from timeline.figures import window
from timeline.figures.canvas import Canvas, Mark
from timeline.figures.plan import Plan
from timeline.lettering import fit
from timeline.lettering import width as text_width
from timeline.scales import Stretch

_LINES = (17, 34, 49)
_DOOR_PX = 36


def draw(canvas: Canvas, plan: Plan) -> None:
    """Write over each stretch of the axis what it is, and make it a door to its window or event."""
    for stretch in plan.scale.stretches:
        if plan.scale.unit == "offset":
            _offset(canvas, plan, stretch)
        elif stretch.kind == "season":
            _season(canvas, plan, stretch)
        elif stretch.kind in ("gap", "after"):
            _jump(canvas, plan, stretch)
        elif stretch.kind == "before":
            _before(canvas, plan, stretch)


def _write(
    canvas: Canvas, plan: Plan, x: float, room: float, lines: list[tuple[str, str, int, float]]
) -> None:
    """Write lines (text, colour, weight, size) below each other; what has no room is cut or left out."""
    for (text, colour, weight, size), offset in zip(lines, _LINES, strict=False):
        if shown := fit(text, room, size, weight):
            canvas.text(x, plan.bands.header + offset, shown, canvas.ground[colour], size=size, weight=weight)


def _widest(texts: tuple[str, ...], room: float, weight: int = 400) -> str:
    """Return the first of some texts, the fullest first, that fits; nothing when none does."""
    return next((text for text in texts if text_width(text, 12, weight) <= room), "")


def _doors(canvas: Canvas, plan: Plan, stretch: Stretch, goes: str, tip: str) -> None:
    x = stretch.x0 + min(10.0, (stretch.x1 - stretch.x0) / 2)
    while x < stretch.x1:
        canvas.door(x, plan.bands.header + 28, goes, tip)
        x += _DOOR_PX


def _season(canvas: Canvas, plan: Plan, stretch: Stretch) -> None:
    dataset, season, room = plan.dataset, stretch.season, stretch.x1 - stretch.x0
    colour, symbol = theme.season_mark(dataset, season)
    name = str(dataset.seasons.at[season, "name"])
    canvas.rect((stretch.x0, plan.bands.header, stretch.x1, plan.bands.header + 3), colour)
    shown_name = next((n for n in (name, short(name)) if room >= 20 + text_width(n, 13, 600)), "")
    x = stretch.x0 + (8 if shown_name else min(8.0, room / 2))
    canvas.ring(
        Mark(
            x, plan.bands.header + 17, symbol, theme.mark_size(symbol, min(11.0, room)), colour, False, "", ""
        )
    )
    if shown_name:
        canvas.text(stretch.x0 + 18, plan.bands.header + 17, shown_name, size=13, weight=600)
    shown, whole = (
        int((plan.events["season"] == season).sum()),
        int((dataset.events["season"] == season).sum()),
    )
    every = wording.counted(whole, "event")
    count = every if shown == whole else f"{shown} of {every}"
    years = years_of(dataset, season)
    for text, offset in ((years, 34), (count, 49)):
        if shown_text := next(
            (t for t in (text, text.removesuffix(" events")) if text_width(t) <= room - 4), ""
        ):
            canvas.text(stretch.x0 + 2, plan.bands.header + offset, shown_text, canvas.ground["muted"])
    _doors(
        canvas,
        plan,
        stretch,
        _only(plan, season),
        f"<b>{escape(name, quote=False)}</b><br>{years}, {count}<br>Click: only this season",
    )


def short(name: str) -> str:
    """Return a numbered name's initial and number: "S3" for "Season 3"; else the name."""
    word, _, number = name.rpartition(" ")
    return f"{word[:1]}{number}" if number.isdigit() else name


def years_of(dataset: Dataset, season: int) -> str:
    """Return a season's years in words: "1969 – 1975", "1983", "from 2012"."""
    first, last = (_year(int(dataset.seasons.at[season, column])) for column in ("first", "last"))
    if dates.parse(dataset.seasons.at[season, "end"]).precision == "decade":
        return f"from {first}"
    return str(first) if first == last else f"{first} – {last}"


def _year(day: int) -> int:
    return dt.date.fromordinal(day).year


def _only(plan: Plan, season: int) -> str:
    """Return the address of a season alone, with all that it tells, or of all when it is alone already."""
    alone = plan.view.but(season=(season,))
    return "?" + (plan.view.but(season=()) if alone == plan.view else alone).to_query()


def _jump(canvas: Canvas, plan: Plan, stretch: Stretch) -> None:
    jumps = plan.dataset.jumps
    if stretch.season not in jumps.index:
        return
    jump = jumps.loc[stretch.season]
    room = stretch.x1 - stretch.x0 - 9
    first, last = (_year(dates.parse(jump[column]).first) for column in ("from", "looks_ahead"))
    years, span = f"{last - first}-year jump", f"{first} → {last}"
    title = _widest((years, f"{last - first} years"), room - 4, 600)
    seen = jump["label"] if room > 90 else _widest((jump["label"],), room)
    _write(canvas, plan, stretch.x0 + 6, room, [
        (title, "text", 600, 12),
        (_widest((span, f"→ {last}"), room), "muted", 400, 12),
        (seen, "second", 400, 12),
    ])  # fmt: skip
    opens = f"<br>The next season opens in {dates.words(dates.parse(jump['opens']))}" if jump["opens"] else ""
    ahead = f"The finale looks ahead: {jump['label']}"
    tip = f"<b>{years}</b>, {span}<br>{escape(ahead, quote=False)}{opens}"
    between = "?" + window.days(plan.view, plan.scale, stretch.first, stretch.last).to_query()
    _doors(canvas, plan, stretch, str(jump["event"]) or between, tip)
    _look_ahead(canvas, plan, stretch, str(jump["event"]))


def _look_ahead(canvas: Canvas, plan: Plan, stretch: Stretch, event: str) -> None:
    """Draw how far the finale looks ahead: an arrow along the header's foot, past the next opening."""
    found = plan.dataset.events.loc[plan.dataset.events["id"] == event, "position"]
    if not len(found) or not plan.scale.dated or not plan.scale.holds(float(found.iloc[0])):
        return
    colour, _ = theme.season_mark(plan.dataset, stretch.season)
    x, y = float(plan.scale.x(float(found.iloc[0]))), plan.bands.top - 5
    canvas.line((stretch.x0, y), (max(x - 4, stretch.x0), y), colour, 1.5)
    canvas.path([(x - 6, y - 3.5), (x, y), (x - 6, y + 3.5)], fill=colour)


def _before(canvas: Canvas, plan: Plan, stretch: Stretch) -> None:
    day = scales.divergence_day(plan.dataset)
    if day is None or not stretch.first <= day < stretch.last:
        return
    event = plan.dataset.events.loc[plan.dataset.events["id"] == plan.dataset.divergence].iloc[0]
    room = stretch.x1 - stretch.x0 - 4
    title = _widest(("Where history splits", "History splits"), room, 600)
    label = event["label"] or event["headline"]
    date = _widest((event["words"], str(_year(day))), room)
    _write(canvas, plan, stretch.x0, room, [
        (title, "text", 600, 12),
        (date, "muted", 400, 12),
        (_widest((label, label.rpartition(" ")[0]), room), "second", 400, 12),
    ])  # fmt: skip
    _doors(
        canvas,
        plan,
        stretch,
        event["id"],
        f"<b>Where history splits</b><br>{escape(label, quote=False)}<br>{event['words']}",
    )


def _offset(canvas: Canvas, plan: Plan, stretch: Stretch) -> None:
    """Name the two parts of the season scale; the second carries the key of the seasons."""
    room = stretch.x1 - stretch.x0 - 8
    before = stretch.kind == "before"
    title = "Before the season opens" if before else "From the season’s first day"
    _write(canvas, plan, stretch.x0 + 4, room, [(title, "text", 600, 13)])
    if before:
        return
    x = stretch.x0 + 10
    for season in sorted(set(plan.events["season"])):
        colour, symbol = theme.season_mark(plan.dataset, int(season))
        name = str(plan.dataset.seasons.at[season, "name"])
        if x + 12 + text_width(name) > stretch.x1:
            break
        canvas.ring(
            Mark(x, plan.bands.header + 40, symbol, theme.mark_size(symbol, 9), colour, False, "", "")
        )
        canvas.text(x + 10, plan.bands.header + 40, name, canvas.ground["second"])
        x += 10 + text_width(name) + 22
