"""SVG: every mark, line and text of a picture, valid, described, and the same without the face."""

from __future__ import annotations

import html
import re
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pictures import trace
from tests.sets import BRASS, MANKIND
from timeline import theme
from timeline.dataset import Dataset
from timeline.export import glyphs
from timeline.export.drawing import svg
from timeline.export.symbols import outline
from timeline.figures.canvas import Canvas
from timeline.gallery import PICTURES
from timeline.lettering import width
from timeline.view import ASPECTS, View

SVG = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"
QUERIES = (
    "",
    "lanes=person&our=1",
    "scale=season",
    "align=years",
    "by=person&person=aleida-rosales",
    "q=zzz",
)


def parsed(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(text)


def drawn(dataset: Dataset, query: str, name: str) -> dict[str, Any]:
    view, _ = View.parse(query, dataset)
    return PICTURES[name].spec(dataset, view, 1600, 900, dark=False, framed=True)


ASKED = [(query, name) for query in QUERIES for name in PICTURES]
ASKED += [(f"view={aspect}", "histories") for aspect in ASPECTS]


@pytest.mark.parametrize(("query", "name"), ASKED)
def test_everything_of_a_picture_is_drawn(query: str, name: str) -> None:
    for dataset in (MANKIND, BRASS):
        spec = drawn(dataset, query, name)
        root = parsed(svg(spec, (1600, 900), "A title", "A description"))
        said = [each.get("data-text") for each in root.iter() if each.get("data-text")]
        assert said == [html.unescape(text) for text in trace(spec, "texts")["text"]]
        events = [goes for goes in trace(spec, "events")["ids"] if goes and not goes.startswith(("?", "/"))]
        assert [each.get("data-event") for each in root.iter() if each.get("data-event")] == events
        paths = root.findall(f"{SVG}path")
        marks = sum(len(each["x"]) for each in spec["data"] if each["name"] in ("rings", "events"))
        assert len(paths) == marks + len(spec["layout"]["shapes"])


def test_it_has_a_title_a_description_and_every_letter_it_uses() -> None:
    root = parsed(svg(drawn(MANKIND, "", "timeline"), (1600, 900), "One & two", "<Three>"))
    assert (root.findtext(f"{SVG}title"), root.findtext(f"{SVG}desc")) == ("One & two", "<Three>")
    assert root.get("aria-labelledby") == "title desc"
    assert root.get("lang") == "en"
    known = {each.get("id") for each in root.iter(f"{SVG}path")}
    assert {each.get(LINK, "")[1:] for each in root.iter(f"{SVG}use")} <= known
    assert not list(root.iter(f"{SVG}text"))


@pytest.mark.parametrize("size", [(1600, 900), (1200, 630), (1920, 1080), (500, 900)])
def test_it_has_its_size_and_the_picture_lies_inside(size: tuple[int, int]) -> None:
    root = parsed(svg(drawn(MANKIND, "", "parts"), size, "", ""))
    assert (root.get("width"), root.get("height")) == tuple(map(str, size))
    left, top, across, down = map(float, root.get("viewBox", "").split())
    assert across / down == pytest.approx(size[0] / size[1], rel=1e-3)
    assert max(left, top) <= 0
    assert (left + across >= 1600, top + down >= 900) == (True, True)


def sheet(text: str) -> dict[str, Any]:
    canvas = Canvas(300, 100, dark=True)
    canvas.text(10, 20, text, anchor="right")
    return canvas.spec({}, drag=False)


@settings(max_examples=60)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), min_size=1, max_size=30))
def test_no_text_breaks_it(text: str) -> None:
    for outlined in (True, False):
        root = parsed(svg(sheet(text), (300, 100), text, text, outlined=outlined))
        said = [each.get("data-text") or each.text for each in root if each.tag in (f"{SVG}g", f"{SVG}text")]
        assert said == [text]


def test_letters_that_the_face_lacks_are_left_to_the_machine() -> None:
    assert parsed(svg(sheet("歴史"), (300, 100), "", "")).findtext(f"{SVG}text") == "歴史"


@pytest.mark.parametrize("weight", [400, 600, 700])
@pytest.mark.parametrize("text", ["Apollo 11", "Tests “quoted” – 1969", "VATICAN, To Wayward", "Ångström"])
def test_outlined_letters_stand_as_far_apart_as_measured_ones(text: str, weight: int) -> None:
    placed, wide = glyphs.line(text, weight)
    assert len(placed) == len(text)
    assert wide / glyphs.EM * 12 == pytest.approx(width(text, 12, weight), rel=0.02)
    assert glyphs.kern("T", "o", weight) < 0 == glyphs.kern("n", "n", weight)


def test_every_mark_of_the_theme_has_a_shape() -> None:
    seasons = {theme.season_mark(MANKIND, n)[1] for n in MANKIND.seasons.index}
    for symbol in {*theme._SYMBOLS, *seasons}:  # noqa: SLF001
        numbers = [float(n) for n in re.findall(r"-?\d+\.\d+", outline(symbol, 50, 50, 10))]
        assert max(map(abs, numbers)) < 60
    with pytest.raises(ValueError, match="symbol 'heart' has no shape"):
        outline("heart", 0, 0, 1)


def test_what_it_cannot_draw_it_says() -> None:
    spec = sheet("x")
    spec["data"][0]["mode"] = "lines"
    with pytest.raises(ValueError, match=r"'texts'.*lines"):
        svg(spec, (300, 100), "", "")
