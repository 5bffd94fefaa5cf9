"""What a feed announces is stored: an item whose page was read before costs no request."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.fetching import read_item
from timeline.identity import made_id
from timeline.refresh.revisits import first_visit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.fetching import FeedItem, FeedRead, Fetcher, FetchError
    from timeline.refresh.bounds import Bounds
    from timeline.store import Feed, Store


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """How many texts are new since the last look, how many items have no date that can be true, and what kept pages of
    items from being read.
    """

    articles: int
    undated: int
    unread: tuple[FetchError, ...]


async def take_in(store: Store, feed: Feed, read: FeedRead, *, fetcher: Fetcher, bounds: Bounds) -> TakenIn:
    """Store every article of a feed that is new or changed; one that nobody dates is kept undated, and flagged."""
    source = feed.source or feed.title or read.title
    own = {item.guid: made_id(url=item.url, text=item.guid) for item in read.items}
    known = await asyncio.to_thread(store.known_items, feed.id, own)
    shared = shared_guids(read.items)
    undated = 0
    unread = []
    for item in read.items:
        is_known = item.guid in known
        if item.teaser and is_known:
            continue  # the page behind it was read before, and is looked at again in its own time
        found = await read_item(item, source=source, fetcher=fetcher, now=store.now(), page=not is_known)
        if found.fault is not None:
            unread.append(found.fault)
        article = found.article
        if article is None:
            continue
        undated += article.published is None and not is_known
        visit = None
        if item.teaser and item.url:
            visit = first_visit(store.now(), bounds=bounds, etag=found.etag, last_modified=found.last_modified)
        guid = item.guid if item.guid not in shared else None
        await asyncio.to_thread(store.add_article, article, feed=feed.url, guid=guid, visit=visit)
    brought = await asyncio.to_thread(store.brought, feed.id, since=feed.checked_at)
    return TakenIn(articles=brought, undated=undated, unread=tuple(unread))


def shared_guids(items: Sequence[FeedItem]) -> frozenset[str]:
    """GUIDs that a feed gives to items of several addresses: they tell nothing apart."""
    uses = Counter(guid for guid, _ in {(item.guid, item.url) for item in items})
    return frozenset(guid for guid, count in uses.items() if count > 1)
