"""Days that share the month of the first of a list: "May 2-3, 9-10 and 16-17", "on March 5, 12 and 19"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from timeline.expressions.dates import LONGEST
from timeline.types import TimeExpression
from timeline.written import Calendar, Stretch, Written

Expressions = list[TimeExpression]

DAY = r"(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)?\b"
ITEM = re.compile(
    rf"(?:,\s?(?:and\s|&\s|or\s)?|\s(?:and|&|or)\s)(?P<first>{DAY})(?:\s?[-–]\s?(?P<last>{DAY}))?(?=\s?(?:[,;.)(\n]|and\b|or\b|&|$)|\s(?:at|in)\b)"
)
YEAR = re.compile(r",\s\d{4}")


def with_lists(text: str, found: Expressions) -> Expressions:
    """Every day of a list that names its month once, of two items at least: one alone may be any number."""
    listed: Expressions = []
    for place, one in enumerate(found):
        listed.append(one)
        month = month_of(one)
        limit = found[place + 1].start if place + 1 < len(found) else len(text)
        if month is not None:
            items = list(items_behind(text, one.end, limit, month))
            listed += (
                [day for item in items for day in item] if len(items) > 1 or len(items[0] if items else ()) > 1 else []
            )
    return listed


def month_of(one: TimeExpression) -> Calendar | None:
    """The day of a month, without a year, at which a list can begin; of a stretch, its last."""
    if not one.text[-1:].isdigit() and not one.text[-2:].isalpha():
        return None
    match one.written:
        case Written(says=Calendar(month=int(), day=int(), year=None, weekday=None) as says, clock=None):
            return says if one.text[0].isalpha() else None
        case Written(says=Stretch(last=Written(says=Calendar(month=int(), day=int(), year=None) as says), shown=1)):
            return says if one.text.isdigit() else None
        case _:
            return None


def items_behind(text: str, place: int, limit: int, month: Calendar) -> Iterator[tuple[TimeExpression, ...]]:
    """The items of a list behind a day, each one day or the two ends of a stretch, in order of time."""
    before = month.day or 0
    while (match := ITEM.match(text, place, limit)) and not YEAR.match(text, place):
        first, last = number(match["first"]), number(match["last"] or match["first"])
        if not before < first <= last <= LONGEST[(month.month or 1) - 1]:
            return
        yield ends(match, replace(month, day=first), replace(month, day=last))
        place, before = match.end(), last


def number(text: str) -> int:
    """The number of "5" or "5th"."""
    return int(re.sub(r"\D", "", text))


def ends(match: re.Match[str], first: Calendar, last: Calendar) -> tuple[TimeExpression, ...]:
    """One day, or both ends of a stretch, as expressions."""
    one, other = Written(says=first), Written(says=last)
    if match["last"] is None:
        return (day(match, "first", one),)
    return (
        day(match, "first", Written(says=Stretch(first=one, last=other, shown=0))),
        day(match, "last", Written(says=Stretch(first=one, last=other, shown=1))),
    )


def day(match: re.Match[str], group: str, written: Written) -> TimeExpression:
    """The expression over a group of a match."""
    start, end = match.span(group)
    return TimeExpression(start=start, end=end, text=match[group], written=written, rule="day-of-list")
