"""Lengths of time, and stretches of some length at the edge of now, of a passage or of a date."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from timeline.expressions.dates import full_year, month_of, year_shift
from timeline.expressions.numbers import counted, ordinal
from timeline.expressions.offsets import COUNT, unit_of, weeks_of
from timeline.expressions.periods import YEAR_WORDS
from timeline.expressions.rule import rule
from timeline.written import Amount, Calendar, Modifier, Shift, Span, Written

WINDOWS: dict[str, Literal["past", "future", "following", "preceding", "first", "last"]] = {
    "past": "past", "last": "past", "recent": "past", "latest": "past", "next": "future", "coming": "future",
    "upcoming": "future", "following": "following", "ensuing": "following", "subsequent": "following",
    "previous": "preceding", "preceding": "preceding", "prior": "preceding", "first": "first", "opening": "first",
    "final": "last", "closing": "last", "dying": "last", "waning": "last", "early": "first", "intervening": "preceding",
}  # fmt: skip
NOT_UNIT = re.compile(
    r"[-‐](?:to|by|in|end|ago|earlier|on|off|care|dream|light|hand|day|trip)\b|@|\s(?:detail|amount|fraction|quantity|quantitie|care|dream|trader|trading|job|school|laborer)s?\b",
    re.IGNORECASE,
)
# So much "a year" is a rate: neither a length nor a set of times.
RATE = re.compile(
    r"(?:\d[\dK%]?|\b(?:hundred|thousand|million|billion|trillion|percent|hours|times|dollars|cents|pounds|euros))\s$"
)
A_DAY = re.compile(r"\sa\sday\b", re.IGNORECASE)
AGED = re.compile(
    r"[-‐\s]old\s(?:[a-z]+\s)?(?:(?:grand)?(?:son|daughter|child)|baby|boy|girl|kid|infant|toddler|twin|brother|sister|nephew"
    r"|niece|kitten|puppy|cub|calf|lamb|foal|chick)",
    re.IGNORECASE,
)
OLD = re.compile(r"[-‐\s]old\b|\sof\sage\b", re.IGNORECASE)


def amount(count: str, unit: str, half: str | None) -> tuple[Amount, Modifier | None]:
    """A number of units."""
    value, modifier = counted(count)
    if value is not None:
        value = value * weeks_of(unit) + (0.5 if half else 0)
    return Amount(count=value, unit=unit_of(unit)), modifier


def read_duration(match: re.Match[str]) -> Written | None:
    """A length of time."""
    groups = match.groupdict()
    if is_no_length(match):
        return None
    first, modifier = amount(match["count"], match["unit"], groups.get("half"))
    amounts = [first]
    if groups.get("count2"):
        amounts.append(amount(groups["count2"], groups["unit2"], None)[0])
    return Written(says=Span(amounts=tuple(amounts)), modifier="APPROX" if groups.get("or_so") else modifier)


def is_no_length(match: re.Match[str]) -> bool:
    """Whether the words only look like a length: an age in years, a share in quarters, a second try."""
    count, unit = match["count"].lower(), match["unit"].lower()
    if count in ("a", "an") and RATE.search(match.string, max(0, match.start() - 16), match.start()):
        return True
    if unit.startswith("hour") and A_DAY.match(match.string, match.end()):
        return True
    if AGED.match(match.string, match.end("unit")):
        return True
    if NOT_UNIT.match(match.string, match.end()) or (count in ("a", "an") and re.search(r"[-‐]long$", match[0])):
        return True
    if unit in ("year", "years", "yr", "yrs") and OLD.match(match.string, match.end("unit")):
        return True
    if unit.startswith("quarter") and (count in ("three", "one", "a") or "-" in match[0]):
        return True
    return unit in ("second", "sec") and not (count[0].isdigit() or match[0].lower().endswith("s"))


def read_bare(match: re.Match[str]) -> Written | None:
    """Units without a number: "for years"."""
    if OLD.match(match.string, match.end()):
        return None
    if match["unit"].lower() == "hours" and A_DAY.match(match.string, match.end()):
        return None
    if NOT_UNIT.match(match.string, match.end()) or match["unit"].lower() in ("quarters", "seconds", "secs", "mins"):
        return None
    return Written(says=Span(amounts=(Amount(count=None, unit=unit_of(match["unit"])),)))


def read_single(match: re.Match[str]) -> Written | None:
    """One unit, without a number: "a three-time winner this" is none, "day-long" is."""
    return Written(says=Span(amounts=(Amount(count=1, unit=unit_of(match["unit"])),)))


def shift_of(text: str | None) -> Shift | None:
    """The year or month that "last year", "next month" name."""
    shift = year_shift(text)
    return replace(shift, unit="month") if shift and text and text.lower().endswith("month") else shift


def read_window(match: re.Match[str]) -> Written | None:
    """The past two years, the next few days, the first nine months of a year."""
    word = re.sub(r"\s+", " ", match["window"].lower()).split()[-1]
    if match["count"]:
        length, modifier = amount(match["count"], match["unit"], None)
    else:
        alone = match["unit"].lower() in ("week", "weekend", "day", "month", "hour", "decade", "year")
        length, modifier = Amount(count=1 if alone else None, unit=unit_of(match["unit"])), None
    window = WINDOWS[word]
    of = None
    groups = match.groupdict()
    if groups.get("year") or groups.get("month") or groups.get("whose"):
        window = "last" if word == "last" else window
        year, _ = full_year(groups.get("year"))
        of = Calendar(
            year=year,
            month=month_of(groups["month"]) if groups.get("month") else None,
            of=shift_of(groups.get("whose")),
        )
    if groups.get("or_so"):
        modifier = "APPROX"
    return Written(says=Span(amounts=(length,), window=window, of=of), modifier=modifier)


def read_range_of_units(match: re.Match[str]) -> Written:
    """Twelve to eighteen months: a length between two numbers, which TimeML writes with an X."""
    return Written(says=Span(amounts=(Amount(count=None, unit=unit_of(match["unit"])),)), modifier="APPROX")


UNIT = r"(?P<unit>@unit)"
OF_WHAT = (
    r"(?:(?<!months)(?<!quarters)@_of@_(?:(?P<month>@month)(?!\.?@_\d{1,2}\b)(?:,?@_(?P<year>@year))?|(?P<year2>@year)|(?P<whose>"
    + YEAR_WORDS
    + r"|(?:this|last|next)@_month)))?"
)


def read_one_of_date(match: re.Match[str]) -> Written | None:
    """One unit at the edge of a date; of anything else it is no window but a part of an event."""
    return read_window_of_year(match) if match["month"] or match["year2"] or match["whose"] else None


def read_place_of_date(match: re.Match[str]) -> Written | None:
    """The second, the third week of a month or year."""
    if not (match["month"] or match["year2"] or match["whose"]):
        return None
    year, _ = full_year(match["year"] or match["year2"])
    month = month_of(match["month"]) if match["month"] else None
    of = Calendar(year=year, month=month, of=shift_of(match["whose"]))
    place = ordinal(match["ordinal"]) or 1
    length = Amount(count=1, unit=unit_of(match["unit"]))
    return Written(says=Span(amounts=(length,), window="first", of=of, place=place))


def read_window_of_year(match: re.Match[str]) -> Written | None:
    """The same, where the year stands alone after "of"."""
    written = read_window(match)
    if written and match["year2"] and isinstance(written.says, Span):
        span = written.says
        return Written(
            says=Span(
                amounts=span.amounts,
                window="last" if "last" in match["window"].lower() else span.window,
                of=Calendar(year=int(match["year2"])),
            ),
            modifier=written.modifier,
        )
    return written


RULES = (
    rule(
        "duration",
        "unit",
        r"(?:(?:the|these|those|a@_period@_of)@_(?!\w+[-‐]\w|(?:\d+|@spelt)@_(?:day|week|month|year|hour)\b)(?=\d|@spelt))?"
        + COUNT
        + r"(?:@hyphen|(?<=\d))(?:more@_|full@_|whole@_|long@_|business@_|trading@_|working@_|calendar@_"
        + r"|straight@_|consecutive@_|additional@_|solid@_|brutal@_)?"
        + UNIT
        + r"\b(?P<half>@_and@_(?:a@_)?half(?!@_an?\b))?"
        + r"(?:,?@_(?:and@_)?(?P<count2>\d{1,2}|@spelt)@_(?P<unit2>@unit))?"
        + r"(?P<or_so>@_or@_(?:so|two))?(?:@hyphen(?:old|long)\b)?",
        read_duration,
        {
            "for three days they": ("three days",),
            "a two-year term": ("two-year",),
            "half an hour": ("half an hour",),
            "an 8-month-old": ("8-month-old",),
        },
    ),
    rule(
        "units",
        "unit",
        r"(?:(?:the|these|those)@_(?!@_))?(?P<unit>@units)(?:@_or@_(?:@units)|[-‐]long)?",
        read_bare,
        {"for years, they": ("years",), "after weeks of talks": ("weeks",), "weeks or months": ("weeks or months",)},
    ),
    rule(
        "year-to-date",
        "unit",
        r"(?:the|its|their)@_(?:full@_)?(?:fiscal@_|financial@_)?(?P<unit>year)(?=@_(?:ended|ending|to)@_(?:on@_)?(?:@month|\d{1,2}@_@month|@today|@weekday))",
        read_single,
        {"in the year ended March 31.": ("the year",), "the year to June": ("the year",)},
    ),
    rule(
        "unit-long",
        "unit",
        r"(?P<unit>day|week|month|year|decade|century|hour)[-‐]?long",
        read_single,
        {"a month-long siege": ("month-long",), "a weeklong visit": ("weeklong",)},
    ),
    rule(
        "unit-alone",
        "unit",
        r"(?:the@_(?:entire|whole|full)@_|(?<=\ball\s)|(?<=\bwhole\s)|(?<=\bentire\s))(?P<unit>year|month|week|day|hour|decade|century)",
        read_single,
        {"the whole day": ("the whole day",), "they day": ()},
    ),
    rule(
        "unit-of-post",
        "unit",
        r"(?:day@_(?=\d))?(?<!last\s)(?<!on\sthe\s)(?P<unit>year|month|week|day|hour)(?![-‐]|@_(?:ago|old))",
        read_single,
        {"feels good after a very long day": ("day",), "a quarter-century and a quarter": ()},
    ),
    rule(
        "months-of-year",
        "unit",
        r"(?P<span>(?:(?:the|its)@_)?(?P<window>first|last|final|opening|closing)@_(?P<count>@number)@hyphen(?P<unit>months|quarters))"
        r"(?=@_of@_(?:(?P<year2>@year)|(?P<whose>" + YEAR_WORDS + r")))(?P<or_so>(?!.))?",
        read_window_of_year,
        {"in the first nine months of 1997": ("the first nine months",)},
    ),
    rule(
        "window",
        "unit",
        r"(?:(?:the|these|its|his|her|their)@_)?(?P<window>(?:very@_)?first|opening|early|last|past|next|coming|upcoming|following|ensuing|subsequent|previous|preceding|prior|final|closing|dying|waning|latest|recent|intervening)@_(?:(?P<count>@loose|@vague|@number)@hyphen)?(?P<unit>@units)(?P<or_so>@_or@_so)?"
        + OF_WHAT,
        read_window_of_year,
        {
            "in the past two years": ("the past two years",),
            "the next few days": ("the next few days",),
            "the last two weeks of 1990": ("the last two weeks of 1990",),
            "in recent years": ("recent years",),
        },
    ),
    rule(
        "past-unit",
        "unit",
        r"(?:(?:the|this|these)@_)?(?P<window>past)@_(?P<count>(?=\w))(?P<unit>year|month|week|day|hour|decade|century|weekend)(?P<or_so>@_or@_so)?",
        read_window,
        {"over the past decade, the": ("the past decade",)},
    ),
    rule(
        "window-of-one",
        "unit",
        r"the@_(?P<window>first|opening|last|final|closing)@_(?P<count>(?=\w))(?P<or_so>(?!.))?(?P<unit>week|weekend|day|month|hour|decade|year)(?=@_of)"
        + OF_WHAT,
        read_one_of_date,
        {"in the last week of October": ("the last week of October",)},
    ),
    rule(
        "week-of-date",
        "unit",
        r"the@_(?P<ordinal>second|third|fourth|2nd|3rd|4th)@_(?P<unit>week)(?=@_of)" + OF_WHAT,
        read_place_of_date,
        {"in the second week of May": ("the second week of May",), "the second week of the war": ()},
    ),
    rule(
        "units-between-numbers",
        "unit",
        r"(?:(?:the@_)?(?:next|past|last)@_)?(?:between@_)?(?P<low>@number|an?)@o(?:@_?(?:to|or|and)@_|[-–])(?P<high>@number)@hyphen(?P<unit>@units)",
        read_range_of_units,
        {"within 12 to 18 months": ("12 to 18 months",)},
    ),
)
