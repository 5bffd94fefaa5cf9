"""Addresses fetched and read: a feed with what it announces, a page with its article."""

from __future__ import annotations

from dataclasses import dataclass, replace

from timeline.fetching.answers import Fetched, NotModified
from timeline.fetching.errors import FetchError
from timeline.fetching.feeds import read_feed
from timeline.fetching.fetch import FEED_LIMIT, Fetcher
from timeline.fetching.items import FeedItem, FeedRead
from timeline.pages import Page, read_page


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchedFeed:
    """An answer and the feed in it."""

    answer: Fetched
    feed: FeedRead


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchedPage:
    """An answer and the article's page in it."""

    answer: Fetched
    page: Page


async def fetch_feed(
    url: str,
    *,
    fetcher: Fetcher,
    etag: str | None = None,
    last_modified: str | None = None,
    page: bool = False,
) -> FetchedFeed | NotModified:
    """The feed at an address, or that it has not changed; raises FetchError.

    The newest parts of a sitemap index are read with it. With `page`, the address is that of a single page, which is
    read as a feed of one item.
    """
    if page:
        return await _single(url, fetcher=fetcher, etag=etag, last_modified=last_modified)
    answer = await fetcher.fetch(url, limit=FEED_LIMIT, etag=etag, last_modified=last_modified)
    if isinstance(answer, NotModified):
        return answer
    feed = await _read(answer, fetcher=fetcher)
    if not feed.parts:
        return FetchedFeed(answer=answer, feed=feed)
    # The validators of an index say nothing about its parts, so none are given back for it.
    whole = await _with_parts(feed, fetcher=fetcher)
    return FetchedFeed(answer=replace(answer, etag=None, last_modified=None), feed=whole)


async def fetch_page(
    url: str, *, fetcher: Fetcher, etag: str | None = None, last_modified: str | None = None
) -> FetchedPage | NotModified:
    """The article's page at an address, or that it has not changed; raises FetchError, also where robots forbids it."""
    answer = await fetcher.fetch(url, etag=etag, last_modified=last_modified, robots=True)
    if isinstance(answer, NotModified):
        return answer
    page = await fetcher.parse(read_page, answer, url=answer.url, content_type=answer.content_type)
    if page is None:
        raise FetchError(
            f"no article found at {url}", reason="no_article", status=answer.status, redirects=answer.redirects
        )
    return FetchedPage(answer=answer, page=page)


async def _read(answer: Fetched, *, fetcher: Fetcher) -> FeedRead:
    return await fetcher.parse(read_feed, answer, url=answer.url, content_type=answer.content_type)


async def _with_parts(index: FeedRead, *, fetcher: Fetcher) -> FeedRead:
    """The items of an index's parts in one feed; a part that cannot be read takes nothing from the others."""
    items: dict[str, FeedItem] = {}
    faults: list[FetchError] = []
    title = index.title
    for part in index.parts:
        try:
            answer = await fetcher.fetch(part, limit=FEED_LIMIT)
            read = await _read(answer, fetcher=fetcher) if isinstance(answer, Fetched) else None
        except FetchError as error:
            faults.append(error)
            continue
        if read is not None:
            title = title or read.title
            items |= {item.guid: item for item in read.items}
    if not items and faults:
        first = faults[0]
        reason = "status" if first.reason == "gone" else first.reason  # a part that is gone is not the index
        raise FetchError(
            f"no part of the index could be read: {first}",
            reason=reason,
            status=first.status,
            retry_after=first.retry_after,
        )
    return FeedRead(kind="sitemap", title=title, items=tuple(items.values()))


async def _single(
    url: str, *, fetcher: Fetcher, etag: str | None, last_modified: str | None
) -> FetchedFeed | NotModified:
    match await fetch_page(url, fetcher=fetcher, etag=etag, last_modified=last_modified):
        case NotModified() as unchanged:
            return unchanged
        case FetchedPage(answer=answer, page=page):
            item = FeedItem(
                guid=url,
                url=page.url or url,
                title=page.title,
                text=page.text,
                published=None,
                language=page.language,
                teaser=False,
                page_dates=page.dates,
            )
            return FetchedFeed(answer=answer, feed=FeedRead(kind="page", title=page.source, items=(item,)))
