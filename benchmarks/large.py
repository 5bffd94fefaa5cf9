"""How a store of 100,000 events and 1,000,000 mentions is served: python -m benchmarks.large [--events N].

The first pages of twelve questions, sixteen at a time, against a bare Litestar route that sends the same bytes; answers
to those who have them already; pages far behind the first; and what memory the server takes. What is promised of the
form that is served by default is asserted, and of deep pages, where no answer is kept that would hide them; the rest is
told.
"""

from __future__ import annotations

import argparse
import json
import os
import sqlite3
import tempfile
import threading
import time
from collections import defaultdict
from contextlib import closing, contextmanager, nullcontext
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.asking import alone, load, p99, tags
from benchmarks.large_store import fill
from benchmarks.promises import LEAST_RATE_OF_304, NO_LIMIT, Figures, breaches
from benchmarks.serving import NOTHING, SERVICE, get, serving

if TYPE_CHECKING:
    from collections.abc import Iterator

BARE = "benchmarks.bare_answers:app"
DEEP = 60
SECONDS_BETWEEN_CHANGES = 0.2
FORMS = (  # megabytes of answers that are kept, whether events change, and in words
    ("0", False, "no answer kept"),
    (None, False, "answers kept, as by default"),
    (None, True, "as by default, an event changed five times a second"),
)
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
        times = (given.requests, given.rounds)
        for line in measure(Path(folder), database, events=given.events, times=times):
            print(line, flush=True)


def measure(folder: Path, database: Path, *, events: int = 100_000, times: tuple[int, int] = (100, 3)) -> Iterator[str]:
    """The lines of the report: no answer kept, then as by default, then the same while events change all the while.

    The store is made where there is none; `times` is how often each question is asked in a round, and how many rounds.
    Raises once all is told where a promise is broken.
    """
    broken: list[str] = []
    if not database.exists():
        started = time.monotonic()
        fill(database, events)
        yield f"{events:,} events in {time.monotonic() - started:.0f} s"
    cores = sorted(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {cores[-1]})
    for kept, changing, about in FORMS:
        settings = {"TIMELINE_DATABASE": str(database), "TIMELINE_TICK_SECONDS": "3600", "TIMELINE_LOG_FORMAT": "plain"}
        settings |= {} if kept is None else {"TIMELINE_ANSWERS_MB": kept}
        with serving(SERVICE, settings, cores[0]) as (ours, process):
            yield f"{about}:"
            with changed(database) if changing else nullcontext():
                for figures, line in compared(folder, ours, times, cores[0], unchanging=not changing):
                    broken += breaches(figures) if kept is None and not changing else []
                    yield line
            if kept is not None:
                figures, line = deep(ours)
                broken += breaches(figures)
                yield line
            memory = resident(process)
            broken += breaches(Figures(megabytes=memory)) if kept is None else []
            yield f"  the server takes {memory:.0f} MB"
    if broken:
        raise RuntimeError("a promise is broken: " + "; ".join(broken))


@contextmanager
def changed(database: Path) -> Iterator[None]:
    """While the block lasts, an event is changed five times a second, so that nothing that is kept holds for longer."""
    over = threading.Event()

    def change() -> None:
        with closing(sqlite3.connect(database, timeout=60)) as connection:
            while not over.wait(SECONDS_BETWEEN_CHANGES):
                with connection:
                    connection.execute(
                        "INSERT INTO event_revisions (seq, event, revision, kind, at)"
                        " SELECT max(seq) + 1, 'e0000001', max(seq) + 1, 'updated', ? FROM event_revisions",
                        (f"{datetime.now():%Y-%m-%d %H:%M:%S.%f}",),  # noqa: DTZ005  # as the store writes it
                    )

    changing = threading.Thread(target=change)
    changing.start()
    try:
        yield
    finally:
        over.set()
        changing.join()


def compared(
    folder: Path, ours: int, times: tuple[int, int], core: int, *, unchanging: bool
) -> Iterator[tuple[Figures, str]]:
    """Rounds of all questions against the bare route, then each of them: alone, and among the others."""
    told = {asked: get(ours, f"/v1/timeline?{asked}").decode() for asked in QUESTIONS.values()}
    answers = folder / "answers.json"
    answers.write_text(json.dumps(told))
    requests, rounds = times
    floors: defaultdict[str, list[float]] = defaultdict(list)
    fulls: defaultdict[str, list[float]] = defaultdict(list)
    with serving(BARE, {"BENCH_ANSWERS": str(answers)}, core) as (bare, _):
        paths = [f"/v1/timeline?{asked}" for asked in QUESTIONS.values()] * requests
        held = tags(ours, paths[: len(QUESTIONS)]) if unchanging else NOTHING
        for _ in range(rounds):
            floor, full = load(bare, paths, floors), load(ours, paths, fulls)
            rate = load(ours, paths, held=held).per_second / floor.per_second if held else LEAST_RATE_OF_304
            again = f"; 304 at {rate:.2f} of its rate" if held else ""
            yield (
                Figures(times_p99=full.p99 / floor.p99, rate_of_304=rate),
                f"  p99 {full.p99 * 1000:.1f} ms, {full.p99 / floor.p99:.2f} times the bare route's "
                f"({floor.p99 * 1000:.1f} ms), {full.per_second / floor.per_second:.2f} of its rate{again}",
            )
        for name, asked in QUESTIONS.items():
            full_p99, floor_p99 = (p99(each[f"/v1/timeline?{asked}"]) for each in (fulls, floors))
            yield (
                NO_LIMIT,
                f"    {name}: p99 {full_p99 * 1000:.1f} ms, {full_p99 / floor_p99:.2f} times the bare route's; alone "
                f"{alone(ours, asked):.1f} ms and {alone(bare, asked):.1f}; {len(told[asked]):,} bytes",
            )


def deep(port: int) -> tuple[Figures, str]:
    """What a page far behind costs against the first, both asked for again and again."""
    cursor, page = "", 1
    while page < DEEP:
        following = json.loads(get(port, f"/v1/timeline?limit=500{cursor}"))["next"]
        if following is None:
            break
        cursor, page = f"&cursor={following}", page + 1
    first, last = alone(port, "limit=500"), alone(port, f"limit=500{cursor}")
    return Figures(
        times_deep=last / first
    ), f"  page {page} of 500 events takes {last:.1f} ms, the first {first:.1f} ms"


def resident(process: int) -> float:
    """Megabytes of memory that a process has."""
    status = Path(f"/proc/{process}/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1000


if __name__ == "__main__":
    main()
