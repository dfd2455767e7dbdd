"""The world at a date on the page: the month's controls, the numbers in words, each line of the ledger."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from tests.crawling import after, plain
from tests.made import made
from tests.sets import BRASS, MANKIND
from timeline import gate, wording
from timeline.dataset import Dataset, load
from timeline.view import View
from timeline.web import almanac
from timeline.web.ledger import TITLES
from timeline.web.reading import Reading, read
from timeline.world import months, sentence, states, world

PATH = "/histories"


def reading(query: str = "at=1983-06", dataset: Dataset = MANKIND) -> Reading:
    return read(dataset, f"view=world&{query}", PATH, remembered="all")


def page(asked: Reading) -> str:
    return str(almanac.above(asked) + almanac.below(asked, 1000))


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def test_the_month_is_a_field_a_slider_and_steps() -> None:
    html = page(reading())
    assert "<h2>The world in June 1983</h2>" in html
    field = re.search(r"<input type=\"month\"[^>]*>", html)
    assert field
    assert 'name="at"' in field[0]
    assert 'value="1983-06" min="1966-01" max="2012-12"' in field[0]
    slider = re.search(r"<input type=\"range\"[^>]*>", html)
    assert slider
    assert " name=" not in slider[0]
    assert f'value="{months.number("1983-06")}" min="{months.number("1966-01")}"' in slider[0]
    assert 'aria-valuetext="June 1983"' in slider[0]
    now = world(MANKIND, View(), "1983-06")
    for month in ("1983-05", "1983-07", now.before, now.after):
        assert f'href="/histories?seen=all&amp;view=world&amp;at={month}"' in html.replace("&amp;", "&amp;")


def test_at_an_end_no_step_leads_on() -> None:
    first, last = page(reading("at=1966-01")), page(reading("at=2012-12"))
    assert ("A month earlier" in first, "A month later" in first) == (False, True)
    assert ("A month earlier" in last, "Next difference" in last) == (True, False)


@pytest.mark.parametrize(
    ("query", "said", "shown"),
    [
        ("at=2030-06", "June 2030 lies beyond what is known here; shown: December 2012.", "2012-12"),
        ("at=1950-01", "January 1950 lies before the first month here; shown: January 1966.", "1966-01"),
    ],
)
def test_a_month_that_cannot_be_shown_is_said_not_to_be(query: str, said: str, shown: str) -> None:
    html = page(reading(query))
    assert said in words(html)
    assert f'value="{shown}"' in re.findall(r"<input type=\"month\"[^>]*>", html)[0]
    assert str(almanac.announcement(reading(query))).startswith(said)
    for usual in ("", f"at={shown}"):
        assert "elsewhere" not in page(reading(usual))


def test_a_gate_tells_not_how_far_it_goes_on() -> None:
    asked = read(MANKIND, "view=world&seen=S1E03&at=1995-06", PATH)
    shown = world(asked.dataset, asked.view, "1995-06")
    said = f"June 1995 lies beyond what is known here; shown: {shown.words}."
    assert said in words(page(asked))
    assert "2012" not in page(asked)


def test_the_numbers_stand_in_a_sentence() -> None:
    now = world(MANKIND, View(), "1983-06")
    n = {state: len(held) for state, held in now.held.items()}
    assert sentence.plain(now) == (
        f"They have {n['theirs']} things that reach us only later, typically {now.median} years later. "
        f"We have {n['ours']} things that they still wait for. "
        f"{n['there']} events had no like here, and {n['here']} of ours never came there."
    )


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        ((), "Nothing differs yet."),
        ((states.BOTH,), "Nothing but details differs."),
        ((states.OURS,), "We have 6 things that they still wait for."),
        ((states.THERE,), "36 events had no like here."),
        ((states.HERE,), "12 of ours never came there."),
    ],
)
def test_a_sentence_says_only_what_there_is(kept: tuple[str, ...], said: str) -> None:
    now = world(MANKIND, View(), "1983-06")
    held = {state: found if state in kept else () for state, found in now.held.items()}
    assert sentence.plain(replace(now, held=held, median=0)) == said


def test_the_page_says_the_sentence() -> None:
    assert sentence.plain(world(MANKIND, View(), "1983-06")) in words(page(reading()))


def test_one_thing_is_no_things() -> None:
    now = world(BRASS, View(), "1857-08")
    assert "1 thing that reaches us only later, typically 1 year later" in sentence.plain(now)


def test_every_pair_has_a_line_and_every_kind_its_count() -> None:
    asked = reading()
    html, now = page(asked), world(MANKIND, View(), "1983-06")
    sections = dict(re.findall(r'<section id="kind-(\w+)"[^>]*>(.*?)</section>', html))
    assert list(sections) == [state for state in states.STATES if now.held[state]]
    for state, body in sections.items():
        held = now.held[state]
        assert body.startswith(f"<h3>{TITLES[state]}<em>{len(held)}</em>")
        assert re.findall(r"event=([\w-]+)", body) == [pair.event for pair in held]
        more = re.search(r"<summary>and (\d+) more</summary>", body)
        before = body.split("<details")[0].count("<li")
        assert before + (int(more[1]) if more else 0) == len(held)


def test_a_line_says_both_halves_and_the_years_between() -> None:
    html = page(reading())
    line = next(part for part in html.split("<li ")[1:] if "event=cobb-finds-lunar-ice" in part)
    there, here = "Molly Cobb finds ice inside Shackleton Crater 1971", "13 Nov 2009 Water found on the Moon"
    assert words(f"<li {line}") == f"{there} 38 to 39 years {here}"
    assert '<span class="of-ours quiet">' in line
    averted = next(
        part for part in html.split("<li ")[1:] if "of-theirs quiet" in part and "not there" in part
    )
    assert '<span class="of-ours">' in averted


def test_one_card_of_each_kind_comes_first() -> None:
    html = page(reading())
    cards = html[html.index("told-first") : html.index("jumps")]
    kinds = re.findall(r"<em>(.*?)</em>", cards)
    assert [kind.split(",")[0] for kind in kinds] == ["Only there", "Sooner there", "Otherwise", "Only here"]


def test_what_is_new_is_told_first() -> None:
    now = world(MANKIND, View(), "1983-06")
    line = page(reading()).split('class="news"')[1].split("</p>")[0]
    told = [f"{each.name}, {each.said}" for each in now.changes[:3]]
    more = f"; {len(now.changes) - 3} more" if len(now.changes) > 3 else ""
    said = re.sub(r" ([,;.])", r"\1", words(f"<p{line}"))
    assert said == f"New in June 1983: {'; '.join(told)}{more}."
    assert re.findall(r"event=([\w-]+)", line) == [each.pair.event for each in now.changes[:3]]
    assert "Nothing new in August 1975." in words(page(reading("at=1975-08")))


def test_who_governs_and_who_is_where_stand_side_by_side() -> None:
    html = words(page(reading("at=1995-06")))
    since = "since 20 Jan 1993"
    for line in (
        f"President of the United States There: Ellen Wilson {since} Here: Bill Clinton {since}",
        "Kingdom There: not told now; last told: Margaret Thatcher, until 12 Oct 1984 Here: John Major",
        "Yeltsin President of Russia since 10 Jul 1991, in the Soviet Union’s place, since 25 Dec 1991",
        "Here: nobody stays; last Apollo 17, until 14 Dec 1972",
    ):
        assert line in html


def test_a_narrowed_world_says_so_in_its_lines() -> None:
    asked = reading("at=1983-06&category=spaceflight")
    events = set(re.findall(r"event=([\w-]+)", page(asked)))
    category = dict(zip(MANKIND.events["id"], MANKIND.events["category"], strict=True))
    assert {category[event] for event in events} == {"spaceflight"}


def test_texts_are_escaped(tmp_path: Path) -> None:
    odd = load(made(tmp_path / "set", 40, spice=" <b>&\"'"))
    asked = read(odd, "view=world", PATH, remembered="all")
    assert "<b>&\"'" not in page(asked)
    assert "&lt;b&gt;&amp;" in page(asked)


def test_what_a_screen_reader_hears_is_short() -> None:
    assert str(almanac.announcement(reading())).startswith(
        "June 1983: 21 sooner there, 6 later there, 23 otherwise, 36 only there, 12 only here. New: "
    )
    nothing = reading("at=1983-06&q=no+such+words")
    assert str(almanac.announcement(nothing)) == "June 1983: nothing differs"
    assert "Nothing differs yet." in page(nothing)
    assert almanac.title(reading()) == "The world in June 1983"


@pytest.mark.parametrize("seen", [str(episode) for episode in MANKIND.episodes.index[::12]])
def test_no_world_tells_what_is_not_watched(seen: str) -> None:
    later, known = after(MANKIND, seen), gate.known(MANKIND, seen)
    first, last = months.bounds(known)
    for month in {(first + last) // 2, last}:
        asked = read(MANKIND, f"view=world&seen={seen}&at={months.text(month)}", PATH)
        assert later.leaks(plain(page(asked))) == [], month
    beyond = read(MANKIND, f"view=world&seen={seen}&at=2012-06", PATH)
    said = plain(page(beyond))
    for own in ("at=2012-06", "June 2012 lies beyond"):
        said = said.replace(own, "")
    assert later.leaks(said) == []


@pytest.mark.parametrize(("count", "said"), [(0, "0 events"), (1, "1 event"), (1474, "1,474 events")])
def test_one_event_is_no_events(count: int, said: str) -> None:
    assert wording.counted(count, "event") == said
