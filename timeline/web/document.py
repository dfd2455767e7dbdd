"""The HTML document around the app: language, title, colours and face, before any script has run."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from dash import Dash
from flask import request

from timeline import theme
from timeline.dataset import Dataset
from timeline.web.pages import find, missing
from timeline.web.reading import Reading, read
from timeline.web.sharing import tags

FONT_PATH = "/fonts/inter.woff2"

_DOCUMENT = """<!DOCTYPE html>
<html lang="en"{scheme}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="{description}">
<title>{title}</title>
{tags}
<link rel="icon" href="data:image/svg+xml,{icon}">
<link rel="preload" href="{font}" as="font" type="font/woff2" crossorigin>
<style>{tokens}</style>
{css}
</head>
<body>
{app_entry}
<noscript><p>The timeline needs JavaScript; its events are also plain files:
<a href="/events.csv">CSV</a>, <a href="/events.json">JSON</a>.</p></noscript>
{config}
{scripts}
{renderer}
</body>
</html>"""
_ICON = (
    "%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E"
    "%3Cg fill='none' stroke='%237A8290' stroke-width='2'%3E"
    "%3Cpath d='M1 8h5M6 8c3 0 3-4 6-4h3M6 8c3 0 3 4 6 4h3'/%3E%3C/g%3E%3C/svg%3E"
)


class Document(Dash):
    """A Dash app whose document says what its address asks for."""

    def __init__(self, dataset: Dataset, **settings: Any) -> None:
        super().__init__(__name__, **settings)
        self._dataset = dataset

    def interpolate_index(self, **parts: Any) -> str:  # type: ignore[override]
        """Return the document of the request's address, and the premise alone: nobody knows who reads."""
        query = request.query_string.decode("utf-8", "replace")
        reading = read(self._dataset, query, request.path, remembered="")
        asked = reading.view.theme
        return _DOCUMENT.format(
            scheme="" if asked == "auto" else f' data-scheme="{asked}"',
            description=escape(reading.dataset.description),
            title=escape(title(reading)),
            tags=tags.head(self._dataset),
            icon=_ICON,
            font=FONT_PATH,
            tokens=tokens(),
            **{name: parts[name] for name in ("css", "app_entry", "config", "scripts", "renderer")},
        )


def title(reading: Reading) -> str:
    """Return the document's title: what the page shows, and of which history."""
    page = find(reading)
    return f"{page.title(reading) if page else missing.TITLE} - {reading.dataset.title}"


def tokens() -> str:
    """Return the style sheet with the theme's colours: the system's, where the address asks for none."""
    light, dark = (_variables(theme.tokens(dark=dark)) for dark in (False, True))
    chosen = "[data-scheme={}]"
    return (
        f":root{{color-scheme:light;{light}}}"
        f"@media(prefers-color-scheme:dark){{:root{{color-scheme:dark;{dark}}}}}"
        f":root{chosen.format('light')}{{color-scheme:light;{light}}}"
        f":root{chosen.format('dark')}{{color-scheme:dark;{dark}}}"
    )


def _variables(tokens: Mapping[str, str]) -> str:
    return "".join(f"--{name}:{value};" for name, value in tokens.items() if value.startswith("#"))
