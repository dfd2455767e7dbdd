"""What a reader knows who has watched up to an episode: the tables as read, without the rest."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qsl

import pandas as pd

from timeline import dates
from timeline.dataset import disguise
from timeline.schema import TABLES, Table

Tables = Mapping[str, pd.DataFrame]
_VIEW_TABLES = {
    "season": "seasons",
    "person": "people",
    "place": "places",
    "organisation": "organisations",
    "event": "events",
}
"""The words of an address that name a row, and its table."""


def watched(tables: Tables, episode: str) -> dict[str, pd.DataFrame]:
    """Return the tables' rows that the episodes up to `episode` tell, and no cell that names another row.

    What no episode tells is known at the end: an event's or a jump's of its season, everything else's of all.
    A death, another name and the end of a role are known when they are told, a mission's end when all of its
    events are, a season's with its last episode, when a jump's next season opens with that season; `disguise`
    says what else a row would give away.
    Notes weigh sources that know the whole story: the last episode alone tells them.
    """
    episodes = tables["episodes"]
    if episode not in set(episodes["id"]):
        raise ValueError(f"'{episode}' is no episode; allowed: {', '.join(episodes['id'])}")
    order = episodes.assign(s=episodes["season"].astype(int), n=episodes["number"].astype(int)).sort_values(
        ["s", "n"]
    )
    rank = pd.Series(range(len(order)), index=order["id"])
    limit = int(rank[episode])
    if limit == len(rank) - 1:
        return dict(tables)
    season, number = (int(each) for each in order[["s", "n"]].iloc[limit])
    complete = order["s"].iloc[limit + 1] != season
    known = _told(tables, rank, limit, season)
    known["seasons"] = disguise.seasons(known, 0 if complete else season)
    known["jumps"] = _if_told(known["jumps"], "opens", known["jumps"]["season"].astype(int) < season)
    known = _in_time(_used(known, tables), tables, rank, limit)
    known = disguise.sources(known, tables, (season, number), complete=bool(complete))
    return {name: _pruned(cells, TABLES[name], known) for name, cells in known.items()}


def _in_time(
    known: dict[str, pd.DataFrame], tables: Tables, rank: pd.Series, limit: int
) -> dict[str, pd.DataFrame]:
    """Return the tables with lives, roles and missions as they stand after the last episode watched."""
    people, missions = known["people"], _under_way(known["missions"], known["events"], tables["events"])
    missions = _crewed(missions, people, tables["people"])
    places = tables["places"]
    strange = places.loc[~places["id"].isin(known["places"]["id"]), "name"]
    missions = _if_told(missions, "destination", ~missions["destination"].isin(strange))
    named = people["renamed"].map(rank) <= limit
    known["missions"] = missions
    known["people"] = _if_told(
        disguise.people(people, named), "died", people["told_death"].map(rank) <= limit
    )
    known["roles"] = _if_told(known["roles"], "until", known["roles"]["told_until"].map(rank) <= limit)
    return known


def used(tables: Tables, table: str) -> set[str]:
    """Return the keys of `table` that any cell of the tables names."""
    named: set[str] = set()
    for name, cells in tables.items():
        for column in TABLES[name].columns:
            if column.table == table:
                found = cells[column.name].to_numpy()
                named.update(*(cell.split(";") for cell in found) if column.many else (found,))
    return named - {""}


def _told(tables: Tables, rank: pd.Series, limit: int, season: int) -> dict[str, pd.DataFrame]:
    """Return the tables with only the rows that an episode up to `limit` tells, where rows have one."""
    seasons_end = rank.groupby(rank.index.str.extract(r"^S(\d+)E", expand=False).to_numpy()).max()
    known = dict(tables)
    for name in ("events", "jumps"):
        cells = tables[name]
        told = cells["episode"].map(rank).fillna(cells["season"].map(seasons_end)).fillna(len(rank) - 1)
        known[name] = cells[told <= limit]
    known["episodes"] = tables["episodes"][tables["episodes"]["id"].map(rank) <= limit]
    known["seasons"] = tables["seasons"][tables["seasons"]["season"].astype(int) <= season]
    people, missions = tables["people"], tables["missions"]
    named = {table: used({"events": known["events"]}, table) for table in ("people", "missions")}
    known["people"] = _introduced(people, people["introduced"], rank, limit, named["people"])
    known["missions"] = _introduced(missions, missions["episode"], rank, limit, named["missions"])
    for name in ("unknowns", "scenes"):
        known[name] = tables[name][tables[name]["episode"].map(rank) <= limit]
    roles = tables["roles"]
    known["roles"] = roles[(roles["told"].map(rank) <= limit) & roles["person"].isin(known["people"]["id"])]
    return known


def _introduced(
    cells: pd.DataFrame, episodes: pd.Series, rank: pd.Series, limit: int, named: set[str]
) -> pd.DataFrame:
    """Return the rows whose episode is watched, or that have none and are named."""
    return cells[(episodes.map(rank) <= limit) | ((episodes == "") & cells["id"].isin(named))]


def _used(known: dict[str, pd.DataFrame], tables: Tables) -> dict[str, pd.DataFrame]:
    """Return the tables without places, organisations, real events, sources, stories, questions of none."""
    naming = {name: known[name] for name in ("events", "roles", "jumps", "missions")}
    places = tables["places"]
    inside = dict(zip(places["id"], places["part_of"], strict=True))
    around = used(naming, "places")
    while wider := {inside.get(place, "") for place in around} - around - {""}:
        around |= wider
    known["places"] = places[places["id"].isin(around)]
    for name in ("organisations", "our_history"):
        known[name] = tables[name][tables[name]["id"].isin(used(naming, name))]
    known["our_spans"] = _beside(known)
    known["stories"] = tables["stories"][tables["stories"]["id"].isin(used(known, "stories"))]
    known["sources"] = tables["sources"][tables["sources"]["id"].isin(used(known, "sources"))]
    answered = [_answered(view, known) for view in tables["questions"]["view"]]
    known["questions"] = tables["questions"][pd.Series(answered, index=tables["questions"].index, dtype=bool)]
    return known


def _beside(known: Tables) -> pd.DataFrame:
    """Return what our history has beside known roles and bodies, as far as the time that is told of."""
    spans, last = known["our_spans"], max(dates.parse(date).last for date in known["events"]["date"])
    subjects = {*known["roles"]["role"], *known["places"]["body"]}
    begun = spans["from"].map(lambda date: dates.parse(date).first <= last)
    spans = spans[spans["subject"].isin(subjects) & begun.astype(bool)]
    return _if_told(spans, "until", spans["until"].map(lambda d: not d or dates.parse(d).first <= last))


def _answered(view: str, known: Tables) -> bool:
    """Tell whether a question's view names only what is known: rows, days, and a tag that an event has."""
    told = max(dates.parse(end).last for end in known["seasons"]["end"])
    for word, values in parse_qsl(view):
        table, asked = _VIEW_TABLES.get(word), set(values.split(","))
        if table and not asked <= set(known[table][TABLES[table].key]):
            return False
        if word in {"from", "to"} and dates.parse(values).last > told:
            return False
        if word == "tag" and asked.isdisjoint(known["events"]["tags"].str.split(";").explode()):
            return False
    return True


