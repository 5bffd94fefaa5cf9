"""Which articles have to be merged again when some of them are new or have changed."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from heapq import nlargest
from math import log
from typing import TYPE_CHECKING

from sqlalchemy import func
from sqlmodel import Session, col, select

from timeline.store.payload import unpack_expressions, unpack_mention
from timeline.store.rows import article_of, number_of
from timeline.store.tables import ArticleNameRow, ArticleRow, EventRow, EventSourceRow, ExtractionRow, MentionRow
from timeline.store.values import Scope
from timeline.types import Extraction

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

WINDOW = timedelta(days=60)  # news comes back to a happening for some weeks; anniversaries are another story
MOST_NEIGHBOURS = 60  # of one article; merging as many takes less than a second


def unmerged(session: Session, limit: int) -> tuple[str, ...]:
    """The ids of articles that have been read and are in no event yet, the first added first."""
    waiting = select(ArticleRow.id).where(ArticleRow.state == "extracted").order_by(col(ArticleRow.number))
    return tuple(session.exec(waiting.limit(limit)))


def related(session: Session, article_ids: Iterable[str]) -> Scope:
    """The extractions of these articles, of those that may tell the same story, and of all that share an event."""
    wanted = select(ArticleRow).join(ExtractionRow).where(col(ArticleRow.id).in_(list(article_ids)))
    asked = {number_of(row) for row in session.exec(wanted)}
    events, numbers = closure(session, asked | neighbours(session, asked))
    read = {number: session.get_one(ExtractionRow, number) for number in sorted(numbers)}
    extractions = {number: extraction_of(session, row) for number, row in read.items()}
    return Scope(
        extractions=tuple(extractions.values()),
        stamps={extractions[number].article.id: row.stamp for number, row in read.items()},
        events=events,
    )


def neighbours(session: Session, articles: set[int]) -> set[int]:
    """The articles that share names with one of these within a window, those with the most and rarest names first."""
    total = session.exec(select(func.count()).select_from(ExtractionRow)).one()
    names = select(ArticleNameRow.article, ArticleNameRow.name).where(col(ArticleNameRow.article).in_(articles))
    by_article: dict[int, list[int]] = defaultdict(list)
    for article, name in session.exec(names):
        by_article[article].append(name)
    holders = {name: holders_of(session, name) for name in {name for some in by_article.values() for name in some}}
    found: set[int] = set()
    for article, some in by_article.items():
        likeness: dict[int, float] = defaultdict(float)
        for name in some:
            rarity = log(1 + total / len(holders[name]))
            for other in within(holders[name], holders[name].get(article)):
                likeness[other] += rarity
        found.update(nlargest(MOST_NEIGHBOURS, likeness, key=lambda other: (likeness[other], -other)))  # used at once
    return found


def holders_of(session: Session, name: int) -> dict[int, datetime | None]:
    """The articles that give a name, and when they were published."""
    holders = select(ArticleRow.number, ArticleRow.published_at).join(ArticleNameRow).join(ExtractionRow)
    rows = session.exec(holders.where(ArticleNameRow.name == name))
    return {number: day for number, day in rows if number is not None}


def within(holders: Mapping[int, datetime | None], day: datetime | None) -> Iterator[int]:
    """The articles that were published near a day; an undated one is near every day."""
    for other, published in holders.items():
        if day is None or published is None or abs(published - day) <= WINDOW:
            yield other


def closure(session: Session, articles: set[int]) -> tuple[dict[str, int], set[int]]:
    """The events of these articles, the other articles of those events, their events, and so on to the end.

    An event is merged whole or not at all: half of its articles would give another event.
    """
    events: dict[int, tuple[str, int]] = {}
    fresh = articles
    while fresh:
        touched = select(EventRow.number, EventRow.id, EventRow.seq).join(EventSourceRow).distinct()
        found = session.exec(touched.where(col(EventSourceRow.article).in_(fresh)))
        new = {number: (key, seq) for number, key, seq in found if number is not None and number not in events}
        events |= new
        members = select(EventSourceRow.article).where(col(EventSourceRow.event).in_(new)).distinct()
        fresh = set(session.exec(members)) - articles
        articles = articles | fresh
    return dict(events.values()), articles


def extraction_of(session: Session, row: ExtractionRow) -> Extraction:
    """The extraction of a row, with the words that were read."""
    mentions = select(MentionRow.payload).where(MentionRow.article == row.article).order_by(col(MentionRow.position))
    return Extraction(
        article=article_of(session, session.get_one(ArticleRow, row.article), row.revision),
        expressions=unpack_expressions(row.expressions),
        mentions=tuple(map(unpack_mention, session.exec(mentions))),
    )
