"""The table to take along: Markdown and TSV to paste, CSV to keep; and the definitions for the docs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from timeline.comparison import values
from timeline.comparison.definition import RESEARCH
from timeline.comparison.measures import measures
from timeline.comparison.table import Row, Table
from timeline.dataset import Dataset
from timeline.view import COMPARED

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for a formula."""


def markdown(table: Table) -> str:
    """Return the table as Markdown, values as the page says them."""
    head = ["", *_names(table)]
    rows = [[_name(row), *(cell.text for cell in row.cells)] for row in table.rows]
    ruled = ["---", *["---:"] * len(table.columns)]
    return "\n".join(f"| {' | '.join(_escaped(line))} |" for line in (head, ruled, *rows)) + "\n"


def tsv(table: Table) -> str:
    """Return the table as tab-separated text: pasted into a spreadsheet it falls into its cells."""
    rows = [["", *_names(table)]]
    rows += [[_name(row), *(cell.text for cell in row.cells)] for row in table.rows]
    return "".join("\t".join(cell.replace("\t", " ") for cell in line) + "\n" for line in rows)


def as_csv(table: Table) -> str:
    """Return the table as CSV, one line a measure with its definition, values as numbers.

    Shares are shares of 1, a span is its shortest and longest days as 92/225; what is unknown is empty.
    """
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["measure", "group", "name", "unit", *_ids(table), "definition"])
    for row in table.rows:
        m = row.measure
        found = (values.raw(cell.value) for cell in row.cells)
        writer.writerow([m.id, m.group, m.name, m.unit, *map(_safe, found), m.definition])
    return file.getvalue()


def definitions(dataset: Dataset) -> str:
    """Return all definitions as Markdown tables for the docs: the texts that the page shows."""
    return "\n".join([RESEARCH, *(line for by in COMPARED for line in _defined(dataset, by))])


def _defined(dataset: Dataset, by: str) -> Iterator[str]:
    yield from ("", f"| of a {by} | what it counts |", "| --- | --- |")
    for m in measures(dataset, by):
        yield f"| {' | '.join(_escaped((f'{m.group}: {m.name}', m.definition)))} |"


def _name(row: Row) -> str:
    """Return a measure's name with its group: a bare "Scene" says too little where no heading stands."""
    return f"{row.measure.group}: {row.measure.name}"


def _names(table: Table) -> list[str]:
    return [f"{case.name} ({case.partial})" if case.partial else case.name for case in table.columns]


def _ids(table: Table) -> list[str]:
    return [f"{case.id} ({case.partial})" if case.partial else case.id for case in table.columns]


def _escaped(cells: Iterable[str]) -> list[str]:
    return [cell.replace("|", "\\|").replace("\n", " ") for cell in cells]


def _safe(cell: str) -> str:
    """Return a text that no spreadsheet runs; a negative number stays one."""
    try:
        float(cell)
    except ValueError:
        return f"'{cell}" if cell.startswith(_FORMULA) else cell
    return cell
