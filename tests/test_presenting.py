"""Presenting through the page's callback: slides, stories to read, and the story of one's own."""

from __future__ import annotations

import html as escaping
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from tests.asking import PAGES, PHONE, Browser, html_of
from tests.forms import Form
from tests.made import made
from tests.sets import BRASS, MANKIND
from timeline import scene
from timeline.dataset import load
from timeline.story import stories
from timeline.view import View
from timeline.web.telling import retold

HALL = {"width": 1920, "height": 900, "tall": 1080, "dark": False}
WILD = '"><script>alert(1)</script><b>'


@pytest.fixture
def mankind() -> Browser:
    return PAGES[MANKIND.name]


def opened(page: Browser, path: str, query: str = "", **holds: Any) -> dict[str, Any]:
    search = f"?{query}" if query else ""
    return page.shows("address.search", path=path, search=search, **{"report": HALL, **holds})


def body(answer: dict[str, Any]) -> str:
    return html_of(answer)["body"]


def way(answer: dict[str, Any], name: str) -> str:
    """Return where one of a slide's controls leads, or nothing."""
    found = re.search(rf'<a href="([^"]*)" class="button square {name}"', body(answer))
    return escaping.unescape(found[1]) if found else ""


def own(*scenes: tuple[str, str]) -> str:
    return scene.write(scene.Scene(title, "", "timeline", query) for title, query in scenes)


def titles(answer: dict[str, Any]) -> list[str]:
    (trace,) = [each for each in answer["picture.figure"]["data"] if each["name"] == "texts"]
    largest = max(trace["textfont"]["size"])
    return [
        text for text, size in zip(trace["text"], trace["textfont"]["size"], strict=True) if size == largest
    ]


# -- one picture


@pytest.mark.parametrize("path", ["/", "/person/edward-baldwin"])
def test_a_page_with_a_picture_becomes_a_slide(mankind: Browser, path: str) -> None:
    answer = opened(mankind, path, "present=1&season=1")
    assert "presenting" in answer["parts.data"]["page"]
    layout = answer["picture.figure"]["layout"]
    assert (layout["width"], layout["height"]) == pytest.approx((1920, 1080), abs=3)
    assert layout["dragmode"] is False
    assert way(answer, "leave") == f"{path}?season=1&seen=all"
    assert way(answer, "next") == ""


def test_a_page_without_a_picture_stays_as_it_is(mankind: Browser) -> None:
    for path, query in (
        ("/now", "present=1"),
        ("/", "present=1&q=nothing+at+all"),
        ("/stories", "present=1"),
    ):
        assert "presenting" not in opened(mankind, path, query)["parts.data"]["page"]


def test_a_click_on_a_slide_leads_nowhere(mankind: Browser) -> None:
    click = {"points": [{"id": "?season=2"}]}
    answer = mankind.shows("picture.clickData", search="?present=1", click=click, report=HALL)
    assert answer.get("address.search", "?present=1") == "?present=1"
    assert "presenting" in answer["parts.data"]["page"]


def test_the_menu_presents_and_collects(mankind: Browser) -> None:
    links = Form.of([html_of(opened(mankind, "/", "season=1"))["header"]]).links
    assert "/?season=1&seen=all&present=1" in links
    assert any(
        link.startswith("/?season=1&seen=all&story=Season_1,_by_place;;timeline;season:1;seen:all")
        for link in map(escaping.unescape, links)
    )
    links = Form.of([html_of(opened(mankind, "/now"))["header"]]).links
    assert "/stories?seen=all" in links
    assert not any("present=1" in link for link in links)


# -- a story


def test_a_story_goes_from_its_first_scene_to_its_last(mankind: Browser) -> None:
    (_, tour) = stories(MANKIND, View(seen="all"))
    path, said = f"/story/time-jumps/{tour.scenes[0].number}?present=1", []
    while path:
        answer = opened(mankind, *path.split("?"))
        said.append(titles(answer)[0])
        assert "presenting" in answer["parts.data"]["page"]
        path = way(answer, "next")
    assert said == [each.title for each in tour.scenes]
    assert way(answer, "before") == "/story/time-jumps/5?seen=all&present=1"
    assert way(answer, "first") == "/story/time-jumps/1?seen=all&present=1"
    assert way(answer, "leave") == "/story/time-jumps/6?seen=all"
    assert "6 / 6" in body(answer)
    assert html_of(answer)["status"] == "Scene 6 of 6: Four leaps, side by side"
    assert tour.scenes[5].spoken in body(answer)


