"""Colours and marks: each can be told from its ground and from its neighbours."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

from tests.made import made
from tests.sets import MANKIND
from timeline import theme
from timeline.dataset import load

GROUNDS = ("ground", "panel", "sheet", "gap")


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour like #1C80C4, as WCAG defines it."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_measured_as_it_should_be() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize(("dark", "ground"), list(product([False, True], GROUNDS)))
def test_season_marks_stand_out_on_every_ground(dark: bool, ground: str) -> None:
    for season in MANKIND.seasons.index:
        colour, _ = theme.season_mark(MANKIND, int(season))
        assert contrast(colour, theme.tokens(dark=dark)[ground]) >= 3


@pytest.mark.parametrize(("dark", "ground"), list(product([False, True], GROUNDS)))
@pytest.mark.parametrize("token", ["text", "second", "muted"])
def test_texts_can_be_read_on_every_ground(dark: bool, ground: str, token: str) -> None:
    tokens = theme.tokens(dark=dark)
    assert contrast(tokens[token], tokens[ground]) >= 4.5


def test_both_grounds_have_the_same_tokens() -> None:
    assert theme.DARK.keys() == theme.LIGHT.keys()
    for name, colour in [*theme.DARK.items(), *theme.LIGHT.items()]:
        assert name == "name" or re.fullmatch("#[0-9A-F]{6}", colour)


def test_every_season_has_a_mark_of_its_own(tmp_path: Path) -> None:
    dataset = load(made(tmp_path, 60, seasons=24))
    marks = {theme.season_mark(dataset, int(season)) for season in dataset.seasons.index}
    assert len(marks) == 25
    assert [theme.season_mark(dataset, season)[1] for season in range(1, 6)] == [
        *("circle", "square", "diamond", "triangle-up", "hexagon")
    ]


@pytest.mark.parametrize("symbol", ["circle", "square", "diamond", "triangle-up", "hexagon", "star"])
def test_marks_of_one_size_fill_a_cell_and_look_alike(symbol: str) -> None:
    assert 0.6 * 7.5 < theme.cell_size(symbol, 7.5) < 7.5
    assert 0.8 * 11 < theme.mark_size(symbol, 11) < 1.25 * 11


@pytest.mark.parametrize("dark", [False, True])
def test_a_template_paints_its_ground(dark: bool) -> None:
    layout = theme.template(dark=dark)["layout"]
    assert layout["paper_bgcolor"] == layout["plot_bgcolor"] == theme.tokens(dark=dark)["ground"]
    assert layout["font"]["family"] == theme.FONT


def test_no_graph_offers_a_cloud() -> None:
    assert theme.GRAPH_CONFIG["showSendToCloud"] is False
    assert theme.GRAPH_CONFIG["displaylogo"] is False
