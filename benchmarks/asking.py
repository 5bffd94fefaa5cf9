"""Many questions at a time, or one alone, and the time they take."""

from __future__ import annotations

import asyncio
import statistics
import time
import urllib.request
from itertools import chain
from typing import TYPE_CHECKING

from benchmarks.serving import NOTHING, Load, get, one_client

if TYPE_CHECKING:
    from collections import defaultdict
    from collections.abc import Iterable, Mapping

CLIENTS = 16


def p99(times: list[float]) -> float:
    """The time that one in a hundred takes longer than."""
    return sorted(times)[int(len(times) * 0.99)]


def load(
    port: int,
    paths: list[str],
    by_path: defaultdict[str, list[float]] | None = None,
    *,
    held: Mapping[str, str] = NOTHING,
) -> Load:
    """All paths, spread over CLIENTS kept connections, with the tags that the asker holds."""
    shares = [paths[at::CLIENTS] for at in range(CLIENTS)]
    times: list[list[float]] = [[] for _ in shares]

    async def ask() -> None:
        await asyncio.gather(*(one_client(port, *share, held) for share in zip(shares, times, strict=True)))

    started = time.perf_counter()
    asyncio.run(ask())
    spent = time.perf_counter() - started
    for share, taken in zip(shares, times, strict=True):
        for path, seconds in zip(share, taken, strict=True):
            if by_path is not None:
                by_path[path].append(seconds)
    return Load(len(paths) / spent, p99(list(chain.from_iterable(times))))


def alone(port: int, asked: str) -> float:
    """Milliseconds that a question takes while nobody else asks: the middle of nine."""
    times = []
    for _ in range(9):
        started = time.perf_counter()
        get(port, f"/v1/timeline?{asked}")
        times.append(time.perf_counter() - started)
    return statistics.median(times) * 1000


def tags(port: int, paths: Iterable[str]) -> dict[str, str]:
    """The tag of each answer, by its path."""
    found = {}
    for path in paths:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=30) as answer:
            found[path] = answer.headers["ETag"]
    return found
