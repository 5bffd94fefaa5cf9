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
