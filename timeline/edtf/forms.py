"""The forms an EDTF text can take, as values; printing one gives its canonical text.

Source: Library of Congress, Extended Date/Time Format Specification (4 February 2019), which is ISO 8601-2:2019 as
profiled for libraries: levels 0 and 1, and of level 2 the one-of sets, the quarters and the halves.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Literal

Qualifier = Literal["", "?", "~", "%"]  # certain, uncertain, approximate, both


class Edge(Enum):
    """An end of an interval that is no date."""

    OPEN = ".."
    UNKNOWN = ""

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """A year, month or day; `unspecified` is what follows in X: `2004-XX`, `2004-XX-XX`, `2004-06-XX`."""

    year: int
    month: int | None = None
    day: int | None = None
    unspecified: Literal["", "-XX", "-XX-XX"] = ""
    qualifier: Qualifier = ""

    def __str__(self) -> str:
        month = "" if self.month is None else f"-{self.month:02d}"
        day = "" if self.day is None else f"-{self.day:02d}"
        alone = self.month is None and not self.unspecified
        year = spell_year(self.year) if alone else iso_year(self.year)
        return f"{year}{month}{day}{self.unspecified}{self.qualifier}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Years:
    """A decade (`199X`) or a century (`18XX`) by its first and last year; `-00XX` is -99 to 0, 100 BC to 1 BC."""

    first: int
    last: int
    qualifier: Qualifier = ""

    def __str__(self) -> str:
        width = self.last - self.first + 1
        sign, magnitude = ("-", -self.last) if self.first < 0 else ("", self.first)
        digits, unspecified = (3, "X") if width == 10 else (2, "XX")
        return f"{sign}{magnitude // width:0{digits}d}{unspecified}{self.qualifier}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """A part of a year by its ISO 8601-2 code: season 21-24, quarter 33-36, half 40-41."""

    year: int
    code: int
    qualifier: Qualifier = ""

    def __str__(self) -> str:
        return f"{iso_year(self.year)}-{self.code}{self.qualifier}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A clock time on a day, to the hour, minute or second; `offset` is minutes east of UTC, None for local time."""

    year: int
    month: int
    day: int
    hour: int
    minute: int | None = None
    second: int | None = None
    offset: int | None = None

    def __str__(self) -> str:
        minute = "" if self.minute is None else f":{self.minute:02d}"
        second = "" if self.second is None else f":{self.second:02d}"
        day = f"{iso_year(self.year)}-{self.month:02d}-{self.day:02d}"
        return f"{day}T{self.hour:02d}{minute}{second}{spell_offset(self.offset)}"


Point = Date | Years | Division | Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """From the start of one point to the end of another; an end may be open or unknown, not both."""

    start: Point | Edge
    end: Point | Edge

    def __str__(self) -> str:
        return f"{self.start}/{self.end}"


@dataclass(frozen=True, slots=True, kw_only=True)
class OneOf:
    """One of several points, which of them is not known; an interval among them is a run (`2022-02-25..2022-02-27`)."""

    members: tuple[Point | Interval, ...]

    def __str__(self) -> str:
        return f"[{','.join(spell_member(member) for member in self.members)}]"


Form = Point | Interval | OneOf


def spell_year(year: int) -> str:
    """A year alone: four digits and a minus before the year 0; `Y` in front of anything longer."""
    return f"Y{year}" if abs(year) > 9999 else iso_year(year)


def iso_year(year: int) -> str:
    """A year before a month: as ISO 8601 expands it where it is longer (`+17000-05`), which EDTF leaves unsaid."""
    return f"{'-' if year < 0 else '+' if year > 9999 else ''}{abs(year):04d}"


def spell_offset(offset: int | None) -> str:
    """`Z`, `+02:00`, or nothing for local time."""
    if offset is None:
        return ""
    if offset == 0:
        return "Z"
    hours, minutes = divmod(abs(offset), 60)
    return f"{'-' if offset < 0 else '+'}{hours:02d}:{minutes:02d}"


def spell_member(member: Point | Interval) -> str:
    """A member as it stands in a set, where a run has two dots instead of a slash."""
    if not isinstance(member, Interval):
        return str(member)
    start = "" if isinstance(member.start, Edge) else str(member.start)
    end = "" if isinstance(member.end, Edge) else str(member.end)
    return f"{start}..{end}"
