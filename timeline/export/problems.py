"""What may keep a picture from being printed: each error is one sentence for whoever asked."""

from __future__ import annotations


class PressError(RuntimeError):
    """A picture could not be printed; `wait` is after how many seconds it may be, 0 for never."""

    wait = 0


class NoBrowserError(PressError):
    """There is no browser, or it does not start."""

    def __init__(self, said: str = "") -> None:
        self.said = said
        super().__init__(
            "PNG, PDF and slides are drawn by Chromium or Chrome, and none that starts is on this machine."
        )


class BusyError(PressError):
    """All places are taken."""

    wait = 3

    def __init__(self) -> None:
        super().__init__(
            "So many pictures are being drawn that this one has to wait: try again in 3 seconds."
        )


class LateError(PressError):
    """A drawing took too long."""

    wait = 10

    def __init__(self, limit: float) -> None:
        super().__init__(f"The picture was not drawn within {limit:g} seconds: try again in 10 seconds.")
