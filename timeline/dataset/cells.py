"""What a single cell may hold, and the pandera schemas made of that."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial

import pandas as pd
import pandera.pandas as pa

from timeline import dates
from timeline.dataset.package import RawTable
from timeline.dataset.problems import Problem, guess
from timeline.schema import Column, Table, Vocabularies

_PATTERNS: Mapping[str, tuple[str, str]] = {
    "id": (r"[a-z0-9]+(-[a-z0-9]+)*", "is no id; write a-z, 0-9 and single hyphens, as in red-moon"),
    "episode": (r"S[1-9]\d*E\d\d+", "is no episode id; write season and number, as in S1E01"),
    "number": (r"0|[1-9]\d{0,5}", "is no whole number; write 0, 1, 2 ..."),
    "address": (r"https?://[^\s/]+\S*", "is no address; write one that begins with https:// or http://"),
    "query": (r"[^\s?][^\s]*", "is no query; write it without '?' and spaces, as in tag=first&importance=2"),
}


def fault(cell: str, column: Column, choices: tuple[str, ...] | None) -> str:
    """Return what is wrong with a cell and what is allowed, as one sentence, or nothing.

    `choices` are the words of a vocabulary; None allows any. References are not followed here.
    """
    if not cell:
        return "is empty; it must be filled" if column.required else ""
    if cell != cell.strip():
        return f"'{cell}' has a space at an end; take it away"
    parts = cell.split(";") if column.many else [cell]
    if column.many and (problem := _list_fault(cell, parts)):
        return problem
    return next((problem for part in parts if (problem := _part_fault(part, column, choices))), "")


def _list_fault(cell: str, parts: list[str]) -> str:
    """Return what is wrong with the way in which a list is joined, or nothing."""
    if "" in parts:
        return f"'{cell}' has an empty item; join items with one ';' and end without"
    if any(part != part.strip() for part in parts):
        return f"'{cell}' has a space beside ';'; join items with ';' alone"
    twice = next((part for part in parts if parts.count(part) > 1), "")
    return f"'{cell}' names '{twice}' twice; once is enough" if twice else ""


def _part_fault(part: str, column: Column, choices: tuple[str, ...] | None) -> str:
    """Return what is wrong with one item of a cell, or nothing."""
    if column.kind in _PATTERNS:
        pattern, message = _PATTERNS[column.kind]
        return "" if re.fullmatch(pattern, part, re.ASCII) else f"'{part}' {message}"
    if column.kind == "date":
        try:
            dates.parse(part)
        except dates.DateError as error:
            return str(error)
    if choices is not None and part not in choices:
        allowed = f"write one of: {', '.join(choices)}" if choices else "the package lists no words for it"
        return f"'{part}' is not allowed; {allowed}"
    if column.longest and len(part) > column.longest:
        return f"'{part}' has {len(part)} characters; at most {column.longest} fit"
    return ""


def faults(table: Table, vocabularies: Vocabularies) -> Mapping[str, Callable[[str], str]]:
    """Return for each column the function from a cell to its fault.

    Where the data set's own vocabulary is not known, any word passes: that is one problem already.
    """
    return {
        column.name: partial(
            fault,
            column=column,
            choices=vocabularies.get(f"{table.name}.{column.name}", column.choices or None),
        )
        for column in table.columns
    }


def frame_schema(table: Table, vocabularies: Vocabularies) -> pa.DataFrameSchema:
    """Return the pandera schema of a table as read: text everywhere, empty where nothing is known.

    Each column's first check is its fault function; a key's second one refuses doubles.
    """
    columns = {}
    for name, find in faults(table, vocabularies).items():
        checks = [pa.Check(_free_of(find), name="cell")]
        if name == table.key:
            checks.append(pa.Check(_unlike, name="unique"))
        columns[name] = pa.Column(None, checks=checks)
    return pa.DataFrameSchema(columns, strict=True, ordered=True)


def _free_of(find: Callable[[str], str]) -> Callable[[pd.Series], pd.Series]:
    """Return the check that no cell has the fault that `find` looks for."""

    def free(cells: pd.Series) -> pd.Series:
        sound = {cell: not find(cell) for cell in set(cells)}
        return pd.Series([sound[cell] for cell in cells], index=cells.index, dtype=bool)

    return free


def _unlike(cells: pd.Series) -> pd.Series:
    """Tell which cells no earlier one equals; empty ones are another check's matter."""
    return (cells == "") | ~cells.duplicated()


def check(raw: RawTable, vocabularies: Vocabularies) -> Iterator[Problem]:
    """Yield what is wrong with a table's columns and cells, each by itself."""
    schema = frame_schema(raw.table, vocabularies)
    try:
        schema.validate(raw.found, lazy=True)
    except pa.errors.SchemaErrors as errors:
        failures = errors.failure_cases
    else:
        return
    yield from _column_problems(raw, set(failures["check"]))
    find = faults(raw.table, vocabularies)
    for case in failures[failures["index"].notna()].itertuples():
        column, cell, line = str(case.column), str(case.failure_case), int(case.index)
        if case.check == "unique":
            first = raw.cells.index[raw.cells[column] == cell][0]
            yield Problem(
                raw.file, line, column, f"'{cell}' stands in line {first} already; each {column} once"
            )
        else:
            yield Problem(raw.file, line, column, find[column](cell))


def _column_problems(raw: RawTable, checks: set[str]) -> Iterator[Problem]:
    """Yield what is wrong with the header; the order counts only when all columns are there."""
    names, found = raw.table.names, tuple(raw.found.columns)
    allowed = ", ".join(names)
    if "column_in_dataframe" in checks or "column_in_schema" in checks:
        for name in names:
            if name not in found:
                yield Problem(raw.file, 1, name, f"the column is missing; the columns are {allowed}")
        for name in found:
            if name not in names:
                hint = guess(name, set(names) - set(found)) or f"; the columns are {allowed}"
                yield Problem(raw.file, 1, name, f"there is no such column{hint}")
    elif "column_ordered" in checks:
        name = next(name for name, place in zip(found, names, strict=True) if name != place)
        yield Problem(raw.file, 1, name, f"the column stands in another place; the order is {allowed}")
