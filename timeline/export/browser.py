"""Whether this machine has a browser that prints, before anybody waits for one."""

from __future__ import annotations

from pathlib import Path


def found() -> bool:
    """Tell whether the press would find a browser; that it starts is known only when it has."""
    from choreographer.browsers import Chromium  # noqa: PLC0415 - a server starts without it, and may never print

    path = Chromium.find_browser(skip_local=False)
    return path is not None and Path(path).exists()
