"""Dates in figures whose order another one shows: after "25/04/2023", "03/05/2023" is a day in May."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.types import TimeExpression
from timeline.written import Calendar

Expressions = list[TimeExpression]

SLASHED = re.compile(r"(\d{1,2})([-/])(\d{1,2})[-/](?:\d{4}|\d\d)$")


def with_order(_: str, found: Expressions) -> Expressions:
    """Dates in figures day first where one of them can only be read so, and none can only be read month first."""
    places = [(one, match) for one in found if one.rule == "date-in-figures" and (match := SLASHED.search(one.text))]
    day_first = any(int(match[1]) > 12 for _, match in places)
    month_first = any(int(match[3]) > 12 for _, match in places)
    if not day_first or month_first:
        return found
    open_ones = {one.start for one, match in places if int(match[1]) <= 12}
    return [turned(one) if one.start in open_ones else one for one in found]


def turned(one: TimeExpression) -> TimeExpression:
    """A date in figures with the day first."""
    match one.written.says:
        case Calendar(month=int(month), day=int(day), weekday=None) as says if day <= 12:
            return replace(one, written=replace(one.written, says=replace(says, month=day, day=month)))
        case _:
            return one
