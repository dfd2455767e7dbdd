"""Data folders that tests may break."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.conftest import SMALL
from timeline.dataset import check


def copy(tmp_path: Path) -> Path:
    """Return a copy of the small data folder."""
    return Path(shutil.copytree(SMALL, tmp_path / "set"))


def swap(folder: Path, file: str, old: str, new: str) -> None:
    """Change the first place of a file where `old` stands."""
    text = (folder / file).read_text("utf-8")
    assert old in text, f"{file} has no {old!r}"
    (folder / file).write_text(text.replace(old, new, 1), "utf-8")


def lines(folder: Path) -> list[str]:
    """Return what the check prints."""
    return [str(problem) for problem in check(folder)]
