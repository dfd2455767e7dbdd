"""The main picture of other data sets: small and large ones, with many seasons or one, with wild texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.made import made
from tests.pictures import assert_sound, drawn, said, trace
from timeline import theme
from timeline.dataset import Dataset, load
from timeline.view import LANES, SCALES, View

KINDS = [*((scale, "world") for scale in SCALES), ("sequence", "told")]
EVIL = ' <script>alert("&amp;")</script> & <b>'


def assert_all_sound(dataset: Dataset) -> None:
    for (scale, order), lanes in zip(KINDS, LANES, strict=False):
        assert_sound(dataset, View(scale=scale, order=order, lanes=lanes, our=True), 1280, 720)


def test_a_set_without_jumps_and_without_a_split(tmp_path: Path) -> None:
    dataset = load(made(tmp_path, 80, seasons=3, jumps=False, splits=False))
    assert (len(dataset.jumps), dataset.divergence) == (0, None)
    assert_all_sound(dataset)
    assert not any("splits" in text or "jump" in text for text in said(drawn(dataset, View())))


def test_a_set_of_one_season(tmp_path: Path) -> None:
    dataset = load(made(tmp_path, 60, seasons=1, jumps=False, splits=False))
    assert_all_sound(dataset)
    assert {"Season 1", "30 events"} <= set(said(drawn(dataset, View())))


def test_twelve_seasons(tmp_path: Path) -> None:
    dataset = load(made(tmp_path, 300, seasons=12))
    assert_all_sound(dataset)
    assert_sound(dataset, View(lanes="season"), 390, 700)
    events = trace(drawn(dataset, View()), "events")
    looks = set(zip(events["marker"]["line"]["color"], events["marker"]["symbol"], strict=True))
    assert looks == {theme.season_mark(dataset, season) for season in range(13)}
    assert {f"S{season}" for season in range(1, 13)} <= set(said(drawn(dataset, View())))


def test_three_thousand_events(tmp_path: Path) -> None:
    dataset = load(made(tmp_path, 3_000))
    assert_all_sound(dataset)
    assert_sound(dataset, View(lanes="person"), 390, 700)
    assert any(text.startswith("+1") and len(text) == 4 for text in said(drawn(dataset, View())))


@pytest.mark.parametrize(("begins", "start", "end"), [(31, "0001", "0040"), (9958, "9990", "9999")])
def test_a_set_at_the_end_of_the_calendar(begins: int, start: str, end: str, tmp_path: Path) -> None:
    dataset = load(made(tmp_path, 60, begins=begins))
    assert_all_sound(dataset)
    assert_sound(dataset, View(start=start, end=end, scale="calendar"))


def test_no_text_is_markup(tmp_path: Path) -> None:
    dataset = load(made(tmp_path, 120, spice=EVIL))
    assert_all_sound(dataset)
    figure = drawn(dataset, View(our=True), framed=True)
    written = said(figure)
    assert any("<script>" in text for text in written)
    sent = [
        text for trace_ in figure["data"] for key in ("text", "hovertext") for text in trace_.get(key, ())
    ]
    tips = [text.replace("<b>", "").replace("</b>", "").replace("<br>", "") for text in sent]
    assert len(tips) > 300
    for text in tips:
        assert "<" not in text
        assert "&" not in text.replace("&lt;", "").replace("&gt;", "").replace("&amp;", "")
    assert any("&lt;script&gt;" in text for text in tips)
