"""What every answer carries: security headers, and honest statuses for paths that are not there."""

from __future__ import annotations

import re
from html import escape

from dash import Dash
from flask import Flask, Response, abort, g, request
from secure import ContentSecurityPolicy, ReferrerPolicy, Secure, XContentTypeOptions

from timeline.dataset import Dataset
from timeline.web.pages import PAGES, find
from timeline.web.reading import read
from timeline.web.sharing import frame

_FOR_ANYBODY = (frame.PATH, "/chart/", "/events.", "/fonts/", "/oembed")
"""Where answers begin that any page may read: nobody is known here, so that they say the same to all. A frame
in a sandbox is of no site, and asks for its own picture as a stranger."""
_MISSING = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><link rel="icon" href="data:,">
<title>Not found - {title}</title>
<style>body{{font:16px/1.5 system-ui,sans-serif;max-width:36em;margin:15vh auto;padding:0 1em}}</style></head>
<body><main><h1>There is nothing here</h1><p>{reason}</p>
<p><a href="{way}">To the timeline</a></p></main></body>
</html>"""


def protect(app: Dash, dataset: Dataset) -> None:
    """Give every answer of the app its headers; call it when all callbacks are registered."""
    server: Flask = app.server
    own, framed = ({**_headers(app, anywhere=anywhere)} for anywhere in (False, True))

    @server.before_request
    def refuse_unknown_paths() -> None:
        """Keep Dash from answering every path with its page."""
        query = request.query_string.decode("utf-8", "replace")
        if request.endpoint == "/<path:path>" and not find(read(dataset, query, request.path)):
            if not any(page.takes(request.path) for page in PAGES):
                abort(404, "This address leads nowhere.")
            g.missing = True

    @server.errorhandler(404)
    def missing(error: Exception) -> tuple[str, int]:
        reason = str(getattr(error, "description", ""))
        # A page without memory knows no event but the premise's: the timeline knows how far its reader is.
        event = re.fullmatch(r"/event/([\w-]+)", request.path)
        way = f"/?event={event[1]}" if event else "/"
        return _MISSING.format(title=escape(dataset.title), reason=escape(reason), way=escape(way)), 404

    @server.after_request
    def secure(response: Response) -> Response:
        # What is there for nobody and what is not watched yet are one and the same: the page itself, which
        # knows how far its reader is, and a status that says neither.
        if g.get("missing"):
            response.status_code = 404
        inside = request.path.startswith(frame.PATH)
        for name, value in (framed if inside else own).items():
            response.headers.setdefault(name, value)
        if request.path.startswith(_FOR_ANYBODY):
            response.headers["Access-Control-Allow-Origin"] = "*"
        return response


def _headers(app: Dash, *, anywhere: bool) -> dict[str, str]:
    """Return the headers of an answer that may be framed anywhere, or nowhere."""
    own = "'self'"
    policy = (
        ContentSecurityPolicy()
        .default_src(own)
        .script_src(own, *(() if anywhere else app.csp_hashes()))
        .style_src(own, "'unsafe-inline'")
        .img_src(own, "data:", "blob:")
        .connect_src(own)
        .worker_src(own, "blob:")
        .object_src("'none'")
        .base_uri(own)
        .form_action(own)
        .frame_ancestors("*" if anywhere else "'none'")
    )
    headers = Secure(
        csp=policy,
        referrer=ReferrerPolicy().strict_origin_when_cross_origin(),
        xcto=XContentTypeOptions().nosniff(),
    ).headers
    return dict(headers)
