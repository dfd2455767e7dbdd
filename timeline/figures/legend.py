"""The frame of a picture that stands alone: title, what it shows, key, where it comes from."""

from __future__ import annotations

from timeline import wording
from timeline.figures.canvas import Canvas, Mark
from timeline.figures.origin import origin
from timeline.figures.plan import Plan
from timeline.lettering import fit
from timeline.lettering import width as text_width
from timeline.query import heading

_KEY = ((11.0, "turning point"), (8.0, "major"), (5.5, "notable or detail"))


def draw(canvas: Canvas, plan: Plan) -> None:
    """Write title, deck and footer, and the key at the right of the title's line."""
    count, rest = heading(plan.dataset, plan.view)
    scale = wording.SCALE["told" if plan.scale.unit == "rank" else plan.view.scale]
    title = f"{plan.dataset.title}: an alternate history"
    keyed = 16 + text_width(title, 20, 600) + 640 < plan.width
    right = key(canvas, plan.x1, 26) if keyed else plan.width
    canvas.title(16, 24, title, right - 32, size=20)
    canvas.text(
        16, 47, fit(f"{count}, {rest}. {scale}", plan.width - 32, 13), canvas.ground["muted"], size=13
    )
    sure = "Dates are as certain as they look; sources stand with every event."
    foot = origin(plan.dataset, plan.view, sure, filters=False, room=plan.width - 32)
    canvas.text(16, plan.bands.height - 12, fit(foot, plan.width - 32), canvas.ground["muted"])


def key(canvas: Canvas, right: float, y: float) -> float:
    """Explain the marks, right-aligned; return where that begins."""
    muted, x = canvas.ground["muted"], right
    signs: list[tuple[float | str, str]] = [
        *_KEY,
        ("bar", "within a span"),
        ("hollow", "approximate"),
        ("+9", "not named"),
    ]
    for sample, words in reversed(signs):
        x -= text_width(words)
        canvas.text(x, y, words, muted)
        x -= 6
        if sample == "bar":
            canvas.stroke(x - 22, x - 2, y, muted, opacity=0.4)
            canvas.ring(Mark(x - 12, y, "circle", 8, muted, False, "", ""))
            x -= 24
        elif sample == "+9":
            canvas.text(x - 15, y, "+9", muted)
            x -= 17
        else:
            size = 8.0 if sample == "hollow" else float(sample)
            canvas.ring(Mark(x - size / 2, y, "circle", size, muted, sample == "hollow", "", ""))
            x -= size
        x -= 16
    return x
