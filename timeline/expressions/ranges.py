"""Days that share one month: "3 to 7 March", "25 or 26 February", "Jan. 5-7".

TimeML marks both ends as expressions of their own, so a rule reads one end each, and both ends say the whole.
"""

from __future__ import annotations

import re
from typing import Literal

from timeline.expressions.dates import LONGEST, full_year, month_of
from timeline.expressions.numbers import ordinal
from timeline.expressions.rule import rule
from timeline.written import Calendar, Choice, Stretch, Written

JOIN = r"(?P<join>@_(?:to|or|and|through|until|till)@_|@dash)"


def both(match: re.Match[str], shown: Literal[0, 1]) -> Written | None:
    """The two days as a stretch, or as a choice after "or"."""
    month = month_of(match["month"])
    year, short = full_year(match["year"])
    days = [ordinal(match[name]) or 0 for name in ("first", "second")]
    if not all(1 <= day <= LONGEST[month - 1] for day in days) or days[0] >= days[1]:
        return None
    members = tuple(Written(says=Calendar(year=year, short=short, month=month, day=day)) for day in days)
    if match["join"].strip().lower().startswith("or"):
        return Written(says=Choice(members=members, shown=shown))
    return Written(says=Stretch(first=members[0], last=members[1], shown=shown))


def read_first(match: re.Match[str]) -> Written | None:
    """The first day, which says the whole."""
    return both(match, 0)


def read_second(match: re.Match[str]) -> Written | None:
    """The last day, which says the whole."""
    return both(match, 1)


DAY_FIRST = r"(?:the@_)?(?P<first>@ordinalday|@day)"
DAY_SECOND = r"(?:the@_)?(?P<second>@ordinalday|@day)"
YEAR = r"(?:,?@_(?:of@_)?(?P<year>@year))?"

LISTED = r"(?:,@_(?:the@_)?(?:@ordinalday|@day)){0,6},?@_(?:or|and)@_(?:the@_)?(?:@ordinalday|@day)"


def read_listed(match: re.Match[str]) -> Written | None:
    """A day of a list whose last names the month."""
    month, day = month_of(match["month"]), ordinal(match["day"]) or 0
    year, short = full_year(match["year"])
    if not 1 <= day <= LONGEST[month - 1]:
        return None
    return Written(says=Calendar(year=year, short=short, month=month, day=day))


RULES = (
    rule(
        "day-listed",
        "month",
        rf"(?P<span>(?:the@_)?(?P<day>@ordinalday|@day))(?=,@_(?:the@_)?(?:@ordinalday|@day){LISTED}(?:@_of)?@_(?P<month>@month){YEAR})",
        read_listed,
        {"on 3, 4 or 5 March they": ("3",), "on the 3rd, 4th, 5th and 6th of May": ("the 3rd", "4th")},
    ),
    rule(
        "days-of-month-first",
        "month",
        rf"(?P<span>{DAY_FIRST})(?={JOIN}{DAY_SECOND}(?:@_of)?@_(?P<month>@month){YEAR})",
        read_first,
        {"between 3 and 7 March 2022,": ("3",), "on 25 or 26 February": ("25",)},
    ),
    rule(
        "days-of-month-last",
        "month",
        rf"{DAY_FIRST}{JOIN}(?P<span>{DAY_SECOND}(?:@_of)?@_(?P<month>@month){YEAR})",
        read_second,
        {"between 3 and 7 March 2022,": ("7 March 2022",), "on 25 or 26 February": ("26 February",)},
    ),
    rule(
        "month-days-first",
        "month",
        rf"(?P<span>(?P<month>@month)@_{DAY_FIRST})(?={JOIN}{DAY_SECOND}(?!@_@month){YEAR}(?!@_@month))",
        read_first,
        {"held Jan. 5-7, 2025 in": ("Jan. 5",), "on March 3 or 4 they": ("March 3",)},
    ),
    rule(
        "month-days-last",
        "month",
        rf"(?P<month>@month)@_{DAY_FIRST}{JOIN}(?P<span>{DAY_SECOND}(?!@_@month){YEAR})(?!@_@month)",
        read_second,
        {"held Jan. 5-7, 2025 in": ("7, 2025",), "on March 3 or 4 they": ("4",)},
    ),
)
