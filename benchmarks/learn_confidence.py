"""Learn how often dates are right, by how they were found: the counts of `timeline.confidence`, and a check of them.

usage: python -m benchmarks.learn_confidence FOLDER > timeline/confidence/counts.tsv
       python -m benchmarks.learn_confidence FOLDER --check

FOLDER holds corpora as JSON lines of `id`, `published`, `text` and `timexes` (`start`, `end`, `value`). The counts come
from half 1 of the documents (sha256 of the id, modulo 2). `--check` prints the reliability of the shipped counts on
both halves, in the layout of docs/quality.md. A date is right when its TIMEX3 value is the annotators'; an expression
that no annotation overlaps is wrong. Only expressions that get a date are counted.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from timeline.confidence import Kind, kind_of
from timeline.nlp import load_nlp
from timeline.pipeline import extract
from timeline.reading.record import article_of
from timeline.types import DatedExpression, Extraction

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01)
Gold = Mapping[str, Any]
Outcome = tuple[Kind, float, bool]  # how a date was found, its confidence, whether it is right


def main() -> None:
    arguments = argparse.ArgumentParser(description=main.__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--check", action="store_true")
    given = arguments.parse_args()
    halves: dict[int, list[Outcome]] = {0: [], 1: []}
    for document, extraction in read(given.folder):
        halves[half(document)] += outcomes(document, extraction)
    print("\n".join(table(halves) if given.check else counts(halves[1])))


def read(folder: Path) -> Iterator[tuple[Gold, Extraction]]:
    """Every document of the corpora with what is read out of it."""
    lines = [line for path in sorted(folder.glob("*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines()]
    documents = [json.loads(line) for line in lines]
    articles = [article_of({"id": str(n), "language": "en", **only_words(one)}) for n, one in enumerate(documents)]
    return zip(documents, extract(articles, load_nlp(), triggers={}), strict=True)


def only_words(document: Gold) -> Gold:
    """What a document says, without its annotations and its name."""
    return {"published": document["published"], "text": document["text"]}


def half(document: Gold) -> int:
    """0 is the half whose errors are never looked at."""
    return int(hashlib.sha256(str(document["id"]).encode()).hexdigest(), 16) % 2


def outcomes(document: Gold, extraction: Extraction) -> list[Outcome]:
    """How each date of a document was found, and whether it is right."""
    ignored = [{"start": start, "end": end} for start, end in document.get("ignore", ())]
    return [
        (kind_of(one), one.when.confidence or 0.0, is_right(one, document["timexes"]))
        for one in extraction.expressions
        if one.when is not None and best(one, ignored) is None
    ]


def is_right(one: DatedExpression, timexes: Sequence[Gold]) -> bool:
    """Whether the annotation that an expression overlaps most gives its value."""
    gold = best(one, timexes)
    return gold is not None and (gold["value"] or "").strip().upper() == one.timex.value.upper()


def best(one: DatedExpression, timexes: Sequence[Gold]) -> Gold | None:
    """The annotation that an expression overlaps most."""

    def overlap(gold: Gold) -> int:
        return int(min(gold["end"], one.expression.end) - max(gold["start"], one.expression.start))

    found = max(timexes, key=overlap, default=None)
    return found if found is not None and overlap(found) > 0 else None


def counts(found: Sequence[Outcome]) -> Iterator[str]:
    """A line for each way of being found: how often right, how often at all."""
    total = Counter(kind for kind, _, _ in found)
    right = Counter(kind for kind, _, good in found if good)
    for kind in sorted(total):
        yield "\t".join((*kind, str(right[kind]), str(total[kind])))


def table(halves: Mapping[int, Sequence[Outcome]]) -> Iterator[str]:
    """The reliability of both halves, a line a bin, and how far off the confidence is on average."""
    yield "| confidence | half 1: dates, mean confidence, right | half 0: dates, mean confidence, right |"
    yield "|---|---|---|"
    for low, high in pairwise(EDGES):
        cells = [cell([one for one in halves[which] if low <= one[1] < high]) for which in (1, 0)]
        yield f"| {low:.2f} to {min(high, 1.0):.2f} | {cells[0]} | {cells[1]} |"
    for which in (1, 0):
        found = halves[which]
        brier = sum((sure - good) ** 2 for _, sure, good in found) / len(found)
        base = sum(good for _, _, good in found) / len(found)
        always = base * (1 - base)
        yield (
            f"half {which}: {len(found)} dates, {100 * base:.1f} % right;"
            f" expected calibration error {error(found):.3f}; Brier score {brier:.3f}"
            f" (always saying {base:.2f}: {always:.3f})"
        )


def cell(found: Sequence[Outcome]) -> str:
    """How many dates, how sure, how often right."""
    if not found:
        return "0"
    mean = sum(sure for _, sure, _ in found) / len(found)
    return f"{len(found)}, {mean:.2f}, {sum(good for _, _, good in found) / len(found):.2f}"


def error(found: Sequence[Outcome]) -> float:
    """The mean distance between confidence and share of right dates over the bins, weighed by their size."""
    total = 0.0
    for low, high in pairwise(EDGES):
        inside = [one for one in found if low <= one[1] < high]
        total += abs(sum(good - sure for _, sure, good in inside))
    return total / len(found)


if __name__ == "__main__":
    main()
