"""The reading processes: they read, survive what breaks one of them, and end with their server."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from service.refresh.extractors import ExtractionFailedError, Extractors
from timeline.types import Article, Published

KEEP = """
import multiprocessing, time
from service.refresh.extractors import Extractors

if __name__ == "__main__":
    extractors = Extractors(model=None, workers=1)
    while not extractors.ready:
        time.sleep(0.05)
    print(multiprocessing.active_children()[0].pid, flush=True)
    time.sleep(60)
"""


def article(key: str, text: str = "The mayor resigned on Monday.") -> Article:
    return Article(id=key, text=text, published=Published(raw="2025-03-05", day=date(2025, 3, 5)))


@pytest.fixture(scope="module")
def extractors() -> Iterator[Extractors]:
    pool = Extractors(model=None, workers=1)
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


def test_many_are_read_in_their_order(extractors: Extractors) -> None:
    keys = [str(number) for number in range(10)]
    assert [one.article.id for one in extractors.read_all([article(key) for key in keys])] == keys


def test_a_process_that_dies_is_replaced_and_its_article_read(extractors: Extractors) -> None:
    extractors.read_now(article("before"))
    os.kill(worker_of(extractors), signal.SIGKILL)
    assert extractors.read_now(article("after")).article.id == "after"


def test_what_the_model_cannot_read_is_a_refusal_and_breaks_nothing(extractors: Extractors) -> None:
    with pytest.raises(ExtractionFailedError, match="article long"):
        extractors.read_now(article("long", "word " * 300_000))
    assert extractors.read_now(article("next")).article.id == "next"


def test_a_model_that_is_not_installed_is_a_refusal() -> None:
    pool = Extractors(model="no_such_model", workers=1)
    with pytest.raises(ExtractionFailedError):
        pool.read_now(article("a"))
    assert not pool.ready
    pool.close()


def test_the_processes_end_with_a_server_that_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "keep.py"
    script.write_text(KEEP)
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        worker = int(server.stdout.readline())
        assert Path(f"/proc/{worker}").exists()
        server.kill()
        server.wait(10)
    end = time.monotonic() + 10
    while Path(f"/proc/{worker}/exe").exists() and time.monotonic() < end:
        time.sleep(0.05)
    assert not Path(f"/proc/{worker}/exe").exists()
