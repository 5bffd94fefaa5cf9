"""Cursors: opaque words for a place in the answer to one question."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from timeline.store.values.errors import CursorError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.store.values.questions import TimelineQuery

MARK_BYTES = 6


@dataclass(frozen=True, slots=True)
class Cursor:
    """The place after which to go on, and how many events the question was found to mean, and whether that is exact."""

    place: tuple[str, ...]
    total: int
    exact: bool


def mark_of(query: TimelineQuery, asked: Mapping[str, Any]) -> str:
    """What tells a question, with what its filters compare with, from others, whatever page of it is asked for."""
    words = repr((query.sort, query.everything, [pair for pair in asked.items() if not pair[0].startswith("after")]))
    return blake2b(words.encode(), digest_size=MARK_BYTES).hexdigest()


def write_cursor(mark: str, cursor: Cursor) -> str:
    """An opaque cursor for the next page of the question with that mark."""
    place = "\t".join((mark, str(cursor.total), str(int(cursor.exact)), *cursor.place))
    return urlsafe_b64encode(place.encode()).decode().rstrip("=")


def read_cursor(given: str, asked: str, parts: int) -> Cursor:
    """A cursor of the question with the mark `asked`, its place of so many parts; raises CursorError for another."""
    try:
        padded = given + "=" * (-len(given) % 4)
        mark, total, exact, *place = urlsafe_b64decode(padded.encode("ascii")).decode().split("\t")
        cursor = Cursor(tuple(place), int(total), exact == "1")
    except ValueError as problem:
        raise CursorError("the cursor is none of this service's: take `next` of the page before") from problem
    if mark != asked:
        raise CursorError("the cursor is of another question: ask as for the page that gave it, or without a cursor")
    if len(place) != parts or not 0 <= cursor.total < 2**63:
        raise CursorError("the cursor is none of this service's: take `next` of the page before")
    return cursor
