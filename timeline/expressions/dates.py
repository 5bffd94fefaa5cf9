"""Calendar dates: full or partial, in American and British order, in figures; months, years."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from timeline.edtf.calendar import month_length
from timeline.expressions.lexicon import MONTHS, WEEKDAYS, WHICH
from timeline.expressions.numbers import counted, number, ordinal, spelt_year
from timeline.expressions.rule import rule, words
from timeline.written import Calendar, Shift, Which, Written

LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
BEFORE_MONTH = re.compile(
    r"\b(?:in|by|of|since|until|till|til|from|to|last|next|this|early|late|mid|through|throughout|during|for|before|after|and|or"
    r"|between|on|each|every|ended|ending|previous|following|past|mid-|around|about|as|coming|\d)\W{0,2}$|[-–(,/]\W{0,2}$",
    re.IGNORECASE,
)
NUMBER_BEFORE = re.compile(r"(?<!\d)(\d\d)\s$")
DETERMINED = re.compile(r"\b(?:the|an?|its|his|her|their|our|costly|early|late)\s$", re.IGNORECASE)
LOWER_NOUN = re.compile(r"\s(?!on\b|for\b|to\b|of\b|in\b|and\b|by\b|against\b|from\b|is\b|was\b)[a-z]{3,}")
PROTEST = re.compile(
    rf"\s(?:on|for|against|through|toward|towards|past|across|to)\s(?!\d|{words(MONTHS)}\b)", re.IGNORECASE
)
# "May-July", "March through June", "May/June": beside another month it is one.
MONTH_AFTER = re.compile(
    rf"\.?(?:\s?[-–/]\s?|\s(?:to|through|until|till)\s)(?:(?:early|mid|late)[\s-])?{words(MONTHS)}\b", re.IGNORECASE
)
CAPITAL_WORD = re.compile(r"\s[A-Z][a-z'’]+")
MONTHS_LIKE_FORENAMES = ("april", "may", "june", "august")
# "April Smith and June Carter": a full name before it, and a surname behind it.
ANOTHER_NAME = re.compile(
    rf"\b(?!(?:In|On|At|From|By|The)\b)[A-Z][a-z]+\s(?!(?i:{words(MONTHS)})\b)[A-Z][a-z]+\s(?:and|or)\s$"
)
KIN = re.compile(
    r"\s(?:family|families|household|brothers|sisters|siblings|twins|administration|premiership|clan|dynasty)\b"
)
ADJECTIVE = re.compile(r"\b(?:the|an|his|her|their|its|our|most|so|more)\s$", re.IGNORECASE)
DATING = re.compile(r"\b(?:in|by|since|until|till|from|last|next|this|early|late|mid|for)\s$|\d\s?$", re.IGNORECASE)
NOT_YEARS = re.compile(
    r"\s?(?:%|(?:milli|centi|kilo)?(?:met(?:er|re)|gram(?:me)?|lit(?:er|re))s?\b|(?-i:(?:[A-Z]\w+\s){1,2}(?:Avenue|Street|St|Road|Rd|Lane|Drive|Boulevard|Blvd|Terrace|Highway)\b)|percent|per\s?cent|million|billion|trillion|feet|foot|meters|metres|miles|km|kilomet|pounds|dollars|yen"
    r"|yards|tons|tonnes|points|people|men|women|troops|soldiers|shares|votes|barrels|acres|copies|members|degrees"
    r"|employees|workers|residents|homes|houses|deaths|dead|jobs|seats|rpm|hp|cc|mb|gb|kg|rupees|francs|euros|marks|ships|guns"
    r"|aircraft|planes|tanks|prisoners|casualties|killed|wounded|hours|days|weeks|months|years|minutes|seconds|m\b|ft\b|[-–]?(?:strong|meter|foot|mile)"
    r"|[\d.,]*\d|:\d|rubles?|-[A-Z](?![a-z]))",
    re.IGNORECASE,
)
# What a number counts that no word of time stands before: "carried 2001 passengers", but "in 2001 passengers waited".
COUNTED_THINGS = re.compile(
    r"\s(?:passengers|readers|visitors|voters|students|pupils|customers|subscribers|followers|inhabitants|spectators|fans"
    r"|tickets|words|patients|delegates|refugees|migrants|guests|users|viewers|vehicles|cars|trees|books|animals|children"
    r"|families|protesters|demonstrators|volunteers|officers|sheep|cattle)\b",
    re.IGNORECASE,
)
# Digits, money, points and slashes before it; a year before it with a dash is no such thing ("1914–1918").
NUMBERED = re.compile(
    r"\b(?:versions?|v\.?|releases?|rules?|sections?|build|articles?|chapters?|ip)\s?$", re.IGNORECASE
)
# What is numbered, so that a number behind it is no year; a model of a product among them.
NUMBERED_THING = re.compile(
    r"\b(?:extension|ext\.?|room|resolution|rfc|number|flight|route|suite|box|pages?|pp?\.|line|unit|gate|lot|order|decree"
    r"|directive|proposition|psalm|verse|locker|cell|bus|train|tram|form|serial|code|pin|windows|office|peugeot|porsche|audi"
    r"|boeing|airbus|fiat|nokia|playstation|iso|din|bmw|mazda|toyota|renault|lada|tatra|skoda|kawasaki|yamaha|samsung"
    r"|sections?|sec\.|§|paragraphs?|para\.|articles?|clauses?|chapters?|model|class|highway|hwy\.?|interstate|motorway"
    r"|invoice|docket|platform|apartment|apt\.?|warehouse|hangar|asteroid|galaxy|comet|regiment)\s$"
    r"|\b(?:flight|train|service)\s(?-i:[A-Z]{1,3})\s?$|\b(?:crowd|audience|total|group|army|force|fleet|staff|workforce|capacity|herd"
    r"|garrison|turnout|membership|congregation|average)\sof\s$",
    re.IGNORECASE,
)
PART_OF_NUMBER = re.compile(
    r"[$£€¥#/]$|\d[\s-]\d{3,4}[\s-]$|\d[,.:]$|\bNo\.?\s$|(?<!\d)\d{1,3}[-–\s]$|\d{5,}[-–\s]$|\b0\d{2,4}[-\s]$",
    re.IGNORECASE,
)
OF_TWO = re.compile(r"/(\d{4})(?!\d)")  # of a season the later year stands behind: "2023/1987" is a number
IN_YEAR = re.compile(
    r"\b(?:in|by|of|since|until|till|from|to|between|and|or|late|early|mid|year|circa|around|about|after|before)\W{0,2}$|\bca?\.\s$",
    re.IGNORECASE,
)
BRACKETED = re.compile(r"\(\d{4}(?:\)|[-–/]\d{2,4}\))")
BEFORE_YEAR = re.compile(
    r"\b(?:in|of|since|by|until|till|from|during|before|after|through|throughout|between|late|early|mid|the|year"
    r"|and|to|or|for|as|than|than in"
    r"|ended|circa|about|around|on|at|fall|autumn|summer|spring|winter|election|per|into|back|only|with|was|late-|mid-)\W{0,2}$"
    r"|[-–(/,;:'\"“‘]\W{0,2}$|\bca?\.\s$",
    re.IGNORECASE,
)


THE_ORDINAL = re.compile(r"\bthe\s$", re.IGNORECASE)
IN_BEFORE = re.compile(r"\bin\s$", re.IGNORECASE)
# A word behind "Monday the third" that is none of these is a noun, which the ordinal counts.
NOUN_AFTER = re.compile(
    r"\s(?!(?:of|in|at|on|to|by|for|from|with|until|till|and|or|but|when|as|after|before|because|while|that|which|so|if|this|last"
    r"|next|the|an?|i|he|she|it|we|they|you|his|her|its|our|their|there|my|your|was|were|is|are|has|had|have|will|would|did|do|does|can|could"
    r"|may|might|must|should|not|all|some|no|two|three|about|around|[a-z]+ed|came|saw|fell|brought|took|began|went|made)\b)(?-i:[a-z])",
    re.IGNORECASE,
)


def month_of(text: str) -> int:
    """The number of a month's name or abbreviation."""
    return MONTHS[text.lower().rstrip(".")]


