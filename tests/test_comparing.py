"""The comparison as HTML: what stands in it, what it says of gaps, and that it is escaped."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.made import made
from tests.sets import BRASS, MANKIND
from timeline.comparison.board import board
from timeline.comparison.table import table
from timeline.dataset import load
from timeline.view import COMPARED, View
from timeline.web import comparing, measuring, whereabouts


def plain(markup: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", markup))


@pytest.mark.parametrize("by", COMPARED)
def test_the_table_has_every_measure_with_its_definition(by: str) -> None:
    view = View(by=by)
    html, found = measuring.measures(MANKIND, view), table(MANKIND, view)
    assert re.findall(r'data-measure="([^"]+)"', html) == [row.measure.id for row in found.rows]
    for row in found.rows:
        assert row.measure.definition in plain(html)
    fewer = measuring.measures(MANKIND, view, all_rows=False)
    assert 0 < fewer.count("data-measure") < len(found.rows)


def test_every_cell_of_the_board_is_there() -> None:
    html = whereabouts.whereabouts(MANKIND, View())
    rows = re.findall(r"<tr>(.*?)</tr>", html.split("</thead>")[1])
    assert len(rows) == len(board(MANKIND, View()).lives)
    for row in rows:
        cells = re.findall(r"<td[^>]*>", row)
        assert sum(2 if 'colspan="2"' in cell else 1 for cell in cells) == 10


def test_what_is_missing_is_said() -> None:
    assert any("course of its episodes" in note for note in comparing.said(MANKIND, View()))
    known = MANKIND.until("S2E05")
    notes = " ".join(comparing.said(known, View(seen="S2E05")))
    assert "Shows up to S2E05." in notes
    assert "Season 2: up to episode 5." in notes
    alone = comparing.said(BRASS, View(season=(1,), seen="all"))
    assert alone == ["Only Season 1 is here: there is nothing to compare it with."]
    assert comparing.said(BRASS, View(by="person", q="no such words", seen="all")) == [
        "There is nothing to compare."
    ]


def test_texts_are_escaped(tmp_path: Path) -> None:
    dataset = load(made(tmp_path / "set", 80, seasons=2, spice="<script>x</script>"))
    for html in (
        comparing.summary(dataset, View()),
        comparing.pairs(dataset, View()),
        whereabouts.whereabouts(dataset, View()),
        measuring.measures(dataset, View()),
    ):
        assert "<script>" not in html
    assert "&lt;script&gt;" in whereabouts.whereabouts(dataset, View())


def test_a_gate_shows_nothing_of_later_seasons() -> None:
    known, view = MANKIND.until("S2E05"), View(seen="S2E05")
    words = plain(whereabouts.whereabouts(known, view) + measuring.measures(known, view))
    assert "Season 3" not in words
    assert "dead · Sep – Dec 1983" not in words
