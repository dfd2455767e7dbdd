"""Who holds a post and who is where in a month, in both histories; and other data sets."""

from __future__ import annotations

import itertools

import pytest

from tests.made import made
from tests.sets import BRASS, MANKIND
from timeline import dates
from timeline.dataset import load
from timeline.view import View
from timeline.world import months, states, world
from timeline.world.bodies import Body, home
from timeline.world.posts import spans, standings
from timeline.world.weight import consequences

# -- who and where


def test_who_governs() -> None:
    def names(month: str, role: str) -> tuple[list[str], list[str]]:
        found = {each.role: each for each in world(MANKIND, View(), month).offices}[role]
        return [each.name for each in found.there], [each.name for each in found.here]

    president = "President of the United States"
    assert names("1974-12", president) == (["Ted Kennedy"], ["Gerald Ford"])
    assert names("1977-01", president) == (["Ted Kennedy", "Ronald Reagan"], ["Gerald Ford", "Jimmy Carter"])
    assert names("1995-06", president) == (["Ellen Wilson"], ["Bill Clinton"])
    assert names("1995-06", "Leader of the Soviet Union") == (["Mikhail Gorbachev"], ["Boris Yeltsin"])


def test_an_end_that_nobody_tells_is_no_end_of_the_world() -> None:
    found = {each.role: each for each in world(MANKIND, View(), "2012-06").offices}
    gore = found["President of the United States"]
    assert gore.there == ()
    assert gore.before
    assert (gore.before.name, gore.before.when) == ("Al Gore", "from 20 Jan 2001")
    assert not gore.differs


def test_a_holder_says_how_sure_it_is() -> None:
    found = {each.role: each for each in world(MANKIND, View(), "1983-06").offices}
    (leader,) = found["Leader of the Soviet Union"].there
    assert (leader.name, leader.when, leader.sure) == ("Yuri Andropov", "perhaps since 12 Nov 1982", True)
    assert not found["Leader of the Soviet Union"].differs
    assert found["NASA administrator"].differs


def test_who_and_what_is_where() -> None:
    bodies = {each.name: each for each in world(MANKIND, View(), "1983-06").bodies}
    assert home(MANKIND) not in bodies
    moon = bodies["Moon"]
    assert {"Jamestown", "Zvezda"} <= {base.name for base in moon.bases}
    assert "Tracy Stevens" in {each.name for each in moon.people if each.place == "Jamestown" and each.sure}
    assert moon.here == ()
    assert moon.before
    assert (moon.before.name, moon.before.when) == ("Apollo 17", "until 14 Dec 1972")
    assert [each.name for each in bodies["Earth orbit"].here] == ["Salyut 7"]
    assert "Mars" not in bodies
    mars = {each.name: each for each in world(MANKIND, View(), "1995-06").bodies}["Mars"]
    assert (mars.here, mars.before) == ((), None)
    assert len(mars.people) == len({each.person for each in mars.people}) >= 5


def test_the_dead_are_nowhere() -> None:
    for month in ("1984-01", "1996-01", "2004-06"):
        first = months.days(months.number(month))[0]
        for body in world(MANKIND, View(), month).bodies:
            for each in body.people:
                died = MANKIND.people.at[each.person, "died"]
                assert not died or dates.parse(died).last >= first


def test_what_is_founded_next_is_known_as_far_as_it_is_told() -> None:
    moon = {each.name: each for each in world(MANKIND, View(), "1970-01").bodies}["Moon"]
    assert moon.coming
    assert moon.coming.name == "Jamestown"
    early = {each.name: each for each in world(MANKIND.until("S1E03"), View(), "1970-01").bodies}
    assert early["Moon"].coming is None


def test_the_latest_events_are_over() -> None:
    now = world(MANKIND, View(), "1983-06")
    assert [each.field for each in now.news] == list(MANKIND.histories.fields)
    for each in now.news:
        row = MANKIND.events.iloc[MANKIND.event_rows[each.event]]
        assert row["last"] <= now.end
        assert row["category"] in MANKIND.histories.fields[each.field]


