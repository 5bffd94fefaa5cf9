"""A URL in, its bytes out: at most five redirects, thirty seconds, a cap on the bytes, and every host in its turn."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from contextlib import aclosing
from dataclasses import replace
from functools import partial
from types import TracebackType
from typing import Self, TypeVar

import httpx

from timeline.fetching.answers import Fetched, NotModified, Redirect
from timeline.fetching.connect import GuardedTransport
from timeline.fetching.errors import FetchError
from timeline.fetching.faults import TRANSPORT_FAULTS, told
from timeline.fetching.parser import parser
from timeline.fetching.rests import Rests
from timeline.fetching.robots import AGENT, ROBOTS_LIMIT, Robots
from timeline.fetching.statuses import OPAQUE, read_answer
from timeline.fetching.turns import Turns

T = TypeVar("T")
PAGE_LIMIT = 10 * 1024 * 1024
FEED_LIMIT = 15 * 1024 * 1024
SECONDS = 30.0
PAUSE = 2.0  # seconds between two requests to a host
AT_ONCE = 16
REDIRECTS = 5
EACH_READ = httpx.Timeout(10.0)
LONGEST_PARSING, LEAST_PARSING = 10.0, 1.0  # seconds for one document
ACCEPT = "application/atom+xml, application/rss+xml, application/feed+json, text/html;q=0.9, */*;q=0.5"


class Fetcher:
    """Fetches for one process: holds the open connections, sends no cookies and follows no proxy of the environment.

    `seconds` is what one fetch may take in all, its waiting for a turn not counted; `pause` lies between two requests
    to a host; `at_once` requests are under way in all.
    """

    def __init__(
        self,
        *,
        contact: str | None = None,
        allow_private: bool = False,
        seconds: float = SECONDS,
        pause: float = PAUSE,
        at_once: int = AT_ONCE,
    ) -> None:
        self._seconds = seconds
        self._parsing = asyncio.Lock()
        self._turns = Turns(pause=pause, at_once=at_once)
        self._robots = Robots(ask=self._fetch_robots)
        self._rests = Rests()
        # The transport alone: httpx's client would keep cookies and judge a redirect's address before we do.
        self._transport = GuardedTransport(allow_private=allow_private, connections=at_once)
        self._headers = {"User-Agent": user_agent(contact), "Accept": ACCEPT, "Accept-Encoding": "gzip"}

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close every connection."""
        await self._transport.aclose()

    def leave_alone(self, host: str, seconds: float) -> None:
        """Ask nothing of a host for so long, as it wished; so it is with every public host that says `Retry-After`."""
        self._rests.note(host, seconds)

    async def fetch(
        self,
        url: str,
        *,
        limit: int = PAGE_LIMIT,
        etag: str | None = None,
        last_modified: str | None = None,
        robots: bool = False,
    ) -> Fetched | NotModified:
        """What `url` answers, or that it has not changed since the validators; raises FetchError for all else.

        With `robots`, for pages nobody named to us one by one, robots.txt is asked first, on every hop.
        """
        validators = {b"If-None-Match": etag, b"If-Modified-Since": last_modified}
        headers = {name: value.encode(OPAQUE) for name, value in validators.items() if value is not None}
        return await self._follow(checked_url(url), headers=headers, limit=limit, robots=robots)

    async def parse(self, function: Callable[..., T], answer: Fetched, **arguments: object) -> T:
        """What a function of this library makes of an answer's body, in the parser's process; raises FetchError.

        What is left of the seconds for the fetch is all it has, so that both end in time.
        """
        seconds = max(LEAST_PARSING, min(LONGEST_PARSING, answer.seconds_left))
        async with self._parsing:  # else every thread of the loop's pool could wait for the one parser
            try:
                parse = partial(parser().parse, function, answer.body, seconds=seconds, **arguments)
                return await asyncio.to_thread(parse)
            except FetchError as error:
                error.status, error.redirects = answer.status, answer.redirects
                raise

    async def _fetch_robots(self, url: str) -> Fetched:
        answer = await self._follow(checked_url(url), headers={}, limit=ROBOTS_LIMIT, robots=False)
        if not isinstance(answer, Fetched):
            raise FetchError("status 304, though nothing was asked to be compared", reason="status", status=304)
        return answer

    async def _follow(
        self, at: httpx.URL, *, headers: dict[bytes, bytes], limit: int, robots: bool
    ) -> Fetched | NotModified:
        chain: list[Redirect] = []
        left = self._seconds
        try:
            while True:
                self._rests.check(at.host)
                delay = await self._robots.delay(at) if robots else 0.0
                async with self._turns.turn(at.host, pause=delay):
                    self._rests.check(at.host)  # whoever had the turn before may have been told to go
                    started = time.monotonic()
                    answer = await self._ask(at, headers=headers, limit=limit, seconds=left)
                    left -= time.monotonic() - started
                match answer:
                    case Redirect():
                        at = next_url(answer, chain)
                        chain.append(answer)
                    case Fetched():
                        return replace(answer, redirects=tuple(chain), seconds_left=left)
                    case NotModified():
                        return replace(answer, redirects=tuple(chain))
        except FetchError as error:
            if error.retry_after is not None and error.retry_after.host is not None:
                self._rests.note(error.retry_after.host, error.retry_after.seconds)
            error.redirects = tuple(chain)
            raise

    async def _ask(
        self, at: httpx.URL, *, headers: dict[bytes, bytes], limit: int, seconds: float
    ) -> Fetched | NotModified | Redirect:
        """The answer to one request. httpx's own limits count from one read to the next: a trickle would never end."""
        request = httpx.Request("GET", at, headers=self._headers, extensions={"timeout": EACH_READ.as_dict()})
        request.headers.update(headers)
        try:
            async with asyncio.timeout(seconds):
                response = await self._transport.handle_async_request(request)
                response.request = request
                async with aclosing(response):
                    return await read_answer(response, limit=limit)
        except TimeoutError as error:
            raise FetchError(f"no complete answer within {self._seconds:g} s", reason="too_slow") from error
        except TRANSPORT_FAULTS as error:
            raise told(error) from error


def user_agent(contact: str | None) -> str:
    """How a fetch introduces itself: by name, and with the contact address where the operator gave one."""
    return f"{AGENT}/0.1" + (f" (+{contact})" if contact else "")


def checked_url(url: str) -> httpx.URL:
    """The URL, if it is one that may be fetched: http or https, with a host, without a user name or password."""
    try:
        parsed = httpx.URL(url).copy_with(fragment=None)
    except (httpx.InvalidURL, UnicodeError, ValueError) as error:
        raise FetchError(f"{url[:200]!r} is not a URL: {error}", reason="refused") from error
    if parsed.scheme not in ("http", "https") or not parsed.host:
        raise FetchError(f"{url[:200]!r}: only http and https URLs are fetched", reason="refused")
    if parsed.userinfo:
        raise FetchError("a URL with a user name or password in it is not fetched", reason="refused")
    return parsed


def next_url(redirect: Redirect, chain: list[Redirect]) -> httpx.URL:
    """Where a redirect leads; raises FetchError where nobody should follow."""
    target = checked_url(redirect.to)
    if redirect.url.startswith("https:") and target.scheme == "http":
        raise FetchError(f"redirected from https to {target}, which anyone could have written", reason="redirects")
    seen = {httpx.URL(redirect.url), *(httpx.URL(step.url) for step in chain)}
    if target in seen:
        raise FetchError(f"redirected in a circle, back to {target}", reason="redirects")
    if len(chain) == REDIRECTS:
        raise FetchError(f"more than {REDIRECTS} redirects", reason="redirects")
    return target
