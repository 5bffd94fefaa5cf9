"""Average linkage joins what is alike on the whole, in whatever order the pairs come."""

from __future__ import annotations

import random
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.merge.linkage import link

CASES = [
    ("nothing compared stays apart", 3, {}, [(0,), (1,), (2,)]),
    ("two that are alike", 3, {(0, 2): 1.0}, [(0, 2), (1,)]),
    ("a chain whose ends are strangers breaks at its weaker link", 3, {(0, 1): 2.0, (1, 2): 1.0}, [(0, 1), (2,)]),
    ("a chain whose ends are not too far apart holds", 3, {(0, 1): 2.0, (1, 2): 2.0, (0, 2): -0.5}, [(0, 1, 2)]),
    ("what is unlike stays apart", 2, {(0, 1): -0.1}, [(0,), (1,)]),
]


@pytest.mark.parametrize(("name", "count", "scores", "groups"), CASES, ids=[case[0] for case in CASES])
def test_groups_are_joined_while_their_mean_is_high_enough(name, count, scores, groups):
    assert link(count, scores, least=0.0, absent=-2.0) == groups


def two_crowds(*, inside: float, across: float) -> dict[tuple[int, int], float]:
    """The scores of 16 things, the first eight of one crowd, the others of another."""
    return {(i, j): inside if (i < 8) == (j < 8) else across for i, j in combinations(range(16), 2)}


SHARES = [
    ("of one kind, but each more alike in itself", 0.4, 0.15, 1.0, 2),
    ("as alike to each other as in themselves", 0.4, 0.35, 1.0, 1),
    ("loose in themselves, too", 0.2, 0.15, 1.0, 1),
    ("alike to each other by less than the least", 0.2, 0.05, 1.0, 2),
    ("copies in themselves", 0.95, 0.35, 1.0, 2),
    ("copies in themselves, who count no more than other crowds do", 0.95, 0.35, 0.45, 1),
]


@pytest.mark.parametrize(("name", "inside", "across", "densest", "count"), SHARES, ids=[case[0] for case in SHARES])
def test_crowds_are_joined_when_they_are_near_as_alike_as_in_themselves(name, inside, across, densest, count):
    scores = two_crowds(inside=inside, across=across)
    assert len(link(16, scores, least=0.1, share=0.67, densest=densest)) == count


def test_a_single_thing_joins_a_crowd_that_is_more_alike():
    scores = {(i, j): 0.4 if j < 8 else 0.16 for i, j in combinations(range(9), 2)}
    assert link(9, scores, least=0.1, share=0.67) == [tuple(range(9))]


@given(st.lists(st.integers(0, 9), min_size=28, max_size=28), st.randoms(use_true_random=False))
def test_nor_does_it_matter_where_groups_are_compared_with_themselves(values, shuffle: random.Random):
    scores = dict(zip(combinations(range(8), 2), (value / 10 for value in values), strict=True))
    shuffled = list(scores.items())
    shuffle.shuffle(shuffled)
    assert link(8, scores, least=0.1, share=0.67) == link(8, dict(shuffled), least=0.1, share=0.67)


@given(st.lists(st.integers(-4, 4), min_size=15, max_size=15), st.randoms(use_true_random=False))
def test_the_order_of_the_scores_does_not_matter(values, shuffle: random.Random):
    scores = dict(zip(combinations(range(6), 2), map(float, values), strict=True))
    shuffled = list(scores.items())
    shuffle.shuffle(shuffled)
    assert link(6, scores, least=0.0) == link(6, dict(shuffled), least=0.0)


@given(st.lists(st.integers(-4, 4), min_size=15, max_size=15))
def test_everything_is_in_one_group(values):
    scores = dict(zip(combinations(range(6), 2), map(float, values), strict=True))
    assert sorted(at for group in link(6, scores, least=0.0) for at in group) == list(range(6))
