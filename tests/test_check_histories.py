"""What a data folder may say of its comparison with our history, and what is wrong with it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.folders import copy, lines, swap

folder = pytest.fixture(copy)

HISTORIES = {
    '"lines"': "histories: is no object; it may hold headline, fields, without_lead",
    '{"headlines": "x"}': "histories: 'headlines' is no part of it; did you mean 'headline'?",
    '{"headline": 1}': "histories: headline is no text of at most 90 characters",
    '{"fields": {"Space": ["science"]}}': "histories: fields is no list of fields; "
    'write each as {"name": "Space", "categories": ["flight"]}',
    '{"without_lead": "death"}': "histories: without_lead is no list of words",
    '{"without_lead": ["deaths"]}': "histories: without_lead names 'deaths', "
    "which is no word of the data set; did you mean 'death'?",
}


@pytest.mark.parametrize("written", HISTORIES)
def test_a_comparison_is_written_as_it_should_be(written: str, folder: Path) -> None:
    swap(folder, "datapackage.json", '"version"', f'"histories": {written},\n"version"')
    assert [re.sub(r":\d+:", ":", line) for line in lines(folder)] == [
        f"datapackage.json: {HISTORIES[written]}"
    ]


def test_every_category_stands_in_one_field(folder: Path) -> None:
    fields = (
        '[{"name": "A", "categories": ["science", "politics"]}, {"name": "B", "categories": ["politics"]}]'
    )
    swap(folder, "datapackage.json", '"version"', f'"histories": {{"fields": {fields}}},\n"version"')
    assert [line.split("histories: ")[1] for line in lines(folder)] == [
        "'people' stands in 0 fields; each category has one",
        "'politics' stands in 2 fields; each category has one",
        "'transport' stands in 0 fields; each category has one",
    ]


def test_a_direction_must_be_possible(folder: Path) -> None:
    swap(folder, "events.csv", "atlantic-cable-1858,earlier", "atlantic-cable-1858,later")
    assert lines(folder) == [
        "events.csv:15: relation: 'later' cannot be: '1857-08' against '1858-08-05' in our history"
    ]
    swap(folder, "our_history.csv", "1858-08-05", "1858~")
    assert lines(folder) == []
