"""From an address or a feed's item to an article: the page's text where the feed only has a teaser."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from timeline.fetching.errors import FetchError
from timeline.fetching.fetch import Fetcher
from timeline.fetching.items import FeedItem
from timeline.fetching.sites import FetchedPage, fetch_page
from timeline.identity import made_id
from timeline.pages import Page, believe
from timeline.types import Article, Published

NOBODY_SAYS = "neither the feed nor the page says when it was published"


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRead:
    """What became of an item: its article, None without any text; `fault` says why its page could not be had.

    The validators are those of its page, where that was read.
    """

    article: Article | None
    fault: FetchError | None = None
    etag: str | None = None
    last_modified: str | None = None


async def fetch_article(url: str, *, fetcher: Fetcher, now: datetime) -> Article:
    """The article at an address; raises FetchError when there is none or it does not answer."""
    match await fetch_page(url, fetcher=fetcher):
        case FetchedPage(page=page):
            return page_article(page, url=page.url or url, now=now)
        case _:
            raise FetchError("status 304, though nothing was asked to be compared", reason="status", status=304)


def page_article(page: Page, *, url: str, now: datetime) -> Article:
    """The article of a page."""
    believed = believe(page.dates, now=now)
    return Article(
        id=made_id(url=url, text=page.text),
        text=page.text,
        published=believed.published,
        url=url,
        source=page.source,
        title=page.title,
        language=page.language,
        date_doubt=believed.doubt,
    )


async def read_item(
    item: FeedItem, *, source: str | None, fetcher: Fetcher, now: datetime, page: bool = True
) -> ItemRead:
    """The article a feed announces, None when neither feed nor page has a text.

    The feed's date is trusted before the page's; the feed's text stands in where the page cannot be had, or is not to
    be asked (`page`).
    """
    fetched, fault = None, None
    if page and item.url is not None and _needs_page(item, now):
        try:
            fetched = await _page(item.url, fetcher=fetcher)
        except FetchError as error:
            fault = error
    if fetched is None:
        return ItemRead(article=_article(item, None, source=source, now=now), fault=fault)
    article = _article(item, fetched.page, source=source, now=now)
    return ItemRead(article=article, etag=fetched.answer.etag, last_modified=fetched.answer.last_modified)


def _needs_page(item: FeedItem, now: datetime) -> bool:
    """Whether the page is asked: for the rest of the text, or for a date where the feed's cannot be believed."""
    if item.page_dates is not None:
        return False
    return item.teaser or believe(_dates(item.published), now=now).published is None


async def _page(url: str, *, fetcher: Fetcher) -> FetchedPage | None:
    match await fetch_page(url, fetcher=fetcher):
        case FetchedPage() as fetched:
            return fetched
        case _:
            return None  # a 304 that answers nothing: the feed's own text is what there is


def _article(item: FeedItem, page: Page | None, *, source: str | None, now: datetime) -> Article | None:
    """The fuller of the two texts with the most trusted of all dates."""
    text = page.text if page is not None and len(page.text) > len(item.text) else item.text
    if not text:
        return None
    believed = believe((*_dates(item.published), *(page.dates if page else item.page_dates or ())), now=now)
    return Article(
        id=made_id(url=item.url, text=item.guid),
        text=text,
        published=believed.published,
        url=(page.url if page else None) or item.url,
        source=source or (page.source if page else None),
        title=item.title or (page.title if page else None),
        language=item.language or (page.language if page else None),
        date_doubt=believed.doubt or (None if believed.published else NOBODY_SAYS),
    )


def _dates(published: Published | None) -> tuple[Published, ...]:
    return () if published is None else (published,)
