"""What is known of a pile of articles before their mentions are compared: copies, stories, names, words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from timeline.copies import copies
from timeline.merge.days import days_of, span
from timeline.merge.prominence import middle_of
from timeline.merge.stories import Library, stories
from timeline.merge.tellings import Telling, identity
from timeline.merge.words import Vector
from timeline.names import canonical_names
from timeline.types import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """By article id: the first of its copies, the number of its story, and the canonical form of each name in it.

    `middle` is what all of the articles are about.
    """

    library: Library
    original: Mapping[str, str]
    story: Mapping[str, int]
    names: Mapping[str, Mapping[str, str]]
    middle: Vector


def collect(articles: Sequence[Article], found: Sequence[Telling]) -> Collection:
    """The collection of these articles and of what they tell."""
    library = Library(articles)
    original = {copy: group[0] for group in copies(articles) for copy in group}
    days = days_told({one.id for one in articles}, found)
    story = {article: at for at, members in enumerate(stories(articles, library, days)) for article in members}
    once = (one for one in sorted(articles, key=identity) if original.get(one.id, one.id) == one.id)
    return Collection(
        library=library,
        original=original,
        story=story,
        names=names_by_article(found, story),
        middle=middle_of(once),
    )


def days_told(articles: Iterable[str], found: Iterable[Telling]) -> Mapping[str, frozenset[float]]:
    """By article id the days that its own words date something to."""
    told: dict[str, set[float]] = {article: set() for article in articles}
    for telling in found:
        days = days_of(telling.mention.when)
        if telling.mention.basis == "expression" and span(days) == 1:
            told[telling.article.id].add(days.first)
    return {article: frozenset(days) for article, days in told.items()}


def names_by_article(found: Sequence[Telling], story: Mapping[str, int]) -> dict[str, Mapping[str, str]]:
    """The canonical form of each name, decided with all names of a story in view."""
    named: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for telling in found:
        named[story[telling.article.id]].extend((one.name, one.label) for one in telling.mention.participants)
    canonical = {at: canonical_names(relabelled(named[at])) for at in set(story.values())}
    return {article: canonical[at] for article, at in story.items()}


def relabelled(named: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The names and their labels; a single word that is a person's last name in the same story is a person's.

    Small models often take a surname alone for a place or a company.
    """
    surnames = {name.split()[-1].lower() for name, label in named if label == "PERSON" and " " in name}
    for name, label in named:
        yield name, "PERSON" if name.lower() in surnames else label
