"""How long the server takes to answer, asked again what a browser asked it."""

from __future__ import annotations

import http.client
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from urllib.parse import urlsplit

from tests.bench.sample import timed

_TIMES = 40


@dataclass(frozen=True, slots=True)
class Replies:
    """Times in ms, and the gzipped bodies' sizes in kB."""

    times: list[float]
    weights: list[float]


class _Line:
    """One kept connection to a server."""

    def __init__(self, url: str) -> None:
        self.connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=60)
        self.size = 0

    def ask(self, path: str, body: str | None) -> None:
        """Ask for a path, with a body as a browser posts it; raises RuntimeError where that fails."""
        headers = {"Accept-Encoding": "gzip", "Content-Type": "application/json"}
        self.connection.request("POST" if body else "GET", path, body and body.encode(), headers)
        response = self.connection.getresponse()
        self.size = len(response.read())
        if response.status >= 400:
            message = f"{path} answers {response.status}"
            raise RuntimeError(message)


def measured(url: str, questions: Sequence[tuple[str, str | None]]) -> Replies:
    """Ask the questions (path, body) in turn, after each was asked once."""
    line = _Line(url)
    for path, body in questions:
        line.ask(path, body)
    times, weights = [], []
    for path, body in islice(cycle(questions), _TIMES):
        times.append(timed(lambda path=path, body=body: line.ask(path, body)))  # type: ignore[misc]
        weights.append(line.size / 1_000)
    line.connection.close()
    return Replies(times, weights)
