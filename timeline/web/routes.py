"""The plain addresses: an event, the selection as data, the font, the server's health."""

from __future__ import annotations

from flask import Flask, Response, abort, redirect, send_file
from werkzeug.wrappers import Response as Answer

from timeline import fonts
from timeline.dataset import Dataset
from timeline.records import lines, selection
from timeline.web.document import FONT_PATH
from timeline.web.reading import href
from timeline.web.replies import as_json, asked, kept


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
        return as_json(selection(reading.dataset, reading.view, reading.notices))

    @server.get("/health")
    def health() -> Response:
        answer = as_json({"status": "ok", "dataset": dataset.name})
        answer.headers["Cache-Control"] = "no-store"
        return answer

    @server.get(FONT_PATH)
    def font() -> Response:
        return send_file(fonts.inter(), mimetype="font/woff2", max_age=31_536_000)
