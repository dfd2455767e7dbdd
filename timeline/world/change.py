"""What is new in a month: the pairs whose state is another than at the end of the month before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from timeline.histories import Pair
from timeline.world import months, states

_SAID: Mapping[str, str] = MappingProxyType(
    {
        states.THEIRS: "there first",
        states.OURS: "here first",
        states.OTHERWISE: "otherwise here",
        states.THERE: "only there",
        states.HERE: "only here",
        states.BOTH: "in both",
    }
)
_SECOND: Mapping[str, str] = MappingProxyType({states.THEIRS: "now here too", states.OURS: "now there too"})


@dataclass(frozen=True, slots=True)
class Change:
    """A pair that has come from the state `before` into the state `now`."""

    pair: Pair
    before: str
    now: str

    @property
    def of_ours(self) -> bool:
        """Tell whether it is our half that happened."""
        return self.now in (states.HERE, states.OURS) or (
            self.now == states.BOTH and self.before == states.THEIRS
        )

    @property
    def name(self) -> str:
        """What happened, in the words of its half."""
        return self.pair.ours.label if self.of_ours and self.pair.ours else self.pair.theirs.text

    @property
    def said(self) -> str:
        """How both histories stand to it now: "there first", "now here too", "only here"."""
        return _SECOND.get(self.before, _SAID[self.now]) if self.now == states.BOTH else _SAID[self.now]


def changes(held: Mapping[str, Iterable[Pair]], month: int) -> tuple[Change, ...]:
    """Return what came in a month into a state that is not open; weightiest first, then as it is held."""
    if month <= months.FIRST:
        return ()
    end = months.days(month - 1)[1]
    found = (
        Change(pair, states.state(pair, end), now)
        for now, pairs in held.items()
        if now != states.OPEN
        for pair in pairs
    )
    return tuple(
        sorted((each for each in found if each.before != each.now), key=lambda each: each.pair.importance)
    )
