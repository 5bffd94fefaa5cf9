"""How near two trigger words are in meaning, by a table of word vectors; data/README.md says where they come from."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np

from timeline.merge.lexicon import read

MIDDLE = ord("m")  # the letter that stands for 0
NEAR = 0.55  # the trees were learned on pairs from 0.5 on; fewer cost less and find as much


def nearness(one: str, other: str) -> float:
    """The cosine of two roots' vectors, from -1 to 1; 0 where one is not in the table."""
    rows, vectors = table()
    if one not in rows or other not in rows:
        return 0.0
    return float(vectors[rows[one]] @ vectors[rows[other]])


def near_pairs(roots: Sequence[str]) -> list[tuple[str, str]]:
    """The pairs of roots that are near in meaning, in the order of the roots."""
    rows, vectors = table()
    known = [root for root in roots if root in rows]
    some = vectors[[rows[root] for root in known]]
    return [(known[i], known[j]) for i, j in np.argwhere(np.triu(some @ some.T, 1) >= NEAR)]


@cache
def table() -> tuple[dict[str, int], Any]:
    """The row of each word, and the vectors at length 1."""
    lines = [line.split("\t") for line in read("meanings.tsv")]
    vectors = np.array([np.frombuffer(letters.encode(), np.uint8) for _, letters in lines], np.float32) - MIDDLE
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return {word: at for at, (word, _) in enumerate(lines)}, vectors
