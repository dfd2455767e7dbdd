"""The table of measures as HTML: numbers with bars, definitions on the spot, and ways to take it along."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from markupsafe import Markup

from timeline.comparison import values
from timeline.comparison.cases import Case
from timeline.comparison.definition import RESEARCH
from timeline.comparison.reach import PEOPLE
from timeline.comparison.table import Cell, Row, Table, ordered, table
from timeline.dataset import Dataset
from timeline.figures.doors import as_list
from timeline.markup import Content, join, tag
from timeline.view import View
from timeline.web.marks import link, mark, marked
from timeline.web.pages.person import person_link
from timeline.web.reading import href

PATH = "/compare"


def measures(dataset: Dataset, view: View, *, all_rows: bool = True) -> Markup:
    """Return the table of measures: groups, columns, each number with a bar, its definition beside it.

    A click on a measure's name puts the columns in its order. Two columns face each other.
    """
    whole = table(dataset, view)
    found = ordered(whole.only(leading=not all_rows), view.sort)
    groups = groupby(found.rows, key=lambda row: row.measure.group)
    bodies = [_group(name, list(rows), found.columns, view) for name, rows in groups]
    facing = " facing" if len(found.columns) == 2 else ""
    return tag(
        "section",
        _head(view, found, len(whole.rows)),
        tag("p", RESEARCH, class_="muted") if view.by == "season" else None,
        tag("div", tag("table", _columns(found, view), *bodies), class_="scroll", tabindex="0", role="region",
            aria_label="Measures", style=f"--cases:{len(found.columns)}"),
        class_=f"measures{facing}",
    )  # fmt: skip


def _head(view: View, found: Table, count: int) -> Markup:
    """Return title, how many measures are in sight, and what can be taken along."""
    shown = len(found.rows)
    every = link(f"All {count} measures", view.but(show="table"), PATH, class_="button")
    note = f"{shown} of {count}. Bold: the highest among complete ones. "
    note += "Columns stand by it." if _sorted(found, view) else "A click on a name sorts the columns."
    return tag(
        "div",
        tag("h3", "Measures"),
        tag("span", note, class_="muted"),
        tag("span", class_="space"),
        every if shown < count else None,
        _copy("Copy as Markdown", href(view, f"{PATH}.md")),
        _copy("Copy for a spreadsheet", href(view, f"{PATH}.tsv")),
        tag("a", "CSV", href=href(view, f"{PATH}.csv"), download=True, class_="button", title="Download"),
        class_="row",
    )


def _copy(text: str, address: str) -> Markup:
    return tag("button", text, type="button", class_="button", data_copies=address)


def _sorted(found: Table, view: View) -> bool:
    return any(row.measure.id == view.sort for row in found.rows)


def _columns(found: Table, view: View) -> Markup:
    heads = (_head_of(case, view) for case in found.columns)
    last = tag("th", "What it counts", scope="col", class_="definition")
    return tag("thead", tag("tr", tag("th", "Measure", scope="col"), heads, last))


def _head_of(case: Case, view: View) -> Markup:
    person = view.by == "person"
    partial = tag("span", case.partial, class_="muted") if case.partial else None
    drawn = None if person else mark(case.dataset, case.season)
    return tag("th", drawn, case.name if person else case.short, partial, scope="col", title=case.name)


def _group(name: str, rows: Sequence[Row], columns: Sequence[Case], view: View) -> Markup:
    lines = [_row(row, columns, view) for row in rows]
    span = str(len(columns) + 2)
    return tag("tbody", tag("tr", tag("th", name, colspan=span, scope="rowgroup", class_="group")), *lines)


def _row(row: Row, columns: Sequence[Case], view: View) -> Markup:
    cells = [
        _cell(cell, case, _text(row, cell, case, view)) for cell, case in zip(row.cells, columns, strict=True)
    ]
    return tag(
        "tr",
        tag("th", _name(row, view), scope="row"),
        *cells,
        tag("td", row.measure.definition, class_="definition"),
        data_measure=row.measure.id,
    )


def _name(row: Row, view: View) -> Content:
    """Return a measure's name, which puts the columns in its order, or back in that of the story."""
    m = row.measure
    if all(values.size(cell.value) is None for cell in row.cells) or len(row.cells) < 2:
        return m.name
    if m.id == view.sort:
        return link((m.name, " ↓"), view.but(sort=""), PATH, title="Back to the order of the story")
    return link(m.name, view.but(sort=m.id), PATH, title=f"Sort by: {m.name}")


_COUNTED = {"events": {}, "turning-points": {"importance": 1}, "weighty": {"importance": 2}}
_SHARED = {"told": "told", "field": "category", "relation": "relation"}


def _text(row: Row, cell: Cell, case: Case, view: View) -> Markup:
    """Return a number that leads to what it counts: events as a list, people by their names."""
    name = "b" if cell.highest else "span"
    id_ = row.measure.id
    if case.by != "season" or cell.text in "0–":
        return tag(name, cell.text)
    if id_ in PEOPLE:
        names = case.dataset.people["name"]
        return _named(name, cell, view, [(person, str(names[person])) for person in PEOPLE[id_](case)])
    kind, _, value = id_.partition("-")
    narrowed = _COUNTED.get(id_, {_SHARED[kind]: (value,)} if kind in _SHARED else None)
    if narrowed is None:
        return tag(name, cell.text)
    to = as_list(view, season=(case.season,), **narrowed)
    return tag(name, tag("a", cell.text, href=to, title="Show these events"))


def _named(name: str, cell: Cell, view: View, people: Sequence[tuple[str, str]]) -> Markup:
    """Return a number that opens the names of those whom it counts."""
    start = View(seen=view.seen, theme=view.theme)
    ranked = sorted(people, key=lambda each: each[1])
    lines = [tag("li", person_link(person, text, start)) for person, text in ranked]
    return tag("details", tag("summary", tag(name, cell.text), title="Show who"), tag("ul", lines))


def _cell(cell: Cell, case: Case, text: Markup) -> Markup:
    """Return a number and its bar: signed ones run from the middle, unsure parts are pale."""
    why = cell.value.why if isinstance(cell.value, values.Unknown) else None
    kind = " ".join(name for name, on in (("partial", case.partial), ("none", cell.text in "0–")) if on)
    return tag("td", join(text, _bar(cell, case)), class_=kind or None, title=why)


def _bar(cell: Cell, case: Case) -> Markup | None:
    if cell.bar is None or (isinstance(cell.value, values.Words) and not cell.value.rank):
        return None
    # Two people of one season would have one colour, which says nothing of either.
    colour = "" if case.by == "person" else marked(case.dataset, case.season)[1]
    signed = isinstance(cell.value, values.Number) and cell.value.signed
    wide = abs(cell.bar) * (50 if signed else 100)
    start = (50 - wide if cell.bar < 0 else 50) if signed else 0
    parts = [(start, wide, "rest" if cell.sure is not None else "sure")]
    if cell.sure is not None:
        parts.append((0, min(cell.sure, 1) * 100, "sure"))
    drawn = [
        tag("i", class_=name, style=f"left:{left:.1f}%;width:{width:.1f}%;{colour}")
        for left, width, name in parts
        if width
    ]
    return tag("span", *drawn, class_="bar signed" if signed else "bar", aria_hidden="true")
