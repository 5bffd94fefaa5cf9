"""Ticks over a real store and a real server: what is due is looked at once, and what comes is stored once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

import httpcore
import pytest
from stores import Clock

from timeline.fetching import Fetcher
from timeline.refresh import Bounds, Ticked, tick
from timeline.refresh.tick import AT_A_TIME
from timeline.store import Feed, Fetch, Store, TooSoonError

if TYPE_CHECKING:
    from tests.conftest import LocalWeb

DAY = timedelta(days=1)
CRACKS = "Engineers had found cracks in two piers of the old harbour bridge, the harbour master said on Monday. "
BOUNDS = Bounds()


def page(text: str) -> str:
    head = '<title>Bridge</title><meta property="article:published_time" content="2022-02-25">'
    return f"<html><head>{head}</head><body><article><h1>Bridge</h1><p>{text}</p></article></body></html>"


def rss(*numbers: int, more: str = "", text: str = "Cracks.", link: str = "/story") -> str:
    items = "".join(
        f"<item><title>Bridge {n}</title><link>{link}/{n}</link><guid>bridge-{n}</guid>"
        f"<pubDate>Fri, 25 Feb 2022 10:00:00 +0100</pubDate><description>{text}</description></item>"
        for n in numbers
    )
    return f'<rss version="2.0"><channel><title>Harbour Post</title>{more}{items}</channel></rss>'


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    opened = Store(str(tmp_path / "timeline.db"), now=clock)
    opened.prepare()
    yield opened
    opened.close()


def ticked(store: Store, *, bounds: Bounds = BOUNDS, chance: float = 0.5) -> Ticked:
    async def run() -> Ticked:
        async with Fetcher(allow_private=True, pause=0.0) as fetcher:
            return await tick(store, fetcher=fetcher, bounds=bounds, chance=lambda: chance)

    return asyncio.run(run())


def only(store: Store) -> Feed:
    (feed,) = store.feeds()
    return feed


def test_validators_go_back_as_they_came_and_nothing_new_costs_no_page(
    store: Store, web: LocalWeb, clock: Clock
) -> None:
    web.say("/story/1", page(CRACKS * 8), Content_Type="text/html")
    odd, monday = '  W/"ö;, \\" 7"', "Mon, 30 Feb 2022 25:61:00 CET"
    web.say("/feed", rss(1), ETag=odd.strip(), Last_Modified=monday)
    store.add_feed(web.url + "/feed")
    assert ticked(store).feeds == 1
    web.say("/feed", status=304)
    clock.passes(hours=2)
    assert ticked(store).feeds == 1
    sent = [headers for path, headers in web.asked if path == "/feed"][-1]
    assert (sent["if-none-match"], sent["if-modified-since"]) == (odd.strip(), monday)
    assert (web.count("/feed"), web.count("/story/1")) == (2, 1)
    assert [entry.outcome for entry in store.fetch_log(only(store).id)] == ["unchanged", "fetched"]


def test_a_restart_asks_nobody_twice(store: Store, web: LocalWeb, clock: Clock) -> None:
    store.add_feed(web.say("/feed", rss(1, text=CRACKS * 8)))
    ticked(store)
    again = Store(str(store.engine.url.database), now=clock)
    assert ticked(again).feeds == 0
    assert web.count("/feed") == 1
    again.close()


def test_max_age_ttl_and_skipped_hours_of_a_real_answer_are_kept(store: Store, web: LocalWeb, clock: Clock) -> None:
    more = "<ttl>180</ttl><skipHours><hour>15</hour></skipHours>"
    store.add_feed(web.say("/feed", rss(1, text=CRACKS * 8, more=more), Cache_Control="max-age=7200"))
    ticked(store)
    assert f"{only(store).next_check_at - clock():}" == "4:00:00"  # it is noon; at 15:00 the feed wants no look


def test_an_outage_blames_no_feed_and_puts_the_tick_off(store: Store, web: LocalWeb, clock: Clock) -> None:
    store.add_feed(web.say("/feed", rss(1, text=CRACKS * 8)))
    closed = [store.add_feed(f"http://127.0.2.{number}:9/feed") for number in range(1, 4)]
    found = ticked(store)
    assert found.outage
    for feed in map(store.feed, (one.id for one in closed)):
        assert (feed.error, feed.error_count, feed.next_check_at - clock()) == (None, 0, timedelta(minutes=5))
        assert [entry.outcome for entry in store.fetch_log(feed.id)] == ["postponed"]
    assert store.feed(1).checked_at is not None


@pytest.fixture
def many_hosts(web: LocalWeb, monkeypatch: pytest.MonkeyPatch) -> Callable[[int, str], str]:
    """Addresses of feeds on hosts of their own, all of which the one server answers."""
    connect, port = httpcore.AnyIOBackend.connect_tcp, int(web.url.rpartition(":")[2])

    async def connect_here(self: Any, host: str, *arguments: Any) -> Any:
        return await connect(self, "127.0.0.1", *arguments)

    monkeypatch.setattr(httpcore.AnyIOBackend, "connect_tcp", connect_here)
    return lambda number, path: f"http://127.0.3.{number}:{port}{path}"


def test_feeds_that_hang_do_not_keep_the_others_waiting(
    store: Store, web: LocalWeb, clock: Clock, many_hosts: Callable[[int, str], str]
) -> None:
    """Twenty feeds that failed before answer only when every other one was asked, of which there are two rounds."""
    well, all_asked, in_time = AT_A_TIME + 20, Event(), []

    def hang(request: BaseHTTPRequestHandler) -> None:
        in_time.append(all_asked.wait(25))
        request.send_error(500)

    def answer(request: BaseHTTPRequestHandler) -> None:
        if sum(path.startswith("/well") for path, _ in web.asked) == well:
            all_asked.set()
        request.send_error(404)

    for number in range(20):
        web.act(f"/hanging/{number}", hang)
        hanging = store.add_feed(many_hosts(1 + number, f"/hanging/{number}"))
        store.record_fetch(hanging.id, Fetch(outcome="error", detail="too slow", next_check_at=clock()))
    for number in range(well):
        web.act(f"/well/{number}", answer)
        store.add_feed(many_hosts(101 + number % 100, f"/well/{number}"))
    assert ticked(store).feeds == well + 20
    assert in_time == [True] * 20


def test_one_host_that_is_down_is_the_fault_of_its_feed(store: Store, web: LocalWeb) -> None:
    store.add_feed("http://127.0.2.1:9/feed")
    assert not ticked(store).outage
    assert (only(store).error_count, only(store).error is not None) == (1, True)


def test_retry_after_of_a_host_holds_for_all_its_feeds(store: Store, clock: Clock) -> None:
    one, other, elsewhere = (
        store.add_feed(url) for url in ("http://a.example/1", "http://a.example/2", "http://b.example/")
    )
    late = clock() + timedelta(hours=3)
    (due,) = store.due_feeds(clock(), limit=1)
    store.record_fetch(due.id, Fetch(outcome="error", next_check_at=late, rests_until=late), token=due.token)
    assert [feed.id for feed in store.due_feeds(clock())] == [elsewhere.id]
    assert {store.feed(one.id).next_check_at, store.feed(other.id).next_check_at} == {late}
    with pytest.raises(TooSoonError, match=r"a\.example asked to be left alone until 2022-03-01 15:00Z"):
        store.claim_feed(other.id, forced=True)
    clock.passes(hours=4)
    assert {one.id, other.id} <= {feed.id for feed in store.due_feeds(clock())}


@pytest.mark.parametrize("after", ["7200", "Tue, 01 Mar 2022 14:00:00 GMT"])
def test_retry_after_in_seconds_or_as_a_date_is_kept(store: Store, web: LocalWeb, clock: Clock, after: str) -> None:
    headers = {"Retry_After": after, "Date": "Tue, 01 Mar 2022 12:00:00 GMT"}

    def busy(request: BaseHTTPRequestHandler) -> None:
        request.send_response_only(503)
        for name, value in headers.items():
            request.send_header(name.replace("_", "-"), value)
        request.send_header("Content-Length", "0")
        request.end_headers()

    store.add_feed(web.act("/feed", busy))
    ticked(store, chance=0.0)
    assert only(store).next_check_at - clock() == timedelta(hours=2)


def test_gone_is_told_and_asked_no_more_until_somebody_asks(store: Store, web: LocalWeb, clock: Clock) -> None:
    store.add_feed(web.say("/feed", status=410))
    ticked(store)
    assert "gone for good" in (only(store).disabled or "")
    clock.passes(days=30)
    assert ticked(store).feeds == 0
    store.make_due(only(store).id)
    assert ticked(store).feeds == 1


def test_a_missing_feed_is_asked_again(store: Store, web: LocalWeb, clock: Clock) -> None:
    store.add_feed(web.say("/feed", status=404))
    for count in (1, 2, 3):
        ticked(store)
        assert (only(store).error_count, only(store).disabled) == (count, None)
        clock.passes(days=7)


def moved(web: LocalWeb, *, status: int) -> str:
    web.say("/new", rss(1, text=CRACKS * 8))
    return web.say("/old", status=status, Location="/new")


@pytest.mark.parametrize(("status", "follows"), [(301, True), (308, True), (302, False), (303, False), (307, False)])
def test_only_permanent_redirects_change_the_address_and_only_after_a_day(
    store: Store, web: LocalWeb, clock: Clock, status: int, follows: bool
) -> None:
    old = moved(web, status=status)
    store.add_feed(old)
    addresses = []
    for _ in range(3):
        ticked(store)
        addresses.append(only(store).url)
        clock.passes(days=2)
    assert addresses == [old, old, web.url + "/new" if follows else old]
    assert len(store.articles().articles) == 1


def test_a_feed_that_moves_to_one_that_is_followed_stops_with_a_reason(
    store: Store, web: LocalWeb, clock: Clock
) -> None:
    old = store.add_feed(moved(web, status=301))
    new = store.add_feed(web.url + "/new")
    for _ in range(3):
        ticked(store)
        clock.passes(days=2)
    assert store.feed(old.id).disabled == f"moved to {new.url}, which is followed already as feed {new.id}"


def test_a_corrected_page_is_a_new_revision_and_the_first_day_stays(store: Store, web: LocalWeb, clock: Clock) -> None:
    web.say("/story/1", page(CRACKS * 8), Content_Type="text/html", ETag='"1"')
    web.say("/feed", rss(1), ETag='"f"')
    store.add_feed(web.url + "/feed")
    ticked(store)
    web.say("/feed", status=304)
    clock.passes(hours=7)
    ticked(store)
    (stored,) = store.articles().articles
    assert (stored.revision, web.count("/story/1")) == (1, 2)
    first, again = (headers for path, headers in web.asked if path == "/story/1")
    assert (first.get("if-none-match"), again.get("if-none-match")) == (None, '"1"')
    web.say("/story/1", page(CRACKS * 8 + "It was three piers, not two."), Content_Type="text/html", ETag='"2"')
    clock.passes(days=1)
    assert ticked(store).pages == 1
    assert web.asked[-1][1]["if-none-match"] == '"1"'
    (stored,) = store.articles().articles
    assert (stored.revision, stored.state) == (2, "pending")
    assert stored.article.text.endswith("three piers, not two.")
    assert stored.article.published is not None
    assert str(stored.article.published.day) == "2022-02-25"


def test_an_article_withdrawn_by_its_publisher_is_marked_and_kept(store: Store, web: LocalWeb, clock: Clock) -> None:
    web.say("/story/1", page(CRACKS * 8), Content_Type="text/html")
    web.say("/feed", rss(1), ETag='"f"')
    store.add_feed(web.url + "/feed")
    ticked(store)
    web.say("/feed", status=304)
    web.say("/story/1", status=410)
    marks = []
    for _ in range(2):
        clock.passes(days=1, hours=1)
        ticked(store)
        (stored,) = store.articles().articles
        marks.append(stored.withdrawn_at is not None)
    assert marks == [False, True]
    assert "Engineers had found cracks" in stored.article.text


def test_pages_are_not_looked_at_again_where_that_is_switched_off(store: Store, web: LocalWeb, clock: Clock) -> None:
    web.say("/story/1", page(CRACKS * 8), Content_Type="text/html")
    store.add_feed(web.say("/feed", rss(1)))
    ticked(store, bounds=Bounds(revisit=timedelta()))
    clock.passes(days=2)
    assert ticked(store).pages == 0


def test_an_item_that_gets_another_address_stays_one_article(store: Store, web: LocalWeb, clock: Clock) -> None:
    store.add_feed(web.say("/feed", rss(1, text=CRACKS * 8)))
    ticked(store)
    web.say("/feed", rss(1, text=CRACKS * 8, link="/better-slug"))
    clock.passes(days=2)
    ticked(store)
    assert len(store.articles().articles) == 1


def test_items_that_share_a_guid_are_told_apart_by_their_addresses(store: Store, web: LocalWeb) -> None:
    store.add_feed(web.say("/feed", rss(1, 2, text=CRACKS * 8).replace("bridge-2", "bridge-1")))
    ticked(store)
    assert len(store.articles().articles) == 2


def test_a_look_whose_claim_was_lost_writes_nothing(store: Store, clock: Clock) -> None:
    store.add_feed("http://a.example/")
    (first,) = store.due_feeds(clock(), lease=timedelta(minutes=1))
    clock.passes(minutes=2)
    (second,) = store.due_feeds(clock(), lease=timedelta(minutes=1))
    fetch = Fetch(outcome="fetched", next_check_at=clock() + DAY)
    assert not store.record_fetch(first.id, fetch, token=first.token)
    assert store.record_fetch(second.id, fetch, token=second.token)
    assert len(store.fetch_log(first.id)) == 1


def test_a_look_by_hand_waits_for_a_minute_unless_forced(store: Store, clock: Clock) -> None:
    feed = store.add_feed("http://a.example/")
    store.record_fetch(feed.id, Fetch(outcome="fetched", next_check_at=clock() + DAY))
    clock.passes(seconds=20)
    with pytest.raises(TooSoonError, match="less than a minute ago; wait 40 s or insist"):
        store.claim_feed(feed.id)
    claimed = store.claim_feed(feed.id, forced=True)
    with pytest.raises(TooSoonError, match="being looked at just now"):
        store.claim_feed(claimed.id, forced=True)


def test_what_was_fetched_is_counted_for_all_processes(store: Store, web: LocalWeb, clock: Clock) -> None:
    store.add_feed(web.say("/feed", rss(1, text=CRACKS * 8)))
    store.add_feed(web.say("/none", status=404))
    assert (store.backlog().feeds, store.backlog().lag_seconds) == (2, 0)
    clock.passes(seconds=90)
    assert store.backlog().lag_seconds == 90
    ticked(store)
    counted = {tally.label: tally.count for tally in store.tallies() if tally.kind == "fetch"}
    assert (counted, store.backlog().feeds) == ({"error": 1, "fetched": 1}, 0)
