"""The processes that read articles: spaCy never runs on the event loop."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import connection
from threading import Lock, Thread
from typing import TYPE_CHECKING

from timeline.types import TimelineError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.language import Language

    from timeline.types import Article, Extraction

# What a worker process loaded when it started; nothing else outlives a call.
_loaded: list[Language] = []


class ExtractionFailedError(TimelineError):
    """An article that could not be read because the process that read it died."""


class Extractors:
    """A pool of processes, each with the model loaded; a pool that broke is replaced."""

    def __init__(self, *, model: str | None, workers: int) -> None:
        self._model = model
        self._workers = workers
        self._lock = Lock()
        # Threads of our own wait for the processes, so that readers of the store never wait behind them.
        self._threads = ThreadPoolExecutor(2 * workers, thread_name_prefix="extract")
        self._pool, self._warm = self._start()

    @property
    def ready(self) -> bool:
        """Whether a process has loaded the model."""
        warm = self._warm
        return warm.done() and warm.exception() is None

    async def read(self, article: Article) -> Extraction:
        """What one article says; raises ExtractionFailedError where it cannot be read."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, self.read_now, article)

    def read_now(self, article: Article) -> Extraction:
        """The same, for threads; a second chance in a fresh pool where another article may have broken this one."""
        try:
            return self._submit(article)
        except BrokenProcessPool:
            return self._submit_again(article)

    def read_all(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        """What each article says, in their order, read by as many processes as there are."""
        return self._threads.map(self.read_now, articles)

    def close(self) -> None:
        """End every process and wait for it."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _submit_again(self, article: Article) -> Extraction:
        try:
            return self._submit(article)
        except BrokenProcessPool as error:
            raise ExtractionFailedError(f"reading article {article.id} ended its process") from error

    def _submit(self, article: Article) -> Extraction:
        pool = self._pool
        try:
            reading = pool.submit(_read, article)
            fault = reading.exception()
        except BrokenProcessPool:
            self._replace(pool)
            raise
        match fault:
            case None:
                return reading.result()
            case BrokenProcessPool():
                self._replace(pool)
                raise fault
            case _:
                raise ExtractionFailedError(f"article {article.id} cannot be read: {fault!r}") from fault

    def _replace(self, broken: ProcessPoolExecutor) -> None:
        with self._lock:
            if self._pool is broken:
                broken.shutdown(wait=False)
                self._pool, self._warm = self._start()

    def _start(self) -> tuple[ProcessPoolExecutor, Future[bool]]:
        pool = ProcessPoolExecutor(
            max_workers=self._workers,
            mp_context=multiprocessing.get_context("spawn"),  # a fork would copy the locks of running threads
            initializer=_load,
            initargs=(self._model,),
        )
        return pool, pool.submit(_is_loaded)


# spaCy is imported in these processes alone: the server itself starts sooner and stays smaller without.
def _load(model: str | None) -> None:
    from timeline.nlp import DEFAULT_MODEL, load_nlp

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the server ends its pool itself
    Thread(target=_end_with_parent, daemon=True).start()
    _loaded.append(load_nlp(model or DEFAULT_MODEL))


def _end_with_parent() -> None:
    """Leave with a server that was killed: its queue never says so, for each process holds both ends."""
    parent = multiprocessing.parent_process()
    assert parent is not None
    connection.wait([parent.sentinel])
    os._exit(1)


def _is_loaded() -> bool:
    return bool(_loaded)


def _read(article: Article) -> Extraction:
    from timeline.pipeline import extract

    (extraction,) = extract([article], _loaded[0])
    return extraction
