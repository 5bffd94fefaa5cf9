"""How fast `/v1/timeline` answers, against a bare Litestar route that sends the same bytes.

Both servers run for real, each in a process of its own on loopback, one worker, all on the same core as each other.
Every request asks another question, and the store is written between rounds, so that no figure lives from a cache;
what a repeated question costs stands in a column of its own.
"""

from __future__ import annotations

import asyncio
import os
import random
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.store import fill, touch

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

BARE = "benchmarks.bare:app"
SERVICE = "service.app:create_app"
LIMIT = 100
CLIENTS = 8
NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Load:
    """What a round of requests took."""

    per_second: float
    p99: float  # seconds


@contextmanager
def server(target: str, environment: dict[str, str], core: int) -> Iterator[int]:
    """A uvicorn process that serves `target`; gives its port and ends it."""
    with serving(target, environment, core) as (port, _):
        yield port


@contextmanager
def serving(target: str, environment: dict[str, str], core: int) -> Iterator[tuple[int, int]]:
    """A uvicorn process that serves `target`; gives its port and its id, and ends it."""
    port = free_port()
    command = [sys.executable, "-m", "uvicorn", target, "--port", str(port), "--log-level", "warning"]
    if target == SERVICE:
        command.append("--factory")
    process = subprocess.Popen(command, env={**os.environ, **environment})
    os.sched_setaffinity(process.pid, {core})
    try:
        wait_for(port, process)
        yield port, process.pid
    finally:
        process.terminate()
        process.wait(30)


def free_port() -> int:
    """A loopback port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    """Return once the server answers at all; raise when it ended or stays silent for a minute."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with status {process.returncode}")
        try:
            get(port, "/healthz")
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("the server did not answer within a minute")


def get(port: int, path: str) -> bytes:
    """The body at a path of a local server."""
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=30) as answer:
        body: bytes = answer.read()
        return body


async def one_client(port: int, paths: list[str], times: list[float], held: Mapping[str, str] = NOTHING) -> None:
    """Ask for each path in turn over one kept connection; the time of each goes into `times`.

    What is `held` under a tag is to be answered with 304.
    """
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=2**22)
    for path in paths:
        started = time.perf_counter()
        tag = f"If-None-Match: {held[path]}\r\n" if path in held else ""
        writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: identity\r\n{tag}\r\n".encode())
        head = await reader.readuntil(b"\r\n\r\n")
        if not head.startswith(b"HTTP/1.1 304" if tag else b"HTTP/1.1 200"):
            raise RuntimeError(f"{path}: {head[:60]!r}")
        if not tag:
            length = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])
            await reader.readexactly(length)
        times.append(time.perf_counter() - started)
    writer.close()


async def ask(port: int, paths: list[str]) -> Load:
    """All paths, spread over CLIENTS kept connections at a time."""
    times: list[float] = []
    started = time.perf_counter()
    await asyncio.gather(*(one_client(port, paths[i::CLIENTS], times) for i in range(CLIENTS)))
    spent = time.perf_counter() - started
    return Load(len(times) / spent, sorted(times)[int(len(times) * 0.99)])


def questions(count: int) -> list[str]:
    """Different windows of time, from 2015-2019 to 2026-2030: each holds more than a page of LIMIT events."""
    seeded = random.Random(7)
    days = [(month, day) for month in range(1, 13) for day in range(1, 29)]
    seeded.shuffle(days)
    pairs = [(a, b) for a in days for b in days]
    return [
        f"/v1/timeline?limit={LIMIT}&from=201{5 + n % 5}-{a[0]:02d}-{a[1]:02d}&to=20{26 + n % 5}-{b[0]:02d}-{b[1]:02d}"
        for n, (a, b) in enumerate(seeded.sample(pairs, count))
    ]


def measure(folder: Path, *, events: int, requests: int, rounds: int) -> list[str]:
    """Lines of the report: requests per second and p99 of both servers, and their ratio."""
    database = folder / "bench.db"
    fill(database, events)
    cores = sorted(os.sched_getaffinity(0))
    served, asking = cores[0], cores[-1]
    os.sched_setaffinity(0, {asking})
    settings = {"TIMELINE_DATABASE": str(database), "TIMELINE_TICK_SECONDS": "3600"}
    asked = questions(requests * rounds)
    rounds_of_loads: list[list[Load]] = []
    with server(SERVICE, settings, served) as ours:
        body = folder / "body.json"
        body.write_bytes(get(ours, asked[0]))
        with server(BARE, {"BENCH_BODY": str(body)}, served) as bare:
            for number in range(rounds):
                touch(database, number)
                paths = asked[number * requests : (number + 1) * requests]
                loads = ((bare, paths), (ours, paths), (ours, paths[:1] * requests))
                rounds_of_loads.append([asyncio.run(ask(port, wanted)) for port, wanted in loads])
    head = f"a page of {LIMIT} of {events} events, {body.stat().st_size:,} bytes, {CLIENTS} connections"
    return [head, *rows(rounds_of_loads)]


def rows(rounds_of_loads: list[list[Load]]) -> list[str]:
    """A line a server: its best round, and that as a ratio of the bare route's best."""
    names = ("bare Litestar route", "/v1/timeline", "/v1/timeline, repeated question")
    best = [max(column, key=lambda load: load.per_second) for column in zip(*rounds_of_loads, strict=True)]
    return [
        f"{name:34s} {load.per_second:10,.0f} requests/s   p99 {load.p99 * 1000:7.1f} ms   "
        f"ratio {load.per_second / best[0].per_second:6.2f}"
        for name, load in zip(names, best, strict=True)
    ]
