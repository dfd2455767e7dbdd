"""The comparison as HTML: sentences, where everyone is, the table of measures; each from (Dataset, View)."""

from __future__ import annotations

from markupsafe import Markup

from timeline import gate
from timeline.comparison import sentences
from timeline.comparison.cases import Case, cases
from timeline.comparison.sentences import Sentence
from timeline.dataset import Dataset
from timeline.markup import join, tag
from timeline.view import View


def summary(dataset: Dataset, view: View) -> Markup:
    """Return the sentences over all columns; or why there is nothing to compare."""
    columns = cases(dataset, view)
    notes = [tag("p", text, class_="note") for text in said(dataset, view)]
    told = sentences.summary(columns) if view.by == "season" else ()
    found = [tag("p", _runs(sentence)) for sentence in told]
    return tag("div", *found, *notes, class_="sentences") if found or notes else Markup()


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
    if view.by == "season" and any(case.narrowed for case in columns):
        notes.append("Spans, jumps and waits are those of the whole seasons, whatever the filters leave.")
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
