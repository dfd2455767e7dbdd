"""The addresses that frames and those who make them ask: /embed/<picture>, /embed.js, /oembed."""

from __future__ import annotations

import json
import re

from flask import Flask, Response, abort, request, send_file

from timeline.dataset import Dataset
from timeline.gallery import PICTURES
from timeline.web.sharing import embedded, frame, oembed, site

_NAMES = ", ".join(PICTURES)
_KEPT = 3600
"""Seconds for which the script of those who frame is kept: its address never changes."""


def register(server: Flask, dataset: Dataset) -> None:
    """Add the addresses to a server."""

    @server.get(f"{frame.PATH}<name>")
    def embed(name: str) -> Response:
        picture = PICTURES.get(name) or abort(404, f"There is no picture {name}; there are {_NAMES}.")
        shown = frame.parse(dataset, picture, _query())
        return _kept(Response(str(embedded.page(dataset, shown)), mimetype="text/html"))

    @server.get("/embed.js")
    def fitting() -> Response:
        return send_file(site.FITTING, mimetype="text/javascript", max_age=_KEPT)

    @server.get("/oembed")
    def describe() -> Response:
        if request.args.get("format", "json") != "json":
            abort(501, "There is oEmbed as JSON only: format=json.")
        shown = oembed.framed(dataset, request.args.get("url", ""))
        if shown is None:
            abort(404, "The address in url= is none of this site’s pages.")
        said = oembed.answer(dataset, shown, (_most("maxwidth"), _most("maxheight")))
        return _kept(Response(json.dumps(said, ensure_ascii=False), mimetype="application/json"))


def _query() -> str:
    return request.query_string.decode("utf-8", "replace")


def _most(name: str) -> int | None:
    """Return a size that the caller sets; what is no number of px sets none."""
    text = request.args.get(name, "")
    return int(text) if re.fullmatch(r"[1-9][0-9]{0,5}", text) else None


def _kept(response: Response) -> Response:
    """Let a browser keep an answer and ask whether it still holds."""
    response.headers["Cache-Control"] = "no-cache"
    response.add_etag()
    response.make_conditional(request)
    return response
