"""The folder that any web host serves: whole, self-contained, and no wiser than its gate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

from tests.conftest import SMALL
from tests.crawling import carried, lettered, plain
from tests.sets import BRASS
from timeline.__main__ import main
from timeline.gallery import PICTURES

GATE = "S1E02"


def written(folder: Path, query: str = "") -> Path:
    done = CliRunner().invoke(main, ["export", "--data", str(SMALL), "--query", query, "--site", str(folder)])
    assert (done.exit_code, done.stdout) == (0, "")
    return folder


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("whole"))


@pytest.fixture(scope="module")
def gated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("gated"), f"seen={GATE}")


def test_there_is_a_page_for_each_picture_and_event(whole: Path) -> None:
    pages = {file.relative_to(whole).as_posix() for file in whole.rglob("*.html")}
    assert pages >= {"index.html", *(f"{name}.html" for name in PICTURES)}
    assert {page for page in pages if "/" in page} == {f"events/{event}.html" for event in BRASS.events["id"]}
    assert {file.stem for file in whole.glob("*.svg")} == {page[:-5] for page in pages if "/" not in page} - {
        "index"
    }


def test_every_way_leads_somewhere_inside_or_to_a_source(whole: Path) -> None:
    for page in whole.rglob("*.html"):
        text = page.read_text()
        said = text[: text.index("<script")] if "<script" in text else text
        for way in re.findall(r'(?:href|src)="([^"]*)"', said):
            assert way.startswith(("http://", "https://")) or (page.parent / way).is_file(), f"{page}: {way}"
        assert way_home(page, whole) in said
        assert not re.findall(r'(?:src|<link[^>]*href)="https?:', said)


def way_home(page: Path, top: Path) -> str:
    return f'href="{"../" if page.parent != top else ""}index.html"'


def texts(folder: Path) -> Iterator[tuple[Path, str]]:
    """Yield each file and what it says, without scripts, faces and coordinates."""
    for file in folder.rglob("*.*"):
        if file.suffix == ".svg":
            yield file, lettered(file.read_text(), axis=True)
        elif file.suffix == ".html":
            text = file.read_text()
            yield file, carried(text) if "const picture" in text else plain(text)
        elif file.suffix in (".csv", ".json"):
            yield file, file.read_text()


def test_what_is_not_watched_is_in_no_file_and_each_says_how_far_it_tells(gated: Path) -> None:
    known = BRASS.until(GATE)
    later = BRASS.events[~BRASS.events["id"].isin(known.events["id"])]
    assert len(later)
    for file, text in texts(gated):
        for column in ("id", "headline"):
            assert not [word for word in later[column] if word in text], file
        if file.suffix in (".svg", ".html"):
            assert f"Shows up to {GATE}." in text, file
    assert len(list(gated.glob("events/*.html"))) == len(known.events)


def test_a_page_says_what_its_event_is(whole: Path) -> None:
    event = BRASS.events.iloc[-1]
    text = (whole / "events" / f"{event['id']}.html").read_text()
    assert f"<h1>{event['headline']}</h1>" in text
    assert event["summary"] in text
    assert "Shows everything that is known." in text
    assert 'lang="en"' in text


def test_pictures_are_valid_and_described(whole: Path) -> None:
    for file in whole.glob("*.svg"):
        root = ElementTree.fromstring(file.read_text())
        assert root.findtext("{*}title")
        assert root.findtext("{*}desc")
