"""The selection: what a View asks for, how many each choice would give, and how that is said."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings

from tests.sets import BRASS, MANKIND
from tests.views import views
from timeline.dataset import Dataset
from timeline.query import Option, base, facet_options, heading, select
from timeline.view import FACETS, View, vocabulary

SMALL_IDS = BRASS.events["id"].tolist()


def found(**answers: Any) -> list[str]:
    """Return the ids of the small set's events that a View asks for."""
    return [str(event) for event in select(BRASS, View(**answers))["id"]]


def around(dataset: Dataset, place: str) -> set[str]:
    """Return a place and all that it lies in."""
    outer = dataset.places.at[place, "part_of"]
    return {place} | (around(dataset, outer) if outer else set())


def carried(dataset: Dataset, event: dict[str, Any], facet: str) -> set[Any]:
    """Return an event's values of a facet, told the slow way."""
    if facet == "place":
        return {outer for place in event["places"] for outer in around(dataset, place)}
    many = {"person": "people", "organisation": "organisations", "tag": "tags"}
    return set(event[many[facet]]) if facet in many else {event[facet]} - {""}


def plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def said(dataset: Dataset, event: dict[str, Any]) -> str:
    """Return everything that a search looks in."""
    people = dataset.people.loc[list(event["people"])]
    names = [*people["name"], *(alias for aliases in people["aliases"] for alias in aliases)]
    names += [*dataset.places.loc[list(event["places"]), "name"]]
    names += [*dataset.organisations.loc[list(event["organisations"]), "name"]]
    return plain(
        " | ".join(
            [
                *(event[name] for name in ("headline", "label", "summary", "words", "episode")),
                *event["tags"],
                *names,
            ]
        )
    )


def is_asked(dataset: Dataset, event: dict[str, Any], view: View, without: str = "") -> bool:
    """Tell whether a View, but for one of its answers, asks for an event."""
    for facet in FACETS:
        chosen = set(getattr(view, facet))
        if facet != without and chosen and not chosen & carried(dataset, event, facet):
            return False
    if without != "importance" and event["importance"] > view.importance:
        return False
    first, last = view.window()
    day = int(event["position"])
    inside = (first is None or day >= first) and (last is None or day <= last)
    return inside and (not view.q or all(word in said(dataset, event) for word in plain(view.q).split()))


@settings(max_examples=40)
@given(views(MANKIND))
def test_or_inside_a_facet_and_across_them(view: View) -> None:
    events = MANKIND.events.to_dict("records")
    expected = [event["id"] for event in events if is_asked(MANKIND, event, view)]
    selected = select(MANKIND, view)
    if view.order == "told":
        assert selected["told_rank"].is_monotonic_increasing
        selected = selected.sort_index()
    assert selected["id"].tolist() == expected
    assert selected.index.isin(MANKIND.events.index).all()


@settings(max_examples=12)
@given(views(MANKIND))
def test_counts_are_what_each_choice_alone_would_give(view: View) -> None:
    options = facet_options(MANKIND, view)
    events = MANKIND.events.to_dict("records")
    for facet in FACETS:
        others = [event for event in events if is_asked(MANKIND, event, view, without=facet)]
        counts = Counter(str(value) for event in others for value in carried(MANKIND, event, facet))
        chosen = {str(value) for value in getattr(view, facet)}
        counts.update(dict.fromkeys(chosen, 0))
        assert {option.value: option.count for option in options[facet]} == counts
        assert {option.value for option in options[facet] if option.chosen} == chosen


def test_a_count_is_kept_when_its_value_is_chosen() -> None:
    view = View(season=(1,), place=("england",))
    for facet, options in facet_options(BRASS, view).items():
        for option in options:
            value = int(option.value) if facet in {"season", "decade", "importance"} else option.value
            narrowed = view.but(**{facet: value if facet == "importance" else (value,)})
            assert len(select(BRASS, narrowed)) == option.count, (facet, option)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, SMALL_IDS),
        ({"season": (0,)}, ["babbage-tables", "society-letter"]),
        ({"decade": (1810, 1820)}, ["babbage-tables", "society-letter"]),
        ({"person": ("jane-harrow",)}, ["engineers-strike", "war-by-wire", "cable-holds"]),
        ({"place": ("north-atlantic",)}, ["cable-seen", "cable-holds"]),
        ({"tag": ("death", "first"), "season": (2,)}, ["babbage-dies", "cable-holds"]),
        ({"relation": ("earlier", "never")}, ["first-programme", "cable-holds"]),
        ({"told": ("mentioned",), "organisation": ("engine-office",)}, []),
        ({"importance": 1}, ["ada-meets-babbage", "engine-funded", "cable-holds"]),
        ({"importance": 2, "season": (1,), "category": ("politics",)}, ["engine-funded"]),
    ],
)
def test_facets(answers: dict[str, Any], expected: list[str]) -> None:
    assert sorted(found(**answers)) == sorted(expected)


