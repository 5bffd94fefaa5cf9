"""How much there is, and how much waits."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How often a thing was done, by whatever process, since the database was made, and how long that took."""

    kind: str
    label: str
    count: int
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Backlog:
    """What waits: feeds that are due, pages to be looked at again, and for how many seconds the oldest feed has."""

    feeds: int
    pages: int
    lag_seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much is in the store; `articles` counts by state."""

    articles: Mapping[str, int] = field(default_factory=dict)
    events: int = 0
    feeds: int = 0
    seq: int = 0
