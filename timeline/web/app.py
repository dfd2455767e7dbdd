"""create_app(): a data set in, a Dash app out."""

from __future__ import annotations

from pathlib import Path

from dash import Dash
from werkzeug.middleware.proxy_fix import ProxyFix

from timeline import fonts
from timeline.dataset import Dataset
from timeline.web import charts, explore, guard, notes, routes, table, takeaways
from timeline.web.document import Document
from timeline.web.sharing import routes as sharing
from timeline.web.shell import shell

_ASSETS = Path(__file__).parents[2] / "assets"
_APART = r"^(embed|notes)"
"""Files for frames, for those who frame and for a presenter's notes: the app's own page does without."""
_YEAR = 31_536_000


def create_app(dataset: Dataset, proxies: int = 0) -> Dash:
    """Return the app of one data set; its `server` is the WSGI application.

    proxies: how many of one's own stand before it, and may say by which host and scheme it was asked; what
    anybody else says of that is not heard.
    """
    fonts.inter()
    table.fetch_late()
    app = Document(
        dataset, assets_folder=str(_ASSETS), assets_ignore=_APART, compress=True, update_title="",
        enable_mcp=False,
    )  # fmt: skip
    # Dash writes an asset's time of change into its address, so that it may be kept for good.
    app.server.config["SEND_FILE_MAX_AGE_DEFAULT"] = _YEAR
    app.layout = shell()
    explore.register(app, dataset)
    routes.register(app.server, dataset)
    charts.register(app.server, dataset)
    sharing.register(app.server, dataset)
    takeaways.register(app.server, dataset)
    notes.register(app.server, dataset)
    guard.protect(app, dataset)
    if proxies:
        server = app.server
        server.wsgi_app = ProxyFix(server.wsgi_app, x_for=proxies, x_proto=proxies, x_host=proxies)
    return app
