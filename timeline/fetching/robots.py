"""What robots.txt allows (RFC 9309): read by Protego, kept as long as its server says, at most a day."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import httpx
from protego import Protego

from timeline.fetching.answers import Fetched
from timeline.fetching.errors import FetchError

AGENT = "event-timeline"
ROBOTS_LIMIT = 512 * 1024  # RFC 9309, 2.5: at least 500 KiB are read
DAY = 86_400.0
SHORTEST = 300.0  # seconds; a robots.txt that must not be kept at all would be asked for with every page
AFTER_FAULT = 600.0
LONGEST_DELAY = 60.0  # seconds of a Crawl-delay that are honoured
REMEMBERED = 500

Ask = Callable[[str], Awaitable[Fetched]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What was learned of one host: its rules, or why no page of it is fetched now; until when that holds."""

    rules: Protego | None
    fault: FetchError | None
    until: float
    delay: float = 0.0


class Robots:
    """The robots.txt files that one process has read; `ask` fetches one."""

    def __init__(self, *, ask: Ask) -> None:
        self._ask = ask
        self._known: OrderedDict[str, _Known] = OrderedDict()
        self._asking: dict[str, asyncio.Lock] = {}

    async def delay(self, url: httpx.URL) -> float:
        """The seconds robots.txt wants between two requests; raises FetchError where it does not allow the page."""
        origin = str(url.copy_with(raw_path=b"/", fragment=None))
        known = await self._of(origin)
        if known.fault is not None:
            raise FetchError(
                str(known.fault),
                reason=known.fault.reason,
                status=known.fault.status,
                retry_after=known.fault.retry_after,
            )
        if known.rules is not None and not known.rules.can_fetch(str(url), AGENT):
            raise FetchError(f"{origin}robots.txt does not allow {url.path}", reason="robots")
        return known.delay

    async def _of(self, origin: str) -> _Known:
        """What is known of a host, asked for where nothing is; many pages of one host ask once."""
        lock = self._asking.setdefault(origin, asyncio.Lock())
        try:
            async with lock:
                known = self._known.get(origin)
                if known is None or known.until < time.monotonic():
                    known = await self._learned(origin)
                    self._keep(origin, known)
                return known
        finally:
            if not lock.locked():
                self._asking.pop(origin, None)

    def _keep(self, origin: str, known: _Known) -> None:
        self._known[origin] = known
        self._known.move_to_end(origin)
        while len(self._known) > REMEMBERED:
            self._known.popitem(last=False)

    async def _learned(self, origin: str) -> _Known:
        try:
            answer = await self._ask(f"{origin}robots.txt")
        except FetchError as error:
            return _without(error)
        rules = await asyncio.to_thread(Protego.parse, answer.body.decode("utf-8-sig", "replace"))
        delay = min(float(rules.crawl_delay(AGENT) or 0.0), LONGEST_DELAY)
        fresh = DAY if answer.fresh_seconds is None else min(max(answer.fresh_seconds, SHORTEST), DAY)
        return _Known(rules=rules, fault=None, until=time.monotonic() + fresh, delay=delay)


def _without(error: FetchError) -> _Known:
    """A host without a robots.txt (4xx) allows everything; one that cannot answer just now allows nothing until it can.

    What keeps us from the whole host (its name, its address) is told as what it is.
    """
    wait = min(error.retry_after.seconds, DAY) if error.retry_after else AFTER_FAULT
    until = time.monotonic() + wait
    if error.status is not None and 400 <= error.status < 500 and error.status != 429:
        return _Known(rules=None, fault=None, until=time.monotonic() + DAY)
    if error.of_the_network or error.reason == "refused":
        return _Known(rules=None, fault=error, until=until)
    fault = FetchError(
        f"robots.txt cannot be read now ({error}), so no page is fetched",
        reason="robots",
        status=error.status,
        retry_after=error.retry_after,
    )
    return _Known(rules=None, fault=fault, until=until)
