"""Which articles tell one story: their rarer words are the same, and they speak of one time.

Those published within weeks of each other do, and those that tell of one day: who looks back months later tells on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import combinations
from math import exp

from timeline.kin import FADING
from timeline.merge.days import ordinal
from timeline.merge.linkage import link
from timeline.merge.tellings import identity, published
from timeline.merge.words import Rarity, Vector, cosine, count_words
from timeline.types import Article

ALIKE = 0.12  # mean likeness within a story, at the least; .08 to .12 do much the same to ECB+'s training part
AS_ALIKE = 0.67  # the share of their own likeness that two parts of a story have to each other; .65 to .70 do
DENSEST = 0.45  # as alike in itself as any story there; only copies of one report are more so
HARDLY = 0.03  # likeness below this is taken as none
KEY_WORDS = 25  # of each article, by which others are found
TITLE_WEIGHT = 2.0
TellsOf = Mapping[str, Set[float]]  # by article id the numbers of days


class Library:
    """The articles of one collection by their words; tells how like two of them are."""

    def __init__(self, articles: Sequence[Article]) -> None:
        """Weigh the words of every article, those of a title more."""
        counts = {one.id: words_of(one) for one in articles}
        self.rarity = Rarity(counts.values())
        self.vectors: dict[str, Vector] = {one: self.rarity.vector(words) for one, words in counts.items()}
        self.known: dict[tuple[str, str], float] = {}

    def likeness(self, one: str, other: str) -> float:
        """The cosine of two articles, by their ids; 1 for an article and itself."""
        if one == other:
            return 1.0
        pair = (one, other) if one < other else (other, one)
        if pair not in self.known:
            self.known[pair] = cosine(self.vectors[one], self.vectors[other])
        return self.known[pair]


def words_of(article: Article) -> Mapping[str, float]:
    """How often each word stands in an article; a title that the text does not begin with counts twice."""
    counts = dict(count_words(article.text))
    if article.title and not article.text.startswith(article.title):
        for word, count in count_words(article.title).items():
            counts[word] = counts.get(word, 0.0) + TITLE_WEIGHT * count
    return counts


def stories(articles: Sequence[Article], library: Library, days: TellsOf) -> tuple[tuple[str, ...], ...]:
    """The ids of the articles of each story; stories and their articles are in order of publication.

    Average linkage over the likeness of the articles, which fades with the days between them. Two groups of which each
    is far more alike in itself than they are to each other are two stories of one kind. `days` are those that each
    article tells of.
    """
    ordered = sorted(articles, key=lambda one: (published(one), identity(one)))
    likeness = {(i, j): score for i, j, score in neighbours(ordered, library, days)}
    groups = link(len(ordered), likeness, least=ALIKE, share=AS_ALIKE, densest=DENSEST)
    return tuple(tuple(ordered[at].id for at in group) for group in groups)


def neighbours(articles: Sequence[Article], library: Library, days: TellsOf) -> Iterator[tuple[int, int, float]]:
    """Pairs of articles that share a key word, with how alike they are where that is anything."""
    holders: dict[str, list[int]] = defaultdict(list)
    for at, article in enumerate(articles):
        vector = library.vectors[article.id]
        for word in sorted(vector, key=lambda one: (-vector[one], one))[:KEY_WORDS]:
            holders[word].append(at)
    pairs = {pair for sharing in holders.values() for pair in combinations(sharing, 2)}
    for i, j in sorted(pairs):
        one, other = articles[i], articles[j]
        score = library.likeness(one.id, other.id) * fading(one, other, days)
        if score >= HARDLY:
            yield i, j, score


def fading(one: Article, other: Article, days: TellsOf) -> float:
    """1 for articles of one day or telling of one, less the more days lie between them; 1 where a day is unknown."""
    if one.published is None or other.published is None or days[one.id] & days[other.id]:
        return 1.0
    return exp(-abs(ordinal(one.published.day) - ordinal(other.published.day)) / FADING)
