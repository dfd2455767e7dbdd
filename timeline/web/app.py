"""create_app(): a data set in, a Dash app out."""

from __future__ import annotations

from pathlib import Path

from dash import Dash

from timeline.dataset import Dataset
from timeline.web import explore, fonts, guard, routes, table
from timeline.web.document import Document
from timeline.web.shell import shell

_ASSETS = Path(__file__).parents[2] / "assets"
_YEAR = 31_536_000


def create_app(dataset: Dataset) -> Dash:
    """Return the app of one data set; its `server` is the WSGI application."""
    fonts.inter()
    table.fetch_late()
    app = Document(dataset, assets_folder=str(_ASSETS), compress=True, update_title="", enable_mcp=False)
    # Dash writes an asset's time of change into its address, so that it may be kept for good.
    app.server.config["SEND_FILE_MAX_AGE_DEFAULT"] = _YEAR
    app.layout = shell()
    explore.register(app, dataset)
    routes.register(app.server, dataset)
    guard.protect(app, dataset)
    return app
