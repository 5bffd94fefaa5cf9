"""What a fetch that came to nothing says about itself."""

from __future__ import annotations

from typing import Literal

from timeline.types import TimelineError

Outcome = Literal["refused", "unreachable", "timeout", "too_large", "status", "redirects", "malformed"]


class FetchError(TimelineError):
    """A URL that could not be read: `outcome` names the kind of failure, `status` the HTTP status where one came."""

    def __init__(self, message: str, *, outcome: Outcome, status: int | None = None) -> None:
        super().__init__(message)
        self.outcome: Outcome = outcome
        self.status = status
