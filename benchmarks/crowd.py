"""Many readers while one writes: python -m benchmarks.crowd [--readers N] [--articles N].

Articles go in over HTTP, are read and merged, and all the while readers ask for pages of events in many ways. Nobody
may get an error, and no event may be shown half: with another number of sources than it says to have.
"""

from __future__ import annotations

import argparse
import asyncio
import gzip
import json
import os
import random
import tempfile
import time
import urllib.request
from collections import Counter
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.contract import wait_until_ready
from benchmarks.serving import SERVICE, get, serving
from service.answers import GZIPPED
from timeline.reading import read as read_in
from timeline.types import Article

if TYPE_CHECKING:
    from collections.abc import Iterable

READERS = 64
Connection = tuple[asyncio.StreamReader, asyncio.StreamWriter]
AT_A_TIME = 5  # articles, so that the events of a story are written again and again
QUESTIONS = (
    "/v1/timeline?all=true&limit=500",
    "/v1/timeline?limit=20",
    "/v1/timeline?all=true&sort=-date&limit=100",
    "/v1/timeline?all=true&sort=updated&limit=50",
    "/v1/timeline?sort=salience&min_sources=2",
    "/v1/timeline?all=true&q=bridge",
    "/v1/changes?after=0&limit=500",
)


@dataclass(slots=True)
class Seen:
    """What the readers saw: answers by status, events looked at, states of the store by their tags, and faults.

    `ended` is how many connections the server ended while nobody asked.
    """

    answers: Counter[int] = field(default_factory=Counter)
    events: int = 0
    ended: int = 0
    states: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)
    known: set[bytes] = field(default_factory=set)

    def look(self, path: str, body: bytes) -> None:
        """Look at every event of an answer, unless the very same bytes were looked at before."""
        digest = blake2b(body, digest_size=16).digest()
        if digest in self.known:
            return
        self.known.add(digest)
        told = json.loads(gzip.decompress(body) if body.startswith(GZIPPED) else body)
        events = told["events"] if "events" in told else [change["event"] for change in told["changes"]]
        for event in filter(None, events):
            self.events += 1
            articles = len({source["article"] for source in event["sources"]})
            if not event["source_count"] == articles >= event["independent_source_count"] >= 1:
                self.faults.append(f"{path}: {event['id']} has {articles} sources, and says {event['source_count']}")


async def read(port: int, number: int, over: asyncio.Event, seen: Seen) -> None:
    """Ask one question after another over one kept connection until it is over; every second reader takes gzip."""
    connection: Connection | None = None
    encoding = ("identity", "gzip")[number % 2]
    seeded = random.Random(number)
    while not over.is_set():
        path = seeded.choice(QUESTIONS)
        asked = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: {encoding}\r\n\r\n".encode()
        connection = connection or await asyncio.open_connection("127.0.0.1", port, limit=2**22)
        answered = await answer(connection, asked)
        if answered is None:
            seen.ended += 1
            connection[1].close()
            connection = None
            continue
        head, body = answered
        seen.answers[int(head.split(b" ", 2)[1])] += 1
        if not head.startswith(b"http/1.1 200"):
            seen.faults.append(f"{path}: {head[:40]!r}")
            continue
        if b"\r\netag:" in head and path == QUESTIONS[0]:
            seen.states.add(head.split(b"\r\netag:")[1].split(b"\r\n")[0].decode())
        seen.look(path, body)
    if connection is not None:
        connection[1].close()


async def answer(connection: Connection, asked: bytes) -> tuple[bytes, bytes] | None:
    """The head, in small letters, and the body; None where the connection was ended before the question came.

    A server ends connections over which nobody has asked for five seconds, as any of these may be while the others are
    busy, and a client asks again over a new one (RFC 9112, 9.3.1). An answer that breaks off is a fault.
    """
    reader, writer = connection
    writer.write(asked)
    try:
        head = (await reader.readuntil(b"\r\n\r\n")).lower()
    except (asyncio.IncompleteReadError, ConnectionError) as ended:
        if isinstance(ended, asyncio.IncompleteReadError) and ended.partial:
            raise
        return None
    return head, await reader.readexactly(int(head.split(b"content-length:")[1].split(b"\r\n")[0]))