def _if_told(cells: pd.DataFrame, column: str, told: pd.Series) -> pd.DataFrame:
    """Return a table whose column is empty in the rows where it is not told yet."""
    return cells.assign(**{column: cells[column].where(told, "")})


def _under_way(missions: pd.DataFrame, known: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """Return missions without end and outcome where an event that is not told yet names them."""
    untold = used({"events": events[~events["id"].isin(known["id"])]}, "missions")
    told = ~missions["id"].isin(untold)
    return _if_told(_if_told(missions, "end", told), "outcome", told)


def _crewed(missions: pd.DataFrame, known: pd.DataFrame, people: pd.DataFrame) -> pd.DataFrame:
    """Return missions without the names of crew members who are not met yet."""
    strangers = people[~people["id"].isin(known["id"])]
    names = {*strangers["name"], *strangers["known_as"], *strangers["aliases"].str.split(";").explode()}
    crew = missions["crew"].map(lambda cell: ";".join(name for name in cell.split(";") if name not in names))
    return missions.assign(crew=crew.astype("str"))


def _pruned(cells: pd.DataFrame, table: Table, known: Tables) -> pd.DataFrame:
    """Return a table whose cells name known rows only, and no note; a basis goes with its causes."""
    pruned = {"note": pd.Series("", index=cells.index, dtype="str")}
    for column in table.columns:
        if column.table:
            keys = set(known[column.table][TABLES[column.table].key])
            kept = [
                ";".join(item for item in cell.split(";") if item in keys) if cell else ""
                for cell in cells[column.name].to_numpy()
            ]
            pruned[column.name] = pd.Series(kept, index=cells.index, dtype="str")
    if "caused_by" in pruned:
        pruned["cause_basis"] = cells["cause_basis"].where(pruned["caused_by"] != "", "")
    return cells.assign(**pruned)
