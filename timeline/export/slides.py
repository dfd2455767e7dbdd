"""Slides: a picture fills each, with its title, its text for the blind, and notes for whoever speaks."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import Any

from pptx import Presentation
from pptx.util import Emu, Inches, Pt

from timeline.export.order import Order

_WIDE, _HIGH = Emu(12_192_000), Emu(6_858_000)
"""A slide of 16 to 9."""
_TITLE_ONLY = 5
"""Its place among the layouts of the empty presentation that comes with python-pptx."""


def deck(orders: Sequence[Order], png: Callable[[Order], bytes]) -> bytes:
    """Return a presentation with one slide an order; `png` draws an order's picture."""
    show = Presentation()
    show.slide_width, show.slide_height = _WIDE, _HIGH
    show.core_properties.title = orders[0].title
    show.core_properties.author = orders[0].dataset.title
    show.core_properties.subject = " ".join(filter(None, (orders[0].gate, orders[0].source)))
    for order in orders:
        _slide(show, order, png(order.as_slide()))
    written = io.BytesIO()
    show.save(written)
    return written.getvalue()


def _slide(show: Any, order: Order, png: bytes) -> None:
    slide = show.slides.add_slide(show.slide_layouts[_TITLE_ONLY])
    _picture(show, slide, order, png)
    title = slide.shapes.title
    title.text_frame.text = order.title
    # The picture says its title itself: this one, above the slide's edge, is for outline and screen reader.
    title.left, title.top, title.width, title.height = Inches(0.4), Inches(-0.7), Inches(12.5), Inches(0.6)
    title.text_frame.paragraphs[0].font.size = Pt(24)
    slide.notes_slide.notes_text_frame.text = "\n".join(_notes(order))


def _picture(show: Any, slide: Any, order: Order, png: bytes) -> None:
    """Lay the picture on the slide, as large as it can be, in the middle."""
    ratio = min(show.slide_width / order.size[0], show.slide_height / order.size[1])
    wide, high = (Emu(round(side * ratio)) for side in order.size)
    left, top = (show.slide_width - wide) // 2, (show.slide_height - high) // 2
    shape = slide.shapes.add_picture(io.BytesIO(png), left, top, wide, high)
    shape.name = order.title
    described = shape._element.nvPicPr.cNvPr  # noqa: SLF001 - python-pptx has no other way to an alt text
    described.set("descr", order.alt)
    described.set("title", order.title)


def _notes(order: Order) -> list[str]:
    query = order.view.to_query()
    where = order.live or (f"?{query}" if query else "")
    only = f"Only: {order.filters}." if order.filters else ""
    return [
        line
        for line in (
            order.spoken,
            order.alt,
            only,
            f"Source: {order.source}",
            f"Address: {where}" if where else "",
        )
        if line
    ]
