"""What a look at a feed means for the next one: decided from values alone, the time and chance among them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from timeline.fetching import FeedItem, FeedRead, Fetched, FetchError, NotModified, Pace, Redirect, RetryAfter
from timeline.refresh import Bounds
from timeline.refresh.decide import Brought, Seen, decide, put_off
from timeline.refresh.outage import is_outage
from timeline.store import Feed, Fetch, Floor, Rest, Trail
from timeline.types import Published

NOW = datetime(2025, 3, 5, 12, tzinfo=UTC)  # a Wednesday
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
EVEN, LEAST, MOST = 0.5, 0.0, 1.0
OLD, NEW = "http://post.example/feed", "http://post.example/rss"


def feed(**told: Any) -> Feed:
    known: dict[str, Any] = {
        "id": 1,
        "url": OLD,
        "host": "post.example",
        "title": None,
        "source": None,
        "added_at": NOW,
        "next_check_at": NOW,
        "checked_at": None,
        "interval_seconds": 3600,
        "floor": Floor(),
        "etag": None,
        "last_modified": None,
        "error": None,
        "error_count": 0,
        "disabled": None,
        "trail": None,
        "token": None,
    }
    return Feed(**known | told)


def read(
    *ages: timedelta, pace: Pace | None = None, fresh: float | None = None, via: tuple[Redirect, ...] = ()
) -> Brought:
    """A feed whose items came out so long ago."""
    items = tuple(
        FeedItem(
            guid=str(at),
            url=None,
            title=None,
            text="",
            published=Published(raw="", day=(NOW - age).date(), moment=NOW - age),
            language=None,
            teaser=False,
        )
        for at, age in enumerate(ages)
    )
    answer = Fetched(
        url=OLD,
        body=b"",
        content_type=None,
        etag='"1"',
        last_modified=None,
        fresh_seconds=fresh,
        redirects=via,
    )
    return Brought(answer=answer, read=FeedRead(kind="rss", title="Post", items=items, pace=pace or Pace()))


def decided(seen: Seen, *, chance: float = EVEN, now: datetime = NOW, of: Feed | None = None) -> Fetch:
    return decide(of or feed(), seen, now=now, bounds=Bounds(), chance=chance)


def wait(seen: Seen, *, chance: float = EVEN, of: Feed | None = None) -> timedelta:
    return decided(seen, chance=chance, of=of).next_check_at - NOW


@pytest.mark.parametrize(
    ("ages", "interval"),
    [
        ([at * MINUTE for at in range(10)], 15 * MINUTE),
        ([at * HOUR for at in range(1, 11)], 30 * MINUTE),
        ([at * 8 * HOUR for at in range(1, 11)], 4 * HOUR),
        ([at * 30 * DAY for at in range(1, 5)], 24 * HOUR),
        ([10 * DAY, 10 * DAY + HOUR], 24 * HOUR),
        ([HOUR], HOUR),
        ([-DAY, -2 * DAY], HOUR),
    ],
    ids=["a ticker", "hourly", "thrice a day", "monthly", "fell silent", "one item tells nothing", "dates to come"],
)
def test_the_interval_follows_how_often_a_feed_publishes(ages: list[timedelta], interval: timedelta) -> None:
    assert wait(read(*ages)) == interval


def test_the_interval_grows_while_nothing_comes_and_stays_below_a_day() -> None:
    followed, waits = feed(interval_seconds=3600), []
    for _ in range(60):
        fetch = decided(NotModified(url=OLD), of=followed)
        waits.append(fetch.next_check_at - NOW)
        followed = feed(interval_seconds=fetch.interval_seconds)
    assert waits[0] == 1.1 * HOUR
    assert waits == sorted(waits)
    assert waits[-1] == DAY


@pytest.mark.parametrize(("chance", "part"), [(LEAST, 0.9), (EVEN, 1.0), (MOST, 1.1)])
def test_the_interval_is_jittered_by_ten_per_cent(chance: float, part: float) -> None:
    assert wait(read(*[at * 8 * HOUR for at in range(1, 11)]), chance=chance) == part * 4 * HOUR


@pytest.mark.parametrize(
    ("seen", "least"),
    [
        (read(HOUR, 2 * HOUR, fresh=7200), 2 * HOUR),
        (read(HOUR, 2 * HOUR, pace=Pace(ttl=3 * HOUR)), 3 * HOUR),
        (read(HOUR, 2 * HOUR, pace=Pace(update_every=6 * HOUR)), 6 * HOUR),
        (read(HOUR, 2 * HOUR, pace=Pace(ttl=90 * DAY)), DAY),
        (NotModified(url=OLD, fresh_seconds=14400), 4 * HOUR),
    ],
    ids=["max-age or Expires", "ttl", "sy:updatePeriod", "an absurd ttl is a day", "max-age of a 304"],
)
def test_what_the_publisher_asks_for_is_a_floor_under_the_interval(seen: Seen, least: timedelta) -> None:
    assert wait(seen, chance=LEAST) == least


def test_a_floor_is_remembered_for_answers_that_do_not_repeat_it() -> None:
    fetch = decided(read(HOUR, 2 * HOUR, pace=Pace(ttl=5 * HOUR, skip_days=frozenset({6}))))
    assert fetch.floor == Floor(seconds=5 * 3600, days=(6,))
    assert wait(NotModified(url=OLD), of=feed(floor=fetch.floor)) == 5 * HOUR
    held = decided(read(HOUR, 2 * HOUR, fresh=7200.0)).floor
    assert wait(NotModified(url=OLD), of=feed(floor=held, interval_seconds=900)) == 2 * HOUR


def test_a_floor_holds_after_an_error_too() -> None:
    assert wait(status(500), of=feed(floor=Floor(seconds=5 * 3600))) == 5 * HOUR


@pytest.mark.parametrize(
    ("hours", "days", "then"),
    [
        ((12, 13), (), "2025-03-05T14:00"),
        (tuple(range(12, 24)), (), "2025-03-06T00:00"),
        ((), (2,), "2025-03-06T00:00"),
        ((0, 1), (2, 3, 4), "2025-03-08T02:00"),
        (tuple(range(24)), (), "2025-03-05T12:20"),
        ((), tuple(range(7)), "2025-03-05T12:20"),
    ],
)
def test_skipped_hours_and_days_are_skipped_unless_all_are(
    hours: tuple[int, ...], days: tuple[int, ...], then: str
) -> None:
    pace = Pace(skip_hours=frozenset(hours), skip_days=frozenset(days))
    fetch = decided(read(*[at * 40 * MINUTE for at in range(1, 11)], pace=pace))
    assert f"{fetch.next_check_at:%Y-%m-%dT%H:%M}" == then


def status(number: int, **told: Any) -> FetchError:
    return FetchError(f"status {number}", reason="gone" if number == 410 else "status", status=number, **told)


def test_errors_back_off_exponentially_up_to_seven_days_and_never_stop() -> None:
    waits = [wait(status(500), chance=MOST, of=feed(error_count=count)) / HOUR for count in (0, 1, 2, 5, 8, 1000)]
    assert waits == [1, 2, 4, 32, 168, 168]
    assert decided(status(500), of=feed(error_count=1000)).disable is None


def test_the_back_off_has_full_jitter_and_is_never_sooner_than_the_shortest_interval() -> None:
    waits = [wait(status(500), chance=chance, of=feed(error_count=3)) for chance in (LEAST, 0.25, EVEN, MOST)]
    assert waits == [15 * MINUTE, 2 * HOUR, 4 * HOUR, 8 * HOUR]


def test_gone_behind_a_redirect_that_is_no_move_disables_nothing() -> None:
    for number, disabled in ((301, True), (302, False)):
        gone = status(410, redirects=(Redirect(status=number, url=OLD, to=NEW),))
        assert (decided(gone).disable is not None) == disabled


@pytest.mark.parametrize(("number", "disabled"), [(410, True), (404, False), (403, False), (500, False)])
def test_gone_disables_with_a_reason_and_nothing_else_does(number: int, disabled: bool) -> None:
    reason = decided(status(number)).disable
    assert (reason == "the publisher says that it is gone for good (status 410)") == disabled
    assert (reason is None) == (not disabled)


@pytest.mark.parametrize(("number", "seconds", "hours"), [(429, 7200, 2), (503, 86400, 24), (503, 30 * 86400, 168)])
def test_retry_after_is_kept_to_up_to_seven_days(number: int, seconds: float, hours: int) -> None:
    error = status(number, retry_after=RetryAfter(seconds=seconds))
    assert wait(error, chance=LEAST) == hours * HOUR
    assert decided(error).rests == ()


def test_retry_after_of_a_public_host_is_for_all_of_it() -> None:
    fetch = decided(status(429, retry_after=RetryAfter(seconds=7200, host="post.example")))
    assert fetch.rests == (Rest(host="post.example", until=NOW + 2 * HOUR),)


def test_a_challenge_page_is_marked_blocked() -> None:
    assert decided(FetchError("a challenge page", reason="blocked", status=403)).outcome == "blocked"


def chain(*statuses: int) -> tuple[Redirect, ...]:
    ends = [OLD, *(f"{NEW}/{at}" for at in range(1, len(statuses))), NEW]
    return tuple(Redirect(status=one, url=ends[at], to=ends[at + 1]) for at, one in enumerate(statuses))


def walk(*looks: tuple[timedelta, tuple[Redirect, ...]]) -> str | None:
    """The address after looks at these times which met these redirects."""
    trail: Trail | None = None
    for after, redirects in looks:
        fetch = decided(read(HOUR, via=redirects), now=NOW + after, of=feed(trail=trail))
        trail = fetch.trail
    return fetch.url


@pytest.mark.parametrize(
    ("looks", "moved"),
    [
        ([(0 * DAY, chain(301)), (0.5 * DAY, chain(301)), (DAY, chain(301))], True),
        ([(0 * DAY, chain(301, 308)), (0.5 * DAY, chain(301, 308)), (2 * DAY, chain(301, 308))], True),
        ([(0 * DAY, chain(301)), (0.4 * DAY, chain(301)), (0.9 * DAY, chain(301))], False),
        ([(0 * DAY, chain(301)), (2 * DAY, chain(301))], False),
        ([(0 * DAY, chain(301)), (DAY, chain(308)), (2 * DAY, chain(301))], False),
        ([(0 * DAY, chain(301)), (DAY, ()), (2 * DAY, chain(301)), (4 * DAY, chain(301))], False),
        *(([(at * DAY, chain(one)) for at in range(9)], False) for one in (302, 303, 307)),
        ([(at * DAY, chain(301, 302)) for at in range(9)], False),
    ],
    ids=[
        "thrice over a day", "a chain of two", "within a day", "twice", "not identical", "interrupted",
        "302", "303", "307", "mixed",
    ],
)  # fmt: skip
def test_an_address_changes_after_three_identical_permanent_chains_over_a_day(
    looks: list[tuple[timedelta, tuple[Redirect, ...]]], moved: bool
) -> None:
    assert walk(*looks) == (NEW if moved else None)


def unreachable(host: str, **told: Any) -> tuple[Feed, Seen]:
    return feed(host=host, **told), FetchError("no route", reason="unreachable")


@pytest.mark.parametrize(
    ("looks", "outage"),
    [
        ([unreachable(str(at)) for at in range(3)], True),
        ([*(unreachable(str(at)) for at in range(4)), *[(feed(), NotModified(url=OLD))] * 3], True),
        ([*(unreachable(str(at)) for at in range(4)), *[(feed(), NotModified(url=OLD))] * 4], False),
        ([unreachable("one")] * 9, False),
        ([unreachable("one"), unreachable("two")], False),
        ([(feed(host=str(at)), status(500)) for at in range(9)], False),
        ([], False),
        ([unreachable(str(at), error_count=1) for at in range(9)], False),
        ([unreachable("dead", error_count=5)] * 9 + [unreachable(str(at)) for at in range(3)], True),
        ([unreachable(str(at), error_count=1) for at in range(9)] + [(feed(), NotModified(url=OLD))] * 3, False),
    ],
    ids=[
        *("all of three hosts", "most", "half", "one host", "two hosts", "servers that answer", "nothing was due"),
        *("those that failed before", "those that were well, beside them", "none of those that were well"),
    ],
)
def test_an_outage_is_told_from_faults_of_feeds(looks: list[tuple[Feed, Seen]], outage: bool) -> None:
    assert is_outage(looks) == outage


def test_in_an_outage_no_feed_is_blamed_and_all_are_asked_again_soon() -> None:
    fetch = put_off(FetchError("no route", reason="unreachable"), now=NOW, chance=EVEN)
    assert (fetch.outcome, fetch.next_check_at - NOW) == ("postponed", 5 * MINUTE)
