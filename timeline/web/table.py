"""The selection as a table to sort, in dash-ag-grid, whose two megabytes of script only a table fetches."""

from __future__ import annotations

from typing import Any

import dash_ag_grid

from timeline import wording
from timeline.query import label, select
from timeline.web.reading import Reading, href

GRID = "grid"
SCRIPT = "/_dash-component-suites/dash_ag_grid/dash_ag_grid.min.js"
COLUMNS = {
    "day": "Date",
    "headline": "Event",
    "season": "Season",
    "category": "Category",
    "importance": "Importance",
    "place": "Place",
    "people": "People",
    "told": "Told by",
    "episode": "Episode",
}
"""The table's columns: their names by their fields."""
_WIDTHS = {
    "day": 190,
    "headline": 380,
    "season": 110,
    "category": 140,
    "importance": 130,
    "place": 170,
    "people": 260,
}
_IMPORTANCE = {1: "1 Turning point", 2: "2 Major", 3: "3 Notable", 4: "4 Detail"}
_OPTIONS = {
    "rowHeight": 36, "headerHeight": 38, "suppressCellFocus": False, "enableCellTextSelection": True,
    "suppressColumnVirtualisation": True, "animateRows": False, "accentedSort": True, "ensureDomOrder": True,
}  # fmt: skip


def fetch_late() -> None:
    """Keep the library out of the page until the browser's script asks for it."""
    for resource in dash_ag_grid._js_dist:  # noqa: SLF001 - the list that Dash reads, and no other way to say it
        if "async" not in resource:
            resource["dynamic"] = True


def table(reading: Reading) -> dict[str, Any]:
    """Return the table as plain values: the component as Dash sends it, and where its script lies."""
    grid = dash_ag_grid.AgGrid(
        id=GRID,
        rowData=rows(reading),
        columnDefs=[_column(name) for name in COLUMNS],
        defaultColDef={"sortable": True, "resizable": True, "suppressHeaderMenuButton": True},
        dashGridOptions=_OPTIONS,
        getRowId="params.data.id",
        className="ag-theme-house",
        style={"height": "100%"},
    )
    return {"script": SCRIPT, "grid": grid.to_plotly_json()}


def _column(name: str) -> dict[str, Any]:
    column: dict[str, Any] = {"field": name, "headerName": COLUMNS[name], "width": _WIDTHS.get(name, 140)}
    if name == "day":
        column["valueFormatter"] = {"function": "params.data.date"}
    if name == "headline":
        column["cellRenderer"] = "EventLink"
    return column


def rows(reading: Reading) -> list[dict[str, Any]]:
    """Return the selection in its order, as the words that the page has for it elsewhere."""
    dataset, view = reading.dataset, reading.view
    events = select(dataset, view)
    names = {"people": dataset.people["name"].to_dict(), "places": dataset.places["name"].to_dict()}
    columns = [
        *("id", "position", "words", "headline", "season", "category", "importance", "places", "people"),
        *("told", "episode"),
    ]
    return [
        {
            "id": event, "href": href(view.but(event=event), reading.path), "day": position, "date": date,
            "headline": headline, "season": label(dataset, "season", season),
            "category": label(dataset, "category", category), "importance": _IMPORTANCE[importance],
            "place": ", ".join(names["places"][each] for each in places),
            "people": ", ".join(names["people"][each] for each in people),
            "told": wording.TOLD[told], "episode": episode,
        }
        for event, position, date, headline, season, category, importance, places, people, told, episode
        in events[columns].itertuples(index=False, name=None)
    ]  # fmt: skip
