"""Widths of texts: what the browser draws is never wider, and what is cut always fits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.lettering import fit, width

PLAIN = st.text(st.characters(codec="latin-1", exclude_categories=["Cc"]), max_size=40)


@pytest.mark.parametrize(
    ("text", "size", "weight", "measured"),
    [
        ("18 events", 12, 400, 53.19),
        ("1960", 12, 400, 27.34),
        ("1969", 12, 500, 27.66),
        ("Where history splits", 12, 600, 116.34),
        ("Apollo 24 adrift", 13, 400, 94.31),
        ("Season 1", 13, 600, 55.53),
        ("Asteroids,", 14, 600, 69.19),
        ("Goldilocks is being mined", 14, 600, 172.88),
    ],
)
def test_a_text_is_as_wide_as_chromium_draws_it(text: str, size: int, weight: int, measured: float) -> None:
    assert measured <= width(text, size, weight) <= measured * 1.015


@given(PLAIN, st.sampled_from((12, 13, 14)), st.sampled_from((400, 500, 600)))
def test_width_grows_with_text_and_size(text: str, size: int, weight: int) -> None:
    assert width(text, size, weight) <= width(f"{text}x", size, weight)
    assert width(text, 2 * size, weight) == pytest.approx(2 * width(text, size, weight))
    assert width("", size, weight) == 0


@given(PLAIN, st.floats(0, 300), st.sampled_from((12, 13)), st.sampled_from((400, 600)))
def test_what_is_cut_fits_and_says_so(text: str, room: float, size: int, weight: int) -> None:
    shown = fit(text, room, size, weight)
    assert width(shown, size, weight) <= room
    if shown not in {text, ""}:
        assert shown.endswith("…")
        assert text.startswith(shown[:-1])
        assert width(text, size, weight) > room


def test_as_much_as_fits_is_kept() -> None:
    text = "Aleida and Margo hack the capture program"
    rooms = [len(fit(text, room)) for room in range(300)]
    assert rooms == sorted(rooms)
    assert fit(text, width(text)) == text
    assert fit(text, width("Aleida and…")) == "Aleida and…"
    assert fit(text, width("Aleida and M…") - 0.01) == "Aleida and…"
    assert fit(text, 5) == ""
