"""The bundled set's README: its tables, columns and vocabularies are the program's."""

from __future__ import annotations

import re

import pytest

from tests.conftest import BUNDLED
from tests.sets import MANKIND
from timeline import schema

README = (BUNDLED / "README.md").read_text("utf-8")
ROWS = {row[0]: row for row in re.findall(r"(?m)^\| `(\w+)` \| (.+?) \| (.+) \|$", README)}
VOCABULARIES = {
    "date_basis": schema.DATE_BASES,
    "told": schema.TOLD,
    "relation": schema.RELATIONS,
    "cause_basis": schema.CAUSE_BASES,
    "confidence": schema.CONFIDENCES,
}


def words(text: str) -> list[str]:
    """Return what stands in backticks outside brackets."""
    return re.findall(r"`([^`]+)`", re.sub(r"\([^()]*\)", "", text))


def said(column: str) -> str:
    """Return what the list of vocabularies says about a column."""
    found = re.search(rf"(?ms)^- `{column}`[^:]*:(.*?)(?=^- |^$)", README)
    assert found, f"the README has no word on {column}"
    return found[1]


def test_every_table_is_explained() -> None:
    assert list(ROWS) == list(schema.TABLES)


@pytest.mark.parametrize("name", schema.TABLES)
def test_every_column_is_named_in_its_order(name: str) -> None:
    assert words(ROWS[name][2]) == list(schema.TABLES[name].names)


@pytest.mark.parametrize("column", VOCABULARIES)
def test_every_word_is_explained(column: str) -> None:
    assert sorted(words(said(column))) == sorted(VOCABULARIES[column])


def test_importances_are_explained() -> None:
    assert re.findall(r"\d", said("importance")) == [str(each) for each in schema.IMPORTANCES]


def test_every_tag_is_named() -> None:
    listed = README.split("Tags: ")[1].split(". ")[0]
    assert tuple(words(listed)) == MANKIND.tags


def test_the_length_of_a_label_is_told() -> None:
    assert f"{schema.LABEL_LENGTH} characters at most" in ROWS["events"][2]
