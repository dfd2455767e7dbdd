"""The people of the bundled set: births, ages, parents, and who holds which post when."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest

from tests.sets import MANKIND
from timeline import aging, dates

EVENTS, PEOPLE, ROLES = MANKIND.events, MANKIND.people, MANKIND.roles

PARENTS = {
    "shane-baldwin": ("edward-baldwin", "karen-baldwin"),
    "danny-stevens": ("gordo-stevens", "tracy-stevens"),
    "jimmy-stevens": ("gordo-stevens", "tracy-stevens"),
    "aleida-rosales": ("octavio-rosales", "graciana-rosales"),
    "alex-poletov-baldwin": ("kelly-baldwin", "alexei-poletov"),
}

PRESIDENTS = {
    "richard-nixon": ("1969-01-20", "1973-01-20"),
    "ted-kennedy": ("1973-01-20", "1977-01-20"),
    "ronald-reagan": ("1977-01-20", "1985-01-20"),
    "gary-hart": ("1985-01-20", "1993-01-20"),
    "ellen-waverly": ("1993-01-20", "2001-01-20"),
    "al-gore": ("2001-01-20", ""),
}
"""Of the United States since the series begins; how long Al Gore stays, the series does not tell."""


def test_those_who_are_seen_most_have_a_birth() -> None:
    seen = Counter(person for people in EVENTS["people"] for person in people)
    assert [person for person, _ in seen.most_common(30) if not PEOPLE.at[person, "born"]] == []


def test_every_person_is_needed() -> None:
    named = set(ROLES["person"]) | {person for people in EVENTS["people"] for person in people}
    crews = {name for crew in MANKIND.missions["crew"] for name in crew}
    idle = [person for person, row in PEOPLE.iterrows() if person not in named and row["name"] not in crews]
    assert idle == []


def test_ages_are_plausible() -> None:
    for row in EVENTS.itertuples():
        for person in row.people:
            if born := PEOPLE.at[person, "born"]:
                assert aging.years(dates.parse(born).last, row.first) < 90, (row.id, person)
    for row in ROLES[ROLES["from"] != ""].to_dict("records"):
        born = PEOPLE.at[row["person"], "born"]
        if born and row["role"] != "School student":
            oldest = aging.years(dates.parse(born).first, dates.parse(row["from"]).last)
            assert oldest >= 17, (row["person"], row["role"])


@pytest.mark.parametrize("child", PARENTS)
def test_parents_are_older(child: str) -> None:
    born = dates.parse(PEOPLE.at[child, "born"])
    for parent in PARENTS[child]:
        assert aging.years(dates.parse(PEOPLE.at[parent, "born"]).first, born.last) >= 18, parent
        assert aging.years(dates.parse(PEOPLE.at[parent, "born"]).last, born.first) <= 45, parent


def test_every_president_governs_alone_and_in_turn() -> None:
    terms = ROLES[(ROLES["role"] == "President of the United States") & (ROLES["from"] > "1963")]
    assert list(terms["person"]) == list(PRESIDENTS)
    assert (
        dict(zip(terms["person"], zip(terms["from"], terms["until"], strict=True), strict=True)) == PRESIDENTS
    )
    assert all(
        before == begins for before, begins in zip(terms["until"][:-1], terms["from"][1:], strict=True)
    )


@pytest.mark.parametrize(
    "post", ["Leader of the Soviet Union", "NASA administrator", "Vice President of the United States"]
)
def test_a_post_has_one_holder_at_a_time(post: str) -> None:
    held = ROLES[(ROLES["role"] == post) & (ROLES["from"] != "")].to_dict("records")
    held.sort(key=lambda row: dates.parse(row["from"]).first)
    assert len(held) >= 2
    for before, after in pairwise(held):
        assert before["until"], before["person"]
        assert dates.parse(before["until"]).first <= dates.parse(after["from"]).last, after["person"]


POSTS = {
    "President of the United States": ("Lyndon B. Johnson", 12),
    "Leader of the Soviet Union": ("Leonid Brezhnev", 8),
    "Prime Minister of the United Kingdom": ("Harold Wilson", 14),
    "NASA administrator": ("James Webb", 24),
}
"""Of our history: who held the post when the two split, and how many rows it has."""


@pytest.mark.parametrize("post", POSTS)
def test_a_post_of_our_history_passes_from_hand_to_hand(post: str) -> None:
    held = MANKIND.our_spans[MANKIND.our_spans["subject"] == post]
    split = dates.parse(EVENTS["date"].iat[MANKIND.event_rows[str(MANKIND.divergence)]]).first
    days = [
        (dates.parse(begun).first, dates.parse(ended).last if ended else 1 << 30)
        for begun, ended in zip(held["from"], held["until"], strict=True)
    ]
    (first,) = [
        name for name, (begun, ended) in zip(held["name"], days, strict=True) if begun <= split < ended
    ]
    assert (first, len(held)) == POSTS[post]
    for (_, before), (after, _) in pairwise(days):
        assert 0 <= after - before <= 4, dates.day_words(after)


def test_what_holds_in_our_history_has_sources() -> None:
    spans = MANKIND.our_spans
    assert spans.loc[spans["sources"].map(len) == 0, "name"].tolist() == []
    assert set(spans["subject"]) == {*POSTS, "Moon", "Earth orbit"}
    bodies = spans[spans["subject"].isin(MANKIND.bodies)]
    assert bodies.loc[bodies["title"] == "", "name"].tolist() == []
    assert (spans["subject"] == "Moon").sum() == 6
