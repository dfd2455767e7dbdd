"""Reading a data folder: datapackage.json and its CSV files, as text, with every problem of form."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from timeline.problems import Problem, guess
from timeline.schema import OWN_VOCABULARIES, TABLES, Table

DESCRIPTOR = "datapackage.json"


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


@dataclass(frozen=True, slots=True)
class Package:
    """A data folder as read; `listed` are the tables it names, readable or not."""

    descriptor: Mapping[str, Any]
    source: str
    listed: frozenset[str]
    tables: Mapping[str, RawTable]
    vocabularies: Mapping[str, tuple[str, ...]]
    problems: tuple[Problem, ...] = field(repr=False)

    def whole(self, name: str) -> RawTable | None:
        """Return a table that was read with all of its columns, else None."""
        raw = self.tables.get(name)
        return raw if raw and not raw.missing else None


def line_of(source: str, value: str, turn: int = 1) -> int:
    """Return the line of the descriptor where a JSON text stands for the `turn`-th time, else 1."""
    found = [match.start() for match in re.finditer(re.escape(json.dumps(value, ensure_ascii=False)), source)]
    return source.count("\n", 0, found[turn - 1]) + 1 if len(found) >= turn else 1


def read(folder: Path) -> Package:
    """Return what a folder holds. Never raises for what a person may have put there."""
    problems: list[Problem] = []
    descriptor, source = _descriptor(folder, problems)
    resources = dict(_resources(descriptor, source, problems)) if descriptor else {}
    tables = {}
    for name, (file, _) in resources.items():
        if raw := _table(folder, file, TABLES[name], source, problems):
            tables[name] = raw
    if descriptor:
        problems += _unlisted(folder, resources)
    vocabularies = dict(_vocabularies(resources, source, problems))
    return Package(descriptor, source, frozenset(resources), tables, vocabularies, tuple(problems))


def _descriptor(folder: Path, problems: list[Problem]) -> tuple[Mapping[str, Any], str]:
    """Return the package's description and its text; both empty if it cannot be read."""
    try:
        source = (folder / DESCRIPTOR).read_bytes().decode("utf-8-sig")
        descriptor = json.loads(source)
    except OSError:
        problems.append(Problem(DESCRIPTOR, 1, "", f"cannot be read in '{folder.name}'; a data folder has this file"))
        return {}, ""
    except UnicodeDecodeError as error:
        problems.append(Problem(DESCRIPTOR, *_encoding_fault(error)))
        return {}, ""
    except json.JSONDecodeError as error:
        problems.append(
            Problem(DESCRIPTOR, error.lineno, "", f"is no JSON: {error.msg} at character {error.colno}")
        )
        return {}, ""
    if not isinstance(descriptor, dict) or not isinstance(descriptor.get("resources"), list):
        problems.append(Problem(DESCRIPTOR, 1, "resources", "is missing; list the tables, as a data package does"))
        return {}, ""
    for key in ("name", "title"):
        if not isinstance(descriptor.get(key), str) or not descriptor[key].strip():
            problems.append(Problem(DESCRIPTOR, 1, key, "is empty; it must be filled"))
    return descriptor, source


def _resources(
    descriptor: Mapping[str, Any], source: str, problems: list[Problem]
) -> Iterator[tuple[str, tuple[str, Mapping[str, Any]]]]:
    """Yield each table's name, file and description."""
    seen: list[str] = []
    for number, resource in enumerate(descriptor["resources"], start=1):
        name, path = (resource.get(key) if isinstance(resource, dict) else None for key in ("name", "path"))
        line = line_of(source, str(name), seen.count(str(name)) + 1)
        if not isinstance(name, str) or not isinstance(path, str):
            problem = f"number {number} has no name or no path; give both as text"
        elif name not in TABLES:
            problem = f"'{name}' is no table{guess(name, TABLES) or '; allowed: ' + ', '.join(TABLES)}"
        elif name in seen:
            problem = f"'{name}' is listed twice; once is enough"
        elif not re.fullmatch(r"[\w.-]+\.csv", path, re.ASCII):
            problem = f"'{path}' is no CSV file of this folder; write a name such as {name}.csv"
        else:
            problem = ""
            yield name, (path, resource)
        seen.append(str(name))
        if problem:
            problems.append(Problem(DESCRIPTOR, line, "resources", problem))
    for table in TABLES.values():
        if table.required and table.name not in seen:
            problems.append(
                Problem(DESCRIPTOR, 1, "resources", f"'{table.name}' is not listed; every data folder has it")
            )


