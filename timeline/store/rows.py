"""An article's row and the article that it holds."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from sqlmodel import Session, select

from timeline.store.tables import ArticleRow, EventRow, FeedRow, NameRow, RevisionRow, SourceRow
from timeline.store.values.articles import StoredArticle
from timeline.store.values.errors import NotFoundError
from timeline.store.values.feeds import PageVisit
from timeline.types import Article, Published


def row_of(session: Session, article_id: str) -> ArticleRow:
    """The row of an article; raises NotFoundError."""
    row = session.exec(select(ArticleRow).where(ArticleRow.id == article_id)).first()
    if row is None:
        raise NotFoundError(f"there is no article {article_id!r}")
    return row


def stored(session: Session, row: ArticleRow) -> StoredArticle:
    """The article of a row, as it stands now."""
    feed = session.get(FeedRow, row.feed) if row.feed is not None else None
    return StoredArticle(
        article=article_of(session, row, row.revision),
        state=row.state,  # type: ignore[arg-type]  # the table's own constraint keeps it to ArticleState
        revision=row.revision,
        feed=feed.url if feed else None,
        error=row.error,
        added_at=row.added_at,
        changed_at=row.changed_at,
        withdrawn_at=row.withdrawn_at,
    )


def article_of(session: Session, row: ArticleRow, revision: int) -> Article:
    """The article with the words of one revision; without words where it was taken down."""
    words = session.get(RevisionRow, (row.number, revision))
    source = session.get(SourceRow, row.source) if row.source is not None else None
    return article_with(row, words, source.name if source else None)


def article_with(row: ArticleRow, words: RevisionRow | None, source: str | None) -> Article:
    """The article of a row, with its words and the name of its outlet."""
    return Article(
        id=row.id,
        text=words.text if words else "",
        published=published_of(row),
        url=row.url,
        source=source,
        title=words.title if words else None,
        language=row.language,
        date_doubt=row.published_doubt,
    )


def set_published(row: ArticleRow, published: Published | None, *, doubt: str | None = None) -> None:
    """Write a publication date into a row, offset and all, and why it may be wrong."""
    row.published_doubt = doubt
    row.published_raw = published.raw if published else None
    row.published_day = published.day.isoformat() if published else None
    row.published_moment = published.moment.isoformat() if published and published.moment else None
    row.published_origin = published.origin if published else None
    row.published_at = published_at(published) if published else None


def set_visit(row: ArticleRow, visit: PageVisit, now: datetime) -> None:
    """Write what a look at an article's page left behind into its row."""
    row.look_at, row.looked_at = visit.look_at, now
    row.page_etag, row.page_last_modified = visit.etag, visit.last_modified
    row.missing_since, row.withdrawn_at = visit.missing_since, visit.withdrawn_at


def published_at(published: Published) -> datetime:
    """The instant to order articles by; a day alone counts from its midnight, UTC."""
    if published.moment is not None and published.moment.tzinfo is not None:
        try:
            return published.moment.astimezone(UTC)
        except OverflowError:  # the last hours of the year 9999, or the first of the year 1, seen from UTC
            return published.moment.replace(tzinfo=UTC)
    return datetime.combine(published.day, time.min, tzinfo=UTC)


def published_of(row: ArticleRow) -> Published | None:
    """The publication date in a row, None where there is none, or one that cannot be read."""
    if row.published_raw is None or row.published_day is None or fault_of_date(row) is not None:
        return None
    return Published(
        raw=row.published_raw,
        day=date.fromisoformat(row.published_day),
        moment=datetime.fromisoformat(row.published_moment) if row.published_moment else None,
        origin=row.published_origin or "given",
    )


def fault_of_date(row: ArticleRow) -> str | None:
    """What is wrong with the publication date in a row, None where nothing is."""
    try:
        date.fromisoformat(row.published_day or "1990-01-01")
        datetime.fromisoformat(row.published_moment or "1990-01-01")
    except ValueError as problem:
        return f"its stored date of publication cannot be read ({problem}): see `timeline articles correct`"
    return None


def number_of(row: ArticleRow | EventRow | NameRow) -> int:
    """The store's own key of a row that has been saved."""
    assert row.number is not None
    return row.number
