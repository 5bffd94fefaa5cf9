"""Syndicated copies of one article: which articles share most of their words in the same order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from datasketch import MinHash, MinHashLSH

from timeline.types import Article

SHINGLE = 5  # words
NEARLY_ALL = 0.8  # Jaccard of the shingles; Simhash was measured to miss copies with more than 1 % of edits
PERMUTATIONS = 128
WORD = re.compile(r"\w+")


def copies(articles: Sequence[Article]) -> tuple[tuple[str, ...], ...]:
    """Groups of two and more article ids that carry one text, each group and the whole in order of id.

    Candidates come from MinHash with locality-sensitive hashing, so that the work grows with the number of articles;
    each candidate is then confirmed on the shingles themselves (Jaccard >= 0.8).
    """
    shingles = {article.id: shingles_of(article.text) for article in articles}
    leader = {key: key for key in shingles}
    for one, other in candidates(shingles):
        if jaccard(shingles[one], shingles[other]) >= NEARLY_ALL:
            join(leader, one, other)
    groups: dict[str, list[str]] = {}
    for key in sorted(leader):
        groups.setdefault(find(leader, key), []).append(key)
    return tuple(sorted(tuple(group) for group in groups.values() if len(group) > 1))


def shingles_of(text: str) -> frozenset[str]:
    """Every run of five words, lower-cased, without punctuation; the whole of a shorter text."""
    words = WORD.findall(text.lower())
    count = max(1, len(words) - SHINGLE + 1)
    return frozenset(" ".join(words[at : at + SHINGLE]) for at in range(count)) if words else frozenset()


def candidates(shingles: dict[str, frozenset[str]]) -> Iterator[tuple[str, str]]:
    """Pairs that share a band of their MinHash signatures, each once."""
    index = MinHashLSH(threshold=NEARLY_ALL - 0.1, num_perm=PERMUTATIONS)  # a little wider than what is confirmed
    for key in sorted(shingles):
        signature = signature_of(shingles[key])
        for other in index.query(signature):
            yield str(other), key
        index.insert(key, signature)


def signature_of(shingles: Iterable[str]) -> MinHash:
    """The MinHash of a set of shingles."""
    signature = MinHash(num_perm=PERMUTATIONS)
    signature.update_batch([shingle.encode() for shingle in shingles])
    return signature


def jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the shingles of either that both have; 0 where there are none."""
    either = len(one | other)
    return len(one & other) / either if either else 0.0


def find(leader: dict[str, str], key: str) -> str:
    """The id that stands for a group."""
    while leader[key] != key:
        leader[key] = leader[leader[key]]
        key = leader[key]
    return key


def join(leader: dict[str, str], one: str, other: str) -> None:
    """Make two groups one; the smaller id leads, so that the order of joining does not matter."""
    first, second = sorted((find(leader, one), find(leader, other)))
    leader[second] = first
