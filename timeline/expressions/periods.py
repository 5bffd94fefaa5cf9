"""Seasons, quarters, halves, fiscal years, decades and centuries."""

from __future__ import annotations

import re
from typing import cast

from timeline.expressions.dates import full_year, which_of, year_shift
from timeline.expressions.lexicon import PARTS, SEASONS, TENS, UNITS
from timeline.expressions.numbers import ordinal
from timeline.expressions.rule import rule
from timeline.written import Calendar, Part, Shift, Which, Written

DECADES = {("twenties" if word == "twenty" else word[:-1] + "ies"): number // 10 for word, number in TENS.items()}
NOT_FALL = re.compile(
    r"\s(?:in|of\s(?!\d|that|this|last)|to|by|apart|short|behind|down|off|into|from|below|under|on|for|asleep|ill|through|out)\b"
    r"|[-‐](?!winter|summer)[a-z]|\s-\s(?:out|off|back)\b"
)


def read_end_of_unit(match: re.Match[str]) -> Written:
    """The end of the unit that is spoken of."""
    return Written(
        says=Shift(unit=UNITS[match["unit"].lower()], count=0, origin="previous", definite=True),
        part=PARTS[match["part"].lower()],
    )


def read_season(match: re.Match[str]) -> Written | None:
    """A season, with its year or without; "fall" only where it cannot be the verb."""
    name = match["season"].lower()
    year, short = full_year(match["year"] or match["before"])
    which: Which | None = which_of(match["which"])
    of = year_shift(match["whose"])
    anchored = year or which or of
    if match["lead"] and match["lead"].strip().lower() in ("a", "each", "every"):
        return None
    if name in ("fall", "spring") and not anchored:
        if NOT_FALL.match(match.string, match.end()):
            return None
        if match[0].lower().startswith("the ") or (
            match["season"] == "Spring"
            and match.start()
            and match.string[match.start() - 1] == " "
            and match.string[match.start() - 2] not in ".!?"
        ):
            return Written(says=Calendar(season=SEASONS[name]))
        if not re.search(
            r"\b(?:in|by|since|until|during|of|early|late|mid|through|for|before|after)@?\s(?:the\s)?$|\bmid-$",
            match.string[max(0, match.start("season") - 12) : match.start("season")],
            re.IGNORECASE,
        ):
            return None
    return Written(
        says=Calendar(season=SEASONS[name], year=year, short=short, which=which, of=of, bc=bool(match["bc"]))
    )


def read_quarter(match: re.Match[str]) -> Written | None:
    """A quarter of a year."""
    groups = match.groupdict()
    figure = groups.get("number") or groups.get("first")
    number = int(figure) if figure else ordinal(match["ordinal"])
    before = groups.get("before") or ""
    year, short = full_year(groups.get("year") or groups.get("short") or (before if before[:1].isdigit() else None))
    if number not in (1, 2, 3, 4):
        return None
    of = Shift(unit="year", count=-1) if before[:1] in ("y", "Y") else year_shift(groups.get("whose"))
    return Written(says=Calendar(quarter=number, year=year, short=short, fiscal=bool(groups.get("fiscal")), of=of))


def read_last_quarter(match: re.Match[str]) -> Written:
    """The final quarter of a year."""
    year, short = full_year(match["year"])
    return Written(says=Calendar(quarter=4, year=year, short=short, of=year_shift(match["whose"])))


def read_half(match: re.Match[str]) -> Written | None:
    """A half of a year."""
    number = ordinal(match["ordinal"])
    year, short = full_year(match["year"])
    if number not in (1, 2):
        return None
    return Written(says=Calendar(half=number, year=year, short=short, of=year_shift(match["whose"])))


def read_fiscal(match: re.Match[str]) -> Written:
    """A fiscal year."""
    year, short = full_year(match["year"])
    return Written(says=Calendar(year=year, short=short, fiscal=True))


def read_decade(match: re.Match[str]) -> Written | None:
    """A decade in figures; two digits need "the" or an apostrophe, and are no age or temperature."""
    digits = re.sub(r"\D", "", match["decade"])
    if len(digits) == 2:
        marked = re.search(r"the|['’]", match[0], re.IGNORECASE)
        if not marked or AGES.search(match.string, max(0, match.start() - 18), match.start()):
            return None
        return Written(says=Calendar(decade=190 + int(digits[0]), short=True))
    if len(digits) == 4 and digits.endswith("00") and digits < "1900" and not match["bc"]:
        return Written(says=Calendar(century=int(digits) // 100))
    return Written(says=Calendar(decade=int(digits) // 10, bc=bool(match["bc"])))


def read_spelt_decade(match: re.Match[str]) -> Written:
    """A decade in words."""
    high = 18 if (match["hundred"] or "").lower().startswith("eight") else 19
    return Written(says=Calendar(decade=high * 10 + DECADES[match["decade"].lower()], short=match["hundred"] is None))


def read_century(match: re.Match[str]) -> Written | None:
    """A century."""
    number = ordinal(match["ordinal"])
    if not number or number > 30:
        return None
    return Written(says=Calendar(century=number - 1, bc=bool(match["bc"])))


def read_decade_of_century(match: re.Match[str]) -> Written | None:
    """The first, second, last decade of a century; of one that is told by its place, a part of it."""
    word = match["place"].lower()
    place = 10 if word in ("last", "final", "closing") else 1 if word == "opening" else ordinal(word)
    if not place or place > 10:
        return None
    if match["ordinal"]:
        century = ordinal(match["ordinal"]) or 0
        return Written(says=Calendar(decade=(century - 1) * 10 + place - 1)) if 1 < century < 31 else None
    count = {"last": -1, "next": 1}.get(match["whose"].lower(), 0)
    part = cast("Part", f"{place}/10")
    return Written(says=Shift(unit="century", count=count, definite=count == 0), part=part)


def read_turn(match: re.Match[str]) -> Written | None:
    """The turn of a century: the named one begins with it; of the unnamed ones, that which is nearest."""
    if match["ordinal"]:
        number = ordinal(match["ordinal"]) or 0
        return Written(says=Calendar(century=number - 1), part="turn") if 1 < number < 31 else None
    if match["unit"].lower() == "millennium":
        return Written(says=Calendar(century=20), part="turn")
    return Written(says=Shift(unit="century", count=0, definite=True), part="turn")


AGES = re.compile(r"\b(?:his|her|their|my|temperatures?|mid-|low|upper|lower|high)\b[^.]{0,12}$")
YEAR_WORDS = r"(?:this|last|next|that|the@_(?:same|following|previous|coming|current))@_year|the@_year"
OF_YEAR = r"(?:(?:,?@_(?:of@_|in@_)?(?:fiscal@_)?(?P<year>@year))|@_(?:of@_|in@_)?(?P<whose>" + YEAR_WORDS + r"))?"

RULES = (
    rule(
        "edge-of-century",
        "unit",
        r"(?:(?<=\bby\s)|(?<=\bbefore\s)|(?<=\buntil\s)|(?<=\bsince\s))(?:the@_)?(?P<part>end|start|beginning|close|middle)@_of@_the@_(?P<unit>century)(?!@_of\b)",
        read_end_of_unit,
        {"by the end of the century": ("the end of the century",), "At the end of the century it fell": ()},
    ),
    rule(
        "end-of-unit",
        "unit",
        r"(?:the@_)?(?P<unit>year|month|week|quarter|decade|century)(?:['’]s@_|[-‐]|@_(?=end))(?P<part>end|start|beginning)(?!@_of\b)",
        read_end_of_unit,
        {"due by year-end, the": ("year-end",), "at the month's end": ("the month's end",)},
    ),
    rule(
        "season",
        "season",
        r"(?P<lead>(?:a|each|every)@_)?"
        r"(?:(?P<which>the@_next|(?:the@_)?(?:@which))@_|the@_(?!@season@_(?-i:[A-Z])(?!@year))|(?P<before>@year)@_)?"
        r"(?P<season>@season)(?!s\b|['’]s\b)"
        r"(?:(?:,?@_(?:of@_|in@_)?)(?P<year>@year|['’]\d\d|\d{3}(?=@_@bc)|nineteen@_@spelt)(?:[-–/](?:\d\d)?\d\d(?![\d/–-]))?(?:@_(?P<bc>@bc))?"
        r"|@_of@_(?P<whose>" + YEAR_WORDS + r"))?",
        read_season,
        {
            "in the summer of 1778": ("the summer of 1778",),
            "this fall": ("this fall",),
            "prices fall in": (),
            "the fall-out of the crash": (),
            "last spring": ("last spring",),
        },
    ),
    rule(
        "quarter-of-year",
        "unit",
        r"(?:(?:the|its|their)@_(?![a-z]+-quarter))?(?:(?P<before>@year|year-(?:earlier|ago))@_)?(?P<fiscal>fiscal@_)?"
        r"(?P<ordinal>first|second|third|fourth|1st|2nd|3rd|4th)@hyphen(?P<fiscal2>fiscal@_)?quarter(?:s(?=,?@_(?:of@_|in@_)?@year))?(?!s\b|['’]s\b|@_of@_the@_(?!year))"
        + OF_YEAR,
        read_quarter,
        {
            "In the third quarter, sales": ("the third quarter",),
            "fourth-quarter profit": ("fourth-quarter",),
            "the third quarter of 1990": ("the third quarter of 1990",),
        },
    ),
    rule(
        "quarters-of-list",
        "unit",
        r"(?:the@_)?(?P<ordinal>first|second|third)(?=@_(?:and|or)@_(?:second|third|fourth)@_quarters,?@_(?:of@_|in@_)?"
        r"(?:(?P<year>@year)|(?P<whose>" + YEAR_WORDS + r")))",
        read_quarter,
        {"in the second and third quarters of 2022": ("the second",), "the second and third quarters": ()},
    ),
    rule(
        "quarter-of-named-year",
        "unit",
        r"(?P<whose>(?:last|this|next)@_year)['’]s@_(?P<fiscal>fiscal@_)?(?P<ordinal>first|second|third|fourth)@hyphen?quarter",
        read_quarter,
        {"next year's first quarter": ("next year's first quarter",)},
    ),
    rule(
        "quarter-short",
        "unit digits vague set",
        r"(?:Q(?P<number>[1-4])|(?P<first>[1-4])Q)(?:(?:@_(?:of@_)?|[-‐])(?P<year>@year|['’]\d\d)|(?P<short>\d\d))?",
        read_quarter,
        {"revenue in Q3 2024 rose": ("Q3 2024",), "sales in 4Q11 fell": ("4Q11",), "in 1Q 2012,": ("1Q 2012",)},
    ),
    rule(
        "last-quarter",
        "unit",
        r"(?:the@_)?(?:final|last)@_quarter@_of@_(?:(?P<year>@year)|(?P<whose>" + YEAR_WORDS + r"))",
        read_last_quarter,
        {"the final quarter of 1999": ("the final quarter of 1999",)},
    ),
    rule(
        "half-of-year",
        "unit set",
        r"(?:the@_)?(?:fiscal@_)?(?P<ordinal>first|second|1st|2nd)(?:[-‐]half(?!@_(?:hour|dozen|goal|lead))|@_(?:half|six@_months)"
        r"(?=@_of@_(?:@year|fiscal|"
        + YEAR_WORDS
        + r"|next|last|this|the@_year)|@_(?:ended|ending|results|profit|earnings|net"
        r"|sales|loss|revenue|19|20|this|last|next)|[,.]))" + OF_YEAR,
        read_half,
        {
            "in the first half of 2023": ("the first half of 2023",),
            "the second half of this year": ("the second half of this year",),
        },
    ),
    rule(
        "half-short",
        "set",
        r"(?-i:H(?P<ordinal>[12]))(?:@_(?:of@_)?|[-‐])(?P<year>@year|['’]\d\d)(?P<whose>(?!.))?",
        read_half,
        {"revenue in H1 2012 rose": ("H1 2012",), "the H1 road": ()},
    ),
    rule(
        "fiscal-year",
        "set unit year",
        r"(?:(?:the|its(?!@_FY))@_)?(?:fiscal(?:@_year)?|financial@_year|FY)@o(?P<year>@year|['’]\d\d)",
        read_fiscal,
        {"in fiscal 1990 and": ("fiscal 1990",), "Its FY2023 results": ("FY2023",)},
    ),
    rule(
        "decade",
        "digits",
        r"(?:the@_)?(?P<decade>(?:1\d|20)\d0|['’]?[1-9]0|\d{2}0(?=s@_@bc))['’]?s(?:@_(?P<bc>@bc))?",
        read_decade,
        {"in the 1990s.": ("the 1990s",), "the '60s": ("the '60s",), "in his 40s": ()},
    ),
    rule(
        "decade-in-words",
        "set",
        r"(?:(?:the@_|(?P<hundred>eighteen|nineteen)@hyphen){1,2}|the@_(?:roaring|swinging)@_|(?<=mid-)|(?<=early\s)|(?<=late\s)|(?<=ies\sand\s)|(?<=ies\sor\s))(?P<decade>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)",
        read_spelt_decade,
        {"in the nineties, the": ("the nineties",), "in the mid-sixties": ("the mid-sixties",), "in her sixties": ()},
    ),
    rule(
        "century",
        "unit",
        r"(?:the@_)?(?P<ordinal>@ordinal)@hyphen(?:century|cent\.|centuries)(?:@_(?:(?P<bc>@bc)|(?-i:@ad)(?!\w)))?",
        read_century,
        {"in the 19th century, a": ("the 19th century",), "eighteenth-century laws": ("eighteenth-century",)},
    ),
    rule(
        "century-of-list",
        "unit",
        r"(?:the@_)?(?P<ordinal>@ordinal)(?=(?:,@_(?:(?:the|early|mid|late)(?:@_|-)){0,2}@ordinal){0,3}"
        r"(?:,?@_(?:and|or|to|through)@_|@dash)(?:(?:the|early|mid|late)(?:@_|-)){0,2}@ordinal@hyphen(?:centuries|century)(?:@_(?P<bc>@bc))?)",
        read_century,
        {
            "in the 18th and 19th centuries": ("the 18th",),
            "from the late 19th to the early 20th century": ("the late 19th",),
            "the first and second floors": (),
        },
    ),
    rule(
        "decade-of-century",
        "unit",
        r"the@_(?P<place>@ordinal|last|final|opening|closing)@_decade@_of@_(?:the@_(?P<ordinal>@ordinal)@hyphen|(?P<whose>this|last|next|the)@_)century(?!@_@bc)",
        read_decade_of_century,
        {
            "in the first decade of the 20th century": ("the first decade of the 20th century",),
            "the second decade of this century": ("the second decade of this century",),
            "the first decade of the war": (),
        },
    ),
    rule(
        "turn-of-century",
        "unit",
        r"(?:the@_)?turn@hyphen of@hyphen(?:the|this|last)@hyphen(?:(?P<ordinal>@ordinal)@hyphen)?"
        r"(?P<unit>century|millennium)(?!@_@bc)",
        read_turn,
        {
            "at the turn of the century": ("the turn of the century",),
            "a turn-of-the-century house": ("turn-of-the-century",),
            "the turn of the 20th century": ("the turn of the 20th century",),
            "it was the turn of the team": (),
        },
    ),
)
