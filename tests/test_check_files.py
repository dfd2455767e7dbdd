"""The door of every data folder: each thing that can be wrong with a file, and the line that says so."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import SMALL
from tests.folders import copy, lines, swap
from timeline.dataset import check, load
from timeline.schema import TABLES

folder = pytest.fixture(copy)

COLUMNS = {name: ", ".join(table.names) for name, table in TABLES.items()}


def test_columns_of_another_kind_or_order(folder: Path) -> None:
    swap(folder, "people.csv", "aliases", "nicknames")
    swap(folder, "roles.csv", "person,role", "role,person")
    swap(folder, "sources.csv", "publisher,", "publishers,")
    assert lines(folder) == [
        (
            "our_spans.csv:2: subject: 'Director' is neither role nor body; "
            "name a role of roles.csv or a body of places.csv"
        ),
        f"people.csv:1: aliases: the column is missing; the columns are {COLUMNS['people']}",
        f"people.csv:1: nicknames: there is no such column; the columns are {COLUMNS['people']}",
        f"roles.csv:1: role: the column stands in another place; the order is {COLUMNS['roles']}",
        *(
            f"roles.csv:{line}: person: '{role}' is not in people.csv; name one that is there, or add it"
            for line, role in ((2, "Director"), (3, "Director"), (4, "Engineer"))
        ),
        f"sources.csv:1: publisher: the column is missing; the columns are {COLUMNS['sources']}",
        "sources.csv:1: publishers: there is no such column; did you mean 'publisher'?",
    ]


def test_a_column_that_stands_twice(folder: Path) -> None:
    swap(folder, "sources.csv", "kind,", "url,")
    assert lines(folder) == ["sources.csv:1: url: the column stands twice; once is enough"]


def test_ragged_rows_and_empty_lines(folder: Path) -> None:
    swap(folder, "people.csv", "jane-harrow,Jane Harrow,", "\njane-harrow,Jane, Harrow,")
    swap(folder, "sources.csv", ",book,\n", ",book\n")
    assert lines(folder) == [
        "people.csv:4: an empty line; each record has 14, as the header",
        "people.csv:5: 15 cells; each record has 14, as the header",
        "sources.csv:3: 5 cells; each record has 6, as the header",
    ]


def test_a_header_that_lacks_a_name(folder: Path) -> None:
    swap(folder, "sources.csv", ",kind,", ",")
    assert lines(folder) == [
        "sources.csv:1: the header has 5 cells; each record has 6",
        f"sources.csv:1: kind: the column is missing; the columns are {COLUMNS['sources']}",
    ]


def test_broken_quoting_hides_nothing_elsewhere(folder: Path) -> None:
    swap(folder, "people.csv", '"In our history', '"In our "history"')
    swap(folder, "events.csv", '"She sees', '""She sees')
    swap(folder, "places.csv", "North Atlantic,Sea", "North Atlantic,Ocean")
    assert lines(folder) == [
        (
            "events.csv:4: broken quoting in the record that begins here (',' expected after '\"'); "
            "close each quote, double one in a text"
        ),
        (
            "people.csv:2: broken quoting in the record that begins here (',' expected after '\"'); "
            "close each quote, double one in a text"
        ),
        "places.csv:4: body: 'Ocean' is not allowed; write one of: Sea, Land",
    ]


def test_a_quote_that_is_never_closed(folder: Path) -> None:
    swap(folder, "events.csv", 'understands it at once."', "understands it at once.")
    assert lines(folder)[0].startswith("events.csv:4: broken quoting in the record that begins here (")
    swap(folder, "roles.csv", "engine-office,,1854", '"engine-office,,1854')
    assert lines(folder)[-1] == (
        "roles.csv:4: broken quoting in the record that begins here (unexpected end of data); "
        "close each quote, double one in a text"
    )


def test_another_encoding(folder: Path) -> None:
    content = (folder / "people.csv").read_bytes()
    (folder / "people.csv").write_bytes(content.replace(b"Jenny", "Zoë".encode("latin-1")))
    position = content.index(b"Jenny") + 2
    problem = f"people.csv:4: byte 0xeb at position {position} is not UTF-8; save it as UTF-8"
    assert lines(folder) == [problem]


def test_a_spreadsheets_byte_order_mark_is_no_problem(folder: Path) -> None:
    for path in folder.iterdir():
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert lines(folder) == []


def test_windows_line_ends_are_no_problem_and_count_as_one(folder: Path) -> None:
    path = folder / "events.csv"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n").replace(b"1834-21?", b"1834-spring"))
    assert [problem.line for problem in check(folder)] == [7]


def test_a_missing_file(folder: Path) -> None:
    (folder / "people.csv").unlink()
    assert lines(folder) == [
        (
            "datapackage.json:100: resources: 'people.csv' cannot be read; "
            "put it into the folder or take it out of the list"
        ),
    ]


@pytest.mark.parametrize("name", TABLES)
def test_an_empty_table(folder: Path, name: str) -> None:
    text = (folder / f"{name}.csv").read_text("utf-8")
    (folder / f"{name}.csv").write_text(text.splitlines(keepends=True)[0], "utf-8")
    found = lines(folder)
    assert f"{name}.csv:1: the table is empty; fill it or take it out of the package" in found
    assert len(found) == 1


def test_an_empty_file(folder: Path) -> None:
    (folder / "people.csv").write_text("")
    assert lines(folder) == [f"people.csv:1: has no header; the columns are {COLUMNS['people']}"]


def repackage(folder: Path, change: Callable[[dict[str, Any], list[dict[str, Any]]], object]) -> None:
    """Change the package's description and its list of resources."""
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    change(package, package["resources"])
    (folder / "datapackage.json").write_text(json.dumps(package, indent=1), "utf-8")


