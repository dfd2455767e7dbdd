"""The web app: one page over one data set, and plain addresses beside it."""

from __future__ import annotations

from timeline.web.app import create_app

__all__ = ["create_app"]
