"""What the operator allows: how often a feed is looked at, and for how long the pages of its articles are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """The shortest and longest time between two looks at a feed; `revisit` is 0 where pages are read once only."""

    shortest: timedelta = timedelta(minutes=15)
    longest: timedelta = timedelta(hours=24)
    revisit: timedelta = timedelta(days=7)
