"""From an address or a feed's item to an article: the page's text where the feed only has a teaser."""

from __future__ import annotations

import asyncio

from timeline.fetching.answers import Fetched
from timeline.fetching.errors import FetchError
from timeline.fetching.fetch import Fetcher
from timeline.fetching.items import FeedItem
from timeline.identity import made_id
from timeline.pages import Page, read_page
from timeline.types import Article


async def fetch_article(url: str, *, fetcher: Fetcher) -> Article:
    """The article at an address; raises FetchError when there is none or it does not answer."""
    page = await fetch_page(url, fetcher=fetcher)
    return Article(
        id=made_id(url=page.url or url, text=page.text),
        text=page.text,
        published=page.published,
        url=page.url or url,
        source=page.source,
        title=page.title,
        language=page.language,
    )


async def item_article(item: FeedItem, *, source: str | None, fetcher: Fetcher) -> Article | None:
    """The article a feed announces, None when neither feed nor page has a text.

    The feed's date is trusted before the page's; the feed's text stands in where the page cannot be had.
    """
    page = await _page_behind(item, fetcher=fetcher)
    fuller = page is not None and len(page.text) > len(item.text)
    text = page.text if page is not None and fuller else item.text
    if not text:
        return None
    return Article(
        id=made_id(url=item.url, text=item.guid),
        text=text,
        published=item.published or (page.published if page else None),
        url=(page.url if page else None) or item.url,
        source=source or (page.source if page else None),
        title=item.title or (page.title if page else None),
        language=item.language or (page.language if page else None),
    )


async def fetch_page(url: str, *, fetcher: Fetcher) -> Page:
    """The page at an address, read; raises FetchError when it holds no article."""
    fetched = await fetcher.fetch(url)
    if not isinstance(fetched, Fetched):
        raise FetchError("status 304, though nothing was asked to be compared", reason="status", status=304)
    page = await asyncio.to_thread(read_page, fetched.body, url=fetched.url)
    if page is None:
        raise FetchError(f"no article found at {url}", reason="no_article")
    return page


async def _page_behind(item: FeedItem, *, fetcher: Fetcher) -> Page | None:
    if item.url is None or not (item.teaser or item.published is None):
        return None
    try:
        return await fetch_page(item.url, fetcher=fetcher)
    except FetchError:
        return None  # the feed's own text is what there is