def write(port: int, articles: Iterable[dict[str, Any]]) -> None:
    """Send the articles one by one; wait now and then, and at the end, until all are merged."""
    for number, article in enumerate(articles, 1):
        sent = urllib.request.Request(
            f"http://127.0.0.1:{port}/v1/articles",
            json.dumps(article).encode(),
            {"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(sent, timeout=120) as answer:
            answer.read()
        if number % AT_A_TIME == 0:
            wait_until_merged(port)
    wait_until_merged(port)


def wait_until_merged(port: int) -> None:
    """Return once every article is in its events; raise where that takes more than ten minutes."""
    until = time.monotonic() + 600
    while time.monotonic() < until:
        states = {one["state"] for one in json.loads(get(port, "/v1/articles?limit=500"))["articles"]}
        if states <= {"merged", "failed", "removed"}:
            return
        time.sleep(0.1)
    raise RuntimeError("the articles were not merged within ten minutes")


async def crowd(port: int, articles: list[dict[str, Any]], *, readers: int = READERS) -> Seen:
    """What the readers saw while the articles were written, read and merged."""
    seen, over = Seen(), asyncio.Event()
    reading = [asyncio.create_task(read(port, number, over, seen)) for number in range(readers)]
    try:
        await asyncio.to_thread(write, port, articles)
    finally:
        over.set()
        await asyncio.gather(*reading)
    return seen


def retold(folder: Path, count: int) -> list[dict[str, Any]]:
    """The articles of a folder, then the same as other outlets tell them, until there are so many."""
    found = [article for article in read_in(folder) if isinstance(article, Article)]
    told = []
    for at in range(count):
        article, outlet = found[at % len(found)], at // len(found)
        published = article.published.raw if article.published else None
        named = {"id": f"{article.id}-{outlet}", "source": f"{article.source} {outlet}", "title": article.title}
        told.append({**named, "published": published, "text": article.text})
    return told


def measure(
    folder: Path, *, told: Path = Path("seeds/articles"), articles: int = 60, readers: int = READERS
) -> list[str]:
    """A line of what the readers saw; raises where anything was wrong."""
    settings = {"TIMELINE_DATABASE": f"{folder}/crowd.db", "TIMELINE_TICK_SECONDS": "3600"}
    with serving(SERVICE, settings, min(os.sched_getaffinity(0))) as (port, process):
        os.sched_setaffinity(process, os.sched_getaffinity(0))  # the process that reads articles is its child
        wait_until_ready(port)
        started = time.monotonic()
        seen = asyncio.run(crowd(port, retold(told, articles), readers=readers))
    if seen.faults:
        raise RuntimeError("\n".join(seen.faults[:20]))
    return [
        f"{articles} articles in {time.monotonic() - started:.0f} s, {readers} readers: "
        f"{seen.answers.total():,} answers {dict(seen.answers)}, {len(seen.known):,} of them different, with "
        f"{seen.events:,} events, all of them whole; {len(seen.states)} states of the store, "
        f"{seen.ended} idle connections ended"
    ]


def main() -> None:
    """Print what the readers saw; fail where anything was wrong."""
    arguments = argparse.ArgumentParser(description=main.__doc__)
    arguments.add_argument("--readers", type=int, default=READERS)
    arguments.add_argument("--articles", type=int, default=60)
    arguments.add_argument("--folder", type=Path, default=Path("seeds/articles"))
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        lines = measure(Path(folder), told=given.folder, articles=given.articles, readers=given.readers)
    print("\n".join(lines))


if __name__ == "__main__":
    main()
