"""What the served HTML tells those who link to it, read as a client without a script reads it."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.asking import PAGES
from tests.sets import BRASS, MANKIND
from timeline.gallery import PICTURES, alt
from timeline.view import View

CLIENT = PAGES[MANKIND.name].client
LEONOV = "leonov-walks-on-moon"
OEMBED = "application/json+oembed"


class Head(HTMLParser):
    """The tags of a document's head: its texts by name or property, and where its frame is described."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.texts: dict[str, str] = {}
        self.oembed: list[str] = []
        self.feed(text.partition("</head>")[0])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        name = given.get("property") or given.get("name", "")
        if tag == "meta" and name.startswith(("og:", "twitter:")):
            assert name not in self.texts
            self.texts[name] = given["content"]
        if tag == "link" and given.get("type") == OEMBED:
            assert given["rel"] == "alternate"
            self.oembed.append(given["href"])


def head(path: str, client: FlaskClient = CLIENT, **how: Any) -> Head:
    return Head(client.get(path, **how).get_data(as_text=True))


def described(client: FlaskClient, url: str) -> dict[str, Any]:
    answer = client.get(url)
    assert answer.status_code == 200, url
    said: dict[str, Any] = answer.get_json()
    return said


@pytest.mark.parametrize("path", ["/", "/?season=1,2&q=a%26b&seen=S2E05", f"/?event={LEONOV}&theme=dark"])
def test_a_page_says_where_its_frame_is_described(path: str) -> None:
    answer = CLIENT.get(path)
    (url,) = Head(answer.get_data(as_text=True)).oembed
    link = re.fullmatch(
        r'<([^>]+)>; rel="alternate"; type="application/json\+oembed"', answer.headers["Link"]
    )
    assert link is not None
    assert link[1] == url
    frame = described(CLIENT, url)["html"]
    assert f"/embed/timeline{path[1:]}".replace("&", "&amp;") in frame


def test_an_event_says_so_before_it_leads_on() -> None:
    answer = CLIENT.get(f"/event/{LEONOV}?season=1")
    (url,) = re.findall(r"<(.+)>", answer.headers["Link"])
    assert f"event={LEONOV}" in described(CLIENT, url)["html"]


@pytest.mark.parametrize("path", ["/now", "/person/ellen-waverly", "/events.csv", "/embed/timeline", "/none"])
def test_what_has_no_frame_describes_none(path: str) -> None:
    answer = CLIENT.get(path)
    assert "Link" not in answer.headers
    assert Head(answer.get_data(as_text=True)).oembed == []


def test_the_picture_is_that_of_the_very_state() -> None:
    texts = head("/?season=1,2&seen=S2E05&lanes=person").texts
    query = "season=1,2&lanes=person&seen=S2E05"
    assert texts["og:url"] == f"http://localhost/?{query}"
    image = f"http://localhost/chart/timeline.png?{query}&width=1200&height=630&density=1"
    assert texts["og:image"] == texts["twitter:image"] == image
    assert (texts["og:image:width"], texts["og:image:height"]) == ("1200", "630")
    assert texts["twitter:card"] == "summary_large_image"
    view = View(season=(1, 2), lanes="person", seen="S2E05")
    words = alt(MANKIND.until("S2E05"), view, PICTURES["timeline"])
    assert texts["og:image:alt"] == texts["twitter:image:alt"] == texts["og:description"] == words
    assert "Seasons 1 and 2, by person" in texts["og:title"]
    assert texts["og:title"].endswith(MANKIND.title)


def test_an_event_is_told_by_its_headline() -> None:
    event = MANKIND.events.iloc[MANKIND.event_rows[LEONOV]]
    texts = head(f"/?event={LEONOV}&seen=S1E02").texts
    assert texts["og:title"] == f"{event['headline']} - {MANKIND.title}"
    assert texts["og:description"] == f"{event['words']}. {event['summary']} Shows up to S1E02."
    assert f"event={LEONOV}" in texts["og:image"]


def test_without_a_word_of_the_gate_it_is_the_premise() -> None:
    texts = head("/").texts
    assert texts["og:description"].endswith("Shows the premise only.")
    assert "seen=" not in texts["og:image"]


def test_a_page_without_a_picture_has_words() -> None:
    texts = head("/person/ellen-waverly?seen=S1E06").texts
    assert texts["og:title"] == f"Ellen Waverly - {MANKIND.title}"
    assert texts["twitter:card"] == "summary"
    assert "og:image" not in texts
    assert "Shows up to S1E06." in texts["og:description"]


def test_what_is_asked_becomes_no_markup() -> None:
    hostile = '"><script>alert(1)</script>'
    for client in (CLIENT, PAGES[BRASS.name].client):
        answer = client.get("/", query_string={"q": hostile, hostile: hostile})
        assert "<script>alert" not in answer.get_data(as_text=True)
        assert "\n" not in answer.headers["Link"]
        assert hostile in Head(answer.get_data(as_text=True)).texts["og:title"]


def test_addresses_are_those_by_which_it_was_asked() -> None:
    there = head("/?seen=all", base_url="https://t.example")
    assert there.texts["og:url"] == "https://t.example/?seen=all"
    assert there.texts["og:image"].startswith("https://t.example/chart/timeline.png?seen=all&")
    assert there.oembed[0].startswith("https://t.example/oembed?url=https%3A%2F%2Ft.example%2F")
