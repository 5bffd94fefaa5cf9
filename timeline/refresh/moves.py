"""Where a feed has moved to: believed when it has been said for good, thrice, and for a day."""

from __future__ import annotations

from datetime import datetime, timedelta

from timeline.fetching import Redirect
from timeline.store import Trail

TIMES = 3
SPAN = timedelta(days=1)


def follow(trail: Trail | None, redirects: tuple[Redirect, ...], *, now: datetime) -> Trail | None:
    """The trail after a look that met these redirects; None where one of them is not permanent, or there is none."""
    if not redirects or not all(step.permanent for step in redirects):
        return None
    chain = " ".join([redirects[0].url, *(f"{step.status} {step.to}" for step in redirects)])
    if trail is None or trail.chain != chain:
        return Trail(chain=chain, since=now, count=1)
    return Trail(chain=chain, since=trail.since, count=trail.count + 1)


def new_address(trail: Trail | None, *, now: datetime) -> str | None:
    """The address to store from now on, None while the old one stands."""
    if trail is None or trail.count < TIMES or now - trail.since < SPAN:
        return None
    return trail.chain.rpartition(" ")[2]