def weekday_of(text: str | None) -> int | None:
    """The ISO number of a weekday's name or abbreviation."""
    return WEEKDAYS[text.lower().rstrip(".")] if text else None


def which_of(text: str | None) -> Which | None:
    """Which one a word like "last" or "the following" points at."""
    if not text:
        return None
    words = re.sub(r"\s+", " ", text.lower()).strip()
    return WHICH.get(words) or WHICH[words.removeprefix("the ")]


def is_month_name(match: re.Match[str]) -> bool:
    """Whether the word is the month and not the verb, the march, or somebody's name."""
    name = match["month"]
    numbered = NUMBER_BEFORE.search(match.string, max(0, match.start("month") - 5), match.start("month"))
    if numbered and LONGEST[month_of(name) - 1] < int(numbered[1]) < 40:
        return False
    if name.islower():
        lead = match.string[max(0, match.start("month") - 8) : match.start("month")]
        if name == "august":
            return ADJECTIVE.search(lead) is None
        return len(name) > 3 and name not in ("may", "march") and (name != "sept" or DATING.search(lead) is not None)
    before = match.string[max(0, match.start("month") - 14) : match.start("month")]
    after = match.string[match.end("month") : match.end("month") + 24]
    plain = name.lower().rstrip(".")
    if plain in ("jan", "jun") and "." not in name and CAPITAL_WORD.match(after) and not DATING.search(before):
        return False
    if MONTH_AFTER.match(after):
        return True
    if (
        plain in MONTHS_LIKE_FORENAMES
        and CAPITAL_WORD.match(after)
        and ANOTHER_NAME.search(match.string, max(0, match.start() - 24), match.start("month"))
    ):
        return False
    if plain == "may" and KIN.match(after):
        return False
    if match["which"] or BEFORE_MONTH.search(before):
        return plain != "march" or not PROTEST.match(after)
    if plain in ("may", "march", "jan", "mar"):
        return bool(DETERMINED.search(before)) and bool(LOWER_NOUN.match(after)) and not PROTEST.match(after)
    if plain in ("april", "june", "august", "dec"):
        return not CAPITAL_WORD.match(after)
    if "." not in name and len(name) < 5 and plain != "july":
        return after[:1] in (".", ",", "")
    return True


