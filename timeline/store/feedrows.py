"""A feed's row and the feed that it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast
from urllib.parse import urlsplit

from sqlmodel import Session

from timeline.store.tables import FeedRow, SourceRow
from timeline.store.values.errors import NotFoundError
from timeline.store.values.feeds import Feed, Floor, Trail

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.store.values.feeds import FeedKind


def row_of_feed(session: Session, feed: int) -> FeedRow:
    """The row of a feed; raises NotFoundError."""
    row = session.get(FeedRow, feed)
    if row is None:
        raise NotFoundError(f"there is no feed {feed}")
    return row


def feed_of(session: Session, row: FeedRow) -> Feed:
    """The feed of a row."""
    assert row.number is not None
    source = session.get(SourceRow, row.source) if row.source is not None else None
    return Feed(
        id=row.number,
        url=row.url,
        host=row.host,
        title=row.title,
        source=source.name if source else None,
        added_at=row.added_at,
        next_check_at=row.next_check_at,
        checked_at=row.checked_at,
        interval_seconds=row.interval_seconds,
        floor=Floor(seconds=row.floor_seconds, hours=read_numbers(row.skip_hours), days=read_numbers(row.skip_days)),
        etag=row.etag,
        last_modified=row.last_modified,
        error=row.error,
        error_count=row.error_count,
        disabled=row.disabled,
        trail=trail_of(row),
        token=row.claim,
        kind=cast("FeedKind", row.kind),
    )


def trail_of(row: FeedRow) -> Trail | None:
    """Where a feed's address has been leading."""
    if row.moved_chain is None or row.moved_since is None:
        return None
    return Trail(chain=row.moved_chain, since=row.moved_since, count=row.moved_count)


def host_of(url: str) -> str:
    """The host of an address, in lower case."""
    return (urlsplit(url).hostname or "").lower()


def spelt(numbers: Iterable[int]) -> str:
    """Numbers as a column holds them."""
    return " ".join(map(str, sorted(numbers)))


def read_numbers(spelt: str) -> tuple[int, ...]:
    """The numbers in a column."""
    return tuple(map(int, spelt.split()))
