"""The page's one callback, asked as a browser asks it, and its answers taken apart."""

from __future__ import annotations

import re
from typing import Any

from flask.testing import FlaskClient

from tests.sets import BRASS, MANKIND
from timeline.dataset import Dataset
from timeline.web import create_app

WIDE = {"width": 1440, "height": 656, "dark": False}
PHONE = {"width": 390, "height": 620, "dark": True}


class Browser:
    """A browser in front of a page: it holds an address, sends what changed, and remembers who reads.

    Its reader has watched everything, unless a test says `memory` otherwise.
    """

    def __init__(self, dataset: Dataset) -> None:
        self.app = create_app(dataset)
        self.memory: dict[str, str] | None = {"set": dataset.name, "seen": "all"}
        self.client: FlaskClient = self.app.server.test_client()
        (self.callback,) = [each for each in self.dependencies() if each["clientside_function"] is None]

    def dependencies(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.client.get("/_dash-dependencies").get_json()
        return found

    def does(self, *fired: str, report: dict[str, Any] | None = WIDE, **holds: Any) -> Any:
        """Send a change of the properties `fired`; `holds` are the values by the callback's own names."""
        values = {
            "address.pathname": holds.get("path", "/"),
            "address.search": holds.get("search", ""),
            "form.data": holds.get("form"),
            "picture.clickData": holds.get("click"),
            "second.clickData": holds.get("click_second"),
            "picture.relayoutData": holds.get("drag"),
            "browser.data": report,
        }
        sent = [
            {**each, "value": values[f"{each['id']}.{each['property']}"]} for each in self.callback["inputs"]
        ]
        outputs = [
            dict(zip(("id", "property"), each.rsplit(".", 1), strict=True))
            for each in self.callback["output"].strip(".").split("...")
        ]
        body = {
            "output": self.callback["output"],
            "outputs": outputs,
            "inputs": sent,
            "state": [{**each, "value": holds.get("memory", self.memory)} for each in self.callback["state"]],
            "changedPropIds": list(fired),
        }
        return self.client.post("/_dash-update-component", json=body)

    def shows(self, *fired: str, **holds: Any) -> dict[str, Any]:
        """Return the answer's properties, by "id.property"; what is not there was left alone."""
        response = self.does(*fired, **holds)
        assert response.status_code == 200, response.get_data(as_text=True)[:400]
        changes: dict[str, dict[str, Any]] = response.get_json()["response"]
        return {f"{name}.{prop}": value for name, props in changes.items() for prop, value in props.items()}

    def asks(self, query: str, **holds: Any) -> dict[str, Any]:
        """Return the answer to a change of the controls that mean that query."""
        return self.shows("form.data", form={"query": query, "turn": 1}, **holds)


SETS = {dataset.name: dataset for dataset in (MANKIND, BRASS)}
PAGES = {name: Browser(dataset) for name, dataset in SETS.items()}


def html_of(answer: dict[str, Any]) -> dict[str, str]:
    html: dict[str, str] = answer["parts.data"]["html"]
    return html


def drawn(answer: dict[str, Any]) -> set[str]:
    """Return the ids of the events in an answer's picture."""
    found = {mark for trace in answer["picture.figure"]["data"] for mark in trace.get("ids", ()) if mark}
    return {mark for mark in found if not mark.startswith("?")}


def listed(answer: dict[str, Any]) -> list[str]:
    return re.findall(r'[?&;]event=([\w-]+)[^>]*class="entry', html_of(answer)["listing"])
