"""What a look at a feed means: everything is decided here, from values alone, and carried out elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from timeline.fetching import FeedRead, Fetched, FetchError, NotModified
from timeline.refresh.bounds import Bounds
from timeline.refresh.faults import back_off
from timeline.refresh.floors import floor_of, floored
from timeline.refresh.interval import jittered, publishing_interval, quiet_interval, within
from timeline.refresh.moves import follow, new_address
from timeline.refresh.wishes import asked_for, rests_of
from timeline.store import Feed, FeedKind, Fetch

_KINDS: dict[str, FeedKind] = {"sitemap": "sitemap", "page": "page"}
AN_OUTAGE = timedelta(minutes=5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """A feed that was read: `articles` is how many texts are new, `undated` how many items have no date at all.

    `unread` is what kept pages of its items from being read.
    """

    answer: Fetched
    read: FeedRead
    articles: int = 0
    undated: int = 0
    unread: tuple[FetchError, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CutShort:
    """A look that took too long; the texts it had stored stay, and the next one goes on from there."""

    after: float
    articles: int = 0


Seen = Brought | NotModified | FetchError | CutShort


def decide(feed: Feed, seen: Seen, *, now: datetime, bounds: Bounds, chance: float) -> Fetch:
    """What to keep of a look, and when to look again; `chance` (0 to 1) is what is left to it."""
    match seen:
        case Brought():
            return _after_reading(feed, seen, now=now, bounds=bounds, chance=chance)
        case NotModified():
            return _after_nothing(feed, seen, now=now, bounds=bounds, chance=chance)
        case CutShort():
            return _after_being_cut(feed, seen, now=now, bounds=bounds, chance=chance)
        case FetchError():
            return _after_error(feed, seen, now=now, bounds=bounds, chance=chance)


def put_off(error: FetchError, *, now: datetime, chance: float) -> Fetch:
    """A look that failed in an outage of our own: no feed is blamed for it, and all are asked again soon."""
    detail = f"put off: most hosts could not be reached ({error})"
    return Fetch(outcome="postponed", detail=detail, next_check_at=now + jittered(AN_OUTAGE, chance=chance))


def _after_reading(feed: Feed, seen: Brought, *, now: datetime, bounds: Bounds, chance: float) -> Fetch:
    interval = publishing_interval(_moments(seen.read), now=now, bounds=bounds)
    interval = interval or within(timedelta(seconds=feed.interval_seconds), bounds)
    floor = floor_of(seen.read.pace, seen.answer.fresh_seconds)
    trail = follow(feed.trail, seen.answer.redirects, now=now)
    return Fetch(
        outcome="fetched",
        status=seen.answer.status,
        detail=_remarks(seen),
        articles=seen.articles,
        next_check_at=floored(
            now + jittered(interval, chance=chance),
            now=now,
            floor=floor,
            fresh_seconds=seen.answer.fresh_seconds,
            longest=bounds.longest,
        ),
        interval_seconds=_whole(interval),
        etag=seen.answer.etag,
        last_modified=seen.answer.last_modified,
        title=seen.read.title,
        kind=_KINDS.get(seen.read.kind, "feed"),
        floor=floor,
        trail=trail,
        url=new_address(trail, now=now),
        rests=rests_of(seen.unread, now=now),
    )


def _remarks(seen: Brought) -> str | None:
    """What an operator should know of a feed that was read."""
    broken = [seen.read.fault] if seen.read.fault else []
    undated = [f"{seen.undated} without a publication date"] if seen.undated else []
    unread = [f"pages that could not be read: {len(seen.unread)}, such as: {seen.unread[0]}"] if seen.unread else []
    return "; ".join(broken + undated + unread) or None


def _after_nothing(feed: Feed, seen: NotModified, *, now: datetime, bounds: Bounds, chance: float) -> Fetch:
    interval = quiet_interval(feed.interval_seconds, bounds=bounds)
    trail = follow(feed.trail, seen.redirects, now=now)
    return Fetch(
        outcome="unchanged",
        status=seen.status,
        next_check_at=floored(
            now + jittered(interval, chance=chance),
            now=now,
            floor=feed.floor,
            fresh_seconds=seen.fresh_seconds,
            longest=bounds.longest,
        ),
        interval_seconds=_whole(interval),
        etag=seen.etag,
        last_modified=seen.last_modified,
        trail=trail,
        url=new_address(trail, now=now),
    )


def _after_being_cut(feed: Feed, seen: CutShort, *, now: datetime, bounds: Bounds, chance: float) -> Fetch:
    """A first look at a long feed gets ahead and is no error; without validators the next one reads it all again."""
    detail = f"not done after {seen.after:g} s; the next look goes on from there"
    if not seen.articles:
        return Fetch(outcome="error", detail=detail, next_check_at=_later(feed, now, bounds, chance))
    soon = jittered(bounds.shortest, chance=chance)
    return Fetch(outcome="fetched", detail=detail, articles=seen.articles, next_check_at=now + soon, trail=feed.trail)


def _after_error(feed: Feed, error: FetchError, *, now: datetime, bounds: Bounds, chance: float) -> Fetch:
    """Later each time; as late as the server says; never again only where it says that the feed is gone for good.

    Nobody was asked where the host rests since before: that says nothing about the feed.
    """
    asked = asked_for(error, now=now)
    if error.reason == "resting":
        return Fetch(outcome="postponed", detail=f"put off: {error}", next_check_at=asked)
    later = max(asked, _later(feed, now, bounds, chance))
    return Fetch(
        outcome="blocked" if error.reason == "blocked" else "error",
        status=error.status,
        detail=str(error),
        next_check_at=floored(later, now=now, floor=feed.floor, fresh_seconds=None, longest=bounds.longest),
        disable=f"the publisher says that it is gone for good ({error})" if _is_gone(error) else None,
        rests=rests_of([error], now=now),
    )


def _is_gone(error: FetchError) -> bool:
    """Whether the address itself is gone; one that it leads to for now says nothing of it."""
    return error.reason == "gone" and all(step.permanent for step in error.redirects)


def _later(feed: Feed, now: datetime, bounds: Bounds, chance: float) -> datetime:
    interval = timedelta(seconds=feed.interval_seconds)
    return now + back_off(feed.error_count, interval=interval, chance=chance, bounds=bounds)


def _moments(read: FeedRead) -> Iterator[datetime]:
    """When the items came out, as far as their dates tell it to the minute."""
    for item in read.items:
        if item.published is not None and item.published.moment is not None:
            yield item.published.moment


def _whole(interval: timedelta) -> int:
    return max(1, round(interval.total_seconds()))
