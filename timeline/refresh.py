"""One look at a feed: fetch it, store what is new, write down what came of it."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from timeline.fetching import FEED_LIMIT, Fetched, FetchError, NotModified, item_article, read_feed
from timeline.identity import made_id
from timeline.store import Fetch, NotFoundError

if TYPE_CHECKING:
    from timeline.fetching import FeedItem, Fetcher
    from timeline.store import Feed, Store

BACK_OFF = 2.0
LONGEST_WAIT = timedelta(days=7)
LONGEST_LOOK = 180.0  # seconds; a feed of slow pages must not keep the next tick waiting


async def refresh_feed(
    store: Store, feed: Feed, *, fetcher: Fetcher, interval: timedelta, seconds: float = LONGEST_LOOK
) -> Fetch:
    """What came of looking at a feed for at most so many seconds, already written into its log.

    The articles are stored before the feed's validators: a look that is cut short, by a crash or by the clock, asks
    once more and finds them known.
    """
    started = time.monotonic()
    try:
        async with asyncio.timeout(seconds):
            fetch = await _look(store, feed, fetcher=fetcher, interval=interval)
    except TimeoutError:
        detail = f"not done after {seconds:g} s; the next look goes on from there"
        fetch = Fetch(outcome="error", detail=detail, next_check_at=_now() + interval)
    fetch = replace(fetch, seconds=time.monotonic() - started)
    await asyncio.to_thread(store.record_fetch, feed.id, fetch)
    return fetch


async def _look(store: Store, feed: Feed, *, fetcher: Fetcher, interval: timedelta) -> Fetch:
    try:
        answer = await fetcher.fetch(feed.url, limit=FEED_LIMIT, etag=feed.etag, last_modified=feed.last_modified)
        match answer:
            case NotModified():
                return Fetch(outcome="unchanged", status=304, next_check_at=_now() + interval)
            case Fetched():
                return await _take_in(store, feed, answer, fetcher=fetcher, interval=interval)
    except FetchError as error:
        wait = min(interval * BACK_OFF ** min(feed.error_count, 20), LONGEST_WAIT)
        return Fetch(outcome="error", status=error.status, detail=str(error), next_check_at=_now() + wait)


async def _take_in(store: Store, feed: Feed, answer: Fetched, *, fetcher: Fetcher, interval: timedelta) -> Fetch:
    """Store every article of a feed that is new or changed."""
    read = await asyncio.to_thread(read_feed, answer.body, url=answer.url, content_type=answer.content_type)
    source = feed.source or feed.title or read.title
    stored = undated = 0
    for item in read.items:
        if item.teaser and await asyncio.to_thread(_is_known, store, item):
            continue  # the page behind it was read before
        article = await item_article(item, source=source, fetcher=fetcher)
        if article is None or article.published is None:
            undated += article is not None
            continue
        saved = await asyncio.to_thread(store.add_article, article, feed=feed.url)
        stored += saved.outcome in ("new", "revised")
    return Fetch(
        outcome="fetched",
        status=200,
        detail=f"{undated} without a publication date" if undated else None,
        next_check_at=_now() + interval,
        articles=stored,
        etag=answer.etag,
        last_modified=answer.last_modified,
        title=read.title,
    )


def _is_known(store: Store, item: FeedItem) -> bool:
    try:
        store.article(made_id(url=item.url, text=item.guid))
    except NotFoundError:
        return False
    return True


def _now() -> datetime:
    return datetime.now(UTC)
