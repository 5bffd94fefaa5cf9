"""Copies of one text are found through light edits; texts that share a passage are not copies."""

from __future__ import annotations

import random

import pytest

from timeline.copies import copies, jaccard, shingles_of
from timeline.types import Article

STEMS = ("banana", "cedar", "dune", "ember", "fjord", "grove", "heath")
WORDS = [f"{stem}{letter}" for stem in STEMS for letter in "abcdefghij"]


def text_of(seed: int, length: int = 300) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=length))


def article(name: str, text: str) -> Article:
    return Article(id=name, text=text, published=None)


def edited(text: str, every: int) -> str:
    return " ".join("altered" if at % every == every - 1 else word for at, word in enumerate(text.split()))


CASES = [
    ("the same text", [("a", text_of(1)), ("b", text_of(1))], (("a", "b"),)),
    ("case and punctuation do not count", [("a", text_of(1)), ("b", text_of(1).upper() + ".")], (("a", "b"),)),
    ("one word in a hundred changed", [("a", text_of(1)), ("b", edited(text_of(1), 100))], (("a", "b"),)),
    ("one word in eight changed", [("a", text_of(1)), ("b", edited(text_of(1), 8))], ()),
    ("half of it shared", [("a", text_of(1)), ("b", text_of(1, 150) + " " + text_of(2, 150))], ()),
    (
        "two groups",
        [("a", text_of(1)), ("b", text_of(2)), ("c", text_of(1)), ("d", text_of(2))],
        (("a", "c"), ("b", "d")),
    ),
    ("texts of a word", [("a", "word"), ("b", "word"), ("c", "other")], (("a", "b"),)),
    ("empty texts are nobody's copies", [("a", ""), ("b", "")], ()),
]


@pytest.mark.parametrize(("name", "texts", "groups"), CASES, ids=[case[0] for case in CASES])
def test_copies_are_the_articles_that_share_nearly_all_their_words(name, texts, groups):
    assert copies([article(*one) for one in texts]) == groups


def test_the_order_of_the_articles_does_not_matter():
    pile = [article(f"{copy}{seed}", edited(text_of(seed), 60 + copy)) for seed in range(8) for copy in range(3)]
    shuffled = random.Random(7).sample(pile, len(pile))
    assert copies(pile) == copies(shuffled)
    assert len(copies(pile)) == 8


def test_jaccard_counts_runs_of_five_words():
    assert jaccard(shingles_of("a b c d e f"), shingles_of("a b c d e g")) == pytest.approx(1 / 3)
