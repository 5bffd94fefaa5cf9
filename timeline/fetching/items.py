"""What a feed announces, in whatever format it came."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Literal

from timeline.types import Published

# Below this a feed's text is taken for a teaser; the leads that outlets put in feeds are rarely longer.
TEASER = 600
LONGEST_LINE = 1_000  # characters of a title; no headline is longer, and a line of megabytes is not carried around
ENDINGS = ("…", "...", "[…]", "[...]", "read more", "continue reading", "more »")
Kind = Literal["rss", "atom", "json", "sitemap", "page"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedItem:
    """One announcement: `text` is what the feed itself carries, `teaser` whether the page has more.

    `page_dates` is what the page itself says of its publication, where it was read to make the item; else None.
    """

    guid: str
    url: str | None
    title: str | None
    text: str
    published: Published | None
    language: str | None
    teaser: bool
    page_dates: tuple[Published, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How often a feed asks to be looked at: the shortest wait, and when not at all (GMT hours, weekdays, Monday 0)."""

    ttl: timedelta | None = None
    update_every: timedelta | None = None
    skip_hours: frozenset[int] = field(default_factory=frozenset)
    skip_days: frozenset[int] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedRead:
    """A feed as it stands: its own title and its items, the newest usually first.

    `parts` are the sitemaps of a sitemap index, which has no items of its own; `fault` says what is wrong with a
    document that was read as far as it goes.
    """

    kind: Kind
    title: str | None
    items: tuple[FeedItem, ...]
    pace: Pace = field(default_factory=Pace)
    parts: tuple[str, ...] = ()
    fault: str | None = None


def is_teaser(text: str) -> bool:
    """Whether a feed's text is only the start of what the page says."""
    return len(text) < TEASER or text.lower().endswith(ENDINGS)


def one_line(words: str) -> str | None:
    """A title on one line and of a title's length; None when it is empty."""
    return " ".join(words[: 2 * LONGEST_LINE].split())[:LONGEST_LINE] or None
