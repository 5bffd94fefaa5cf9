"""From a feed's item to an article: page or feed, whichever tells more, and the feed's date before the page's."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from timeline.fetching import FeedItem, Fetcher, FetchError, ItemRead, fetch_article, read_item
from timeline.pages import read_stamp

if TYPE_CHECKING:
    from tests.conftest import LocalWeb
    from timeline.types import Article

NOW = datetime(2025, 3, 10, 12, tzinfo=UTC)
PARAGRAPH = "<p>The council closed the old harbour bridge on Monday after engineers had found cracks in two piers.</p>"
PAGE = f"""<html lang="en"><head><title>Bridge closed</title><meta property="og:site_name" content="Harbour Post">
<meta property="article:published_time" content="2025-03-05T08:00:00+02:00"></head>
<body><article><h1>Bridge closed</h1>{PARAGRAPH * 5}</article></body></html>"""
ITEM = FeedItem(
    guid="a1",
    url=None,
    title="Old bridge closed",
    text="Cracks found.",
    published=read_stamp("2025-03-04", origin="feed"),
    language="en",
    teaser=True,
)


def article_of(item: FeedItem, *, source: str | None = "Harbour Post") -> Article | None:
    async def run() -> Article | None:
        async with Fetcher(allow_private=True, pause=0) as fetcher:
            return (await read_item(item, source=source, fetcher=fetcher, now=NOW)).article

    return asyncio.run(run())


def test_a_teaser_is_replaced_by_the_page_and_keeps_the_feeds_date(web: LocalWeb) -> None:
    article = article_of(replace(ITEM, url=web.say("/bridge", PAGE, Content_Type="text/html")))
    assert article is not None
    assert "cracks in two piers." in article.text
    assert article.published == ITEM.published
    assert (article.title, article.source) == ("Old bridge closed", "Harbour Post")


def test_an_item_without_a_date_takes_the_pages(web: LocalWeb) -> None:
    url = web.say("/bridge", PAGE, Content_Type="text/html")
    article = article_of(replace(ITEM, url=url, published=None, teaser=False, text="x" * 5000))
    assert article is not None
    assert article.text == "x" * 5000
    assert article.published is not None
    assert (article.published.day.isoformat(), article.published.origin) == ("2025-03-05", "meta")


def test_a_full_text_in_the_feed_asks_nobody_for_the_page(web: LocalWeb) -> None:
    article = article_of(replace(ITEM, url=web.say("/bridge", PAGE), teaser=False, text="The whole story."))
    assert article is not None
    assert article.text == "The whole story."
    assert web.asked == []


@pytest.mark.parametrize("status", [304, 404, 500])
def test_the_feeds_text_stands_in_where_the_page_cannot_be_had(web: LocalWeb, status: int) -> None:
    article = article_of(replace(ITEM, url=web.say("/bridge", status=status)))
    assert article is not None
    assert article.text == "Cracks found."


def test_an_item_without_any_text_is_no_article() -> None:
    assert article_of(replace(ITEM, text="")) is None


def test_the_same_address_is_the_same_article(web: LocalWeb) -> None:
    url = web.say("/bridge", PAGE, Content_Type="text/html")

    async def run() -> tuple[Article, Article]:
        async with Fetcher(allow_private=True, pause=0) as fetcher:
            return await fetch_article(url, fetcher=fetcher, now=NOW), await fetch_article(
                url, fetcher=fetcher, now=NOW
            )

    first, second = asyncio.run(run())
    assert first == second
    assert (first.url, first.source, first.title) == (url, "Harbour Post", "Bridge closed")


def test_a_page_without_an_article_is_an_error(web: LocalWeb) -> None:
    async def run() -> Article:
        async with Fetcher(allow_private=True, pause=0) as fetcher:
            return await fetch_article(web.say("/empty", "<html></html>"), fetcher=fetcher, now=NOW)

    with pytest.raises(FetchError):
        asyncio.run(run())


@pytest.mark.parametrize(
    ("stamp", "day", "origin", "doubt"),
    [
        ("2025-03-04T10:00:00Z", "2025-03-04", "feed", None),
        ("2025-03-01", "2025-03-01", "feed", "the feed says 2025-03-01, but the page's meta tags 2025-03-05"),
        ("2031-03-04", "2025-03-05", "meta", "the feed says 2031-03-04, which is in the future"),
        ("1970-01-01T00:00:00Z", "2025-03-05", "meta", "the feed says 1970-01-01, which is before 1990"),
    ],
)
def test_a_date_that_cannot_be_true_is_not_believed_and_one_that_is_contradicted_is_doubted(
    web: LocalWeb, stamp: str, day: str, origin: str, doubt: str | None
) -> None:
    url = web.say("/bridge", PAGE, Content_Type="text/html")
    article = article_of(replace(ITEM, url=url, published=read_stamp(stamp, origin="feed")))
    assert article is not None
    assert article.published is not None
    assert (article.published.day.isoformat(), article.published.origin) == (day, origin)
    assert article.date_doubt == doubt


def test_a_date_in_the_future_with_nothing_beside_it_leaves_the_article_undated(web: LocalWeb) -> None:
    item = replace(ITEM, url=web.url + "/none", published=read_stamp("2025-03-12", origin="feed"))
    article = article_of(item)
    assert article is not None
    assert (article.published, article.date_doubt) == (None, "the feed says 2025-03-12, which is in the future")


def test_why_a_page_could_not_be_had_is_told_beside_the_article(web: LocalWeb) -> None:
    url = web.say("/wall", status=402)

    async def run() -> ItemRead:
        async with Fetcher(allow_private=True, pause=0) as fetcher:
            return await read_item(replace(ITEM, url=url), source=None, fetcher=fetcher, now=NOW)

    read = asyncio.run(run())
    assert read.article is not None
    assert read.article.text == "Cracks found."
    assert read.fault is not None
    assert read.fault.reason == "blocked"


@pytest.mark.parametrize(
    ("canonical", "path"),
    [
        ("/bridge", "/bridge"),
        ("/", "/bridge?utm_source=feed"),
        ("https://other.example/bridge", "/bridge?utm_source=feed"),
    ],
)
def test_a_canonical_link_is_believed_of_the_own_site_only(web: LocalWeb, canonical: str, path: str) -> None:
    link = canonical if canonical.startswith("http") else web.url + canonical
    body = PAGE.replace("<head>", f'<head><link rel="canonical" href="{link}">')
    article = article_of(replace(ITEM, url=web.say("/bridge?utm_source=feed", body, Content_Type="text/html")))
    assert article is not None
    assert article.url == web.url + path
