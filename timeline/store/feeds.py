"""Feeds: which are followed, which are due, and who looks at them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import func, update
from sqlmodel import Session, col, delete, select

from timeline.store.articles import source_number
from timeline.store.feedrows import feed_of, host_of, row_of_feed
from timeline.store.keys import feed_key
from timeline.store.owner import is_dead, new_token
from timeline.store.tables import ArticleRow, EventKeyRow, FeedRow, HostRow
from timeline.store.values.counts import Backlog
from timeline.store.values.errors import TooSoonError
from timeline.store.values.feeds import Feed

if TYPE_CHECKING:
    from datetime import datetime

    from sqlmodel.sql.expression import SelectOfScalar

    from timeline.store.values.feeds import FeedKind

FIRST_INTERVAL = timedelta(hours=1)
A_MOMENT = timedelta(minutes=1)  # between two looks, unless someone insists


def add(session: Session, url: str, *, title: str | None, source: str | None, kind: FeedKind, now: datetime) -> Feed:
    """Follow a feed, due at once; one that is followed already stays as it is."""
    row = session.exec(select(FeedRow).where(FeedRow.url == url)).first()
    if row is None:
        row = FeedRow(
            url=url,
            kind=kind,
            host=host_of(url),
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
    session.exec(delete(EventKeyRow).where(col(EventKeyRow.key) == feed_key(feed)))  # its number may be given anew


def feeds(session: Session) -> tuple[Feed, ...]:
    """All feeds, the first added first."""
    return tuple(feed_of(session, row) for row in session.exec(select(FeedRow).order_by(col(FeedRow.number))))


def make_due(session: Session, feed: int, now: datetime, *, forced: bool) -> Feed:
    """Let a feed be due at once, one that was given up too; raises NotFoundError, or TooSoonError unless forced."""
    row = row_of_feed(session, feed)
    if not forced:
        check_pause(row, now)
    row.next_check_at, row.disabled = now, None
    return feed_of(session, row)


def check_pause(row: FeedRow, now: datetime) -> None:
    """Raise TooSoonError where a feed was looked at a moment ago."""
    ready = row.checked_at + A_MOMENT if row.checked_at else now
    if ready > now:
        wait = (ready - now).total_seconds()
        raise TooSoonError(f"{row.url} was looked at less than a minute ago; wait {wait:.0f} s or insist", wait=wait)


def claim_due(session: Session, *, now: datetime, limit: int, lease: timedelta) -> tuple[Feed, ...]:
    """The feeds whose time has come and which nobody else is looking at, ours until the lease ends.

    Those on a host that asked to be left alone wait until it may be asked again. Those that failed the last time come
    after all others: they are the ones that take long.
    """
    release_lost(session)
    wanted = is_due(now).order_by(col(FeedRow.error_count) > 0, col(FeedRow.next_check_at), col(FeedRow.number))
    token = new_token()
    return tuple(claimed(session, row, token, now + lease) for row in session.exec(wanted.limit(limit)).all())


def is_due(now: datetime) -> SelectOfScalar[FeedRow]:
    """The question which feeds are due and free."""
    resting = select(HostRow.host).where(HostRow.rests_until > now)
    due = select(FeedRow).where(col(FeedRow.disabled).is_(None), FeedRow.next_check_at <= now)
    free = due.where((col(FeedRow.claimed_until).is_(None)) | (col(FeedRow.claimed_until) < now))
    return free.where(col(FeedRow.host).not_in(resting))


def claim_one(session: Session, feed: int, *, now: datetime, lease: timedelta, forced: bool) -> Feed:
    """One feed, due or not, ours until the lease ends; raises as `check_look` does."""
    return claimed(session, check_look(session, feed, now=now, forced=forced), new_token(), now + lease)


def check_look(session: Session, feed: int, *, now: datetime, forced: bool) -> FeedRow:
    """The row of a feed that may be looked at now; raises NotFoundError, or TooSoonError.

    Nobody can insist on a feed that someone else is looking at, or on a host that asked to be left alone.
    """
    row = row_of_feed(session, feed)
    rest = session.get(HostRow, row.host)
    if row.claimed_until is not None and row.claimed_until >= now:
        wait = (row.claimed_until - now).total_seconds()
        raise TooSoonError(f"{row.url} is being looked at just now", wait=wait)
    if rest is not None and rest.rests_until > now:
        wait = (rest.rests_until - now).total_seconds()
        raise TooSoonError(f"{row.host} asked to be left alone until {rest.rests_until:%Y-%m-%d %H:%M}Z", wait=wait)
    if not forced:
        check_pause(row, now)
    return row


def claimed(session: Session, row: FeedRow, token: str, until: datetime) -> Feed:
    """The feed of a row, which is the holder's of this token from now on."""
    row.claim, row.claimed_until = token, until
    return feed_of(session, row)


def release_lost(session: Session) -> int:
    """Free the feeds that processes of this machine held when they ended; returns how many those are."""
    held = session.exec(select(FeedRow.claim).where(col(FeedRow.claim).is_not(None)).distinct()).all()
    lost = [token for token in held if token is not None and is_dead(token)]
    theirs = update(FeedRow).where(col(FeedRow.claim).in_(lost))
    return session.exec(theirs.values(claim=None, claimed_until=None)).rowcount if lost else 0


def backlog(session: Session, now: datetime) -> Backlog:
    """What waits to be fetched."""
    due = is_due(now).subquery()
    count, oldest = session.exec(select(func.count(), func.min(due.c.next_check_at))).one()
    pages = select(func.count()).select_from(ArticleRow).where(col(ArticleRow.look_at) <= now)
    lag = (now - oldest).total_seconds() if oldest is not None else 0.0
    return Backlog(feeds=count, pages=session.exec(pages).one(), lag_seconds=lag)
