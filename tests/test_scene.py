"""A reader's own story as a text of the address: what goes in comes out, and any text is read."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode

from hypothesis import given
from hypothesis import strategies as st

from tests.sets import BRASS
from tests.views import views
from timeline.scene import LENGTH, MOST, Scene, fits, read, title, write
from timeline.schema import TITLE_LENGTH
from timeline.view import View
from timeline.wording import one_line

FIRST = Scene("Moon: first!", "A hall; 100 % ~ full_", "timeline", "season=1,2&scale=calendar&q=a%26b+c")


def test_a_story_is_short_and_stands_in_an_address_as_it_is() -> None:
    text = write([FIRST, Scene("Side by side", "", "compare", "align=years")])
    assert text == (
        "Moon~3A_first~21;A_hall~3B_100_~25_~7E_full~5F;timeline;season:1,2;scale:calendar;q:a~26b_c"
        "!Side_by_side;;compare;align:years"
    )
    assert View(story=text).to_query() == f"story={text}"


@given(st.text(), st.text(), views(BRASS, story="", present=False))
def test_what_is_written_is_read_again(name: str, note: str, view: View) -> None:
    written = Scene(one_line(f"A {name}", TITLE_LENGTH), one_line(note, 280), "timeline", view.to_query())
    (found,), problems = read(write([written]))
    assert (found, problems) == (written, ())
    assert View.parse(found.query, BRASS) == (view, ())


@given(st.text(st.characters(codec="utf-8"), max_size=300) | st.from_regex(r"[!;:~_a-z%,]{0,80}"))
def test_any_text_is_some_story(text: str) -> None:
    scenes, _ = read(text)
    assert read(write(scenes)) == (scenes, ())
    assert fits(scenes)
    view, _ = View.parse(urlencode({"story": text}), BRASS)
    assert dict(parse_qsl(view.to_query())).get("story", "") == view.story == write(scenes)


def test_a_story_is_bounded_and_says_so() -> None:
    scenes, (said,) = read("!".join(["A;;timeline"] * 5_000))
    assert len(scenes) == MOST
    assert "the last were left out" in said
    scenes, (said,) = read("!".join([f"A;{'x' * 270};timeline;q:{'y' * 90}"] * 9))
    assert 1 < len(scenes) < 9
    assert len(write(scenes)) <= LENGTH
    assert "left out" in said


def test_a_scene_without_title_or_picture_is_left_out() -> None:
    for text in (";;timeline", "A;note", "A;;../x", "~00;;timeline", "A"):
        assert read(text) == ((), ("a scene without title or picture was left out",))


def test_a_long_title_is_cut() -> None:
    assert title("Season 1,\n by place") == "Season 1, by place"
    assert len(title("word " * 40)) <= TITLE_LENGTH
    assert title("word " * 40).endswith("word…")
