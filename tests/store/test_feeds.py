"""Feeds: due one at a time, with a log of every look."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from timeline.store import Fetch, NotFoundError, Store
from timeline.types import Article

URL = "https://post.example/feed"
HOUR = timedelta(hours=1)


def test_a_feed_is_followed_once(store: Store) -> None:
    first = store.add_feed(URL, source="Harbour Post")
    assert store.add_feed(URL) == first
    assert (first.source, store.feeds()) == ("Harbour Post", (first,))


def test_a_due_feed_goes_to_one_who_asks(store: Store, clock: Any) -> None:
    feed = store.add_feed(URL)
    assert [due.id for due in store.due_feeds(clock(), lease=HOUR)] == [feed.id]
    assert store.due_feeds(clock(), lease=HOUR) == ()
    clock.passes(hours=2)
    assert [due.id for due in store.due_feeds(clock(), lease=HOUR)] == [feed.id]


def test_a_feed_is_due_again_when_the_look_at_it_said(store: Store, clock: Any) -> None:
    feed = store.add_feed(URL)
    store.due_feeds(clock(), lease=HOUR)
    store.record_fetch(
        feed.id, Fetch(outcome="fetched", next_check_at=clock() + HOUR, etag='"1"', articles=2, title="Post")
    )
    assert store.due_feeds(clock()) == ()
    clock.passes(hours=1)
    (due,) = store.due_feeds(clock())
    assert (due.etag, due.title, due.checked_at) == ('"1"', "Post", clock() - HOUR)


def test_validators_are_those_of_the_last_answer(store: Store, clock: Any) -> None:
    feed = store.add_feed(URL)
    looks = [
        (Fetch(outcome="fetched", next_check_at=clock(), etag='"1"', last_modified="Mon"), ('"1"', "Mon")),
        (Fetch(outcome="unchanged", next_check_at=clock()), ('"1"', "Mon")),
        (Fetch(outcome="error", next_check_at=clock()), ('"1"', "Mon")),
        (Fetch(outcome="fetched", next_check_at=clock(), last_modified="Tue"), (None, "Tue")),
    ]
    for fetch, validators in looks:
        store.record_fetch(feed.id, fetch)
        (now,) = store.feeds()
        assert (now.etag, now.last_modified) == validators


def test_errors_are_counted_until_one_look_succeeds(store: Store, clock: Any) -> None:
    feed = store.add_feed(URL)
    for _ in range(2):
        store.record_fetch(feed.id, Fetch(outcome="error", next_check_at=clock(), status=503, detail="busy"))
    (failing,) = store.feeds()
    assert (failing.error, failing.error_count) == ("busy", 2)
    store.record_fetch(feed.id, Fetch(outcome="unchanged", next_check_at=clock(), status=304))
    (well,) = store.feeds()
    assert (well.error, well.error_count) == (None, 0)
    assert [entry.status for entry in store.fetch_log(feed.id)] == [304, 503, 503]


def test_a_disabled_feed_is_not_due_until_someone_asks_for_it(store: Store, clock: Any) -> None:
    feed = store.add_feed(URL)
    store.record_fetch(
        feed.id, Fetch(outcome="error", next_check_at=clock(), status=410, detail="gone", disable="410 Gone")
    )
    assert store.due_feeds(clock()) == ()
    assert store.feeds()[0].disabled == "410 Gone"
    clock.passes(minutes=2)
    store.make_due(feed.id)
    assert [due.id for due in store.due_feeds(clock())] == [feed.id]


def test_the_log_keeps_the_latest_looks(store: Store, clock: Any) -> None:
    feed = store.add_feed(URL)
    for number in range(105):
        store.record_fetch(feed.id, Fetch(outcome="fetched", next_check_at=clock(), articles=number))
    assert [entry.articles for entry in store.fetch_log(feed.id, limit=3)] == [104, 103, 102]
    assert len(store.fetch_log(feed.id, limit=1000)) == 20


def test_a_removed_feed_leaves_its_articles(store: Store, clock: Any, article: Callable[..., Article]) -> None:
    feed = store.add_feed(URL)
    store.add_article(article("Words."), feed=URL)
    store.record_fetch(feed.id, Fetch(outcome="fetched", next_check_at=clock()))
    store.remove_feed(feed.id)
    assert (store.feeds(), store.article("a").feed) == ((), None)
    store.record_fetch(feed.id, Fetch(outcome="fetched", next_check_at=clock()))  # its fetch was on the way
    with pytest.raises(NotFoundError, match="no feed"):
        store.fetch_log(feed.id)


@pytest.mark.parametrize("action", ["remove_feed", "fetch_log", "make_due"])
def test_a_feed_that_is_not_there_is_not_found(store: Store, action: str) -> None:
    with pytest.raises(NotFoundError, match="no feed 7"):
        getattr(store, action)(7)
