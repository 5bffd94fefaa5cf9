"""The company that trigger words keep in a story: which stand beside each other, and in what words each is told.

Two words that sentences tell together name two happenings; two that are told of in the same words, by articles of
which each has but one, name one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from timeline.merge.meanings import nearness
from timeline.merge.pairs import Evidence, common, compare, is_vague
from timeline.merge.profile import Profile
from timeline.merge.words import Vector, cosine, length_one

FAR = 10  # sentences; further apart is all the same


class Word(NamedTuple):
    """A trigger word in a story, by the story's number and the word's root."""

    story: int
    root: str


class Company:
    """What is known of each trigger word of each story from all that is told there."""

    def __init__(self, profiles: Sequence[Profile], story: Mapping[str, int]) -> None:
        """Count where each word stands; `story` gives the number of each article's story."""
        self.story = story
        self.size = Counter(story.values())
        self.told: dict[Word, list[Profile]] = defaultdict(list)
        for one in profiles:
            self.told[self.word(one)].append(one)
        self.articles = {word: frozenset(one.telling.article.id for one in told) for word, told in self.told.items()}
        self.sentences = {word: frozenset(map(sentence, told)) for word, told in self.told.items()}
        self.vectors: dict[Word, tuple[Vector, Vector, Vector]] = {}
        self.known: dict[tuple[Word, Word], Evidence] = {}

    def word(self, one: Profile) -> Word:
        """The trigger word of a telling, in its story."""
        return Word(self.story[one.telling.article.id], one.root)

    def evidence(self, one: Profile, other: Profile, likeness: float) -> Evidence:
        """What may count for two tellings with different triggers, by name; `likeness` is that of the articles."""
        a, b = one.telling.mention, other.telling.mention
        return {
            **compare(one, other, likeness),
            **self.of_words(*sorted((self.word(one), self.word(other)))),
            "common_least": min(common(one), common(other)),
            "common_most": max(common(one), common(other)),
            "vague_ones": float(is_vague(a)) + float(is_vague(b)),
            "sentences_apart": float(min(FAR, abs(a.sentence - b.sentence))),
        }

    def of_words(self, one: Word, other: Word) -> Evidence:
        """What the two words' company in their story says, computed once."""
        if (one, other) not in self.known:
            self.known[one, other] = {**self.places(one, other), **self.surroundings(one, other)}
        return self.known[one, other]

    def places(self, one: Word, other: Word) -> Evidence:
        """How many articles and sentences have the words, and have both."""
        beside = len(self.sentences[one] & self.sentences[other])
        both = len(self.articles[one] & self.articles[other])
        size = self.size[one.story]
        few, many = sorted((len(self.articles[one]), len(self.articles[other])))
        return {
            "beside": float(beside),
            "beside_share": beside / min(len(self.sentences[one]), len(self.sentences[other])),
            "articles_both": float(both),
            "articles_share": both / few,
            "expected": few * many / size,
            "share_least": few / size,
            "share_most": many / size,
            "story_size": float(size),
        }

    def surroundings(self, one: Word, other: Word) -> Evidence:
        """How near the words are in meaning, and how alike what they are told with."""
        near, clause, whole = map(cosine, self.vectors_of(one), self.vectors_of(other))
        return {
            "nearness": nearness(one.root, other.root),
            "company_near": near,
            "company_clause": clause,
            "company_sentence": whole,
            "verbs_apart": abs(self.share_of_verbs(one) - self.share_of_verbs(other)),
        }

    def vectors_of(self, word: Word) -> tuple[Vector, Vector, Vector]:
        """The words near a trigger word, in its clauses and in its sentences, over all its tellings in the story."""
        if word not in self.vectors:
            told = self.told[word]
            self.vectors[word] = (
                together([one.near for one in told]),
                together([one.clause for one in told]),
                together([one.sentence for one in told]),
            )
        return self.vectors[word]

    def share_of_verbs(self, word: Word) -> float:
        """The share of a word's tellings in which it is a verb."""
        told = self.told[word]
        return sum(one.telling.mention.kind == "verb" for one in told) / len(told)


def sentence(one: Profile) -> tuple[str, int]:
    """The sentence that a telling stands in."""
    return one.telling.article.id, one.telling.mention.quote.start


def together(vectors: Sequence[Vector]) -> Vector:
    """The sum of the vectors, at length 1."""
    total: Counter[str] = Counter()
    for vector in vectors:
        total.update(vector)
    return length_one(total)
