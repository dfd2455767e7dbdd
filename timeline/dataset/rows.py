"""Rows of the picture of causes, found by a search too long for a page, and kept beside the tables."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

import pandas as pd

FILE = "butterflies.json"
"""{"of": the events' fingerprint, "rows": {part of the picture: {event: row}}}."""
Rows = Mapping[str, Mapping[str, int]]
_NAMES = ("id", "season", "date", "headline", "label", "importance", "episode", "caused_by")
"""The columns of events on which a picture's rows rest."""


def fingerprint(events: pd.DataFrame) -> str:
    """Return what changes whenever rows must be searched anew; `events` is the table as text."""
    return hashlib.sha256(events[list(_NAMES)].to_csv(index=False).encode()).hexdigest()[:16]


def parse(content: bytes, events: pd.DataFrame) -> Rows:
    """Return the rows of a file, or none if they were found for other events.

    They are only a help: what cannot be read is taken for what is not there.
    """
    try:
        found = json.loads(content)
        rows = {
            str(part): {str(event): int(row) for event, row in places.items()}
            for part, places in found["rows"].items()
        }
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}
    return rows if found.get("of") == fingerprint(events) else {}


def written(events: pd.DataFrame, rows: Rows) -> str:
    """Return the text of the file, a line for each event."""
    return json.dumps({"of": fingerprint(events), "rows": rows}, indent=1) + "\n"


def known(rows: Rows, events: set[str]) -> Rows:
    """Return the rows of some of the events; what stands beside them is not told."""
    return {
        part: {event: row for event, row in places.items() if event in events}
        for part, places in rows.items()
    }
