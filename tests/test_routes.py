"""The plain addresses: the same selection as data, honest statuses, headers on every answer."""

from __future__ import annotations

import csv
import io
import json
import re
from html import unescape
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st
from werkzeug.test import TestResponse

from tests.sets import MANKIND
from tests.views import views
from timeline.markup import join, tag
from timeline.query import select
from timeline.records import harmless
from timeline.schema import TABLES
from timeline.view import View
from timeline.web import create_app
from timeline.web.reading import read

CLIENT: FlaskClient = create_app(MANKIND).server.test_client()
LAST = MANKIND.events["id"].iloc[-1]
PATHS = ["/", "/events.csv", "/events.json", "/chart/timeline.json", "/health", "/event/leonov-walks-on-moon"]
MISSING = [
    "/nothing",
    "/events.xml",
    "/chart/other.json",
    "/event/",
    "/event/no-such",
    "/index.html",
    "/compare/x",
]


def get(path: str, **headers: str) -> TestResponse:
    return CLIENT.get(path, headers=headers, buffered=True)


def rows(query: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(get(f"/events.csv?{query}").get_data(as_text=True))))


def records(query: str) -> dict[str, Any]:
    answer: dict[str, Any] = get(f"/events.json?{query}").get_json()
    return answer


@settings(max_examples=40)
@given(views(MANKIND))
def test_both_files_hold_the_selection_in_its_order(view: View) -> None:
    query = view.to_query()
    reading = read(MANKIND, query)
    wanted = select(reading.dataset, reading.view)
    answer = records(query)
    assert [row["id"] for row in rows(query)] == wanted["id"].tolist()
    assert [event["id"] for event in answer["events"]] == wanted["id"].tolist()
    assert answer["count"] == len(wanted)
    assert answer["query"] == reading.view.to_query()


def test_a_row_has_the_cells_of_its_file_and_the_date_in_words() -> None:
    (row,) = [each for each in rows("seen=all") if each["id"] == "apollo-soyuz-handshake"]
    assert tuple(row) == (*TABLES["events"].names, "words")
    event = MANKIND.events.iloc[MANKIND.event_rows["apollo-soyuz-handshake"]]
    assert row["people"].split(";") == list(event["people"])
    assert row["date"] == event["date"]
    assert row["words"] == event["words"]
    assert records("q=handshake&seen=all")["events"][0]["people"] == list(
        select(MANKIND, View(q="handshake")).iloc[0]["people"]
    )


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless(start: str) -> None:
    assert harmless(f"{start}HYPERLINK(1)") == f"'{start}HYPERLINK(1)"


@given(st.text(max_size=20))
def test_other_cells_stay_as_they_are(text: str) -> None:
    assert harmless(text) in {text, f"'{text}"}
    assert not harmless(text).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_what_is_not_watched_is_in_no_file() -> None:
    early = MANKIND.until("S1E03")
    later = set(MANKIND.events["id"]) - set(early.events["id"])
    assert {row["id"] for row in rows("seen=S1E03")} == set(early.events["id"])
    text = get("/events.json?seen=S1E03").get_data(as_text=True)
    assert not [event for event in later if f'"{event}"' in text]
    figure = get("/chart/timeline.json?seen=S1E03").get_data(as_text=True)
    assert not [event for event in later if f'"{event}"' in figure]


def test_what_is_not_understood_is_said_in_the_file() -> None:
    answer = records("season=1,99&scale=banana&colour=red")
    assert answer["query"] == "season=1"
    assert len(answer["notices"]) == 3


def test_the_picture_is_that_of_the_view() -> None:
    figure = get("/chart/timeline.json?season=1&theme=dark&seen=all").get_json()
    assert figure["layout"]["width"] == 1440
    drawn = {mark for each in figure["data"] for mark in each.get("ids", ()) if not mark.startswith("?")}
    assert drawn >= set(select(MANKIND, View(season=(1,)))["id"])


@pytest.mark.parametrize(
    ("asked", "width"),
    [
        ("width=800", 800),
        ("width=1", 320),
        ("width=99999999", 3840),
        ("width=wide", 1440),
        ("width=-5", 1440),
    ],
)
def test_a_picture_is_no_smaller_or_larger_than_makes_sense(asked: str, width: int) -> None:
    figure = get(f"/chart/timeline.json?importance=1&{asked}&height=500").get_json()
    assert figure["layout"]["width"] == width
    assert "width" not in json.dumps(records(asked)["notices"])


