"""The first and the last second of a form, by the wall clock that it writes."""

from __future__ import annotations

from math import inf
from typing import Literal, NamedTuple, assert_never

from timeline.edtf.calendar import SECONDS_A_DAY, month_length, ordinal
from timeline.edtf.forms import Date, Division, Edge, Form, Interval, Moment, OneOf, Years

Precision = Literal[
    "second", "minute", "hour", "day", "month", "quarter", "season", "year", "decade", "century", "range"
]

# First month and number of months of each code. Seasons are the meteorological ones of the northern hemisphere, as
# weather services (WMO, Met Office, NOAA) count and newspapers mean them: spring is March to May, and the winter of a
# year begins in that year's December and ends in the next year's February. ISO 8601-2 leaves the months open.
DIVISIONS = {
    21: (3, 3),
    22: (6, 3),
    23: (9, 3),
    24: (12, 3),
    33: (1, 3),
    34: (4, 3),
    35: (7, 3),
    36: (10, 3),
    40: (1, 6),
    41: (7, 6),
}


class Bounds(NamedTuple):
    """The first and last second, both inclusive; minus or plus infinity where open."""

    lower: float
    upper: float


def bounds(form: Form) -> Bounds:
    """The first and the last second a form can mean; a qualifier (`~`, `?`) widens nothing."""
    match form:
        case Date():
            return date_bounds(form)
        case Years(first=first, last=last):
            return whole_days(first, 1, last, 12)
        case Division(year=year, code=code):
            month, count = DIVISIONS[code]
            later, last = divmod(month + count - 2, 12)
            return whole_days(year, month, year + later, last + 1)
        case Moment():
            return moment_bounds(form)
        case Interval(start=start, end=end):
            lower = -inf if isinstance(start, Edge) else bounds(start).lower
            upper = inf if isinstance(end, Edge) else bounds(end).upper
            return Bounds(lower, upper)
        case OneOf(members=members):
            each = [bounds(member) for member in members]
            return Bounds(min(one.lower for one in each), max(one.upper for one in each))
        case _:
            assert_never(form)


def date_bounds(date: Date) -> Bounds:
    """The year, month or day that a date names, whatever part of it is unspecified."""
    if date.month is None:
        return whole_days(date.year, 1, date.year, 12)
    if date.day is None:
        return whole_days(date.year, date.month, date.year, date.month)
    first = ordinal(date.year, date.month, date.day) * SECONDS_A_DAY
    return Bounds(first, first + SECONDS_A_DAY - 1)


def whole_days(year: int, month: int, last_year: int, last_month: int) -> Bounds:
    """From the first second of one month to the last second of another."""
    first = ordinal(year, month, 1)
    last = ordinal(last_year, last_month, month_length(last_year, last_month))
    return Bounds(first * SECONDS_A_DAY, (last + 1) * SECONDS_A_DAY - 1)


def moment_bounds(moment: Moment) -> Bounds:
    """The hour, minute or second that a clock time names."""
    lasts = 3600 if moment.minute is None else 60 if moment.second is None else 1
    clock = moment.hour * 3600 + (moment.minute or 0) * 60 + (moment.second or 0)
    first = ordinal(moment.year, moment.month, moment.day) * SECONDS_A_DAY + clock
    return Bounds(first, first + lasts - 1)


def precision(form: Form) -> Precision:
    """How precisely a form dates; X for month or day leaves what is known: `2004-06-XX` is a month."""
    match form:
        case Date(month=None):
            return "year"
        case Date(day=None):
            return "month"
        case Date():
            return "day"
        case Years(first=first, last=last):
            return "decade" if last - first == 9 else "century"
        case Division(code=code):
            return "season" if code < 33 else "quarter" if code < 40 else "range"
        case Moment(minute=None):
            return "hour"
        case Moment(second=None):
            return "minute"
        case Moment():
            return "second"
        case Interval() | OneOf():
            return "range"
        case _:
            assert_never(form)


def offset_of(form: Form) -> int | None:
    """The UTC offset of a form's clock times, which holds for a day beside them too; None for local time and sets."""
    match form:
        case Moment(offset=offset) | Interval(start=Moment(offset=offset)) | Interval(end=Moment(offset=offset)):
            return offset
        case _:
            return None


def has_clock(form: Form) -> bool:
    """Whether a form names a time of day anywhere."""
    match form:
        case Moment():
            return True
        case Interval(start=start, end=end):
            return isinstance(start, Moment) or isinstance(end, Moment)
        case OneOf(members=members):
            return any(has_clock(member) for member in members)
        case _:
            return False
