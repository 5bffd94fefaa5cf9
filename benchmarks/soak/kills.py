"""A refresh that is killed again and again, and started anew, leaves the store that it leaves undisturbed."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.soak.site import ITEMS, host, serving
from benchmarks.soak.tables import contents, differences
from timeline.store import Store

COMMAND = (sys.executable, "-c", "from timeline.cli import main; main()", "feeds", "refresh", "--due")
OPTIONS = ("--allow-private-addresses", "--pause", "0")
STEPS = 3  # stored, read, merged
FIRST_WELL = 240  # the feeds before it have faults


def measure(folder: Path, *, articles: int = 200, kills: int = 50, seed: int = 5) -> Iterator[str]:
    """Lines that tell how it went; raises AssertionError where the stores differ."""
    with serving() as port:
        undisturbed, killed = folder / "undisturbed.db", folder / "killed.db"
        urls = [f"http://{host(number)}:{port}/old/{FIRST_WELL + number}" for number in range(articles // ITEMS)]
        for database in (undisturbed, killed):
            follow(database, urls)
        assert refresh(undisturbed).wait() == 0
        done = list(killing(killed, articles, kills, seed))
        assert refresh(killed).wait() == 0
    yield f"{len(done)} kills at these steps of {articles * STEPS}: {done}"
    found = contents(undisturbed)
    yield f"rows: { {table: rows.total() for table, rows in found.items()} }"
    assert found["articles"].total() == articles
    differing = differences(undisturbed, killed)
    yield "the stores are the same, row for row" if not differing else "\n".join(differing)
    assert len(done) == kills, "every kill met a process at work"
    assert not differing


def follow(database: Path, urls: list[str]) -> None:
    """A store that follows these feeds, all of them due."""
    store = Store(str(database))
    store.prepare()
    for url in urls:
        store.add_feed(url)
    store.close()


def refresh(database: Path) -> subprocess.Popen[bytes]:
    """A process that looks at all that is due and reads what comes."""
    environment = os.environ | {"TIMELINE_DATABASE": str(database)}
    return subprocess.Popen([*COMMAND, *OPTIONS], env=environment, stdout=subprocess.DEVNULL)


def killing(database: Path, articles: int, kills: int, seed: int) -> Iterator[int]:
    """Start and kill, each time a little after the work has come to the next of so many random steps."""
    chance = random.Random(seed)
    store = Store(str(database))
    for step in sorted(chance.sample(range(articles * STEPS), kills)):
        process = refresh(database)
        while process.poll() is None and progress(store) < step:
            time.sleep(0.005)
        time.sleep(chance.uniform(0, 0.05))
        if process.poll() is None:
            process.kill()
            process.wait()
            yield progress(store)
    store.close()


def progress(store: Store) -> int:
    """How many steps of all articles are done."""
    states = store.counts().articles
    return sum(states.values()) + states.get("extracted", 0) + 2 * states.get("merged", 0)
