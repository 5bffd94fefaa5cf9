"""The processes that read and merge: neither spaCy nor merging ever runs beside the event loop."""

from __future__ import annotations

import asyncio
import multiprocessing
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING, TypeVar

from service.refresh import job
from timeline.types import TimelineError

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.types import Article, Extraction

Result = TypeVar("Result")


class ExtractionFailedError(TimelineError):
    """An article that could not be read, or the process that read it died."""


class Extractors:
    """A pool of processes, each with the model loaded and the store open; a pool that broke is replaced."""

    def __init__(self, *, database: str, model: str | None, workers: int) -> None:
        self._database = database
        self._model = model
        self._workers = workers
        self._pool, self._warm = self._start()

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
        """How many of the waiting articles were read and merged just now, at most `limit` in each process."""
        read = await asyncio.gather(*(self._run(job.read_waiting, limit) for _ in range(self._workers)))
        await self._run(job.merge_waiting)
        return sum(read)

    def close(self) -> None:
        """End every process and wait for it."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    async def _run(self, work: Callable[..., Result], *arguments: object) -> Result:
        pool = self._pool
        try:
            return await asyncio.wrap_future(pool.submit(work, *arguments))
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
        return pool, pool.submit(job.is_prepared)
