"""A story as orders: one slide a scene, with its title and what is said of it."""

from __future__ import annotations

from dataclasses import replace

from timeline.export.order import Order
from timeline.story import Story


def scenes(order: Order, story: Story) -> tuple[Order, ...]:
    """Return an order for each scene of a story, of the size and theme of `order`."""
    return tuple(
        replace(
            order,
            dataset=each.dataset,
            view=each.view,
            picture=each.picture,
            heading=each.title,
            spoken=each.spoken,
        )
        for each in story.scenes
    )
