"""What merging takes and changes, and the changes of events."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from timeline.store.tables import ChangeKind
    from timeline.types import Event, Extraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Extractions to merge together, and the state of the store in which that was decided.

    `stamps` are the readings of the articles, `events` the last sequence numbers of the events they are in.
    """

    extractions: tuple[Extraction, ...]
    stamps: Mapping[str, str]
    events: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """How many events a merge made, changed, joined to another and dropped."""

    created: int = 0
    updated: int = 0
    merged: int = 0
    removed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change of an event; `event` is None where it is gone or has become part of `merged_into`."""

    seq: int
    id: str
    revision: int
    kind: ChangeKind
    event: Event | None
    merged_into: str | None
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class LastChange:
    """When an event was last changed, and which of its revisions it is since."""

    seq: int
    revision: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Edition:
    """A state of all events: their last change and when it was made, 0 before the first.

    The time tells apart what a store came to before and after it was restored from a backup: by the same numbers.
    """

    seq: int = 0
    at: str = ""
