"""Until when a server wants to be left alone, and which hosts mean all of themselves by that."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from timeline.refresh.faults import LONGEST_WAIT
from timeline.store import Rest

if TYPE_CHECKING:
    from timeline.fetching import Fetcher, FetchError
    from timeline.store import Store


def asked_for(error: FetchError, *, now: datetime) -> datetime:
    """When the server that failed so may be asked again by its own word; now where it says nothing of it."""
    return now + min(timedelta(seconds=error.retry_after.seconds), LONGEST_WAIT) if error.retry_after else now


def rests_of(errors: Iterable[FetchError], *, now: datetime) -> tuple[Rest, ...]:
    """The hosts that asked to be left alone, the longest wish of each."""
    until: dict[str, datetime] = {}
    for error in errors:
        if error.retry_after is not None and error.retry_after.host is not None:
            host, then = error.retry_after.host, asked_for(error, now=now)
            until[host] = max(until.get(host, then), then)
    return tuple(Rest(host=host, until=then) for host, then in until.items())


async def spare_resting(store: Store, fetcher: Fetcher) -> None:
    """Let a fetcher leave alone the hosts that asked another, earlier one for it."""
    for rest in await asyncio.to_thread(store.resting):
        fetcher.leave_alone(rest.host, (rest.until - store.now()).total_seconds())
