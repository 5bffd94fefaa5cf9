"""How fast articles are read, against the bare spaCy pipeline on the same texts."""

from __future__ import annotations

import time
from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING

import spacy

from timeline.nlp import DEFAULT_MODEL, load_nlp
from timeline.pipeline import BATCH, build, extract, extract_expressions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from timeline.types import Article


def repeated(articles: list[Article], words: int) -> list[Article]:
    """The articles over and over until there are so many words, each with an id of its own."""
    many: list[Article] = []
    counted = 0
    while counted < words:
        article = articles[len(many) % len(articles)]
        many.append(replace(article, id=f"{article.id}-{len(many)}"))
        counted += count_words([article])
    return many


def count_words(articles: Iterable[Article]) -> int:
    """White-space separated words."""
    return sum(len(article.text.split()) for article in articles)


def seconds(work: Callable[[], Iterable[object]]) -> float:
    """How long it takes to exhaust what `work` gives."""
    started = time.perf_counter()
    deque(work(), maxlen=0)
    return time.perf_counter() - started


def interleaved(works: dict[str, Callable[[], Iterable[object]]], rounds: int) -> dict[str, float]:
    """The best time of each work; rounds alternate, so that a busy machine slows all of them alike."""
    best: dict[str, float] = {}
    for _ in range(rounds):
        for name, work in works.items():
            best[name] = min(best.get(name, float("inf")), seconds(work))
    return best


def measure(articles: list[Article], *, words: int, rounds: int) -> list[str]:
    """Lines of the report: words per second of the bare pipeline and ours, and their ratios."""
    texts = repeated(articles, words)
    bare, ours = spacy.load(DEFAULT_MODEL), load_nlp()
    times = interleaved(
        {
            "bare spaCy pipeline, all parts": lambda: bare.pipe((a.text for a in texts), batch_size=BATCH),
            "extract": lambda: extract(texts, ours),
            "extract, expressions only": lambda: extract_expressions(texts),
        },
        rounds,
    )
    total, base = count_words(texts), times["bare spaCy pipeline, all parts"]
    lines = [f"{name:34s} {total / spent:10,.0f} words/s   ratio {base / spent:6.2f}" for name, spent in times.items()]
    spent = seconds(lambda: build(articles, ours).events)
    return [*lines, f"{'build':34s} {len(articles) / spent:10.1f} articles/s"]
