"""A clock that a soak turns."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta


class Clock:
    """The time, `speed` times as fast as it is, and further on whenever it is told to pass."""

    def __init__(self, *, speed: float = 1.0) -> None:
        self._start = datetime.now(UTC)
        self._began = time.monotonic()
        self._speed = speed
        self._passed = timedelta()

    def __call__(self) -> datetime:
        return self._start + self._passed + timedelta(seconds=(time.monotonic() - self._began) * self._speed)

    def passes(self, **span: float) -> None:
        """Let so much time be over at once."""
        self._passed += timedelta(**span)
