"""Files to take away: an order (a picture of a View, in a size) as SVG, PNG, PDF, HTML, slides or data."""

from __future__ import annotations

from timeline.export.order import Order
from timeline.export.problems import PressError
from timeline.export.workshop import FORMATS, Workshop

__all__ = ["FORMATS", "Order", "PressError", "Workshop"]
