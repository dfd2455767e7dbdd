"""The comparison as HTML: sentences, where everyone is, the table of measures; each from (Dataset, View)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from markupsafe import Markup

from timeline import gate
from timeline.comparison import sentences, values
from timeline.comparison.board import Life, Stay, board
from timeline.comparison.cases import Case, cases
from timeline.comparison.definition import RESEARCH
from timeline.comparison.sentences import Sentence
from timeline.comparison.states import State
from timeline.comparison.table import Cell, Row, table
from timeline.dataset import Dataset
from timeline.view import View
from timeline.web.marks import mark, marked
from timeline.web.markup import join, tag


def summary(dataset: Dataset, view: View) -> Markup:
    """Return the sentences over all columns; or why there is nothing to compare."""
    columns = cases(dataset, view)
    notes = [tag("p", text, class_="note") for text in said(dataset, view)]
    if view.by != "season":
        return tag("div", *notes, class_="sentences")
    found = [tag("p", _runs(sentence)) for sentence in sentences.summary(columns)]
    return tag("div", *found, *notes, class_="sentences")


def said(dataset: Dataset, view: View) -> list[str]:
    """Return what must be known before anything is compared: one column only, the gate, partial seasons."""
    columns = cases(dataset, view)
    notes = []
    if not columns:
        notes.append("There is nothing to compare.")
    elif len(columns) == 1:
        notes.append(f"Only {columns[0].name} is here: there is nothing to compare it with.")
    if told := gate.words(view.seen) if gate.asks(dataset) else "":
        notes.append(told)
    notes += [f"{case.name}: {case.partial}. {_full(case)}" for case in columns if case.partial]
    return [note.strip() for note in notes]


def _full(case: Case) -> str:
    return f"{case.reason[:1].upper()}{case.reason[1:]}." if case.reason else ""


def pairs(dataset: Dataset, view: View) -> Markup:
    """Return a sentence or two for each pair of seasons, closed to begin with."""
    found = sentences.pairs(cases(dataset, view)) if view.by == "season" else ()
    if not found:
        return Markup("")
    lines = [
        tag("li", tag("b", f"{a.short} and {b.short}"), " ", [[_runs(each), " "] for each in told])
        for a, b, told in found
    ]
    return tag("details", tag("summary", "Every pair in words"), tag("ul", *lines), class_="pairs")


def _runs(sentence: Sentence) -> Markup:
    return join([tag("b", piece.text) if piece.strong else piece.text for piece in sentence])


def whereabouts(dataset: Dataset, view: View) -> Markup:
    """Return the board of where everyone is, as a table: a row a person, two cells a season."""
    found = board(dataset, view)
    heads = [
        tag("th", mark(case.dataset, case.season), case.name, colspan="2", scope="colgroup", class_="season")
        for case in found.seasons
    ]
    dates = [
        tag("th", tag("span", when, class_="muted"), " ", moment.words, scope="col")
        for both in found.moments
        for when, moment in zip(("opens", "ends"), both, strict=True)
    ]
    rows = [_life(life) for life in found.lives]
    rest = f"{found.others} more people are named in these seasons." if found.others else None
    return tag(
        "section",
        tag("h2", "Where everyone is"),
        tag("div", tag(
            "table",
            tag("thead", tag("tr", tag("th", "Person", rowspan="2", scope="col"), *heads), tag("tr", *dates)),
            tag("tbody", *rows),
        ), class_="scroll", tabindex="0", role="region", aria_label="Where everyone is"),
        tag("p", rest, class_="muted") if rest else None,
        class_="board",
    )  # fmt: skip


def _life(life: Life) -> Markup:
    return tag(
        "tr", tag("th", life.name, scope="row"), *(cell for stay in life.stays for cell in _stay(stay))
    )


def _stay(stay: Stay) -> Iterable[Markup]:
    """Yield the two cells of a stay; one over both where nothing differs and nobody is there."""
    if stay.start == stay.end and stay.start.life != "alive":
        yield tag("td", _state(stay.start), colspan="2", class_="away")
        return
    flags = [tag("span", text, class_="flag") for text in (["new"] if stay.new else []) + _gone(stay)]
    yield tag("td", _state(stay.start), *flags[: 1 if stay.new else 0])
    yield tag(
        "td", _state(stay.end), *flags[1 if stay.new else 0 :], class_="changed" if stay.changes else None
    )


def _gone(stay: Stay) -> list[str]:
    return [stay.gone] if stay.gone == "last seen" else []


def _state(state: State) -> Markup:
    if state.life == "dead":
        return tag("span", "dead" if not state.since else f"dead · {state.since}", class_="muted")
    if state.life != "alive":
        return tag("span", "not born yet" if state.life == "unborn" else "not met yet", class_="muted")
    post = f"{state.post} (last told)" if state.post and not state.sure else state.post
    aside = " · ".join(part for part in (state.place, state.age) if part)
    return join(
        tag("span", post or "post not told", class_=None if post else "muted"),
        tag("span", aside, class_="aside") if aside else None,
    )


def measures(dataset: Dataset, view: View, *, all_rows: bool = True) -> Markup:
    """Return the table of measures: groups, columns, each number with a bar, its definition beside it."""
    found = table(dataset, view).only(leading=not all_rows)
    heads = [
        tag("th", mark(case.dataset, case.season), case.short if view.by == "season" else case.name,
            tag("span", case.partial, class_="muted") if case.partial else None, scope="col", title=case.name)
        for case in found.columns
    ]  # fmt: skip
    groups = groupby(found.rows, key=lambda row: row.measure.group)
    bodies = [_group(name, list(rows), found.columns) for name, rows in groups]
    head = tag("tr", tag("th", "Measure", scope="col"), *heads, tag("th", "What it counts", scope="col"))
    return tag(
        "section",
        tag("h2", "Measures"),
        tag("p", RESEARCH, class_="muted"),
        tag("div", tag("table", tag("thead", head), *bodies), class_="scroll", tabindex="0", role="region",
            aria_label="Measures"),
        class_="measures",
    )  # fmt: skip


def _group(name: str, rows: Sequence[Row], columns: Sequence[Case]) -> Markup:
    lines = [_row(row, columns) for row in rows]
    span = str(len(columns) + 2)
    return tag("tbody", tag("tr", tag("th", name, colspan=span, scope="rowgroup", class_="group")), *lines)


def _row(row: Row, columns: Sequence[Case]) -> Markup:
    cells = [_cell(cell, case) for cell, case in zip(row.cells, columns, strict=True)]
    definition = tag("td", row.measure.definition, class_="definition")
    return tag(
        "tr", tag("th", row.measure.name, scope="row"), *cells, definition, data_measure=row.measure.id
    )


def _cell(cell: Cell, case: Case) -> Markup:
    """Return a number and its bar: signed ones run from the middle, unsure parts are pale."""
    why = cell.value.why if isinstance(cell.value, values.Unknown) else None
    text = tag("b", cell.text) if cell.highest else tag("span", cell.text)
    kind = " ".join(name for name, on in (("partial", case.partial), ("none", cell.text in "0–")) if on)
    return tag(
        "td", text, _bar(cell, case), class_=kind or None, title=why, data_sort=values.size(cell.value)
    )


def _bar(cell: Cell, case: Case) -> Markup | None:
    if cell.bar is None or (isinstance(cell.value, values.Words) and not cell.value.rank):
        return None
    _, colour = marked(case.dataset, case.season)
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
