"""The addresses that frames and those who make them ask: /embed/<picture>, /embed.js, /oembed."""

from __future__ import annotations

import re
from urllib.parse import unquote

from flask import Flask, Response, abort, request, send_file

from timeline.dataset import Dataset
from timeline.export import browser
from timeline.gallery import PICTURES
from timeline.web.pages import find
from timeline.web.reading import read
from timeline.web.replies import as_json, kept
from timeline.web.sharing import embedded, frame, menu, oembed, share, site, tags

_NAMES = ", ".join(PICTURES)
_PAGED = ("/", "/<path:path>", "event")
"""The endpoints of the app's pages, and of the one that leads to an event's."""
_KEPT = 3600
"""Seconds for which the script of those who frame is kept: its address never changes."""


def register(server: Flask, dataset: Dataset) -> None:
    """Add the addresses to a server."""

    @server.get(f"{frame.PATH}<name>")
    def embed(name: str) -> Response:
        picture = PICTURES.get(name) or abort(404, f"There is no picture {name}; there are {_NAMES}.")
        shown = frame.parse(dataset, picture, _query())
        return kept(Response(str(embedded.page(dataset, shown)), mimetype="text/html"))

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
        most = (_most("maxwidth"), _most("maxheight"))
        said = oembed.answer(dataset, shown, most, prints=browser.found())
        return as_json(said)

    @server.get("/share")
    def shared() -> Response:
        query, path = _page(_query())
        reading = read(dataset, query, path)
        if find(reading) is None:
            abort(404, "There is no such page to share.")
        words = share.share(dataset, reading, site.absolute(""), prints=browser.found())
        return kept(Response(str(menu.menu(words)), mimetype="text/html"))

    @server.after_request
    def discover(response: Response) -> Response:
        """Say in a header where a page's frame is described, to those who read no HTML."""
        paged = request.endpoint in _PAGED and response.status_code in (200, 302)
        if paged and (where := tags.discovery(dataset)):
            response.headers["Link"] = where
        return response


def _page(query: str) -> tuple[str, str]:
    """Return the query of a page, and the page's path, which stands in it as `page`."""
    pairs = query.split("&")
    (path,) = [*(unquote(pair[5:]) for pair in pairs if pair.startswith("page=")), "/"][:1]
    return "&".join(pair for pair in pairs if not pair.startswith("page=")), path


def _query() -> str:
    return request.query_string.decode("utf-8", "replace")


def _most(name: str) -> int | None:
    """Return a size that the caller sets; what is no number of px sets none."""
    text = request.args.get(name, "")
    return int(text) if re.fullmatch(r"[1-9][0-9]{0,5}", text) else None
