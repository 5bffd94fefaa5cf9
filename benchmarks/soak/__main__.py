"""`make soak`: python -m benchmarks.soak [PART …]."""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

PARTS = ("many", "again", "batches", "kills", "ticks", "contract", "crowd", "large", "stream", "long")


def main() -> None:
    """Run the parts, in this order; each tells what it measured and fails where a promise is broken."""
    arguments = argparse.ArgumentParser(description=main.__doc__)
    arguments.add_argument("parts", nargs="*", choices=[*PARTS, []], default=PARTS, metavar="PART")
    arguments.add_argument("--minutes", type=float, default=30.0, help="how long `long` runs")
    arguments.add_argument("--articles", type=int, default=200, help="how many `batches` merges and `kills` refreshes")
    arguments.add_argument("--kills", type=int, default=50, help="how often it is killed")
    arguments.add_argument("--examples", type=int, default=400, help="calls that `contract` makes up for each route")
    arguments.add_argument("--stream", type=int, default=10_000, help="how many articles `stream` reads")
    given = arguments.parse_args()

    from benchmarks import contract, crowd, large
    from benchmarks.soak import again, batches, kills, long, many, stream, ticks

    for part in given.parts:
        started = time.monotonic()
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            lines: Iterable[str]
            match part:
                case "many":
                    lines = many.measure(folder)
                case "kills":
                    lines = kills.measure(folder, articles=given.articles, kills=given.kills)
                case "again":
                    lines = again.measure(folder)
                case "batches":
                    lines = batches.measure(folder, articles=given.articles)
                case "ticks":
                    lines = ticks.measure(folder)
                case "contract":
                    lines = contract.measure(folder, examples=given.examples)
                case "crowd":
                    lines = crowd.measure(folder)
                case "large":
                    lines = large.measure(folder, folder / "large.db")
                case "stream":
                    lines = stream.measure(articles=given.stream)
                case _:
                    lines = long.measure(folder, minutes=given.minutes)
            print(f"== {part}", flush=True)
            for line in lines:
                print(line, flush=True)
        print(f"kept, in {time.monotonic() - started:.0f} s", flush=True)


if __name__ == "__main__":
    main()
