"""A URL in, its bytes out: at most five redirects, thirty seconds and a cap on the bytes."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from http.cookiejar import CookieJar, DefaultCookiePolicy
from types import TracebackType
from typing import Self

import httpcore
import httpx

from timeline.fetching.bodies import read_body
from timeline.fetching.connect import GuardedTransport
from timeline.fetching.errors import FetchError

PAGE_LIMIT = 10 * 1024 * 1024
FEED_LIMIT = 15 * 1024 * 1024
SECONDS = 30.0
REDIRECTS = 5
OPAQUE = "latin-1"  # a letter for each byte, so that a validator goes back byte for byte
REDIRECTING = frozenset({301, 302, 303, 307, 308})
ACCEPT = "application/atom+xml, application/rss+xml, application/feed+json, text/html;q=0.9, */*;q=0.5"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What a URL answered: `url` is where the answer came from, the validators are opaque and go back as they came."""

    url: str
    body: bytes
    content_type: str | None
    etag: str | None
    last_modified: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotModified:
    """What was fetched last time still holds."""

    url: str


class Fetcher:
    """Fetches for one process: holds the open connections, sends no cookies and follows no proxy of the environment."""

    def __init__(self, *, contact: str | None = None, allow_private: bool = False, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._client = httpx.AsyncClient(
            transport=GuardedTransport(allow_private=allow_private),
            headers={"User-Agent": user_agent(contact), "Accept": ACCEPT, "Accept-Encoding": "gzip"},
            cookies=CookieJar(policy=DefaultCookiePolicy(allowed_domains=[])),
            timeout=httpx.Timeout(10.0),
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._client.aclose()

    async def fetch(
        self, url: str, *, limit: int = PAGE_LIMIT, etag: str | None = None, last_modified: str | None = None
    ) -> Fetched | NotModified:
        """What `url` answers, or that it has not changed since the validators; raises FetchError for all else."""
        validators = {b"If-None-Match": etag, b"If-Modified-Since": last_modified}
        headers = {name: value.encode(OPAQUE) for name, value in validators.items() if value is not None}
        try:
            # httpx's own limits count from one read to the next: a server that trickles would never end.
            async with asyncio.timeout(self._seconds):
                return await self._follow(url, headers=headers, limit=limit)
        except TimeoutError as error:
            raise FetchError(f"no complete answer within {self._seconds:g} s", outcome="timeout") from error
        except (httpx.TimeoutException, httpcore.TimeoutException) as error:
            raise FetchError("the server stopped answering", outcome="timeout") from error
        except (httpx.HTTPError, httpcore.NetworkError, httpcore.ProtocolError) as error:
            raise FetchError(str(error) or type(error).__name__, outcome="unreachable") from error

    async def _follow(self, url: str, *, headers: dict[bytes, bytes], limit: int) -> Fetched | NotModified:
        at = checked_url(url)
        for _ in range(REDIRECTS + 1):
            async with self._client.stream("GET", at, headers=headers, follow_redirects=False) as response:
                if response.status_code not in REDIRECTING:
                    return await _read(response, limit=limit)
                at = _next_url(response)
        raise FetchError(f"more than {REDIRECTS} redirects", outcome="redirects")


def user_agent(contact: str | None) -> str:
    """How a fetch introduces itself: by name, and with the contact address where the operator gave one."""
    return "event-timeline/0.1" + (f" (+{contact})" if contact else "")


def checked_url(url: str) -> httpx.URL:
    """The URL, if it is one that may be fetched: http or https, with a host, without a user name or password."""
    try:
        parsed = httpx.URL(url)
    except (httpx.InvalidURL, UnicodeError) as error:
        raise FetchError(f"{url[:200]!r} is not a URL: {error}", outcome="refused") from error
    if parsed.scheme not in ("http", "https") or not parsed.host:
        raise FetchError(f"{url[:200]!r}: only http and https URLs are fetched", outcome="refused")
    if parsed.userinfo:
        raise FetchError("a URL with a user name or password in it is not fetched", outcome="refused")
    return parsed


def _next_url(response: httpx.Response) -> httpx.URL:
    location = response.headers.get("location")
    if location is None:
        raise FetchError(f"status {response.status_code} without a Location", outcome="redirects")
    try:
        target = checked_url(str(response.url.join(location)))
    except httpx.InvalidURL as error:
        raise FetchError(f"redirected to {location[:200]!r}, which is no URL", outcome="redirects") from error
    if response.url.scheme == "https" and target.scheme == "http":
        raise FetchError(f"redirected from https to {target}, which anyone could have written", outcome="redirects")
    return target


async def _read(response: httpx.Response, *, limit: int) -> Fetched | NotModified:
    url = str(response.url)
    if response.status_code == httpx.codes.NOT_MODIFIED:
        return NotModified(url=url)
    if response.status_code != httpx.codes.OK:
        raise FetchError(f"status {response.status_code}", outcome="status", status=response.status_code)
    headers = response.headers
    return Fetched(
        url=url,
        body=await read_body(response.aiter_raw(), encoding=headers.get("content-encoding", ""), limit=limit),
        content_type=headers.get("content-type"),
        etag=_opaque(response, b"etag"),
        last_modified=_opaque(response, b"last-modified"),
    )


def _opaque(response: httpx.Response, name: bytes) -> str | None:
    """A header whose bytes mean nothing to us."""
    return next((value.decode(OPAQUE) for header, value in response.headers.raw if header.lower() == name), None)
