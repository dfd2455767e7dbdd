"""The door of every data folder: each thing that can be wrong with a cell, and the line that says so."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import BUNDLED, SMALL
from tests.folders import copy, lines, swap
from tests.serving import ROOT
from timeline.dataset import DataError, load

folder = pytest.fixture(copy)

WRONG_CELLS = ROOT / "tests" / "wrong_cells.txt"


def wrong_cells() -> Iterator[tuple[str, str, str, list[str]]]:
    """Yield file, old text, new text and the expected lines of each case in wrong_cells.txt."""
    for case in WRONG_CELLS.read_text("utf-8").split("\n\n")[2:]:
        change, *expected = case.rstrip("\n").split("\n    ")
        file, swapped = change.split(": ", 1)
        old, new = swapped.split(" => ")
        yield file, old, new, expected


@pytest.mark.parametrize("path", [SMALL, BUNDLED], ids=["small", "bundled"])
def test_a_good_folder_has_no_problems(path: Path) -> None:
    assert lines(path) == []


@pytest.mark.parametrize(("file", "old", "new", "expected"), list(wrong_cells()))
def test_a_wrong_cell(folder: Path, file: str, old: str, new: str, expected: list[str]) -> None:
    swap(folder, file, old, new)
    assert lines(folder) == expected


def test_every_problem_is_told_at_once_and_in_order(folder: Path) -> None:
    swap(folder, "seasons.csv", "1854-03,1858", "1854-3,1858")
    swap(folder, "people.csv", "183X", "183?")
    swap(folder, "events.csv", "science,3,charles", "sience,9,charles")
    with pytest.raises(DataError, match="sience") as caught:
        load(folder)
    places = [(problem.file, problem.line, problem.column) for problem in caught.value.problems]
    assert places == [
        ("events.csv", 2, "category"),
        ("events.csv", 2, "importance"),
        ("people.csv", 4, "born"),
        ("seasons.csv", 4, "start"),
    ]
    assert str(caught.value).splitlines() == lines(folder)


def run_check(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "timeline", "check", str(folder)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_command_says_what_it_read(folder: Path) -> None:
    done = run_check(folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "brass-numbers: 14 events, 3 seasons, 4 episodes, 1 jump, 3 people, 3 roles, 3 places, "
        "2 organisations, 1 mission, 3 real events, 2 real spans, 2 sources, 5 questions, "
        "3 open questions, 2 stories, 5 scenes; no problems\n"
    )


def test_the_command_says_every_problem(folder: Path) -> None:
    swap(folder, "events.csv", "1834-21?", "69-7")
    done = run_check(folder)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "events.csv:7: date: '69-7' is no EDTF date; write 1969-06-26, 1974-10, 1983~ or 197X\n"
    )
