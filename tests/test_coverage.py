"""The coverage table: what it counts, and the command that keeps a README true."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.conftest import BUNDLED
from tests.folders import copy, swap
from timeline import coverage, marked
from timeline.__main__ import main
from timeline.comparison import takeaway
from timeline.dataset import Dataset

folder = pytest.fixture(copy)

START, END = marked.marks("coverage")
TABLE = """\
| season | 1810s | 1820s | 1830s | 1840s | 1850s | all |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |
| background | 1 | 1 |  |  |  | 2 |
| 1 |  |  | 3 | 2 | 1 | 6 |
| 2 |  |  |  |  | 6 | 6 |
| all | 1 | 1 | 3 | 2 | 7 | 14 |"""


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["coverage", *map(str, arguments)])


def test_the_table_counts_each_event_once(small: Dataset, bundled: Dataset) -> None:
    assert coverage.table(small) == TABLE
    rows = [line.strip("| ").split(" | ") for line in coverage.table(bundled).splitlines()]
    assert rows[-1][-1] == str(len(bundled.events))
    assert sum(int(row[-1]) for row in rows[2:-1]) == len(bundled.events)


def test_what_is_not_watched_is_not_counted(small: Dataset) -> None:
    assert coverage.table(small.until("S1E01")).splitlines()[-1] == "| all | 1 | 3 | 4 |"


def test_the_command_prints_the_table(folder: Path) -> None:
    done = run(folder)
    assert (done.exit_code, done.output) == (0, TABLE + "\n")


def test_the_command_writes_between_the_marks(folder: Path) -> None:
    readme = folder / "README.md"
    readme.write_text(f"Before\n\n{START}\nstale\n{END}\n\nAfter\n", "utf-8")
    for _ in range(2):
        done = run(folder, "--write")
        assert (done.exit_code, done.output) == (0, "")
        assert readme.read_text("utf-8") == (f"Before\n\n{START}\n{TABLE}\n{END}\n\nAfter\n")


@pytest.mark.parametrize(
    "text",
    [
        "",
        START,
        f"{END}\n{START}",
        f"{START}{START}{END}",
    ],
)
def test_a_readme_without_marks_stays_as_it_is(folder: Path, text: str) -> None:
    (folder / "README.md").write_text(text, "utf-8")
    done = run(folder, "--write")
    assert done.exit_code == 1
    assert done.stderr == (
        "README.md: the lines '<!-- coverage -->' and '<!-- /coverage -->' "
        "must stand once and in this order\n"
    )
    assert (folder / "README.md").read_text("utf-8") == text


def test_a_folder_without_readme_is_told(folder: Path) -> None:
    done = run(folder, "--write")
    assert done.exit_code == 1
    assert done.stderr.startswith("README.md: ")


def test_a_folder_with_problems_is_not_counted(folder: Path) -> None:
    swap(folder, "people.csv", "183X", "the thirties")
    done = run(folder)
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith("people.csv:4: born: 'the thirties'")


def test_the_bundled_readme_holds_the_table(bundled: Dataset) -> None:
    readme = (BUNDLED / "README.md").read_text("utf-8")
    assert marked.into(readme, "coverage", coverage.table(bundled)) == readme, (
        "run `python -m timeline coverage data/for-all-mankind --write`"
    )


def test_the_bundled_readme_holds_the_definitions(bundled: Dataset) -> None:
    readme = (BUNDLED / "README.md").read_text("utf-8")
    assert marked.into(readme, "measures", takeaway.definitions(bundled)) == readme, (
        "run `python -m timeline measures data/for-all-mankind --write`"
    )


def test_the_definitions_are_printed_or_written(folder: Path) -> None:
    printed = CliRunner().invoke(main, ["measures", str(folder)])
    assert "| Time: In-world span |" in printed.output
    (folder / "README.md").write_text("<!-- measures -->\n<!-- /measures -->\n", "utf-8")
    assert CliRunner().invoke(main, ["measures", str(folder), "--write"]).exit_code == 0
    assert printed.output.strip() in (folder / "README.md").read_text("utf-8")
