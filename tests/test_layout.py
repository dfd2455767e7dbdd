"""The command that searches rows for the picture of causes, and the one that says that they are old."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.folders import copy, swap
from timeline.__main__ import main
from timeline.butterflies import layout
from timeline.dataset import load, rows

BRIEF = partial(layout.searched, seeds=1, moves=200)


def test_rows_are_printed_or_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "searched", BRIEF)
    folder, run = copy(tmp_path), CliRunner()
    printed = run.invoke(main, ["layout", str(folder)])
    assert printed.exit_code == 0
    assert not (folder / rows.FILE).exists()
    assert run.invoke(main, ["layout", str(folder), "--write"]).output == ""
    assert (folder / rows.FILE).read_text("utf-8") == printed.output
    assert load(folder).rows == json.loads(printed.output)["rows"]
    assert "is of other events" not in run.invoke(main, ["check", str(folder)]).output


def test_old_rows_are_said_and_used_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "searched", BRIEF)
    folder, run = copy(tmp_path), CliRunner()
    run.invoke(main, ["layout", str(folder), "--write"])
    swap(folder, "events.csv", "Stokers strike", "A strike of stokers")
    said = run.invoke(main, ["check", str(folder)])
    assert said.exit_code == 0
    assert f"python -m timeline layout {folder} --write renews it" in said.output
    assert load(folder).rows == {}


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "searched", BRIEF)
    folder = copy(tmp_path)
    (folder / rows.FILE).mkdir()
    said = CliRunner().invoke(main, ["layout", str(folder), "--write"])
    assert said.exit_code == 1
    assert said.output.startswith(f"{rows.FILE}: ")
