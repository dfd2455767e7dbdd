"""What the plain addresses share: what a request asks for, and answers that a browser may keep."""

from __future__ import annotations

import json
from typing import Any

from flask import Response, request

from timeline.dataset import Dataset
from timeline.web.reading import Reading, read

_FILE = ("width", "height", "density", "download", "slides")
"""What a query says of a file: none of the View's business."""


def asked(dataset: Dataset) -> Reading:
    """Return what the request's query asks for."""
    pairs = request.query_string.decode("utf-8", "replace").split("&")
    return read(dataset, "&".join(pair for pair in pairs if pair.split("=")[0] not in _FILE))


def number(name: str, least: int, most: int, usual: int) -> int:
    """Return a whole number of the request's query, no less and no more than makes sense."""
    text = request.args.get(name, "")
    return min(max(int(text), least), most) if text.isascii() and text.isdigit() and len(text) < 9 else usual


def as_json(value: Any) -> Response:
    """Return plain values as an answer."""
    return kept(Response(json.dumps(value, ensure_ascii=False), mimetype="application/json"))


def kept(response: Response, headers: dict[str, str] | None = None) -> Response:
    """Let a browser keep an answer and ask whether it still holds."""
    response.headers.update({"Cache-Control": "no-cache", **(headers or {})})
    response.add_etag()
    response.make_conditional(request)
    return response
