"""A picture as a slide: seen whole, read in a hall, under the title that a story gives it."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go
import pytest

from tests.sets import BRASS, MANKIND
from timeline.dataset import Dataset
from timeline.figures.slide import enlarged, slide
from timeline.gallery import PICTURES
from timeline.view import View

HALLS = ((1920, 1080), (1280, 720), (1024, 768), (1600, 1200), (2560, 1440))


def shown(
    name: str, view: View, size: tuple[int, int], title: str = "", dataset: Dataset = MANKIND
) -> dict[str, Any]:
    def draw(width: int, height: int) -> dict[str, Any]:
        return PICTURES[name].spec(dataset, view, width, height, dark=True, framed=True)

    return slide(draw, *size, title)


def texts(spec: dict[str, Any]) -> dict[str, float]:
    """Return the size in px of each text of a picture."""
    trace = next(each for each in spec["data"] if each["name"] == "texts")
    return dict(zip(trace["text"], trace["textfont"]["size"], strict=True))


@pytest.mark.parametrize("size", HALLS)
@pytest.mark.parametrize("query", ["", "scale=calendar&importance=1", "from=1984&to=1992-06"])
def test_a_timeline_is_read_from_the_last_row_and_seen_whole(query: str, size: tuple[int, int]) -> None:
    view, _ = View.parse(query, MANKIND)
    spec = shown("timeline", view, size)
    assert min(texts(spec).values()) >= 0.0146 * size[1]
    assert abs(spec["layout"]["width"] - size[0]) < 3
    assert size[1] * 0.9 < spec["layout"]["height"] <= size[1] + 3


def test_on_full_hd_the_smallest_text_has_20_px() -> None:
    assert min(texts(shown("timeline", View(), (1920, 1080))).values()) >= 20


@pytest.mark.parametrize("size", HALLS)
@pytest.mark.parametrize("name", PICTURES)
def test_every_picture_fits_its_window_or_shrinks_to_three_quarters(name: str, size: tuple[int, int]) -> None:
    spec = shown(name, View(), size)
    assert spec["layout"]["height"] <= size[1] + 3 or min(texts(spec).values()) == 9
    go.Figure(spec)


@pytest.mark.parametrize("name", PICTURES)
def test_a_story_gives_every_picture_its_title(name: str) -> None:
    view = View(season=(1, 2)) if name == "compare" else View()
    title = "<b>Three & a half</b>"
    spec = shown(name, view, (1920, 1080), title)
    written = texts(spec)
    assert written["&lt;b&gt;Three &amp; a half&lt;/b&gt;"] == max(written.values())


def test_a_title_without_room_is_cut_and_lies_on_nothing() -> None:
    cut = [each for each in texts(shown("timeline", View(), (1920, 1080), "M" * 60)) if each.startswith("MM")]
    assert len(cut) == 1
    assert cut[0].endswith("…")


def test_what_is_enlarged_keeps_its_places_and_grows_in_px() -> None:
    small = PICTURES["timeline"].spec(BRASS, View(), 1000, 600, dark=False, framed=True)
    large = enlarged(small, 2)
    assert large["layout"]["width"] == 2 * small["layout"]["width"]
    assert large["layout"]["xaxis"] == small["layout"]["xaxis"]
    for old, new in zip(small["data"], large["data"], strict=True):
        assert (old["x"], old["y"], old.get("ids")) == (new["x"], new["y"], new.get("ids"))
    strokes = [[shape["line"]["width"] for shape in each["layout"]["shapes"]] for each in (small, large)]
    assert strokes[1] == [2 * width for width in strokes[0]]


def test_a_phone_keeps_the_layout_of_its_width() -> None:
    spec = shown("timeline", View(), (390, 800))
    assert spec["layout"]["width"] == 390
    assert min(texts(spec).values()) >= 12
