"""Average linkage: things put together as long as the mean of the scores between two groups is high enough.

High enough may mean as high as within the groups, too: what is alike in kind only is less alike than what is one.
"""

from __future__ import annotations

from collections.abc import Mapping
from heapq import heapify, heappop, heappush
from math import sqrt
from typing import NamedTuple

SUPPOSED = 10  # pairs of the least score that each group is taken to have beside its own: of few pairs little is known


class Tie(NamedTuple):
    """The scores between two groups: their sum, and how many pairs were compared."""

    total: float
    compared: int


def link(
    count: int,
    scores: Mapping[tuple[int, int], float],
    *,
    least: float,
    absent: float = 0.0,
    share: float = 0.0,
    densest: float = 1.0,
) -> list[tuple[int, ...]]:
    """The groups of the things 0 to `count` - 1, in order of their first members.

    `scores` holds the pairs that were compared, the lower index first; a pair that was not counts as `absent`.
    Groups are joined best first, of equals the first, while the mean score of all pairs between two is at least
    `least`: the result does not depend on the order of `scores`. With a `share`, the mean must also be at least that
    share of the mean within the groups (the geometric mean of the two), which counts up to `densest`; scores are then
    not negative.
    """
    groups = Groups(count, scores, absent)

    def enough(one: int, other: int, score: float) -> bool:
        if score < least or not share:
            return score >= least
        return score >= share * sqrt(density(one) * density(other))

    def density(group: int) -> float:
        return min(densest, groups.within(group, supposed=least))

    queue = [(-score, i, j) for (i, j), score in scores.items() if score >= least]
    heapify(queue)
    while queue:
        score, one, other = heappop(queue)
        if not groups.stand(one, other) or -score != groups.between(one, other) or not enough(one, other, -score):
            continue
        groups.join(one, other)
        for third in groups.ties[one]:
            value = groups.between(one, third)
            if enough(one, third, value):
                heappush(queue, (-value, min(one, third), max(one, third)))
    return [tuple(sorted(groups.members[at])) for at in sorted(groups.members)]


class Groups:
    """Groups of things by the number of their first, with the scores between and within them."""

    def __init__(self, count: int, scores: Mapping[tuple[int, int], float], absent: float) -> None:
        """Every thing is a group of its own."""
        self.absent = absent
        self.members: dict[int, tuple[int, ...]] = {at: (at,) for at in range(count)}
        self.inner = [0.0] * count
        self.ties: list[dict[int, Tie]] = [{} for _ in range(count)]
        for (i, j), score in scores.items():
            self.ties[i][j] = self.ties[j][i] = Tie(score, 1)

    def stand(self, one: int, other: int) -> bool:
        """Whether neither has been joined to another."""
        return one in self.members and other in self.members

    def between(self, one: int, other: int) -> float:
        """The mean score of the pairs between two groups that have any that was compared."""
        return self.sum_between(one, other) / (len(self.members[one]) * len(self.members[other]))

    def sum_between(self, one: int, other: int) -> float:
        """The sum of the scores of the pairs between two groups."""
        tie = self.ties[one][other]
        pairs = len(self.members[one]) * len(self.members[other])
        return tie.total + (pairs - tie.compared) * self.absent

    def within(self, group: int, *, supposed: float) -> float:
        """The mean score of the pairs within a group, and of a few `supposed` ones."""
        size = len(self.members[group])
        return (self.inner[group] + SUPPOSED * supposed) / (size * (size - 1) / 2 + SUPPOSED)

    def join(self, one: int, other: int) -> None:
        """Give all that a group has to the one that takes it in."""
        self.inner[one] += self.inner[other] + self.sum_between(one, other)
        self.members[one] += self.members.pop(other)
        del self.ties[one][other]
        for third, tie in self.ties[other].items():
            if third == one:
                continue
            del self.ties[third][other]
            known = self.ties[one].get(third, Tie(0.0, 0))
            self.ties[one][third] = self.ties[third][one] = Tie(known.total + tie.total, known.compared + tie.compared)
        self.ties[other] = {}
