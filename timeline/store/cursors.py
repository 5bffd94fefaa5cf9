"""Cursors: opaque words for the place after an event in the order of time."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import TYPE_CHECKING

from timeline.store.values import QueryError

if TYPE_CHECKING:
    from collections.abc import Sequence


def write_cursor(position: Sequence[str | int]) -> str:
    """An opaque cursor for the place after an event."""
    return urlsafe_b64encode(json.dumps(list(position)).encode()).decode().rstrip("=")


def read_cursor(cursor: str) -> tuple[str, int, str]:
    """The place that a cursor stands for; raises QueryError for one that we did not write."""
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        day, rank, key = json.loads(urlsafe_b64decode(padded.encode("ascii")))
    except ValueError as problem:
        raise QueryError("the cursor is none of this service's: take `next` of the page before") from problem
    match day, rank, key:
        case str(), int(), str():
            return day, rank, key
    raise QueryError("the cursor is none of this service's: take `next` of the page before")
