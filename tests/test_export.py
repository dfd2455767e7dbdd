"""Files to take away, all but the printing: what they hold, what they are called, who waits for whom."""

from __future__ import annotations

import csv
import io
import json
import re
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from xml.etree import ElementTree

import pytest
from PIL import Image
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from tests.crawling import after
from tests.sets import BRASS, MANKIND
from timeline import gate
from timeline.dataset import Dataset
from timeline.export import FORMATS, Order, Workshop
from timeline.export.asking import asked
from timeline.export.problems import BusyError, NoBrowserError
from timeline.export.shelf import Shelf
from timeline.gallery import PICTURES
from timeline.query import select


def order(query: str = "", name: str = "timeline", whole: Dataset = MANKIND, **how: Any) -> Order:
    dataset, view, _ = asked(whole, query)
    return Order(dataset, view, PICTURES[name], **how)


@pytest.fixture
def workshop(monkeypatch: pytest.MonkeyPatch) -> Workshop:
    """Return a workshop whose press makes grey sheets."""

    def draw(_: Workshop, order: Order, form: str, *, outlined: bool) -> bytes:
        assert ElementTree.fromstring(order.svg(outlined=outlined)).findtext("{*}desc")
        sheet = io.BytesIO()
        Image.new("L", (round(order.width * order.density), round(order.height * order.density)), 128).save(
            sheet, "png" if form == "png" else "pdf"
        )
        return sheet.getvalue()

    monkeypatch.setattr(Workshop, "_draw", draw)
    return Workshop(places=2)


def pictures(slide: Any) -> list[tuple[Any, str]]:
    """Return a slide's pictures, each with its text for who cannot see it."""
    found = [shape for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE]
    return [(shape, shape._element.nvPicPr.cNvPr.get("descr")) for shape in found]  # noqa: SLF001


@pytest.mark.parametrize("name", PICTURES)
def test_every_picture_is_had_in_every_form(name: str, workshop: Workshop) -> None:
    for form in FORMATS:
        assert len(workshop.take(order("", name, BRASS), form)) > 500, form


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("timeline", ""),
        ("timeline", "lanes=person&our=1"),
        ("compare", ""),
        ("compare", "align=years"),
        ("parts", ""),
    ],
)
@pytest.mark.parametrize("size", [(1600, 900), (1200, 630)])
def test_a_slides_picture_fits_its_sheet(name: str, query: str, size: tuple[int, int]) -> None:
    layout = order(query, name, width=size[0], height=size[1]).spec["layout"]
    assert layout["height"] / layout["width"] == pytest.approx(size[1] / size[0], rel=0.02)
    assert layout["width"] < 1.7 * size[0]


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_that_stands_alone_says_what_it_shows(name: str) -> None:
    root = ElementTree.fromstring(order("seen=S2E05&category=science", name).svg())
    said = " ".join(each.get("data-text", "") for each in root.iter())
    assert "Shows up to S2E05." in said
    assert "Science" in said
    assert f"version {MANKIND.version}" in said
    assert MANKIND.notice in said
    title, description = root.findtext("{*}title", ""), root.findtext("{*}desc", "")
    assert title.startswith(MANKIND.title)
    assert description.endswith("Shows up to S2E05.")
    assert "science" in description.lower()


def test_data_are_the_selection(workshop: Workshop) -> None:
    wanted = order("season=1&seen=S1E05")
    ids = select(wanted.dataset, wanted.view)["id"].tolist()
    rows = csv.DictReader(io.StringIO(workshop.take(wanted, "csv").decode()))
    assert [row["id"] for row in rows] == ids
    assert [event["id"] for event in json.loads(workshop.take(wanted, "json"))["events"]] == ids


def test_html_asks_nobody_and_says_it_all(workshop: Workshop) -> None:
    page = workshop.take(order("season=1", address="https://example.org/"), "html").decode()
    own = page[: page.index("<script>")] + page[page.index("const picture") :]
    assert '<html lang="en">' in own
    assert "<title>For All Mankind: 95 events, Season 1, by place</title>" in own
    assert "default-src 'none'" in own
    assert "plotly.js v" in page[:20_000_000]
    assert '"showSendToCloud": false' in own
    assert not re.findall(r'(?:src|href)="(?!https://example.org)[^"]*"', own)
    assert own.count("<li>") == 95
    assert "https://example.org/?season=1&amp;seen=all" in own
    assert "Click: only" in own
    assert "Click: only" not in workshop.take(order("season=1"), "html").decode()


