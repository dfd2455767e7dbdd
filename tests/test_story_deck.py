"""A story as a file of slides: its scenes, what is said of them, and how far they tell."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image
from pptx import Presentation

from tests.asking import PAGES, html_of
from tests.conftest import BUNDLED
from tests.sets import MANKIND
from timeline import gate
from timeline.__main__ import main
from timeline.export.order import Order
from timeline.export.slides import deck
from timeline.export.telling import scenes
from timeline.gallery import PICTURES
from timeline.story import story
from timeline.view import View

BLANK = io.BytesIO()
Image.new("RGB", (16, 9)).save(BLANK, "PNG")


def orders(seen: str = "all") -> tuple[Order, ...]:
    known, view = gate.known(MANKIND, seen), View(seen=seen)
    found = story(known, view, "time-jumps")
    assert found is not None
    return scenes(Order(known, view, PICTURES["timeline"]), found)


def test_a_slide_a_scene_with_its_title_and_what_is_said() -> None:
    told = orders()
    show = Presentation(io.BytesIO(deck(told, lambda _: BLANK.getvalue())))
    assert [slide.shapes.title.text for slide in show.slides] == [each.heading for each in told]
    for slide, each in zip(show.slides, told, strict=True):
        assert slide.notes_slide.notes_text_frame.text.startswith(each.spoken)


def test_a_story_ends_where_its_reader_does() -> None:
    some = orders("S2E05")
    assert 0 < len(some) < len(orders())
    assert not any("Mars" in each.heading or "Moscow" in each.heading for each in some)
    assert len({each.key for each in orders()}) == len(orders())


def test_a_slide_is_laid_out_for_a_hall_under_its_own_title() -> None:
    first = orders()[0].as_slide()
    assert first.spec["layout"]["width"] < first.size[0]
    texts = next(trace for trace in first.spec["data"] if trace["name"] == "texts")
    assert first.heading in texts["text"]


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (["--story", "none-such", "out.pptx"], "there is no story 'none-such'; there are: how-it-begins"),
        (["--story", "time-jumps", "out.png"], "a story is a file of slides; it ends in .pptx"),
    ],
)
def test_the_command_says_what_it_cannot(tmp_path: Path, more: list[str], says: str) -> None:
    *asked, file = more
    done = CliRunner().invoke(main, ["export", "--data", str(BUNDLED), *asked, str(tmp_path / file)])
    assert done.exit_code == 2
    assert says in done.output


def test_a_story_that_is_not_there_has_no_slides() -> None:
    client = PAGES[MANKIND.name].client
    assert client.get("/story/none-such.pptx").status_code == 404
    assert client.get("/story/time-jumps.pptx").status_code == 404  # before anything is watched
    shown = PAGES[MANKIND.name].shows("address.pathname", path="/story/time-jumps/1")
    assert 'href="/story/time-jumps.pptx' in "".join(html_of(shown).values())
