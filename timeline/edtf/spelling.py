"""The canonical EDTF text of a stretch of time, given by its first and last second."""

from __future__ import annotations

from math import inf

from timeline.edtf.bounds import DIVISIONS
from timeline.edtf.calendar import SECONDS_A_DAY, civil, month_length
from timeline.edtf.forms import Date, Division, Years, spell_offset, spell_year

Day = tuple[int, int, int]

# The months that make a quarter or a half; seasons are left out, since their months are a convention.
NAMED = {(first, first + count - 1): code for code, (first, count) in DIVISIONS.items() if code >= 33}


def spell(lower: float, upper: float, *, offset: int | None = None) -> str:
    """The shortest EDTF text with exactly these bounds: `2022-02`, `199X`, `2024-33`, `2022-02-20/2022-03-07`."""
    if lower % SECONDS_A_DAY == 0 and upper % SECONDS_A_DAY == SECONDS_A_DAY - 1:
        return spell_days(day_of(lower), day_of(upper))
    return spell_clocks(lower, upper, offset)


def spell_days(first: Day, last: Day) -> str:
    """A stretch of whole days."""
    if first == last:
        return spell_day(first)
    if first[2] != 1 or last[2] != month_length(last[0], last[1]):
        return f"{spell_day(first)}/{spell_day(last)}"
    if first[:2] == last[:2]:
        return spell_month(first)
    if first[1] == 1 and last[1] == 12:
        return spell_years(first[0], last[0])
    if first[0] == last[0] and (first[1], last[1]) in NAMED:
        return str(Division(year=first[0], code=NAMED[first[1], last[1]]))
    return f"{spell_month(first)}/{spell_month(last)}"


def spell_day(day: Day) -> str:
    """A day as EDTF writes it."""
    return str(Date(year=day[0], month=day[1], day=day[2]))


def spell_month(day: Day) -> str:
    """The month of a day."""
    return str(Date(year=day[0], month=day[1]))


def spell_years(first: int, last: int) -> str:
    """A stretch of whole years: one, a decade, a century, or from one to another."""
    if first == last:
        return spell_year(first)
    width = last - first + 1
    if width in (10, 100) and first % width == 0 and 0 <= first <= 9999:
        return str(Years(first=first, last=last))
    return f"{spell_year(first)}/{spell_year(last)}"


def spell_clocks(lower: float, upper: float, offset: int | None) -> str:
    """A stretch that begins or ends within a day, or is open at one end: an hour, a minute, a second, an interval."""
    if lower % 3600 == 0 and upper == lower + 3599:
        return f"{spell_day(day_of(lower))}{clock(lower)[:3]}{spell_offset(offset)}"
    start, end = (bound or ".." for bound in iso_bounds(lower, upper, clocks=True, offset=offset))
    return start if start == end else f"{start}/{end}"


def needs_seconds(lower: float, upper: float) -> bool:
    """Whether a stretch does not begin and end with whole minutes."""
    return (lower != -inf and lower % 60 != 0) or (upper != inf and upper % 60 != 59)


def day_of(second: float) -> Day:
    """The day in which a second lies."""
    return civil(int(second) // SECONDS_A_DAY)


def clock(second: float, *, seconds: bool = False) -> str:
    """The time of day of a second, to the minute or to the second."""
    rest = int(second) % SECONDS_A_DAY
    text = f"T{rest // 3600:02d}:{rest // 60 % 60:02d}"
    return f"{text}:{rest % 60:02d}" if seconds else text


def iso_bounds(lower: float, upper: float, *, clocks: bool, offset: int | None) -> tuple[str | None, str | None]:
    """The two bounds as ISO 8601 days, or as clock times where the value has one; None where open."""
    seconds = needs_seconds(lower, upper)

    def written(second: float) -> str | None:
        if second in (inf, -inf):
            return None
        day = spell_day(day_of(second))
        return f"{day}{clock(second, seconds=seconds)}{spell_offset(offset)}" if clocks else day

    return written(lower), written(upper)