def test_a_scene_can_be_read_with_its_note_and_its_events(mankind: Browser) -> None:
    answer = opened(mankind, "/story/time-jumps/2")
    assert "presenting" not in answer["parts.data"]["page"]
    html = html_of(answer)
    assert "rises out of the Pacific in 1983" in html["toolbar"]
    assert "event=reagan-elected-president-1976" in html["listing"]
    assert answer["parts.data"]["title"] == "To Season 2: Sea Dragon rises · The time jumps - For All Mankind"


def test_a_story_shows_its_reader_what_he_has_watched(mankind: Browser) -> None:
    for seen, count in (("S2E01", 2), ("S3E01", 3), ("S4E10", 6)):
        memory = {"set": MANKIND.name, "seen": seen}
        answer = opened(mankind, "/story/time-jumps/2", "present=1", memory=memory)
        assert f"2 / {count}" in body(answer)
    memory = {"set": MANKIND.name, "seen": "S2E05"}
    for path in (
        "/story/time-jumps/3",
        "/story/time-jumps/7",
        "/story/x",
        "/story/time-jumps/x",
        "/story/time-jumps/2/1",
    ):
        hidden = opened(mankind, path, "present=1", memory=memory)
        assert html_of(hidden)["empty"].startswith("<p><b>There is nothing here")
        assert "boot on Mars" not in str(hidden)


def test_a_story_of_the_premise_shows_no_more_to_anybody(mankind: Browser) -> None:
    for number in (1, 2, 3, 4):
        answer = opened(mankind, f"/story/how-it-begins/{number}", "present=1&seen=all")
        drawn = {mark for trace in answer["picture.figure"]["data"] for mark in trace.get("ids", ())}
        told = set(MANKIND.until("S1E01").events["id"])
        assert {each for each in drawn if not each.startswith("?")} <= told
        assert "Shows the premise only." in str(answer["picture.figure"]["data"])


def test_an_address_of_a_story_answers_as_a_page(mankind: Browser) -> None:
    statuses = {
        path: mankind.client.get(path).status_code
        for path in (
            "/stories",
            "/story/how-it-begins",
            "/story/how-it-begins/2",
            "/story/x",
            "/story/time-jumps/1",
        )
    }
    assert statuses == {
        "/stories": 200,
        "/story/how-it-begins": 200,
        "/story/how-it-begins/2": 200,
        "/story/x": 404,
        "/story/time-jumps/1": 404,  # nobody knows who asks
    }


def test_a_scene_is_another_size_on_another_screen(mankind: Browser) -> None:
    for report in (PHONE, HALL | {"width": 1024, "tall": 768}):
        answer = opened(mankind, "/story/how-it-begins/2", "present=1", report=report)
        assert answer["picture.figure"]["layout"]["width"] == pytest.approx(report["width"], abs=3)


# -- the reader's own


def test_an_own_story_is_presented_from_its_address(mankind: Browser) -> None:
    query = f"present=1&theme=dark&story={own(('One', 'season=1&seen=S1E10'), ('Two', 'season=2&seen=all'))}"
    answer = opened(mankind, "/story/mine/1", query)
    assert titles(answer) == ["One"]
    assert "Shows up to S1E10." in str(answer["picture.figure"]["data"])
    assert way(answer, "next").startswith("/story/mine/2?")
    assert "story=One;;timeline;season:1;seen:S1E10!Two;;timeline;season:2;seen:all" in way(answer, "next")


def test_an_own_scene_beyond_the_gate_is_hidden_with_its_title(mankind: Browser) -> None:
    query = f"story={own(('One', 'season=1&seen=S1E10'), ('Hidden title', 'season=2&seen=all'))}"
    memory = {"set": MANKIND.name, "seen": "S2E05"}
    for path in ("/stories", "/story/mine", "/story/mine/1"):
        shown = opened(mankind, path, query, memory=memory)
        assert "One" in str(shown["parts.data"]["html"])
        assert "Hidden title" not in str(shown["parts.data"]["html"])
    assert "There is nothing here" in html_of(opened(mankind, "/story/mine/2", query, memory=memory))["empty"]


