"""The share menu: what it hands on, how far that tells, and that every address in it leads somewhere."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given, settings

from tests.asking import PAGES
from tests.forms import Form
from tests.sets import BRASS, MANKIND
from tests.views import views
from timeline.dataset import Dataset
from timeline.export import browser
from timeline.view import View
from timeline.web.reading import read
from timeline.web.sharing.menu import menu
from timeline.web.sharing.share import Share, share

CLIENT = PAGES[MANKIND.name].client
HOME = "https://t.example"


def shared(query: str, path: str = "/", whole: Dataset = MANKIND, *, prints: bool = True) -> Share:
    return share(whole, read(whole, query, path), HOME, prints=prints)


def addresses(said: Share) -> list[str]:
    """Return every address in a menu, as paths of this site."""
    texts = [said.link, *(text for each in said.pictures for text in (each.markdown, each.html, each.embed))]
    found = [url for text in texts for url in re.findall(rf"{HOME}[^\s\")<]*", unescape(text))]
    files = [file.address for each in said.pictures for file in each.files]
    return [*(url.removeprefix(HOME) for url in found), *files]


@settings(max_examples=30)
@given(views(BRASS))
def test_every_address_is_of_the_same_view_and_says_its_gate(view: View) -> None:
    said = shared(view.to_query(), whole=BRASS)
    sent = read(BRASS, view.to_query()).view
    seen = sent.seen or "none"
    wanted = sent.but(seen=seen, show="auto", hidden=False, present=False, story="")
    for address in addresses(said):
        query = urlsplit(address).query
        given = "&".join(
            pair for pair in query.split("&")
            if pair.split("=")[0] not in {"width", "height", "density", "download", "slides"}
        )  # fmt: skip
        asked, notices = View.parse(given, BRASS)
        assert (asked.seen, notices) == (seen, ()), address
        assert asked.but(show="auto", story="") == wanted


def test_what_works_where_frames_are_taken_away_is_the_picture_with_words_and_link() -> None:
    (picture,) = shared("season=1,2&seen=S2E05").pictures
    link = f"{HOME}/?season=1,2&seen=S2E05"
    image = f"{HOME}/chart/timeline.png?season=1,2&seen=S2E05&width=1200&height=675"
    assert picture.markdown == f"[![{picture.alt}]({image})]({link})"
    html = Form.of([picture.html])
    assert html.links == [link]
    assert f'src="{image}"' in unescape(picture.html)
    assert f'alt="{picture.alt}"' in unescape(picture.html)
    assert picture.alt.endswith("Shows up to S2E05.")
    assert re.fullmatch(r"<iframe src=\"[^\"]+\" title=\"[^\"]+\" width=\"100%\" .*></iframe>", picture.embed)
    assert "Shows up to S2E05." in picture.embed


def test_texts_to_paste_survive_what_is_searched_for() -> None:
    (picture,) = shared('q=a](x)*b*<i>"&seen=all').pictures
    words, image, link = re.fullmatch(r"\[!\[(.*)\]\((\S*)\)\]\((\S*)\)", picture.markdown).groups()  # type: ignore[union-attr]
    assert "](" not in words.replace("\\](", "").replace("\\]", "")
    assert not set('()<>"') & set(image + link)
    assert parse_qs(urlsplit(link).query)["q"] == ['a](x)*b*<i>"']
    assert "<i>" not in picture.html
    assert "<i>" not in str(menu(shared('q=<i>"&seen=all')))


@pytest.mark.parametrize(
    ("query", "gate"),
    [
        ("seen=S2E05", "Shows up to S2E05."),
        ("seen=all", "Shows everything."),
        ("", "Shows the premise only."),
        ("seen=none", "Shows the premise only."),
    ],
)
def test_it_says_how_far_it_tells(query: str, gate: str) -> None:
    said = shared(query)
    assert said.gate == gate
    assert gate in unescape(str(menu(said)))


def test_of_a_set_without_episodes_there_is_no_gate_to_say() -> None:
    whole = replace(BRASS, episodes=BRASS.episodes.iloc[:0])
    said = shared("", whole=whole)
    assert (said.gate, said.link) == ("", f"{HOME}/")
    assert "Shows" not in str(menu(said))


def test_without_a_browser_no_dead_link_is_offered() -> None:
    there, gone = (shared("seen=all", prints=prints) for prints in (True, False))
    (with_all,), (without,) = there.pictures, gone.pictures
    endings = {urlsplit(file.address).path.rpartition(".")[2] for file in with_all.files}
    assert endings == {"png", "svg", "pdf", "pptx", "html", "csv", "json"}
    assert {urlsplit(file.address).path.rpartition(".")[2] for file in without.files} == {
        *("svg", "html", "csv", "json")
    }
    text = unescape(str(menu(gone)))
    assert "it has none" in text
    assert "Copy the picture" not in text
    assert ".png" not in text
    assert "timeline.svg" in without.html


def test_a_page_with_several_pictures_lets_one_choose() -> None:
    said = shared("seen=all", "/compare")
    assert [each.name for each in said.pictures] == ["compare", "parts"]
    text = str(menu(said))
    assert text.count('name="share-picture"') == 2
    ids = Form.of([text]).ids
    assert len(ids) == len(set(ids))
    hidden = re.findall(r'data-picture="(\w+)"( hidden)?', text)
    assert hidden == [("compare", ""), ("parts", " hidden")] * 3


def test_a_page_of_aspects_shares_the_one_that_is_seen() -> None:
    for query in ("view=lead", "view=world&at=1983-06"):
        (picture,) = shared(f"{query}&seen=all", "/histories").pictures
        assert all(
            set(query.split("&")) <= set(urlsplit(file.address).query.split("&")) for file in picture.files
        )


def test_a_page_without_a_picture_shares_its_link() -> None:
    said = shared("seen=S1E06", "/person/ellen-waverly")
    assert said.link == f"{HOME}/person/ellen-waverly?seen=S1E06"
    assert said.pictures == ()


def test_the_menu_is_had_by_address_and_everything_in_it_is_there() -> None:
    answer = CLIENT.get("/share?season=1&seen=S1E03")
    assert answer.status_code == 200
    text = answer.get_data(as_text=True)
    assert "http://localhost/?season=1&amp;seen=S1E03" in text
    for path in Form.of([text]).links:
        if not path.partition("?")[0].endswith((".png", ".pdf", ".pptx")):
            assert CLIENT.get(path, buffered=True).status_code == 200, path
    assert CLIENT.get("/share?page=/none").status_code == 404
    assert CLIENT.get("/share?page=%2Fperson%2Fellen-waverly&seen=S1E06").status_code == 200


def test_a_browser_that_is_not_there_is_not_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER_PATH", "no-such-browser")
    assert not browser.found()
    assert "it has none" in unescape(CLIENT.get("/share").get_data(as_text=True))
