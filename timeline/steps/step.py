"""The reasons of a date, one small fact or one small computation each.

Every step is a value of numbers and words that can be stored, read back and executed: what was computed and what is
told about it are one thing, so that a date cannot differ from its reasons.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from timeline.types import Precision
from timeline.written import DayPart, Part, Season, Unit

Direction = Literal["past", "future", "nearest", "before", "after", "within", "onward"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """The text itself names the date."""

    text: str
    edtf: str
    kind: Literal["stated"] = "stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """Counting starts on the day of publication, in the publisher's own day; `day` has its time where that counts."""

    day: str
    kind: Literal["published"] = "published"


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """Counting starts at another date of the passage."""

    text: str
    edtf: str
    precision: Precision
    kind: Literal["carried"] = "carried"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Counting starts at an event whose date is known: from another mention, or from a landmark of the user's."""

    text: str
    edtf: str
    precision: Precision
    source: Literal["event", "landmark"]
    kind: Literal["known"] = "known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """So many units on, or back where negative: days and weeks lead to a day, longer units to one of their own."""

    unit: Unit
    count: float
    kind: Literal["counted"] = "counted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Containing:
    """The whole calendar unit it lies in: its week, month, quarter, year."""

    unit: Unit
    kind: Literal["containing"] = "containing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearest:
    """The date of that name which lies in that direction; `because` is the evidence for the direction."""

    direction: Direction
    because: str
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: Season | None = None
    quarter: int | None = None
    half: int | None = None
    weekend: bool = False
    holiday: str | None = None
    kind: Literal["nearest"] = "nearest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowed:
    """Its early, middle or late part."""

    part: Part
    kind: Literal["narrowed"] = "narrowed"


@dataclass(frozen=True, slots=True, kw_only=True)
class AtClock:
    """At a time of day, or in a part of the day; `offset` is minutes east of UTC, None for local time."""

    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    part: DayPart | None = None
    offset: int | None = None
    kind: Literal["at_clock"] = "at_clock"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """From `low` to `high` units on; `best` is the likeliest number of them, None where none is."""

    unit: Unit
    low: int
    high: int
    best: int | None = None
    kind: Literal["spread"] = "spread"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordinal:
    """The n-th unit of it, counted from its first day; several numbers are alternatives."""

    unit: Unit
    numbers: tuple[int, ...]
    kind: Literal["ordinal"] = "ordinal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edged:
    """Its first or last so many units."""

    unit: Unit
    count: int
    edge: Literal["first", "last"]
    kind: Literal["edged"] = "edged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Until:
    """From it to the end of another date."""

    text: str
    edtf: str
    kind: Literal["until"] = "until"


@dataclass(frozen=True, slots=True, kw_only=True)
class Either:
    """It or another date, the text does not say which."""

    text: str
    edtf: str
    kind: Literal["either"] = "either"


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """Only what agrees with another source's date of the same event."""

    edtf: str
    source: str
    kind: Literal["met"] = "met"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voted:
    """The date that most mentions of the event give."""

    edtf: str
    precision: Precision
    votes: int
    of: int
    best: str | None = None
    kind: Literal["voted"] = "voted"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoLaterThan:
    """Only the article's date is known: it had happened by then; `earliest` is None where nothing bounds its start."""

    day: str
    earliest: str | None
    kind: Literal["no_later_than"] = "no_later_than"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preceded:
    """It had happened before what `text` tells, of which the date is known: that is an upper bound."""

    text: str
    kind: Literal["preceded"] = "preceded"


Step = (
    Stated
    | Published
    | Carried
    | Known
    | Counted
    | Containing
    | Nearest
    | Narrowed
    | AtClock
    | Spread
    | Ordinal
    | Edged
    | Until
    | Either
    | Met
    | Voted
    | NoLaterThan
    | Preceded
)
