"""The workshop: an order in, a file out; what was made is kept, what is being made is made once."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Mapping, Sequence
from concurrent.futures import Future
from types import MappingProxyType
from typing import TYPE_CHECKING

from timeline import records
from timeline.export import standalone
from timeline.export.order import Order
from timeline.export.problems import BusyError
from timeline.export.shelf import Shelf

if TYPE_CHECKING:
    from timeline.export.press import Press

FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "svg": "image/svg+xml",
        "png": "image/png",
        "pdf": "application/pdf",
        "html": "text/html",
        "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "csv": "text/csv",
        "json": "application/json",
    }
)
"""The forms that an order may have, with their media types."""
PRINTED = ("png", "pdf", "pptx")
"""Those that need a browser."""
_PLACES = 8


class Workshop:
    """Make files; safe from many threads, and no browser is started before one is needed.

    places: how many may ask for something printed at a time. limit: seconds that a print may take.
    """

    def __init__(self, places: int = _PLACES, limit: float = 30) -> None:
        self._limit = limit
        self._shelf = Shelf()
        self._places = threading.BoundedSemaphore(places)
        self._lock = threading.Lock()
        self._making: dict[Hashable, Future[bytes]] = {}
        self._press: Press | None = None

    def _draw(self, order: Order, form: str, *, outlined: bool) -> bytes:
        """Print a drawing; the press is set up for the first."""
        from timeline.export.press import Press  # noqa: PLC0415 - a server starts without it, and may never print

        with self._lock:
            self._press = self._press or Press(self._limit)
            press = self._press
        return press.draw(order.svg(outlined=outlined), form, order.size, order.density, order.title)

    def take(self, order: Order, form: str, *, slides: bool = False) -> bytes:
        """Return an order as a file of one of FORMATS; with slides, one of the whole and one a season.

        Raises PressError, which says in one sentence why not, for those that are printed.
        """
        key = (form, slides, order.key)
        if (kept := self._shelf.get(key)) is not None:
            return kept
        if form not in PRINTED:
            return self._once(key, lambda: _plain(order, form))
        if not self._places.acquire(blocking=False):
            raise BusyError
        try:
            return self._once(key, lambda: self._printed(order, form, slides=slides))
        finally:
            self._places.release()

    def deck(self, orders: Sequence[Order]) -> bytes:
        """Return a presentation of one slide an order; raises PressError as `take` does."""
        key = ("deck", *(order.key for order in orders))
        if (kept := self._shelf.get(key)) is not None:
            return kept
        if not self._places.acquire(blocking=False):
            raise BusyError
        from timeline.export.slides import deck  # noqa: PLC0415 - as the press

        try:
            return self._once(key, lambda: deck(orders, self._png))
        finally:
            self._places.release()

    def _once(self, key: Hashable, make: Callable[[], bytes]) -> bytes:
        """Make a file, or wait for whoever makes it already."""
        with self._lock:
            mine = key not in self._making
            future = self._making.setdefault(key, Future())
        if not mine:
            return future.result()
        try:
            made = make()
            self._shelf.put(key, made)
            future.set_result(made)
        except BaseException as error:
            future.set_exception(error)
            raise
        finally:
            with self._lock:
                del self._making[key]
        return made

    def _printed(self, order: Order, form: str, *, slides: bool) -> bytes:
        if form == "pdf":
            return self._draw(order, form, outlined=False)
        if form == "png":
            return self._png(order)
        from timeline.export.slides import deck  # noqa: PLC0415 - as the press

        return deck(order.by_season() if slides else (order,), self._png)

    def _png(self, order: Order) -> bytes:
        key = ("png", False, order.key)
        made = self._shelf.get(key)
        if made is None:
            made = self._draw(order, "png", outlined=True)
            self._shelf.put(key, made)
        return made

    def close(self) -> None:
        """End the browser, if one was started."""
        if self._press:
            self._press.close()


def _plain(order: Order, form: str) -> bytes:
    """Return what needs no browser."""
    if form == "svg":
        return order.svg().encode()
    if form == "html":
        return standalone.page(order).encode()
    if form == "csv":
        return "".join(records.lines(order.dataset, order.view)).encode()
    return records.as_json(order.dataset, order.view).encode()
