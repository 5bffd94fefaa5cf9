"""How much each entry of a story stands out: what its day is worth, shared by how much the story is about each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from math import sqrt

from timeline.merge.words import Vector, cosine, length_one, news_vector
from timeline.types import Article, Event

LEAST_CENTRAL = 0.01
SAME, AGAIN = 0.8, 0.05  # from which cosine two titles of a day say the same, and what the lighter one has left
DIGITS = 2  # an article more moves the middle of a story by less, so that it revises what it tells of and little else


def prominent(events: Sequence[Event], middle: Vector) -> list[Event]:
    """The events in their order, with the salience of each entry; background keeps the weight of its tellings.

    A day is worth the root of the sum of its entries' squares: one thing that many tell counts for more than many
    things told once. Each entry has its share by the root of its weight, as what is told most is not told best, and by
    the squared cosine of its title with the middle of the articles (their centroid, as in Ghalandari and Ifrim 2020).
    """
    days: dict[str | None, list[Event]] = defaultdict(list)
    for event in events:
        if event.notable:
            days[day_of(event)].append(event)
    shared = {event.id: salience for entries in days.values() for event, salience in shares(entries, middle)}
    return [replace(event, salience=shared.get(event.id, event.salience)) for event in events]


def middle_of(articles: Iterable[Article]) -> Vector:
    """What articles are about: the mean of their words' weights, each article counting the same."""
    sums: defaultdict[str, float] = defaultdict(float)
    for article in articles:
        for word, weight in news_vector(article.text).items():
            sums[word] += weight
    return length_one(sums)


def shares(entries: Sequence[Event], middle: Vector) -> Iterator[tuple[Event, float]]:
    """The entries of a day with what each has of the day's worth; what is told in other words already, hardly any."""
    worth = sqrt(sum(event.salience**2 for event in entries))
    titles = {event.id: news_vector(event.title) for event in entries}
    weights = {event.id: sqrt(event.salience) * centrality(titles[event.id], middle) ** 2 for event in entries}
    told: list[Vector] = []
    for event in sorted(entries, key=lambda one: (-weights[one.id], one.id)):
        title = titles[event.id]
        if any(cosine(title, other) >= SAME for other in told):
            weights[event.id] *= AGAIN
        told.append(title)
    total = sum(weights.values()) or 1.0
    for event in entries:
        yield event, float(f"{worth * weights[event.id] / total:.{DIGITS}g}")


def centrality(title: Vector, middle: Vector) -> float:
    """How much a story is about what an entry is called."""
    return max(LEAST_CENTRAL, cosine(title, middle))


def day_of(event: Event) -> str | None:
    """The likeliest day of an event, else its date; None where it has none."""
    return None if event.when is None else event.when.best or event.when.edtf
