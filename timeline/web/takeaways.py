"""The comparison's table as text: to paste as Markdown or into a spreadsheet, to keep as CSV."""

from __future__ import annotations

from flask import Flask, Response

from timeline.comparison import takeaway
from timeline.comparison.table import ordered, table
from timeline.dataset import Dataset
from timeline.web.replies import asked, kept

_FORMS = {
    "csv": (takeaway.as_csv, "text/csv"),
    "md": (takeaway.markdown, "text/markdown"),
    "tsv": (takeaway.tsv, "text/tab-separated-values"),
}


def register(server: Flask, dataset: Dataset) -> None:
    """Add the addresses of the comparison's table to a server."""

    @server.get("/compare.<any(csv, md, tsv):form>")
    def compared(form: str) -> Response:
        reading = asked(dataset)
        write, kind = _FORMS[form]
        text = write(ordered(table(reading.dataset, reading.view), reading.view.sort))
        name = f'attachment; filename="{dataset.name}-compare.csv"'
        return kept(Response(text, mimetype=kind), {"Content-Disposition": name} if form == "csv" else None)
