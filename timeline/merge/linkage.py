"""Average linkage: things put together as long as the mean of the scores between two groups is high enough."""

from __future__ import annotations

from collections.abc import Mapping
from heapq import heapify, heappop, heappush
from typing import NamedTuple


class Tie(NamedTuple):
    """The scores between two groups: their sum, and how many pairs were compared."""

    total: float
    compared: int


def link(
    count: int, scores: Mapping[tuple[int, int], float], *, least: float, absent: float = 0.0
) -> list[tuple[int, ...]]:
    """The groups of the things 0 to `count` - 1, in order of their first members.

    `scores` holds the pairs that were compared, the lower index first; a pair that was not counts as `absent`.
    Groups are joined best first, of equals the first, while the mean score of all pairs between two is at least
    `least`: the result does not depend on the order of `scores`.
    """
    groups: dict[int, tuple[int, ...]] = {at: (at,) for at in range(count)}
    ties: list[dict[int, Tie]] = [{} for _ in range(count)]
    for (i, j), score in scores.items():
        ties[i][j] = ties[j][i] = Tie(score, 1)

    def mean(one: int, other: int) -> float:
        tie = ties[one][other]
        pairs = len(groups[one]) * len(groups[other])
        return (tie.total + (pairs - tie.compared) * absent) / pairs

    queue = [(-score, i, j) for (i, j), score in scores.items() if score >= least]
    heapify(queue)
    while queue:
        score, one, other = heappop(queue)
        if one not in groups or other not in groups or -score != mean(one, other):
            continue
        groups[one] += groups[other]
        absorb(ties, one, other)
        del groups[other]
        for third in ties[one]:
            if (value := mean(one, third)) >= least:
                heappush(queue, (-value, min(one, third), max(one, third)))
    return [tuple(sorted(groups[at])) for at in sorted(groups)]


def absorb(ties: list[dict[int, Tie]], one: int, other: int) -> None:
    """Give all ties of a group to the one that takes it in."""
    del ties[one][other]
    for third, tie in ties[other].items():
        if third == one:
            continue
        del ties[third][other]
        known = ties[one].get(third, Tie(0.0, 0))
        ties[one][third] = ties[third][one] = Tie(known.total + tie.total, known.compared + tie.compared)
    ties[other] = {}
