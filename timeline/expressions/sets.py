"""Times that come again: every Monday, weekly, twice a month."""

from __future__ import annotations

import re

from timeline.expressions.dates import month_of, weekday_of
from timeline.expressions.lexicon import DAY_PARTS, SEASONS
from timeline.expressions.numbers import number, ordinal
from timeline.expressions.offsets import unit_of
from timeline.expressions.rule import rule
from timeline.written import Amount, Calendar, Clock, Repeat, Unit, Written

ADVERBS: dict[str, tuple[float, Unit]] = {
    "hourly": (1, "hour"), "daily": (1, "day"), "nightly": (1, "day"), "weekly": (1, "week"), "biweekly": (2, "week"),
    "fortnightly": (2, "week"), "monthly": (1, "month"), "bimonthly": (2, "month"), "quarterly": (1, "quarter"),
    "semiannually": (6, "month"), "semi-annually": (6, "month"), "yearly": (1, "year"), "annually": (1, "year"),
    "biannual": (6, "month"),
    "everyday": (1, "day"), "biennial": (2, "year"), "biennially": (2, "year"),
}  # fmt: skip
TIMES = {"once": 1, "twice": 2, "thrice": 3}
# So much a year is a rate, and no set of times.
RATE_BEFORE = re.compile(r"\d(?:[.,]\d+)*\s?(?:%|\w+)?\s(?:[\w-]+\s){0,2}$")
NAME_AFTER = re.compile(r"\s(?:[A-Z]\w+|Mail|News)")


def read_adverb(match: re.Match[str]) -> Written | None:
    """An adverb or adjective of frequency, unless it is part of a newspaper's name."""
    word = match["adverb"]
    if word.lower() == "annually" and RATE_BEFORE.search(match.string, max(0, match.start() - 40), match.start()):
        return None
    if word[0].isupper() and (
        NAME_AFTER.match(match.string, match.end())
        or re.search(r"[A-Z]\w+\s$", match.string[max(0, match.start() - 12) : match.start()])
    ):
        return None
    count, unit = ADVERBS[word.lower()]
    return Written(says=Repeat(every=Amount(count=count, unit=unit)))


def read_every_unit(match: re.Match[str]) -> Written:
    """Every so many units."""
    words = (match["count"] or "").lower().strip()
    count = 2.0 if words == "other" else (number(words) or float(ordinal(words) or 1)) if words else 1.0
    return Written(says=Repeat(every=Amount(count=count, unit=unit_of(match["unit"]))))


def read_per_unit(match: re.Match[str]) -> Written:
    """Once, twice, so many times in every unit."""
    word = (match["times"] or "").lower()
    times = TIMES.get(word) or (int(number(word.split()[0]) or 1) if word else None)
    return Written(says=Repeat(every=Amount(count=1, unit=unit_of(match["unit"])), times=times))


def read_every_date(match: re.Match[str]) -> Written | None:
    """Every Monday, every July, every summer."""
    clock = Clock(part=DAY_PARTS[match["part"].lower()]) if match["part"] else None
    if match["weekday"]:
        return Written(says=Repeat(every=Calendar(weekday=weekday_of(match["weekday"]))), clock=clock)
    if month := match["month"] or match["month2"]:
        day = match["day"] or match["day2"]
        return Written(says=Repeat(every=Calendar(month=month_of(month), day=int(day) if day else None)))
    if match["season"]:
        return Written(says=Repeat(every=Calendar(season=SEASONS[match["season"].lower()])))
    if match["weekend"]:
        return Written(says=Repeat(every=Calendar(weekend=True)))
    return Written(says=Repeat(every=Amount(count=1, unit="day")), clock=clock)


def read_place_in_month(match: re.Match[str]) -> Written:
    """The first and third Monday of each month: so many times a month."""
    return Written(says=Repeat(every=Amount(count=1, unit="month"), times=2 if match["second"] else 1))


def read_plural(match: re.Match[str]) -> Written:
    """Mondays, weekends, Friday nights."""
    part = DAY_PARTS[match["part"].lower()] if match["part"] else None
    if match["workdays"]:
        return Written(says=Repeat(every=Calendar(workdays=True)), clock=Clock(part=part) if part else None)
    if match["weekday"]:
        name = match["weekday"].lower()
        return Written(says=Repeat(every=Calendar(weekday=weekday_of(name))), clock=Clock(part=part) if part else None)
    return Written(says=Repeat(every=Calendar(weekend=True)))


RULES = (
    rule(
        "adverb",
        "set",
        r"(?P<adverb>hourly|daily|nightly|weekly|biweekly|fortnightly|monthly|bimonthly|semi-?annually|yearly|annually|biannual|biennial(?:ly)?|everyday)",
        read_adverb,
        {"meets weekly to": ("weekly",), "the Daily Mail": ()},
    ),
    rule(
        "every-unit",
        "unit",
        r"(?:every|each)@_(?:single@_)?(?:(?P<count>other|@number|@ordinal)@_)?(?P<unit>@unit)(?:@_after@_(?:year|day|week))?",
        read_every_unit,
        {"every other week they": ("every other week",), "every two years": ("every two years",)},
    ),
    rule(
        "per-unit",
        "unit",
        r"(?:(?P<times>once|twice|thrice|(?:\d+|two|three|four|five|six|several)@_times)@_(?:a|an|each|every|per)|per|(?<=\d\s)a|(?<=\dK\s)a|(?<=million\s)a|(?<=billion\s)a|(?<=percent\s)a|(?<=%\s)a|(?<=days\s)a|(?<=dollars\s)a|(?<=cents\s)a|(?<=times\s)a)@_(?P<unit>year|month|week|day|hour|minute|quarter)(?!@_(?:ago|earlier|later|before|after))",
        read_per_unit,
        {"twice a month for": ("twice a month",), "barrels per day": ("per day",), "$40 million a year": ("a year",)},
    ),
    rule(
        "every-date",
        "weekday month season part unit",
        r"(?:every|each)@_(?:single@_|(?:other|second|third|fourth)@_(?=@weekday))?(?:(?P<weekday>@weekday)|(?P<month>@month)(?:@_(?P<day>@day))?|(?P<day2>@day)@_(?P<month2>@month)|(?P<season>@season)|(?P<weekend>weekend)|(?=@part))(?:@o(?P<part>@part))?",
        read_every_date,
        {
            "every Monday night": ("every Monday night",),
            "each July": ("each July",),
            "every 29 February they": ("every 29 February",),
            "every night": ("every night",),
            "every other Friday": ("every other Friday",),
        },
    ),
    rule(
        "place-in-every-month",
        "unit",
        r"(?:the@_)?(?:@ordinal|last)(?P<second>@_(?:and|or)@_(?:the@_)?(?:@ordinal|last))?(?:@_(?:@fullday|day|weekend))?@_(?:of|in)@_(?:every|each)@_(?:calendar@_)?month",
        read_place_in_month,
        {
            "the first and third Monday of each month": ("the first and third Monday of each month",),
            "due on the last day of every month": ("the last day of every month",),
            "the first Monday of the month": (),
        },
    ),
    rule(
        "plural-days",
        "weekday unit set",
        r"(?:(?:(?P<weekday>@fullday)|(?P<workdays>(?:every@_)?weekday))(?:s|@_(?P<part>@part)s|(?<=every\sweekday))(?!@_ago)|(?P<weekend>weekends))",
        read_plural,
        {
            "open on Sundays.": ("Sundays",),
            "on weekends": ("weekends",),
            "open on weekdays, and": ("weekdays",),
            "a weekday lunch": (),
        },
    ),
)
