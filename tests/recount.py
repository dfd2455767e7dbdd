"""The comparison's numbers once more, straight from the CSVs: plain loops, an EDTF reader of its own."""

from __future__ import annotations

import csv
import datetime as dt
import json
import re
import statistics
from itertools import pairwise
from pathlib import Path
from typing import Any

Row = dict[str, str]
Days = tuple[dt.date, dt.date]
_SHOWN = {"scene", "bonus-newsreel"}
_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11)}


def edtf(text: str) -> Days:
    """Return the first and the last day of a date, as the sets write them."""
    if "/" in text:
        start, end = text.split("/")
        return edtf(start)[0], edtf(end)[1]
    text = text.rstrip("~?%")
    if text.endswith("X"):
        year = int(text[:-1]) * 10
        return dt.date(year, 1, 1), dt.date(year + 9, 12, 31)
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 1:
        return dt.date(parts[0], 1, 1), dt.date(parts[0], 12, 31)
    if len(parts) == 3:
        return dt.date(*parts), dt.date(*parts)
    first, last = _MONTHS.get(parts[1], (parts[1], parts[1]))
    return dt.date(parts[0], first, 1), _month_end(parts[0], last)


def _month_end(year: int, month: int) -> dt.date:
    return dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(1)


class Recount:
    """A data folder as rows of text, and what can be counted in them for a season."""

    def __init__(self, folder: Path) -> None:
        self.tables = {path.stem: _rows(path) for path in folder.glob("*.csv")}
        coverage = json.loads((folder / "datapackage.json").read_text("utf-8")).get("coverage", {})
        self.partial = {int(n) for n, said in coverage.items() if said.startswith("partial")}
        self.seasons = {int(row["season"]): row for row in self.tables["seasons"]}
        episodes = sorted(self.tables["episodes"], key=lambda e: (int(e["season"]), int(e["number"])))
        self.numbers = {e["id"]: (int(e["season"]), int(e["number"])) for e in episodes}
        self.bodies: dict[str, str] = {p["id"]: p["body"] for p in self.tables["places"]}
        self.events: list[dict[str, Any]] = []
        for number, row in enumerate(self.tables["events"]):
            a, b = edtf(row["date"])
            self.events.append({**row, "s": int(row["season"]), "a": a, "b": b, "n": number})

    def told(self, event: dict[str, Any]) -> tuple[int, int, int]:
        """Return where an event stands in the order of telling."""
        late = (event["s"] or 999, 10**6)
        return (*self.numbers.get(event["episode"], late), event["n"])

    def of(self, season: int) -> list[dict[str, Any]]:
        """Return a season's events."""
        return [event for event in self.events if event["s"] == season]

    def window(self, season: int) -> tuple[dt.date, dt.date, int] | None:
        """Return first and last day of the longest reading, and the days of the shortest."""
        start, end = (edtf(self.seasons[season][name]) for name in ("start", "end"))
        if max((start[1] - start[0]).days, (end[1] - end[0]).days) > 1100:
            return None
        shown = [
            e for e in self.of(season) if e["told"] in _SHOWN and e["b"] >= start[0] and e["a"] <= end[1]
        ]
        fine = [e["b"] for e in shown if (e["b"] - e["a"]).days < 300]
        if fine:
            shown = [e for e in shown if (e["b"] - e["a"]).days < 300 or e["a"] > max(fine)]
        if not shown:
            return start[0], end[1], max(0, (end[0] - start[1]).days + 1)
        last = min(end[1], max(e["b"] for e in shown))
        begun = start[1]
        for e in shown:
            if _middle(e) >= start[0].toordinal():
                begun = min(begun, e["b"])
        return start[0], last, max(0, (max(e["a"] for e in shown) - begun).days + 1)

    def parts(self, season: int) -> dict[str, list[dict[str, Any]]]:
        """Return a season's own events, placed at a share of its span, and those before and after."""
        found: dict[str, list[dict[str, Any]]] = {"own": [], "before": [], "jump": [], "all": self.of(season)}
        window = self.window(season)
        if window is None:
            return found
        first, last, _ = window
        for e in self.of(season):
            days = (e["b"] - e["a"]).days + 1
            inside = (min(e["b"], last) - max(e["a"], first)).days + 1
            if inside * 2 >= days or (inside > 0 and days <= 366 and e["told"] in _SHOWN):
                found["own"].append(e)
            else:
                found["before" if _middle(e) < first.toordinal() else "jump"].append(e)
        groups: dict[Days, list[dict[str, Any]]] = {}
        for e in sorted(found["own"], key=self.told):
            groups.setdefault((max(e["a"], first), min(e["b"], last)), []).append(e)
        whole = (last - first).days + 1
        for (a, b), group in groups.items():
            for place, e in enumerate(group):
                e["lo"], e["hi"] = (a - first).days / whole, ((b - first).days + 1) / whole
                e["x"] = e["lo"] + (e["hi"] - e["lo"]) * (place + 0.5) / len(group)
        return found

    def people(self, season: int) -> set[str]:
        """Return whom a season's own time names; all that it names where it has no span."""
        found = self.parts(season)
        events = found["own"] if self.window(season) else found["all"]
        return {p for e in events for p in e["people"].split(";") if p}

    def measures(self, season: int) -> dict[str, Any]:
        """Return every measure of a season by its id; None where nothing is known."""
        parts, window = self.parts(season), self.window(season)
        events, own = parts["all"], parts["own"]
        count = len(events)
        episodes = sum(s == season for s, _ in self.numbers.values())
        weighty = sum(int(e["importance"]) <= 2 for e in events)
        related = [e for e in events if e["relation"]]
        found: dict[str, Any] = {
            "span": (window[2], (window[1] - window[0]).days + 1) if window else None,
            "episodes": episodes,
            "days-per-episode": self._per_episode(season),
            "longest-leap": self._leap(season),
            "middle": sorted(e["x"] for e in own)[(len(own) + 1) // 2 - 1] if own else None,
            "earlier-years": len(parts["before"]) / count if window and count else None,
            "order": self._disorder(events),
            "events": count,
            "turning-points": sum(e["importance"] == "1" for e in events),
            "weighty-per-episode": weighty / episodes if episodes else None,
            "weighty": weighty / count if count else None,
            "compared": len(related) / count if count else None,
            "lead": self._lead(events),
            **self._cast(season),
            **self._reach(season),
            **self._between(season),
        }
        for kind, column in (("told", "told"), ("field", "category")):
            for value in {e[column] for e in self.events}:
                share = sum(e[column] == value for e in events) / count if count else None
                found[f"{kind}-{value}"] = share
        for value in ("same", "earlier", "later", "altered", "averted", "never"):
            matching = sum(e["relation"] == value for e in related)
            found[f"relation-{value}"] = matching / len(related) if related else None
        return found

    def _cast(self, season: int) -> dict[str, Any]:
        rows = self.tables["people"]
        first = {p["id"]: _season(p["introduced"]) for p in rows}
        here = self.people(season)
        later = [n for n in self.seasons if n > season]
        if all(n in self.partial for n in later):
            later = []
        return {
            "introduced": sum(n == season for n in first.values()),
            "carried": sum(1 for p in here if 0 < first[p] < season),
            "last-seen": len(here - set().union(*map(self.people, later))) if later else None,
            "deaths": sum(1 for p in rows if p["died"] and _season(p["told_death"]) == season),
        }

    def _reach(self, season: int) -> dict[str, Any]:
        events = self.parts(season)["own"] if self.window(season) else self.of(season)
        places = {p for e in events for p in e["places"].split(";") if p}
        before = {p for e in self.events if e["s"] < season for p in e["places"].split(";") if p}
        bodies = {self.bodies[p] for p in places}
        return {
            "new-places": len(places - before),
            "new-worlds": bodies - {self.bodies[p] for p in before},
            "farthest": bodies,
        }

    def _between(self, season: int) -> dict[str, Any]:
        jump = next((j for j in self.tables.get("jumps", []) if int(j["season"]) == season), None)
        after = self.seasons.get(season + 1)
        window = self.window(season)
        finale = self.seasons[season]["finale"]
        leap = edtf(jump["looks_ahead"])[0].year - edtf(jump["from"])[0].year if jump else None
        gap = (edtf(after["start"])[0] - window[1]).days / 365.25 if after and window else None
        wait = None
        if after and finale and after["premiere"]:
            days = (dt.date.fromisoformat(after["premiere"]) - dt.date.fromisoformat(finale)).days
            wait = days / 30.4375
        return {"jump": leap, "gap": gap, "wait": wait}

    def _per_episode(self, season: int) -> float | None:
        window = self.window(season)
        by: dict[int, list[dict[str, Any]]] = {}
        for e in self.parts(season)["own"]:
            told = self.numbers.get(e["episode"])
            if told and told[0] == season and e["told"] in _SHOWN:
                by.setdefault(told[1], []).append(e)
        if not window or not by:
            return None
        where = []
        for number in sorted(by):
            width = [e["hi"] - e["lo"] for e in by[number]]
            most = max(1 / 3, min(width))
            where.append(
                statistics.median(e["x"] for e, w in zip(by[number], width, strict=True) if w <= most)
            )
        rising = _rising(where)
        edges = [0.0, *((a + b) / 2 for a, b in pairwise(rising)), 1.0]
        days = (window[1] - window[0]).days + 1
        return statistics.median((b - a) * days for a, b in pairwise(edges))

    def _leap(self, season: int) -> float | None:
        window = self.window(season)
        x = sorted(e["x"] for e in self.parts(season)["own"] if e["told"] in _SHOWN)
        if not window or len(x) < 2:
            return None
        return max(b - a for a, b in pairwise(x)) * ((window[1] - window[0]).days + 1)

    def _disorder(self, events: list[dict[str, Any]]) -> float | None:
        told = [e for e in events if e["episode"]]
        sure = against = 0
        for e in told:
            for f in told:
                if self.numbers[e["episode"]] < self.numbers[f["episode"]]:
                    sure += e["b"] < f["a"] or f["b"] < e["a"]
                    against += f["b"] < e["a"]
        return against / sure if sure else None

    def _lead(self, events: list[dict[str, Any]]) -> float | None:
        there = {o["id"]: edtf(o["date"]) for o in self.tables["our_history"]}
        years = []
        for e in events:
            if e["relation"] in ("earlier", "later") and e["counterpart"]:
                a, b = there[e["counterpart"]]
                ours = (a.toordinal() + b.toordinal()) / 2
                years.append((ours - (e["a"].toordinal() + e["b"].toordinal()) / 2) / 365.25)
        return statistics.median(years) if years else None


def _rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _middle(event: dict[str, Any]) -> float:
    return (event["a"].toordinal() + event["b"].toordinal() + 1) / 2


def _season(episode: str) -> int:
    found = re.match(r"S(\d+)E", episode)
    return int(found[1]) if found else 0


def _rising(values: list[float]) -> list[float]:
    """Return the rising sequence nearest to some values: by its formula of means, not by pooling."""
    size = len(values)

    def mean(i: int, j: int) -> float:
        return sum(values[i : j + 1]) / (j + 1 - i)

    return [max(min(mean(i, j) for j in range(k, size)) for i in range(k + 1)) for k in range(size)]
