"""Stories: articles that tell of one thing are together, those that tell of two of a kind are not."""

from __future__ import annotations

import random

import pytest

from timeline.merge.stories import Library, stories
from timeline.types import Article

# What is told of every trial.
TRIAL = (
    "The jury found the defendant guilty of murder.",
    "The prosecutor asked the judge for a life sentence.",
    "The defence said that an appeal would be filed within a month.",
    "Relatives of the victim wept in the courtroom as the verdict was read.",
    "The judge will pass sentence next week.",
)
VESK = (
    "Oskar Lindqvist shot the baker Maren Holt in Vesk.",
    "Neighbours on Harbour Street heard three shots from the bakery.",
    "Lindqvist owed Holt money for a boat.",
    "Detective Ruth Amsel found the pistol in the harbour.",
)
TARN = (
    "Paolo Ferri poisoned his uncle Tomas Ferri in Tarnbridge.",
    "A chemist in Tarnbridge had sold Ferri the arsenic.",
    "Tomas Ferri left a vineyard and two hotels.",
    "Inspector Dora Klein read the letters that Ferri had burnt.",
)


def told(name: str, own: tuple[str, ...], seed: int) -> Article:
    """An article that says some of what is told of every trial and some of what is its own."""
    chosen = random.Random(seed)
    return Article(id=name, published=None, text=" ".join([*chosen.sample(own, 3), *chosen.sample(TRIAL, 3)]))


def stories_of(articles: list[Article]) -> set[frozenset[str]]:
    found = stories(articles, Library(articles), {one.id: frozenset[float]() for one in articles})
    return {frozenset(story) for story in found}


BOTH = [told(f"vesk-{n}", VESK, n) for n in range(8)] + [told(f"tarn-{n}", TARN, 50 + n) for n in range(8)]


def test_two_of_a_kind_are_two_stories():
    assert stories_of(BOTH) == {frozenset(f"{place}-{n}" for n in range(8)) for place in ("vesk", "tarn")}


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_the_articles_does_not_matter(seed):
    assert stories_of(random.Random(seed).sample(BOTH, len(BOTH))) == stories_of(BOTH)


def test_two_reports_with_all_their_copies_are_one_story():
    reports = [told(f"{agency}-{n}", VESK, seed) for agency, seed in (("one", 1), ("other", 5)) for n in range(12)]
    assert len(stories_of(reports)) == 1
