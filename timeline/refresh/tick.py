"""One tick: every feed that is due is looked at, then every page; what befalls one stops no other."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from timeline.fetching import FetchError
from timeline.refresh.bounds import Bounds
from timeline.refresh.byhost import by_host
from timeline.refresh.chance import Chance, by_chance
from timeline.refresh.decide import Seen, decide, put_off
from timeline.refresh.look import LONGEST_LOOK, see
from timeline.refresh.outage import is_outage
from timeline.refresh.visit import visit_page
from timeline.refresh.wishes import spare_resting
from timeline.store import DuePage, Feed, Fetch

if TYPE_CHECKING:
    from timeline.fetching import Fetcher
    from timeline.store import Store

log = logging.getLogger("timeline.refresh")

AT_A_TIME = 200  # feeds that are claimed together, and judged together when it comes to outages
ROUND_SECONDS = 1.0  # after which others are claimed beside those that hang, unless as many are still under way
HOSTS_AT_ONCE = 16
TROUBLED_AT_ONCE = 12  # hosts whose feeds failed the last time: the others always find a free place beside them
LEASE = timedelta(hours=3)  # longer than a claim of feeds can take; whoever dies on this machine is noticed at once


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticked:
    """What a tick came to: feeds and pages that were looked at, and whether our own network was down."""

    feeds: int = 0
    pages: int = 0
    outage: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Looking:
    """What every look of a tick needs."""

    store: Store
    fetcher: Fetcher
    bounds: Bounds
    chance: Chance
    seconds: float
    noticed: Callable[[], None]
    under_way: set[int] = field(default_factory=set)
    turn: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(HOSTS_AT_ONCE))
    troubled: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(TROUBLED_AT_ONCE))


async def tick(
    store: Store,
    *,
    fetcher: Fetcher,
    bounds: Bounds,
    chance: Chance = by_chance,
    seconds: float = LONGEST_LOOK,
    noticed: Callable[[], None] = lambda: None,
) -> Ticked:
    """Look at all that is due; `noticed` is called whenever something may have come in."""
    looking = Looking(store=store, fetcher=fetcher, bounds=bounds, chance=chance, seconds=seconds, noticed=noticed)
    await asyncio.to_thread(store.release_lost)
    await spare_resting(store, fetcher)
    looked = await _look_at_feeds(looking)
    if looked.outage:
        return looked
    pages = 0
    while waiting := await asyncio.to_thread(store.due_pages, store.now(), limit=AT_A_TIME, lease=LEASE):
        pages += len(waiting)
        await by_host(waiting, lambda page: _visit(looking, page), turn=looking.turn)
    return replace(looked, pages=pages)


async def _look_at_feeds(looking: Looking) -> Ticked:
    """Look at every feed that is due, round by round; feeds that hang do not keep the next round waiting."""
    store, feeds, outage = looking.store, 0, False
    rounds: set[asyncio.Task[bool]] = set()
    async with asyncio.TaskGroup() as group:
        while True:
            full = outage or len(looking.under_way) > AT_A_TIME
            due = () if full else await asyncio.to_thread(_claimed, store)
            if due:
                feeds += len(due)
                looking.under_way.update(feed.id for feed in due)
                rounds.add(group.create_task(_look_at(looking, due)))
            elif not rounds:
                return Ticked(feeds=feeds, outage=outage)
            done, rounds = await asyncio.wait(rounds, timeout=ROUND_SECONDS, return_when=asyncio.FIRST_COMPLETED)
            outage = outage or any(one.result() for one in done)


def _claimed(store: Store) -> tuple[Feed, ...]:
    return store.due_feeds(store.now(), limit=AT_A_TIME, lease=LEASE)


async def _look_at(looking: Looking, due: tuple[Feed, ...]) -> bool:
    """Look at feeds that were claimed together; whether that showed an outage of our own.

    Faults of the network wait for the verdict; all else is written down at once.
    """
    looks: list[tuple[Feed, Seen]] = []
    unsure: list[tuple[Feed, FetchError, float]] = []

    async def look(feed: Feed) -> None:
        started = time.monotonic()
        seen = await _seen(looking, feed)
        looking.under_way.discard(feed.id)
        spent = time.monotonic() - started
        looks.append((feed, seen))
        if isinstance(seen, FetchError) and seen.of_the_network:
            unsure.append((feed, seen, spent))
        else:
            await _record(looking, feed, _decided(looking, feed, seen), spent)

    well = [feed for feed in due if not feed.error_count]
    failing = [feed for feed in due if feed.error_count]
    await asyncio.gather(
        by_host(well, look, turn=looking.turn),
        by_host(failing, look, turn=looking.troubled),
    )
    outage = is_outage(looks)
    if outage:
        log.warning("most hosts cannot be reached: %d feeds are put off, none is blamed", len(unsure))
    for feed, error, spent in unsure:
        now, chance = looking.store.now(), looking.chance()
        fetch = put_off(error, now=now, chance=chance) if outage else _decided(looking, feed, error)
        await _record(looking, feed, fetch, spent)
    return outage


async def _seen(looking: Looking, feed: Feed) -> Seen:
    """What a look met; a fault of our own is one of the feed's errors too: it is told, and tried again later."""
    look = see(looking.store, feed, fetcher=looking.fetcher, bounds=looking.bounds, seconds=looking.seconds)
    (seen,) = await asyncio.gather(look, return_exceptions=True)
    if isinstance(seen, Exception) and not isinstance(seen, FetchError):
        log.error("feed %d failed: %s", feed.id, feed.url, exc_info=seen, extra={"feed": feed.id, "url": feed.url})
        return FetchError(f"an unexpected fault: {seen!r}", reason="malformed")
    if isinstance(seen, BaseException) and not isinstance(seen, FetchError):
        raise seen
    return seen


def _decided(looking: Looking, feed: Feed, seen: Seen) -> Fetch:
    return decide(feed, seen, now=looking.store.now(), bounds=looking.bounds, chance=looking.chance())


async def _record(looking: Looking, feed: Feed, fetch: Fetch, spent: float) -> None:
    fetch = replace(fetch, seconds=spent)
    await asyncio.to_thread(looking.store.record_fetch, feed.id, fetch, token=feed.token)
    told = {"feed": feed.id, "url": feed.url, "outcome": fetch.outcome, "status": fetch.status}
    found = {"articles": fetch.articles, "seconds": round(spent, 3), "next_check_at": fetch.next_check_at.isoformat()}
    log.info("feed %d: %s %s", feed.id, fetch.outcome, fetch.detail or "", extra={**told, **found})
    looking.noticed()


async def _visit(looking: Looking, page: DuePage) -> None:
    visit = visit_page(looking.store, page, fetcher=looking.fetcher, bounds=looking.bounds, chance=looking.chance())
    (outcome,) = await asyncio.gather(visit, return_exceptions=True)
    if isinstance(outcome, Exception):
        log.error("the page of article %s failed: %s", page.id, page.url, exc_info=outcome)
    elif isinstance(outcome, BaseException):
        raise outcome
    else:
        log.info("article %s: page %s", page.id, outcome, extra={"article": page.id, "outcome": outcome})
    looking.noticed()
