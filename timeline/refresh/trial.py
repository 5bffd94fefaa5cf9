"""A look at a feed that keeps nothing: what would happen, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from timeline.fetching import Fetched, FetchedFeed, FetchError, NotModified, fetch_feed
from timeline.refresh.decide import Brought, Seen, decide
from timeline.refresh.floors import floor_of
from timeline.refresh.interval import in_words, publishing_interval
from timeline.store import Feed, Floor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.fetching import FeedRead, Fetcher, Redirect
    from timeline.refresh.bounds import Bounds
    from timeline.store import Fetch

EVEN = 0.5  # neither sooner nor later than the interval says
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing a trial found, in words."""

    about: str
    says: str


async def try_feed(
    url: str, *, fetcher: Fetcher, bounds: Bounds, now: datetime, feed: Feed | None = None
) -> tuple[tuple[Finding, ...], bool]:
    """What a look at an address would find and do, and whether it would succeed; `feed` is how it is followed now.

    One request is made, without validators, so that there is something to tell of.
    """
    feed = feed or _unknown(url, now)
    seen = await _see(url, fetcher=fetcher, page=feed.kind == "page")
    fetch = decide(feed, seen, now=now, bounds=bounds, chance=EVEN)
    return tuple(_told(feed, seen, fetch, now=now, bounds=bounds)), isinstance(seen, Brought)


async def _see(url: str, *, fetcher: Fetcher, page: bool) -> Seen:
    try:
        match await fetch_feed(url, fetcher=fetcher, page=page):
            case NotModified() as answer:
                return answer
            case FetchedFeed(answer=answer, feed=read):
                return Brought(answer=answer, read=read)
    except FetchError as error:
        return error


def _unknown(url: str, now: datetime) -> Feed:
    """A feed that is not followed yet."""
    return Feed(
        id=0,
        url=url,
        host="",
        title=None,
        source=None,
        added_at=now,
        next_check_at=now,
        checked_at=None,
        interval_seconds=3600,
        floor=Floor(),
        etag=None,
        last_modified=None,
        error=None,
        error_count=0,
        disabled=None,
        trail=None,
        token=None,
    )


def _told(feed: Feed, seen: Seen, fetch: Fetch, *, now: datetime, bounds: Bounds) -> Iterator[Finding]:
    match seen:
        case Brought():
            yield from _redirects(seen.answer.redirects, fetch)
            yield from _caching(seen.answer)
            yield from _announced(seen.read)
            yield from _pace(feed, seen.read, now=now, bounds=bounds)
        case FetchError():
            yield from _redirects(seen.redirects, fetch)
            yield Finding(about="error", says=str(seen))
            for rest in fetch.rests:
                yield Finding(about="host", says=f"every feed of {rest.host} would wait until {_at(rest.until)}")
        case _:
            yield Finding(about="error", says="the server says that nothing changed, though nothing was compared")
    if fetch.disable:
        yield Finding(about="next look", says=f"none: {fetch.disable}")
    else:
        tried = "" if isinstance(seen, Brought) else f", after {feed.error_count + 1} error(s) in a row"
        yield Finding(about="next look", says=f"about {_at(fetch.next_check_at)}{tried}")


def _redirects(redirects: tuple[Redirect, ...], fetch: Fetch) -> Iterator[Finding]:
    for step in redirects:
        yield Finding(about="redirect", says=f"{step.status} to {step.to}")
    if redirects and fetch.trail is None:
        yield Finding(about="address", says="stays as it is: not every redirect is a permanent one")
    elif redirects:
        yield Finding(about="address", says="changes after three such chains over a day at least")


def _caching(answer: Fetched) -> Iterator[Finding]:
    validators = [name for name, value in (("ETag", answer.etag), ("Last-Modified", answer.last_modified)) if value]
    said = " and ".join(validators)
    yield Finding(
        about="caching", says=f"{said} would be sent back" if said else "no validators: each look reads it all"
    )
    if answer.fresh_seconds:
        yield Finding(
            about="caching", says=f"the answer holds for {in_words(answer.fresh_seconds)}: no look before that"
        )


def _announced(read: FeedRead) -> Iterator[Finding]:
    dated = sum(item.published is not None for item in read.items)
    teasers = sum(item.teaser for item in read.items)
    yield Finding(about="feed", says=f"{read.kind}, {read.title or 'without a title'}")
    if read.fault:
        yield Finding(about="feed", says=f"{read.fault}: read as far as it goes")
    yield Finding(about="items", says=f"{len(read.items)}, {dated} with a date of their own")
    yield Finding(about="pages", says=f"{teasers} would be fetched for their text, {len(read.items) - teasers} not")


def _pace(feed: Feed, read: FeedRead, *, now: datetime, bounds: Bounds) -> Iterator[Finding]:
    moments = [item.published.moment for item in read.items if item.published and item.published.moment]
    interval = publishing_interval(moments, now=now, bounds=bounds)
    says = (
        f"every {in_words(interval.total_seconds())}, by how often it publishes"
        if interval
        else (f"every {in_words(feed.interval_seconds)}, for its items do not tell how often it publishes")
    )
    yield Finding(about="interval", says=says)
    floor = floor_of(read.pace, None)
    if floor.seconds:
        yield Finding(about="interval", says=f"the feed asks for no more than a look every {in_words(floor.seconds)}")
    if floor.hours:
        yield Finding(about="interval", says=f"never in these hours (UTC): {', '.join(map(str, floor.hours))}")
    if floor.days:
        yield Finding(about="interval", says=f"never on {', '.join(WEEKDAYS[day] for day in floor.days)}")


def _at(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}Z"
