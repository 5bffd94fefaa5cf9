"""A tick: every feed that is due is looked at by real requests, in its own time and once."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from feeds import WHOLE, item, news_page, only, rss, ticked
from stores import Clock

from timeline.store import Fetch, Store, TooSoonError

if TYPE_CHECKING:
    from tests.conftest import LocalWeb

DAY = timedelta(days=1)
FEED = rss(item(1, WHOLE))


def test_validators_go_back_as_they_came_and_nothing_new_costs_no_page(
    store: Store, web: LocalWeb, clock: Clock
) -> None:
    web.say("/story/1", news_page(WHOLE), Content_Type="text/html")
    odd, monday = '  W/"ö;, \\" 7"', "Mon, 30 Feb 2022 25:61:00 CET"
    web.say("/feed", rss(item(1)), ETag=odd.strip(), Last_Modified=monday)
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
    store.add_feed(web.say("/feed", FEED))
    ticked(store)
    again = Store(str(store.engine.url.database), now=clock)
    assert ticked(again).feeds == 0
    assert web.count("/feed") == 1
    again.close()


NOON = "Tue, 01 Mar 2022 12:00:00 GMT"  # when the clock of the tests begins
SYNDICATION = (
    '<sy:updatePeriod xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">hourly</sy:updatePeriod>'
    '<sy:updateFrequency xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">2</sy:updateFrequency>'
)


@pytest.mark.parametrize(
    ("more", "headers", "hours"),
    [
        ("", {}, 0.25),
        ("", {"Cache_Control": "max-age=7200"}, 2),
        ("", {"Expires": "Tue, 01 Mar 2022 15:00:00 GMT", "Date": NOON}, 3),
        ("<ttl>180</ttl>", {"Cache_Control": "max-age=7200"}, 3),
        (SYNDICATION, {}, 0.5),
        ("<ttl>180</ttl><skipHours><hour>15</hour></skipHours>", {}, 4),
        ("<ttl>180</ttl><skipDays><day>Tuesday</day></skipDays>", {}, 12),
    ],
    ids=["none", "max-age", "Expires", "ttl", "sy:updatePeriod", "skipHours", "skipDays"],
)
def test_what_a_real_answer_asks_for_is_kept(
    store: Store, web: LocalWeb, clock: Clock, more: str, headers: dict[str, str], hours: float
) -> None:
    """A feed that publishes all the time: without a wish it is asked again after a quarter of an hour."""
    dates = (f"Tue, 01 Mar 2022 11:{minute}:00 GMT" for minute in range(50, 60))
    body = rss(*(item(number, WHOLE, date=date) for number, date in enumerate(dates)), more=more)
    store.add_feed(web.only("/feed", body.encode(), **headers))
    ticked(store)
    assert only(store).next_check_at - clock() == timedelta(hours=hours)


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
    store.add_feed(web.say("/feed", FEED))
    store.add_feed(web.say("/none", status=404))
    assert (store.backlog().feeds, store.backlog().lag_seconds) == (2, 0)
    clock.passes(seconds=90)
    assert store.backlog().lag_seconds == 90
    ticked(store)
    counted = {tally.label: tally.count for tally in store.tallies() if tally.kind == "fetch"}
    assert (counted, store.backlog().feeds) == ({"error": 1, "fetched": 1}, 0)