def test_titles_and_notes_are_edited_in_the_address(mankind: Browser) -> None:
    story = own(("One", "season=1&seen=all"), ("Two", "season=2&seen=all"))
    fields = {"story": story, "title-1": "First: of all", "note-2": "Slowly & clearly", "title-2": "Two"}
    answer = mankind.asks(urlencode(fields), path="/story/mine", search=f"?story={story}", report=HALL)
    assert answer["address.search"] == (
        "?story=First~3A_of_all;;timeline;season:1;seen:all!Two;Slowly_~26_clearly;timeline;season:2;seen:all"
    )
    assert 'value="Slowly &amp; clearly"' in body(answer)


def test_an_edit_that_does_not_fit_is_not_taken_and_said() -> None:
    many = scene.write([scene.Scene("A", "x" * 270, "timeline", "seen=all")] * 8)
    assert len(scene.read(many)[0]) == 8
    query, (said,) = retold(urlencode({"story": many, "title-1": "T" * 60, "note-1": "é" * 280}))
    assert query == urlencode({"story": many})
    assert "does not fit" in said
    assert retold("season=1&q=a") == ("season=1&q=a", ())


def test_scenes_are_moved_and_taken_out(mankind: Browser) -> None:
    story = own(("One", "seen=none"), ("Two", "seen=none"))
    links = [
        escaping.unescape(each)
        for each in Form.of([body(opened(mankind, "/story/mine", f"story={story}"))]).links
    ]
    assert f"/story/mine?seen=all&story={own(('Two', 'seen=none'), ('One', 'seen=none'))}" in links
    assert f"/story/mine?seen=all&story={own(('Two', 'seen=none'))}" in links
    alone = Form.of([body(opened(mankind, "/story/mine", f"story={own(('One', 'seen=none'))}"))]).links
    assert "/stories?seen=all" in alone


@pytest.mark.parametrize("path", ["/stories", "/story/mine", "/story/mine/1"])
def test_hostile_titles_and_notes_are_escaped(mankind: Browser, path: str) -> None:
    wild = scene.write([scene.Scene(WILD[:60], WILD, "timeline", "seen=all&q=" + "%22%3E")])
    wild += "!" + scene.write([scene.Scene(WILD[:60], WILD, "timeline", "seen=all")])
    for present in ("", "present=1&"):
        answer = opened(mankind, path.replace("1", "2"), f"{present}story={wild}")
        said = "".join(html_of(answer).values())
        assert "<script" not in said
        assert "alert(1)" in said
        assert "<script" not in str(answer.get("picture.figure"))
    document = mankind.client.get(f"{path}?story={wild}").get_data(as_text=True)
    assert "alert(1)" not in document


def test_a_broken_story_in_an_address_is_said_and_left_out(mankind: Browser) -> None:
    answer = opened(mankind, "/", "story=!!;;x!%00;%FF;timeline")
    assert "a scene without title or picture was left out" in html_of(answer)["notices"]
    assert mankind.does("address.search", path="/story/mine/1", search="?story=~;~;~!:::").status_code == 200


# -- other sets, and the notes' window


def test_a_set_without_scenes_has_a_story_of_ones_own(tmp_path: Path) -> None:
    page = Browser(load(made(tmp_path / "made", 40, spice=' <i>"&')))
    assert "Add this view to my story" in body(opened(page, "/stories"))
    answer = opened(page, "/story/mine/1", f"present=1&story={own(('Mine', 'seen=all'))}")
    assert titles(answer) == ["Mine"]
    assert "1 / 1" in body(answer)
    assert "There is nothing here" in html_of(opened(page, "/story/time-jumps"))["empty"]


def test_the_small_set_has_its_own_stories() -> None:
    page = PAGES[BRASS.name]
    assert titles(opened(page, "/story/wires/1", "present=1")) == ["A premise, told to anybody"]
    assert way(opened(page, "/story/wires/1", "present=1"), "next") == "/story/wires/2?seen=all&present=1"


def test_the_notes_window_knows_nothing_by_itself(mankind: Browser) -> None:
    response = mankind.client.get("/notes")
    text = response.get_data(as_text=True)
    assert response.status_code == 200
    assert "frame-ancestors 'none'" in response.headers["Content-Security-Policy"]
    assert not re.search(r"<script(?! src=)", text)
    for address in re.findall(r'(?:src|href)="(/assets/[^"]+)"', text):
        with mankind.client.get(address) as file:
            assert file.status_code == 200
    assert "notes.js" not in mankind.client.get("/").get_data(as_text=True)
