"""Weekdays and weekends."""

from __future__ import annotations

import re

from timeline.expressions.dates import LONGEST, full_year, month_of, weekday_of, which_of
from timeline.expressions.lexicon import TODAY
from timeline.expressions.numbers import counted, ordinal
from timeline.expressions.rule import rule
from timeline.written import Calendar, Shift, Which, Written

BEFORE_SHORT = re.compile(
    r"\b(?:on|this|last|next|every|each|until|till|by|from|and|to|late|early|since|before|after)\W{0,2}$|[/(–-]\s?$",
    re.IGNORECASE,
)


def read_weekday(match: re.Match[str]) -> Written | None:
    """A weekday, if a short form is one at all."""
    name = match["weekday"]
    if not name.lower().endswith("day"):
        if name[0].islower() or (match["which"] or "").lower() == "that":
            return None
        before = match.string[max(0, match.start() - 8) : match.start()]
        after = match.string[match.end() : match.end() + 3]
        if (
            not name.endswith(".")
            and not match["which"]
            and not (BEFORE_SHORT.search(before) or re.match(r"\s?\d|,\s?\d|[/–-]|\)", after))
        ):
            return None
    return Written(says=Calendar(weekday=weekday_of(name), which=which_of(match["which"])))


def read_weekday_week(match: re.Match[str]) -> Written:
    """A weekday of another week: "Monday of last week", "a week from Friday" is an offset."""
    count = {"last": -1, "this": 0, "next": 1}[match["week"].lower()]
    return Written(says=Calendar(weekday=weekday_of(match["weekday"]), of=Shift(unit="week", count=count)))


def read_weekday_beside(match: re.Match[str]) -> Written:
    """The weekday before or after the date spoken of."""
    which: Which = "following" if match["side"].lower() == "after" else "previous"
    return Written(says=Calendar(weekday=weekday_of(match["weekday"]), which=which))


def read_weekend(match: re.Match[str]) -> Written:
    """A weekend: the last, this, the next one."""
    return Written(says=Calendar(weekend=True, which=which_of(match["which"])))


def read_week_of_day(match: re.Match[str]) -> Written | None:
    """The week in which a day lies, or which begins or ends on it."""
    month, day = month_of(match["month"] or match["month2"]), int(ordinal(match["day"] or match["day2"]) or 0)
    if not 1 <= day <= LONGEST[month - 1]:
        return None
    year, short = full_year(match["year"])
    return Written(says=Calendar(year=year, short=short, month=month, day=day, week=True))


def read_place(match: re.Match[str]) -> Written:
    """The first, second, last such weekday of a month."""
    word = match["place"].lower()
    place = -1 if word == "last" else int(ordinal(word) or 1)
    year, short = full_year(match["year"])
    weekday = weekday_of(match["weekday"])
    if match["month"]:
        says = Calendar(year=year, short=short, month=month_of(match["month"]), weekday=weekday, place=place)
        return Written(says=says)
    count = {"last": -1, "next": 1}.get((match["which"] or "").lower(), 0)
    of = Shift(unit="month", count=count, origin="published" if match["which"] else "previous")
    return Written(says=Calendar(weekday=weekday, place=place, of=of))


def read_weeks_from(match: re.Match[str]) -> Written | None:
    """So many weeks on from a weekday to come, or from tomorrow."""
    weeks = int(counted(match["count"])[0] or 0)
    if match["day"]:
        return Written(says=Shift(unit="day", count=7 * weeks + TODAY[match["day"].lower()]))
    says = Calendar(weekday=weekday_of(match["weekday"]), which="next", weeks=weeks)
    return Written(says=says) if weeks else None


def read_weekday_ago(match: re.Match[str]) -> Written | None:
    """The so many last one of a weekday ("three Sundays ago"), or one so many weeks back ("a week ago Monday")."""
    count = int(counted(match["count"])[0] or 0)
    weeks = count - 1 if match["weekday"] else count
    says = Calendar(weekday=weekday_of(match["weekday"] or match["day"]), which="last", weeks=-weeks)
    return Written(says=says) if count else None