def test_a_place_holds_the_places_inside_it() -> None:
    england, london = found(place=("england",)), found(place=("london",))
    assert set(london) < set(england)
    assert set(england) - set(london) == {"war-by-wire"}
    counts = {option.value: option.count for option in facet_options(BRASS, View())["place"]}
    assert counts == {"england": len(england), "london": len(london), "north-atlantic": 2}


@pytest.mark.parametrize(
    ("q", "expected"),
    [
        ("ADA RECOVERS", ["ada-survives"]),
        ("recovérs", ["ada-survives"]),
        ("jenny cable", ["cable-holds"]),
        ("the COUNTESS tides", ["first-programme"]),
        ("engine's fathoms", ["cable-holds"]),
        ("engine’s fathoms", ["cable-holds"]),
        ("north atlantic", ["cable-seen", "cable-holds"]),
        ("royal society", ["society-letter"]),
        ("cable xyzzy", []),
    ],
)
def test_a_search_takes_words_nicknames_and_any_spelling(q: str, expected: list[str]) -> None:
    assert found(q=q) == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("1833-06-05", "1833-06-05", ["ada-meets-babbage"]),
        ("1833-06-06", "1833-12", []),
        ("", "1822", ["babbage-tables", "society-letter"]),
        ("1857-08", "", ["cable-holds", "press-engine"]),
        ("1852-11", "1852-11", ["ada-survives"]),
    ],
)
def test_a_window_takes_the_events_that_stand_in_it(start: str, end: str, expected: list[str]) -> None:
    assert found(start=start, end=end) == expected


def test_the_order_of_telling() -> None:
    told = select(BRASS, View(season=(0, 1), order="told"))
    assert told["id"].tolist()[:2] == ["babbage-tables", "ada-meets-babbage"]
    assert told["id"].iloc[-1] == "society-letter"
    assert set(told["id"]) == set(found(season=(0, 1)))


@settings(max_examples=30)
@given(views(MANKIND))
def test_the_scale_rests_on_seasons_and_window_alone(view: View) -> None:
    plainly = View(season=view.season, start=view.start, end=view.end)
    pd.testing.assert_frame_equal(base(MANKIND, view), select(MANKIND, plainly))


def test_options_have_names_and_an_order() -> None:
    options = facet_options(BRASS, View(season=(1,), tag=("death",)))
    assert options["season"] == [
        Option("1", "Season 1", 0, chosen=True),
        Option("2", "Season 2", 1, chosen=False),
    ]
    assert options["tag"] == [
        Option("first", "First", 2, chosen=False),
        Option("death", "Death", 0, chosen=True),
    ]
    whole = facet_options(BRASS, View())
    assert [option.label for option in whole["decade"]] == ["1810s", "1820s", "1830s", "1840s", "1850s"]
    assert [option.label for option in whole["person"]] == ["Charles Babbage", "Ada Lovelace", "Jane Harrow"]
    assert [option.label for option in whole["told"]] == [
        *("Scene", "Opening montage", "Post-credits scene", "Mentioned", "Viewers infer")
    ]
    assert [option.count for option in whole["importance"]] == [3, 8, 12, 14]
    assert [option.label for option in whole["relation"]] == [
        *("Sooner than ours", "Only in our history", "Only in this history")
    ]


@pytest.mark.parametrize(
    ("view", "count", "words"),
    [
        (View(), "14 events", "by place"),
        (View(season=(1, 2)), "12 events", "Seasons 1 and 2, by place"),
        (View(season=(0, 1)), "8 events", "Background and Season 1, by place"),
        (View(season=(2,), lanes="person"), "6 events", "Season 2, by person"),
        (View(decade=(1840, 1850), importance=2), "6 events", "1840s and 1850s, major, by place"),
        (View(tag=("death",), q="ada"), "1 event", "Death, “ada”, by place"),
        (View(start="1852", end="1855-03"), "4 events", "1852 to March 1855, by place"),
        (View(start="1834", end="1834"), "2 events", "1834, by place"),
        (View(start="1857-08-01"), "2 events", "1 August 1857 to the end, by place"),
        (View(end="1822", importance=1), "0 events", "turning points, the beginning to 1822, by place"),
        (
            View(told=("scene", "montage", "mentioned", "inferred")),
            "13 events",
            "Viewers infer, Mentioned and 2 more, by place",
        ),
    ],
)
def test_a_selection_is_said_in_words(view: View, count: str, words: str) -> None:
    assert heading(BRASS, view) == (count, words)


@settings(max_examples=50)
@given(views(MANKIND))
def test_every_selection_has_a_heading(view: View) -> None:
    count, words = heading(MANKIND, view)
    assert count.split()[0] == f"{len(select(MANKIND, view)):,}"
    assert words.endswith(f"by {view.lanes}")


def test_a_facet_without_values_is_empty() -> None:
    known = MANKIND.until("S1E01")
    assert facet_options(known, View())["season"][0].value in {"0", "1"}
    for facet in FACETS:
        assert {option.value for option in facet_options(known, View())[facet]} <= {
            str(value) for value in vocabulary(known, facet)
        }
