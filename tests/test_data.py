"""The bundled set as a reference work: whole, sourced, in its order of time, and right where others err."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any
from urllib.parse import urlsplit

import pandas as pd
import pytest

from tests.sets import MANKIND
from timeline import dates, query
from timeline.schema import TABLES
from timeline.view import View

EVENTS, PEOPLE, ROLES = MANKIND.events, MANKIND.people, MANKIND.roles
SEASONS, JUMPS = MANKIND.seasons, MANKIND.jumps
TURNS = EVENTS[(EVENTS["importance"] <= 2) & (EVENTS["season"] > 0)]
CAUSES = dict(zip(EVENTS["id"], EVENTS["caused_by"], strict=True))

SEED = """
superpowers-turn-to-asteroid-mining happy-valley-class-divide margo-reveals-defection
dev-and-ed-plan-asteroid-heist plan-to-bring-goldilocks-to-earth cia-and-kgb-agents-unmasked
agents-brutalise-black-marketeers cia-orders-raid-on-north-korean-module happy-valley-riot
danielle-poole-shot danielle-returns-to-earth aleida-and-margo-hack-capture-program
goldilocks-stolen-for-mars margo-takes-the-blame margo-madison-arrested morozova-faces-soviet-inquiry
hobson-disgraced-by-torture-leak story-leaps-to-2012 lee-reunited-with-wife-on-mars
dev-at-kuznetsov-station-2012 kuznetsov-station-mines-goldilocks kuznetsov-first-human-on-asteroid
ranger-1-reaches-kronos
""".split()

NOT_SOURCES = re.compile(
    r"(^|\.)(truemac\.vn|londontheatreofballroom\.com|lalacufehiko\.pages\.dev|0123moviesfree\.me"
    r"|rottentomatoes\.top|alu21\.com|(redlib|libred)\..*|reddit\.(?!com$).*|.*\.wikipedia\.org\."
    r"|.*azureedge\.net|shapes\.inc|(visualfoodie|winenfood|eatsip365|pupjunkies|toolify|hanna-ai"
    r"|motioncascade)\..*)$"
)
"""Hosts that show other people's pages as their own, and hosts whose pages a machine wrote."""


def event(name: str) -> pd.Series:
    return EVENTS.iloc[MANKIND.event_rows[name]]


def middle(text: str) -> float:
    date = dates.parse(text)
    return (date.first + date.last) / 2 / 365.2425


def rank(episode: str) -> int:
    return list(MANKIND.episodes.index).index(episode)


def asked(where: pd.Series) -> list[str]:
    """Return the ids of the events that are marked."""
    return [str(each) for each in EVENTS.loc[where, "id"]]


# ---- Whole


@pytest.mark.parametrize("name", SEED)
def test_every_seed_fact_is_there(name: str) -> None:
    assert name in MANKIND.event_rows


def test_the_years_between_seasons_have_their_montages() -> None:
    shown = EVENTS[EVENTS["told"].isin({"montage", "bonus-newsreel"})]
    assert set(shown["season"]) == {2, 3, 4}
    for row in shown.itertuples():
        before, opens = SEASONS.at[row.season - 1, "end"], SEASONS.at[row.season, "start"]
        assert row.last >= dates.parse(before).first, row.id
        assert row.first <= dates.parse(opens).last, row.id
    counts = Counter(shown["decade"])
    assert all(counts[decade] >= 4 for decade in (1970, 1980, 1990, 2000)), counts


def test_turning_points_have_causes_and_lead_back_to_the_divergence() -> None:
    assert [row.id for row in TURNS.itertuples() if not row.caused_by] == []
    lost = [name for name in TURNS["id"] if MANKIND.divergence not in _before(name)]
    assert len(lost) <= len(TURNS) / 10, lost


def test_all_but_three_chains_lead_back_to_the_divergence() -> None:
    caused = EVENTS.loc[EVENTS["caused_by"].map(bool), "id"]
    lost = {name for name in caused if MANKIND.divergence not in _before(name)}
    assert lost == {"apollo-10-dress-rehearsal", "aleida-crosses-border", "gorbachev-takes-power"}


def test_what_is_founded_is_a_base_or_a_centre() -> None:
    """A landing site is no base: the pictures call a place with a founding one that exists."""
    places = MANKIND.places
    assert "" == places.at["apollo-11-landing-site", "founded"] != places.at["jamestown", "founded"]


def _before(name: str) -> set[str]:
    """Return everything that an event follows from."""
    found: set[str] = set()
    todo = [name]
    while todo:
        causes = set(CAUSES[todo.pop()]) - found
        found |= causes
        todo += causes
    return found


def test_the_premise_is_known_from_the_start() -> None:
    premise = event("korolev-survives-surgery")
    assert MANKIND.divergence == premise["id"]
    assert (premise["episode"], premise["told"], premise["date"][:7]) == ("S1E01", "makers", "1966-01")


def test_many_events_stand_beside_our_history() -> None:
    assert (EVENTS["relation"] != "").sum() >= 260
    assert set(MANKIND.our_history.index) == set(EVENTS["counterpart"]) - {""}
    assert [name for name, row in MANKIND.our_history.iterrows() if not row["sources"]] == []


# ---- Sourced


def test_events_have_sources() -> None:
    assert (EVENTS["sources"].map(len) > 0).mean() >= 0.95
    assert asked((EVENTS["sources"].map(len) == 0) & (EVENTS["confidence"] != "low")) == []
    alone = (EVENTS["importance"] == 1) & (EVENTS["sources"].map(len) < 2)
    assert asked(alone & ~EVENTS["note"].str.contains("ingle source")) == []


