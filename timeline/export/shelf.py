"""The shelf: files made already, the ones asked for last, for whoever asks next."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Hashable

_ROOM = 64 * 2**20


class Shelf:
    """Keep files up to `room` bytes in all; the one that was asked for longest ago goes first."""

    def __init__(self, room: int = _ROOM) -> None:
        self._room, self._filled = room, 0
        self._lock = threading.Lock()
        self._kept: OrderedDict[Hashable, bytes] = OrderedDict()

    def get(self, key: Hashable) -> bytes | None:
        """Return a file, or None if it is not here."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def put(self, key: Hashable, file: bytes) -> None:
        """Keep a file, and drop others where it needs their room."""
        with self._lock:
            self._filled += len(file) - len(self._kept.pop(key, b""))
            self._kept[key] = file
            while self._filled > self._room:
                _, dropped = self._kept.popitem(last=False)
                self._filled -= len(dropped)
