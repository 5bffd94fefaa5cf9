"""The same articles, merged all at once, some by some, one by one and the other way round: is it the same chronology?

It is what a kill changes, without the kills: python -m benchmarks.soak batches --articles 60.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.soak.words import story
from timeline.ingest import merge_read, read_pending
from timeline.nlp import load_nlp
from timeline.pipeline import extract
from timeline.store import Store, TimelineQuery
from timeline.types import Article, Event, Extraction, Published

SIZES = (32, 7, 1)  # beside all at once
FIRST = 2400  # the stories that `kills` refreshes
SHOWN = 12  # differing events, in each order and size
Telling = tuple[str, int]  # an article and where in it


def measure(folder: Path, *, articles: int) -> Iterator[str]:
    """Lines that tell which events differ; raises AssertionError where any do."""
    read = readings(articles)
    whole = merged(folder / "whole.db", read, list(read), articles)
    yield f"{articles} articles at once: {len(whole)} events"
    same = True
    orders = {"in order": list(read), "the other way round": list(read)[::-1]}
    for order, ids in orders.items():
        for size in (articles, *SIZES):
            others = merged(folder / f"{order} {size}.db", read, ids, size)
            differing = told_otherwise(whole, others)
            yield f"{order}, {size} at once: {len(others)} events, {len(differing)} groups of events differ"
            yield from (f"  {line}" for line in differing[:SHOWN])
            same = same and not differing
    assert same, "which articles are merged together decides what is one event"


def readings(count: int) -> Mapping[str, Extraction]:
    """What stories say, read once."""
    told = [article(number) for number in range(FIRST, FIRST + count)]
    return {one.article.id: one for one in extract(told, load_nlp())}


def article(number: int) -> Article:
    """One story, from an outlet of which there are ten stories."""
    at = datetime(2025, 3, 5, 9, tzinfo=UTC) - timedelta(minutes=5 * (number % 10))
    published = Published(raw=at.isoformat(), day=at.date(), moment=at)
    source = f"Outlet {number // 10}"
    return Article(
        id=f"bridge-{number}", text=story(number), published=published, source=source, title=f"Bridge {number}"
    )


def merged(database: Path, read: Mapping[str, Extraction], ids: Sequence[str], size: int) -> tuple[Event, ...]:
    """The events of a store into which so many articles come at a time."""
    store = Store(str(database))
    store.prepare()

    def again(articles: Sequence[Article]) -> Iterable[Extraction]:
        return [read[one.id] for one in articles]

    for at in range(0, len(ids), size):
        for key in ids[at : at + size]:
            store.add_article(read[key].article)
        while read_pending(store, again, limit=size):
            pass
        merge_read(store)
    events = tuple(store.timeline(TimelineQuery(everything=True, limit=100_000)).events)
    store.close()
    return events


def told_otherwise(one: Iterable[Event], other: Iterable[Event]) -> list[str]:
    """Which events tell other stretches in one chronology than in the other, a line each."""
    first, second = tellings(one), tellings(other)
    lines = [f"only at once: {shown(first[key])}" for key in sorted(first.keys() - second.keys(), key=sorted)]
    return lines + [f"only so:      {shown(second[key])}" for key in sorted(second.keys() - first.keys(), key=sorted)]


def tellings(events: Iterable[Event]) -> dict[frozenset[Telling], Event]:
    """The events by what they tell."""
    return {frozenset((source.article, source.start) for source in event.sources): event for event in events}


def shown(event: Event) -> str:
    """An event in a line: its day, its articles and their words."""
    day = event.when.label if event.when else "undated"
    return f"{day}: " + " | ".join(f"{source.article}: {source.summary}" for source in event.sources)
