"""oEmbed 1.0: what its specification asks of an answer, for every address that it knows."""

from __future__ import annotations

import re
from html import unescape
from typing import Any
from urllib.parse import quote, urlsplit

import pytest
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st
from werkzeug.test import TestResponse

from tests.asking import PAGES
from tests.sets import BRASS, MANKIND
from timeline.gallery import PICTURES
from timeline.web import create_app

CLIENT = PAGES[MANKIND.name].client
SMALL = PAGES[BRASS.name].client
LEONOV = "leonov-walks-on-moon"
SIZES = st.none() | st.integers(200, 2000)


def ask(url: str, client: FlaskClient = CLIENT, **more: object) -> TestResponse:
    return client.get("/oembed", query_string={"url": url, **more})


def answered(url: str, client: FlaskClient = CLIENT, **more: object) -> dict[str, Any]:
    answer = ask(url, client, **more)
    assert (answer.status_code, answer.mimetype) == (200, "application/json"), url
    said: dict[str, Any] = answer.get_json()
    return said


def iframe(said: dict[str, Any]) -> dict[str, str]:
    tag = re.fullmatch(r"<iframe( [^>]*)></iframe>", said["html"])
    assert tag is not None
    return {name: unescape(value) for name, value in re.findall(r' ([\w-]+)="([^"]*)"', tag[1])}


@settings(max_examples=60)
@given(st.sampled_from(["/", "/embed/compare", "/embed/parts?season=1"]), SIZES, SIZES)
def test_a_frame_keeps_to_the_sizes_that_are_asked(path: str, wide: int | None, high: int | None) -> None:
    most = {name: size for name, size in (("maxwidth", wide), ("maxheight", high)) if size}
    said = answered(f"http://localhost{path}", SMALL, **most)
    assert (said["type"], said["version"]) == ("rich", "1.0")
    assert 0 < said["width"] <= (wide or 800)
    assert 0 < said["height"] <= (high or 10_000)
    shown = iframe(said)
    assert (shown["width"], shown["height"]) == (str(said["width"]), str(said["height"]))
    assert shown["title"] == said["title"]
    assert shown["loading"] == "lazy"
    assert SMALL.get(shown["src"]).status_code == 200


@pytest.mark.parametrize(
    ("path", "frame"),
    [
        ("/", "/embed/timeline"),
        ("/?season=1&seen=S2E05&theme=dark", "/embed/timeline?season=1&seen=S2E05&theme=dark"),
        (f"/event/{LEONOV}", f"/embed/timeline?event={LEONOV}"),
        (f"/event/{LEONOV}?season=1", f"/embed/timeline?season=1&event={LEONOV}"),
        ("/embed/compare?seen=all&controls=1&title=T", "/embed/compare?seen=all&title=T&controls=1"),
    ],
)
def test_an_address_of_this_site_becomes_its_frame(path: str, frame: str) -> None:
    assert iframe(answered(f"http://localhost{path}"))["src"] == f"http://localhost{frame}"


def test_the_title_says_what_is_shown_and_how_far() -> None:
    said = answered("http://localhost/?season=1&seen=S1E03")
    assert said["title"].startswith(f"{MANKIND.title}: ")
    assert said["title"].endswith("Season 1, by place. Shows up to S1E03.")
    assert answered("http://localhost/")["title"].endswith("Shows the premise only.")
    assert answered("http://localhost/embed/timeline?title=Firsts&seen=all")["title"].endswith(": Firsts.")


@pytest.mark.parametrize(
    "url",
    [
        *("", "nonsense", "http://", "http://[", "http://localhost:x/", "ftp://localhost/", "//localhost/"),
        *("http://elsewhere.example/", "http://localhost:5000/", "http://localhost@evil.example/"),
        *("http://evil@localhost/", "http://localhost/nothing", "http://localhost/embed/none"),
        *("http://localhost/events.csv", "http://localhost/person/nobody", "http://localhost/event/none"),
        f"http://localhost/event/{MANKIND.events['id'].iloc[-1]}?seen=S1E01",
        "http://localhost/person/margo-madison?seen=all",
    ],
)
def test_of_other_addresses_there_is_nothing_to_say(url: str) -> None:
    assert ask(url).status_code == 404


def test_a_page_that_is_not_there_has_no_frame() -> None:
    for picture in PICTURES.values():
        page = CLIENT.get(picture.path).status_code
        assert ask(f"http://localhost{picture.path}").status_code == page


def test_it_speaks_json_and_nothing_else() -> None:
    assert ask("http://localhost/", format="json").status_code == 200
    assert ask("http://localhost/", format="xml").status_code == 501
    assert ask("http://elsewhere.example/", format="xml").status_code == 501


@pytest.mark.parametrize("size", ["0", "-5", "wide", "1e3", "", "99999999999"])
def test_a_size_that_is_none_asks_for_nothing(size: str) -> None:
    said = answered("http://localhost/", SMALL, maxwidth=size, maxheight=size)
    assert said["width"] == 800


@settings(max_examples=60)
@given(st.text(max_size=30))
def test_no_address_breaks_it(url: str) -> None:
    for asked in (url, f"http://localhost/{quote(url, safe='?&=/')}", f"http://{url}"):
        assert ask(asked, SMALL).status_code in {200, 404}


def test_addresses_are_those_by_which_it_was_asked() -> None:
    said = CLIENT.get("/oembed?url=https://t.example/&maxwidth=400", base_url="https://t.example").get_json()
    assert iframe(said)["src"] == "https://t.example/embed/timeline"
    assert said["provider_url"] == "https://t.example/"


def test_a_proxy_is_believed_only_where_there_is_one() -> None:
    told = {"X-Forwarded-Host": "t.example", "X-Forwarded-Proto": "https"}
    for client, host in (
        (SMALL, "localhost"),
        (create_app(BRASS, proxies=1).server.test_client(), "t.example"),
    ):
        said = client.get(f"/oembed?url=http://{host}/", headers=told).get_json()
        assert urlsplit(said["provider_url"]).hostname == host