def _unlisted(folder: Path, resources: Mapping[str, tuple[str, Mapping[str, Any]]]) -> Iterator[Problem]:
    """Yield a problem for each table that lies in the folder but that nobody would read."""
    files = {file for file, _ in resources.values()}
    for name in TABLES:
        if name not in resources and f"{name}.csv" not in files and (folder / f"{name}.csv").is_file():
            message = f"'{name}.csv' lies in the folder but is not listed; list it or take it away"
            yield Problem(DESCRIPTOR, 1, "resources", message)


def _vocabularies(
    resources: Mapping[str, tuple[str, Mapping[str, Any]]], source: str, problems: list[Problem]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the data set's own vocabularies, from `constraints.enum` of the fields that have one."""
    for name in OWN_VOCABULARIES:
        table, column = name.split(".")
        if table not in resources:
            continue
        found = _enum(resources[table][1], column)
        if found is None or len(set(found)) < len(found) or not all(_is_word(word) for word in found):
            line = line_of(source, table)
            message = "has no list of words; give constraints.enum, each word once, without ';' or spaces at its ends"
            problems.append(Problem(DESCRIPTOR, line, name, message))
        else:
            yield name, tuple(found)


def _enum(resource: Mapping[str, Any], column: str) -> list[Any] | None:
    """Return `constraints.enum` of a field, or None if there is none of the right shape."""
    found: Any = resource.get("schema")
    fields = found.get("fields") if isinstance(found, dict) else None
    for found in fields if isinstance(fields, list) else []:
        if isinstance(found, dict) and found.get("name") == column:
            constraints = found.get("constraints")
            words = constraints.get("enum") if isinstance(constraints, dict) else None
            return words if isinstance(words, list) else None
    return None


def _is_word(word: object) -> bool:
    return isinstance(word, str) and bool(word) and word == word.strip() and ";" not in word


def _encoding_fault(error: UnicodeDecodeError) -> tuple[int, str, str]:
    """Return line, column and message for bytes that are not UTF-8."""
    line = error.object.count(b"\n", 0, error.start) + 1
    byte = error.object[error.start]
    return line, "", f"byte 0x{byte:02x} at position {error.start} is not UTF-8; save the file as UTF-8"


def _table(
    folder: Path, file: str, table: Table, source: str, problems: list[Problem]
) -> RawTable | None:
    """Return a CSV file as text, or None if its cells cannot be told apart."""
    try:
        text = (folder / file).read_bytes().decode("utf-8")
    except OSError:
        line = line_of(source, file)
        problems.append(Problem(DESCRIPTOR, line, "resources", f"'{file}' cannot be read; put it into the folder"))
        return None
    except UnicodeDecodeError as error:
        problems.append(Problem(file, *_encoding_fault(error)))
        return None
    records = _records(file, text.removeprefix("\ufeff"), problems)
    if records is None:
        return None
    if not records:
        problems.append(Problem(file, 1, "", f"is empty; its first line is {','.join(table.names)}"))
        return None
    return _raw_table(file, table, records, problems)


def _records(file: str, text: str, problems: list[Problem]) -> list[tuple[int, list[str]]] | None:
    """Return the records with their first lines, or None if the quoting is broken."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    records, line = [], 1
    try:
        for record in reader:
            records.append((line, record))
            line = reader.line_num + 1
    except csv.Error as error:
        message = f"broken quoting in the record that begins here ({error}); close each quote, double a quote in a text"
        problems.append(Problem(file, line, "", message))
        return None
    return records


def _raw_table(
    file: str, table: Table, records: list[tuple[int, list[str]]], problems: list[Problem]
) -> RawTable | None:
    """Return the records as a frame; ragged ones are left out, named as problems, and keep their key."""
    (_, header), *body = records
    if twice := next((name for name in header if header.count(name) > 1), None):
        problems.append(Problem(file, 1, twice, "the column stands twice; once is enough"))
        return None
    even = [(line, record) for line, record in body if len(record) == len(header)]
    for line, record in body:
        if len(record) != len(header):
            found = f"{len(record)} cells" if record else "an empty line"
            problems.append(Problem(file, line, "", f"{found}; the header has {len(header)} columns"))
    if not body:
        problems.append(Problem(file, 1, "", "has no rows; fill the table or take it out of the package"))
    found = pd.DataFrame([record for _, record in even], index=[line for line, _ in even], columns=header, dtype="str")
    place = header.index(table.key) if table.key in header else None
    keys = {record[place] for _, record in body if len(record) > place} if place is not None else set()
    cells = found.reindex(columns=list(table.names), fill_value="")
    return RawTable(file, table, found, cells, frozenset(keys))
