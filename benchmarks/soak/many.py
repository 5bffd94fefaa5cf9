"""A thousand feeds, a quarter of them faulty: each good article is stored once, a second look costs next to none."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from ipaddress import ip_address, ip_network
from pathlib import Path

from benchmarks.soak.clock import Clock
from benchmarks.soak.machine import peak_mb
from benchmarks.soak.site import DELIVERING, ITEMS, fault, host, mend, serving, stats
from timeline.fetching import Fetcher, connect
from timeline.refresh import Bounds, tick
from timeline.store import Store

FEEDS = 1000
MEMORY_MB = 800
READ = 1000  # articles that are read and merged in the same process, so that its memory has room for both
SECONDS = 60
OWN = ip_network("127.0.1.0/24")


def measure(folder: Path, *, feeds: int = FEEDS, read: bool = True) -> Iterator[str]:
    """Lines that tell how it went; raises AssertionError where a promise is broken."""
    own = Addresses()
    with serving() as port:
        clock = Clock(speed=0)  # so that a slow machine does not make feeds due a second time
        store = Store(str(folder / "many.db"), now=clock)
        store.prepare()
        for number in range(feeds):
            address = "127.0.0.1" if fault(number) == "private" else host(number)
            store.add_feed(f"http://{address}:{port}/feed/{number}")
        good = sum(fault(number) is None or fault(number) in DELIVERING for number in range(feeds))
        yield from first_look(store, port, good)
        if read:
            yield from reading(store)
        yield f"peak memory: {peak_mb():.0f} MB (limit {MEMORY_MB})"
        assert peak_mb() < MEMORY_MB
        clock.passes(minutes=20)
        yield from second_look(store, port, good)
        own.everywhere = True
        yield from mended(store, port, clock, feeds)
        store.close()
    own.restore()


def first_look(store: Store, port: int, good: int) -> Iterator[str]:
    """Each article of the good feeds is stored once, and its page asked for once."""
    seconds = refresh(store)
    asked = stats(port)
    urls = article_urls(store)
    yield f"first refresh: {seconds:.0f} s, {dict(sorted(asked.items()))}"
    yield f"outcomes: {outcomes(store)}"
    assert Counter(urls.values()) == {1: good * ITEMS}, f"{len(urls)} articles for {good} good feeds"
    assert asked["page"] == good * ITEMS, "each page once"


def second_look(store: Store, port: int, good: int) -> Iterator[str]:
    """Nothing that is unchanged is fetched again."""
    seconds = refresh(store)
    asked = stats(port)
    yield f"second refresh, faults still in: {seconds:.0f} s (limit {SECONDS}), {dict(sorted(asked.items()))}"
    yield f"outcomes: {outcomes(store)}"
    assert (asked["unchanged"], asked["page"]) == (good, 0)
    assert asked["conditional"] >= good, "whoever gave validators is asked with them"
    assert seconds < SECONDS


def mended(store: Store, port: int, clock: Clock, feeds: int) -> Iterator[str]:
    """All articles are there once no feed is faulty, and one more look brings none."""
    mend(port)
    clock.passes(hours=3)
    for feed in store.feeds():
        store.make_due(feed.id, forced=True)
    refresh(store, revisit=False)
    assert Counter(article_urls(store).values()) == {1: feeds * ITEMS}, "all are there once the faults are mended"
    stats(port)
    clock.passes(minutes=20)
    for feed in store.feeds():
        store.make_due(feed.id)
    seconds = refresh(store, revisit=False)
    asked = stats(port)
    yield f"all {feeds} feeds mended, looked at once more: {seconds:.1f} s (limit {SECONDS}), {dict(asked)}"
    assert (asked["unchanged"], asked["page"]) == (feeds, 0)
    assert asked["conditional"] == asked["feed"] == feeds
    assert seconds < SECONDS


class Addresses:
    """Lets the soak's own network pass for a public one; every other private address stays refused."""

    def __init__(self) -> None:
        self.everywhere = False
        self._judged = connect.is_public
        connect.is_public = self._is_public  # type: ignore[attr-defined]

    def _is_public(self, address: str) -> bool:
        return self.everywhere or ip_address(address) in OWN or self._judged(address)

    def restore(self) -> None:
        """Judge as ever."""
        connect.is_public = self._judged  # type: ignore[attr-defined]


def refresh(store: Store, *, revisit: bool = True) -> float:
    """Look at all that is due without politeness' pauses; how many seconds that took."""
    bounds = Bounds() if revisit else Bounds(revisit=0 * Bounds().revisit)

    async def run() -> None:
        async with Fetcher(pause=0.0) as fetcher:
            await tick(store, fetcher=fetcher, bounds=bounds)

    started = time.monotonic()
    asyncio.run(run())
    return time.monotonic() - started


def reading(store: Store) -> Iterator[str]:
    """Read and merge some of what was stored."""
    from timeline.ingest import process_pending
    from timeline.nlp import load_nlp
    from timeline.pipeline import extract

    nlp = load_nlp()
    started = time.monotonic()
    read = 0
    while read < READ and (some := process_pending(store, lambda articles: extract(articles, nlp))):
        read += some
    counts = store.counts()
    yield f"{read} read and merged in {time.monotonic() - started:.0f} s: {counts.events} events"
    assert counts.articles["merged"] == read


def article_urls(store: Store) -> Counter[str | None]:
    """How often each address is stored."""
    found: Counter[str | None] = Counter()
    cursor = None
    while True:
        page = store.articles(limit=500, cursor=cursor)
        found.update(stored.article.url for stored in page.articles)
        cursor = page.next
        if cursor is None:
            return found


def outcomes(store: Store) -> dict[str, int]:
    """What came of the last look at every feed."""
    looks: Sequence[str] = [f"{entry.outcome} {entry.status or ''}".strip() for entry in store.last_looks().values()]
    return dict(Counter(looks).most_common())