def full_year(text: str | None) -> tuple[int | None, bool]:
    """A year out of four or two digits, and whether it had two; two digits mean the century of living memory."""
    if not text:
        return None, False
    digits = re.sub(r"\D", "", text)
    if not digits:
        return spelt_year(text), False
    if len(digits) == 2:
        return (1900 if int(digits) >= 50 else 2000) + int(digits), True
    return int(digits), False


def year_of_era(text: str | None, bc: str | None) -> tuple[int | None, bool]:
    """The same, but before our era two digits are a year by themselves."""
    return (int(text), False) if text and bc and text.isdigit() else full_year(text)


def year_shift(text: str | None) -> Shift | None:
    """The year that "last year", "this year's", "that year" name, as a shift."""
    if not text:
        return None
    word = re.sub(r"['’]s$", "", text.lower().strip()).split()
    counts = {"last": -1, "this": 0, "next": 1, "following": 1, "previous": -1, "coming": 1}
    key = word[0] if len(word) < 3 else word[1]
    passage = key in ("that", "same", "following", "previous", "the")
    return Shift(
        unit="year", count=counts.get(key, 0), origin="previous" if passage else "published", definite=key == "the"
    )


def is_place_in_row(match: re.Match[str]) -> bool:
    """Whether an ordinal in words is no day, but counts the noun behind it: "in May the second suspect was held"."""
    day = match["day"]
    if not day[0].isalpha() or not THE_ORDINAL.search(match.string, max(0, match.start("day") - 6), match.start("day")):
        return False
    if IN_BEFORE.search(match.string, max(0, match.start() - 5), match.start()):
        return True
    return match.end() == match.end("day") and NOUN_AFTER.match(match.string, match.end()) is not None


def read_day(match: re.Match[str]) -> Written | None:
    """A day of a month, with or without its year and weekday."""
    groups = match.groupdict()
    if match.start("month") < match.start("day") and is_place_in_row(match):
        return None
    month, day = month_of(groups["month"]), int(ordinal(groups["day"]) or 0)
    if not 1 <= day <= LONGEST[month - 1]:
        return None
    if (
        groups["month"].islower()
        and groups["month"] in ("may", "march", "mar", "sun", "sat")
        and not groups.get("year")
        and groups["day"].isdigit()
        and match.start("month") < match.start("day")
    ):
        return None
    year, short = year_of_era(groups.get("year"), groups.get("bc"))
    return Written(
        says=Calendar(
            year=year,
            month=month,
            day=day,
            weekday=weekday_of(groups.get("weekday")),
            which=which_of(groups.get("which")),
            bc=bool(groups.get("bc")),
            short=short,
        )
    )


