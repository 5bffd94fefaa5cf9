"""Cursors: opaque words for the place after an event in the order of time."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode

from timeline.store.values import QueryError


def write_cursor(place: str) -> str:
    """An opaque cursor for a place: an event's day, rank and id with spaces between."""
    return urlsafe_b64encode(place.encode()).decode().rstrip("=")


def read_cursor(cursor: str) -> tuple[str, int, str]:
    """The place that a cursor stands for; raises QueryError for one that we did not write."""
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        day, rank, key = urlsafe_b64decode(padded.encode("ascii")).decode().split(" ", 2)
        return day, int(rank), key
    except ValueError as problem:
        raise QueryError("the cursor is none of this service's: take `next` of the page before") from problem
