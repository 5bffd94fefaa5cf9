"""Clock times and parts of the day."""

from __future__ import annotations

import re

from timeline.expressions.lexicon import DAY_PARTS, ZONES
from timeline.expressions.numbers import spelt_number
from timeline.expressions.rule import rule
from timeline.written import Clock, DayPart, Shift, Unsaid, Written

OF_DAY = re.compile(
    r"\s(?:of|on)\s(?:the\s)?(?:\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|[A-Z][a-z]+\.?\s\d|today|yesterday|tomorrow)",
    re.IGNORECASE,
)
NOT_NIGHT = re.compile(
    r"[-‐](?!time)\w|\s(?:club|shift|sky|vision|market|school|stand|life|owl|watch|bus|train|flight|light|news|show|talk)s?\b",
    re.IGNORECASE,
)

# Verses and ratios are written like clock times.
NO_CLOCK = re.compile(
    r"\b(?:scale|ratio|odds|proportion|mix)\sof\s$|\b(?:Genesis|Exodus|Leviticus|Numbers|Deuteronomy|Joshua|Judges|Ruth|Samuel"
    r"|Kings|Chronicles|Ezra|Nehemiah|Esther|Job|Psalms?|Proverbs|Ecclesiastes|Isaiah|Jeremiah|Lamentations|Ezekiel|Daniel"
    r"|Hosea|Joel|Amos|Obadiah|Jonah|Micah|Nahum|Habakkuk|Zephaniah|Haggai|Zechariah|Malachi|Matthew|Mark|Luke|John|Acts"
    r"|Romans|Corinthians|Galatians|Ephesians|Philippians|Colossians|Thessalonians|Timothy|Titus|Philemon|Hebrews|James"
    r"|Peter|Jude|Revelation|Surah?|Quran|Koran)\s$"
)


SPOKEN = re.compile(r"\b(?:at|by|until|till|about|around)\s$", re.IGNORECASE)
NOUGHT = re.compile(r"(?<![\d.,:+-])0\d[0-5]\d(?![\d.,:-]\d)")
SHIFTED = re.compile(r"(?:localtime\()?(?P<zone>gmt|utc)(?P<sign>[-+−–])(?P<hours>\d{1,2})(?::?(?P<minutes>\d\d))?\)?")


def zone_of(text: str | None) -> tuple[str | None, int | None]:
    """A zone as written and its minutes east of UTC, where the name has them."""
    if not text:
        return None, None
    name = re.sub(r"[\s.]", "", text.lower())
    if match := SHIFTED.fullmatch(name):
        minutes = int(match["hours"]) * 60 + int(match["minutes"] or 0)
        return text.strip(), ZONES[match["zone"]] + (minutes if match["sign"] == "+" else -minutes)
    return text.strip(), ZONES.get(name.removeprefix("localtime(").removesuffix(")"))


def clock_written(hour: int, minute: int, second: int | None, half: str, zone: str | None) -> Written | None:
    """A time of day on a day the passage knows, None where no clock shows it."""
    if half == "p" and hour < 12:
        hour += 12
    elif half == "a" and hour == 12:
        hour = 0
    if hour > 24 or minute > 59:
        return None
    name, offset = zone_of(zone)
    return Written(says=Unsaid(), clock=Clock(hour=hour, minute=minute, second=second, zone=name, offset=offset))


def read_half_day(match: re.Match[str]) -> Written | None:
    """A clock time before or after noon."""
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if hour > 12 and match["half"][0].lower() == "a":
        return None
    return clock_written(hour, minute, None, match["half"][0].lower(), match["zone"])


def read_full_day(match: re.Match[str]) -> Written | None:
    """A clock time of 24 hours."""
    if NO_CLOCK.search(match.string, max(0, match.start() - 20), match.start()):
        return None
    second = int(match["second"]) if match["second"] else None
    return clock_written(int(match["hour"]), int(match["minute"]), second, "", match["zone"])


def read_o_clock(match: re.Match[str]) -> Written | None:
    """A full hour."""
    word = match["hour"]
    hour = int(word) if word.isdigit() else spelt_number(word)
    part = (match["part"] or match["part2"] or "").lower()
    return (
        None
        if hour is None
        else clock_written(
            hour,
            0,
            None,
            "p" if part in ("afternoon", "evening") or (part == "night" and hour > 5) else "a" if part else "",
            match["zone"],
        )
    )


