"""How many events of each season lie in each decade: the table that a data folder's README holds."""

from __future__ import annotations

import pandas as pd

from timeline.dataset import Dataset

START, END = "<!-- coverage -->", "<!-- /coverage -->"
"""The lines of a README between which the table stands."""


def table(dataset: Dataset) -> str:
    """Return the counts as a Markdown table, seasons by decades, with their sums; no event, empty cell."""
    events = dataset.events
    counts = pd.crosstab(events["season"], events["decade"], margins=True, margins_name="all")
    head = ["season", *(f"{decade}s" if decade != "all" else "all" for decade in counts.columns)]
    names = {0: dataset.seasons["name"].get(0, "0").lower()}
    rows = [[str(names.get(n, n)), *(str(count or "") for count in counts.loc[n])] for n in counts.index]
    return "\n".join(map(_line, [head, ["---", *["---:"] * len(counts.columns)], *rows]))


def into(readme: str, counts: str) -> str:
    """Return a README with the table between its two marks; raises ValueError unless each stands once."""
    if readme.count(START) != 1 or readme.count(END) != 1 or readme.index(END) < readme.index(START):
        raise ValueError(f"the lines '{START}' and '{END}' must stand once and in this order")
    before, rest = readme.split(START)
    return f"{before}{START}\n{counts}\n{END}{rest.split(END)[1]}"


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
