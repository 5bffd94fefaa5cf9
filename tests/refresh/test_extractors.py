"""The reading processes: they read, survive what breaks one of them, and end with their server."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from stores import read_plainly

from service.refresh.extractors import ExtractionFailedError, Extractors
from timeline.ingest import read_pending
from timeline.store import Store
from timeline.types import Article, Published

KEEP = """
import multiprocessing, sys, time
from service.refresh.extractors import Extractors

if __name__ == "__main__":
    extractors = Extractors(database=sys.argv[1], model=None, workers=1)
    while not extractors.ready:
        time.sleep(0.05)
    print(multiprocessing.active_children()[0].pid, flush=True)
    time.sleep(60)
"""


def article(key: str, text: str = "The mayor resigned on Monday.") -> Article:
    return Article(id=key, text=text, published=Published(raw="2025-03-05", day=date(2025, 3, 5)))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = Store(str(tmp_path_factory.mktemp("read") / "timeline.db"))
    opened.prepare()
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def extractors(store: Store) -> Iterator[Extractors]:
    pool = Extractors(database=str(store.engine.url.database), model=None, workers=1)
    yield pool
    pool.close()


def worker_of(extractors: Extractors) -> int:
    (pid,) = extractors._pool._processes
    return int(pid)


def test_an_article_is_read_in_another_process(extractors: Extractors) -> None:
    extraction = asyncio.run(extractors.read(article("a")))
    assert [mention.trigger for mention in extraction.mentions] == ["resigned"]
    assert extraction.article == article("a")
    assert extractors.ready
    assert worker_of(extractors) != os.getpid()


def test_what_waits_is_read_and_merged(extractors: Extractors, store: Store) -> None:
    for number in range(5):
        store.add_article(article(str(number), f"The mayor of town {number} resigned on Monday."))
    assert asyncio.run(extractors.read_waiting(limit=3)) == 3
    assert store.counts().articles == {"merged": 3, "pending": 2}
    assert asyncio.run(extractors.read_waiting(limit=3)) == 2
    assert asyncio.run(extractors.read_waiting(limit=3)) == 0
    assert store.counts().articles == {"merged": 5}


def test_a_process_that_dies_is_replaced_and_its_article_read(extractors: Extractors) -> None:
    asyncio.run(extractors.read(article("before")))
    os.kill(worker_of(extractors), signal.SIGKILL)
    assert asyncio.run(extractors.read(article("after"))).article.id == "after"


def test_what_the_model_cannot_read_is_a_refusal_and_breaks_nothing(extractors: Extractors) -> None:
    with pytest.raises(ExtractionFailedError, match="article long"):
        asyncio.run(extractors.read(article("long", "word " * 300_000)))
    assert asyncio.run(extractors.read(article("next"))).article.id == "next"


def test_a_model_that_is_not_installed_is_a_refusal(store: Store) -> None:
    pool = Extractors(database=str(store.engine.url.database), model="no_such_model", workers=1)
    with pytest.raises(ExtractionFailedError):
        asyncio.run(pool.read(article("a")))
    assert not pool.ready
    pool.close()


def test_the_processes_end_with_a_server_that_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "keep.py"
    script.write_text(KEEP)
    with subprocess.Popen(
        [sys.executable, script, tmp_path / "timeline.db"], stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        worker = int(server.stdout.readline())
        assert Path(f"/proc/{worker}").exists()
        server.kill()
        server.wait(60)
    end = time.monotonic() + 10
    while Path(f"/proc/{worker}/exe").exists() and time.monotonic() < end:
        time.sleep(0.05)
    assert not Path(f"/proc/{worker}/exe").exists()


def spoil(store: Store, statement: str) -> None:
    with closing(sqlite3.connect(str(store.engine.url.database))) as connection:
        connection.execute(statement)
        connection.commit()


def test_what_cannot_be_merged_is_given_up_and_holds_up_no_other(extractors: Extractors, store: Store) -> None:
    for number in range(3):
        key = f"poisoned-{number}"
        store.add_article(article(key, f"2022-02-24 Ann{'abc'[number]} Vey crossed in Mozyr."))
    read_pending(store, read_plainly, limit=9)
    spoil(
        store,
        "UPDATE mentions SET payload = '{' WHERE article = (SELECT number FROM articles WHERE id = 'poisoned-1')",
    )
    asyncio.run(extractors.read_waiting(limit=3))
    assert (extractors.failures, extractors.trouble is not None) == (1, True)
    assert [store.article(f"poisoned-{number}").state for number in range(3)] == ["merged", "failed", "merged"]
    assert "cannot be merged" in (store.article("poisoned-1").error or "")
    asyncio.run(extractors.read_waiting(limit=3))
    assert (extractors.failures, extractors.trouble) == (0, None)


def test_an_unexpected_fault_of_reading_is_told_and_goes_when_it_is_mended(
    extractors: Extractors, store: Store
) -> None:
    store.add_article(article("spoilt"))
    spoil(store, "ALTER TABLE articles RENAME TO elsewhere")
    for failures in (1, 2):
        asyncio.run(extractors.read_waiting(limit=3))
        assert extractors.failures == failures
    assert "articles" in (extractors.trouble or "")
    spoil(store, "ALTER TABLE elsewhere RENAME TO articles")
    assert asyncio.run(extractors.read_waiting(limit=3)) == 1
    assert extractors.trouble is None
