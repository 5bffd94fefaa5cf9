"""What cannot be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.types import TimelineError

if TYPE_CHECKING:
    pass


class NotFoundError(TimelineError):
    """Something asked for by an id, an address or a cursor that is not there."""


class TooSoonError(TimelineError):
    """A look at a feed that was looked at a moment ago: `wait` says how many seconds are to pass."""

    def __init__(self, message: str, *, wait: float) -> None:
        super().__init__(message)
        self.wait = wait


class QueryError(TimelineError):
    """A question that cannot be answered, such as one for a date that is no EDTF."""


class CursorError(QueryError):
    """A cursor that is none of ours, or of another question."""
