"""A card says of an event what is known, as exactly as it is known, and nothing else."""

from __future__ import annotations

import pytest

from tests.sets import BRASS, MANKIND
from timeline import dates
from timeline.aging import age, years
from timeline.card import Card, card
from timeline.query import select
from timeline.shorthand import brief
from timeline.view import View

AGES = [
    ("1930-07-20", "", "1969-07-19", "38"),
    ("1930-07-20", "", "1969-07-20", "39"),
    ("1930", "", "1969-07-20", "38–39"),
    ("1930-07-20", "", "1969", "38–39"),
    ("1930~", "", "1969-07-20", "about 38–39"),
    ("193X", "", "1969-12-31", "30–39"),
    ("1930-07-20", "1969-07-20", "1969-07-20", "39"),
    ("1930-07-20", "1968", "1969-07-20", ""),
    ("1930-07-20", "1969", "1969-07-20", "39"),
    ("1970", "", "1969-07-20", ""),
    ("1969", "", "1969-07-20", "0"),
    ("", "", "1969-07-20", ""),
    ("1925/1953", "", "1983", ""),
    ("2000-02-29", "", "2001-02-28", "0"),
    ("2000-02-29", "", "2001-03-01", "1"),
]
BRIEFS = [
    ("1969-06-26", "26 Jun 1969"),
    ("1974-10", "Oct 1974"),
    ("1983~", "about 1983"),
    ("1974-12?", "perhaps Dec 1974"),
    ("197X", "1970s"),
    ("1974-21", "spring 1974"),
    ("1974-09/1974-11", "Sep – Nov 1974"),
    ("1982-12/1983-02", "Dec 1982 – Feb 1983"),
    ("1974-10-01/1974-10-09", "Oct 1974"),
    ("1936/1950", "1936 – 1950"),
    ("1974~/1975", "about 1974 – 1975"),
]


def of(event: str, view: View | None = None) -> Card:
    return card(BRASS, event, view or View())


@pytest.mark.parametrize(("born", "died", "event", "said"), AGES)
def test_an_age_is_a_range_where_dates_are(born: str, died: str, event: str, said: str) -> None:
    assert age(born, died, dates.parse(event)) == said


def test_years_count_birthdays() -> None:
    first = dates.parse("1930-07-20").first
    assert [years(first, first + days) for days in (-1, 0, 364, 365)] == [-1, 0, 0, 1]


@pytest.mark.parametrize(("text", "said"), BRIEFS)
def test_a_date_is_short_and_keeps_its_doubt(text: str, said: str) -> None:
    assert brief(text) == said


# -- a card of a small history


def test_a_card_says_who_was_there_and_how_old() -> None:
    shown = of("cable-holds")
    assert shown.telling == "Season 2, episode 2: Full Steam"
    assert (shown.when, shown.brief) == ("August 1857", "Aug 1857")
    assert shown.known == "Date shown or said on screen, told in a scene"
    assert [(chip.facet, chip.value, chip.text) for chip in shown.people] == [
        ("person", "jane-harrow", "Jane Harrow")
    ]
    assert shown.people[0].aside == "17–27"
    assert shown.missions == ("First Atlantic cable",)


def test_the_background_says_which_episode_tells_it() -> None:
    assert of("babbage-tables").telling == "Background, told in season 1, episode 1: The Silver Lady"
    assert of("society-letter").telling == "Background"


def test_our_history_is_a_sentence_with_a_date() -> None:
    ours = of("cable-holds").ours
    assert ours is not None
    assert ours.sentence == "11 to 12 months earlier than in our history"
    assert (ours.when, ours.leads) == ("5 August 1858", "theirs")
    averted, never = of("engine-funded").ours, of("first-programme").ours
    assert averted is not None
    assert never is not None
    assert (averted.sentence, averted.leads) == ("Happens only in our history", "")
    assert (never.sentence, never.text) == ("Happens only in this history", "")
    assert of("society-letter").ours is None


def test_causes_run_both_ways() -> None:
    shown = of("first-programme")
    assert [step.event for step in shown.causes] == ["engine-funded"]
    assert shown.reading
    assert "tide-tables-sold" in [step.event for step in shown.effects]


def test_an_exact_date_has_no_span_and_a_vague_one_lies_inside_its_years() -> None:
    assert of("ada-meets-babbage").span is None
    span = of("war-by-wire").span
    assert span is not None
    assert span.ticks == ("1854", "1855")
    assert 0 < span.low <= span.mark <= span.high < 1


@pytest.mark.parametrize("order", ["world", "told"])
def test_neighbours_are_those_of_the_selection(order: str) -> None:
    view = View(category=("politics",), order=order)
    ids = select(BRASS, view)["id"].tolist()
    for before, event, after in zip([None, *ids], ids, [*ids[1:], None], strict=False):
        shown = of(event, view)
        assert (shown.before and shown.before.event) == before
        assert (shown.after and shown.after.event) == after


def test_an_event_outside_the_selection_has_neighbours_too() -> None:
    shown = of("first-programme", View(category=("politics",)))
    assert shown.before is not None
    assert shown.after is not None
    assert BRASS.events["category"][BRASS.event_rows[shown.after.event]] == "politics"


def test_an_unknown_event_has_no_card() -> None:
    with pytest.raises(KeyError, match="nobody"):
        of("nobody")


# -- every card of the bundled history


@pytest.mark.parametrize("event", MANKIND.events["id"])
def test_every_event_has_a_card(event: str) -> None:
    shown = card(MANKIND, event, View())
    assert shown.headline
    assert shown.when
    assert shown.telling
    assert all(source.url == "" or source.url.startswith(("http://", "https://")) for source in shown.sources)
    assert all(
        0 <= int(part) < 120
        for chip in shown.people
        for part in chip.aside.removeprefix("about ").split("–")
        if part
    )


def test_a_card_tells_nothing_that_is_not_watched() -> None:
    early = MANKIND.until("S1E03")
    for event in early.events["id"]:
        shown = card(early, event, View())
        for step in (*shown.causes, *shown.effects, shown.before, shown.after):
            assert step is None or step.event in early.event_rows
