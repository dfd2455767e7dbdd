"""The world in a month: which history has what by then, and the months that can be asked for."""

from __future__ import annotations

import csv
import itertools
from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import BUNDLED
from tests.sets import BRASS, MANKIND
from tests.views import views
from timeline import dates
from timeline.histories import End, Pair, pairs
from timeline.shifts import between
from timeline.view import View
from timeline.world import differences, months, narrowing, states, usual, world
from timeline.world.change import Change


def end_of(month: str) -> int:
    return months.days(months.number(month))[1]


def end(text: str) -> End:
    when = dates.parse(text)
    return End(text, text, text, when, (when.first + when.last) / 2)


def pair(relation: str, theirs: str, ours: str = "") -> Pair:
    there, here = end(theirs), end(ours) if ours else None
    shift = between(there.date, here.date) if here else None
    return Pair("a", relation, ours, there, here, shift, 1, 1, "", "", "", leads=False)


# -- states


@pytest.mark.parametrize(
    ("relation", "theirs", "ours", "month", "state"),
    [
        ("earlier", "1971-03-01", "1983-06-18", "1971-02", states.NONE),
        ("earlier", "1971-03-01", "1983-06-18", "1971-03", states.THEIRS),
        ("earlier", "1971-03-01", "1983-06-18", "1983-05", states.THEIRS),
        ("earlier", "1971-03-01", "1983-06-18", "1983-06", states.BOTH),
        ("earlier", "1971", "1983-06", "1971-06", states.OPEN),
        ("earlier", "1971", "1983-06", "1971-12", states.THEIRS),
        ("earlier", "1971-06~", "1983-06", "1971-06", states.OPEN),
        ("earlier", "1971-06~", "1983-06", "1971-07", states.THEIRS),
        ("earlier", "1971-03-01?", "1983-06", "1971-03", states.THEIRS),
        ("earlier", "1971-03-28?", "1983-06", "1971-03", states.OPEN),
        ("earlier", "1971-01/1972-06", "1983", "1972-05", states.OPEN),
        ("earlier", "1971-01/1972-06", "1983", "1983-01", states.OPEN),
        ("later", "2003", "1991-12-25", "1991-12", states.OURS),
        ("later", "2003", "1991-12-25", "2003-06", states.OPEN),
        ("later", "2003", "1991-12-25", "2003-12", states.BOTH),
        ("same", "1983-09-01", "1983-09-01", "1983-08", states.NONE),
        ("same", "1983-09-01", "1983-09-01", "1983-09", states.BOTH),
        ("altered", "1972-11-07", "1972-11-07", "1972-11", states.OTHERWISE),
        ("altered", "1972-11-07", "1974-01-01", "1972-12", states.OPEN),
        ("altered", "1972-11-07", "1974-01-01", "1974-01", states.OTHERWISE),
        ("never", "197X", "", "1975-01", states.OPEN),
        ("never", "197X", "", "1979-12", states.THERE),
        ("averted", "1969-07-18", "1980-12-08", "1980-11", states.NONE),
        ("averted", "1969-07-18", "1980-12-08", "1980-12", states.HERE),
    ],
)
def test_a_pair_stands_where_its_dates_put_it(
    relation: str, theirs: str, ours: str, month: str, state: str
) -> None:
    assert states.state(pair(relation, theirs, ours), end_of(month)) == state


FINAL = {
    "never": states.THERE, "averted": states.HERE, "altered": states.OTHERWISE,
    "earlier": states.BOTH, "later": states.BOTH, "same": states.BOTH,
}  # fmt: skip


def test_no_pair_goes_back() -> None:
    ends = [end_of(f"{year}-{month:02}") for year in range(1930, 2031, 3) for month in (1, 12)]
    for each in pairs(MANKIND, View()):
        come = [states.both(each, day) for day in ends]
        assert all(a <= c and b <= d for (a, b), (c, d) in itertools.pairwise(come)), each.event
        passed = [states.state(each, day) for day in ends]
        assert passed[0] == states.NONE
        assert passed[-1] == FINAL[each.relation], each.event
        assert len(set(passed[passed.index(FINAL[each.relation]) :])) == 1


