"""How many events of each season lie in each decade: the table that a data folder's README holds."""

from __future__ import annotations

import pandas as pd

from timeline.dataset import Dataset


def table(dataset: Dataset) -> str:
    """Return the counts as a Markdown table, seasons by decades, with their sums; no event, empty cell."""
    events = dataset.events
    counts = pd.crosstab(events["season"], events["decade"], margins=True, margins_name="all")
    head = ["season", *(f"{decade}s" if decade != "all" else "all" for decade in counts.columns)]
    names = {0: dataset.seasons["name"].get(0, "0").lower()}
    rows = [[str(names.get(n, n)), *(str(count or "") for count in counts.loc[n])] for n in counts.index]
    return "\n".join(map(_line, [head, ["---", *["---:"] * len(counts.columns)], *rows]))


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
