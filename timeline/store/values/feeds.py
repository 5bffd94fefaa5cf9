"""Feeds and pages that are looked at, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from datetime import datetime


FeedKind = Literal["feed", "sitemap", "page"]
FetchOutcome = Literal["fetched", "unchanged", "error", "blocked", "postponed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageVisit:
    """What a look at an article's page left behind: what to ask with next time, and when that is.

    `missing_since` is when the page was first found to be gone, `withdrawn_at` when that was believed.
    """

    look_at: datetime | None
    etag: str | None = None
    last_modified: str | None = None
    missing_since: datetime | None = None
    withdrawn_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DuePage:
    """An article whose page is to be looked at again; `length` is that of the text we have of it."""

    id: str
    length: int
    url: str
    added_at: datetime
    looked_at: datetime
    visit: PageVisit

    @property
    def host(self) -> str:
        """The host of the page, in lower case."""
        return (urlsplit(self.url).hostname or "").lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """How often a feed wants to be looked at, at most: the hours (UTC) and weekdays (Monday is 0) it keeps free."""

    seconds: int = 0
    hours: tuple[int, ...] = ()
    days: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Trail:
    """A chain of permanent redirects, since when it has led there, and how many looks in a row have met it."""

    chain: str
    since: datetime
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed as it is followed; `disabled` gives the reason why it is not looked at any more.

    `token` is the claim under which it is ours to look at, None where nobody looks at it.
    """

    id: int
    url: str
    host: str
    title: str | None
    source: str | None
    added_at: datetime
    next_check_at: datetime
    checked_at: datetime | None
    interval_seconds: int
    floor: Floor
    etag: str | None
    last_modified: str | None
    error: str | None
    error_count: int
    disabled: str | None
    trail: Trail | None
    token: str | None
    kind: FeedKind = "feed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """A host that asked to be left alone, and until when."""

    host: str
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetch:
    """One look at a feed: what came of it, and when to look again.

    The validators are those to ask with next, where something was fetched; a new `title`, `url`, `kind`, interval or
    floor replaces the old one, None keeps it. `disable` is a reason to stop; `rests` are hosts that asked for it.
    """

    outcome: FetchOutcome
    next_check_at: datetime
    status: int | None = None
    detail: str | None = None
    articles: int = 0
    seconds: float = 0.0
    etag: str | None = None
    last_modified: str | None = None
    title: str | None = None
    url: str | None = None
    interval_seconds: int | None = None
    floor: Floor | None = None
    trail: Trail | None = None
    disable: str | None = None
    kind: FeedKind | None = None
    rests: tuple[Rest, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchEntry:
    """One line of a feed's log."""

    at: datetime
    outcome: str
    status: int | None
    detail: str | None
    articles: int
    seconds: float
