"""Words as evidence: the rarer a word that two texts share, the more it says."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import log, sqrt

from timeline.merge.lexicon import background, frequency, read

WORD = re.compile(r"[^\W\d_]{3,}|\d+(?:[.,]\d+)*")
FUNCTION_WORDS = frozenset(read("function-words.txt"))
BACKGROUND_WEIGHT = 0.25  # how much an article of the background counts beside one of the collection
CAPITAL_WEIGHT = 2.0  # names tell stories apart
Vector = Mapping[str, float]


class Rarity:
    """How rare each word is, in the collection and in news at large, as a weight of 0 and up."""

    def __init__(self, texts: Iterable[Iterable[str]]) -> None:
        """Count in how many of the texts, given as words, each word stands."""
        counted = [frozenset(words) for words in texts]
        self.documents = len(counted) + BACKGROUND_WEIGHT * background()
        self.frequency = Counter(word for words in counted for word in words)

    def __call__(self, word: str) -> float:
        """The inverse document frequency of a word."""
        seen = self.frequency[word] + BACKGROUND_WEIGHT * frequency().get(word, 0)
        return log((self.documents + 1) / (seen + 0.5))

    def vector(self, words: Mapping[str, float]) -> Vector:
        """The weights of a text's words, rare ones high, at length 1."""
        return length_one({word: (1 + log(count)) * self(word) for word, count in words.items() if count > 0})


def rarity(word: str) -> float:
    """The inverse document frequency of a word in news at large, whatever is read with it."""
    return log((background() + 1) / (frequency().get(word, 0) + 0.5))


def news_vector(text: str) -> Vector:
    """The weights of a text's words by their rarity in news at large, at length 1."""
    counts = count_words(text)
    return length_one({word: (1 + log(count)) * max(0.0, rarity(word)) for word, count in counts.items()})


def length_one(weighted: Vector) -> Vector:
    """The vector at length 1."""
    length = sqrt(sum(weight * weight for weight in weighted.values())) or 1.0
    return {word: weight / length for word, weight in weighted.items()}


def words_of(text: str) -> list[str]:
    """The words and numbers of a text but for function words, lower-cased and without their endings."""
    return [stem(word) for word in WORD.findall(text) if word.lower() not in FUNCTION_WORDS]


def count_words(text: str) -> dict[str, float]:
    """How often each word stands in a text; those written with a capital count double."""
    counts: defaultdict[str, float] = defaultdict(float)
    for word in WORD.findall(text):
        if word.lower() not in FUNCTION_WORDS:
            counts[stem(word)] += CAPITAL_WEIGHT if word[0].isupper() else 1.0
    return counts


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The word in lower case without a plural, past or present ending, so that tellings in other tenses meet."""
    word = word.lower()
    if len(word) < 5 or word[0].isdigit():
        return word
    for ending in ("ings", "ing", "ies", "ied", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            return word.removesuffix(ending)
    return word


def cosine(one: Vector, other: Vector) -> float:
    """The cosine of the angle between two vectors of length 1; 0 where one is empty."""
    if len(other) < len(one):
        one, other = other, one
    return sum(weight * other[word] for word, weight in one.items() if word in other)
