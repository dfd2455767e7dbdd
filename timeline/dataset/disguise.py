"""What a known row would still tell of later: a season's end, a later name, the title of a source."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import count

import pandas as pd

from timeline import dates
from timeline.schema import TABLES

Tables = Mapping[str, pd.DataFrame]
_NUMBERS = {
    word: number
    for number, words in enumerate(
        (
            "one first prima",
            "two second seconda",
            "three third terza",
            "four fourth quarta",
            "five fifth quinta",
            "six sixth sesta",
            "seven seventh settima",
            "eight eighth ottava",
        ),
        start=1,
    )
    for word in words.split()
}
_N = rf"(\d{{1,2}}|{'|'.join(_NUMBERS)})"
_SEASON = "(?:season|series|stagione|staffel|saison|temporada)"
_MENTIONS = (
    re.compile(rf"-{_SEASON}-?{_N}(?=-)(?:-(?:episode|folge|episodio)-?{_N}(?=-))?"),
    re.compile(rf"-{_N}-{_SEASON}(?=-)"),
    re.compile(r"s(\d{1,2})-?e(\d{1,2})(?!\d)"),
    re.compile(r"-(\d{1,2})x(\d{1,2})(?=-)"),
    re.compile(r"-episode-(\d)(\d\d)(?=-)"),
)
"""How titles and addresses name a season and perhaps an episode, in a slug between two hyphens."""
_WHOLE = 99
"""Stands for a season's last episode: what names a season alone may tell all of it."""
_SHORTEST_NAME = 5
"""Shorter names stand in too many other words' places."""


@lru_cache(maxsize=1 << 15)
def slug(text: str) -> str:
    """Reduce a text to lower-case words between hyphens, one at each end too."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return f"-{'-'.join(re.findall(r'[a-z0-9]+', plain))}-"


def seasons(known: Tables, season: int) -> pd.DataFrame:
    """Return the seasons: the background begins, and `season`, the one under way, ends with what is told.

    `season` is 0 where none is under way.
    """
    cells, events, under_way = known["seasons"], known["events"], str(season or "")
    return cells.assign(
        start=[
            _bound(events, n, start, end, -1) if n == "0" else start
            for n, start, end in cells[["season", "start", "end"]].itertuples(index=False, name=None)
        ],
        end=[
            _bound(events, n, start, end, 1) if n == under_way else end
            for n, start, end in cells[["season", "start", "end"]].itertuples(index=False, name=None)
        ],
        setting=cells["setting"].where(cells["season"] != under_way, ""),
        finale=cells["finale"].where(cells["season"] != under_way, ""),
    ).astype("str")


def _bound(events: pd.DataFrame, season: str, start: str, end: str, side: int) -> str:
    """Return the last day (side 1) or the first (-1) that a season's events allow, inside the season."""
    first, last = dates.parse(start).first, dates.parse(end).last
    told = [dates.parse(date) for date in events.loc[events["season"] == season, "date"]]
    days = [date.last if side > 0 else date.first for date in told if date.first <= last]
    day = max(days, default=first) if side > 0 else min(days, default=last)
    return datetime.date.fromordinal(min(max(day, first), last)).isoformat()


def people(cells: pd.DataFrame, told: pd.Series) -> pd.DataFrame:
    """Return people under the names that they have so far; `told` marks those whose last name is told."""
    early = (cells["known_as"] != "") & ~told
    aliases = [
        ";".join(_early_aliases(alias, name, so_far)) if before else alias
        for alias, name, so_far, before in zip(
            cells["aliases"], cells["name"], cells["known_as"], early, strict=True
        )
    ]
    return cells.assign(
        name=cells["name"].mask(early, cells["known_as"]),
        aliases=pd.Series(aliases, index=cells.index, dtype="str"),
        known_as=cells["known_as"].mask(early, ""),
        renamed=cells["renamed"].mask(early, ""),
    )


def _early_aliases(aliases: str, name: str, so_far: str) -> Iterable[str]:
    """Yield the aliases without the words that the later name alone has, and without the name so far."""
    later = set(name.split()) - set(so_far.split())
    return (alias for alias in aliases.split(";") if alias != so_far and later.isdisjoint(alias.split()))


def sources(
    known: Tables, tables: Tables, reached: tuple[int, int], *, complete: bool
) -> dict[str, pd.DataFrame]:
    """Return the tables with nothing but the publisher of each source whose title or address tells of later.

    Such a source has another id too, in every cell that names it. `reached`: season and episode, by number,
    complete: whether that is the season's last.
    """
    reached = (reached[0], _WHOLE) if complete else reached
    cells = known["sources"]
    texts = [slug(" ".join(row)) for row in cells[["id", "title", "url"]].itertuples(index=False, name=None)]
    together = "\n".join(texts)
    names = [name for name in _unknown_names(known, tables) if name in together]
    hidden = [mentions(text, reached) or any(name in text for name in names) for text in texts]
    early = pd.Series(hidden, index=cells.index, dtype=bool)
    number = count(1)
    ids = {source: f"source-{next(number)}" for source in cells.loc[early, "id"]}
    found = dict(known)
    found["sources"] = cells.assign(
        id=cells["id"].replace(ids),
        title=cells["title"].mask(early, cells["publisher"]),
        url=cells["url"].mask(early, ""),
    )
    for name, table in found.items():
        if "sources" in TABLES[name].names:
            renamed = table["sources"].map(
                lambda cell: ";".join(ids.get(each, each) for each in cell.split(";"))
            )
            found[name] = table.assign(sources=renamed.astype("str"))
    return found


def _unknown_names(known: Tables, tables: Tables) -> frozenset[str]:
    """Return the slugs of all names that stand in a table and not in what is known of it."""
    named = {"people": ("name", "aliases"), "places": ("name",), "organisations": ("name", "aliases")}
    named |= {"missions": ("name",), "episodes": ("title",), "seasons": ("name",)}

    def names(found: Tables) -> set[str]:
        return {
            slug(name)
            for table, columns in named.items()
            for column in columns
            for name in found[table][column].str.split(";").explode()
        }

    later = names(tables) - names(known)
    return frozenset(name for name in later if len(name) >= _SHORTEST_NAME + 2)


def mentions(text: str, reached: tuple[int, int]) -> bool:
    """Tell whether a slug names a season or an episode that comes after the one reached."""
    return _furthest(text) > reached


@lru_cache(maxsize=1 << 15)
def _furthest(text: str) -> tuple[int, int]:
    """Return the last season and episode that a slug names, or zeros."""
    furthest = (0, 0)
    for pattern in _MENTIONS:
        for found in pattern.finditer(text):
            season, *episode = (int(_NUMBERS.get(n, n)) for n in found.groups() if n)
            furthest = max(furthest, (season, episode[0] if episode else _WHOLE))
    return furthest
