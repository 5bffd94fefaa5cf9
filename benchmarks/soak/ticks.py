"""Two processes on one store tick at the same moments: no feed is fetched twice for one due time."""

from __future__ import annotations

import asyncio
import multiprocessing
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from multiprocessing.synchronize import Barrier as BarrierType
from pathlib import Path

from benchmarks.soak.site import host, serving, stats
from timeline.fetching import Fetcher
from timeline.refresh import Bounds, tick
from timeline.store import Feed, Store

START = datetime(2025, 3, 6, tzinfo=UTC)
EVERY = timedelta(seconds=30)
PATIENCE = 300.0  # seconds that one process waits for the other
Due = tuple[int, str]


class Watched(Store):
    """A store that remembers which feeds it gave out, and for which due time."""

    given: list[Due]

    def due_feeds(self, now: datetime, *, limit: int = 100, lease: timedelta = EVERY) -> tuple[Feed, ...]:
        """The feeds whose time has come."""
        feeds = super().due_feeds(now, limit=limit, lease=lease)
        self.given += [(feed.id, feed.next_check_at.isoformat()) for feed in feeds]
        return feeds


def measure(folder: Path, *, feeds: int = 60, ticks: int = 500, processes: int = 2) -> Iterator[str]:
    """Lines that tell how it went; raises AssertionError where a feed was fetched twice for one due time."""
    database = str(folder / "ticks.db")
    with serving() as port:
        store = Store(database, now=lambda: START)
        store.prepare()
        for number in range(feeds):
            store.add_feed(f"http://{host(number)}:{port}/live/{number}")
        store.close()
        given = together(database, ticks, processes)
        asked = stats(port)
    claims = Counter(due for each in given for due in each)
    yield f"{processes} processes, {ticks} ticks, {feeds} feeds: {[len(each) for each in given]} looks"
    yield f"{asked['live']} requests, {len(claims)} due times, the most looks for one of them: {max(claims.values())}"
    assert max(claims.values()) == 1, "a feed was looked at twice for one due time"
    assert asked["live"] == len(claims), "a request for every due time, and none besides"
    assert all(given), "both had something to do"


def together(database: str, ticks: int, processes: int) -> list[list[Due]]:
    """What each process was given to look at."""
    context = multiprocessing.get_context("spawn")
    barrier, results = context.Barrier(processes), context.Queue()
    running = [context.Process(target=work, args=(database, ticks, barrier, results)) for _ in range(processes)]
    for process in running:
        process.start()
    given: list[list[Due]] = [results.get(timeout=3600) for _ in running]
    for process in running:
        process.join()
    return given


def work(database: str, ticks: int, barrier: BarrierType, results: multiprocessing.Queue[list[Due]]) -> None:
    """Tick at the same moments as the other process."""
    moment = [START]
    store = Watched(database, now=lambda: moment[0])
    store.given = []

    async def run() -> None:
        async with Fetcher(pause=0.0, allow_private=True) as fetcher:
            for number in range(ticks):
                moment[0] = START + number * EVERY
                await asyncio.to_thread(barrier.wait, PATIENCE)
                await tick(store, fetcher=fetcher, bounds=Bounds())

    asyncio.run(run())
    results.put(store.given)
    store.close()
