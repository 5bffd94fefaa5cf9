"""Days that a happening can lie in, as numbers, open ends as infinities."""

from __future__ import annotations

from datetime import date
from math import inf
from typing import NamedTuple

from timeline.types import When


class Days(NamedTuple):
    """The first and the last day, as proleptic Gregorian ordinals; infinite where open."""

    first: float
    last: float


ALWAYS = Days(-inf, inf)


def days_of(when: When | None) -> Days:
    """The days between the bounds of a date; all of time where there is none."""
    if when is None:
        return ALWAYS
    return Days(bound(when.earliest, -inf), bound(when.latest, inf))


def bound(day: str | None, otherwise: float) -> float:
    """The number of an ISO day; `otherwise` where it is open or lies outside the years 1 to 9999."""
    try:
        return otherwise if day is None else ordinal(date.fromisoformat(day[:10]))
    except ValueError:
        return otherwise


def ordinal(day: date) -> int:
    """The number of a day."""
    return day.toordinal()


def overlap(one: Days, other: Days) -> Days | None:
    """The days that lie in both; None where there are none."""
    first, last = max(one.first, other.first), min(one.last, other.last)
    return Days(first, last) if first <= last else None


def apart(one: Days, other: Days) -> float:
    """How many days lie between the end of one and the start of the other; 0 where they overlap."""
    return max(0.0, one.first - other.last, other.first - one.last)


def span(days: Days) -> float:
    """How many days there are."""
    return days.last - days.first + 1
