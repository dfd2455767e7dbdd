"""The embed: a page of one picture, framed from anywhere, that says only what its address allows."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.asking import PAGES
from tests.forms import Form
from tests.sets import BRASS, MANKIND
from tests.views import views
from timeline.gallery import PICTURES
from timeline.query import select
from timeline.view import View
from timeline.web.reading import read
from timeline.web.sharing import frame

CLIENT = PAGES[MANKIND.name].client
SMALL = PAGES[BRASS.name].client
LEONOV = "leonov-walks-on-moon"
HOSTILE = "</title><script>alert(1)</script><b a=\"'"


def page(path: str) -> str:
    answer = CLIENT.get(path)
    assert answer.status_code == 200, path
    return answer.get_data(as_text=True)


def body(text: str) -> Form:
    return Form.of(re.findall(r"<body>.*</body>", text, re.DOTALL))


def listed(text: str) -> list[str]:
    return re.findall(r'<li data-event="([\w-]+)">', text)


# -- what its address means


@settings(max_examples=30)
@given(views(BRASS), st.text(max_size=120), st.booleans(), st.booleans(), st.text(max_size=12))
def test_a_frame_reads_what_it_writes(view: View, title: str, controls: bool, lazy: bool, mark: str) -> None:
    view = view.but(seen="all")
    own = [("title", title), ("controls", str(int(controls))), ("lazy", str(int(lazy))), ("id", mark)]
    path, _, query = frame.address("timeline", view, own).partition("?")
    shown = frame.parse(BRASS, PICTURES["timeline"], query)
    assert (path, shown.reading.notices) == ("/embed/timeline", ())
    assert shown.reading.written == read(BRASS, view.to_query()).written
    assert (shown.controls, shown.lazy) == (controls, lazy)
    again = frame.parse(BRASS, PICTURES["timeline"], shown.address().partition("?")[2])
    assert again == shown


def test_a_form_without_a_script_sends_a_facet_for_each_value() -> None:
    shown = frame.parse(MANKIND, PICTURES["timeline"], "season=2&season=1&importance=3&importance=2&seen=all")
    assert shown.reading.view == View(season=(1, 2), importance=2, seen="all")


def test_what_a_frame_does_not_understand_it_says() -> None:
    shown = frame.parse(MANKIND, PICTURES["timeline"], "lang=xx&controls=maybe&season=99&seen=all&lang=en")
    assert not shown.controls
    assert len(shown.reading.notices) == 2
    text = unescape(page("/embed/timeline?lang=xx&lazy=2&colour=red"))
    for said in ("lang: 'xx' is none of en", "lazy: '2' is neither 0 nor 1", "'colour' is no filter"):
        assert said in text


# -- what it holds


@pytest.mark.parametrize("name", PICTURES)
def test_every_picture_has_a_page_that_holds_its_events_as_text(name: str) -> None:
    text = page(f"/embed/{name}?seen=S2E05&season=1&event={LEONOV}")
    view = View(seen="S2E05", season=(1,), event=LEONOV)
    dataset = MANKIND.until("S2E05")
    assert listed(text) == select(dataset, view)["id"].tolist()
    form = body(text)
    full = f"{PICTURES[name].path}?{view.to_query()}"
    assert f"http://localhost{full}" in form.links
    assert f"localhost{full}" in form.words, "an address that can be read where no link may open"
    assert f"/event/{LEONOV}?season=1&seen=S2E05" in form.links
    assert "Shows up to S2E05." in form.words
    assert "react" not in text.lower()
    assert len(form.ids) == len(set(form.ids))


def test_the_chosen_event_stands_below_the_picture() -> None:
    (tip,) = re.findall(r'<p id="tip".*?</p>', page(f"/embed/timeline?event={LEONOV}"))
    assert "Leonov" in tip
    (tip,) = re.findall(r'<p id="tip".*?</p>', page(f"/embed/timeline?season=2&event={LEONOV}&seen=all"))
    assert "Choose a mark" in tip


def test_without_controls_there_is_nothing_to_send() -> None:
    assert "<form" not in page("/embed/timeline?season=1")
    fields = body(page("/embed/timeline?season=1&q=moon&controls=1&title=T&seen=S2E01&lazy=1")).fields
    sent = dict(fields)
    assert {"season", "q", "controls", "title", "seen", "lazy", "from", "to", "importance"} == set(sent)
    assert dict(body(page("/embed/compare?controls=1&seen=all&season=1")).fields) == {
        "season": "1",
        "controls": "1",
        "seen": "all",
    }


def test_a_form_names_no_season_that_is_not_begun() -> None:
    assert "Season 3" not in page("/embed/timeline?controls=1&seen=S2E10")


@pytest.mark.parametrize("key", ["title", "id", "lang", "q", "season", "theme", "seen", "x", HOSTILE])
def test_nothing_in_an_address_becomes_markup(key: str) -> None:
    for name in PICTURES:
        answer = SMALL.get(f"/embed/{name}", query_string={key: HOSTILE, "controls": "1"})
        text = answer.get_data(as_text=True)
        assert answer.status_code == 200
        assert "<script>" not in text
        assert "<b a" not in text
        assert body(text).ids


def test_a_theme_is_the_systems_until_it_is_asked_for() -> None:
    assert '<html lang="en">' in page("/embed/timeline")
    assert '<html lang="en" data-scheme="dark">' in page("/embed/timeline?theme=dark")


# -- who may frame it, who may read it


@pytest.mark.parametrize("path", ["/embed/timeline", "/embed/compare?season=1&seen=all", "/embed/none"])
def test_an_embed_is_framed_by_anybody(path: str) -> None:
    policy = CLIENT.get(path).headers["Content-Security-Policy"]
    assert "frame-ancestors *" in policy
    assert "script-src 'self';" in policy


@pytest.mark.parametrize("path", ["/", "/now", "/oembed?url=http://localhost/", "/embed.js", "/embeds"])
def test_nothing_else_is_framed_by_anybody(path: str) -> None:
    assert "frame-ancestors 'none'" in CLIENT.get(path, buffered=True).headers["Content-Security-Policy"]


def test_a_frame_without_an_origin_may_read_what_it_draws_with() -> None:
    for path in ("/embed/timeline", "/chart/timeline.json?importance=1", "/fonts/inter.woff2", "/oembed"):
        answer = CLIENT.get(path, buffered=True)
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        assert "Set-Cookie" not in answer.headers
    for path in ("/", "/_dash-layout"):
        assert "Access-Control-Allow-Origin" not in CLIENT.get(path).headers


def test_what_the_page_asks_for_is_there() -> None:
    text = unescape(page("/embed/timeline?importance=1"))
    asked = re.findall(r'(?:src|href|data-plotly)="(/(?:assets|_dash)[^"]+)"', text)
    assert len(asked) == 3
    for path in [*asked, "/embed.js"]:
        assert CLIENT.get(path, buffered=True).status_code == 200, path
    assert "embedded" not in CLIENT.get("/").get_data(as_text=True), "the app does without it"


def test_there_are_no_other_pictures() -> None:
    assert CLIENT.get("/embed/none").status_code == CLIENT.get("/embed/").status_code == 404


def test_a_page_that_did_not_change_is_not_sent_again() -> None:
    first = CLIENT.get("/embed/timeline?season=1")
    again = CLIENT.get("/embed/timeline?season=1", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
