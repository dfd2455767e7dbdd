"""A measure and its definition: the one text for page and docs; and the rows that all comparisons share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from timeline import schema, wording
from timeline.comparison import ours, telling
from timeline.comparison.cases import Case
from timeline.comparison.values import Value
from timeline.dataset import Dataset
from timeline.query import label

RESEARCH = (
    "How many events a season has here measures the research, not the show: what depends on it is a share, "
    "or counts weighty events alone."
)


@dataclass(frozen=True, slots=True)
class Measure:
    """One row of the table.

    `scale` names the measures that share one scale of bars ("one" is a whole, empty its own row); `unit` is
    what its number counts, `value` finds it for a column. `leading` ones show before the table is opened.
    """

    id: str
    group: str
    name: str
    definition: str
    unit: str
    value: Callable[[Case], Value]
    scale: str = ""
    leading: bool = False


def weights(whose: str, per: str) -> Iterable[Measure]:
    """Yield how many events there are and how weighty they are; `per` is empty or episode."""
    yield Measure(
        "events", "Size", "Events",
        f"Events that this data set has of the {whose}: the base of the shares.",
        "events", telling.events,
    )  # fmt: skip
    yield Measure(
        "turning-points", "Size", "Turning points",
        "Events of the greatest importance.",
        "events", telling.turning_points, leading=whose != "season",
    )  # fmt: skip
    if per:
        yield Measure(
            "weighty-per-episode", "Size", "Weighty events per episode",
            "Turning points and major events, divided by the episodes.",
            "events", telling.weighty_per_episode, leading=True,
        )  # fmt: skip
    yield Measure(
        "weighty", "Size", "Weighty events",
        "Turning points and major events, share of all events.",
        "share", telling.weighty, "one", leading=True,
    )  # fmt: skip


_TOLD = {
    "scene": "Played out before us; share of the events, as the next.",
    "montage": "In an opening montage.",
    "bonus-newsreel": "In a newsreel outside the episodes.",
    "post-credits": "In a scene after the credits.",
    "mentioned": "Only spoken of.",
    "makers": "Told by the makers outside the episodes.",
    "inferred": "Concluded by viewers from what is shown.",
}


def shares(dataset: Dataset) -> Iterable[Measure]:
    """Yield the shares of the means of telling that are in use, and of the categories."""
    used = set(dataset.events["told"])
    for told in schema.TOLD:
        if told in used:
            yield Measure(
                f"told-{told}", "Told by", wording.TOLD[told],
                _TOLD[told],
                "share", telling.told(told), "one", leading=told in ("scene", "montage"),
            )  # fmt: skip
    for category in dataset.categories:
        yield Measure(
            f"field-{category}", "Fields", label(dataset, "category", category),
            "Share of the events; all fields on one scale.",
            "share", telling.field(category), "fields",
        )  # fmt: skip


def relations() -> Iterable[Measure]:
    """Yield how the events stand to our history."""
    yield Measure(
        "compared", "Our history", "Events compared",
        "Share of the events of which the data say how they stand to our history.",
        "share", ours.compared, "one", leading=True,
    )  # fmt: skip
    for relation in schema.RELATIONS:
        yield Measure(
            f"relation-{relation}", "Our history", wording.RELATION[relation],
            "Share of the events compared.",
            "share", ours.relation(relation), "one",
        )  # fmt: skip
    yield Measure(
        "lead", "Our history", "Median lead, years",
        "Our date minus theirs, middles of the dates; events that come sooner or later than ours "
        "alone. Minus: ours comes first.",
        "years", ours.lead, "lead", leading=True,
    )  # fmt: skip
