"""Where a click on a number leads: to the events behind it, as a list on the timeline's page."""

from __future__ import annotations

from typing import Any

from timeline.view import View


def as_list(view: View, **narrowed: Any) -> str:
    """Return the address of a View's events, narrowed further, as a list."""
    default = View()
    drawn = {name: getattr(default, name) for name in ("by", "align", "episode", "sort", "event")}
    return f"/?{view.but(**drawn, **narrowed, show='list').to_query()}"
