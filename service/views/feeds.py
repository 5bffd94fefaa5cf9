"""Feeds as they are sent and shown, and how looking at them goes."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import Any

from timeline.store import Feed, FetchEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedIn:
    """A feed to follow; `source` is the outlet's name where the feed's own title is not to stand for it.

    With `discover`, the address may be that of a page, whose feed is followed; with `page`, the page itself is.
    """

    url: str
    source: str | None = None
    discover: bool = False
    page: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedView:
    """A feed, and how looking at it goes."""

    id: int
    url: str
    kind: str
    title: str | None
    source: str | None
    added_at: datetime
    checked_at: datetime | None
    next_check_at: datetime
    interval_seconds: int
    error: str | None
    error_count: int
    disabled: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LookView:
    """One look at a feed, and what came of it."""

    at: datetime
    outcome: str
    status: int | None
    detail: str | None
    articles: int
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLogView:
    """A feed and the last looks at it, the last one first."""

    feed: FeedView
    log: list[LookView]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedsView:
    """All feeds."""

    feeds: list[FeedView]


def feed_view(feed: Feed) -> FeedView:
    """A feed as it is shown."""
    shown: dict[str, Any] = {field.name: getattr(feed, field.name) for field in fields(FeedView)}
    return FeedView(**shown)


def look_view(entry: FetchEntry) -> LookView:
    """A look at a feed as it is shown."""
    return LookView(**asdict(entry))
