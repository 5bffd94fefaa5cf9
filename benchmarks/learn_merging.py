"""Learn what speaks for one happening: the weights of `timeline.merge`, from a corpus with clusters across articles.

usage: python -m benchmarks.learn_merging ECBPLUS_TRAIN.json > timeline/merge/data/weights.tsv

The corpus is JSON with `docs` (id, text, toks, validated) and `mentions` (doc, start, end, cluster). Needs scipy, which
datasketch brings. Ridge-penalised logistic regression over the pairs that merging would compare.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from timeline.merge.candidates import candidates
from timeline.merge.collection import collect
from timeline.merge.pairs import compare
from timeline.merge.profile import Profile, profile
from timeline.merge.tellings import tellings
from timeline.nlp import load_nlp
from timeline.pipeline import extract
from timeline.types import Article, Extraction

RIDGE = 3.0
Gold = Mapping[str, Any]
Pair = tuple[Mapping[str, float], bool, float]  # evidence, one happening or not, how much the pair counts


def main() -> None:
    gold = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    pairs = [*compared(gold, given=True), *compared(gold, given=False)]
    for name, weight in fitted(pairs):
        print(f"{name}\t{weight:.3f}")


def compared(gold: Gold, *, given: bool) -> list[Pair]:
    """The pairs of annotated mentions, given or found by ourselves, that merging would compare."""
    profiles, story, library = read(gold, given=given)
    cluster = clusters(gold, profiles)
    pairs = [(i, j) for i, j in sorted(candidates(profiles, story)) if i in cluster and j in cluster]
    busy = Counter(at for pair in pairs for at in pair)
    return [
        (
            compare(profiles[i], profiles[j], library.likeness(article_of(profiles[i]), article_of(profiles[j]))),
            cluster[i] == cluster[j],
            (busy[i] * busy[j]) ** -0.25,
        )
        for i, j in pairs
    ]


def read(gold: Gold, *, given: bool) -> tuple[list[Profile], Mapping[str, int], Any]:
    """The profiles of all mentions, the story of each article, and how alike articles are."""
    extracted = extractions(gold, given=given)
    found = tellings(extracted)
    collection = collect([one.article for one in extracted], found)
    profiles = [profile(one, collection.library.rarity, collection.names[one.article.id]) for one in found]
    return profiles, collection.story, collection.library


def extractions(gold: Gold, *, given: bool) -> list[Extraction]:
    """What the articles tell, by the annotated triggers where they are given."""
    articles = [
        Article(id=doc["id"], text=doc["text"], published=None, title=doc["text"].split("\n")[0][:200])
        for doc in gold["docs"]
    ]
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for mention in gold["mentions"]:
        spans[mention["doc"]].append((mention["start"], mention["end"]))
    triggers = {doc: tuple(sorted(found)) for doc, found in spans.items()} if given else None
    return list(extract(articles, load_nlp(), triggers=triggers))


def clusters(gold: Gold, profiles: Sequence[Profile]) -> dict[int, object]:
    """The cluster of each mention in an annotated sentence; one that meets no gold mention is alone."""
    annotated = {doc["id"]: list(sentences(doc)) for doc in gold["docs"]}
    by_article: dict[str, list[Gold]] = defaultdict(list)
    for mention in gold["mentions"]:
        by_article[mention["doc"]].append(mention)
    found: dict[int, object] = {}
    for at, one in enumerate(profiles):
        mention = one.telling.mention
        if any(first <= mention.start < last for first, last in annotated[mention.article]):
            met = [
                gold
                for gold in by_article[mention.article]
                if gold["start"] < mention.end and mention.start < gold["end"]
            ]
            best = max(met, key=lambda one: shared(mention.start, mention.end, one), default=None)
            found[at] = ("alone", at) if best is None else best["cluster"]
    return found


def shared(start: int, end: int, gold: Gold) -> float:
    """The share of the characters of two spans that both have."""
    return (min(end, gold["end"]) - max(start, gold["start"])) / (max(end, gold["end"]) - min(start, gold["start"]))


def sentences(doc: Gold) -> Iterator[tuple[int, int]]:
    """Where the annotated sentences of an article start and end."""
    for number in doc["validated"]:
        spans = [(start, end) for start, end, sentence in doc["toks"] if sentence == number]
        if spans:
            yield spans[0][0], spans[-1][1]


def article_of(one: Profile) -> str:
    """The id of its article."""
    return one.telling.article.id


def fitted(pairs: Sequence[Pair]) -> Iterator[tuple[str, float]]:
    """The weight of each kind of evidence, in order of their names."""
    names = sorted({name for evidence, _, _ in pairs for name in evidence})
    column = {name: at for at, name in enumerate(names)}
    rows = np.zeros((len(pairs), len(names)))
    for row, (evidence, _, _) in enumerate(pairs):
        for name, value in evidence.items():
            rows[row, column[name]] = value
    one = np.array([float(same) for _, same, _ in pairs])
    counts = np.array([count for _, _, count in pairs])
    counts *= len(pairs) / counts.sum()

    def loss(weights: Any) -> tuple[float, Any]:
        odds = rows @ weights
        value = np.sum(counts * (np.logaddexp(0, odds) - one * odds)) + RIDGE / 2 * weights @ weights
        return value, rows.T @ (counts * (1 / (1 + np.exp(-odds)) - one)) + RIDGE * weights

    best = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B")
    yield from zip(names, best.x, strict=True)


if __name__ == "__main__":
    main()
