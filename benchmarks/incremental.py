"""What one article more costs in a small and in a large store, and whether the order of articles matters.

usage: python -m benchmarks.incremental [ARTICLES] [--mentions 1000 100000] [--orders 10] [--more 15]

ARTICLES is a file or folder of articles (`seeds/articles` by default), which come one by one in random orders; the
adjusted Rand index compares which tellings are one event with the first order's. The cost is processor time of storing,
relating and merging, without reading: made-up stories of ten articles fill the store.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from math import comb
from pathlib import Path
from statistics import median

from timeline.ingest import process_pending
from timeline.nlp import load_nlp
from timeline.pipeline import extract
from timeline.reading import read
from timeline.store import Store, TimelineQuery
from timeline.types import Article, Extraction, Published

A_STORY = 10  # articles
SENTENCES = 12
AT_ONCE = 100
DEEDS = (
    "{} met {} in {} on {}.",
    "{} sued {} over a contract in {} on {}.",
    "{} accused {} of fraud in {} on {}.",
    "{} defeated {} in the vote in {} on {}.",
    "{} rescued {} from a fire in {} on {}.",
    "{} signed a treaty with {} in {} on {}.",
)
SYLLABLES = ["ba", "do", "fe", "gi", "ka", "lo", "me", "nu", "pa", "ri", "so", "ta", "ve", "wi", "zo"]
Grouping = Mapping[tuple[str, int], int]


def main() -> None:
    """Print the cost at each size, their ratio, and the adjusted Rand index of each order."""
    arguments = argparse.ArgumentParser(description=main.__doc__)
    arguments.add_argument("articles", nargs="?", default="seeds/articles", type=Path)
    arguments.add_argument("--mentions", nargs=2, type=int, default=(1_000, 100_000))
    arguments.add_argument("--orders", type=int, default=10)
    arguments.add_argument("--more", type=int, default=15, help="articles that are added and timed at each size")
    given = arguments.parse_args()
    pile = [item for item in read(given.articles) if isinstance(item, Article)]
    if len(pile) < 2:
        arguments.error(f"{given.articles}: fewer than two articles there; orders need some to be shuffled")
    with tempfile.TemporaryDirectory() as folder:
        print("\n".join(orders(Path(folder), pile, given.orders)), flush=True)
        for line in costs(Path(folder) / "growing.db", given.mentions, given.more):
            print(line, flush=True)


def orders(folder: Path, pile: Sequence[Article], count: int) -> Iterator[str]:
    """How alike the events are when the articles come in other orders."""
    known = {one.article.id: one for one in extract(pile, load_nlp())}
    seeded = random.Random(5)
    first: Grouping | None = None
    for number in range(count):
        shuffled = seeded.sample(pile, len(pile))
        grouping = events_of(folder / f"order{number}.db", shuffled, known)
        first = first or grouping
        yield f"order {number}: {len(set(grouping.values()))} events, adjusted Rand index {rand(first, grouping):.4f}"


def events_of(path: Path, articles: Sequence[Article], known: Mapping[str, Extraction]) -> Grouping:
    """The number of the event of each telling, after the articles came one by one."""
    with closing(Store(str(path))) as store:
        store.upgrade()
        for article in articles:
            add(store, known[article.id])
        query = TimelineQuery(everything=True, limit=500)
        page = store.timeline(query)
        events = list(page.events)
        while page.next is not None:
            page = store.timeline(replace(query, cursor=page.next))
            events += page.events
    return {(source.article, source.start): at for at, event in enumerate(events) for source in event.sources}


def add(store: Store, extraction: Extraction) -> None:
    """Store an article, take its reading as given, and merge it."""
    store.add_article(extraction.article)
    process_pending(store, lambda claimed: [replace(extraction, article=one) for one in claimed])


def rand(one: Grouping, other: Grouping) -> float:
    """The adjusted Rand index of two groupings of the same tellings (Hubert and Arabie 1985)."""
    both = sum(comb(count, 2) for count in Counter((one[at], other[at]) for at in one).values())
    left = sum(comb(count, 2) for count in Counter(one.values()).values())
    right = sum(comb(count, 2) for count in Counter(other.values()).values())
    chance = left * right / comb(len(one), 2)
    most = (left + right) / 2
    return 1.0 if most == chance else (both - chance) / (most - chance)


def costs(path: Path, sizes: Sequence[int], more: int) -> Iterator[str]:
    """The cost of one article more at each size of the store, and the last in terms of the first."""
    nlp = load_nlp()
    made = stories()
    measured = []
    with closing(Store(str(path))) as store:
        store.upgrade()
        held = 0
        for size in sizes:
            while held < size:
                batch = [next(made) for _ in range(min(AT_ONCE, 1 + (size - held) // SENTENCES))]
                readings = {one.article.id: one for one in extract(batch, nlp)}
                held += sum(len(one.mentions) for one in readings.values())
                fill(store, readings)
            added = [next(made) for _ in range(more)]
            measured.append(median(cost(store, one) for one in extract(added, nlp)))
            yield f"one article more among {held:,} mentions: {1000 * measured[-1]:.0f} ms of processor time"
    yield f"ratio {measured[-1] / measured[0]:.2f}"


def fill(store: Store, readings: Mapping[str, Extraction]) -> None:
    """Store and merge articles with these readings."""
    for one in readings.values():
        store.add_article(one.article)
    while process_pending(store, lambda claimed: [replace(readings[one.id], article=one) for one in claimed]):
        pass


def cost(store: Store, extraction: Extraction) -> float:
    """The processor seconds that one article more takes."""
    before = time.process_time()
    add(store, extraction)
    return time.process_time() - before


def stories() -> Iterator[Article]:
    """Articles without end, ten of each story; a story has its own names and days, some of them those of others."""
    number = 0
    while True:
        seeded = random.Random(number)
        who = [f"{name(seeded)} {name(seeded)}" for _ in range(4)]
        where = [name(seeded) for _ in range(2)] + ["Paris"]
        day = date(2015, 1, 1) + timedelta(days=seeded.randrange(3_000))
        for part in range(A_STORY):
            told = [sentence(seeded, who, where, day) for _ in range(SENTENCES)]
            published = day + timedelta(days=3)
            yield Article(
                id=f"story-{number}-{part}",
                text=" ".join(told),
                published=Published(raw=published.isoformat(), day=published),
                source=f"Outlet {part}",
            )
        number += 1


def sentence(seeded: random.Random, who: Sequence[str], where: Sequence[str], day: date) -> str:
    """One dated deed between two people of a story."""
    one, other = seeded.sample(who, 2)
    when = day + timedelta(days=seeded.randrange(3))
    return seeded.choice(DEEDS).format(one, other, seeded.choice(where), f"{when:%B} {when.day}, {when.year}")


def name(seeded: random.Random) -> str:
    """A made-up name."""
    return "".join(seeded.choice(SYLLABLES) for _ in range(3)).capitalize()


if __name__ == "__main__":
    main()
