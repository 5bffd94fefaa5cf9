"""Days and seconds of the proleptic Gregorian calendar, for any year: `datetime` ends at the years 1 and 9999.

A day counts as `date.toordinal` counts (1 January of the year 1 is day 1); a second counts from the start of day 0,
by the wall clock that was written. An open end is minus or plus infinity.
"""

from __future__ import annotations

from datetime import date
from math import inf

SECONDS_A_DAY = 86_400
DAYS_A_CYCLE = 146_097  # the calendar repeats every 400 years
CYCLE_START = 2000  # any multiple of 400 that `datetime` can hold


def ordinal(year: int, month: int, day: int) -> int:
    """The day's number; the year may be any integer, 0 is 1 BC."""
    cycles, offset = divmod(year, 400)
    return date(CYCLE_START + offset, month, day).toordinal() + (cycles - CYCLE_START // 400) * DAYS_A_CYCLE


def civil(number: int) -> tuple[int, int, int]:
    """Year, month and day of a day's number."""
    first = date(CYCLE_START, 1, 1).toordinal()
    cycles, rest = divmod(number - first, DAYS_A_CYCLE)
    day = date.fromordinal(first + rest)
    return day.year + 400 * cycles, day.month, day.day


def month_length(year: int, month: int) -> int:
    """How many days the month has."""
    following = ordinal(year + 1, 1, 1) if month == 12 else ordinal(year, month + 1, 1)
    return following - ordinal(year, month, 1)


def representable_day(second: float) -> date | None:
    """The day in which a second lies, None where it is open or outside the years 1 to 9999."""
    if second in (inf, -inf):
        return None
    number = int(second) // SECONDS_A_DAY
    return date.fromordinal(number) if 1 <= number <= date.max.toordinal() else None
