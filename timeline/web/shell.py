"""The page before anything is asked: the places that an answer fills, and the picture."""

from __future__ import annotations

from typing import Any

from dash import dcc, html

from timeline import theme
from timeline.web import ids


def shell() -> html.Div:
    """Return the layout. Nothing in it depends on the data set: names and counts come with an answer."""
    return html.Div(
        [
            dcc.Location(id=ids.ADDRESS, refresh=False),
            *(dcc.Store(id=name) for name in (ids.BROWSER, ids.FORM, ids.PARTS)),
            dcc.Store(id=ids.MEMORY, storage_type="local"),
            html.A("Skip to the content", href=f"#{ids.MAIN}", className="skip"),
            html.Form(
                [
                    html.Header(id=ids.HEADER),
                    html.Section(id=ids.GATE, **_named("How far you have watched")),
                    html.Nav(id=ids.ASKED, **_named("Ready questions")),
                    html.Aside(id=ids.FILTERS, **_named("Filters")),
                    _main(),
                    html.Aside(id=ids.CARD, **_named("Chosen event")),
                ],
                id=ids.PAGE,
                className="page shows-picture with-filters",
            ),
            html.Div(id=ids.STATUS, className="unseen", role="status", **{"aria-live": "polite"}),
            html.Dialog(id=ids.HELP, **{"aria-labelledby": "help-title"}),
            _share(),
        ]
    )


def _share() -> html.Dialog:
    """Return the share menu's dialog: what is said in it stays where what is offered changes."""
    said = html.P(id=ids.COPIED, role="status")
    return html.Dialog([said, html.Div(id=ids.OFFERED)], id=ids.SHARE, **{"aria-labelledby": "share-title"})


def _main() -> html.Main:
    stage = [
        _place(ids.ABOVE),
        html.Div([_graph(ids.PICTURE), html.Div(id=ids.STRIP)], className="picture"),
        _place(ids.BODY),
        html.Div(_graph(ids.SECOND), className="second"),
        *map(_place, (ids.LISTING, ids.TABLE, ids.EMPTY)),
    ]
    return html.Main(
        [*map(_place, (ids.TOOLBAR, ids.NOTICES)), html.Div(stage, id=ids.STAGE), _place(ids.KEY)],
        id=ids.MAIN,
        tabIndex="-1",
    )


def _graph(name: str) -> dcc.Graph:
    blank = {"data": [], "layout": {"xaxis": {"visible": False}, "yaxis": {"visible": False}}}
    return dcc.Graph(id=name, figure=blank, config=dict(theme.GRAPH_CONFIG), responsive=False)


def _place(name: str) -> html.Div:
    return html.Div(id=name)


def _named(name: str) -> dict[str, Any]:
    return {"aria-label": name}
