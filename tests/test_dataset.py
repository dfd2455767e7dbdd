"""The Dataset: what a valid folder becomes, and what of it is known up to an episode."""

from __future__ import annotations

import csv
import datetime
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from tests.conftest import BUNDLED, SMALL
from timeline import dates
from timeline.dataset import Dataset, load
from timeline.schema import TABLES


def ids(frame: pd.DataFrame) -> list[str]:
    return [str(each) for each in frame.get("id", frame.index)]


def event(dataset: Dataset, name: str) -> pd.Series:
    return dataset.events.iloc[dataset.event_rows[name]]


def test_the_package_speaks_for_itself(small: Dataset) -> None:
    assert (small.name, small.title, small.version) == ("brass-numbers", "Brass Numbers", "1.0.0")
    assert small.licence == "CC0-1.0"
    assert small.description.startswith("An invented alternate history")
    assert small.divergence == "ada-meets-babbage"
    assert small.coverage == {"1": "complete", "2": "partial: two episodes of eight"}
    assert small.categories == ("politics", "science", "people", "transport")
    assert small.tags == ("first", "death")
    assert small.bodies == ("Sea", "Land")


@pytest.mark.parametrize("path", [SMALL, BUNDLED], ids=["small", "bundled"])
@pytest.mark.parametrize("name", TABLES)
def test_every_row_and_cell_arrives(path: Path, name: str, request: pytest.FixtureRequest) -> None:
    dataset: Dataset = request.getfixturevalue("small" if path == SMALL else "bundled")
    with (path / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    frame: pd.DataFrame = getattr(dataset, name)
    table = TABLES[name]
    frame = frame.sort_values("row") if name == "events" else frame.reset_index(drop=not table.key)
    if name in {"seasons", "jumps", "episodes"}:
        rows.sort(key=lambda row: (int(row["season"]), int(row.get("number", 0))))
    for column in table.columns:
        cells = [";".join(cell) if column.many else str(cell) for cell in frame[column.name]]
        assert cells == [row[column.name] for row in rows]


def test_events_have_types(small: Dataset) -> None:
    first = event(small, "first-programme")
    assert first["people"] == ("ada-lovelace",)
    assert first["missions"] == ()
    assert first["caused_by"] == ("engine-funded",)
    assert first["counterpart"] == ""
    kinds = {name: small.events[name].dtype.kind for name in small.events}
    assert {
        kinds[name] for name in ("season", "importance", "first", "last", "told_rank", "row", "decade")
    } == {"i"}
    assert kinds["approximate"] == "b"
    assert kinds["position"] == "f"
    assert not small.events.isna().any(axis=None)


def test_events_know_their_days(small: Dataset) -> None:
    spring = event(small, "engine-office-opens")
    assert (spring["first"], spring["last"]) == (dates.parse("1834-03").first, dates.parse("1834-05").last)
    assert (spring["precision"], spring["approximate"], spring["words"]) == (
        "season",
        True,
        "perhaps spring 1834",
    )
    vague = event(small, "babbage-tables")
    assert (vague["approximate"], vague["words"], vague["decade"]) == (True, "about 1812", 1810)
    assert not event(small, "ada-meets-babbage")["approximate"]


def test_an_event_lies_where_its_first_place_does(small: Dataset) -> None:
    assert event(small, "cable-holds")["body"] == "Sea"
    assert event(small, "engine-funded")["body"] == "Land"
    assert event(small, "press-engine")["body"] == small.bodies[-1]


@pytest.mark.parametrize("name", ["small", "bundled"])
def test_events_stand_in_order(name: str, request: pytest.FixtureRequest) -> None:
    dataset: Dataset = request.getfixturevalue(name)
    events = dataset.events
    assert events.index.equals(pd.RangeIndex(len(events)))
    assert (np.diff(events["position"]) > 0).all()
    assert (events["position"] >= events["first"]).all()
    assert (events["position"] < events["last"] + 1).all()
    years = [datetime.date.fromordinal(int(day)).year for day in events["position"]]
    assert events["decade"].tolist() == [year // 10 * 10 for year in years]
    assert sorted(events["told_rank"]) == list(range(len(events)))
    assert sorted(events["row"]) == list(range(len(events)))
    assert [dataset.event_rows[each] for each in events["id"]] == list(range(len(events)))


def test_an_event_is_its_row(small: Dataset) -> None:
    for name, row in small.event_rows.items():
        assert small.event(name) == small.events.iloc[row].to_dict()
    with pytest.raises(KeyError, match="nobody"):
        small.event("nobody")


def test_the_order_of_telling_is_by_episode_then_row(small: Dataset) -> None:
    told = small.events.sort_values("told_rank")
    assert ids(told) == [
        *("babbage-tables", "ada-meets-babbage", "engine-funded", "engine-office-opens"),
        *("first-programme", "tide-tables-sold", "cable-seen"),
        *("ada-survives", "engineers-strike", "war-by-wire"),
        *("babbage-dies", "cable-holds"),
        "press-engine",
        "society-letter",
    ]


def test_other_tables_have_their_days(small: Dataset) -> None:
    assert small.seasons.index.tolist() == [0, 1, 2]
    assert dates.day_words(small.seasons.loc[1, "first"]) == "5 June 1833"
    assert dates.day_words(small.seasons.loc[1, "last"]) == "31 December 1843"
    jump = small.jumps.loc[1]
    assert [dates.day_words(jump[day]) for day in ("from_day", "looks_first", "looks_last")] == [
        *("31 December 1843", "1 January 1855", "31 December 1855")
    ]
    stopped = small.our_history.loc["difference-engine-stopped"]
    assert (stopped["words"], stopped["precision"]) == ("November 1842", "month")
    assert dates.day_words(stopped["first"]) == "1 November 1842"


def test_known_up_to_an_episode(small: Dataset) -> None:
    known = small.until("S1E02")
    assert ids(known.events) == [
        *("babbage-tables", "ada-meets-babbage", "engine-funded", "engine-office-opens"),
        *("first-programme", "tide-tables-sold", "cable-seen"),
    ]
    assert ids(known.seasons) == ["0", "1"]
    assert ids(known.episodes) == ["S1E01", "S1E02"]
    assert ids(known.jumps) == ["1"]
    assert ids(known.people) == ["ada-lovelace", "charles-babbage"]
    assert known.roles["person"].tolist() == ["charles-babbage"]
    assert ids(known.places) == ["england", "london", "north-atlantic"]
    assert ids(known.organisations) == ["engine-office"]
    assert ids(known.missions) == []
    assert ids(known.our_history) == ["difference-engine-stopped"]
    assert ids(known.sources) == ["guide", "almanac"]
    assert ids(known.questions) == ["firsts", "weighty"]
    assert ids(known.unknowns) == ["who-drew-the-cards"]
    assert known.coverage == {"1": "complete"}
    assert known.tags == ("first",)
    assert known.bodies == ("Sea", "Land")
    assert known.categories == small.categories
    assert known.divergence == "ada-meets-babbage"


def test_a_jump_is_known_by_its_episode(small: Dataset) -> None:
    known = small.until("S1E01")
    assert ids(known.jumps) == []
    assert "deaths" not in ids(known.questions)
    assert known.bodies == ("Land",)
    assert event(known, "babbage-tables")["told_rank"] == 0


def test_a_death_and_an_outcome_are_known_when_told(small: Dataset) -> None:
    assert small.people.loc["charles-babbage", "died"] == "1856~"
    known = small.until("S2E01")
    assert known.people.loc["charles-babbage", ["born", "died", "told_death"]].tolist() == [
        "1791-12-26",
        "",
        "",
    ]
    assert known.missions.loc["first-cable", ["launch", "end", "outcome"]].tolist() == ["1855-07~", "", ""]
    assert event(known, "cable-seen")["missions"] == ("first-cable",)
    assert event(small.until("S1E02"), "cable-seen")["missions"] == ()


def test_a_crew_is_known_by_those_who_are_met(bundled: Dataset) -> None:
    crew = {episode: bundled.until(episode).missions.at["mars-94", "crew"] for episode in ("S3E03", "S3E08")}
    assert crew["S3E03"] == ("Grigory Kuznetsov", "Alexei Poletov")
    assert crew["S3E08"] == bundled.missions.at["mars-94", "crew"]
    assert len(crew["S3E08"]) > 2


def test_the_end_of_a_role_is_known_when_told(small: Dataset) -> None:
    assert small.roles.loc[0, ["told", "told_until", "until"]].tolist() == ["S1E01", "S2E02", "1856~"]
    assert small.until("S2E01").roles.loc[0, ["from", "until", "told_until"]].tolist() == ["1834", "", ""]


@pytest.mark.parametrize("name", TABLES)
def test_notes_are_for_those_who_know_everything(small: Dataset, bundled: Dataset, name: str) -> None:
    assert not getattr(small.until("S2E01"), name)["note"].any()
    assert not getattr(bundled.until("S4E10"), name)["note"].any()
    assert bundled.events["note"].any()


def test_the_last_episode_tells_everything(small: Dataset) -> None:
    known = small.until("S2E02")
    assert ids(known.events) == ids(small.events)
    assert known.people.loc["charles-babbage", "died"] == "1856~"
    assert known.roles.loc[0, "until"] == "1856~"
    assert ids(known.unknowns) == ids(small.unknowns)
    assert known.unknowns.loc["who-drew-the-cards", "note"] == "Not asked of the makers."


def test_what_is_known_is_asked_once(small: Dataset) -> None:
    assert small.until("S1E01") is small.until("S1E01")
    assert small != load(SMALL)
    assert len({small, small.until("S1E01")}) == 2


def test_an_unknown_episode_is_refused(small: Dataset) -> None:
    with pytest.raises(ValueError, match=r"^'S9E01' is no episode; allowed: S1E01, S1E02, S2E01, S2E02$"):
        small.until("S9E01")


def test_what_is_known_only_grows_and_names_only_what_is_known(bundled: Dataset) -> None:
    before: dict[str, set[str]] = {name: set() for name in TABLES}
    for episode in bundled.episodes.index[::7]:
        known = bundled.until(str(episode))
        for name, table in TABLES.items():
            frame: pd.DataFrame = getattr(known, name)
            for column in table.columns:
                if column.table:
                    cells = frame.reset_index()[column.name]
                    named = set(cells.explode().dropna()) if column.many else set(cells)
                    target = getattr(known, column.table)
                    assert {str(each) for each in named} - {""} <= set(ids(target)), (
                        episode,
                        name,
                        column.name,
                    )
            if table.key == "id" and name != "sources":  # a source is disguised until its season is watched
                assert before[name] <= set(ids(frame))
                before[name] = set(ids(frame))