def test_our_history_is_cut_where_the_reader_stands() -> None:
    known = MANKIND.until("S1E03")
    assert "Leader of the Soviet Union" not in {each.subject for each in spans(known)}
    assert {each.name for each in spans(known) if each.subject.startswith("President")} == {
        *("Lyndon B. Johnson", "Richard Nixon")
    }
    assert all(
        not each.ended or dates.parse(each.ended).first <= known.events["last"].max() for each in spans(known)
    )


def test_standings_end_where_the_next_begins() -> None:
    for person, held in itertools.groupby(
        sorted(standings(MANKIND), key=lambda each: each.person), key=lambda each: each.person
    ):
        for before, after in itertools.pairwise(sorted(held, key=lambda each: each.most[0])):
            assert before.ended or before.most[1] <= max(after.most[0], before.most[0]), person


# -- other sets


def test_the_small_history_in_its_best_month() -> None:
    now = world(BRASS, View(), "")
    assert (now.month, now.median) == ("1857-08", 1)
    assert [each.event for each in now.held[states.THEIRS]] == ["cable-holds"]
    assert [each.event for each in now.held[states.HERE]] == ["engine-funded", "ada-survives"]
    (office,) = now.offices
    assert ([each.name for each in office.there], [each.name for each in office.here]) == (
        ["Ada Lovelace"],
        ["George Airy"],
    )
    assert [(each.name, [who.name for who in each.here]) for each in now.bodies] == [
        ("Sea", ["The Agamemnon"])
    ]


def test_nothing_to_compare_is_no_error(tmp_path_factory: pytest.TempPathFactory) -> None:
    nothing = world(MANKIND, View(q="no such words"), "1983-06")
    assert not any(nothing.held.values())
    assert (nothing.before, nothing.after, nothing.chosen, nothing.median, nothing.news) == (
        "",
        "",
        {},
        0,
        (),
    )
    bare = load(made(tmp_path_factory.mktemp("made") / "set", 40, splits=False))
    now = world(bare, View(), "")
    assert now.offices == ()
    assert now.earliest <= now.month <= now.latest


def test_what_follows_from_an_event_is_counted_once() -> None:
    follows = consequences(BRASS)
    assert follows["press-engine"] == 0
    assert follows["ada-meets-babbage"] == max(follows.values())
    assert follows["engine-funded"] == 5


# -- who is there, and who still on the way


def bodies_of(month: str) -> dict[str, Body]:
    return {each.name: each for each in world(MANKIND, View(), month).bodies}


def test_who_has_arrived_is_not_on_the_way() -> None:
    moon = bodies_of("1983-06")["Moon"]
    assert "Tracy Stevens" in {each.name for each in moon.people}
    assert "Tracy Stevens’s flight to Jamestown" not in moon.flights
    assert "Apollo 22" not in bodies_of("1974-10")["Moon"].flights


def test_who_is_aboard_a_flight_is_still_on_the_way() -> None:
    mars = bodies_of("1994-12")["Mars"]
    assert "Edward Baldwin" in {each.name for each in mars.people if each.place == "Phoenix"}
    assert "Helios Mars mission (Phoenix)" in mars.flights


@pytest.mark.parametrize("month", ["1974-10", "1983-09", "1983-10", "1995-03", "2003-07", "2003-09"])
def test_nobody_is_at_a_place_and_on_the_way_to_it(month: str) -> None:
    crews = dict(zip(MANKIND.missions["name"], MANKIND.missions["crew"], strict=True))
    for body in bodies_of(month).values():
        coming = {who for flight in body.flights for who in crews[flight] if "Phoenix" not in flight}
        assert coming.isdisjoint(each.name for each in body.people), (body.name, month)


def test_a_place_is_there_since_its_founding() -> None:
    moon = bodies_of("1983-06")["Moon"]
    assert {base.name: base.when for base in moon.bases} == {
        "Jamestown": "since 12 Oct 1973",
        "Zvezda": "since Sep – Nov 1974",
    }
    coming = bodies_of("1983-06")["Earth orbit"].coming
    assert coming
    assert (coming.name, coming.when) == ("Polaris", "from 1990 – 1992")


def test_a_stay_of_ours_tells_of_no_later_crew() -> None:
    (station,) = bodies_of("2012-12")["Earth orbit"].here[-1:]
    assert (station.name, station.title) == ("Tiangong-1", "station, crews of three for days at a time")
