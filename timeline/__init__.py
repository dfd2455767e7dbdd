"""Divergence: a timeline of an alternate history; notebooks take `View`, `figures` and `load` from here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from timeline import figures
    from timeline.dataset import load
    from timeline.view import View

__all__ = ["View", "figures", "load"]


def __getattr__(name: str) -> Any:
    """Return one of the names above, read when it is asked for: every module comes through here."""
    if name == "load":
        from timeline.dataset import load  # noqa: PLC0415

        return load
    if name == "View":
        from timeline.view import View  # noqa: PLC0415

        return View
    message = f"module 'timeline' has no {name!r}; it has {', '.join(__all__)}"
    raise AttributeError(message)
