"""What a source's title gives away: a later season or episode, however it is written."""

from __future__ import annotations

import pytest

from timeline.dataset import disguise


@pytest.mark.parametrize(
    ("title", "reached", "hidden"),
    [
        ("Review of season 3", (2, 10), True),
        ("Recap: Season Three, Episode 4", (3, 3), True),
        ("Recap: Season Three, Episode 4", (3, 4), False),
        ("Season 3 in ten pictures", (3, 4), True),
        ("For All Mankind 3x07", (3, 6), True),
        ("ForAllMankindS02E10TheGrey", (2, 9), True),
        ("Terza stagione", (2, 10), True),
        ("Episode 405 review", (4, 4), True),
        ("The third man on the Moon", (1, 1), False),
    ],
)
def test_a_title_that_names_a_later_season_is_known(
    title: str, reached: tuple[int, int], hidden: bool
) -> None:
    assert disguise.mentions(disguise.slug(title), reached) is hidden