def read_spoken_clock(match: re.Match[str]) -> Written | None:
    """Half past seven, a quarter to nine, ten past six; "ten to five" only where a clock is meant."""
    if match["side"].lower() == "to" and not (
        "quarter" in match["minutes"].lower() or SPOKEN.search(match.string, max(0, match.start() - 8), match.start())
    ):
        return None
    word = match["hour"]
    hour = int(word) if word.isdigit() else spelt_number(word)
    minutes = {"half": 30, "quarter": 15}.get(match["minutes"].lower().removeprefix("a ").strip())
    minutes = spelt_number(match["minutes"].lower()) if minutes is None else minutes
    if hour is None or minutes is None or (match["side"].lower() == "to" and minutes == 30):
        return None
    if match["side"].lower() == "to":
        hour, minutes = (int(hour) - 1) or 12, 60 - minutes
    return clock_written(int(hour), int(minutes), None, "", None)


def read_named_hour(match: re.Match[str]) -> Written | None:
    """Noon or midnight."""
    return clock_written(12 if match["name"].lower() in ("noon", "midday") else 0, 0, None, "", match["zone"])


def read_military(match: re.Match[str]) -> Written | None:
    """Four digits said to be hours."""
    return clock_written(int(match["hour"]), int(match["minute"]), None, "", match["zone"])


def read_bare(match: re.Match[str]) -> Written | None:
    """Four digits that begin with 0, as no year does, or that stand near such ones."""
    if match["hour"][0] != "0" and not NOUGHT.search(match.string, max(0, match.start() - 80), match.start()):
        return None
    return clock_written(int(match["hour"]), int(match["minute"]), None, "", None)


def read_hour_of_part(match: re.Match[str]) -> Written | None:
    """An hour whose half of the day the words behind it tell."""
    word = match["hour"].lower()
    hour = int(word) if word.isdigit() else spelt_number(word)
    return None if hour is None else clock_written(hour, int(match["minute"] or 0), None, "", None)


def part_of(text: str) -> DayPart:
    """The part of the day a word names."""
    return DAY_PARTS[re.sub(r"\s+", " ", text.lower())]


def read_day_part(match: re.Match[str]) -> Written | None:
    """This morning, last night, tonight."""
    which = match["which"].lower()
    count = -1 if which in ("last", "yesterday") else 1 if which in ("tomorrow", "next") else 0
    return Written(says=Shift(unit="day", count=count), clock=Clock(part=part_of(match["part"])))


def read_early_hours(match: re.Match[str]) -> Written | None:
    """The hours after midnight, of a day that is named behind them."""
    if not OF_DAY.match(match.string, match.end()):
        return None
    return Written(says=Unsaid(), clock=Clock(part="MO"), part="start")


def read_tonight(_: re.Match[str]) -> Written:
    """The night of today."""
    return Written(says=Shift(unit="day", count=0), clock=Clock(part="NI"))


def is_name(match: re.Match[str]) -> bool:
    """Whether the word is part of a name: "Operation Dawn 5"."""
    before = match.string[max(0, match.start() - 16) : match.start()]
    return match["part"][0].isupper() and bool(re.search(r"[A-Z]\w+\s$", before))


def read_bare_part(match: re.Match[str]) -> Written | None:
    """A part of the day alone, if it is one."""
    if NOT_NIGHT.match(match.string, match.end()) or is_name(match):
        return None
    return Written(says=Unsaid(), clock=Clock(part=part_of(match["part"])))


OFFSET = r"@zone(?:@o[-+−–]\d{1,2}(?::?[0-5]\d)?)?"
ZONE = (
    r"(?:@_(?P<open>\()?(?P<zone>local@_time@_\("
    + OFFSET
    + r"\)|"
    + OFFSET
    + r"|(?-i:[ECMP]T)\b|local@_time|(?:Eastern|Central|Mountain|Pacific)"
    r"(?:@_(?:Standard@_|Daylight@_)?time)?|(?-i:[A-Z])[a-z]{2,20}@_time)(?(open)\)))?"
)

