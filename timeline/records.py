"""The selection as data: what was asked, and the events, as plain values and as lines of CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from timeline.dataset import Dataset
from timeline.query import heading, select
from timeline.schema import TABLES
from timeline.view import View

COLUMNS = (*TABLES["events"].names, "words")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def selection(dataset: Dataset, view: View, notices: Sequence[str] = ()) -> dict[str, Any]:
    """Return the selection as plain values: what was asked, what was not understood, and the events."""
    return {
        "title": dataset.title,
        "heading": ", ".join(heading(dataset, view)),
        "query": view.to_query(),
        "notices": list(notices),
        "count": len(select(dataset, view)),
        "events": list(_records(dataset, view)),
    }


def as_json(dataset: Dataset, view: View, notices: Sequence[str] = ()) -> str:
    """Return the selection as JSON for people to read."""
    return json.dumps(selection(dataset, view, notices), ensure_ascii=False, indent=1)


def _records(dataset: Dataset, view: View) -> Iterator[dict[str, Any]]:
    for row in select(dataset, view)[list(COLUMNS)].itertuples(index=False, name=None):
        yield dict(zip(COLUMNS, row, strict=True))


def lines(dataset: Dataset, view: View) -> Iterator[str]:
    """Yield the selection as lines of CSV, lists joined with ';'."""
    yield _line(COLUMNS)
    for record in _records(dataset, view):
        yield _line(";".join(value) if isinstance(value, tuple) else str(value) for value in record.values())


def _line(cells: Iterable[str]) -> str:
    written = io.StringIO()
    csv.writer(written).writerow(harmless(cell) for cell in cells)
    return written.getvalue()


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