@settings(max_examples=25)
@given(views(MANKIND), st.integers(1960 * 12, 2020 * 12))
def test_every_pair_is_in_one_state(view: View, month: int) -> None:
    now = world(MANKIND, view, months.text(month))
    beside = pairs(MANKIND, narrowing(view))
    counts = Counter(states.state(each, now.end) for each in beside)
    assert set(counts) <= {*states.STATES, states.NONE}
    for state in states.STATES:
        once = {each.counterpart if state == states.HERE else each.event for each in now.held[state]}
        assert len(once) == len(now.held[state])
        assert len(once) <= counts[state]
        assert state == states.HERE or len(once) == counts[state]
        weights = [each.importance for each in now.held[state]]
        assert weights == sorted(weights)
    assert set(now.chosen) == {state for state in states.STATES if now.held[state]}
    assert all(each in now.held[state] for state, each in now.chosen.items())


# -- recount


@pytest.mark.parametrize("month", ["1983-06", "1995-06"])
def test_the_numbers_are_those_of_the_files(month: str) -> None:
    """Count from the cells alone, with dates read by other code than the program's."""
    rows = {name: list(read(name)) for name in ("events", "our_history")}
    ours = {row["id"]: row["date"] for row in rows["our_history"]}
    last = last_of(month).toordinal()
    counted: Counter[str] = Counter()
    averted = set()
    for row in rows["events"]:
        there, here = (past(row["date"], last), past(ours.get(row["counterpart"], ""), last))
        relation = row["relation"]
        if relation == "averted" and here == "yes":
            averted.add(row["counterpart"])
        elif relation == "never" and there == "yes":
            counted["there"] += 1
        elif relation == "altered" and (there, here) == ("yes", "yes"):
            counted["otherwise"] += 1
        elif relation in ("earlier", "later", "same"):
            counted[f"{there} {here}"] += 1
    held = {state: len(found) for state, found in world(MANKIND, View(), month).held.items()}
    assert held["here"] == len(averted)
    assert (held["there"], held["otherwise"]) == (counted["there"], counted["otherwise"])
    assert held["theirs"] == counted["yes no"]
    assert held["ours"] == counted["no yes"]
    assert held["both"] == counted["yes yes"]
    assert held["theirs"] > 15