def read_month(match: re.Match[str]) -> Written | None:
    """A month of a year."""
    year, short = year_of_era(match["year"], match.groupdict().get("bc"))
    if match["month"].islower() and match["month"] in ("may", "march"):
        return None
    return Written(
        says=Calendar(year=year, month=month_of(match["month"]), bc=bool(match.groupdict().get("bc")), short=short)
    )


def read_bare_month(match: re.Match[str]) -> Written | None:
    """A month alone, if it is one."""
    if not is_month_name(match):
        return None
    return Written(says=Calendar(month=month_of(match["month"]), which=which_of(match["which"])))


def read_month_of_year(match: re.Match[str]) -> Written | None:
    """A month of a year that is told by its place: "June last year"."""
    if match["month"].islower() and match["month"] in ("may", "march"):
        return None
    return Written(says=Calendar(month=month_of(match["month"]), of=year_shift(match["whose"])))


def read_day_of_year(match: re.Match[str]) -> Written | None:
    """A day of a year that is told by its place: "29 February four years ago", "1 September last year"."""
    day = read_day(match)
    year = years_ago(match["count"]) or year_shift(match["whose"])
    if day is None or not isinstance(day.says, Calendar) or year is None:
        return None
    return Written(says=replace(day.says, of=year))


def years_ago(text: str | None) -> Shift | None:
    """The year so many years before the publication."""
    years = counted(text)[0] if text else None
    return Shift(unit="year", count=-years) if years and years.is_integer() else None


def read_weekday_day(match: re.Match[str]) -> Written | None:
    """A weekday with the day of an unnamed month: "Friday the 13th"."""
    if is_place_in_row(match):
        return None
    day = ordinal(match["day"])
    return Written(says=Calendar(weekday=weekday_of(match["weekday"]), day=day)) if day and day <= 31 else None


def read_bare_day(match: re.Match[str]) -> Written | None:
    """A day of a month that the passage names."""
    day = ordinal(match["day"])
    return Written(says=Calendar(day=day)) if day and day <= 31 else None


def read_year(match: re.Match[str]) -> Written | None:
    """A year, unless what stands around it makes it a number of things."""
    text, start, end = match.string, match.start("year"), match.end("year")
    before = text[max(0, match.start() - 12) : match.start()]
    if NUMBERED_THING.search(text, max(0, start - 18), start):
        return None
    if NOT_YEARS.match(text, end) or PART_OF_NUMBER.search(text, max(0, start - 7), start):
        return None
    if COUNTED_THINGS.match(text, end) and not IN_YEAR.search(before):
        return None
    year = int(match["year"])
    if (other := OF_TWO.match(text, end)) and int(other[1]) <= year:
        return None
    said = BEFORE_YEAR.search(before)
    bracketed = BRACKETED.match(text, start - 1) is not None
    if year < 1700 and not bracketed and not (said and IN_YEAR.search(before)):
        return None
    return Written(says=Calendar(year=year)) if said or 1800 <= year <= 2060 else None


def read_period_of_year(match: re.Match[str]) -> Written:
    """The quarter of another year that is the same as the one spoken of."""
    return Written(says=Calendar(year=int(match["year"]), which="same"))


def read_era(match: re.Match[str]) -> Written:
    """A year before or of our era."""
    return Written(says=Calendar(year=int(match["year"] or match["after"]), bc=bool(match["bc"])))


def read_years_before_era(match: re.Match[str]) -> Written | None:
    """The year so many years before or after the birth of Christ."""
    years = number(match["count"])
    says = Calendar(year=int(years), bc=match["side"].lower() == "before") if years else None
    return Written(says=says, modifier="APPROX") if says else None


def read_short_year(match: re.Match[str]) -> Written:
    """A year of two digits after an apostrophe."""
    year, _ = full_year(match["year"])
    return Written(says=Calendar(year=year, short=True))


