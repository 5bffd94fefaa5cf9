"""`python -m benchmarks.dates FOLDER`: the figures on annotated texts, held against the floors pinned here.

The texts belong to others and are no part of this project. FOLDER holds a file `NAME.jsonl` for each of the names
below that is to be checked, a JSON object a line: `id`, `published`, `text`, `timexes` (`start`, `end`, `value`) and
`ignore` (spans that count neither way). Status 1 where a figure lies under its floor, 2 where nothing can be checked.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.spans import Counts, Marked, counted, interval

# A floor may rise; it falls only with a reason in the commit.
FLOORS: Mapping[str, Mapping[str, float]] = {
    "timebank": {"value": 82.0, "relaxed": 93.5, "strict": 90.0},
    "aquaint": {"value": 76.0, "relaxed": 93.5, "strict": 83.5},
    "wikiwars-train": {"value": 87.0, "relaxed": 95.5, "strict": 90.0},
    "tweets-train": {"value": 72.0, "relaxed": 95.0, "strict": 87.0},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """The counts of one document, and the half it belongs to: half 0 is never read for errors."""

    half: int
    counts: Counts


def half_of(name: str) -> int:
    """The half of a document, by the hash of its id."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2


def scored(path: Path) -> Iterator[Scored]:
    """Every document of a file, read by the default pipeline and scored."""
    from timeline.nlp import load_nlp
    from timeline.pipeline import extract
    from timeline.reading.record import article_of

    records: list[dict[str, Any]] = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for record, extraction in zip(records, extract([article_of(one) for one in records], load_nlp()), strict=True):
        gold = [Marked(start=one["start"], end=one["end"], value=one["value"] or "") for one in record["timexes"]]
        found = [
            Marked(start=one.expression.start, end=one.expression.end, value=one.timex.value)
            for one in extraction.expressions
        ]
        ignored = [tuple(span) for span in record.get("ignore", [])]
        kept = [one for one in found if not any(one.start < end and start < one.end for start, end in ignored)]
        yield Scored(half=half_of(str(record["id"])), counts=counted(gold, kept))


def report(name: str, documents: list[Scored]) -> Iterator[str]:
    """A line for all documents and for each half: the scores, the value F1 with its interval of 95 %."""
    for label, part in (
        ("all", documents),
        *((f"half {half}", [d for d in documents if d.half == half]) for half in (1, 0)),
    ):
        counts = [one.counts for one in part]
        if counts:
            scores = sum(counts, Counts()).scores()
            low, high = interval(counts, "value")
            told = " ".join(f"{key} {value:.1f}" for key, value in scores.items())
            yield f"{name:16s}{label:8s}{told}   value within {low:.1f}-{high:.1f}"


def under(name: str, documents: list[Scored], floors: Mapping[str, float]) -> Iterator[str]:
    """What lies under its floor."""
    scores = sum((one.counts for one in documents), Counts()).scores()
    for key, floor in floors.items():
        if scores[key] < floor:
            yield f"{name}: {key} F1 {scores[key]:.2f} is under its floor of {floor}"


def main(arguments: list[str] | None = None, floors: Mapping[str, Mapping[str, float]] = FLOORS) -> int:
    """Print the figures; the exit status."""
    parser = argparse.ArgumentParser(description="Hold the figures on annotated texts against their floors.")
    parser.add_argument("folder", type=Path, help="a folder of NAME.jsonl files: " + ", ".join(floors))
    folder: Path = parser.parse_args(arguments).folder
    present = [name for name in floors if (folder / f"{name}.jsonl").is_file()]
    if not present:
        print(
            f"nothing to check: {folder} holds none of {', '.join(f'{name}.jsonl' for name in floors)}", file=sys.stderr
        )
        return 2
    failed: list[str] = []
    for name in present:
        documents = list(scored(folder / f"{name}.jsonl"))
        print("\n".join(report(name, documents)), flush=True)
        failed += under(name, documents, floors[name])
    print("\n".join(failed) or "every figure is at its floor or above", file=sys.stderr if failed else sys.stdout)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