def read_after_next(match: re.Match[str]) -> Written:
    """The weekday a week behind the next one."""
    return Written(says=Calendar(weekday=weekday_of(match["weekday"]), which="next", weeks=1))


RULES = (
    rule(
        "weekday-ago",
        "weekday",
        r"(?P<count>an?|one|two|three|four|five|six)@_(?:(?P<weekday>@fullday)s?@_ago|weeks?@_ago@_(?:on@_|last@_)?(?P<day>@fullday))",
        read_weekday_ago,
        {
            "Three Sundays ago the choir": ("Three Sundays ago",),
            "A week ago Monday the bridge": ("A week ago Monday",),
            "a week ago in": (),
        },
    ),
    rule(
        "weekday-after-next",
        "weekday",
        r"(?:the@_)?(?P<weekday>@fullday)@_after@_next",
        read_after_next,
        {"due the Monday after next.": ("the Monday after next",)},
    ),
    rule(
        "week-of-day",
        "weekday unit",
        r"the@_week@_(?:of|beginning|starting|commencing|ending)@_(?:on@_)?(?:@weekday,?@_)?"
        r"(?:(?:the@_)?(?P<day>@ordinalday|@day)(?:@_of)?@_(?P<month>@month)|(?P<month2>@month)@_(?P<day2>@ordinalday|@day))"
        r"(?:,?@_(?P<year>@year))?",
        read_week_of_day,
        {
            "in the week of March 3, 2024, he": ("the week of March 3, 2024",),
            "in the week beginning 18 September": ("the week beginning 18 September",),
        },
    ),
    rule(
        "weekday",
        "weekday",
        r"(?:(?P<which>the@_next|(?:the@_)?(?:@which))@_)?(?P<weekday>@weekday)(?![-/]?\d)(?!['’]?s\b(?<=\ws))",
        read_weekday,
        {"denied on Monday that": ("Monday",), "last Friday's vote": ("last Friday",), "The Sun sat.": ()},
    ),
    rule(
        "weekday-of-week",
        "weekday",
        r"(?P<weekday>@fullday)(?:@_of)?@_(?P<week>last|this|next)@_week",
        read_weekday_week,
        {"on Monday of last week": ("Monday of last week",)},
    ),
    rule(
        "weekday-of-month",
        "weekday",
        r"(?:the@_)?(?P<place>first|second|third|fourth|fifth|last|[1-5]@th)@_(?P<weekday>@fullday)@_(?:of|in)@_(?:the@_)?"
        r"(?:(?P<month>@month)(?:,?@_(?:of@_)?(?P<year>@year))?|(?:(?P<which>this|last|next)@_)?month(?!@_(?:of|after|before)\b|s))",
        read_place,
        {
            "held on the first Tuesday of November": ("the first Tuesday of November",),
            "on the last Friday in May 2024, he": ("the last Friday in May 2024",),
            "on the second Monday of the month": ("the second Monday of the month",),
            "the first Tuesday of his trip": (),
        },
    ),
    rule(
        "weeks-from-day",
        "weekday today",
        r"(?P<count>an?|one|two|three|four|six)@_weeks?@_from@_(?:(?P<weekday>@fullday)|(?P<day>tomorrow|today))",
        read_weeks_from,
        {
            "begins a week from Monday.": ("a week from Monday",),
            "due two weeks from tomorrow": ("two weeks from tomorrow",),
        },
    ),
    rule(
        "weekday-beside",
        "weekday",
        r"the@_(?P<weekday>@fullday)@_(?P<side>before|after)(?=\s*(?:[.,;)]|$))",
        read_weekday_beside,
        {"had met the Sunday before.": ("the Sunday before",), "the Sunday before the vote": ()},
    ),
    rule(
        "weekend",
        "unit",
        r"(?:(?:over|on|at|during|through)@_)?(?P<span>(?:(?P<which>the@_next|(?:the@_)?(?:@which))@_|the@_|(?:the@_|an?@_)?(?=long@_))?(?:long@_)?weekend)(?!@_(?:warrior|edition|getaway))",
        read_weekend,
        {"over the weekend, police": ("the weekend",), "next weekend": ("next weekend",)},
    ),
)
