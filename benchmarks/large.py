"""How a store of 100,000 events and 1,000,000 mentions is served: python -m benchmarks.large [--events N].

The first pages of twelve questions, sixteen at a time, against a bare Litestar route that sends the same bytes; answers
to those who have them already; pages far behind the first; and what memory the server takes.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import statistics
import tempfile
import time
import urllib.request
from pathlib import Path

from benchmarks.large_store import fill
from benchmarks.serving import SERVICE, Load, get, one_client, serving

BARE = "benchmarks.bare_answers:app"
CLIENTS = 16
DEEP = 60
QUESTIONS = {
    "all": "limit=100",
    "a common word": "q=word1",
    "two rare words": "q=word900%20word20",
    "a common name": "name=Person%201",
    "a place": "place=Person%203",
    "a common outlet, a rare status": "source=Outlet%201&status=denied",
    "a feed and a rare language": "feed=1&lang=uk",
    "a year, roughly dated": "from=2020&to=2021&precision=year",
    "many sources, disputed": "min_sources=25&status=disputed",
    "backwards, many originals": "all=true&sort=-date&min_independent=10",
    "the most salient of an outlet in German": "sort=salience&source=Outlet%205&lang=de",
    "everything at once": "sort=updated&q=word1&source=Outlet%202&name=Person%202&from=2000",
}


def main() -> None:
    """Print the report."""
    arguments = argparse.ArgumentParser(description=main.__doc__)
    arguments.add_argument("--events", type=int, default=100_000)
    arguments.add_argument("--requests", type=int, default=100, help="of each question in a round")
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--store", type=Path, help="an SQLite file to keep the store in, or to take it from")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        database = given.store or Path(folder) / "large.db"
        if not database.exists():
            started = time.monotonic()
            fill(database, given.events)
            print(f"{given.events:,} events in {time.monotonic() - started:.0f} s", flush=True)
        print("\n".join(measure(Path(folder), database, given.requests, given.rounds)))


def measure(folder: Path, database: Path, requests: int, rounds: int) -> list[str]:
    """The lines of the report: each question looked for anew, then with the answers kept as they are by default."""
    cores = sorted(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {cores[-1]})
    lines = []
    for kept, about in (("0", "every answer looked for anew"), (None, "answers kept, as by default")):
        settings = {"TIMELINE_DATABASE": str(database), "TIMELINE_TICK_SECONDS": "3600", "TIMELINE_LOG_FORMAT": "plain"}
        settings |= {} if kept is None else {"TIMELINE_ANSWERS_MB": kept}
        with serving(SERVICE, settings, cores[0]) as (ours, process):
            lines += [f"{about}:", *compared(folder, ours, (requests, rounds), cores[0])]
            if kept is not None:
                lines.append(f"  {deep(ours)}")
            lines.append(f"  the server takes {resident(process):.0f} MB")
    return lines


def compared(folder: Path, ours: int, times: tuple[int, int], core: int) -> list[str]:
    """What each question takes alone, then rounds of all of them against the bare route."""
    told = {asked: get(ours, f"/v1/timeline?{asked}").decode() for asked in QUESTIONS.values()}
    answers = folder / "answers.json"
    answers.write_text(json.dumps(told))
    lines = [
        f"  {name}: {alone(ours, asked):.1f} ms alone, {len(told[asked]):,} bytes" for name, asked in QUESTIONS.items()
    ]
    requests, rounds = times
    with serving(BARE, {"BENCH_ANSWERS": str(answers)}, core) as (bare, _):
        paths = [f"/v1/timeline?{asked}" for asked in QUESTIONS.values()] * requests
        held = tags(ours)
        for _ in range(rounds):
            floor, full = load(bare, paths), load(ours, paths)
            kept = load(ours, paths, held)
            lines.append(
                f"  p99 {full.p99 * 1000:.1f} ms, {full.p99 / floor.p99:.2f} times the bare route's "
                f"({floor.p99 * 1000:.1f} ms); 304 at {kept.per_second / floor.per_second:.2f} of its rate"
            )
    return lines


def load(port: int, paths: list[str], held: dict[str, str] | None = None) -> Load:
    """All paths, spread over CLIENTS kept connections, with the tags that the asker holds."""
    times: list[float] = []

    async def ask() -> None:
        await asyncio.gather(*(one_client(port, paths[at::CLIENTS], times, held or {}) for at in range(CLIENTS)))

    started = time.perf_counter()
    asyncio.run(ask())
    return Load(len(times) / (time.perf_counter() - started), sorted(times)[int(len(times) * 0.99)])


def alone(port: int, asked: str) -> float:
    """Milliseconds that a question takes while nobody else asks: the middle of nine."""
    times = []
    for _ in range(9):
        started = time.perf_counter()
        get(port, f"/v1/timeline?{asked}")
        times.append(time.perf_counter() - started)
    return statistics.median(times) * 1000


def tags(port: int) -> dict[str, str]:
    """The tag of each answer, by its path."""
    found = {}
    for asked in QUESTIONS.values():
        path = f"/v1/timeline?{asked}"
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=30) as answer:
            found[path] = answer.headers["ETag"]
    return found


def deep(port: int) -> str:
    """What a page far behind costs against the first, both asked for again and again."""
    cursor, page = "", 1
    while page < DEEP:
        following = json.loads(get(port, f"/v1/timeline?limit=500{cursor}"))["next"]
        if following is None:
            break
        cursor, page = f"&cursor={following}", page + 1
    first, last = alone(port, "limit=500"), alone(port, f"limit=500{cursor}")
    return f"page {page} of 500 events takes {last:.1f} ms, the first {first:.1f} ms"


def resident(process: int) -> float:
    """Megabytes of memory that a process has."""
    status = Path(f"/proc/{process}/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1000


if __name__ == "__main__":
    main()
