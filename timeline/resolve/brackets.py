"""A weekday behind dates that says which day they are: "5 May (Tuesday)", "May 2-3 (Sat-Sun)", "5 May, a Tuesday"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.resolve.frame import Reference
from timeline.types import DatedExpression, TimeExpression
from timeline.written import Calendar

OPENING = re.compile(r"\s{0,2}\(\s?|,\s(?:which\swas\s)?an?\s")
WITHIN = re.compile(r"[^()\n]{0,4}")
FARTHEST = 40  # dates back that are looked at
APART = 6  # characters between two dates of one list


def bracketed(expression: TimeExpression, text: str, dated: Sequence[DatedExpression]) -> Reference | None:
    """The first date in front of the brackets around a weekday; None where it stands in none."""
    match expression.written.says:
        case Calendar(weekday=int(), day=None, month=None, which=None, of=None):
            before = len(dated)
        case _:
            return None
    end, least = expression.start, max(0, len(dated) - FARTHEST)
    while before > least and is_inside(text, dated[before - 1].expression.end, end):
        before -= 1
        end = dated[before].expression.start
    if before == least or not OPENING.fullmatch(text, dated[before - 1].expression.end, end):
        return None
    first = before - 1
    while (
        first and dated[first].expression.start - dated[first - 1].expression.end <= APART and is_days(dated[first - 1])
    ):
        first -= 1
    one = dated[first]
    if one.when is None or not is_days(one):
        return None
    return Reference(edtf=one.when.edtf, precision=one.when.precision, text=one.expression.text, end=one.expression.end)


def is_inside(text: str, start: int, end: int) -> bool:
    """Whether what stands between two expressions does not open the brackets yet."""
    return WITHIN.fullmatch(text, start, end) is not None and OPENING.fullmatch(text, start, end) is None


def is_days(one: DatedExpression) -> bool:
    """Whether a date is a day of the calendar, or the few days of a stretch."""
    match one.expression.written.says:
        case Calendar(day=None):
            return False
        case _:
            return one.when is not None and one.when.precision in ("day", "range") and one.timex.type == "DATE"
