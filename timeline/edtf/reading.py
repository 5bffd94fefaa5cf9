"""An EDTF text read into its form."""

from __future__ import annotations

import re
from typing import cast

from timeline.edtf.bounds import DIVISIONS, bounds, offset_of
from timeline.edtf.calendar import month_length
from timeline.edtf.errors import EdtfError
from timeline.edtf.forms import Date, Division, Edge, Form, Interval, Moment, OneOf, Point, Qualifier, Years

POINT = re.compile(
    r"""
    (?: Y(?P<long>-?[1-9]\d{4,})
      | (?P<years>-?(?:\d{3}X|\d{2}XX))
      | (?P<year>-?\d{4} | [+-][1-9]\d{4,}(?=-))
        (?: (?P<unspecified>-XX(?:-XX)?)
          | -(?P<month>\d\d) (?: (?P<unspecified_day>-XX)
                               | -(?P<day>\d\d)
                                 (?: T(?P<hour>\d\d) (?: :(?P<minute>\d\d) (?: :(?P<second>\d\d) )? )?
                                     (?P<offset>Z|[+-]\d\d(?::\d\d)?)? )? )? )?
    )
    (?P<qualifier>[?~%])?
    """,
    re.VERBOSE | re.ASCII,
)

DRAFT = "that is the draft of 2012"
# What is nearly EDTF, and what to write instead.
NEARLY = (
    (re.compile(r"^\s|\s$"), "remove the spaces around it"),
    (
        re.compile(r"^\d+u|-uu|^y-?\d|^open$|^unknown$"),
        f"{DRAFT}: write X for u, Y for y, .. for open, nothing for unknown",
    ),
    (re.compile(r"X.*\d"), "X stands for the last digits, or the last parts, only: 199X, 18XX, 2004-XX, 2004-06-XX"),
    (re.compile(r"[?~%].+$"), "one qualifier at the end is read: 2004-06-11?; parts cannot be qualified one by one"),
    (re.compile(r"^-?\d{4}-\d(?!\d)|^-?\d{4}-\d\d-\d(?!\d)"), "write months and days with two digits: 2022-02-04"),
    (re.compile(r"^-?\d{1,3}(?!\d)"), "write years with four digits (0079) or with X: 199X, 18XX"),
    (re.compile(r"^[+-]?\d{5,}"), "put Y in front of a year with more than four digits: Y17000"),
    (re.compile(r"^\d{4}-\d\d-\d\d \d\d"), "write T between the day and the clock: 2025-01-05T04:00"),
    (re.compile(r"^\{"), "all-of sets are not read: write [a,b] where one of them is meant, or several values"),
)
EXPECTED = (
    "write a date (2022, 2022-02, 2022-02-24, 199X, 18XX), a clock time (2025-01-05T04:00Z), a season, quarter or half "
    "(2022-21, 2024-33, 2024-40), an interval (2022-02-24/2022-03-07, 2020/..) or a set ([2022-02-25,2022-02-26])"
)


def read_form(text: str) -> Form:
    """The form of a text; raises EdtfError, which says what to write instead, where it is none."""
    if text.startswith("[") and text.endswith("]"):
        return read_one_of(text)
    if "/" in text:
        return read_interval(text, *split_once(text, "/"))
    return read_point(text)


def split_once(text: str, separator: str) -> tuple[str, str]:
    """The two sides of a separator that stands there once."""
    start, _, end = text.partition(separator)
    if separator in end:
        raise EdtfError(
            f"{text!r} has more than one {separator!r}: an interval has two ends, and a day is written 2022-02-24"
        )
    return start, end


def read_interval(text: str, start: str, end: str) -> Interval:
    """An interval out of its two sides; either may be open or unknown, not both."""
    return checked_interval(text, read_end(start), read_end(end))


def read_end(text: str) -> Point | Edge:
    """One side of an interval."""
    return Edge(text) if text in ("", "..") else read_point(text)


def checked_interval(text: str, start: Point | Edge, end: Point | Edge) -> Interval:
    """The interval, if it has a date at one end at least, does not run backwards, and keeps one UTC offset."""
    interval = Interval(start=start, end=end)
    if isinstance(start, Edge) and isinstance(end, Edge):
        raise EdtfError(f"{text!r} has no date at either end: write one, as in 2020/.. or ../2020")
    clocks = [point for point in (start, end) if isinstance(point, Moment)]
    if len(clocks) == 2 and offset_of(clocks[0]) != offset_of(clocks[1]):
        raise EdtfError(f"{text!r} has two UTC offsets: write both ends in one of them")
    span = bounds(interval)
    if span.lower > span.upper:
        raise EdtfError(f"{text!r} ends before it starts: swap its ends")
    return interval


