"""The other end of every soak: a web server in a process of its own, on many addresses of loopback, with faults."""

from __future__ import annotations

import asyncio
import gzip
import json
import multiprocessing
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from urllib.request import urlopen

from benchmarks.soak.words import page, rss, story

HOSTS = 100
FAULTS = (
    "404", "410", "500", "503", "chain", "loop", "timeout", "trickle", "bomb", "torn", "charset", "private",
)  # fmt: skip
EACH = 20  # feeds with each fault
ITEMS = 10
DELIVERING = frozenset({"chain", "charset"})  # faults that a good reader gets over
CHANGES_EVERY = 10_000.0  # seconds, for a feed that lives


def host(feed: int) -> str:
    """The address of a feed's host."""
    return f"127.0.1.{feed % HOSTS + 1}"


def fault(feed: int) -> str | None:
    """What is wrong with a feed, None with most."""
    return FAULTS[feed // EACH] if feed < EACH * len(FAULTS) else None


@dataclass(slots=True)
class Site:
    """What the server knows: what was asked for, and whether its faults are mended."""

    port: int = 0
    mended: bool = False
    started: float = field(default_factory=time.monotonic)
    opened: datetime = field(default_factory=lambda: datetime.now(UTC))
    asked: Counter[str] = field(default_factory=Counter)


async def answer(site: Site, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answer the requests of one connection."""
    try:
        while True:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            path = head.split(" ", 2)[1]
            headers = {
                line.partition(":")[0].lower(): line.partition(":")[2].strip() for line in head.split("\r\n")[1:]
            }
            await respond(site, path, headers, writer)
            await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError, asyncio.LimitOverrunError):
        pass
    finally:
        writer.close()


async def respond(site: Site, path: str, headers: dict[str, str], writer: asyncio.StreamWriter) -> None:
    """Write the answer to one request."""
    _, kind, *rest = path.split("/")
    site.asked[kind] += 1
    base = f"http://{headers.get('host', '')}"
    match kind:
        case "stats":
            say(writer, 200, json.dumps(site.asked))
            site.asked.clear()
        case "mend":
            site.mended = True
            say(writer, 200, "")
        case "page":
            say(writer, 200, page(int(rest[0])), "Content-Type: text/html; charset=utf-8")
        case "feed":
            await feed(site, int(rest[0]), headers, writer, base=base, step=int(rest[1]) if len(rest) > 1 else 0)
        case "old":
            tagged(site, writer, headers, feed_body(int(rest[0]), base=base), 0, "Content-Type: application/rss+xml")
        case "live":
            live(site, int(rest[0]), headers, writer, base=base)
        case _:
            say(writer, 404, "")


async def feed(
    site: Site, number: int, headers: dict[str, str], writer: asyncio.StreamWriter, *, base: str, step: int
) -> None:
    """A feed of ten items, or what is wrong with it."""
    site.asked["conditional"] += "if-none-match" in headers
    body = feed_body(number, base=base, now=site.opened)
    match None if site.mended else fault(number):
        case "404" | "410" | "500" as status:
            say(writer, int(status), "")
        case "503":
            say(writer, 503, "", "Retry-After: 1200")
        case "chain" if step < 3:
            say(writer, 301, "", f"Location: /feed/{number}/{step + 1}")
        case "loop":
            say(writer, 302, "", f"Location: /feed/{number}/{step % 2 + 1}")
        case "timeout":
            await asyncio.sleep(3600)
        case "trickle":
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
            for _ in range(3600):
                writer.write(b"<")
                await writer.drain()
                await asyncio.sleep(1)
        case "bomb":
            say(writer, 200, BOMB, "Content-Encoding: gzip")
        case "torn":
            say(writer, 200, "<rss version='2.0'><channel><item><title>Half a ti")
        case "charset":
            tagged(site, writer, headers, body, number, "Content-Type: application/rss+xml; charset=us-ascii")
        case _:
            tagged(site, writer, headers, body, number, "Content-Type: application/rss+xml; charset=utf-8")


def feed_body(number: int, *, base: str, now: datetime | None = None) -> str:
    """Ten items without more than a teaser; of March 2025 unless they are of now."""
    items = [(number * ITEMS + at, "Cracks were found.") for at in range(ITEMS)]
    return rss(number, items, base=base, now=now)


BOMB = gzip.compress(b" " * 64 * 1024 * 1024)


def live(site: Site, number: int, headers: dict[str, str], writer: asyncio.StreamWriter, *, base: str) -> None:
    """A feed that is empty at first and brings a new item now and then."""
    version = int((time.monotonic() - site.started) / CHANGES_EVERY + (number * 0.6180339887) % 1.0)
    site.asked["conditional"] += "if-none-match" in headers
    items = [(number * 1000 + each, story(number * 1000 + each) * 5) for each in range(version, 0, -1)][:3]
    tagged(site, writer, headers, rss(number, items, base=base), version, "Content-Type: application/rss+xml")


def tagged(
    site: Site, writer: asyncio.StreamWriter, headers: dict[str, str], body: str, version: int, *more: str
) -> None:
    """A body with its entity tag, or that nothing has changed."""
    tag = f'"v{version}"'
    if headers.get("if-none-match") == tag:
        site.asked["unchanged"] += 1
        say(writer, 304, "", f"ETag: {tag}")
    else:
        say(writer, 200, body, f"ETag: {tag}", *more)


def say(writer: asyncio.StreamWriter, status: int, body: str | bytes, *headers: str) -> None:
    """Write one answer."""
    content = body.encode() if isinstance(body, str) else body
    lines = [f"HTTP/1.1 {status} X", *headers, *([] if status == 304 else [f"Content-Length: {len(content)}"]), "", ""]
    writer.write("\r\n".join(lines).encode() + content)


def serve(told: Connection) -> None:
    """Serve for ever, and tell the port first."""

    async def run() -> None:
        site = Site()
        server = await asyncio.start_server(lambda r, w: answer(site, r, w), "0.0.0.0", 0, backlog=1024)
        site.port = server.sockets[0].getsockname()[1]
        told.send(site.port)
        await server.serve_forever()

    asyncio.run(run())


@contextmanager
def serving() -> Iterator[int]:
    """The port of the server, for as long as the block lasts."""
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=serve, args=(theirs,), daemon=True)
    process.start()
    try:
        yield ours.recv()
    finally:
        process.kill()
        process.join()


def stats(port: int) -> Counter[str]:
    """What was asked for since the last time."""
    with urlopen(f"http://127.0.0.1:{port}/stats") as told:
        return Counter(json.loads(told.read()))


def mend(port: int) -> None:
    """Let every feed be well from now on."""
    with urlopen(f"http://127.0.0.1:{port}/mend"):
        pass
