"""/chart/<picture>.<form>: files of the query, in the asked size, and honest answers where there is none."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient
from PIL import Image
from werkzeug.test import TestResponse

from tests.sets import BRASS, MANKIND
from timeline.export import FORMATS, Order, Workshop
from timeline.export.problems import BusyError, LateError, NoBrowserError
from timeline.gallery import PICTURES
from timeline.web import create_app

CLIENT: FlaskClient = create_app(BRASS).server.test_client()
LARGE: FlaskClient = create_app(MANKIND).server.test_client()


def get(path: str, client: FlaskClient = CLIENT) -> TestResponse:
    return client.get(path, buffered=True)


def sheet(_: Workshop, order: Order, form: str, **__: Any) -> bytes:
    """Return a grey PNG of an order's size, and for a PDF any bytes."""
    file = io.BytesIO()
    size = tuple(round(side * order.density) for side in order.size)
    Image.new("L", (size[0], size[1]), 128).save(file, "png")
    return file.getvalue() if form == "png" else b"%PDF"


@pytest.fixture
def press(monkeypatch: pytest.MonkeyPatch) -> Callable[[Any], None]:
    """Let what is printed be grey sheets; calling it with an error lets that fail."""
    monkeypatch.setattr(Workshop, "_draw", sheet)

    def fails(error: Exception) -> None:
        def draw(*_: Any, **__: Any) -> bytes:
            raise error

        monkeypatch.setattr(Workshop, "_draw", draw)

    return fails


@pytest.mark.usefixtures("press")
@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", PICTURES)
def test_every_picture_has_an_address_in_every_form(name: str, form: str) -> None:
    answer = get(f"/chart/{name}.{form}?season=1&seen=all")
    assert (answer.status_code, answer.mimetype) == (200, FORMATS[form])
    assert len(answer.data) > 3


@pytest.mark.usefixtures("press")
@pytest.mark.parametrize(
    ("asked", "size"),
    [
        ("", (3200, 1800)),
        ("width=1200&height=630&density=1", (1200, 630)),
        ("width=1&height=1&density=1", (320, 240)),
        ("width=99999&height=99999&density=0", (3840, 2160)),
        ("width=800&height=450&density=3", (2400, 1350)),
        ("width=800&height=450&density=77", (2400, 1350)),
        ("width=wide&height=-4&density=", (3200, 1800)),
    ],
)
def test_a_png_has_the_asked_size_within_bounds(asked: str, size: tuple[int, int]) -> None:
    assert Image.open(io.BytesIO(get(f"/chart/parts.png?{asked}").data)).size == size


def test_a_width_alone_gets_the_height_that_the_picture_needs() -> None:
    root = ElementTree.fromstring(get("/chart/timeline.svg?width=360&seen=all").data)
    assert root.get("width") == "360"
    assert root.get("viewBox", "").startswith("0.00 0.00 360.00")
    assert int(root.get("height", 0)) > 300


def test_a_file_has_a_good_name() -> None:
    shown, kept = (
        get(f"/chart/timeline.svg?season=1{more}", LARGE).headers["Content-Disposition"]
        for more in ("&seen=S1E04", "&seen=all&download=1")
    )
    assert shown == 'inline; filename="for-all-mankind-timeline-season-1-S1E04.svg"'
    assert kept == 'attachment; filename="for-all-mankind-timeline-season-1.svg"'
    assert get("/chart/timeline.csv").headers["Content-Disposition"].startswith("attachment")


def test_a_file_that_did_not_change_is_not_sent_again() -> None:
    first = get("/chart/timeline.svg")
    again = CLIENT.get("/chart/timeline.svg", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert get("/chart/timeline.svg?theme=dark").headers["ETag"] != first.headers["ETag"]


def test_a_page_of_its_own_is_none_of_this_site() -> None:
    answer = get("/chart/timeline.html?seen=all")
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("sandbox allow-scripts")
    assert "allow-same-origin" not in policy
    assert 'href="http://localhost/?seen=all"' in answer.get_data(as_text=True)


@pytest.mark.parametrize(
    ("error", "wait"), [(BusyError(), "3"), (LateError(30), "10"), (NoBrowserError("it said this"), None)]
)
def test_what_cannot_be_printed_is_503_and_one_sentence(
    error: Exception, wait: str | None, press: Callable[[Any], None]
) -> None:
    press(error)
    answer = get("/chart/compare.png?season=2")
    assert (answer.status_code, answer.headers.get("Retry-After")) == (503, wait)
    assert answer.headers["Cache-Control"] == "no-store"
    assert re.fullmatch(r"[A-Z][^.!?]+\.\n", answer.get_data(as_text=True).replace("30 sec", "sec"))
    assert "it said this" not in answer.get_data(as_text=True)
    assert get("/chart/compare.svg?season=2").status_code == 200


@pytest.mark.parametrize(
    "path", ["/chart/other.svg", "/chart/timeline.gif", "/chart/timeline", "/chart/.svg"]
)
def test_what_there_is_not_is_404(path: str) -> None:
    assert get(path).status_code == 404


def test_data_and_figure_are_two_things() -> None:
    figure = json.loads(get("/chart/timeline.json?season=1&seen=all").data)
    assert {"data", "layout"} == set(figure)
    assert get("/chart/timeline.csv?season=1&seen=all").data == get("/events.csv?season=1&seen=all").data