def messages(folder: Path) -> list[str]:
    """Return the problems without the lines, which a rewritten package has elsewhere."""
    return [f"{problem.file}: {problem.column}: {problem.message}" for problem in check(folder)]


def test_no_folder(tmp_path: Path) -> None:
    problem = "datapackage.json:1: cannot be read; 'nowhere' must be a folder with this file"
    assert lines(tmp_path / "nowhere") == [problem]


def test_a_package_that_is_no_json(folder: Path) -> None:
    swap(folder, "datapackage.json", '"version": "1.0.0",', '"version": "1.0.0"')
    assert lines(folder) == [
        "datapackage.json:7: is no JSON at character 3 of the line (Expecting ',' delimiter)"
    ]


def test_a_package_without_tables(folder: Path) -> None:
    (folder / "datapackage.json").write_text("[]")
    assert lines(folder) == [
        "datapackage.json:1: resources: is missing; a data package lists its tables there"
    ]


def test_a_table_that_is_listed_twice_or_unknown(folder: Path) -> None:
    more = [
        {"name": "people", "path": "people.csv"},
        {"name": "roads", "path": "roads.csv"},
        {"name": "role"},
    ]
    repackage(folder, lambda _, tables: tables.extend(more))
    assert messages(folder) == [
        "datapackage.json: resources: 'role' is no table; did you mean 'roles'?",
        "datapackage.json: resources: 'people' is listed twice; once is enough",
        f"datapackage.json: resources: 'roads' is no table; allowed: {', '.join(TABLES)}",
    ]


def test_a_path_that_leaves_the_folder(folder: Path) -> None:
    swap(folder, "datapackage.json", '"people.csv"', '"../people.csv"')
    assert lines(folder) == [
        (
            "datapackage.json:100: resources: 'people' has the path '../people.csv'; "
            "write the name of a CSV file in the folder, as in people.csv"
        ),
    ]


def test_a_table_that_nobody_would_read(folder: Path) -> None:
    repackage(folder, lambda _, tables: tables.pop(11))
    assert messages(folder) == [
        (
            "datapackage.json: resources: 'questions.csv' lies in the folder but is not listed; "
            "list it or take it away"
        ),
    ]


def test_a_table_that_is_left_out(folder: Path) -> None:
    (folder / "people.csv").unlink()
    repackage(folder, lambda _, tables: tables.pop(4))
    assert messages(folder) == [
        f"{place}: refers to people, a table that datapackage.json does not list; it must list it"
        for place in ("events.csv: people", "roles.csv: person")
    ]


def test_a_required_table_that_is_left_out(folder: Path) -> None:
    (folder / "sources.csv").unlink()
    repackage(folder, lambda _, tables: tables.pop(10))
    assert messages(folder)[0] == "datapackage.json: resources: 'sources' is not listed; it must be"


def test_optional_tables_may_be_left_out(tmp_path: Path) -> None:
    for name in ("seasons", "sources"):
        shutil.copy(SMALL / f"{name}.csv", tmp_path)
    shutil.copy(SMALL / "datapackage.json", tmp_path)
    row = "begins,1,1834,screen,It begins,,Somebody thinks.,science,1,,,,,,scene,,,,,,,high,"
    (tmp_path / "events.csv").write_text(f"{','.join(TABLES['events'].names)}\n{row}\n")
    required = ("events", "seasons", "sources")

    def trim(package: dict[str, Any], tables: list[dict[str, Any]]) -> None:
        del package["divergence"]
        tables[:] = [table for table in tables if table["name"] in required]

    repackage(tmp_path, trim)
    swap(tmp_path, "seasons.csv", ",guide,", ",,")
    assert lines(tmp_path) == []
    assert load(tmp_path).events["body"].tolist() == [""]


def test_a_vocabulary_that_is_missing_is_one_problem(folder: Path) -> None:
    swap(folder, "datapackage.json", '"enum": ["politics", "science", "people", "transport"]', '"enum": []')
    assert messages(folder) == [
        (
            "datapackage.json: events.category: has no vocabulary; "
            "list its words in constraints.enum, each once and without ';'"
        )
    ]


def test_fields_that_are_not_the_columns(folder: Path) -> None:
    swap(folder, "datapackage.json", '"name": "aliases"', '"name": "nicknames"')
    problem = "datapackage.json:100: resources: the fields of 'people' are not its columns; they are"
    assert lines(folder) == [f"{problem} {COLUMNS['people']}"]


def test_tags_need_no_vocabulary_until_there_are_tags(folder: Path) -> None:
    swap(folder, "datapackage.json", ', "constraints": {"enum": ["first", "death"]}', "")
    assert lines(folder) == [
        f"events.csv:{line}: tags: '{tag}' is not allowed; the package lists no words for it"
        for line, tag in ((6, "first"), (8, "first"), (14, "death"), (15, "first"))
    ]


def test_texts_that_every_page_shows(folder: Path) -> None:
    swap(folder, "datapackage.json", '"Brass Numbers"', '" "')
    swap(folder, "datapackage.json", '"complete"', "1")
    assert messages(folder) == [
        "datapackage.json: title: is empty; it must be filled",
        'datapackage.json: coverage: is no list of texts by season; write it as {"1": "complete"}',
    ]


def test_what_a_set_says_of_itself_is_one_short_line(folder: Path) -> None:
    swap(folder, "datapackage.json", '"version"', f'"notice": "{"x" * 61}", "version"')
    assert messages(folder) == ["datapackage.json: notice: is no line of at most 60 characters"]
