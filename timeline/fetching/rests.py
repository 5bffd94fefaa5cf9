"""Hosts that asked to be left alone: none of their addresses is asked until the time is over."""

from __future__ import annotations

import time

from timeline.fetching.answers import RetryAfter
from timeline.fetching.errors import FetchError

LONGEST = 7 * 86_400.0  # seconds; a host that asks for more is tried again after a week


class Rests:
    """The hosts that one process leaves alone."""

    def __init__(self) -> None:
        self._until: dict[str, float] = {}

    def note(self, host: str, seconds: float) -> None:
        """Leave a host alone for so long; what was asked before holds where it is longer."""
        now = time.monotonic()
        self._until = {known: until for known, until in self._until.items() if until > now}
        self._until[host] = max(self._until.get(host, now), now + min(seconds, LONGEST))

    def check(self, host: str) -> None:
        """Raise FetchError where a host is to be left alone now."""
        left = self._until.get(host, 0.0) - time.monotonic()
        if left > 0:
            raise FetchError(
                f"{host} asked to be left alone for another {left:.0f} s",
                reason="resting",
                retry_after=RetryAfter(seconds=left, host=host),
            )
