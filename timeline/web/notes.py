"""The presenter's second window: the note of the scene that is shown, what comes next, and the time.

The page itself knows nothing: the window that presents tells it, and nothing beyond its reader's gate.
"""

from __future__ import annotations

from flask import Flask
from markupsafe import Markup, escape

from timeline.dataset import Dataset
from timeline.markup import join, tag
from timeline.web.document import tokens
from timeline.web.sharing import site

PATH, SCRIPT, STYLES = "/notes", "notes.js", ("base.css", "controls.css", "present.css")
_PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">
<link rel="icon" href="data:,"><title>Notes - {title}</title><style>{tokens}</style>{files}</head>
<body>{body}</body></html>"""


def register(server: Flask, dataset: Dataset) -> None:
    """Add the page to a server."""
    words = {"title": escape(dataset.title), "tokens": tokens(), "body": _body()}

    @server.get(PATH)
    def notes() -> str:
        return _PAGE.format(files=_files(), **words)


def _files() -> Markup:
    """Return the page's script and styles."""
    styles = (tag("link", rel="stylesheet", href=site.asset(name)) for name in STYLES)
    return join(styles, tag("script", src=site.asset(SCRIPT), defer=True))


def _body() -> Markup:
    """Return the page before anything is told; the script fills what has an id."""

    def step(way: str, name: str) -> Markup:
        return tag("button", name, type="button", class_="button", data_way=way)

    head = [
        tag("span", id="place"),
        tag("time", id="now", title="The time"),
        tag("span", id="gone", title="Minutes since it began"),
    ]
    waits = "Waiting for the presentation. Open this window there, with the N key."
    foot = [
        tag("p", tag("span", "Next", class_="silent"), tag("b", id="next")),
        step("before", "Previous"),
        step("next", "Next scene"),
    ]
    return tag(
        "div",
        tag("header", head),
        tag("main", tag("h1", "Notes", id="title"), tag("p", waits, id="note", aria_live="polite")),
        tag("footer", foot),
        class_="speaker",
    )