RULES = (
    rule(
        "clock-am-pm",
        "digits",
        r"(?<![\d:.])(?P<hour>1\d|2[0-3]|0?\d)(?:[:.h]?(?P<minute>[0-5]\d))?@o(?P<half>[ap])(?:\.@o?m\.?|m\b)" + ZONE,
        read_half_day,
        {
            "at 4 a.m. local time.": ("4 a.m. local time",),
            "until 7:30pm on": ("7:30pm",),
            "at 9 a.m. ET on": ("9 a.m. ET",),
        },
    ),
    rule(
        "clock",
        "digits",
        r"(?<![\d:.,+−-])(?P<hour>2[0-4]|[01]?\d):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?![\d:%.-]\d)(?:@o(?:hrs?|hours|h)\b)?"
        + ZONE,
        read_full_day,
        {"at 19:00 the": ("19:00",), "by 03:00hrs": ("03:00hrs",), "won 3:2": ()},
    ),
    rule(
        "clock-with-dot",
        "digits",
        r"(?<=\bat\s)(?P<hour>2[0-3]|[01]?\d)\.(?P<minute>[0-5]\d)(?P<second>(?!.))?(?=@_(?:this|yesterday|today|tomorrow|last|in@_the|on@_@weekday|local)\b|@_@zone)"
        + ZONE,
        read_full_day,
        {"at 7.15 this morning": ("7.15 this morning",), "fell at 7.15 points": ()},
    ),
    rule(
        "clock-of-hours",
        "digits",
        r"(?P<hour>2[0-4]|[01]\d)(?P<minute>[0-5]\d)(?:@o(?:hrs|hours)\b|@_(?P<zone>@zone|local@_time))",
        read_military,
        {"at 0700 hours": ("0700 hours",), "at 0700 GMT": ("0700 GMT",), "0700 local time": ("0700 local time",)},
    ),
    rule(
        "clock-bare",
        "digits",
        r"(?:(?<=\bat\s)|(?<=\bby\s)|(?<=\bfrom\s)|(?<=\buntil\s)|(?<=\btill\s)|(?<=\bbefore\s)|(?<=\bafter\s)|(?<=\bto\s)|(?<=\bbetween\s)|(?<=\band\s)|(?<=\baround\s)|(?<=\babout\s))"
        r"(?P<hour>2[0-3]|[01]\d)(?P<minute>[0-5]\d)(?P<zone>(?!.))?(?![\d%]|[,.:-]\d|@_\d)",
        read_bare,
        {
            "opened fire at 0700.": ("0700",),
            "left at 0430 and returned at 1615.": ("0430", "1615"),
            "flying at 1500 feet": (),
            "at 1845 he": (),
        },
    ),
    rule(
        "hour-of-part",
        "part today",
        r"(?<=\bat\s)(?P<hour>1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:[.:](?P<minute>[0-5]\d))?"
        r"(?=@_(?:on@_)?(?:@weekday|this|yesterday|tomorrow|the@_same|that|the@_next|the@_following)@_(?:@part)\b|@_(?:tonight|last@_night)\b)",
        read_hour_of_part,
        {"came at 3 on Saturday morning": ("3 on Saturday morning",), "at 3 on Saturday": ()},
    ),
    rule(
        "o-clock",
        "digits part vague set",
        r"(?P<hour>1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:@_o['’]clock(?:@_(?:in@_the|at)@_(?P<part>morning|afternoon|evening|night))?|@_(?:in@_the|(?=at@_night)at)@_(?P<part2>morning|afternoon|evening|night))"
        + ZONE,
        read_o_clock,
        {"at five o'clock in the morning": ("five o'clock in the morning",)},
    ),
    rule(
        "clock-in-words",
        "part weekday unit today set",
        r"(?:(?P<minutes>half|(?:a@_)?quarter|five|ten|twenty(?:-five)?)(?:@_minutes)?@_(?P<side>past|to)@_)"
        r"(?P<hour>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|1[0-2]|[1-9])(?=\s*(?:[.,;:!?)”]|$)|@_(?:on|this|in@_the|at|yesterday|tomorrow|today|last|local|and|when|as|but|he|she|it|they|we|the|@weekday)\b)",
        read_spoken_clock,
        {
            "at half past seven on Friday": ("half past seven on Friday",),
            "at quarter to nine this morning": ("quarter to nine this morning",),
        },
    ),
    rule(
        "noon",
        "part",
        r"(?:12@_)?(?P<name>noon|midnight|midday)" + ZONE,
        read_named_hour,
        {"by midnight GMT they": ("midnight GMT",)},
    ),
    rule(
        "this-part",
        "part",
        r"(?P<which>this|last|yesterday|tomorrow|later@_this)@_(?P<part>@part)",
        read_day_part,
        {"said this morning": ("this morning",), "last night's raid": ("last night",)},
    ),
    rule(
        "early-hours",
        "part unit",
        r"(?:the@_)?(?:early|small|wee|first|predawn)@_hours(?:@_of@_the@_morning)?",
        read_early_hours,
        {"in the early hours of Sunday they": ("the early hours of Sunday",)},
    ),
    rule("tonight", "today", r"(?:tonight|2nite|tonite)", read_tonight, {"they meet tonight.": ("tonight",)}),
    rule(
        "part-of-day",
        "part",
        r"(?:(?:the|an?|one)@_)?(?:early@_|late@_)?(?P<part>@part|overnight)(?:@_hours)?",
        read_bare_part,
        {"in the morning they": ("the morning",), "the night-club": ()},
    ),
)
