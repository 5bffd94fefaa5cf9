"""The leader's duty: the tick over due feeds, and reading what waits. Whoever does not lead waits to."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from service.refresh.extractors import Extractors
from service.refresh.leader import Leadership
from timeline.fetching import Fetcher
from timeline.refresh import Bounds
from timeline.refresh import tick as refresh_due
from timeline.store import Store

log = logging.getLogger("timeline.refresh")

POLL_SECONDS = 1.0  # what another worker stored is seen after this at the latest
LONGEST_PAUSE = 60.0  # seconds between two tries at reading, where it keeps failing
ARTICLES_AT_ONCE = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """What the leader needs for its work; `waiting` is set when there may be something to read."""

    store: Store
    extractors: Extractors
    fetcher: Fetcher
    leadership: Leadership
    tick_seconds: float
    bounds: Bounds
    waiting: asyncio.Event = field(default_factory=asyncio.Event)
    ticking: asyncio.Lock = field(default_factory=asyncio.Lock)
    loop: asyncio.AbstractEventLoop = field(default_factory=asyncio.get_running_loop)

    def wake(self) -> None:
        """Say, from any thread, that there may be something to read."""
        self.loop.call_soon_threadsafe(self.waiting.set)


@asynccontextmanager
async def on_duty(duty: Duty) -> AsyncIterator[None]:
    """While the block lasts, lead if nobody else does."""
    try:
        async with _ending(asyncio.create_task(_lead(duty))):
            yield
    finally:
        duty.leadership.release()


async def tick(duty: Duty) -> None:
    """Look at everything that is due; ends where the scheduler does, which would log that as a fault."""
    with suppress(asyncio.CancelledError):
        async with duty.ticking:
            await _look(duty)


async def _look(duty: Duty) -> None:
    ticked = await refresh_due(duty.store, fetcher=duty.fetcher, bounds=duty.bounds, noticed=duty.waiting.set)
    if ticked.feeds or ticked.pages:
        told = {"feeds": ticked.feeds, "pages": ticked.pages, "outage": ticked.outage}
        log.info("tick: %d feeds, %d pages", ticked.feeds, ticked.pages, extra=told)


async def _lead(duty: Duty) -> None:
    """Lead whenever the lock can be had, for as long as it holds; a term that fails is followed by another."""
    while True:
        if await asyncio.to_thread(duty.leadership.holds):
            async with _ending(asyncio.create_task(_serve_term(duty))) as term:
                await asyncio.wait([term])
                if term.exception() is not None:
                    log.error("the leader's work failed; going on", exc_info=term.exception())
        await asyncio.sleep(POLL_SECONDS)


@asynccontextmanager
async def _ending(task: asyncio.Task[None]) -> AsyncIterator[asyncio.Task[None]]:
    """The task, over when the block is."""
    try:
        yield task
    finally:
        task.cancel()
        await asyncio.wait([task])


async def _serve_term(duty: Duty) -> None:
    """Tick and read for as long as the lock is ours."""
    log.info("leading: a tick every %g s", duty.tick_seconds)
    await asyncio.to_thread(duty.store.release_lost)  # what a leader before us was reading when it died
    scheduler = _scheduler(duty)
    scheduler.start()
    try:
        while await asyncio.to_thread(duty.leadership.holds):
            await _read(duty)
    finally:
        scheduler.shutdown(wait=False)  # cancels a tick that is under way
        async with duty.ticking:  # which still needs the store and the connections to end
            pass


async def _read(duty: Duty) -> None:
    """Read and merge what waits, then wait for more: ever longer where something fails, and the term goes on."""
    duty.waiting.clear()
    read = await duty.extractors.read_waiting(limit=ARTICLES_AT_ONCE)
    failures = duty.extractors.failures
    if failures:
        await asyncio.sleep(min(POLL_SECONDS * 2 ** min(failures - 1, 10), LONGEST_PAUSE))
    elif not read:
        with suppress(TimeoutError):
            await asyncio.wait_for(duty.waiting.wait(), POLL_SECONDS)


def _scheduler(duty: Duty) -> AsyncIOScheduler:
    """One job: a tick now and then every so often; runs that were missed count as one, and never two at a time."""
    scheduler = AsyncIOScheduler(timezone=UTC)
    scheduler.add_job(
        tick,
        "interval",
        args=[duty],
        seconds=duty.tick_seconds,
        next_run_time=datetime.now(UTC),
        coalesce=True,
        max_instances=1,
        misfire_grace_time=None,  # the default of 1 s loses a run when the loop was busy for longer (measured)
    )
    return scheduler
