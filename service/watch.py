"""Who waits for changes of the store, and how they are told: one look a second for all of them together."""

from __future__ import annotations

import asyncio
import logging
import signal
import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from timeline.store import DatabaseError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

SECONDS_BETWEEN_LOOKS = 1.0
log = logging.getLogger("timeline.service")


class Watch:
    """The last change of the store as far as is known; looked up only while somebody waits.

    Whoever changes the store may be another process, so it is asked, and nobody has to tell.
    """

    def __init__(self, last_seq: Callable[[], int], *, every: float = SECONDS_BETWEEN_LOOKS) -> None:
        self.closed = False
        self._last_seq = last_seq
        self._every = every
        self._seq = 0
        self._listeners = 0
        self._wanted = asyncio.Event()
        self._news = asyncio.Event()

    async def look(self) -> None:
        """Look for changes for as long as this runs; sleeps while nobody listens."""
        while True:
            await self._wanted.wait()
            try:
                seq = await asyncio.to_thread(self._last_seq)
            except DatabaseError as error:
                log.warning("cannot look for changes: %s", error)
                seq = self._seq
            if seq != self._seq:
                self._seq = seq
                self._tell()
            await asyncio.sleep(self._every)

    def close(self) -> None:
        """Let all who listen end at once."""
        self.closed = True
        self._tell()

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Somebody listens; without an await at the end, which a client that leaves would cut short."""
        self._listeners += 1
        self._wanted.set()
        try:
            yield
        finally:
            self._listeners -= 1
            if not self._listeners:
                self._wanted.clear()

    async def beyond(self, seq: int, *, patience: float) -> bool:
        """Wait until there are changes after `seq`; False where there were none within so many seconds."""
        with suppress(TimeoutError):
            async with asyncio.timeout(patience):
                while self._seq <= seq and not self.closed:
                    await self._news.wait()
        return self._seq > seq

    def _tell(self) -> None:
        told, self._news = self._news, asyncio.Event()
        told.set()


@contextmanager
def at_the_end(ending: Callable[[], None]) -> Iterator[None]:
    """Call `ending` on the loop as soon as the process is asked to end.

    A server waits for its open answers before it tells the application anything, so endless ones have to hear of it
    from the signal itself; whoever handled it before does so still.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    loop = asyncio.get_running_loop()
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def handle(number: int, frame: FrameType | None) -> None:
        loop.call_soon_threadsafe(ending)
        former = before[signal.Signals(number)]
        if callable(former):
            former(number, frame)

    for number in before:
        signal.signal(number, handle)
    try:
        yield
    finally:
        for number, former in before.items():
            signal.signal(number, former)
