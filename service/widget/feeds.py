"""The feeds that are followed, and how each of them goes, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from litestar import Response, get
from litestar.di import NamedDependency

from service.widget.links import Asked, mount
from service.widget.rendering import page
from service.widget.views import FeedView
from timeline.exports.links import web_address
from timeline.exports.listing.dates import written
from timeline.exports.listing.words import counted
from timeline.refresh import in_words
from timeline.store import Store

if TYPE_CHECKING:
    from datetime import datetime

    from timeline.store import Feed, FetchEntry


@get("/feeds", include_in_schema=False, sync_to_thread=True)
def show_feeds(store: NamedDependency[Store], request: Asked) -> Response[str]:
    """All feeds, the first added first."""
    views = []
    for feed in store.feeds():
        last = next(iter(store.fetch_log(feed.id, limit=1)), None)
        views.append(feed_view(feed, last))
    return page("feeds.html", root=mount(request), feeds=views)


def feed_view(feed: Feed, last: FetchEntry | None) -> FeedView:
    """One feed; `last` is the latest look at it."""
    state, health = standing(feed)
    return FeedView(
        name=feed.source or feed.title or feed.url,
        href=web_address(feed.url),
        url=feed.url,
        state=state,
        health=health,
        error=feed.disabled or feed.error,
        checked=moment(feed.checked_at) if feed.checked_at else None,
        following=None if feed.disabled else moment(feed.next_check_at),
        interval=in_words(feed.interval_seconds),
        found=outcome(last) if last else None,
    )


def standing(feed: Feed) -> tuple[str, str]:
    """How the feed goes: a word for the style, and words for people."""
    if feed.disabled:
        return "stopped", "given up"
    if feed.error:
        return "failing", f"{counted(feed.error_count, 'look', 'looks')} in a row failed"
    if feed.checked_at is None:
        return "waiting", "not looked at yet"
    return "well", "goes well"


def outcome(entry: FetchEntry) -> str | None:
    """What the last look brought; None where it failed, which is told apart."""
    match entry.outcome:
        case "fetched":
            return f"{counted(entry.articles, 'article', 'articles')} came in with the last look"
        case "unchanged":
            return "nothing new at the last look"
    return None


def moment(at: datetime) -> str:
    """A moment as a person would write it: 5 January 2025, 17:40."""
    return f"{written(at.date())}, {at:%H:%M}"
