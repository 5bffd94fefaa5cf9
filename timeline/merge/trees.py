"""What was learned of triggers that differ: regression trees whose leaves add up to log-odds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

import numpy as np

from timeline.merge.lexicon import read
from timeline.merge.pairs import Evidence


class Node(NamedTuple):
    """A question of a tree, and what is known so far: `value` is the mean log-odds of what comes here.

    `name` is empty at a leaf; up to `most` the way leads to node `low` of the tree, else to `high`.
    """

    value: float
    name: str = ""
    most: float = 0.0
    low: int = 0
    high: int = 0


Tree = tuple[Node, ...]


def scores(evidence: Sequence[Evidence]) -> list[float]:
    """The log-odds that all trees together give, for each pair's evidence: all pairs go down a tree at once."""
    columns = {name: np.array([one.get(name, 0.0) for one in evidence]) for name in names()}
    total = np.zeros(len(evidence))
    for tree in trees():
        descend(tree, 0, np.arange(len(evidence)), columns, total)
    return [float(score) for score in total]


def descend(tree: Tree, at: int, rows: Any, columns: Mapping[str, Any], total: Any) -> None:
    """Add to `total` the values of the leaves that these rows come to from a node."""
    node = tree[at]
    if not node.name:
        total[rows] += node.value
        return
    low = columns[node.name][rows] <= node.most
    descend(tree, node.low, rows[low], columns, total)
    descend(tree, node.high, rows[~low], columns, total)


def shares(evidence: Evidence) -> Mapping[str, float]:
    """What each piece of evidence adds to the score, by name; what every pair starts from is its `bias`.

    A question adds what the mean log-odds change by its answer (Saabas 2014).
    """
    added = {"bias": sum(tree[0].value for tree in trees())}
    for tree in trees():
        node = tree[0]
        while node.name:
            following = tree[node.low if evidence.get(node.name, 0.0) <= node.most else node.high]
            added[node.name] = added.get(node.name, 0.0) + following.value - node.value
            node = following
    return added


@cache
def names() -> frozenset[str]:
    """The evidence that any tree asks for."""
    return frozenset(node.name for tree in trees() for node in tree if node.name)


@cache
def trees() -> tuple[Tree, ...]:
    """The trees, each with its nodes in order; data/README.md says how they were learned."""
    grown: list[list[Node]] = []
    for line in read("trees.tsv"):
        at, value, *rest = line.split("\t")
        if at == "0":
            grown.append([])
        node = Node(float(value), rest[0], float(rest[1]), int(rest[2]), int(rest[3])) if rest else Node(float(value))
        grown[-1].append(node)
    return tuple(map(tuple, grown))
