"""The processes that read and merge: neither spaCy nor merging ever runs beside the event loop."""

from __future__ import annotations

import asyncio
import logging
import multiprocessing
import signal
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from service.refresh import job
from timeline.types import TimelineError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from timeline.types import Article, Extraction

Result = TypeVar("Result")
log = logging.getLogger("timeline.refresh")


class ExtractionFailedError(TimelineError):
    """An article that could not be read, or the process that read it died."""


@dataclass(frozen=True, slots=True)
class _Settled(Generic[Result]):
    """What jobs that ran together gave, and one of the faults among them."""

    results: list[Result]
    fault: Exception | None


async def _settled(*jobs: Awaitable[Result]) -> _Settled[Result]:
    """The outcome of jobs, when all have ended; what ends the program goes on ending it."""
    ended = await asyncio.gather(*jobs, return_exceptions=True)
    for one in ended:
        if isinstance(one, BaseException) and not isinstance(one, Exception):
            raise one
    faults = [one for one in ended if isinstance(one, Exception)]
    return _Settled([one for one in ended if not isinstance(one, BaseException)], faults[0] if faults else None)


class Extractors:
    """A pool of processes, each with the model loaded and the store open; a pool that broke is replaced."""

    def __init__(self, *, database: str, model: str | None, workers: int) -> None:
        self._database = database
        self._model = model
        self._workers = workers
        self._pool, self._warm = self._start()
        self.trouble: str | None = None
        self.failures = 0

    @property
    def ready(self) -> bool:
        """Whether a process has loaded the model."""
        warm = self._warm
        return warm.done() and warm.exception() is None

    async def read(self, article: Article) -> Extraction:
        """What one article says, without keeping it; raises ExtractionFailedError where it cannot be read."""
        # A pool may have been broken by another article: this one gets a second chance in a fresh one.
        for _ in range(2):
            (found,) = await asyncio.gather(self._run(job.read, article), return_exceptions=True)
            if not isinstance(found, BrokenProcessPool):
                break
        if isinstance(found, Exception):
            raise ExtractionFailedError(f"article {article.id} cannot be read: {found!r}") from found
        if isinstance(found, BaseException):
            raise found
        return found

    async def read_waiting(self, *, limit: int) -> int:
        """How many of the waiting articles were read and merged just now, at most `limit` in each process.

        What fails is kept in `trouble`, and in `failures` how often in a row something did; it stops nothing else.
        """
        reading = await _settled(*(self._run(job.read_waiting, limit) for _ in range(self._workers)))
        merging = await _settled(self._run(job.merge_waiting))
        if merging.fault is not None and not isinstance(merging.fault, TimelineError):
            merging = await self._merge_singly(merging.fault)
        self._note(reading.fault or merging.fault)
        return sum(reading.results)

    async def _merge_singly(self, fault: Exception) -> _Settled[None]:
        """Merge article by article, and give up those that cannot be merged: one must not hold up all others.

        Those that fail all by themselves go first, for an article fails with its neighbours, too.
        """
        found = await _settled(self._run(job.waiting_to_merge))
        waiting = [article_id for ids in found.results for article_id in ids]
        for merging in (job.merge_alone, job.merge_one):
            for article_id in list(waiting):
                merged = await _settled(self._run(merging, article_id))
                if merged.fault is not None and not isinstance(merged.fault, TimelineError):
                    fault = merged.fault
                    waiting.remove(article_id)
                    await self._give_up(article_id, fault)
        return _Settled(results=[], fault=fault)

    async def _give_up(self, article_id: str, fault: Exception) -> None:
        log.error("article %s cannot be merged", article_id, exc_info=fault, extra={"article": article_id})
        await _settled(self._run(job.give_up, article_id, f"it cannot be merged: {fault!r}"))

    def _note(self, fault: Exception | None) -> None:
        self.failures = self.failures + 1 if fault else 0
        self.trouble = repr(fault) if fault else None
        if fault:
            log.error("reading what waits failed %d times in a row", self.failures, exc_info=fault)

    def close(self) -> None:
        """End every process and wait for it."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    async def _run(self, work: Callable[..., Result], *arguments: object) -> Result:
        pool = self._pool
        try:
            with deaf_to_interrupts():  # as long as the pool is not complete, this starts another process
                future = pool.submit(work, *arguments)
            return await asyncio.wrap_future(future)
        except BrokenProcessPool:
            self._replace(pool)
            raise

    def _replace(self, broken: ProcessPoolExecutor) -> None:
        if self._pool is broken:
            broken.shutdown(wait=False)
            self._pool, self._warm = self._start()

    def _start(self) -> tuple[ProcessPoolExecutor, Future[bool]]:
        pool = ProcessPoolExecutor(
            max_workers=self._workers,
            mp_context=multiprocessing.get_context("spawn"),  # a fork would copy the locks of running threads
            initializer=job.prepare,
            initargs=(self._database, self._model),
        )
        with deaf_to_interrupts():
            return pool, pool.submit(job.is_prepared)


@contextmanager
def deaf_to_interrupts() -> Iterator[None]:
    """Processes started within do not hear of Ctrl-C, not even while they load: it reaches all, and we end them."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