def test_no_source_is_a_mirror_or_a_machine() -> None:
    hosts = {urlsplit(url).hostname or "" for url in MANKIND.sources["url"] if url}
    assert len(hosts) > 100
    assert [host for host in hosts if NOT_SOURCES.search(host)] == []
    assert NOT_SOURCES.search("www.truemac.vn")
    assert NOT_SOURCES.search("reddit.example.org")


def test_births_deaths_and_unknowns_have_sources() -> None:
    dated = PEOPLE[(PEOPLE["born"] != "") | (PEOPLE["died"] != "")]
    assert [person for person, row in dated.iterrows() if not row["sources"]] == []
    assert [name for name, row in MANKIND.unknowns.iterrows() if not row["sources"]] == []
    assert len(MANKIND.unknowns) >= 30


# ---- In order of time and of telling


def test_a_relation_agrees_with_the_dates() -> None:
    for row in EVENTS[EVENTS["counterpart"] != ""].itertuples():
        ours = MANKIND.our_history.loc[row.counterpart]
        gap = max(0, row.first - ours["last"], ours["first"] - row.last)
        sense = {
            "same": gap == 0,
            "earlier": row.first < ours["last"],
            "later": row.last > ours["first"],
            "altered": gap <= 3 * 366,
            "averted": True,
        }
        assert sense[row.relation], f"{row.id}: {row.date} is not {row.relation} beside {ours['date']}"


def test_an_episode_tells_of_its_season_and_of_people_met() -> None:
    for row in EVENTS[EVENTS["episode"] != ""].itertuples():
        assert row.season in (0, MANKIND.episodes.at[row.episode, "season"]), row.id
        for person in row.people:
            met = PEOPLE.at[person, "introduced"]
            assert not met or rank(met) <= rank(row.episode), f"{row.id}: {person} is met in {met}"


def test_no_text_names_a_person_before_they_are_met() -> None:
    met = {row.name: rank(row.introduced) for row in PEOPLE.itertuples() if row.introduced}
    texts = [
        (row.id, row.episode, f"{row.headline} {row.label} {row.summary}") for row in EVENTS.itertuples()
    ]
    texts += [(str(n), row["introduced"], row["description"]) for n, row in PEOPLE.iterrows()]
    texts += [(row["person"], row["told"], row["role"]) for _, row in ROLES.iterrows()]
    texts += [(str(n), row["episode"], row["seen"]) for n, row in JUMPS.iterrows()]
    texts += [
        (str(n), row["episode"], f"{row['question']} {row['known']}")
        for n, row in MANKIND.unknowns.iterrows()
    ]
    early = [
        (where, name)
        for where, episode, text in texts
        for name, first in met.items()
        if episode and rank(episode) < first and name in text
    ]
    assert early == []


def test_what_can_be_read_has_an_episode() -> None:
    assert [row.person for row in ROLES.itertuples() if not row.told] == []
    assert asked((EVENTS["episode"] == "") & (EVENTS["season"] == 0)) == []
    assert [person for person, row in PEOPLE.iterrows() if row["died"] and not row["told_death"]] == []
    assert (EVENTS["episode"] != "").mean() >= 0.97


@pytest.mark.parametrize("season", JUMPS.index)
def test_jumps_match_seasons(season: int) -> None:
    jump: Any = JUMPS.loc[season]
    left, opens = dates.parse(jump["from"]), dates.parse(jump["opens"])
    end = dates.parse(SEASONS.at[season, "end"])
    assert left.first <= end.last
    assert end.first <= left.last
    assert opens.first <= SEASONS.at[season + 1, "first"] <= opens.last
    assert MANKIND.episodes.loc[jump["episode"], "season"] == season
    seen = event(jump["event"])
    assert jump["looks_first"] <= seen["last"]
    assert seen["first"] <= jump["looks_last"]


# ---- Right where others err


@pytest.mark.parametrize(("season", "years"), [(1, 8.5), (2, 8.5), (3, 8), (4, 9)])
def test_the_seasons_are_not_ten_years_apart(season: int, years: float) -> None:
    jump = JUMPS.loc[season]
    assert abs(middle(jump["opens"]) - middle(jump["from"]) - years) <= 0.5


def test_season_two_does_not_lead_straight_into_season_three() -> None:
    jump = JUMPS.loc[2]
    assert (jump["looks_ahead"], jump["opens"]) == ("1995", "1992-07")


@pytest.mark.parametrize(
    ("name", "person", "day"),
    [
        ("kennedy-wins-1972-election", "ted-kennedy", "1972-11-07"),
        ("al-gore-elected-president", "al-gore", "2000-11-07"),
        ("al-gore-inaugurated", "al-gore", "2001-01-20"),
    ],
)
def test_elections_fall_on_their_days(name: str, person: str, day: str) -> None:
    assert event(name)["date"] == day
    assert person in event(name)["people"]


# ---- One hand


def test_texts_are_short() -> None:
    assert asked(EVENTS["headline"].str.split().map(len) > 10) == []
    assert asked(EVENTS["summary"].str.split().map(len) > 45) == []
    assert asked(EVENTS["headline"].str.endswith(".")) == []
    assert asked((EVENTS["importance"] <= 2) & (EVENTS["label"] == "")) == []


@pytest.mark.parametrize("name", TABLES)
def test_quotes_are_typographic(name: str) -> None:
    frame = getattr(MANKIND, name).reset_index()
    for column in TABLES[name].columns:
        if column.kind == "text":
            cells = frame[column.name].explode().dropna().astype(str)
            assert cells[cells.str.contains(r"['\"]")].tolist() == [], column.name


@pytest.mark.parametrize("question", MANKIND.questions.index)
def test_every_ready_question_has_an_answer(question: str) -> None:
    view, notices = View.parse(MANKIND.questions.at[question, "view"], MANKIND)
    assert notices == ()
    assert len(query.select(MANKIND, view)) >= 3
