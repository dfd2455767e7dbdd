"""What stands beside a comparison's row: whose it is, when it plays, how many events it has."""

from __future__ import annotations

from timeline import theme
from timeline.comparison import durations
from timeline.figures import climb, signs
from timeline.figures.canvas import Canvas, Mark
from timeline.figures.rows import Plan, Row
from timeline.lettering import fit
from timeline.lettering import width as text_width
from timeline.shorthand import brief, year_of


def years(row: Row) -> str:
    """Return when a season plays, short."""
    case = row.case
    span, table = case.span, case.dataset.seasons
    if span is None:
        return brief(str(table.at[case.season, "start"]))
    begin = brief(str(table.at[case.season, "start"]))
    if "-" not in str(table.at[case.season, "start"]):
        first, last = year_of(span.first), year_of(span.last)
        return f"{first}" if first == last else f"{first} – {last}"
    head = begin if begin[:1].isalpha() else begin.partition(" ")[2] or begin
    return f"{head} – {signs.month(span.last)}"


def name(canvas: Canvas, plan: Plan, row: Row) -> None:
    """Write whose row it is, when it plays and how many events it has."""
    case, ground = row.case, canvas.ground
    colour, symbol = theme.season_mark(plan.dataset, case.season)
    if plan.narrow:
        y = row.y + 6
        canvas.ring(Mark(plan.side + 6, y, symbol, theme.mark_size(symbol, 11), colour, False, "", ""))
        length = case.span.words() if case.span else ""
        room = plan.right - plan.side - 20 - text_width(length, 12, 600) - 10
        title = fit(case.name, room, 14, 700)
        canvas.text(plan.side + 18, y, title, size=14, weight=700)
        x = plan.side + 18 + text_width(title, 14, 700) + 10
        note = fit(case.partial or years(row), plan.right - text_width(length, 12, 600) - 10 - x)
        if note:
            canvas.text(x, y + 1, note, ground["muted"])
        canvas.text(plan.right, y + 1, length, weight=600, anchor="right")
        return
    x, y, room = plan.side, row.top + 10, row.gut0 - plan.side - 8
    canvas.ring(Mark(x + 7, y, symbol, theme.mark_size(symbol, 12), colour, False, "", ""))
    canvas.text(x + 22, y, fit(case.name, row.x0 - x - 32, 16, 700), size=16, weight=700)
    turning = int((case.events["importance"] == 1).sum())
    whole = f"in {case.dataset.seasons.at[case.season, 'name']}" if case.by == "episode" else years(row)
    lines = [
        (whole, "text"),
        (durations.counted(len(case.events), "event"), "muted"),
        (durations.counted(turning, "turning point"), "muted"),
        *([(case.partial, "second")] if case.partial else []),
    ]
    for i, (text, tone) in enumerate(lines):
        canvas.text(x, y + 23 + 16.5 * i, fit(text, room), ground[tone])


def thin(canvas: Canvas, plan: Plan, row: Row) -> None:
    """Draw a season whose dates are too coarse for a climb: its events in told order, on one line."""
    case, ground = row.case, canvas.ground
    colour, symbol = theme.season_mark(plan.dataset, case.season)
    y = row.y + (28 if plan.narrow else 10)
    name_y = row.y + 8 if plan.narrow else y
    canvas.ring(Mark(plan.side + 7, name_y, symbol, theme.mark_size(symbol, 12), colour, False, "", ""))
    canvas.text(plan.side + 22, name_y, case.name, size=16, weight=700)
    begins = f"{years(row)}{' · ' + case.partial if case.partial else ''}"
    left = plan.side if plan.narrow else row.x0
    count = f"{durations.counted(len(case.events), 'event')}{' so far' if case.partial else ''}"
    if plan.narrow:
        canvas.text(plan.right, name_y, count, ground["muted"], anchor="right")
    else:
        canvas.text(plan.side, y + 23, fit(begins, row.gut0 - plan.side), ground["muted"])
        canvas.text(left - 10, y, count, ground["muted"], anchor="right")
    events = case.events.sort_values("told_rank")
    step = min(21.0, ((plan.right if plan.narrow else row.x1) - left - 16) / max(len(events), 1))
    x = left + 8 + step * signs.count(len(events))
    canvas.line((left, y), (left + 16 + step * max(len(events) - 1, 0), y), ground["edge"], dash="dot")
    canvas.marks(climb.marks(events, x, signs.level(y, len(events)), colour, symbol, row))
    if not plan.narrow:
        start = left + 36 + step * len(events)
        why = "Its dates are known to the year or decade alone, so no climb: events in told order."
        if text := fit(why, plan.right - start):
            canvas.text(start, y, text, ground["muted"])
