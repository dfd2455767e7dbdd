"""Made-up data folders of any size, for what no small history shows: many events, seasons, wild texts."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

from timeline import schema

_WORDS = (
    "engine signal harbour treaty comet garden vote rescue tower silence orbit winter debate bridge "
    "landing station mutiny archive launch beacon strike crater parade embassy glacier pilot ferry choir"
).split()
_CATEGORIES = ("politics", "science", "people", "transport", "culture", "disaster")
_TAGS = ("first", "death", "election", "launch", "accident")
_BODIES = ("Mars", "Moon", "Earth")
_YEARS_BEFORE, _YEARS_APART, _YEARS_LONG = 30, 9, 6
_PEOPLE, _PLACES, _ORGANISATIONS, _REAL, _EPISODES = 60, 40, 25, 30, 10

Row = Mapping[str, Any]


def made(
    folder: Path,
    events: int,
    *,
    seasons: int = 5,
    begins: int = 1910,
    jumps: bool = True,
    splits: bool = True,
    spice: str = "",
) -> Path:
    """Write a valid data folder of that many events and return it; the same call writes the same folder.

    Season 1 begins in the year `begins`, the background 30 years before it. Without `jumps` there is no such
    table, without `splits` no point of divergence; `spice` ends each text.
    """
    spans = list(_spans(seasons, begins))
    folder.mkdir(parents=True, exist_ok=True)
    tables: dict[str, list[Row]] = {
        "events": list(_events(events, spans, spice)),
        "seasons": list(_seasons(spans, spice)),
        "jumps": list(_jumps(spans, spice)) if jumps else [],
        "episodes": [
            {"id": f"S{s}E{n:02}", "season": s, "number": n, "title": f"Episode {n}{spice}"}
            for s in range(1, seasons + 1)
            for n in range(1, _EPISODES + 1)
        ],
        "people": [
            {"id": f"person-{n}", "name": f"Person {n}{spice}", "aliases": f"P{n}"} for n in range(_PEOPLE)
        ],
        "places": [
            {
                "id": f"place-{n}",
                "name": f"Place {n}{spice}",
                "body": _BODIES[n % len(_BODIES)],
                "part_of": f"place-{n % len(_BODIES)}" if n >= len(_BODIES) else "",
            }
            for n in range(_PLACES)
        ],
        "organisations": [
            {"id": f"organisation-{n}", "name": f"Organisation {n}{spice}"} for n in range(_ORGANISATIONS)
        ],
        "our_history": [
            {
                "id": f"real-{n}",
                "date": f"{begins + n:04}",
                "label": f"Real {n}{spice}"[:32],
                "event": "Real.",
            }
            for n in range(_REAL)
        ],
        "sources": [{"id": "guide", "title": f"Guide{spice}", "publisher": "Example Press"}],
    }
    for name, rows in tables.items():
        if rows:
            _write(folder / f"{name}.csv", schema.TABLES[name].names, rows)
    package = _package([name for name, rows in tables.items() if rows], spice)
    package |= {"divergence": "event-1"} if splits else {}
    (folder / "datapackage.json").write_text(json.dumps(package, indent=1), "utf-8")
    return folder


def _write(path: Path, columns: Iterable[str], rows: Iterable[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(columns), restval="")
        writer.writeheader()
        writer.writerows(rows)


def _package(names: Iterable[str], spice: str) -> dict[str, Any]:
    enums = {"category": _CATEGORIES, "tags": _TAGS, "body": _BODIES}
    resources = []
    for name in names:
        fields = [
            {"name": column.name, **({"constraints": {"enum": enums[column.name]}} if column.own else {})}
            for column in schema.TABLES[name].columns
        ]
        resources.append({"name": name, "path": f"{name}.csv", "schema": {"fields": fields}})
    return {
        "name": "made",
        "title": f"Made up{spice}",
        "description": "Made for the tests.",
        "version": "1.0.0",
        "licenses": [{"name": "CC0-1.0"}],
        "coverage": {"1": "complete"},
        "resources": resources,
    }


def _spans(seasons: int, begins: int) -> Iterator[tuple[int, int]]:
    """Yield the first and last year of the background and of each season."""
    yield begins - _YEARS_BEFORE, begins - 1
    for season in range(seasons):
        start = begins + season * _YEARS_APART
        yield start, start + _YEARS_LONG - 1


def _seasons(spans: Sequence[tuple[int, int]], spice: str) -> Iterator[Row]:
    for season, (first, last) in enumerate(spans):
        name = f"Season {season}{spice}" if season else f"Background{spice}"
        yield {"season": season, "name": name, "start": f"{first:04}", "end": f"{last:04}"}


def _jumps(spans: Sequence[tuple[int, int]], spice: str) -> Iterator[Row]:
    for season, ((_, last), (following, _)) in enumerate(pairwise(spans[1:]), start=1):
        yield {
            "season": season,
            "from": f"{last:04}",
            "looks_ahead": f"{following + 1:04}",
            "opens": f"{following:04}",
            "episode": f"S{season}E{_EPISODES}",
            "label": f"A leap{spice}"[:32],
            "seen": f"A leap.{spice}",
        }


def _events(count: int, spans: Sequence[tuple[int, int]], spice: str) -> Iterator[Row]:
    random = Random(count)
    for n in range(1, count + 1):
        season = n % len(spans)
        importance = random.choices((1, 2, 3, 4), (5, 25, 40, 30))[0]
        words = " ".join(random.sample(_WORDS, random.randint(2, 4))).capitalize()
        relation = random.choice(("", "", "", "same", "earlier", "averted"))
        real, begins = random.randrange(_REAL), spans[1][0]
        if relation == "earlier" and begins + real < spans[season][1]:
            relation = "later" if begins + real < spans[season][0] - 2 else "altered"
        yield {
            "id": f"event-{n}",
            "season": season,
            "date": _date(random, spans[season]),
            "date_basis": "screen",
            "headline": f"{words} {n}{spice}",
            "label": f"{words}{spice}"[:32].strip() if importance <= 2 else "",
            "summary": f"It happens.{spice}",
            "category": random.choice(_CATEGORIES),
            "importance": importance,
            "people": _some(random, "person", _PEOPLE),
            "places": _some(random, "place", _PLACES),
            "organisations": _some(random, "organisation", _ORGANISATIONS),
            "episode": f"S{season}E{random.randint(1, _EPISODES):02}" if season else "",
            "told": random.choice(schema.TOLD),
            "tags": random.choice((*_TAGS, "", "")),
            "relation": relation,
            "counterpart": f"real-{real}" if relation else "",
            "sources": "guide",
            "confidence": "high",
        }


def _date(random: Random, span: tuple[int, int]) -> str:
    year, month, day = random.randint(*span), random.randint(1, 12), random.randint(1, 28)
    shapes = (f"{year:04}", f"{year:04}~", f"{year:04}-{month:02}", f"{year:04}-{month:02}-{day:02}")
    return random.choice(shapes)


def _some(random: Random, name: str, size: int) -> str:
    """Return up to three ids, low numbers more often: a few are in everything, most in little."""
    chosen = {int(random.random() ** 2 * size) for _ in range(random.randint(0, 3))}
    return ";".join(f"{name}-{n}" for n in sorted(chosen))
