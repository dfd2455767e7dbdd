"""The data sets that tests ask, read once."""

from __future__ import annotations

from tests.conftest import BUNDLED, SMALL
from timeline.dataset import Dataset, load

MANKIND: Dataset = load(BUNDLED)
BRASS: Dataset = load(SMALL)
