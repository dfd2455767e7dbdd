"""What lies between two seasons: the finale's jump, the gap, and the wait of those who watch."""

from __future__ import annotations

from timeline import dates
from timeline.comparison import durations
from timeline.comparison.cases import Case, told
from timeline.comparison.spans import span
from timeline.comparison.values import Number, Unknown, Value
from timeline.dataset import Dataset
from timeline.shorthand import year_of

_LAST = Unknown("no later season is known")


def following(dataset: Dataset, season: int) -> int | None:
    """Return the next season that is known."""
    return next((n for n in told(dataset) if n > season), None)


def jump_years(dataset: Dataset, season: int) -> tuple[int, int] | None:
    """Return the year that a finale leaves and the one that it shows; None without a jump."""
    if season not in dataset.jumps.index:
        return None
    row = dataset.jumps.loc[season]
    return year_of(dates.parse(row["from"]).first), year_of(dates.parse(row["looks_ahead"]).first)


def jump(case: Case) -> Value:
    """Return the years that the finale jumps."""
    years = jump_years(case.dataset, case.season)
    return Number(years[1] - years[0]) if years else Unknown("no time jump")


def gap_years(dataset: Dataset, season: int) -> float | None:
    """Return the years from a season's last day to the next one's first; negative where they overlap."""
    later, length = following(dataset, season), span(dataset, season)
    if later is None or length is None or season in dataset.unfinished:
        return None
    return (dates.parse(dataset.seasons.at[later, "start"]).first - length.last) / durations.YEAR


def gap(case: Case) -> Value:
    """Return the years until the next season opens."""
    years = gap_years(case.dataset, case.season)
    return _LAST if years is None else Number(years, 1)


def wait_months(dataset: Dataset, season: int) -> float | None:
    """Return the months from a season's finale to the next premiere."""
    later = following(dataset, season)
    if later is None:
        return None
    finale, premiere = dataset.seasons.at[season, "finale"], dataset.seasons.at[later, "premiere"]
    if not (finale and premiere):
        return None
    return (dates.parse(premiere).first - dates.parse(finale).first) / durations.MONTH


def wait(case: Case) -> Value:
    """Return the months that viewers wait for the next season."""
    months = wait_months(case.dataset, case.season)
    return _LAST if months is None else Number(months, 1)
