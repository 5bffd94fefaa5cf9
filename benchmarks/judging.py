"""What readers say of random entries of a chronology: a sheet to judge by, and how far two readers agree.

usage: python -m benchmarks.judging sheet EVENTS ARTICLES SHEET [--count 60] [--seed 2026]
       python -m benchmarks.judging agree JUDGEMENTS JUDGEMENTS

EVENTS is what `timeline build` wrote, ARTICLES the articles it was built from. The sheet is Markdown: each entry with
its date, its title, and what each source says around its quote, with the day on which it was published; nothing in it
says how the entry came about. A file of judgements is JSON: `{"reader", "collection", "commit", "entries": [{"id",
"date", "title", "merging", "remark"}]}`, each of the three one of the words of `ANSWERS`. Agreement is told as the
share of equal answers and as Cohen's kappa (Educational and Psychological Measurement 20, 1960), right against wrong.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from timeline.reading import read
from timeline.types import Article

ANSWERS = {
    "date": ("right", "too precise", "too vague", "wrong"),
    "title": ("right", "unclear", "says another thing", "no event"),
    "merging": ("right", "two events in one"),
}
AROUND = 300  # characters of an article on either side of a quote


def sheet(events: Sequence[Mapping[str, Any]], texts: Mapping[str, str], count: int, seed: int) -> Iterator[str]:
    """The lines of a sheet: that many random entries in the order of the chronology."""
    drawn = sorted(random.Random(seed).sample(range(len(events)), min(count, len(events))))
    for event in (events[index] for index in drawn):
        when = event["when"]
        yield f"\n## {event['id']}\n\n**{when['label'] if when else 'no date'}** ({when['edtf'] if when else '-'})"
        yield f"\n**{event['title']}**\n"
        for source in event["sources"]:
            quote, text = source["quote"], texts[source["article"]]
            before, after = text[max(0, quote["start"] - AROUND) : quote["start"]], text[quote["end"] :][:AROUND]
            told = " ".join(f"{before} >>> {text[quote['start'] : quote['end']]} <<< {after}".split())
            yield f"- article {source['article']}, published {source['published']}: …{told}…"


def wrong(entry: Mapping[str, str], question: str) -> bool:
    answer = entry[question]
    if answer not in ANSWERS[question]:
        raise ValueError(f"entry {entry['id']}: {answer!r} is no answer on its {question}: {ANSWERS[question]}")
    return answer != "right"


def kappa(pairs: Sequence[tuple[bool, bool]]) -> float:
    """Cohen's kappa of two readers' yes and no; 1.0 where both always say the same one thing."""
    observed = sum(one == other for one, other in pairs) / len(pairs)
    first, second = (sum(reader) / len(pairs) for reader in zip(*pairs, strict=True))
    expected = first * second + (1 - first) * (1 - second)
    return 1.0 if expected == 1 else (observed - expected) / (1 - expected)


def agreement(first: Mapping[str, Any], second: Mapping[str, Any]) -> Iterator[str]:
    """A line for each question: how often each reader says right, how far they agree, and the errors by kind."""
    other = {entry["id"]: entry for entry in second["entries"]}
    both = [(entry, other[entry["id"]]) for entry in first["entries"]]
    for question in ANSWERS:
        pairs = [(wrong(one, question), wrong(two, question)) for one, two in both]
        right = " and ".join(f"{sum(not reader for reader in readers)}" for readers in zip(*pairs, strict=True))
        equal = sum(one == two for one, two in pairs)
        kinds = Counter(entry[question] for pair in both for entry in pair if wrong(entry, question))
        errors = ", ".join(f"{kind} {count}" for kind, count in kinds.most_common()) or "none"
        yield f"{question}: {right} of {len(pairs)} right; agree on {equal}, kappa {kappa(pairs):.2f}; errors: {errors}"
    clean = sum(not any(wrong(entry, question) for question in ANSWERS for entry in pair) for pair in both)
    yield f"nothing wrong by both readers: {clean} of {len(both)}"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.judging")
    tasks = parser.add_subparsers(dest="task", required=True)
    drawing = tasks.add_parser("sheet")
    for name in ("events", "articles", "sheet"):
        drawing.add_argument(name, type=Path)
    drawing.add_argument("--count", type=int, default=60)
    drawing.add_argument("--seed", type=int, default=2026)
    agreeing = tasks.add_parser("agree")
    agreeing.add_argument("judgements", type=Path, nargs=2)
    options = parser.parse_args()
    if options.task == "agree":
        print(*agreement(*(json.loads(file.read_text()) for file in options.judgements)), sep="\n")
        return
    events = json.loads(options.events.read_text())["events"]
    articles = (item for item in read(options.articles) if isinstance(item, Article))
    texts = {article.id: article.text for article in articles}
    lines = sheet(events, texts, options.count, options.seed)
    options.sheet.write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
