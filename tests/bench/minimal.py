"""The smallest Dash app over the same events: one graph of plain points, one dropdown that filters them."""

from __future__ import annotations

import os

import plotly.graph_objects as go
from dash import Dash, Input, Output, dcc, html

from timeline.dataset import Dataset, load


def create_app(dataset: Dataset) -> Dash:
    """Return the app: points by day and category."""
    events = dataset.events

    def figure(category: str | None) -> go.Figure:
        shown = events[events["category"] == category] if category else events
        points = go.Scatter(x=shown["position"], y=shown["category"], mode="markers", ids=shown["id"])
        return go.Figure(points, {"width": 1200, "height": 700})

    app = Dash(__name__)
    app.layout = html.Div(
        [dcc.Dropdown(list(dataset.categories), id="filter"), dcc.Graph(id="graph", figure=figure(None))]
    )

    @app.callback(Output("graph", "figure"), Input("filter", "value"), prevent_initial_call=True)
    def draw(category: str | None) -> go.Figure:
        return figure(category)

    app.server.add_url_rule("/health", "health", lambda: "ok")
    return app


server = create_app(load(os.environ.get("DATA", "data/for-all-mankind"))).server
