"""Who may ask now: one request at a time to a host, a pause between two, and only so many in all."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

REMEMBERED = 1000  # hosts whose pauses are looked through for those that are over


@dataclass(slots=True)
class _Host:
    """What is known of one host: who asks it now, how many wait, and from when on it may be asked again."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    users: int = 0
    free_at: float = 0.0


class Turns:
    """The turns of one process: `pause` seconds between two requests to a host, `at_once` requests in all."""

    def __init__(self, *, pause: float, at_once: int) -> None:
        self._pause = pause
        self._all = asyncio.Semaphore(at_once)
        self._hosts: dict[str, _Host] = {}

    @asynccontextmanager
    async def turn(self, host: str, *, pause: float = 0.0) -> AsyncIterator[None]:
        """Hold the one turn of a host, which rests at least `pause` seconds after it.

        Who waits for a host keeps nobody else from theirs.
        """
        known = self._hosts.setdefault(host, _Host())
        known.users += 1
        try:
            async with known.lock:
                await asyncio.sleep(max(0.0, known.free_at - time.monotonic()))
                async with self._all:
                    try:
                        yield
                    finally:
                        known.free_at = time.monotonic() + max(self._pause, pause)
        finally:
            known.users -= 1
            self._forget()

    def _forget(self) -> None:
        """Forget the hosts that nobody asks and whose pause is over, so that years of hosts do not pile up."""
        if len(self._hosts) > REMEMBERED:
            now = time.monotonic()
            self._hosts = {name: host for name, host in self._hosts.items() if host.users or host.free_at > now}
