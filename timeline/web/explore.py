"""The one callback: whatever fired, the View is read, and the whole page follows from the View alone."""

from __future__ import annotations

from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, ctx, no_update
from dash.exceptions import PreventUpdate

from timeline.dataset import Dataset
from timeline.view import View
from timeline.web import ids
from timeline.web.answer import screen
from timeline.web.asking import Act, asked
from timeline.web.room import Room


def register(app: Dash, dataset: Dataset) -> None:
    """Tie the page of `app` to a data set."""
    app.clientside_callback(ClientsideFunction("page", "paint"), Input(ids.PARTS, "data"))

    @app.callback(
        output={
            "path": Output(ids.ADDRESS, "pathname"),
            "search": Output(ids.ADDRESS, "search"),
            "figure": Output(ids.PICTURE, "figure"),
            "second": Output(ids.SECOND, "figure"),
            "click": Output(ids.PICTURE, "clickData"),
            "click_second": Output(ids.SECOND, "clickData"),
            "drag": Output(ids.PICTURE, "relayoutData"),
            "parts": Output(ids.PARTS, "data"),
        },
        inputs={
            "path": Input(ids.ADDRESS, "pathname"),
            "search": Input(ids.ADDRESS, "search"),
            "form": Input(ids.FORM, "data"),
            "click": Input(ids.PICTURE, "clickData"),
            "click_second": Input(ids.SECOND, "clickData"),
            "drag": Input(ids.PICTURE, "relayoutData"),
            "report": Input(ids.BROWSER, "data"),
        },
        state={"memory": State(ids.MEMORY, "data")},
        prevent_initial_call=True,
    )
    def explore(report: dict[str, Any] | None, **holds: Any) -> dict[str, Any]:
        """Read the View from the address and what fired, and answer with the page that it means."""
        if not report:
            raise PreventUpdate
        fired = frozenset(place.partition(".")[0] for place in ctx.triggered_prop_ids)
        return _updates(dataset, Act(**holds, fired=fired), Room.reported(report))


def _updates(dataset: Dataset, act: Act, room: Room) -> dict[str, Any]:
    """Return what changes on the page.

    The address is left alone where it already means the same View: else a second spelling of it would be
    pushed on top, and Back would lead nowhere. A click and a drag are forgotten, so that the same one counts
    again. Only an act writes: an address that shows less than it asks for keeps what it asks.
    """
    reading = asked(dataset, act, room)
    shows = screen(dataset, reading, room)
    query = reading.written.to_query()
    acted = ids.ADDRESS not in act.fired and not act.fired.isdisjoint((ids.FORM, ids.PICTURE, ids.SECOND))
    same = not acted or View.parse(act.search, reading.dataset)[0] == reading.written
    return {
        "path": no_update if act.path == reading.path else reading.path,
        "search": no_update if same else query and f"?{query}",
        "figure": shows.figure or no_update,
        "second": shows.second or no_update,
        "click": None if act.click else no_update,
        "click_second": None if act.click_second else no_update,
        "drag": None if act.drag else no_update,
        "parts": shows.parts,
    }
