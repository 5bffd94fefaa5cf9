"""An answer's status and headers as a value: what was asked for, where to go instead, or why there is nothing."""

from __future__ import annotations

from http import HTTPStatus

import httpx

from timeline.fetching.addresses import is_public
from timeline.fetching.answers import Fetched, NotModified, Redirect, RetryAfter
from timeline.fetching.bodies import read_body, read_start
from timeline.fetching.caching import fresh_seconds, retry_seconds
from timeline.fetching.challenges import challenge
from timeline.fetching.errors import FetchError

OPAQUE = "latin-1"  # a letter for each byte, so that a validator goes back byte for byte
REDIRECTING = frozenset({301, 302, 303, 307, 308})
ASKING_TO_WAIT = frozenset({429, 503})
START = 64 * 1024  # of a page that is no answer, in which the marks of a challenge are looked for


async def read_answer(response: httpx.Response, *, limit: int) -> Fetched | NotModified | Redirect:
    """What a server answered; raises FetchError for what is none of the three."""
    status = response.status_code
    if status in REDIRECTING:
        return _redirect(response)
    if status == HTTPStatus.NOT_MODIFIED:
        return NotModified(
            url=str(response.url),
            etag=_opaque(response, b"etag"),
            last_modified=_opaque(response, b"last-modified"),
            fresh_seconds=fresh_seconds(response.headers),
        )
    if status != HTTPStatus.OK:
        raise failure(response, await read_start(response.aiter_raw(), encoding=_encoding(response), limit=START))
    body = await read_body(response.aiter_raw(), encoding=_encoding(response), limit=limit)
    blocked = challenge(status, response.headers, body[:START])
    if blocked is not None:
        raise FetchError(blocked, reason="blocked", status=status)
    return Fetched(
        url=str(response.url),
        body=body,
        content_type=response.headers.get("content-type"),
        etag=_opaque(response, b"etag"),
        last_modified=_opaque(response, b"last-modified"),
        fresh_seconds=fresh_seconds(response.headers),
    )


def failure(response: httpx.Response, start: bytes) -> FetchError:
    """Why an answer is none, from its status, its headers and the start of its page."""
    status, after = response.status_code, _retry_after(response)
    blocked = challenge(status, response.headers, start)
    if blocked is not None:
        return FetchError(f"status {status}: {blocked}", reason="blocked", status=status, retry_after=after)
    if status == HTTPStatus.GONE:
        return FetchError("status 410: gone for good", reason="gone", status=status)
    waits = f"; asked again after {after.seconds:g} s at the earliest" if after else ""
    return FetchError(f"status {status}{waits}", reason="status", status=status, retry_after=after)


def _redirect(response: httpx.Response) -> Redirect:
    location = response.headers.get("location")
    if location is None:
        raise FetchError(f"status {response.status_code} without a Location", reason="redirects")
    try:
        target = response.url.join(location)
    except (httpx.InvalidURL, UnicodeError, ValueError) as error:
        raise FetchError(f"redirected to {location[:200]!r}, which is no URL", reason="redirects") from error
    return Redirect(status=response.status_code, url=str(response.url), to=str(target))


def _retry_after(response: httpx.Response) -> RetryAfter | None:
    """How long to stay away. A public host means all of itself: its limits count requests, not addresses."""
    seconds = retry_seconds(response.headers)
    if seconds is None or response.status_code not in ASKING_TO_WAIT:
        return None
    host = response.url.host
    return RetryAfter(seconds=seconds, host=host if _is_of_the_internet(host) else None)


def _is_of_the_internet(host: str) -> bool:
    """Whether a host is one of the public internet, by its number or, for a name, by its having a domain."""
    try:
        return is_public(host)
    except ValueError:
        return "." in host.strip(".")


def _encoding(response: httpx.Response) -> str:
    return str(response.headers.get("content-encoding", ""))


def _opaque(response: httpx.Response, name: bytes) -> str | None:
    """A header whose bytes mean nothing to us."""
    return next((value.decode(OPAQUE) for header, value in response.headers.raw if header.lower() == name), None)
