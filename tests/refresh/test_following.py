"""What is followed where somebody names an address: a feed, the one that a page links to, a sitemap, a page itself."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from stores import Clock

from timeline.fetching import Fetcher, FetchError
from timeline.refresh import Bounds, find_feed, tick
from timeline.store import Store

if TYPE_CHECKING:
    from tests.conftest import LocalWeb

FLOOD = "The river Vell flooded the lower town of Tarvik on Monday, the mayor said, and two bridges were closed. "
RSS = '<rss version="2.0"><channel><title>Tarvik Post</title></channel></rss>'
SITEMAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"></urlset>"""


def page(text: str, head: str = "") -> str:
    dated = '<meta property="article:published_time" content="2022-02-25T09:00:00+01:00">'
    return f"<html><head><title>Flood</title>{dated}{head}</head><body><article><p>{text}</p></article></body></html>"


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    opened = Store(str(tmp_path / "timeline.db"), now=clock)
    opened.prepare()
    yield opened
    opened.close()


def look(store: Store) -> None:
    async def run() -> None:
        async with Fetcher(allow_private=True, pause=0.0) as fetcher:
            await tick(store, fetcher=fetcher, bounds=Bounds())

    asyncio.run(run())


def found(url: str) -> str:
    async def run() -> str:
        async with Fetcher(allow_private=True, pause=0.0) as fetcher:
            return (await find_feed(url, fetcher=fetcher)).url

    return asyncio.run(run())


def test_the_feed_that_a_page_links_to_is_meant(web: LocalWeb) -> None:
    feed = web.say("/rss.xml", RSS)
    link = '<link rel="alternate" type="application/rss+xml" href="/rss.xml">'
    assert found(web.say("/", page(FLOOD * 9, link), Content_Type="text/html")) == feed
    assert found(feed) == feed


def test_a_page_without_a_feed_is_not_followed_unasked(web: LocalWeb) -> None:
    url = web.say("/flood", page(FLOOD * 9), Content_Type="text/html")
    with pytest.raises(FetchError, match="links to no feed; it can be followed as a page"):
        found(url)


def test_a_page_that_is_followed_is_one_article_and_its_changes_are_revisions(
    store: Store, web: LocalWeb, clock: Clock
) -> None:
    url = web.say("/flood", page(FLOOD * 9), Content_Type="text/html", ETag='"1"')
    store.add_feed(url, source="Tarvik Post", kind="page")
    look(store)
    (stored,) = store.articles().articles
    assert (stored.article.url, stored.article.source, stored.revision) == (url, "Tarvik Post", 1)
    web.say("/flood", status=304)
    clock.passes(hours=2)
    look(store)
    assert [headers.get("if-none-match") for path, headers in web.asked if path == "/flood"] == [None, '"1"']
    web.say("/flood", page(FLOOD * 9 + "A third bridge followed."), Content_Type="text/html", ETag='"2"')
    clock.passes(hours=6)
    look(store)
    (stored,) = store.articles().articles
    assert (stored.revision, stored.article.text.endswith("A third bridge followed.")) == (2, True)
    assert [(feed.kind, feed.error) for feed in store.feeds()] == [("page", None)]


def test_a_sitemap_is_known_as_one_when_it_was_read(store: Store, web: LocalWeb) -> None:
    store.add_feed(web.say("/news.xml", SITEMAP))
    store.add_feed(web.say("/rss.xml", RSS))
    assert [feed.kind for feed in store.feeds()] == ["feed", "feed"]
    look(store)
    assert [feed.kind for feed in store.feeds()] == ["sitemap", "feed"]
