"""Dates of the library as a list prints them, never more exact than they are."""

from __future__ import annotations

import re
from calendar import month_name
from datetime import date

from timeline.exports.listing.views import DateView
from timeline.types import When

# What HTML's <time datetime> can carry: a year, a month, a day, a day with a time.
_MACHINE = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?)?)?")
_DAY_OF_MONTH = re.compile(rf"(?<=\d) (?=(?:{'|'.join(month_name[1:])})\b)|(?<=[a-z]) (?=\d{{4}}\b)")
_UNBROKEN = "\N{NO-BREAK SPACE}"
_UNDATED = DateView(label="Date not known")


def date_view(when: When | None) -> DateView:
    """The date with its weekday where one day is known, and the days it may lie between where not."""
    if when is None:
        return _UNDATED
    first, last = _day(when.earliest), _day(when.latest)
    exact = first is not None and first == last
    return DateView(
        label=_DAY_OF_MONTH.sub(_UNBROKEN, when.label),
        machine=when.edtf if _MACHINE.fullmatch(when.edtf) else None,
        weekday=f"{first:%A}" if exact and first is not None else None,
        span=None if exact else _span(first, last),
        exact=exact,
    )


def published_view(published: str | None) -> DateView | None:
    """The publication day as the publisher's own calendar had it; None where it is not known."""
    day = _day(published)
    if published is None or day is None:
        return None
    return DateView(label=written(day), machine=published if _MACHINE.fullmatch(published) else day.isoformat())


def heading(when: When | None) -> str:
    """The year an entry stands under; the years it spans where it may last or lie longer than one."""
    if when is None:
        return "No date known"
    first, last = _day(when.earliest), _day(when.latest)
    match first, last:
        case None, None:
            return (when.best or when.label)[:4]
        case None, date() as until:
            return f"{until.year} or before"
        case date() as since, None:
            return f"{since.year} or after"
        case date() as since, date() as until if (until - since).days > 366:
            return f"{since.year}–{until.year}"
        case date() as since, _:
            return str(since.year)
    return when.label


def written(day: date) -> str:
    """The day as a person would write it: 5 January 2025."""
    return f"{day.day} {day:%B} {day.year}"


def _span(first: date | None, last: date | None) -> str | None:
    match first, last:
        case date() as since, date() as until:
            return f"{written(since)} at the earliest, {written(until)} at the latest"
        case date() as since, None:
            return f"{written(since)} at the earliest"
        case None, date() as until:
            return f"{written(until)} at the latest"
    return None


def _day(written_out: str | None) -> date | None:
    # Years before 1 and beyond 9999 are EDTF but no Python date: such an entry keeps its label and loses the extras.
    try:
        return date.fromisoformat(written_out[:10]) if written_out else None
    except ValueError:
        return None
