"""Tables, columns and vocabularies: what a data folder may hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

DATE_BASES = ("screen", "wiki", "derived", "estimated")
IMPORTANCES = (1, 2, 3, 4)
TOLD = ("scene", "montage", "bonus-newsreel", "post-credits", "mentioned", "makers", "inferred")
RELATIONS = ("same", "earlier", "later", "altered", "averted", "never")
CAUSE_BASES = ("screen", "editorial")
CONFIDENCES = ("high", "medium", "low")
LABEL_LENGTH = 32
TITLE_LENGTH = 60
"""So many characters of a scene's title stand on one line of a slide."""

Vocabularies = Mapping[str, tuple[str, ...]]
"""The data set's own words for "events.category", "events.tags" and "places.body", in display order."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `many` cells hold items joined by ';', `table` is the one whose key it names."""

    name: str
    required: bool = False
    kind: str = "text"
    many: bool = False
    choices: tuple[str, ...] = ()
    own: bool = False
    table: str = ""
    longest: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the data folder; `key` is the column without doubles, or empty."""

    name: str
    key: str
    columns: tuple[Column, ...]
    required: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(column.name for column in self.columns)

    def column(self, name: str) -> Column:
        """Return the column of that name."""
        return next(column for column in self.columns if column.name == name)


def _texts(*names: str) -> tuple[Column, ...]:
    """Return columns of free text; a name that ends in '*' must be filled."""
    return tuple(Column(name.rstrip("*"), required=name.endswith("*")) for name in names)


def _date(name: str, *, required: bool = False) -> Column:
    return Column(name, required=required, kind="date")


def _chosen(name: str, choices: tuple[Any, ...], *, required: bool = False) -> Column:
    return Column(name, required=required, choices=tuple(map(str, choices)))


def _refers(name: str, table: str, *, required: bool = False) -> Column:
    return Column(name, required=required, table=table)


def _lists(name: str, table: str = "") -> Column:
    return Column(name, many=True, table=table)


_ID = Column("id", required=True, kind="id")
_SEASON = Column("season", required=True, kind="number", table="seasons")
_LABEL = Column("label", longest=LABEL_LENGTH)
_FULL_LABEL = Column("label", required=True, longest=LABEL_LENGTH)
_END = (_lists("sources", "sources"), Column("note"))

_EVENTS = (
    _ID,
    _SEASON,
    _date("date", required=True),
    _chosen("date_basis", DATE_BASES, required=True),
    Column("headline", required=True),
    _LABEL,
    Column("summary", required=True),
    Column("category", required=True, own=True),
    _chosen("importance", IMPORTANCES, required=True),
    _lists("people", "people"),
    _lists("places", "places"),
    _lists("organisations", "organisations"),
    _lists("missions", "missions"),
    _refers("episode", "episodes"),
    _chosen("told", TOLD, required=True),
    Column("tags", many=True, own=True),
    _refers("counterpart", "our_history"),
    _chosen("relation", RELATIONS),
    _lists("caused_by", "events"),
    _chosen("cause_basis", CAUSE_BASES),
    _lists("sources", "sources"),
    _chosen("confidence", CONFIDENCES, required=True),
    Column("note"),
)
_SEASONS = (
    Column("season", required=True, kind="number"),
    Column("name", required=True),
    _date("start", required=True),
    _date("end", required=True),
    Column("setting"),
    _date("premiere"),
    _date("finale"),
    *_END,
)
_JUMPS = (
    _SEASON,
    _date("from", required=True),
    _date("looks_ahead", required=True),
    _date("opens", required=True),
    _refers("episode", "episodes"),
    _FULL_LABEL,
    Column("seen", required=True),
    _refers("event", "events"),
    *_END,
)
_EPISODES = (
    Column("id", required=True, kind="episode"),
    _SEASON,
    Column("number", required=True, kind="number"),
    Column("title", required=True),
    _date("air_date"),
    Column("runtime", kind="number"),
    Column("director"),
    _lists("writers"),
    _date("span"),
    *_END,
)
_PEOPLE = (
    _ID,
    Column("name", required=True),
    _lists("aliases"),
    *_texts("actor", "description"),
    _chosen("real", ("yes",)),
    _date("born"),
    _date("died"),
    _refers("introduced", "episodes"),
    _refers("told_death", "episodes"),
    Column("known_as"),
    _refers("renamed", "episodes"),
    *_END,
)
_ROLES = (
    _refers("person", "people", required=True),
    Column("role", required=True),
    _refers("organisation", "organisations"),
    _refers("place", "places"),
    _date("from"),
    _date("until"),
    _refers("told", "episodes"),
    _refers("told_until", "episodes"),
    *_END,
)
_PLACES = (
    _ID,
    Column("name", required=True),
    Column("body", required=True, own=True),
    _refers("part_of", "places"),
    _date("founded"),
    *_END,
)
_ORGANISATIONS = (_ID, Column("name", required=True), _lists("aliases"), Column("description"), *_END)
_MISSIONS = (
    _ID,
    *_texts("name*", "vehicle", "operator"),
    _date("launch"),
    _date("end"),
    Column("destination"),
    _lists("crew"),
    Column("outcome"),
    _refers("episode", "episodes"),
    *_END,
)
_OUR_HISTORY = (_ID, _date("date", required=True), _FULL_LABEL, Column("event", required=True), *_END)
_OUR_SPANS = (
    *_texts("subject*", "name*", "title"),
    _date("from", required=True),
    _date("until"),
    *_END,
)
_SOURCES = (_ID, *_texts("title*", "publisher*"), Column("url", kind="address"), *_texts("kind", "note"))
_QUESTIONS = (
    _ID,
    Column("question", required=True),
    Column("view", required=True, kind="query"),
    Column("note"),
)
_UNKNOWNS = (_ID, *_texts("question*", "known*"), _refers("episode", "episodes"), *_END)
_STORIES = (_ID, Column("title", required=True, longest=TITLE_LENGTH), Column("note"))
_SCENES = (
    _refers("story", "stories", required=True),
    Column("scene", required=True, kind="number"),
    Column("title", required=True, longest=TITLE_LENGTH),
    Column("picture", required=True, kind="id"),
    Column("view", kind="query"),
    Column("spoken"),
    _refers("episode", "episodes"),
    Column("note"),
)

TABLES: Mapping[str, Table] = {
    table.name: table
    for table in (
        Table("events", "id", _EVENTS, required=True),
        Table("seasons", "season", _SEASONS, required=True),
        Table("jumps", "season", _JUMPS),
        Table("episodes", "id", _EPISODES),
        Table("people", "id", _PEOPLE),
        Table("roles", "", _ROLES),
        Table("places", "id", _PLACES),
        Table("organisations", "id", _ORGANISATIONS),
        Table("missions", "id", _MISSIONS),
        Table("our_history", "id", _OUR_HISTORY),
        Table("our_spans", "", _OUR_SPANS),
        Table("sources", "id", _SOURCES, required=True),
        Table("questions", "id", _QUESTIONS),
        Table("unknowns", "id", _UNKNOWNS),
        Table("stories", "id", _STORIES),
        Table("scenes", "", _SCENES),
    )
}
OWN_VOCABULARIES = tuple(f"{t.name}.{c.name}" for t in TABLES.values() for c in t.columns if c.own)
