"""One moment told in two zones, with its day behind both: "at 10:30 local time (07:30 GMT) on Tuesday"."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.expressions.refiners import is_bare_clock, is_day
from timeline.types import TimeExpression
from timeline.written import Unsaid, Which

Expressions = list[TimeExpression]

OPENS = re.compile(r"\s?\(")
CLOSES = re.compile(r"\)\s(?:on\s)?(?:the\s)?")


def with_zones(text: str, found: Expressions) -> Expressions:
    """Both times of day with the day that stands behind the brackets of the second; that is the day of the first."""
    zoned = list(found)
    for place in range(len(zoned) - 2):
        first, second, day = zoned[place : place + 3]
        if is_told_twice(text, first, second) and CLOSES.fullmatch(text, second.end, day.start) and is_day(day.written):
            zoned[place] = on(day, first)
            zoned[place + 1] = beside(day, first, second)
    return zoned


def on(day: TimeExpression, clock: TimeExpression) -> TimeExpression:
    """A time of day on that day."""
    return replace(clock, written=replace(day.written, clock=clock.written.clock))


def is_told_twice(text: str, first: TimeExpression, second: TimeExpression) -> bool:
    """Whether a time of day stands in brackets behind another."""
    both = is_bare_clock(first.written) and is_bare_clock(second.written)
    return both and OPENS.fullmatch(text, first.end, second.start) is not None


def beside(day: TimeExpression, first: TimeExpression, second: TimeExpression) -> TimeExpression:
    """The second time of day: on the same day, or on the one beside it where midnight lies between the zones."""
    apart = hour_of(second) - hour_of(first)
    if abs(apart) < 12:
        return on(day, second)
    which: Which = "previous" if apart > 0 else "following"
    return replace(second, written=replace(second.written, says=Unsaid(which=which)))


def hour_of(one: TimeExpression) -> int:
    """The hour of a time of day."""
    return (one.written.clock.hour or 0) if one.written.clock else 0
