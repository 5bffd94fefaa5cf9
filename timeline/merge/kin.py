"""Which articles are merged together: those that name the same, those that name the same as they do, and so on.

Whether two articles are kin is told by the two alone, with weights that no store and no batch changes. So the parts
that a pile of articles falls into, and with them its events, are the same whatever came first, or together.
"""

from __future__ import annotations

import re
from calendar import day_name, month_name
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from math import log

from timeline.kin import Signature, are_kin
from timeline.merge.collection import days_told
from timeline.merge.days import ordinal
from timeline.merge.tellings import tellings
from timeline.merge.words import FUNCTION_WORDS, count_words, length_one, rarity, stem
from timeline.types import Article, Extraction

KEYS = 25  # the weightiest names of an article
FEW_NAMES = 3  # of fewer, all words are keys
NAME = re.compile(r"(?<![.?!:“\"\n]\s)(?<![.?!:“\"\n])(?<!^)\b[A-Z][^\W\d_]{2,}")  # inside a sentence
CALENDAR = frozenset(stem(name) for names in (month_name, day_name) for name in names if name)


def signature(extraction: Extraction) -> Signature:
    """The signature of an article; it depends on nothing else."""
    article = extraction.article
    weighted = {word: (1 + log(count)) * rarity(word) for word, count in keys_of(article).items()}
    first = sorted(weighted, key=lambda word: (-weighted[word], word))[:KEYS]
    return Signature(
        keys=length_one({word: weighted[word] for word in sorted(first)}),
        day=ordinal(article.published.day) if article.published else None,
        told=days_told([article.id], tellings([extraction]))[article.id],
    )


def keys_of(article: Article) -> Mapping[str, float]:
    """How often an article's text gives each name, or each word where it names hardly anyone."""
    text = article.text.removeprefix(article.title or "")
    words = [word for word in NAME.findall(text) if word.lower() not in FUNCTION_WORDS]
    names = Counter(name for name in map(stem, words) if name not in CALENDAR)
    return names if len(names) >= FEW_NAMES else count_words(article.text)


def parts(extractions: Sequence[Extraction]) -> tuple[tuple[Extraction, ...], ...]:
    """The articles that are kin to each other, or to one that is, and so on; in the order of the first of each."""
    signatures = [signature(one) for one in extractions]
    leader = list(range(len(extractions)))
    for one, other in alike(signatures):
        first, second = sorted((find(leader, one), find(leader, other)))
        if first != second and are_kin(signatures[one], signatures[other]):
            leader[second] = first
    members: dict[int, list[Extraction]] = defaultdict(list)
    for at, extraction in enumerate(extractions):
        members[find(leader, at)].append(extraction)
    return tuple(tuple(part) for part in members.values())


def alike(signatures: Sequence[Signature]) -> Iterator[tuple[int, int]]:
    """Pairs that share a key, the lower first, each once."""
    holders: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(signatures):
        for key in one.keys:
            holders[key].append(at)
    yield from sorted({pair for sharing in holders.values() for pair in combinations(sharing, 2)})


def find(leader: list[int], at: int) -> int:
    """The number that stands for a part."""
    while leader[at] != at:
        leader[at] = leader[leader[at]]
        at = leader[at]
    return at
