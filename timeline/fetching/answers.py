"""What a fetch answers: the bytes or that nothing changed, and what the server said about coming back."""

from __future__ import annotations

from dataclasses import dataclass, field

PERMANENT = frozenset({301, 308})


@dataclass(frozen=True, slots=True, kw_only=True)
class Redirect:
    """One step of a chain: the address that was asked, its status, and where it pointed."""

    status: int
    url: str
    to: str

    @property
    def permanent(self) -> bool:
        """Whether the server says that the address has changed for good (RFC 9110, 15.4)."""
        return self.status in PERMANENT


@dataclass(frozen=True, slots=True, kw_only=True)
class RetryAfter:
    """How many seconds to stay away; `host` is named where that is meant for every address of it."""

    seconds: float
    host: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What a URL answered, and through which redirects.

    `url` is where the answer came from; the validators are opaque and go back as they came; `fresh_seconds` is how
    long the server says that this answer holds (Cache-Control, Expires), None where it says nothing; `seconds_left` of
    the time that one fetch may take.
    """

    url: str
    body: bytes
    content_type: str | None
    etag: str | None
    last_modified: str | None
    status: int = 200
    fresh_seconds: float | None = None
    redirects: tuple[Redirect, ...] = ()
    seconds_left: float = field(default=30.0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class NotModified:
    """What was fetched last time still holds; validators that came with it replace the old ones."""

    url: str
    etag: str | None = None
    last_modified: str | None = None
    status: int = 304
    fresh_seconds: float | None = None
    redirects: tuple[Redirect, ...] = ()
