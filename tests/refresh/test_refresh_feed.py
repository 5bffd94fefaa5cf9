"""One look at a feed: what is new is stored once, and what came of it is written down."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from timeline.fetching import Fetcher
from timeline.refresh import refresh_feed
from timeline.store import Feed, Fetch, Store

if TYPE_CHECKING:
    from tests.conftest import LocalWeb

HOUR = timedelta(hours=1)
FULL = "The council of Varnholm closed the old harbour bridge on Monday. " * 12
CRACKS = "<p>Engineers had found cracks in two piers of the old harbour bridge.</p>"
PAGE = (
    '<html><head><title>Bridge</title><meta property="article:published_time" content="2025-03-05"></head>'
    f"<body><article><h1>Bridge</h1>{CRACKS * 12}</article></body></html>"
)


def item(number: int, text: str, date: str = "Wed, 05 Mar 2025 10:00:00 +0100") -> str:
    stamp = f"<pubDate>{date}</pubDate>" if date else ""
    return (
        f"<item><title>Story {number}</title><link>/story/{number}</link><guid>{number}</guid>{stamp}"
        f"<description>{text}</description></item>"
    )


def rss(*items: str) -> str:
    return f'<rss version="2.0"><channel><title>Harbour Post</title>{"".join(items)}</channel></rss>'


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(str(tmp_path / "timeline.db"))
    opened.prepare()
    yield opened
    opened.close()


def look(store: Store, feed: Feed, *, seconds: float = 30) -> Fetch:
    async def run() -> Fetch:
        async with Fetcher(allow_private=True, pause=0) as fetcher:
            return await refresh_feed(store, feed, fetcher=fetcher, seconds=seconds, chance=lambda: 1.0)

    return asyncio.run(run())


def follow(store: Store, url: str) -> Feed:
    store.add_feed(url)
    (feed,) = store.feeds()
    return feed


def texts(store: Store) -> dict[str | None, str]:
    return {stored.article.title: stored.article.text for stored in store.articles().articles}


def test_full_texts_are_taken_and_teasers_are_read_on_their_pages(store: Store, web: LocalWeb) -> None:
    web.say("/story/2", PAGE, Content_Type="text/html")
    url = web.say("/feed", rss(item(1, FULL), item(2, "Cracks.")), ETag='"v1"')
    fetch = look(store, follow(store, url))
    assert (fetch.outcome, fetch.status, fetch.articles) == ("fetched", 200, 2)
    assert texts(store)["Story 1"] == FULL.strip()
    assert "Engineers had found cracks" in texts(store)["Story 2"]
    (feed,) = store.feeds()
    assert (feed.title, feed.etag, feed.error) == ("Harbour Post", '"v1"', None)
    assert {stored.article.source for stored in store.articles().articles} == {"Harbour Post"}


def test_the_second_look_asks_with_the_validators_and_fetches_no_page(store: Store, web: LocalWeb) -> None:
    web.say("/story/2", PAGE, Content_Type="text/html")
    url = web.say("/feed", rss(item(1, FULL), item(2, "Cracks.")), ETag='"v1"')
    look(store, follow(store, url))
    assert look(store, store.feeds()[0]).articles == 0
    assert web.count("/story/2") == 1
    assert web.asked[-1][1]["if-none-match"] == '"v1"'
    web.say("/feed", status=304)
    assert look(store, store.feeds()[0]).outcome == "unchanged"
    assert len(texts(store)) == 2


def test_a_changed_text_is_a_new_revision_of_the_same_article(store: Store, web: LocalWeb) -> None:
    feed = follow(store, web.say("/feed", rss(item(1, FULL))))
    look(store, feed)
    web.say("/feed", rss(item(1, FULL + "It will open again in May.")))
    assert look(store, store.feeds()[0]).articles == 1
    (stored,) = store.articles().articles
    assert stored.revision == 2
    assert stored.article.text.endswith("in May.")


def test_an_item_without_any_date_is_left_out_and_counted(store: Store, web: LocalWeb) -> None:
    url = web.say("/feed", rss(item(1, FULL, date=""), item(2, FULL)))
    fetch = look(store, follow(store, url))
    assert (fetch.articles, fetch.detail) == (1, "1 without a publication date")


@pytest.mark.parametrize(
    ("status", "body", "detail"), [(500, "", "status 500"), (404, "", "status 404"), (200, "<html/>", "not a feed")]
)
def test_an_error_is_written_down_and_waits_longer_each_time(
    store: Store, web: LocalWeb, status: int, body: str, detail: str
) -> None:
    feed = follow(store, web.say("/feed", body, status=status))
    waits = []
    for _ in range(3):
        look(store, store.feeds()[0])
        (feed,) = store.feeds()
        waits.append(round((feed.next_check_at - datetime.now(UTC)) / HOUR, 1))
    assert waits == [1.0, 2.0, 4.0]  # the whole of each span, as chance has it here
    assert feed.error_count == 3
    assert detail in (feed.error or "")
    assert detail in (store.fetch_log(feed.id)[0].detail or "")


def test_a_good_look_forgets_the_errors(store: Store, web: LocalWeb) -> None:
    feed = follow(store, web.say("/feed", status=500))
    look(store, feed)
    web.say("/feed", rss(item(1, FULL)))
    look(store, store.feeds()[0])
    (feed,) = store.feeds()
    assert (feed.error, feed.error_count) == (None, 0)


def test_a_look_that_takes_too_long_keeps_what_it_has_and_goes_on_later(store: Store, web: LocalWeb) -> None:
    web.act("/story/2", lambda request: time.sleep(2))
    feed = follow(store, web.say("/feed", rss(item(1, FULL), item(2, "Cracks."), item(3, FULL))))
    fetch = look(store, feed, seconds=1)
    assert (fetch.outcome, fetch.detail) == ("fetched", "not done after 1 s; the next look goes on from there")
    assert (list(texts(store)), fetch.articles) == (["Story 1"], 1)
    web.say("/story/2", PAGE, Content_Type="text/html")
    assert look(store, store.feeds()[0]).articles == 2
