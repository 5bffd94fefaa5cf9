"""One look at a feed: fetch it, store what is new, write down what came of it."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.fetching import FetchedFeed, FetchError, NotModified, fetch_feed
from timeline.refresh.bounds import Bounds
from timeline.refresh.chance import Chance, by_chance
from timeline.refresh.decide import Brought, CutShort, Seen, decide
from timeline.refresh.items import take_in
from timeline.refresh.wishes import spare_resting

if TYPE_CHECKING:
    from timeline.fetching import Fetcher
    from timeline.store import Feed, Fetch, Store

LONGEST_LOOK = 180.0  # seconds; a feed of slow pages must not keep the next tick waiting
EVERYWHERE = Bounds()


async def refresh_feed(
    store: Store,
    feed: Feed,
    *,
    fetcher: Fetcher,
    bounds: Bounds = EVERYWHERE,
    seconds: float = LONGEST_LOOK,
    chance: Chance = by_chance,
) -> Fetch:
    """What came of looking at a feed for at most so many seconds, already written into its log."""
    started = time.monotonic()
    await spare_resting(store, fetcher)
    seen = await see(store, feed, fetcher=fetcher, bounds=bounds, seconds=seconds)
    fetch = decide(feed, seen, now=store.now(), bounds=bounds, chance=chance())
    fetch = replace(fetch, seconds=time.monotonic() - started)
    await asyncio.to_thread(store.record_fetch, feed.id, fetch, token=feed.token)
    return fetch


async def see(store: Store, feed: Feed, *, fetcher: Fetcher, bounds: Bounds, seconds: float) -> Seen:
    """What a look at a feed met; its articles are stored.

    They are stored before the feed's validators: a look that is cut short, by a crash or by the clock, asks once more
    and finds them known.
    """
    try:
        async with asyncio.timeout(seconds):
            return await _look(store, feed, fetcher=fetcher, bounds=bounds)
    except FetchError as error:
        return error
    except TimeoutError:
        brought = await asyncio.to_thread(store.brought, feed.id, since=feed.checked_at)
        return CutShort(after=seconds, articles=brought)


async def _look(store: Store, feed: Feed, *, fetcher: Fetcher, bounds: Bounds) -> Brought | NotModified:
    seen = await fetch_feed(
        feed.url, fetcher=fetcher, etag=feed.etag, last_modified=feed.last_modified, page=feed.kind == "page"
    )
    match seen:
        case NotModified():
            return seen
        case FetchedFeed(answer=answer, feed=read):
            taken = await take_in(store, feed, read, fetcher=fetcher, bounds=bounds)
            return Brought(
                answer=answer, read=read, articles=taken.articles, undated=taken.undated, unread=taken.unread
            )
