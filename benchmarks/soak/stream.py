"""Ten thousand articles read in one stream by one process, each with names of its own: its memory stays bounded."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

from benchmarks.soak.machine import memory_mb, peak_mb
from benchmarks.soak.words import story
from timeline.nlp import load_nlp
from timeline.pipeline import extract
from timeline.reading.record import article_of
from timeline.types import Article

LIMIT = 700.0  # MB
TOLD = 10  # how often the memory is told on the way


def measure(*, articles: int) -> list[str]:
    """The memory of a process of its own while it reads so many articles; fails over the limit."""
    child = [sys.executable, "-m", "benchmarks.soak.stream", str(articles)]
    return subprocess.run(child, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()


def written(count: int) -> Iterator[Article]:
    """Articles of four sentences that share no names."""
    for number in range(count):
        text = f"{story(number)} {story(number + count)}"
        yield article_of({"id": str(number), "published": "2025-03-05", "language": "en", "text": text})


def main() -> None:
    """Read, and tell the memory on the way and at its most."""
    count = int(sys.argv[1])
    dates = told = 0
    for number, read in enumerate(extract(written(count), load_nlp()), start=1):
        dates += len(read.expressions)
        told += len(read.mentions)
        if number % max(1, count // TOLD) == 0:
            print(f"{number} articles, {dates} expressions, {told} mentions: {memory_mb()[0]:.0f} MB", flush=True)
    print(f"at most {peak_mb():.0f} MB, {LIMIT:.0f} allowed")
    if peak_mb() > LIMIT:
        sys.exit(1)


if __name__ == "__main__":
    main()
