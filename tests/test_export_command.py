"""python -m timeline export: what it writes, and what it says of what it cannot."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result

from tests.conftest import BUNDLED, SMALL
from timeline.__main__ import main


def run(*words: str | Path, data: Path = SMALL) -> Result:
    return CliRunner().invoke(main, ["export", "--data", str(data), *map(str, words)])


def test_it_writes_what_the_query_asks_for(tmp_path: Path) -> None:
    files = [tmp_path / f"out.{form}" for form in ("svg", "html", "csv", "json")]
    done = run("--query", "season=4&scale=calendar", "--size", "1200x630", *files, data=BUNDLED)
    assert (done.exit_code, done.stdout) == (0, "")
    root = ElementTree.parse(files[0]).getroot()
    assert (root.get("width"), root.get("height")) == ("1200", "630")
    texts = " ".join(each.get("data-text", "") for each in root.iter())
    assert "112 events, Season 4, by place. Calendar scale" in texts
    assert json.loads(files[3].read_text())["query"] == "season=4&scale=calendar&seen=all"
    assert len(files[2].read_text().splitlines()) == 113


def test_what_is_not_understood_goes_to_stderr(tmp_path: Path) -> None:
    done = run("--query", "season=77&colour=red", tmp_path / "a.svg")
    assert done.exit_code == 0
    assert done.stderr.splitlines() == [
        "season: '77' is not known here; it was ignored",
        "'colour' is no filter; it was ignored",
    ]


@pytest.mark.parametrize("dark", [True, False])
def test_a_picture_is_light_unless_it_is_asked_to_be_dark(dark: bool, tmp_path: Path) -> None:
    file = tmp_path / "a.svg"
    run(*(["--dark"] if dark else []), file)
    assert ('fill="#0F1117"' in file.read_text()) is dark


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "name the files to write, or a folder with --site"),
        (
            ["a.doc"],
            "a.doc: a file ends in one of svg, png, pdf, html, pptx, csv, json, and this one in .doc",
        ),
        (["--size", "10x10", "a.svg"], "'10x10' is no size from 320x240 to 3840x2160, like 1600x900"),
        (["--picture", "moon", "a.svg"], "'moon' is not one of 'timeline', 'compare'"),
        (["--density", "9", "a.png"], "9 is not in the range 1<=x<=3"),
        (["no-such-folder/a.svg"], "no-such-folder/a.svg"),
        (["--data", "no-such-folder", "a.svg"], "'no-such-folder' must be a folder"),
    ],
)
def test_what_cannot_be_done_is_said_and_exits_with_an_error(words: list[str], said: str) -> None:
    done = run(*words)
    assert done.exit_code != 0
    assert said in done.stderr
    assert "Traceback" not in done.output


def test_without_a_browser_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER_PATH", "no-such-browser")
    done = run(tmp_path / "a.png")
    assert done.exit_code == 1
    assert done.stderr.startswith("Error: PNG, PDF and slides are drawn by Chromium or Chrome")
