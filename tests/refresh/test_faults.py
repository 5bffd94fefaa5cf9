"""Feeds and hosts that fail, or ask for rest: what befalls one stops no other, and an outage of our own blames none."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from datetime import timedelta
from http.server import BaseHTTPRequestHandler
from threading import Event
from typing import TYPE_CHECKING, Any

import httpcore
import pytest
from feeds import WHOLE, item, news_page, only, rss, ticked
from stores import Clock

from timeline.refresh.tick import AT_A_TIME
from timeline.store import Fetch, Rest, Store, TooSoonError

if TYPE_CHECKING:
    from internet import Internet

    from tests.conftest import LocalWeb

FEED = rss(item(1, WHOLE))


def test_an_outage_blames_no_feed_and_puts_the_tick_off(store: Store, web: LocalWeb, clock: Clock) -> None:
    store.add_feed(web.say("/feed", FEED))
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
    store.record_fetch(
        due.id, Fetch(outcome="error", next_check_at=late, rests=(Rest(host="a.example", until=late),)), token=due.token
    )
    assert [feed.id for feed in store.due_feeds(clock())] == [elsewhere.id]
    assert {store.feed(one.id).next_check_at, store.feed(other.id).next_check_at} == {late}
    with pytest.raises(TooSoonError, match=r"a\.example asked to be left alone until 2022-03-01 15:00Z"):
        store.claim_feed(other.id, forced=True)
    clock.passes(hours=4)
    assert {one.id, other.id} <= {feed.id for feed in store.due_feeds(clock())}


def test_a_host_that_asks_for_rest_is_left_alone_with_all_its_feeds_and_pages(
    store: Store, internet: Internet, clock: Clock
) -> None:
    """The first feed's second page asks for rest: neither the third page nor the other feeds of the host are asked."""
    web, site = internet.web, internet.resolve("post.example")
    elsewhere = internet.resolve("other.example", ["93.184.215.15"])
    web.say("/story/1", news_page(WHOLE), Content_Type="text/html")
    web.say("/story/2", status=429, Retry_After="7200")
    web.say("/story/3", news_page(WHOLE), Content_Type="text/html")
    web.say("/one", rss(item(1), item(2), item(3)))
    web.say("/two", FEED)
    web.say("/three", rss(item(4, link=f"{site}/story")))
    one, two = (store.add_feed(site + path) for path in ("/one", "/two"))
    ticked(store, allow_private=False)
    three = store.add_feed(elsewhere + "/three")
    ticked(store, allow_private=False)  # after a restart
    assert (web.count("/story/2"), web.count("/story/3"), web.count("/two"), web.count("/three")) == (1, 0, 0, 1)
    assert timedelta(hours=1) < store.feed(two.id).next_check_at - clock() <= timedelta(hours=2)
    assert (store.feed(two.id).error_count, store.fetch_log(two.id)[0].outcome) == (0, "postponed")
    assert "post.example asked to be left alone for another" in (store.fetch_log(three.id)[0].detail or "")
    assert store.fetch_log(one.id)[0].articles == 3
    clock.passes(hours=3)
    web.say("/story/2", news_page(WHOLE), Content_Type="text/html")
    ticked(store, allow_private=False)
    assert web.count("/two") == 1


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


def test_a_faulty_feed_is_told_in_its_log_and_every_other_goes_on(store: Store, web: LocalWeb) -> None:
    entities = '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>' + FEED.replace("Harbour", "&b;")
    told = {
        web.say("/404", status=404): "status 404",
        web.say("/500", status=500): "status 500",
        web.say("/loop", status=302, Location="/loop"): "redirected in a circle",
        web.say("/bomb", gzip.compress(bytes(16 * 2**20)), Content_Encoding="gzip"): "more than 15728640 bytes",
        web.say("/half", gzip.compress(FEED.encode())[:-9], Content_Encoding="gzip"): "breaks off",
        web.say("/torn", FEED[:90]): "broken XML",
        web.say("/page", news_page(WHOLE)): "not a feed",
        web.say("/headers", FEED, **{f"X-{number}": "x" * 1000 for number in range(200)}): "broke off",
        "http://127.0.0.1:9/": "no connection",
    }
    good = [web.say("/first", rss(item(1, WHOLE))), web.say("/last", rss(item(2, WHOLE))), web.say("/odd", entities)]
    wall = web.say("/wall", status=403, cf_mitigated="challenge")
    for url in (good[0], wall, *told, *good[1:]):
        store.add_feed(url)
    assert ticked(store).feeds == len(told) + 4
    looks = {feed.url: store.fetch_log(feed.id)[0] for feed in store.feeds()}
    expected = dict.fromkeys(good, "fetched") | dict.fromkeys(told, "error")
    assert {url: look.outcome for url, look in looks.items()} == expected | {wall: "blocked"}
    assert "a challenge page" in (looks[wall].detail or "")
    assert {words: looks[url].detail for url, words in told.items() if words not in (looks[url].detail or "")} == {}
    assert len(store.articles().articles) == 2
