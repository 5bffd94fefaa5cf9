"""What a text says about a time, before anyone asks when that is.

"three days ago" hangs on the publication, "three days later" on the last date of the passage, "three days after the
verdict" on another event: three different values here, and only `timeline.resolve` turns any of them into days.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Unit = Literal[
    "second",
    "minute",
    "hour",
    "day",
    "weekend",
    "week",
    "month",
    "quarter",
    "half",
    "season",
    "year",
    "decade",
    "century",
    "millennium",
    "period",
]
Season = Literal["SP", "SU", "FA", "WI"]
DayPart = Literal["MO", "MI", "AF", "EV", "NI", "DT"]
# A part of a period: its early, middle or late part, the turn of a century, or one of so many equal parts.
Part = Literal[
    "start", "mid", "end", "turn", "1/2", "2/2", "1/3", "2/3", "3/3", "1/4", "2/4", "3/4", "4/4",
    "1/10", "2/10", "3/10", "4/10", "5/10", "6/10", "7/10", "8/10", "9/10", "10/10",
]  # fmt: skip
Modifier = Literal["APPROX", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE", "BEFORE", "AFTER"]
Which = Literal["last", "this", "next", "coming", "previous", "following", "same"]
Origin = Literal["published", "previous"]
Relation = Literal["before", "after", "during", "same"]
Window = Literal["past", "future", "following", "preceding", "first", "last"]
Reference = Literal["PAST_REF", "PRESENT_REF", "FUTURE_REF"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A time of day: a clock time, a part of the day, or both ("4 in the morning"); `offset` is minutes east of UTC.

    `zone` is the zone as written ("GMT", "local time"); `hour` 24 is the midnight that ends a day.
    """

    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    part: DayPart | None = None
    zone: str | None = None
    offset: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """A unit counted from the publication or from the last date of the passage.

    `count` is None where the text gives no number ("a few days ago": `direction` says which way). `whole` tells the
    calendar unit itself ("last week", "the following year") from a point that far away ("a week ago").
    `definite` marks "the year", "the quarter": the one spoken of; `to_the_day` "a year ago today".
    """

    unit: Unit
    count: float | None = 0
    direction: Literal[-1, 0, 1] = 0
    origin: Origin = "published"
    whole: bool = True
    definite: bool = False
    to_the_day: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """A date by its calendar parts, as many as are written.

    `year` is as written and positive, `bc` says which side; `decade` 198 is the 1980s, `century` 18 the 19th; `short`
    marks a year or decade written with two digits. `holiday` is a key of the holidays in the lexicon. `week` is the
    week in which that day lies, `weeks` so many weeks on from it. `place` is the n-th such weekday of its month, -1 the
    last; `workdays` are Monday to Friday, of a repetition. `which` is "last Monday", "this summer"; `of` the relative
    unit it lies in ("June last year"; "the end of the year" has none: that is a part of a Shift).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: Season | None = None
    quarter: int | None = None
    half: int | None = None
    decade: int | None = None
    century: int | None = None
    holiday: str | None = None
    weekend: bool = False
    week: bool = False
    weeks: int = 0
    place: int | None = None
    workdays: bool = False
    bc: bool = False
    short: bool = False
    fiscal: bool = False
    which: Which | None = None
    of: Shift | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number of units; None where the number is not told ("several days")."""

    count: float | None
    unit: Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A length of time, or a stretch of that length at one end of what surrounds it ("the past two years").

    `window` says which: the past or future ones from now, the following ones from the passage's last date, the first
    or last ones of something; `of` is what that is, where it is a calendar date ("the last week of October"); of its
    weeks `place` is the second, the third.
    """

    amounts: tuple[Amount, ...]
    window: Window | None = None
    of: Calendar | None = None
    place: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Relative:
    """A time that hangs on an event the text names: `span` `relation` `event`, or one of its days.

    `ordinals` counts units from the event's first ("the second or third day of the war" is (2, 3)); `edge` is a
    stretch at its start or end ("the first days", "the final week").
    """

    relation: Relation
    event: str
    span: Span | None = None
    unit: Unit = "day"
    ordinals: tuple[int, ...] = ()
    edge: Literal["first", "last"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """From one time to another, both included ("3 to 7 March"); `shown` is the end this expression names."""

    first: Written
    last: Written
    shown: Literal[0, 1] = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of several times, the text does not say which ("25 or 26 February"); `shown` is the one named here."""

    members: tuple[Written, ...]
    shown: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """A time that comes again: every so long, or every such date; `times` is how often in it, where told."""

    every: Amount | Calendar
    times: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vague:
    """The past, the present or the future, and no more."""

    reference: Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsaid:
    """No date at all beside a clock time or a part of the day ("4 a.m.", "that night"); `which` as in Calendar."""

    which: Which | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Leftover:
    """A phrase that none of our rules reads, and dateparser does; the day it gives."""

    year: int
    month: int
    day: int


Says = Calendar | Shift | Span | Relative | Stretch | Choice | Repeat | Vague | Unsaid | Leftover


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What an expression says, with what its own words add: a part of it, a modifier, a time of day.

    `side` is the side of the publication on which it lies: "earlier this year" is this year up to now.
    """

    says: Says
    part: Part | None = None
    side: Literal["before", "after"] | None = None
    modifier: Modifier | None = None
    clock: Clock | None = None