def test_health_counts_nothing_and_is_kept_by_nobody() -> None:
    answer = get("/health")
    assert answer.get_json() == {"status": "ok", "dataset": MANKIND.name}
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", ["/events.csv?season=1", "/events.json", "/chart/timeline.json?season=2"])
def test_a_file_that_did_not_change_is_not_sent_again(path: str) -> None:
    first = get(path)
    assert first.headers["Cache-Control"] == "no-cache"
    again = get(path, **{"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_an_event_has_an_address_of_its_own() -> None:
    answer = get("/event/leonov-walks-on-moon?season=1")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/?season=1&event=leonov-walks-on-moon")


@pytest.mark.parametrize("path", [*MISSING, "/event/leonov-walks-on-moon/x", f"/event/{LAST}?seen=S1E01"])
def test_what_is_not_there_is_404_with_a_way_out(path: str) -> None:
    answer = get(path)
    assert answer.status_code == 404
    event = re.fullmatch(r"/event/([\w-]+)(\?.*)?", path)
    assert f'href="/{f"?event={event[1]}" if event else ""}"' in answer.get_data(as_text=True)


@pytest.mark.parametrize("path", [*PATHS, *MISSING, "/fonts/inter.woff2", "/_dash-layout"])
def test_every_answer_is_guarded(path: str) -> None:
    headers = get(path).headers
    policy = dict(part.strip().split(" ", 1) for part in headers["Content-Security-Policy"].split(";"))
    assert policy["default-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["object-src"] == "'none'"
    assert "unsafe" not in policy["script-src"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "Referrer-Policy" in headers


@settings(max_examples=80)
@given(
    st.sampled_from(["/", "/events.csv", "/events.json", "/event/leonov-walks-on-moon"]),
    st.lists(
        st.tuples(st.sampled_from(["season", "q", "from", "seen", "event", "x"]), st.text(max_size=12)),
        max_size=4,
    ),
)
def test_nothing_that_is_asked_breaks_the_server(path: str, pairs: list[tuple[str, str]]) -> None:
    answer = CLIENT.get(path, query_string=[(key, text.encode("utf-8", "replace")) for key, text in pairs])
    assert answer.status_code in {200, 302, 404}


@pytest.mark.parametrize("query", ["%ff%fe=1", "season=%00", "q=%F0%28", "&&&=", "season" * 2000])
def test_a_torn_address_is_read_as_far_as_it_goes(query: str) -> None:
    for path in ("/", "/events.json", "/chart/timeline.json"):
        assert get(f"{path}?importance=1&{query}").status_code == 200


# -- the document and the font


def test_the_document_says_what_its_address_asks_for() -> None:
    page = get("/?season=1&theme=dark").get_data(as_text=True)
    assert '<html lang="en" data-scheme="dark">' in page
    assert (
        f"<title>{records('season=1')['count']} events · Season 1, by place - {MANKIND.title}</title>" in page
    )
    assert '<html lang="en">' in get("/").get_data(as_text=True)
    hostile = get("/?q=</title><script>alert(1)</script>").get_data(as_text=True)
    assert "<script>alert" not in hostile


def test_the_font_is_small_and_kept_for_good() -> None:
    answer = get("/fonts/inter.woff2")
    assert answer.data.startswith(b"wOF2")
    assert len(answer.data) < 160_000
    assert answer.cache_control.max_age == 31_536_000


# -- markup


@given(st.text(max_size=30), st.text(max_size=30))
def test_text_and_attributes_are_escaped(text: str, title: str) -> None:
    written = str(tag("p", text, title=title))
    inside = written.removeprefix("<p title=").removesuffix("</p>")
    assert unescape(inside.partition('">')[2]) == unescape(str(join(text)))
    assert "<" not in inside
    assert inside.count('"') == 2


def test_markup_is_nested_not_escaped_again() -> None:
    assert tag("b", tag("i", "&"), None, ["x", tag("br")]) == "<b><i>&amp;</i>x<br></b>"
    assert tag("input", type="checkbox", checked=True, disabled=False, aria_label=None, data_end="to") == (
        '<input type="checkbox" checked data-end="to">'
    )
