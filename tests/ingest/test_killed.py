"""`timeline ingest` killed in the middle, again and again: run once more, it leaves what an undisturbed run leaves."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest
from workers import call, started

from timeline.store import Store, TimelineQuery

TEXT = (
    "Mayor Ann Vey closed the harbour of Tarvik on Monday after a ferry sank on 2 May. "
    "Divers reached the wreck two days later, the coast guard said. Dock {number} reopens on 20 May."
)
ARTICLES = 12

Moment = Callable[[dict[str, int]], bool]
MOMENTS: dict[str, Moment] = {
    "while articles are saved": lambda states: sum(states.values()) > 3,
    "when the first are claimed": lambda states: states.get("claimed", 0) > 0,
    "when some are read": lambda states: states.get("extracted", 0) > 2,
    "when all are read": lambda states: states.get("extracted", 0) + states.get("merged", 0) == ARTICLES,
}


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    file = tmp_path / "articles.jsonl"
    records = (
        {"id": str(number), "source": f"Outlet {number}", "published": "2023-05-10", "text": TEXT.format(number=number)}
        for number in range(ARTICLES)
    )
    file.write_text("".join(json.dumps(record) + "\n" for record in records))
    return file


def ingest(articles: Path, database: Path) -> BaseProcess:
    """`timeline ingest` at work."""
    return started(call, ("ingest", str(articles)), {"TIMELINE_DATABASE": str(database)})


def end(process: BaseProcess) -> int | None:
    """How a process ended."""
    process.join()
    return process.exitcode


def kill_at(process: BaseProcess, store: Store, moment: Moment) -> None:
    """Kill a process as soon as the store has come so far; one that has ended by then is past it."""
    while process.is_alive() and not moment(dict(store.counts().articles)):
        time.sleep(0.005)
    process.kill()
    process.join()


def contents(store: Store) -> tuple[object, ...]:
    """What a store holds, but for times, numbers and tokens."""
    page = store.timeline(TimelineQuery(everything=True, limit=1000))
    changes = [(change.id, change.kind) for change in store.changes(limit=1000)]
    created = sorted(key for key, kind in changes if kind == "created")
    return store.counts().articles, page.events, created


def test_an_ingest_that_is_killed_four_times_ends_like_one_that_is_not(articles: Path, tmp_path: Path) -> None:
    assert end(ingest(articles, tmp_path / "undisturbed.db")) == 0
    killed = Store(str(tmp_path / "killed.db"))
    killed.prepare()
    for moment in MOMENTS.values():
        kill_at(ingest(articles, tmp_path / "killed.db"), killed, moment)
    assert end(ingest(articles, tmp_path / "killed.db")) == 0
    undisturbed = Store(str(tmp_path / "undisturbed.db"))
    assert contents(killed) == contents(undisturbed)
    assert killed.counts().articles == {"merged": ARTICLES}
    killed.close()
    undisturbed.close()
