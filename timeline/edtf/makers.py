"""Values out of numbers and dates, for those who compute a time instead of reading one."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Literal, get_args

from timeline.edtf.errors import EdtfError
from timeline.edtf.forms import Date, Division, Moment, Years
from timeline.edtf.value import Edtf, parse

Season = Literal["spring", "summer", "autumn", "fall", "winter"]
ClockPrecision = Literal["hour", "minute", "second"]

SEASON_CODES: dict[str, int] = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}


def day(on: date) -> Edtf:
    """A day: `2025-01-05`; of a datetime, the day by its own clock."""
    return parse(f"{on.year:04d}-{on.month:02d}-{on.day:02d}")


def month(year: int, month: int) -> Edtf:
    """A month: `2022-02`."""
    return parse(str(Date(year=year, month=month)))


def year(year: int) -> Edtf:
    """A year: `2022`; -43 is 44 BC, as EDTF has a year 0."""
    return parse(str(Date(year=year)))


def decade(year: int) -> Edtf:
    """The ten years `199X` in which a year lies, counted from the round one."""
    return parse(str(years_around(year, 10)))


def century(year: int) -> Edtf:
    """The hundred years `18XX` in which a year lies, counted from the round one: the 19th century of common use."""
    return parse(str(years_around(year, 100)))


def years_around(year: int, width: int) -> Years:
    """The round ten or hundred years around a year; before the year 0 they end with the round one."""
    if year >= 0:
        first = year - year % width
        return Years(first=first, last=first + width - 1)
    last = -(-year // width) * width  # the X stands for digits of the year's magnitude
    return Years(first=last - width + 1, last=last)


def season(year: int, name: Season) -> Edtf:
    """A meteorological season of the northern hemisphere: `2022-24` is December 2022 to February 2023."""
    if name not in SEASON_CODES:
        raise EdtfError(f"{name!r} is no season: write one of {', '.join(get_args(Season))}")
    return parse(str(Division(year=year, code=SEASON_CODES[name])))


def quarter(year: int, number: int) -> Edtf:
    """A quarter of the calendar year, 1 to 4: `2024-33` to `2024-36`."""
    if not 1 <= number <= 4:
        raise EdtfError(f"there is no quarter {number}: write 1 to 4")
    return parse(str(Division(year=year, code=32 + number)))


def half(year: int, number: int) -> Edtf:
    """A half of the calendar year, 1 or 2: `2024-40`, `2024-41`."""
    if number not in (1, 2):
        raise EdtfError(f"there is no half {number}: write 1 or 2")
    return parse(str(Division(year=year, code=39 + number)))


def interval(start: Edtf | None, end: Edtf | None) -> Edtf:
    """From the start of one value to the end of another, None where open; from a value to itself is that value."""
    if start is not None and start == end:
        return start
    return parse(f"{first_end(start)}/{last_end(end)}")


def first_end(value: Edtf | None) -> str:
    """Where an interval that begins with a value begins; a set begins with its first member."""
    if value is None:
        return ".."
    if value.members:
        return first_end(min(value.members, key=lambda member: member.lower))
    return value.text.partition("/")[0]


def last_end(value: Edtf | None) -> str:
    """Where an interval that ends with a value ends; a set ends with its last member."""
    if value is None:
        return ".."
    if value.members:
        return last_end(max(value.members, key=lambda member: member.upper))
    return value.text.rpartition("/")[2]


def moment(at: datetime, *, precision: ClockPrecision = "minute") -> Edtf:
    """A clock time: `2025-01-05T04:00`, with its UTC offset where the datetime has one."""
    offset = at.utcoffset()
    if offset is not None and offset % timedelta(minutes=1):
        raise EdtfError(f"{at} has a UTC offset of seconds, which EDTF cannot write: convert it to UTC")
    return parse(
        str(
            Moment(
                year=at.year,
                month=at.month,
                day=at.day,
                hour=at.hour,
                minute=None if precision == "hour" else at.minute,
                second=at.second if precision == "second" else None,
                offset=None if offset is None else offset // timedelta(minutes=1),
            )
        )
    )
