"""Which articles tell one story: they share their rarer words, and were published within some days of each other."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log, sqrt

from timeline.merge.tellings import identity, published
from timeline.types import Article

WORD = re.compile(r"[^\W\d_]{3,}")
TITLE_WEIGHT = 3
ALIKE = 0.25
Vector = Mapping[str, float]


def stories(articles: Sequence[Article]) -> dict[str, int]:
    """The number of its story for each article id; numbers follow the order of the stories' first articles."""
    ordered = sorted(articles, key=lambda article: (published(article), identity(article)))
    vectors = vectors_of(ordered)
    centres: list[Counter[str]] = []
    story: dict[str, int] = {}
    for article in ordered:
        vector = vectors[article.id]
        at, likeness = nearest(vector, centres)
        if likeness < ALIKE:
            at = len(centres)
            centres.append(Counter())
        centres[at].update(vector)
        story[article.id] = at
    return story


def nearest(vector: Vector, centres: Iterable[Mapping[str, float]]) -> tuple[int, float]:
    """The centre that a vector is most like, and how much; (-1, 0) where there is none."""
    scored = [(cosine(vector, centre), -at) for at, centre in enumerate(centres)]
    best, at = max(scored, default=(0.0, 1))
    return -at, best


def vectors_of(articles: Sequence[Article]) -> dict[str, Vector]:
    """tf-idf weights of each article's words, those of its title counting three times, at length 1."""
    counts = {article.id: count_words(article) for article in articles}
    frequency = Counter(word for words in counts.values() for word in words)
    rarity = {word: log((1 + len(counts)) / (1 + n)) + 0.1 for word, n in frequency.items()}
    return {
        key: unit({word: (1 + log(n)) * rarity[word] for word, n in words.items()}) for key, words in counts.items()
    }


def count_words(article: Article) -> Counter[str]:
    """How often each word stands in an article."""
    words = Counter(WORD.findall(article.text.lower()))
    for word in WORD.findall((article.title or "").lower()):
        words[word] += TITLE_WEIGHT
    return words


def unit(vector: Vector) -> Vector:
    """The same direction at length 1."""
    length = sqrt(sum(weight * weight for weight in vector.values())) or 1.0
    return {word: weight / length for word, weight in vector.items()}


def cosine(one: Vector, other: Vector) -> float:
    """The cosine of the angle between two vectors; 0 where one is empty."""
    length = sqrt(sum(weight * weight for weight in other.values())) * sqrt(sum(w * w for w in one.values()))
    return sum(weight * other.get(word, 0.0) for word, weight in one.items()) / length if length else 0.0


def by_story(articles: Sequence[Article]) -> tuple[tuple[str, ...], ...]:
    """The article ids of each story, in the order of the stories."""
    members: dict[int, list[str]] = defaultdict(list)
    for article, at in stories(articles).items():
        members[at].append(article)
    return tuple(tuple(sorted(members[at])) for at in sorted(members))
