"""What is followed where somebody names an address: a feed, the one that a page links to, a sitemap, a page itself."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from feeds import WHOLE, news_page, rss, ticked

from timeline.fetching import Fetcher, FetchError
from timeline.refresh import find_feed

if TYPE_CHECKING:
    from stores import Clock

    from tests.conftest import LocalWeb
    from timeline.store import Store

SITEMAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"></urlset>"""
LINK = '<link rel="alternate" type="application/rss+xml" href="/rss.xml">'


def found(url: str) -> str:
    async def run() -> str:
        async with Fetcher(allow_private=True, pause=0.0) as fetcher:
            return (await find_feed(url, fetcher=fetcher)).url

    return asyncio.run(run())


def test_the_feed_that_a_page_links_to_is_meant(web: LocalWeb) -> None:
    feed = web.say("/rss.xml", rss())
    assert found(web.say("/", news_page(WHOLE, head=LINK), Content_Type="text/html")) == feed
    assert found(feed) == feed


def test_a_page_without_a_feed_is_not_followed_unasked(web: LocalWeb) -> None:
    url = web.say("/flood", news_page(WHOLE), Content_Type="text/html")
    with pytest.raises(FetchError, match="links to no feed; it can be followed as a page"):
        found(url)


def test_a_page_that_is_followed_is_one_article_and_its_changes_are_revisions(
    store: Store, web: LocalWeb, clock: Clock
) -> None:
    url = web.say("/flood", news_page(WHOLE), Content_Type="text/html", ETag='"1"')
    store.add_feed(url, source="Tarvik Post", kind="page")
    ticked(store)
    (stored,) = store.articles().articles
    assert (stored.article.url, stored.article.source, stored.revision) == (url, "Tarvik Post", 1)
    web.say("/flood", status=304)
    clock.passes(hours=2)
    ticked(store)
    assert [headers.get("if-none-match") for path, headers in web.asked if path == "/flood"] == [None, '"1"']
    web.say("/flood", news_page(WHOLE + "A third pier followed."), Content_Type="text/html", ETag='"2"')
    clock.passes(hours=6)
    ticked(store)
    (stored,) = store.articles().articles
    assert (stored.revision, stored.article.text.endswith("A third pier followed.")) == (2, True)
    assert [(feed.kind, feed.error) for feed in store.feeds()] == [("page", None)]


def test_a_sitemap_is_known_as_one_when_it_was_read(store: Store, web: LocalWeb) -> None:
    store.add_feed(web.say("/news.xml", SITEMAP))
    store.add_feed(web.say("/rss.xml", rss()))
    assert [feed.kind for feed in store.feeds()] == ["feed", "feed"]
    ticked(store)
    assert [feed.kind for feed in store.feeds()] == ["sitemap", "feed"]
