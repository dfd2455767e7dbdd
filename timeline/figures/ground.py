"""The ground: season sheets with torn edges, lane rules and names, the line of divergence."""

from __future__ import annotations

from html import escape

from timeline import scales
from timeline.figures.canvas import Canvas
from timeline.figures.plan import Plan
from timeline.lettering import fit
from timeline.lettering import width as text_width

_AMPLITUDE, _TOOTH = 2.5, 7.0


def torn(x: float, y0: float, y1: float) -> list[tuple[float, float]]:
    """Return the points down a torn edge; it begins and ends beside x."""
    teeth = max(2, round((y1 - y0) / _TOOTH / 2) * 2)
    step = (y1 - y0) / teeth
    return [(x + (_AMPLITUDE if i % 2 else -_AMPLITUDE), y0 + i * step) for i in range(teeth + 1)]


def draw(canvas: Canvas, plan: Plan) -> None:
    """Draw what lies under the marks."""
    canvas.rect((plan.x0, plan.bands.top, plan.x1, plan.bands.bottom), canvas.ground["gap"])
    for stretch in plan.scale.stretches:
        if stretch.kind in ("season", "after"):
            _sheet(canvas, plan, stretch)
    _lane_names(canvas, plan)
    divergence(canvas, plan)


def _sheet(canvas: Canvas, plan: Plan, stretch: scales.Stretch) -> None:
    """Lay a season's sheet; its edges are torn where the story scale leaves years out."""
    after = stretch.kind == "after" and plan.scale.dated
    if after:
        return
    pressed = plan.scale.name == "story"
    edges = []
    for x, outer in ((stretch.x0, stretch.x0 <= plan.x0 + 1), (stretch.x1, stretch.x1 >= plan.x1 - 1)):
        straight = outer or not pressed
        edges.append(
            [(x, plan.bands.top), (x, plan.bands.bottom)]
            if straight
            else torn(x, plan.bands.top, plan.bands.bottom)
        )
    canvas.path(edges[0] + edges[1][::-1], fill=canvas.ground["sheet"])
    for edge in edges:
        canvas.path(edge, line=canvas.ground["edge"] if len(edge) > 2 else canvas.ground["line"])


def _lane_names(canvas: Canvas, plan: Plan) -> None:
    size, pitch, left = plan.fonts.lane, plan.fonts.lane + 3, plan.left
    for number, (name, lane) in enumerate(zip(plan.names, plan.lanes, strict=True)):
        y = plan.bands.top + lane.y
        canvas.line((left, y), (plan.x1, y), canvas.ground["line"])
        lines = name if len(name) * pitch + 10 <= lane.height else name[:1]
        for i, line in enumerate(lines):
            shown = fit(line, plan.x0 - left - 4, size, 600)
            canvas.text(left, y + 17 + i * pitch, shown, size=size, weight=600)
        _lane_count(canvas, plan, number, lines)
        if (view := plan.within(number, plan.view)) != plan.view:
            tip = (
                f"<b>{escape(' '.join(name), quote=False)}</b><br>{_said(plan, number)}<br>Click: only these"
            )
            canvas.door(left + 24, y + 17, "?" + view.to_query(), tip)
    canvas.line((left, plan.bands.floor), (plan.x1, plan.bands.floor), canvas.ground["line"])


def _said(plan: Plan, number: int) -> str:
    """Return how many events a lane shows, and of how many that belong there when each stands but once."""
    count, carried = len(plan.lanes[number].items), plan.grouping.carried[number]
    if carried > count:
        return f"{count:,} of {carried:,} events"
    return f"{count:,} event{'' if count == 1 else 's'}"


def _lane_count(canvas: Canvas, plan: Plan, number: int, lines: tuple[str, ...]) -> None:
    """Write a lane's count below its name, or beside it where lanes are many and low."""
    lane, size, pitch, left = plan.lanes[number], plan.fonts.lane, plan.fonts.lane + 3, plan.left
    y, muted, words = plan.bands.top + lane.y, canvas.ground["muted"], _said(plan, number)
    beside = left + text_width(lines[-1], size, 600) + 6
    below = y + 17 + len(lines) * pitch
    short = words.removesuffix(" events").removesuffix(" event")
    fits_beside = beside + text_width(short) < plan.x0 - 2
    fits_below = below + 8 < y + lane.height
    if fits_below and not (plan.crowded and fits_beside):
        canvas.text(left, below, words if text_width(words) <= plan.x0 - left - 2 else short, muted)
    elif fits_beside:
        canvas.text(beside, y + 17.5 + (len(lines) - 1) * pitch, short, muted)


def divergence(canvas: Canvas, plan: Plan) -> None:
    """Mark where history splits with a dotted line through all lanes."""
    if (x := plan.splits) is not None:
        canvas.line((x, plan.bands.top - 10), (x, plan.bands.floor), canvas.ground["second"], dash="2px,3px")
