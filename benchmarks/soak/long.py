"""Ten thousand feeds for half an hour at a high rate, the clock sped up: nothing grows that does not have to."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.soak.clock import Clock
from benchmarks.soak.machine import handles, memory_mb, tasks
from benchmarks.soak.site import host, serving, stats
from timeline.fetching import Fetcher
from timeline.refresh import Bounds, tick
from timeline.store import Store

FEEDS = 10_000
SPEED = 60.0  # an hour a minute
SAMPLE_SECONDS = 30.0
WARM_UP = 1 / 3  # of the time at least; it lasts until every feed was looked at
MOST_GROWTH = 1.1
SPARE = 20  # connections and tasks, more or less at the moment of looking


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """What the process had at one moment; `own` is memory that maps no file."""

    second: float
    resident: float
    own: float
    handles: int
    tasks: int
    looks: int


def measure(folder: Path, *, minutes: float = 30.0, feeds: int = FEEDS) -> Iterator[str]:
    """Lines that tell how it went; raises AssertionError where something leaks."""
    with serving() as port:
        clock = Clock(speed=SPEED)
        store = Store(str(folder / "long.db"), now=clock)
        store.prepare()
        for number in range(feeds):
            store.add_feed(f"http://{host(number)}:{port}/live/{number}")
        samples = asyncio.run(run(store, seconds=60 * minutes))
        asked = stats(port)
        counts = store.counts()
        yield f"{feeds} feeds, {minutes:g} minutes at {SPEED:g} times the speed: {dict(sorted(asked.items()))}"
        yield f"looks: {[(tally.label, tally.count) for tally in store.tallies() if tally.kind == 'fetch']}"
        yield f"articles {dict(counts.articles)}, events {counts.events}"
        store.close()
    warm = 60 * minutes * WARM_UP
    yield from judged([sample for sample in samples if sample.second >= warm and sample.looks >= feeds])


def judged(after: list[Sample]) -> Iterator[str]:
    """The memory after warm-up and at the end: the mean of three samples, since one may meet a large answer."""
    assert len(after) >= 6, "too short: every feed is to be looked at once before anything is compared"
    first, last = after[:3], after[-3:]
    yield "second, resident MB, own MB, handles, tasks:"
    for sample in after[:: max(1, len(after) // 12)]:
        yield f"  {sample.second:.0f}, {sample.resident:.0f}, {sample.own:.0f}, {sample.handles}, {sample.tasks}"
    grown = mean([one.resident for one in last]) / mean([one.resident for one in first])
    own = mean([one.own for one in last]) / mean([one.own for one in first])
    yield f"memory at the end / after warm-up: {grown:.3f} resident, {own:.3f} its own (limit {MOST_GROWTH})"
    more = max(one.handles for one in last) - max(one.handles for one in first)
    idle = max(one.tasks for one in last) - max(one.tasks for one in first)
    yield f"handles {more:+d}, tasks {idle:+d}"
    assert grown <= MOST_GROWTH, "memory grows"
    assert more <= SPARE, "handles leak"
    assert idle <= SPARE, "tasks leak"


def mean(numbers: list[float]) -> float:
    """Their mean."""
    return sum(numbers) / len(numbers)


async def run(store: Store, *, seconds: float) -> list[Sample]:
    """Tick and read for so long; what the process had every half minute."""
    samples = []
    began = time.monotonic()
    async with Fetcher(pause=0.0, allow_private=True) as fetcher:
        work = [asyncio.create_task(refreshing(store, fetcher)), asyncio.create_task(reading(store))]
        while (spent := time.monotonic() - began) < seconds:
            resident, own = memory_mb()
            looks = sum(tally.count for tally in store.tallies() if tally.kind == "fetch")
            sample = Sample(second=spent, resident=resident, own=own, handles=handles(), tasks=tasks(), looks=looks)
            samples.append(sample)
            ended, _ = await asyncio.wait(work, timeout=SAMPLE_SECONDS, return_when=asyncio.FIRST_COMPLETED)
            for task in ended:
                task.result()
        for task in work:
            task.cancel()
        await asyncio.wait(work)
    return samples


async def refreshing(store: Store, fetcher: Fetcher) -> None:
    """One tick after the other."""
    while True:
        await tick(store, fetcher=fetcher, bounds=Bounds())
        await asyncio.sleep(0.5)


async def reading(store: Store) -> None:
    """Read and merge whatever comes in."""
    from timeline.ingest import process_pending
    from timeline.nlp import load_nlp
    from timeline.pipeline import extract

    nlp = load_nlp()
    while True:
        if not await asyncio.to_thread(process_pending, store, lambda articles: extract(articles, nlp)):
            await asyncio.sleep(1)