def read_small_year(match: re.Match[str]) -> Written:
    """A year of three digits, which only a text about antiquity means; a refiner drops it in others."""
    return Written(says=Calendar(year=int(match["year"]), short=True, bc=True))


def read_last_year(match: re.Match[str]) -> Written | None:
    """The second of two years, written with its last digits."""
    first, last = int(match["first"]), int(match["last"])
    return Written(says=Calendar(year=first // 100 * 100 + last, short=True)) if first % 100 < last else None


def read_spelt_year(match: re.Match[str]) -> Written | None:
    """A year in words."""
    year = spelt_year(match["year"] or match.groupdict().get("subject") or "")
    return Written(says=Calendar(year=year)) if year else None


def day_leads(first: int, second: int, year: int | None, weekday: int | None, text: str) -> bool:
    """Whether the day stands before the month: with dots, where the month would be none, where the weekday says so."""
    if "." in text or first > 12:
        return True
    if weekday is None or year is None or second > 12 or not first or not second:
        return False
    fits = [
        day <= month_length(year, month) and date(year, month, day).isoweekday() == weekday
        for month, day in ((first, second), (second, first))
    ]
    return fits == [False, True]


def read_figures(match: re.Match[str]) -> Written | None:
    """A date in figures: month first with slashes, day first with dots, the other way where only that is a date."""
    first, second = int(match["first"]), int(match["second"])
    if NUMBERED.search(match.string, max(0, match.start() - 12), match.start()):
        return None
    year, short = full_year(match["year"])
    weekday = weekday_of(match.groupdict().get("weekday"))
    month, day = (second, first) if day_leads(first, second, year, weekday, match[0]) else (first, second)
    if not 1 <= month <= 12 or not 1 <= day <= LONGEST[month - 1]:
        return None
    return Written(says=Calendar(year=year, month=month, day=day, short=short, weekday=weekday))


def read_iso(match: re.Match[str]) -> Written | None:
    """A date as ISO 8601 writes it."""
    month, day = int(match["number"]), int(match["day"])
    if not 1 <= month <= 12 or not 1 <= day <= LONGEST[month - 1]:
        return None
    return Written(says=Calendar(year=int(match["year"]), month=month, day=day))


YEAR = r"(?P<year>@year|@yearwords|\d{1,4}(?=@o@bc)|['’]\d\d)(?:@o(?P<bc>@bc))?"
WHOSE = r"(?:of@_|in@_)?(?P<whose>(?:this|last|next|that|the@_(?:same|following|previous))@_year)"
OF_YEAR = rf"(?:(?P<count>an?|one|@spelt|\d{{1,3}})@_years?@_ago|{WHOSE})"
WEEKDAY = r"(?:(?:(?:this@_coming|this|next|last)@_)?(?P<weekday>@weekday),?@_)?"

RULES = (
    rule(
        "month-day-year",
        "month",
        WEEKDAY + r"(?P<month>@month)@_(?:the@_)?(?P<day>@ordinalday|@day)(?:,@o|@_(?:of@_)?|@o,@_)" + YEAR,
        read_day,
        {"signed on Jan. 5, 2025.": ("Jan. 5, 2025",), "on Saturday, June 24, 1950": ("Saturday, June 24, 1950",)},
    ),
    rule(
        "day-month-year",
        "month",
        WEEKDAY + r"(?:the@_)?(?P<day>@ordinalday|@day)(?:@_of)?(?:@_|-)(?P<month>@month)(?:,?@_(?:of@_)?|-)" + YEAR,
        read_day,
        {"on 7 October 2019 in Porto": ("7 October 2019",), "the 19th of October 1950": ("the 19th of October 1950",)},
    ),
    rule(
        "month-day",
        "month",
        WEEKDAY
        + r"(?:(?P<which>the@_next|(?:the@_)?(?:@which))@_)?(?P<month>@month)@_(?:the@_)?(?P<day>@ordinalday|@day)"
        + r"(?!\s?%|,\d{3}|[.:]\d|\spercent|\s(?:billion|million))",
        read_day,
        {"held on Jan. 26 where": ("Jan. 26",), "on Monday, Oct. 26": ("Monday, Oct. 26",)},
    ),
    rule(
        "day-month",
        "month",
        WEEKDAY + r"(?:the@_)?(?P<day>@ordinalday|@day)(?:@_of)?(?:@_|-)(?P<month>@month)(?!\.?\d|-\d(?!\d?@_@month))",
        read_day,
        {"the inauguration on 20 January,": ("20 January",), "the 25th of August": ("the 25th of August",)},
    ),
    rule(
        "month-day-of-year",
        "month",
        WEEKDAY + r"(?P<month>@month)@_(?:the@_)?(?P<day>@ordinalday|@day),?@_" + OF_YEAR,
        read_day_of_year,
        {
            "on February 29 four years ago.": ("February 29 four years ago",),
            "on Sept. 1 last year.": ("Sept. 1 last year",),
        },
    ),
    rule(
        "day-month-of-year",
        "month",
        WEEKDAY + r"(?:the@_)?(?P<day>@ordinalday|@day)(?:@_of)?@_(?P<month>@month),?@_" + OF_YEAR,
        read_day_of_year,
        {"on 5 May two years ago he": ("5 May two years ago",), "by 3 May this year": ("3 May this year",)},
    ),
    rule(
        "month-year",
        "month",
        r"(?:the@_month@_of@_)?(?P<month>@month)(?:,?@_(?:of@_)?|-)" + YEAR,
        read_month,
        {"back in February 2022.": ("February 2022",), "in May of 1789": ("May of 1789",)},
    ),
    rule(
        "month-of-year",
        "month",
        r"(?P<month>@month)@_" + WHOSE,
        read_month_of_year,
        {"in June last year": ("June last year",), "in August of that year": ("August of that year",)},
    ),
    rule(
        "month",
        "month",
        r"(?:the@_month@_of@_|(?P<which>the@_next|(?:the@_)?(?:@which))@_)?(?P<month>@month)",
        read_bare_month,
        {"In April, two parties": ("April",), "They may march in May.": ("May",)},
    ),
    rule(
        "weekday-day",
        "weekday",
        r"(?P<weekday>@weekday),?@_the@_(?P<day>@ordinalday)",
        read_weekday_day,
        {"on Friday the 13th we": ("Friday the 13th",), "on Monday the third ship": ()},
    ),
    rule(
        "day-of-passage",
        "digits",
        r"(?:(?<=\bon\s)|(?<=\bof\s)|(?<=\bby\s)|(?<=\buntil\s))(?P<span>the@_(?P<day>\d{1,2}@th))(?!@_(?:century|[a-z]*(?:day|week|month|year|hour|minute|floor|time|anniversary|birthday|place|army|division|parallel|street|avenue))|@_(?-i:[A-Z])|\s?[-–])",
        read_bare_day,
        {"and on the 13th they": ("the 13th",)},
    ),
    rule(
        "day-it-was-set-for",
        "digits",
        r"(?:scheduled|set|planned|slated|due|fixed|booked|postponed|moved|rescheduled|adjourned|delayed|deferred|put@_off"
        r"|put@_back|pushed@_back|brought@_forward)@_(?:for|to|till|from)@_(?P<span>the@_(?P<day>\d{1,2}@th))"
        r"(?=\s*(?:[.,;:!?)]|$)|@_(?:of|and|but|or|at|in|to|after|by|because|when|so)\b)",
        read_bare_day,
        {
            "is set for the 25th.": ("the 25th",),
            "put off to the 18th because": ("the 18th",),
            "fit for the 25th.": (),
            "set for the 25th round.": (),
        },
    ),
    rule(
        "iso-date",
        "year",
        r"(?P<year>@year)(?P<mark>[-/.])(?P<number>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)",
        read_iso,
        {"updated 2025-01-06 at": ("2025-01-06",)},
    ),
    rule(
        "date-in-figures",
        "digits",
        r"(?<![\d./-])(?:(?P<weekday>@weekday),?@_)?(?P<first>\d{1,2})(?P<mark>[-/.])(?P<second>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d|\d\d)(?![\d.:/-]*\d)",
        read_figures,
        {"on 04/04/2014.": ("04/04/2014",), "am 26.04.2014 in": ("26.04.2014",), "Version 1.10.300": ()},
    ),
    rule(
        "year-of-era",
        "era",
        r"(?:(?:the@_)?year@_)?(?:(?P<year>\d{1,4})@o(?:(?P<bc>@bc)|(?-i:@ad)(?!\w))|(?-i:AD|A\.D\.)@_(?P<after>\d{1,4})(?!\d|[-–]\d))",
        read_era,
        {"defeated in 480 BC by": ("480 BC",), "erupted in AD 79.": ("AD 79",), "in 1066 AD he": ("1066 AD",)},
    ),
    rule(
        "years-before-era",
        "era",
        r"(?:some@_|about@_)?(?P<count>\d{2,4}|\d,\d{3}|@spelt)@_years@_(?P<side>before|after)@_(?:Christ|(?:our|the@_(?:common|Christian))@_era)\b",
        read_years_before_era,
        {"two hundred years before Christ": ("two hundred years before Christ",), "years before Christ": ()},
    ),
    rule(
        "period-of-year",
        "year",
        r"the@_(?P<year>@year)@_(?:period|quarter)",
        read_period_of_year,
        {"in the 1988 period, sales": ("the 1988 period",)},
    ),
    rule(
        "year",
        "year",
        r"(?:(?:the@_)?(?:calendar@_)?year@_)?(?P<year>@year)(?!@_@bc)(?:@_(?:and@_beyond))?",
        read_year,
        {"since 1994.": ("1994",), "some 1500 men": (), "in the year 1812 when": ("the year 1812",)},
    ),
    rule(
        "short-year",
        "digits",
        r"(?<![\w'’])(?P<span>['’](?P<year>\d\d))(?!\d|s\b|['’])",
        read_short_year,
        {"back in '89 and": ("'89",), "the '89s": ()},
    ),
    rule(
        "year-after-dash",
        "year",
        r"(?P<first>@year)[-–/](?P<span>(?P<last>\d\d))(?![\d/–-])",
        read_last_year,
        {"the war of 1914–18": ("18",), "in 1914-10": ()},
    ),
    rule(
        "year-of-antiquity",
        "digits",
        r"(?:(?<=\bin\s)|(?<=\bby\s)|(?<=\buntil\s)|(?<=\bsince\s)|(?<=\bfrom\s)|(?<=\bbetween\s)|(?<=\blate\s)|(?<=\bearly\s)"
        r"|(?<=\bafter\s)|(?=\d{3}[–/-]\d{3}@_@bc)|(?=\d{3}@_(?:and|or)@_\d{3}@_@bc))(?P<year>\d{3})(?![\d%]|,\d|\.\d|[-–](?!\d{3}@_@bc)\w|@_(?:[a-z]+s|men|people|ships)\b)",
        read_small_year,
        {"in 480 BC; then in 479, they": ("479",), "room in 101, with": ()},
    ),
    rule(
        "spelt-year",
        "unit vague set",
        r"(?:the@_year@_)?(?P<year>(?:(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)(?:@_hundred)?[\s-](?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?|(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)|oh[\s-]\w+))|(?<=\byear\s)two@_thousand(?:@_(?:and@_)?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))?)(?!@_(?:percent|per@_cent|thousand|hundred|million|dollars|people|years|days|months|weeks|hours|minutes))",
        read_spelt_year,
        {"born in nineteen ninety-one, the": ("nineteen ninety-one",)},
    ),
    rule(
        "spelt-year-of-millennium",
        "set",
        r"(?:(?:(?<=\bin\s)|(?<=\bsince\s)|(?<=\bby\s)|(?<=\buntil\s)|(?<=\bfrom\s)|(?<=\bduring\s)|(?<=\bbefore\s)|(?<=\bafter\s)|(?<=\bearly\s)|(?<=\blate\s))"
        r"(?P<year>two@_thousand@_(?:and@_)?@spelt)(?=\s*[.,;:!?)]|@_(?:the|an?|he|she|it|they|we|I|his|her|its|their|and|when|to|as|in|on|at|for|with|by)\b)"
        r"|(?P<subject>two@_thousand@_(?:and@_)?@spelt)(?=@_(?:was|is|saw|brought|began|ended|will@_be)\b))",
        read_spelt_year,
        {
            "In two thousand and eight the bank": ("two thousand and eight",),
            "Two thousand and nine was": ("Two thousand and nine",),
            "in two thousand and eight cases": (),
            "two thousand and eight men": (),
        },
    ),
)
