"""What a publisher asks for is a floor: no look before it, whatever we would like."""

from __future__ import annotations

from datetime import datetime, timedelta

from timeline.fetching import Pace
from timeline.store import Floor

HOUR = timedelta(hours=1)
A_DAY = timedelta(days=1)
A_WEEK = 7 * 24  # hours


def floor_of(pace: Pace, fresh_seconds: float | None) -> Floor:
    """What a feed asks for: the longest of `ttl`, `sy:updatePeriod` and its headers, and the hours and days to skip.

    A 304 need not repeat how long the answer holds: what the last whole answer said is still so (RFC 9111, 4.3.4).
    """
    fresh = timedelta(seconds=fresh_seconds or 0.0)
    longest = min(max(pace.ttl or timedelta(), pace.update_every or timedelta(), fresh), A_DAY)
    return Floor(
        seconds=int(longest.total_seconds()), hours=tuple(sorted(pace.skip_hours)), days=tuple(sorted(pace.skip_days))
    )


def floored(
    then: datetime, *, now: datetime, floor: Floor, fresh_seconds: float | None, longest: timedelta
) -> datetime:
    """The first moment from `then` on at which the publisher bears a look; a wish for more than `longest` is cut.

    `fresh_seconds` is how long the answer holds by its own headers.
    """
    wish = min(timedelta(seconds=max(floor.seconds, fresh_seconds or 0.0)), longest)
    return outside(max(then, now + wish), floor)


def outside(then: datetime, floor: Floor) -> datetime:
    """The first moment from `then` on in no skipped hour (UTC) or day; `then` itself where every one is skipped."""
    moment = then
    for _ in range(A_WEEK):
        if moment.hour not in floor.hours and moment.weekday() not in floor.days:
            return moment
        moment = moment.replace(minute=0, second=0, microsecond=0) + HOUR
    return then