def test_slides_have_titles_pictures_and_notes(workshop: Workshop) -> None:
    wanted = order("season=1,2&category=science", address="https://example.org/")
    for many, count in ((False, 1), (True, 3)):
        show = Presentation(io.BytesIO(workshop.take(wanted, "pptx", slides=many)))
        assert show.slide_width / show.slide_height == pytest.approx(16 / 9, rel=1e-3)
        assert len(show.slides) == count
        for slide, each in zip(show.slides, wanted.by_season(), strict=False):
            assert slide.shapes.title.text == each.title
            ((picture, text),) = pictures(slide)
            assert text == each.alt
            assert (picture.image.size, picture.left, picture.top) == ((3200, 1800), 0, 0)
            notes = slide.notes_slide.notes_text_frame.text
            assert each.alt in notes
            assert each.source in notes
            assert each.filters in notes
            assert f"https://example.org/?{each.view.to_query()}" in notes


def test_no_slide_and_no_name_tells_what_is_not_watched(workshop: Workshop) -> None:
    wanted = order("seen=S2E03&our=1", address="https://example.org/")
    assert wanted.dataset.events["id"].tolist() == gate.known(MANKIND, "S2E03").events["id"].tolist()
    show = Presentation(io.BytesIO(workshop.take(wanted, "pptx", slides=True)))
    said = [show.core_properties.title, show.core_properties.subject, wanted.filename("pptx")]
    for slide in show.slides:
        said += [slide.shapes.title.text, slide.notes_slide.notes_text_frame.text]
        said += [text for _, text in pictures(slide)]
    assert len(said) == 3 + 3 * 3
    assert after(MANKIND, "S2E03").leaks("\n".join(said)) == []
    assert "Shows up to S2E03." in said[1]
    assert "S2E03" in said[2]


def test_names_say_what_is_in_the_file() -> None:
    assert order().filename("png") == "for-all-mankind-timeline.png"
    narrowed = order("season=1,2&q=Moon+base&seen=S2E05", "compare").filename("svg")
    assert narrowed == "for-all-mankind-compare-seasons-1-and-2-moon-base-S2E05.svg"


def test_what_is_not_understood_is_said() -> None:
    dataset, view, notices = asked(MANKIND, "seen=S9E99&season=1&colour=red")
    assert (len(dataset.events), view.season, view.seen) == (len(MANKIND.events), (1,), "all")
    assert len(notices) == 2
    assert asked(MANKIND, "seen=S1E03&season=4")[2] == ("season: '4' is not known here; it was ignored",)


def test_without_a_browser_the_other_forms_are_had(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER_PATH", "no-such-browser")
    bare = Workshop()
    for form in ("png", "pdf", "pptx"):
        with pytest.raises(NoBrowserError, match="Chromium or Chrome"):
            bare.take(order("season=1", whole=BRASS), form)
    assert bare.take(order("season=1", whole=BRASS), "svg").startswith(b"<svg")
    bare.close()


def test_one_file_is_made_once_and_whoever_finds_no_place_is_told(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go, made = threading.Event(), threading.Event(), []

    def draw(*_: Any, **__: Any) -> bytes:
        made.append(1)
        begun.set()
        assert go.wait(20)
        return b"drawn"

    monkeypatch.setattr(Workshop, "_draw", draw)
    wanted = order("season=1", whole=BRASS)
    with ThreadPoolExecutor(2) as threads:
        both = [threads.submit(workshop.take, wanted, "png") for _ in range(2)]
        assert begun.wait(20)
        while workshop._places._value:  # noqa: SLF001
            pass
        with pytest.raises(BusyError, match="again in 3 seconds"):
            workshop.take(wanted, "pdf")
        assert workshop.take(wanted, "svg")
        go.set()
        assert [each.result(20) for each in both] == [b"drawn", b"drawn"]
    assert workshop.take(wanted, "png") == b"drawn"
    assert made == [1]


def test_an_error_is_not_kept(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    answers: list[Any] = [NoBrowserError(), b"drawn"]

    def draw(*_: Any, **__: Any) -> bytes:
        answer = answers.pop(0)
        if isinstance(answer, bytes):
            return answer
        raise answer

    monkeypatch.setattr(Workshop, "_draw", draw)
    with pytest.raises(NoBrowserError):
        workshop.take(order(whole=BRASS), "pdf")
    assert workshop.take(order(whole=BRASS), "pdf") == b"drawn"


def test_the_shelf_drops_what_was_asked_for_longest_ago() -> None:
    shelf = Shelf(room=10)
    for key in "abc":
        shelf.put(key, b"1234")
    assert shelf.get("a") is None
    assert shelf.get("b") == b"1234"
    shelf.put("d", b"12345")
    assert (shelf.get("b"), shelf.get("c"), shelf.get("d")) == (b"1234", None, b"12345")
    shelf.put("b", b"1")
    shelf.put("e", b"1234")
    assert shelf.get("d") == b"12345"
