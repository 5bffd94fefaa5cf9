"""What a fetch that came to nothing says about itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from timeline.types import TimelineError

if TYPE_CHECKING:
    from timeline.fetching.answers import Redirect, RetryAfter

Reason = Literal[
    "name",  # the host's name does not resolve
    "unreachable",  # nobody took the connection: no route, refused, no answer to the call
    "broken_off",  # the connection was lost, or what came over it was no HTTP
    "certificate",  # no secure connection: a certificate that does not hold, or no common protocol
    "too_slow",  # no complete answer within the time allowed
    "too_large",  # more bytes, headers, elements or items than are read
    "refused",  # an address or URL that is not fetched: private, another scheme, a password in it
    "redirects",  # too many of them, in a circle, or from https to http
    "status",  # any other status that is no answer
    "gone",  # 410
    "blocked",  # a challenge page, or a wall (401, 402): the publisher wants no machine here
    "resting",  # its host asked to be left alone a while ago, and was
    "robots",  # robots.txt says no, or cannot be had just now
    "malformed",  # a broken compression or an encoding nobody asked for
    "not_a_feed",
    "no_article",
]
# Reasons that lie with the network, maybe with our own end of it: many at once are an outage, not the feeds' fault.
OF_THE_NETWORK: frozenset[Reason] = frozenset({"name", "unreachable"})


class FetchError(TimelineError):
    """A URL that could not be read: why, its status where one came, how long to stay away where the server said so."""

    def __init__(
        self,
        message: str,
        *,
        reason: Reason,
        status: int | None = None,
        retry_after: RetryAfter | None = None,
        redirects: tuple[Redirect, ...] = (),
    ) -> None:
        super().__init__(message)
        self.reason: Reason = reason
        self.status = status
        self.retry_after = retry_after
        self.redirects = redirects

    @property
    def of_the_network(self) -> bool:
        """Whether nothing was reached at all, so that our own end of the line may be at fault."""
        return self.reason in OF_THE_NETWORK
