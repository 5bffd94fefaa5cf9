"""When the page of an article is looked at again, and what that look means: a change, or that it was withdrawn."""

from __future__ import annotations

from datetime import datetime, timedelta

from timeline.fetching import FetchError, NotModified
from timeline.pages import Page
from timeline.refresh.bounds import Bounds
from timeline.refresh.interval import jittered
from timeline.store import DuePage, PageVisit

FIRST = timedelta(hours=6)  # corrections come in the first hours; after that every look waits twice as long
GROWTH = 2
A_DAY = timedelta(days=1)  # a page that is missing today may be back tomorrow
MISSING = frozenset({404, 410})
SOON = timedelta(hours=1)


def first_visit(
    now: datetime, *, bounds: Bounds, etag: str | None = None, last_modified: str | None = None
) -> PageVisit | None:
    """When a page is looked at again that was read just now, with these validators; None where that is never done."""
    return PageVisit(look_at=now + FIRST, etag=etag, last_modified=last_modified) if bounds.revisit else None


def next_visit(
    due: DuePage,
    seen: Page | NotModified | FetchError,
    validators: PageVisit,
    *,
    now: datetime,
    bounds: Bounds,
    chance: float,
) -> PageVisit:
    """What a look at a page leaves behind; `validators` are those that came with it.

    An article is withdrawn when its page is missing twice, a day apart; when the page is back, so is the article.
    """
    if isinstance(seen, FetchError) and seen.status in MISSING:
        since = due.visit.missing_since or now
        gone = due.visit.withdrawn_at or (now if now - since >= A_DAY else None)
        return PageVisit(
            look_at=_again(due, now, bounds, chance) if gone else since + A_DAY,
            missing_since=since,
            withdrawn_at=gone,
        )
    if isinstance(seen, FetchError):
        return PageVisit(
            look_at=_again(due, now, bounds, chance, wait=_asked(seen)),
            etag=due.visit.etag,
            last_modified=due.visit.last_modified,
            missing_since=due.visit.missing_since,
            withdrawn_at=due.visit.withdrawn_at,
        )
    return PageVisit(
        look_at=_again(due, now, bounds, chance), etag=validators.etag, last_modified=validators.last_modified
    )


def is_correction(due: DuePage, page: Page) -> bool:
    """Whether a page still holds the article: less than half of it is a wall, for logging in or for consent."""
    return 2 * len(page.text) >= due.length


def _again(
    due: DuePage, now: datetime, bounds: Bounds, chance: float, *, wait: timedelta = timedelta()
) -> datetime | None:
    """The next look, twice as long after this one as this one was after the last; None once the article is old."""
    grown = max((now - due.looked_at) * GROWTH, FIRST, wait)
    then = now + jittered(grown, chance=chance)
    return then if then - due.added_at <= bounds.revisit else None


def _asked(error: FetchError) -> timedelta:
    return timedelta(seconds=error.retry_after.seconds) if error.retry_after else SOON
