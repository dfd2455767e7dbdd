"""The table of a comparison: rows of values with what a bar shows of each, and which is highest."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from timeline.comparison import values
from timeline.comparison.cases import Case, asked, cases
from timeline.comparison.definition import Measure
from timeline.comparison.measures import measures
from timeline.comparison.values import Range, Value, Words
from timeline.dataset import Dataset
from timeline.view import View

_TIE = 3


@dataclass(frozen=True, slots=True)
class Cell:
    """A value in its row: `bar` is its length, -1 to 1 (None: no bar), `sure` the part of it that is certain.

    `highest` is said only of whole columns, after rounding, and of nobody when three or all tie,
    or where the dates leave open who is first.
    """

    value: Value
    text: str
    bar: float | None
    sure: float | None
    highest: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A measure with its cells, one a column."""

    measure: Measure
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The columns and rows of a comparison."""

    columns: tuple[Case, ...]
    rows: tuple[Row, ...]

    def only(self, *, leading: bool) -> Table:
        """Return the table with its leading rows alone, or all."""
        return Table(self.columns, tuple(row for row in self.rows if row.measure.leading or not leading))


def ordered(found: Table, measure: str) -> Table:
    """Return the table with its columns in the order of one measure, greatest first, unknown ones last.

    The same table where there is no such measure, or none of its values has a size.
    """
    row = next((row for row in found.rows if row.measure.id == measure), None)
    sizes = [values.size(cell.value) for cell in row.cells] if row else []
    if all(size is None for size in sizes):
        return found
    order = sorted(range(len(sizes)), key=lambda i: (sizes[i] is None, -(sizes[i] or 0.0)))
    rows = tuple(Row(each.measure, tuple(each.cells[i] for i in order)) for each in found.rows)
    return Table(tuple(found.columns[i] for i in order), rows)


def table(dataset: Dataset, view: View) -> Table:
    """Return the measures of what the View compares."""
    return _table(dataset, asked(view))


@lru_cache(maxsize=64)
def _table(dataset: Dataset, view: View) -> Table:
    columns = cases(dataset, view)
    found = [(measure, [measure.value(case) for case in columns]) for measure in measures(dataset, view.by)]
    scales: dict[str, float] = {"one": 1.0}
    for measure, row in found:
        if measure.scale != "one":
            name = measure.scale or measure.id
            scales[name] = max([scales.get(name, 0.0), *(abs(values.size(v) or 0.0) for v in row)])
    return Table(columns, tuple(_row(m, row, columns, scales[m.scale or m.id]) for m, row in found))


def _row(measure: Measure, row: list[Value], columns: tuple[Case, ...], scale: float) -> Row:
    best = _highest(row, columns)
    return Row(measure, tuple(_cell(measure, value, scale, i in best) for i, value in enumerate(row)))


def _cell(measure: Measure, value: Value, scale: float, highest: bool) -> Cell:
    size = values.size(value)
    # A date has a rank to be sorted by, but no length.
    drawn = size is not None and scale > 0 and measure.unit != "date"
    bar = size / scale if drawn and size is not None else None
    sure = value.low / scale if isinstance(value, Range) and drawn else None
    return Cell(value, values.text(value), bar, sure, highest)


def _highest(row: list[Value], columns: tuple[Case, ...]) -> frozenset[int]:
    """Return the columns that hold the highest value of the whole ones, as it is written."""
    sized = [
        (i, size, values.text(value).removeprefix("~"))
        for i, value in enumerate(row)
        if not columns[i].partial
        and not isinstance(value, Words)
        and (size := values.size(value)) is not None
    ]
    top = max((size for _, size, _ in sized), default=0.0)
    if top <= 0 or math.isinf(top) or len(sized) < 2:
        return frozenset()
    written = next(text for _, size, text in sized if size == top)
    best = frozenset(i for i, _, text in sized if text == written)
    if any(
        values.bounds(row[i])[1] > values.bounds(row[j])[0]
        for i, _, _ in sized
        for j in best
        if i not in best
    ):
        return frozenset()
    return frozenset() if len(best) >= _TIE or len(best) == len(sized) else best
