"""Feeds: which are followed, which are due, and what came of every look at them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlmodel import Session, col, delete, select

from timeline.store.articles import source_number
from timeline.store.tables import FeedRow, FetchRow, SourceRow
from timeline.store.values import Feed, Fetch, FetchEntry, NotFoundError

if TYPE_CHECKING:
    from datetime import datetime

FIRST_INTERVAL = timedelta(hours=1)
KEPT_ENTRIES = 100  # of the log, for each feed


def add(session: Session, url: str, *, title: str | None, source: str | None, now: datetime) -> Feed:
    """Follow a feed, due at once; one that is followed already stays as it is."""
    row = session.exec(select(FeedRow).where(FeedRow.url == url)).first()
    if row is None:
        row = FeedRow(
            url=url,
            title=title,
            source=source_number(session, source),
            added_at=now,
            next_check_at=now,
            interval_seconds=int(FIRST_INTERVAL.total_seconds()),
        )
        session.add(row)
        session.flush()
    return feed_of(session, row)


def remove(session: Session, feed: int) -> None:
    """Follow a feed no more; its articles stay. Raises NotFoundError."""
    session.delete(row_of_feed(session, feed))


def row_of_feed(session: Session, feed: int) -> FeedRow:
    """The row of a feed; raises NotFoundError."""
    row = session.get(FeedRow, feed)
    if row is None:
        raise NotFoundError(f"there is no feed {feed}")
    return row


def feeds(session: Session) -> tuple[Feed, ...]:
    """All feeds, the first added first."""
    return tuple(feed_of(session, row) for row in session.exec(select(FeedRow).order_by(col(FeedRow.number))))


def make_due(session: Session, feed: int, now: datetime) -> Feed:
    """Let a feed be due at once, one that was given up too; raises NotFoundError."""
    row = row_of_feed(session, feed)
    row.next_check_at, row.disabled = now, None
    return feed_of(session, row)


def claim_due(session: Session, *, now: datetime, limit: int, lease: timedelta) -> tuple[Feed, ...]:
    """The feeds whose time has come and which nobody else is looking at, ours until the lease ends."""
    due = select(FeedRow).where(col(FeedRow.disabled).is_(None), FeedRow.next_check_at <= now)
    free = due.where((col(FeedRow.claimed_until).is_(None)) | (col(FeedRow.claimed_until) < now))
    rows = session.exec(free.order_by(col(FeedRow.next_check_at), col(FeedRow.number)).limit(limit)).all()
    for row in rows:
        row.claimed_until = now + lease
    return tuple(feed_of(session, row) for row in rows)


def record(session: Session, feed: int, fetch: Fetch, now: datetime) -> None:
    """Keep what came of a look at a feed, and when to look again; a feed removed meanwhile has no log."""
    row = session.get(FeedRow, feed)
    if row is None:
        return
    failed = fetch.outcome in ("error", "blocked")
    row.checked_at, row.next_check_at, row.claimed_until = now, fetch.next_check_at, None
    row.error = fetch.detail if failed else None
    row.error_count = row.error_count + 1 if failed else 0
    if fetch.outcome == "fetched":
        row.etag, row.last_modified = fetch.etag, fetch.last_modified
    row.title = fetch.title or row.title
    row.interval_seconds = fetch.interval_seconds or row.interval_seconds
    row.disabled = fetch.disable or row.disabled
    session.add(
        FetchRow(
            feed=feed,
            at=now,
            outcome=fetch.outcome,
            status=fetch.status,
            detail=fetch.detail,
            articles=fetch.articles,
            seconds=fetch.seconds,
        )
    )
    session.flush()
    forget_old(session, feed)


def forget_old(session: Session, feed: int) -> None:
    """Keep the latest lines of a feed's log."""
    kept = select(FetchRow.number).where(FetchRow.feed == feed).order_by(col(FetchRow.number).desc())
    last = session.exec(kept.offset(KEPT_ENTRIES).limit(1)).first()
    if last is not None:
        session.exec(delete(FetchRow).where(col(FetchRow.feed) == feed, col(FetchRow.number) <= last))


def log(session: Session, feed: int, limit: int) -> tuple[FetchEntry, ...]:
    """What came of the latest looks at a feed, the last one first; raises NotFoundError."""
    row_of_feed(session, feed)
    entries = select(FetchRow).where(FetchRow.feed == feed).order_by(col(FetchRow.number).desc()).limit(limit)
    return tuple(map(entry_of, session.exec(entries)))


def entry_of(row: FetchRow) -> FetchEntry:
    """The log entry of a row."""
    return FetchEntry(
        at=row.at,
        outcome=row.outcome,
        status=row.status,
        detail=row.detail,
        articles=row.articles,
        seconds=row.seconds,
    )


def feed_of(session: Session, row: FeedRow) -> Feed:
    """The feed of a row."""
    assert row.number is not None
    source = session.get(SourceRow, row.source) if row.source is not None else None
    return Feed(
        id=row.number,
        url=row.url,
        title=row.title,
        source=source.name if source else None,
        added_at=row.added_at,
        next_check_at=row.next_check_at,
        checked_at=row.checked_at,
        interval_seconds=row.interval_seconds,
        etag=row.etag,
        last_modified=row.last_modified,
        error=row.error,
        error_count=row.error_count,
        disabled=row.disabled,
    )