def read(name: str) -> list[dict[str, str]]:
    with (BUNDLED / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def last_of(text: str) -> date:
    """Return the last day of a year, a month or a day without marks."""
    year, month, day = (int(part) for part in f"{text}-0-0".split("-")[:3])
    if day:
        return date(year, month, day)
    return date(year + (month in (0, 12)), 1 if month in (0, 12) else month + 1, 1) - timedelta(days=1)


def first_of(text: str) -> date:
    year, month, day = (int(part) for part in f"{text}-0-0".split("-")[:3])
    return date(year, month or 1, day or 1)


def past(text: str, last: int) -> str:
    """Tell whether a date is over by a day: yes, no or perhaps; an end in doubt reaches as far again."""
    if not text:
        return ""
    begun, ended = (text.split("/") * 2)[:2]
    bare = [end.rstrip("~?").replace("X", "0") for end in (begun, ended)]
    low = first_of(bare[0]).toordinal()
    high = last_of(bare[1]).toordinal() if "X" not in ended else date(int(bare[1]) + 9, 12, 31).toordinal()
    if begun[-1] in "~?":
        low -= max(7, last_of(bare[0]).toordinal() - low + 1)
    if ended[-1] in "~?":
        high += max(7, last_of(bare[1]).toordinal() - first_of(bare[1]).toordinal() + 1)
    return "yes" if high <= last else "perhaps" if low <= last else "no"


# -- months


def test_it_begins_where_history_splits_and_ends_with_what_is_told() -> None:
    now = world(MANKIND, View(), "1800-01")
    assert (now.month, now.earliest, now.latest) == ("1966-01", "1966-01", "2012-12")
    assert world(MANKIND, View(), "2999-12").month == "2012-12"
    assert world(BRASS, View(), "").earliest == "1833-06"


@pytest.mark.parametrize("gate", MANKIND.episodes.index[::6])
def test_the_end_tells_no_more_than_the_reader_knows(gate: str) -> None:
    known = MANKIND.until(gate)
    now = world(known, View(), "2100-01")
    assert months.days(months.number(now.latest))[0] <= known.events["last"].max()
    assert {each.event for held in now.held.values() for each in held} <= set(known.events["id"])
    assert now.after == ""


@settings(max_examples=25)
@given(st.integers(1960 * 12, 2020 * 12))
def test_steps_lead_to_the_nearest_difference(month: int) -> None:
    now = world(MANKIND, View(), months.text(month))
    found = [months.text(each) for each in differences(MANKIND, View())]
    assert now.before == max((each for each in found if each < now.month), default="")
    assert now.after == min((each for each in found if each > now.month), default="")
    if now.after:
        then = world(MANKIND, View(), now.after)
        quiet = world(MANKIND, View(), months.text(months.number(now.after) - 1))
        assert then.held != quiet.held


def test_months_are_numbers() -> None:
    assert months.text(months.number("1983-06")) == "1983-06"
    assert months.words(months.number("1983-06")) == "June 1983"
    assert months.containing(dates.parse("1983-12-31").first) + 1 == months.number("1984-01")
    first, last = months.days(months.number("1984-02"))
    assert last - first == 28


def test_the_usual_month_is_the_one_with_most_that_we_wait_for() -> None:
    most = len(world(MANKIND, View(), months.text(usual(MANKIND))).held[states.THEIRS])
    for year in range(1966, 2013, 4):
        assert len(world(MANKIND, View(), f"{year}-12").held[states.THEIRS]) <= most


def test_facets_narrow_and_a_window_does_not() -> None:
    chosen = world(MANKIND, View(category=("spaceflight",), start="1990"), "1983-06")
    assert chosen.held == world(MANKIND, View(category=("spaceflight",)), "1983-06").held
    assert 0 < len(chosen.held[states.THEIRS]) < len(world(MANKIND, View(), "1983-06").held[states.THEIRS])
    assert [each.field for each in chosen.news] == ["Spaceflight"]


# -- what is new


def test_every_difference_is_told_in_its_month() -> None:
    beside = pairs(MANKIND, View())
    for month in differences(MANKIND, View())[::6]:
        now = world(MANKIND, View(), months.text(month))
        assert now.changes, now.month
        for each in now.changes:
            assert each.pair in beside
            assert each.now == states.state(each.pair, now.end) != each.before
            assert each.before == states.state(each.pair, months.days(month - 1)[1])
        weights = [each.pair.importance for each in now.changes]
        assert weights == sorted(weights)


def test_a_month_between_differences_has_nothing_new() -> None:
    found = differences(MANKIND, View())
    quiet = next(month + 1 for month in found if month + 1 not in found)
    assert world(MANKIND, View(), months.text(quiet)).changes == ()


@pytest.mark.parametrize(
    ("before", "now", "name", "said"),
    [
        (states.NONE, states.THEIRS, "1971", "there first"),
        (states.THEIRS, states.BOTH, "1983", "now here too"),
        (states.OURS, states.BOTH, "1971", "now there too"),
        (states.OPEN, states.BOTH, "1971", "in both"),
        (states.NONE, states.OURS, "1983", "here first"),
        (states.NONE, states.HERE, "1983", "only here"),
        (states.OPEN, states.OTHERWISE, "1971", "otherwise here"),
    ],
)
def test_a_change_says_which_half_happened(before: str, now: str, name: str, said: str) -> None:
    each = Change(pair("earlier", "1971", "1983"), before, now)
    assert (each.name, each.said) == (name, said)
