"""Pictures: each a pure function of a data set, a View and a size in px."""

from __future__ import annotations

from importlib import import_module
from typing import Any

_PICTURES = ("timeline", "compare", "parts", "histories", "world")


def __getattr__(name: str) -> Any:
    """Return a picture's module, read when it is asked for: `figures.timeline.picture(...)`."""
    if name in _PICTURES:
        return import_module(f"timeline.figures.{name}")
    message = f"module 'timeline.figures' has no {name!r}; its pictures are {', '.join(_PICTURES)}"
    raise AttributeError(message)
