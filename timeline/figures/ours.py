"""Our timeline below theirs: the real events that theirs answer, at their real dates, joined to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from timeline import theme
from timeline.dates import parse
from timeline.figures.canvas import Canvas, Mark
from timeline.figures.plan import Plan
from timeline.lettering import width as text_width
from timeline.shifts import YEAR, Shift, amount, between, words

_ROWS, _PITCH = 4, 15.0
_FURTHEST_YEARS = 20
"""Leads beyond this are left to the picture of two histories: their lines would cross the whole lane."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A real event and the event of theirs that answers it; both in px."""

    id: str
    relation: str
    label: str
    shift: str
    x: float
    theirs: float
    season: int
    importance: int
    tip: str


def draw(canvas: Canvas, plan: Plan) -> None:
    """Draw our history as a lane of its own, all in grey: it never competes with theirs."""
    muted = canvas.ground["muted"]
    canvas.rect((plan.x0, plan.bands.floor, plan.x1, plan.bands.bottom), canvas.ground["ground"])
    _fork(canvas, plan)
    answers = list(_answers(plan))
    rows: list[list[tuple[float, float]]] = [[] for _ in range(_ROWS)]
    unnamed = [
        a for a in sorted(answers, key=lambda a: (a.importance, a.x)) if not _place(canvas, plan, a, rows)
    ]
    _stack(canvas, plan, unnamed)
    left = plan.left
    canvas.text(left, plan.bands.floor + 17, "Our history", muted, size=plan.fonts.lane, weight=600)
    canvas.text(left, plan.bands.floor + 33, "real dates", muted)
    if unnamed:
        count = f"+{len(unnamed)}"
        whole = f"{count} not named"
        fits = text_width(whole) <= plan.x0 - left - 4
        canvas.text(left, plan.bands.floor + 49, whole if fits else count, muted)


def _fork(canvas: Canvas, plan: Plan) -> None:
    """Let the line of divergence bend into our lane: two histories part there."""
    x, y, muted = plan.splits, plan.bands.floor, canvas.ground["muted"]
    if x is None:
        canvas.line((plan.x0, y), (plan.x1, y), muted, 1.5)
        return
    bend = f"M{x:.1f},{y - 26:.1f}C{x:.1f},{y - 4:.1f} {x + 8:.1f},{y:.1f} {x + 30:.1f},{y:.1f}"
    canvas.curve(f"{bend}L{plan.x1:.1f},{y:.1f}", line=muted, width=1.5)


def _answers(plan: Plan) -> Iterator[Answer]:
    """Yield each real event once, with the weightiest of the selected events that answer it."""
    ours, seen = plan.dataset.our_history, set()
    answered = (plan.events["counterpart"] != "").to_numpy()
    events = plan.events[answered].assign(x=plan.items.x[answered])
    for event in events.sort_values(["importance", "position"]).itertuples():
        if event.counterpart in seen:
            continue
        seen.add(event.counterpart)
        real = ours.loc[event.counterpart]
        middle = (real["first"] + real["last"] + 1) / 2
        if not plan.scale.holds(middle) or abs(middle - event.position) > _FURTHEST_YEARS * YEAR:
            continue
        tip = f"<b>{escape(real['label'], quote=False)}</b><br>{real['words']} in our history"
        yield Answer(
            event.id, event.relation, real["label"],
            _shift(event.relation, between(parse(event.date), parse(real["date"]))),
            float(plan.scale.x(middle)), float(event.x), event.season, event.importance, tip,
        )  # fmt: skip


def _shift(relation: str, shift: Shift) -> str:
    """Say how far a real event lies from theirs: "12 years later", "did not happen there", or nothing."""
    if relation == "averted":
        return words(relation, shift)
    direction = {"earlier": 1, "later": -1}.get(relation)
    said = amount(shift.toward(direction)) if direction else ""
    return f"{said} {'later' if direction == 1 else 'earlier'}" if said else ""


def _place(canvas: Canvas, plan: Plan, answer: Answer, rows: list[list[tuple[float, float]]]) -> bool:
    """Draw an answer in the first row with room for it; tell whether there was one."""
    wide = text_width(answer.label) + (6 + text_width(answer.shift) if answer.shift else 0)
    joined = answer.relation in ("earlier", "later")
    low, high = (
        (min(answer.x, answer.theirs), max(answer.x, answer.theirs)) if joined else (answer.x, answer.x)
    )
    right = high + 9 + wide <= plan.x1 + 4
    box = (low - 7, high + 9 + wide + 10) if right else (low - 9 - wide - 8, high + 7)
    row = next((r for r in rows if box[0] >= plan.x0 and all(box[1] <= a or box[0] >= b for a, b in r)), None)
    if row is None:
        return False
    row.append(box)
    y = plan.bands.floor + 12 + rows.index(row) * _PITCH
    muted = canvas.ground["muted"]
    if joined and high - low > 6:
        colour, symbol = theme.season_mark(plan.dataset, answer.season)
        canvas.stroke(answer.x, answer.theirs, y, muted, width=1, opacity=0.7)
        canvas.ring(Mark(answer.theirs, y, symbol, theme.mark_size(symbol, 6), colour, False, "", ""))
    symbol = "x" if answer.relation == "averted" else "circle"
    canvas.ring(
        Mark(
            answer.x,
            y,
            symbol,
            6 if symbol == "x" else 7.5,
            muted,
            answer.relation not in ("same", "averted"),
            "",
            "",
        )
    )
    start = high + 9 if right else low - 9 - wide
    canvas.text(start, y, answer.label, canvas.ground["second"])
    if answer.shift:
        canvas.text(start + text_width(answer.label) + 6, y, answer.shift, muted)
    for door in (answer.x, *(start + d for d in range(20, int(wide), 44))):
        canvas.door(door, y, answer.id, answer.tip)
    return True


def _stack(canvas: Canvas, plan: Plan, unnamed: list[Answer]) -> None:
    """Draw the real events without a name as small rings on the lane's floor."""
    cell, heights = 5.0, dict[int, int]()
    for answer in unnamed:
        column = int((answer.x - plan.x0) // cell)
        level = heights.get(column, 0)
        heights[column] = level + 1
        x, y = plan.x0 + (column + 0.5) * cell, plan.bands.bottom - 4 - min(level, 2) * cell
        canvas.ring(Mark(x, y, "circle", 4.5, canvas.ground["muted"], answer.relation != "same", "", ""))
        canvas.door(x, y, answer.id, answer.tip)
