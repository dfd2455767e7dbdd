"""The plain addresses: the selection as data, the picture as Plotly's JSON, the font, the server's health."""

from __future__ import annotations

import json
from typing import Any

from flask import Flask, Response, abort, redirect, request, send_file
from werkzeug.wrappers import Response as Answer

from timeline import fonts
from timeline.dataset import Dataset
from timeline.gallery import PICTURES
from timeline.records import lines, selection
from timeline.web.document import FONT_PATH
from timeline.web.reading import Reading, href, read

_SIZES = {"width": (320, 3840, 1440), "height": (240, 2160, 900)}
"""Least, most and usual px of a picture that is asked for by address."""
_NAMES = ", ".join(PICTURES)


def register(server: Flask, dataset: Dataset) -> None:
    """Add the plain addresses to a server."""

    @server.get("/event/<event>")
    def event(event: str) -> Answer:
        reading = asked(dataset)
        if event not in reading.dataset.event_rows:
            abort(404, "There is no such event, or you have not watched that far.")
        return redirect(href(reading.view.but(event=event)))

    @server.get("/events.csv")
    def events_csv() -> Response:
        reading = asked(dataset)
        name = f'attachment; filename="{dataset.name}-events.csv"'
        return kept(
            Response("".join(lines(reading.dataset, reading.view)), mimetype="text/csv"),
            {"Content-Disposition": name},
        )

    @server.get("/events.json")
    def events_json() -> Response:
        reading = asked(dataset)
        return _json(selection(reading.dataset, reading.view, reading.notices))

    @server.get("/chart/<name>.json")
    def chart_json(name: str) -> Response:
        picture = PICTURES.get(name) or abort(404, f"There is no picture {name}; there are {_NAMES}.")
        reading = asked(dataset)
        width, height = (_size(side) for side in _SIZES)
        dark = reading.view.theme == "dark"
        return _json(picture.spec(reading.dataset, reading.view, width, height, dark=dark, framed=True))

    @server.get("/health")
    def health() -> Response:
        answer = _json({"status": "ok", "dataset": dataset.name})
        answer.headers["Cache-Control"] = "no-store"
        return answer

    @server.get(FONT_PATH)
    def font() -> Response:
        return send_file(fonts.inter(), mimetype="font/woff2", max_age=31_536_000)


def asked(dataset: Dataset) -> Reading:
    """Return what the request's query asks for; a picture's size is none of the View's business."""
    pairs = request.query_string.decode("utf-8", "replace").split("&")
    return read(dataset, "&".join(pair for pair in pairs if pair.split("=")[0] not in _SIZES))


def _size(name: str) -> int:
    least, most, usual = _SIZES[name]
    text = request.args.get(name, "")
    return min(max(int(text), least), most) if text.isascii() and text.isdigit() and len(text) < 9 else usual


def _json(value: Any) -> Response:
    return kept(Response(json.dumps(value, ensure_ascii=False), mimetype="application/json"))


def kept(response: Response, headers: dict[str, str] | None = None) -> Response:
    """Let a browser keep an answer and ask whether it still holds."""
    response.headers.update({"Cache-Control": "no-cache", **(headers or {})})
    response.add_etag()
    response.make_conditional(request)
    return response
