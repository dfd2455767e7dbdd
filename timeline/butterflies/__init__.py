"""What follows from what: from the point of divergence to every event that it led to."""

from timeline.butterflies.chain import Chain, Link, chain
from timeline.butterflies.graph import causes_of, effects_of, graph
from timeline.butterflies.sentences import description, drawn, length, title
from timeline.butterflies.shown import Shown, Way, shown

__all__ = [
    "Chain",
    "Link",
    "Shown",
    "Way",
    "causes_of",
    "chain",
    "description",
    "drawn",
    "effects_of",
    "graph",
    "length",
    "shown",
    "title",
]
