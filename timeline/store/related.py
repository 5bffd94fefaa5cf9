"""What has to be merged together when some articles are new or have changed."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlmodel import Session, col, select

from timeline.store.kin import family
from timeline.store.payload import unpack_expressions, unpack_mention
from timeline.store.rows import article_with, number_of, row_of
from timeline.store.tables import (
    ArticleRow,
    EventRow,
    EventSourceRow,
    ExtractionRow,
    MentionRow,
    RevisionRow,
    SourceRow,
)
from timeline.store.values.articles import Reading
from timeline.store.values.events import Scope
from timeline.types import Extraction

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.types import Mention


def reading(session: Session, article_id: str) -> Reading | None:
    """What was read out of an article, and which events tell it; None where nothing was, raises NotFoundError."""
    number = number_of(row_of(session, article_id))
    extractions = scope(session, {number}, {}).extractions
    if not extractions:
        return None
    tellings = select(EventSourceRow.start, EventRow.id, EventRow.notable).join(EventRow)
    told = session.exec(tellings.where(EventSourceRow.article == number)).all()
    return Reading(
        extraction=extractions[0],
        events={start: event for start, event, _ in told},
        notable=frozenset(event for _, event, notable in told if notable),
    )


def unmerged(session: Session, limit: int) -> tuple[str, ...]:
    """The ids of articles that have been read and are in no event yet, the first added first."""
    waiting = select(ArticleRow.id).where(ArticleRow.state == "extracted").order_by(col(ArticleRow.number))
    return tuple(session.exec(waiting.limit(limit)))


def related(session: Session, article_ids: Iterable[str]) -> Scope:
    """The extractions of these articles, of their kin, and of all that share an event, with their kin in turn."""
    wanted = select(ArticleRow).join(ExtractionRow).where(col(ArticleRow.id).in_(list(article_ids)))
    asked = {number_of(row) for row in session.exec(wanted)}
    events, numbers = closure(session, asked)
    return scope(session, numbers, events)


def closure(session: Session, articles: set[int]) -> tuple[dict[str, int], set[int]]:
    """The kin of these articles, their events, the other articles of those events, their kin, and so on to the end.

    An event is merged whole or not at all: half of its articles would give another event. So is what is kin: what
    else it tells decides which words are common in it, and who is meant by a name.
    """
    events: dict[int, tuple[str, int]] = {}
    articles, fresh = set(articles), articles
    while fresh:
        fresh = fresh | family(session, fresh)
        touched = select(EventRow.number, EventRow.id, EventRow.seq).join(EventSourceRow).distinct()
        found = session.exec(touched.where(col(EventSourceRow.article).in_(fresh)))
        new = {number: (key, seq) for number, key, seq in found if number is not None and number not in events}
        events |= new
        members = select(EventSourceRow.article).where(col(EventSourceRow.event).in_(new)).distinct()
        articles |= fresh
        fresh = set(session.exec(members)) - articles
    return dict(events.values()), articles


def scope(session: Session, articles: set[int], events: dict[str, int]) -> Scope:
    """The extractions of these articles with the words that were read, and the state in which they were found."""
    mentions = mentions_of(session, articles)
    rows = (
        select(ArticleRow, ExtractionRow, RevisionRow, SourceRow.name)
        .join(ExtractionRow, col(ExtractionRow.article) == col(ArticleRow.number))
        .join(
            RevisionRow,
            (col(RevisionRow.article) == col(ArticleRow.number))
            & (col(RevisionRow.revision) == col(ExtractionRow.revision)),
        )
        .join(SourceRow, col(SourceRow.number) == col(ArticleRow.source), isouter=True)
        .where(col(ArticleRow.number).in_(articles))
        .order_by(col(ArticleRow.number))
    )
    extractions, stamps = [], {}
    for article, read, words, source in session.exec(rows):
        stamps[article.id] = read.stamp
        extractions.append(
            Extraction(
                article=article_with(article, words, source),
                expressions=unpack_expressions(read.expressions),
                mentions=tuple(mentions[number_of(article)]),
            )
        )
    return Scope(extractions=tuple(extractions), stamps=stamps, events=events)


def mentions_of(session: Session, articles: set[int]) -> dict[int, list[Mention]]:
    """The mentions of each article, in their order."""
    rows = select(MentionRow.article, MentionRow.payload).where(col(MentionRow.article).in_(articles))
    mentions: dict[int, list[Mention]] = defaultdict(list)
    for article, payload in session.exec(rows.order_by(col(MentionRow.article), col(MentionRow.position))):
        mentions[article].append(unpack_mention(payload))
    return mentions
