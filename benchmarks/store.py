"""A store full of made-up events, written by the store's own methods."""

from __future__ import annotations

import random
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from timeline import edtf
from timeline.store import Store
from timeline.types import Article, Event, Extraction, Person, Published, Quote, SourceQuote, When

if TYPE_CHECKING:
    from pathlib import Path

FIRST_DAY = date(2015, 1, 1)
DAYS = 5_000  # every window of the questions still holds a page of events
ARTICLES = 200
WORDS = (
    "harbour", "canal", "council", "bridge", "strike", "vote", "court", "ferry", "storm", "tunnel", "treaty", "budget",
    "tender", "appeal", "survey", "festival", "delegation", "inspector", "parade", "convoy",
)  # fmt: skip


def fill(path: Path, count: int) -> None:
    """Make a store of `count` events, each told by one to four of ARTICLES articles that have all been read."""
    seeded = random.Random(11)
    articles = [made_article(number) for number in range(ARTICLES)]
    with closing(Store(str(path))) as store:
        store.upgrade()
        save(store, articles, [made_event(number, articles, seeded) for number in range(count)])


def touch(path: Path, number: int) -> None:
    """Write to the store: one article and one event more, and with them a new sequence number."""
    article = made_article(ARTICLES + number)
    with closing(Store(str(path))) as store:
        save(store, [article], [made_event(1_000_000 + number, [article], random.Random(number))])


def save(store: Store, articles: list[Article], events: list[Event]) -> None:
    """Store articles as read and merged into these events, so that the service finds nothing to do."""
    for article in articles:
        store.add_article(article)
    for claimed in store.claim_pending(len(articles)):
        store.save_extraction(claimed, Extraction(article=claimed.article, expressions=(), mentions=()))
    ids = [article.id for article in articles]
    while store.save_events(events, scope=store.related(ids)) is None:
        pass  # the service, just started, looked for what waits to be merged meanwhile


def made_article(number: int) -> Article:
    """An article whose text nobody reads."""
    moment = datetime(2024, 1, 1, 9, tzinfo=UTC) + timedelta(hours=number)
    published = Published(raw=moment.isoformat(), day=moment.date(), moment=moment)
    return Article(
        id=f"bench-{number}",
        text=f"Sample article number {number}.",
        published=published,
        url=f"https://example.org/{number}",
        source=f"Outlet {number % 12}",
        title=f"Sample {number}",
    )


def made_event(number: int, articles: list[Article], seeded: random.Random) -> Event:
    """An event of some day, with a few quoted sources."""
    day = FIRST_DAY + timedelta(days=seeded.randrange(DAYS))
    told_by = seeded.sample(articles, min(len(articles), seeded.randint(1, 4)))
    title = " ".join(seeded.choices(WORDS, k=9)).capitalize()
    when = day_known(day)
    return Event(
        id=f"bench-{number:07d}",
        title=title,
        when=when,
        steps=(),
        status="asserted",
        salience=seeded.random() * 5,
        source_count=len(told_by),
        independent_source_count=len(told_by),
        dates_agree=True,
        notable=True,
        participants=(Person(name=f"Person {seeded.randrange(50)}", label="PERSON"),),
        places=(f"Town {seeded.randrange(30)}",),
        sources=tuple(made_source(article, title, when, seeded) for article in told_by),
    )


def day_known(day: date) -> When:
    """A date known to the day."""
    value = edtf.day(day)
    iso = day.isoformat()
    return When(edtf=iso, earliest=iso, latest=iso, precision="day", best=iso, label=edtf.label(value))


def made_source(article: Article, title: str, when: When, seeded: random.Random) -> SourceQuote:
    """A quote of news length."""
    text = f"{title} {' '.join(seeded.choices(WORDS, k=18))}."
    assert article.published is not None
    return SourceQuote(
        article=article.id,
        url=article.url,
        source=article.source,
        title=article.title,
        published=article.published.raw,
        start=0,
        end=5,
        trigger=text[:5],
        quote=Quote(start=0, end=len(text), text=text),
        summary=title,
        when=when,
        basis="expression",
        steps=(),
        speaker=None,
        stance="asserted",
    )
