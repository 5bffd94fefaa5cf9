"""`make bench`: python -m benchmarks [FOLDER OF ARTICLES]."""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path


def main() -> None:
    """Print the report; reading and serving are each held against their bare floor in this one run."""
    os.environ["OMP_NUM_THREADS"] = "1"  # before numpy and spaCy are loaded
    arguments = argparse.ArgumentParser(description=main.__doc__)
    arguments.add_argument("articles", nargs="?", default="seeds/articles", type=Path)
    arguments.add_argument("--words", type=int, default=60_000, help="words to read in a round")
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--events", type=int, default=1_000, help="events in the store that is served")
    arguments.add_argument("--requests", type=int, default=1_000, help="requests in a round")
    given = arguments.parse_args()

    from benchmarks import reading, serving
    from timeline.reading import read
    from timeline.types import Article

    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})
    articles = [item for item in read(given.articles) if isinstance(item, Article)]
    print("\n".join(reading.measure(articles, words=given.words, rounds=given.rounds)), flush=True)
    os.sched_setaffinity(0, cores)
    with tempfile.TemporaryDirectory() as folder:
        report = serving.measure(Path(folder), events=given.events, requests=given.requests, rounds=given.rounds)
    print("\n".join(report))


if __name__ == "__main__":
    main()
