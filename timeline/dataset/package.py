"""Reading a data folder: the tables as text, with every problem of form."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from timeline.dataset import descriptor, histories, rows
from timeline.dataset.descriptor import Descriptor
from timeline.dataset.problems import Problem, not_utf8
from timeline.schema import TABLES, Table

README = "README.md"
Record = tuple[int, list[str]]
"""The first line of a CSV record, and its cells."""


@dataclass(frozen=True, slots=True)
class RawTable:
    """A table as read: frames of text, indexed by the line where each record begins.

    `found` has the file's columns. `cells` has the table's, in their order; those that the file lacks are
    empty and named in `missing`. `keys` are all keys in the file, those of ragged records too.
    """

    file: str
    table: Table
    found: pd.DataFrame
    cells: pd.DataFrame
    keys: frozenset[str]

    @property
    def missing(self) -> frozenset[str]:
        """The columns that the file lacks."""
        return frozenset(self.table.names) - frozenset(self.found.columns)

    def lines(self, column: str) -> Iterator[tuple[int, str]]:
        """Yield line and cell of each row."""
        yield from zip(self.cells.index.tolist(), self.cells[column].tolist(), strict=True)

    def marked(self, rows: pd.Series, *columns: str) -> Iterator[tuple[int, list[str]]]:
        """Yield the line and the cells of each row that is marked true."""
        for line, *cells in self.cells.loc[rows.to_numpy(dtype=bool), list(columns)].itertuples(name=None):
            yield int(line), [str(cell) for cell in cells]

    def items(self, column: str) -> pd.Series:
        """Return the items of a list column, or the cells of another, one a row; the empty ones left out."""
        cells = self.cells.loc[self.cells[column] != "", column]
        return cells.str.split(";").explode() if self.table.column(column).many else cells


@dataclass(frozen=True, slots=True)
class Package:
    """A data folder as read: `tables` are those that could be."""

    descriptor: Descriptor
    tables: Mapping[str, RawTable]
    problems: tuple[Problem, ...]
    searched: bytes = b""
    """The file of rows for the picture of causes, as it is; empty where there is none."""

    def whole(self, name: str) -> RawTable | None:
        """Return a table that was read with all of its columns and has rows, else None."""
        raw = self.tables.get(name)
        return raw if raw and not raw.missing and len(raw.cells) else None


def read(folder: Path) -> Package:
    """Return what a folder holds; never raises for what a person may have put there."""
    try:
        described, problems = descriptor.parse((folder / descriptor.FILE).read_bytes())
    except OSError:
        message = f"cannot be read; '{folder.name}' must be a folder with this file"
        return Package(Descriptor(), {}, (Problem(descriptor.FILE, 1, "", message),))
    problems += histories.check(described)
    tables = {}
    for name, file in described.files.items():
        try:
            content = (folder / file).read_bytes()
        except OSError:
            message = f"'{file}' cannot be read; put it into the folder or take it out of the list"
            problems.append(described.problem("resources", message, file))
            continue
        if raw := _table(file, content, TABLES[name], problems):
            tables[name] = raw
    if described.files:
        problems += _unlisted(folder, described)
    return Package(described, tables, tuple(problems), _searched(folder))


def _searched(folder: Path) -> bytes:
    try:
        return (folder / rows.FILE).read_bytes()
    except OSError:
        return b""


def readme(folder: Path) -> str:
    """Return the text that explains a folder to people; raises OSError where there is none."""
    return (folder / README).read_text("utf-8")


def _unlisted(folder: Path, described: Descriptor) -> Iterator[Problem]:
    """Yield a problem for each table that lies in the folder and that nobody would read."""
    for name in TABLES:
        file = f"{name}.csv"
        if (
            name not in described.listed
            and (folder / file).is_file()
            and file not in described.files.values()
        ):
            message = f"'{file}' lies in the folder but is not listed; list it or take it away"
            yield described.problem("resources", message)


def _table(file: str, content: bytes, table: Table, problems: list[Problem]) -> RawTable | None:
    """Return a CSV file as text, or None if its cells cannot be told apart."""
    try:
        text = content.decode("utf-8").removeprefix("\ufeff")
        records = _records(file, text)
    except UnicodeDecodeError as error:
        problems.append(not_utf8(file, error))
        return None
    except BrokenRecordError as error:
        problems.append(error.problem)
        return None
    if not records or not records[0][1]:
        problems.append(Problem(file, 1, "", f"has no header; the columns are {', '.join(table.names)}"))
        return None
    _, header = records[0]
    if twice := [name for name in header if header.count(name) > 1]:
        problems.append(Problem(file, 1, twice[0], "the column stands twice; once is enough"))
        return None
    problems += _ragged(file, header, records[1:])
    return _raw_table(file, table, header, records[1:])


class BrokenRecordError(ValueError):
    """A record after which a CSV file cannot be read on."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem))


def _records(file: str, text: str) -> list[Record]:
    """Return the records, or raise BrokenRecordError."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    records, line = [], 1
    try:
        for record in reader:
            records.append((line, record))
            line = reader.line_num + 1
    except csv.Error as error:
        message = (
            f"broken quoting in the record that begins here ({error}); close each quote, double one in a text"
        )
        raise BrokenRecordError(Problem(file, line, "", message)) from None
    return records


def _ragged(file: str, header: list[str], records: list[Record]) -> Iterator[Problem]:
    """Yield the records that have more or fewer cells than the header, or that there are none.

    Where all of them have the same other number, the header is the one that is wrong.
    """
    widths = {len(record) for _, record in records}
    if not records:
        yield Problem(file, 1, "", "the table is empty; fill it or take it out of the package")
    elif len(widths) == 1 and len(records) > 1 and widths != {len(header)}:
        yield Problem(file, 1, "", f"the header has {len(header)} cells; each record has {widths.pop()}")
    else:
        for line, record in records:
            if len(record) != len(header):
                found = f"{len(record)} cells" if record else "an empty line"
                yield Problem(file, line, "", f"{found}; each record has {len(header)}, as the header")


def _raw_table(file: str, table: Table, header: list[str], records: list[Record]) -> RawTable:
    """Return the records as frames; ragged ones are left out, but keep their key."""
    even = [(line, record) for line, record in records if len(record) == len(header)]
    lines = pd.Index([line for line, _ in even], dtype="int64")
    found = pd.DataFrame([record for _, record in even], index=lines, columns=header, dtype="str")
    place = header.index(table.key) if table.key in header else len(header)
    keys = frozenset(record[place] for _, record in records if len(record) > place)
    return RawTable(file, table, found, found.reindex(columns=list(table.names), fill_value=""), keys)
