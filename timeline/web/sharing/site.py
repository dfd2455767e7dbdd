"""Where this site is: absolute addresses from the request's host, and the files that a page asks for."""

from __future__ import annotations

import importlib
from functools import cache
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from dash.fingerprint import build_fingerprint
from flask import request

_ASSETS = Path(__file__).parents[3] / "assets"
FITTING = _ASSETS / "embed.js"
"""The script of those who frame: it gives each frame the height that it asks for."""
_PORTS = {"http": 80, "https": 443}
_BUNDLE = "package_data/plotly.min.js"


def absolute(path: str) -> str:
    """Return the whole address of a path of this site, as the request's host names it."""
    return request.host_url.rstrip("/") + path


def own(url: str) -> SplitResult | None:
    """Return an address in parts if it is one of this site, else None."""
    try:
        parts, home = urlsplit(url), urlsplit(request.host_url)
        same = (parts.hostname, _port(parts)) == (home.hostname, _port(home))
    except ValueError:  # a port that is no number, a bracket that stays open
        return None
    return parts if same and parts.scheme in _PORTS and "@" not in parts.netloc else None


def _port(parts: SplitResult) -> int | None:
    # A proxy that speaks https to the world asks us by http: both mean the same site.
    return None if parts.port in _PORTS.values() else parts.port


@cache
def asset(name: str) -> str:
    """Return the address of a file in the assets' folder; it changes when the file does."""
    return f"/assets/{name}?m={(_ASSETS / name).stat().st_mtime}"


@cache
def plotly() -> str:
    """Return the address under which Dash serves Plotly's own bundle, for its pages and for ours."""
    package = importlib.import_module("plotly")
    path = Path(str(package.__file__)).parent / _BUNDLE
    mark = build_fingerprint(_BUNDLE, package.__version__, int(path.stat().st_mtime))
    return f"/_dash-component-suites/plotly/{mark}"
