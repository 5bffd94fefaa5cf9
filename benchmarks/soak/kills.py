"""A refresh that is killed again and again, and started anew, leaves the store that it leaves undisturbed."""

from __future__ import annotations

import asyncio
import multiprocessing
import random
import time
from collections.abc import Iterator
from multiprocessing.context import ForkProcess
from pathlib import Path

from benchmarks.soak.site import ITEMS, host, serving
from benchmarks.soak.tables import contents, differences
from timeline.fetching import Fetcher
from timeline.ingest import process_pending
from timeline.nlp import load_nlp
from timeline.pipeline import extract
from timeline.refresh import Bounds, tick
from timeline.store import Store

STEPS = 3  # stored, read, merged
FIRST_WELL = 240  # the feeds before it have faults


def measure(folder: Path, *, articles: int = 200, kills: int = 50, seed: int = 5) -> Iterator[str]:
    """Lines that tell how it went; raises AssertionError where the stores differ."""
    with serving() as port:
        undisturbed, killed = folder / "undisturbed.db", folder / "killed.db"
        urls = [f"http://{host(number)}:{port}/old/{FIRST_WELL + number}" for number in range(articles // ITEMS)]
        for database in (undisturbed, killed):
            follow(database, urls)
        refreshes = Refreshes()
        finish(refreshes.start(undisturbed))
        done = list(killing(refreshes, killed, articles, kills, seed))
        finish(refreshes.start(killed))
    yield f"{len(done)} kills at these steps of {articles * STEPS}: {done}"
    found = contents(undisturbed)
    yield f"rows: { {table: rows.total() for table, rows in found.items()} }"
    assert found["articles"].total() == articles
    differing = differences(undisturbed, killed)
    yield "the stores are the same, row for row" if not differing else "\n".join(differing)
    assert 3 * len(done) >= kills, "a machine too busy to look in time met too few processes at work"
    assert not differing


def finish(process: ForkProcess) -> None:
    """Let a process come to its end."""
    process.join()
    assert process.exitcode == 0


def follow(database: Path, urls: list[str]) -> None:
    """A store that follows these feeds, all of them due."""
    store = Store(str(database))
    store.prepare()
    for url in urls:
        store.add_feed(url)
    store.close()


class Refreshes:
    """Processes that look at all that is due and read what comes, each forked from this one, which has the model."""

    def __init__(self) -> None:
        self._nlp = load_nlp()

    def start(self, database: Path) -> ForkProcess:
        """Another one, at work."""
        process = multiprocessing.get_context("fork").Process(target=self._work, args=(str(database),))
        process.start()
        return process

    def _work(self, database: str) -> None:
        store = Store(database)
        asyncio.run(self._look(store))
        store.release_lost()
        while process_pending(store, lambda articles: extract(articles, self._nlp)) or waiting(store):
            pass
        store.close()

    async def _look(self, store: Store) -> None:
        async with Fetcher(pause=0.0, allow_private=True) as fetcher:
            await tick(store, fetcher=fetcher, bounds=Bounds())


def waiting(store: Store) -> int:
    """How many articles wait to be read."""
    return store.counts().articles.get("pending", 0)


def killing(refreshes: Refreshes, database: Path, articles: int, kills: int, seed: int) -> Iterator[int]:
    """Start and kill, each time a little after the work has come to the next of so many random steps.

    Merging comes last and for many articles at once: a kill that is to meet it starts out from what has been read.
    """
    chance = random.Random(seed)
    for step in sorted(chance.sample(range(articles * (STEPS - 1)), kills)):
        process = refreshes.start(database)
        store = Store(str(database))  # after the fork, for no connection may have two users
        while process.is_alive() and progress(store) < step:
            time.sleep(0.002)
        time.sleep(chance.uniform(0, 0.02))
        if process.is_alive():
            process.kill()
            process.join()
            yield progress(store)
        process.join()
        store.close()


def progress(store: Store) -> int:
    """How many steps of all articles are done."""
    states = store.counts().articles
    return sum(states.values()) + states.get("extracted", 0) + 2 * states.get("merged", 0)
