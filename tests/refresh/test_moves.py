"""Feeds that move: where they are asked from then on, and when that is believed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from feeds import WHOLE, item, only, rss, ticked

if TYPE_CHECKING:
    from stores import Clock

    from tests.conftest import LocalWeb
    from timeline.store import Store


def moved(web: LocalWeb, *, status: int) -> str:
    web.say("/new", rss(item(1, WHOLE)))
    return web.say("/old", status=status, Location="/new")


@pytest.mark.parametrize(("status", "follows"), [(301, True), (308, True), (302, False), (303, False), (307, False)])
def test_only_permanent_redirects_change_the_address_and_only_after_a_day(
    store: Store, web: LocalWeb, clock: Clock, status: int, follows: bool
) -> None:
    old = moved(web, status=status)
    store.add_feed(old)
    addresses = []
    for _ in range(3):
        ticked(store)
        addresses.append(only(store).url)
        clock.passes(days=2)
    assert addresses == [old, old, web.url + "/new" if follows else old]
    assert len(store.articles().articles) == 1


def test_a_feed_that_moves_to_one_that_is_followed_stops_with_a_reason(
    store: Store, web: LocalWeb, clock: Clock
) -> None:
    old = store.add_feed(moved(web, status=301))
    new = store.add_feed(web.url + "/new")
    for _ in range(3):
        ticked(store)
        clock.passes(days=2)
    assert store.feed(old.id).disabled == f"moved to {new.url}, which is followed already as feed {new.id}"
