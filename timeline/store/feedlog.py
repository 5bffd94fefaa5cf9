"""What came of every look at a feed: kept with the feed, and as a line of its log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func
from sqlmodel import Session, col, delete, select

from timeline.store import hosts, tallies
from timeline.store.feedrows import host_of, row_of_feed, spelt
from timeline.store.tables import ArticleRow, FeedRow, FetchRow, RevisionRow
from timeline.store.values.feeds import Fetch, FetchEntry

if TYPE_CHECKING:
    from datetime import datetime

KEPT_ENTRIES = 20  # of the log, for each feed


def record(session: Session, feed: int, fetch: Fetch, *, token: str | None, now: datetime) -> bool:
    """Keep what came of a look at a feed, and when to look again.

    False, and nothing is kept, where the feed was removed meanwhile or the claim under which it was looked at is lost.
    """
    row = session.get(FeedRow, feed)
    if row is None or (token is not None and row.claim != token):
        return False
    row.next_check_at, row.claim, row.claimed_until = fetch.next_check_at, None, None
    note_health(row, fetch, now)
    note_answer(session, row, fetch)
    hosts.leave_alone(session, fetch.rests)
    tallies.add(session, "fetch", fetch.outcome, seconds=fetch.seconds)
    log_look(session, row, fetch, now)
    return True


def note_health(row: FeedRow, fetch: Fetch, now: datetime) -> None:
    """Count errors in a row; a look that was put off says nothing about the feed."""
    if fetch.outcome == "postponed":
        return
    failed = fetch.outcome in ("error", "blocked")
    row.checked_at = now
    row.error = fetch.detail if failed else None
    row.error_count = row.error_count + 1 if failed else 0
    row.disabled = fetch.disable or row.disabled


def note_answer(session: Session, row: FeedRow, fetch: Fetch) -> None:
    """Keep what the feed said about itself."""
    if fetch.outcome == "fetched":
        row.etag, row.last_modified = fetch.etag, fetch.last_modified
    elif fetch.outcome == "unchanged":
        row.etag, row.last_modified = fetch.etag or row.etag, fetch.last_modified or row.last_modified
    row.title = fetch.title or row.title
    row.kind = fetch.kind or row.kind
    row.interval_seconds = fetch.interval_seconds or row.interval_seconds
    if fetch.floor is not None:
        row.floor_seconds = fetch.floor.seconds
        row.skip_hours, row.skip_days = spelt(fetch.floor.hours), spelt(fetch.floor.days)
    if fetch.outcome in ("fetched", "unchanged"):
        note_trail(session, row, fetch)


def note_trail(session: Session, row: FeedRow, fetch: Fetch) -> None:
    """Keep where the feed's address leads, and follow it there once that is certain."""
    trail = fetch.trail
    row.moved_chain, row.moved_since, row.moved_count = None, None, 0
    if trail is not None:
        row.moved_chain, row.moved_since, row.moved_count = trail.chain, trail.since, trail.count
    if fetch.url is None:
        return
    other = session.exec(select(FeedRow.number).where(FeedRow.url == fetch.url)).first()
    if other is not None:
        row.disabled = f"moved to {fetch.url}, which is followed already as feed {other}"
        return
    row.url, row.host = fetch.url, host_of(fetch.url)


def log_look(session: Session, row: FeedRow, fetch: Fetch, now: datetime) -> None:
    """Add a line to a feed's log."""
    assert row.number is not None
    session.add(
        FetchRow(
            feed=row.number,
            at=now,
            outcome=fetch.outcome,
            status=fetch.status,
            detail=fetch.detail,
            articles=fetch.articles,
            seconds=fetch.seconds,
        )
    )
    session.flush()
    forget_old(session, row.number)


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


def brought(session: Session, feed: int, since: datetime | None) -> int:
    """How many new or changed texts of a feed's articles have come in since a moment, or ever."""
    seen = select(func.count()).select_from(RevisionRow).join(ArticleRow).where(ArticleRow.feed == feed)
    return session.exec(seen if since is None else seen.where(RevisionRow.seen_at > since)).one()


def last(session: Session) -> dict[int, FetchEntry]:
    """What came of the last look at each feed, by the feed's number."""
    latest = select(func.max(FetchRow.number)).group_by(col(FetchRow.feed))
    return {row.feed: entry_of(row) for row in session.exec(select(FetchRow).where(col(FetchRow.number).in_(latest)))}