def read_one_of(text: str) -> Form:
    """A one-of set in order of time, without repetitions; a set of one date is that date."""
    members = {read_member(text, member.strip(" ")) for member in text[1:-1].split(",")}
    if len(members) == 1 and not isinstance(only := next(iter(members)), Interval):
        return only
    return OneOf(members=tuple(sorted(members, key=lambda member: (*bounds(member), str(member)))))


def read_member(text: str, member: str) -> Point | Interval:
    """A date, or a run such as `2022-02-25..2022-02-27`, `..1984`, `1984..`."""
    if not member:
        raise EdtfError(f"{text!r} has an empty member: write dates between the commas, as in [2022-02-25,2022-02-26]")
    if ".." not in member:
        return read_point(member)
    start, end = (Edge.OPEN if side == "" else read_point(side) for side in split_once(member, ".."))
    return start if start == end and not isinstance(start, Edge) else checked_interval(text, start, end)


def read_point(text: str) -> Point:
    """A single date, clock time, season, quarter, half, decade or century."""
    found = POINT.fullmatch(text)
    if found is None:
        raise EdtfError(f"{text!r} is not EDTF: {advice(text)}")
    part = found.groupdict()
    qualifier = cast(Qualifier, part["qualifier"] or "")
    if part["long"]:
        return Date(year=int(part["long"]), qualifier=qualifier)
    if part["years"]:
        return read_years(part["years"], qualifier)
    if part["year"] == "-0000":
        raise EdtfError(f"{text!r} has a year -0000: the year 0, which is 1 BC, is 0000")
    if part["hour"]:
        return read_moment(text, part)
    return read_date(text, part, qualifier)


def read_years(digits: str, qualifier: Qualifier) -> Years:
    """The ten or hundred years that X leaves open; before the year 0 they are counted backwards."""
    width = 100 if digits.endswith("XX") else 10
    start = int(digits.rstrip("X")) * width
    if digits.startswith("-"):
        return Years(first=start - width + 1, last=start, qualifier=qualifier)
    return Years(first=start, last=start + width - 1, qualifier=qualifier)


def read_date(text: str, part: dict[str, str | None], qualifier: Qualifier) -> Date | Division:
    """A year, a month, a day or a part of a year, checked against the calendar."""
    year, month, day = int(part["year"] or 0), part["month"], part["day"]
    if month is None:
        unspecified = part["unspecified"]
        return Date(
            year=year,
            unspecified="-XX-XX" if unspecified == "-XX-XX" else "-XX" if unspecified else "",
            qualifier=qualifier,
        )
    if int(month) in DIVISIONS and day is None and not part["unspecified_day"]:
        return Division(year=year, code=int(month), qualifier=qualifier)
    check_day(text, year, int(month), int(day) if day else 1)
    return Date(
        year=year,
        month=int(month),
        day=int(day) if day else None,
        unspecified="-XX" if part["unspecified_day"] else "",
        qualifier=qualifier,
    )


def read_moment(text: str, part: dict[str, str | None]) -> Moment:
    """A clock time, checked against the calendar and the clock."""
    if part["qualifier"]:
        raise EdtfError(
            f"{text!r} qualifies a clock time: EDTF qualifies days and longer only; write the day, as 2025-01-05~"
        )
    year, month, day = int(part["year"] or 0), int(part["month"] or 0), int(part["day"] or 0)
    hour, minute, second = int(part["hour"] or 0), part["minute"], part["second"]
    check_day(text, year, month, day)
    if hour > 23 or int(minute or 0) > 59 or int(second or 0) > 59:
        raise EdtfError(f"{text!r} has no such clock time: write 00:00:00 to 23:59:59")
    return Moment(
        year=year,
        month=month,
        day=day,
        hour=hour,
        minute=int(minute) if minute else None,
        second=int(second) if second else None,
        offset=read_offset(text, part["offset"]),
    )


def read_offset(text: str, written: str | None) -> int | None:
    """Minutes east of UTC."""
    if written is None or written == "Z":
        return None if written is None else 0
    hours, minutes = int(written[1:3]), int(written[4:6] or 0)
    if hours > 23 or minutes > 59:
        raise EdtfError(f"{text!r} has no such UTC offset: write Z or +00:00 to +23:59")
    return (hours * 60 + minutes) * (-1 if written[0] == "-" else 1)


def check_day(text: str, year: int, month: int, day: int) -> None:
    """Refuses a month or a day that no calendar has."""
    if not 1 <= month <= 12:
        raise EdtfError(
            f"{text!r} has no such month: write 01 to 12, a season 21 to 24, a quarter 33 to 36 or a half 40 or 41"
        )
    length = month_length(year, month)
    if not 1 <= day <= length:
        raise EdtfError(f"{text!r} has no such day: that month has the days 01 to {length}")


def advice(text: str) -> str:
    """What to write instead of a text that is no EDTF."""
    return next((what for pattern, what in NEARLY if pattern.search(text)), EXPECTED)
