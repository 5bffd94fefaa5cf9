"""Times counted from the publication or from the last date of the passage: today, two weeks ago, three days later."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from timeline.expressions.dates import which_of
from timeline.expressions.lexicon import DAY_PARTS, TODAY, UNITS
from timeline.expressions.numbers import counted
from timeline.expressions.rule import rule
from timeline.written import Choice, Clock, Modifier, Origin, Shift, Unit, Unsaid, Which, Written

WHOLE_COUNT = {"last": -1, "this": 0, "next": 1, "coming": 1, "previous": -1, "following": 1, "same": 0}
IN_YEARS: dict[Unit, int] = {"decade": 10, "century": 100, "millennium": 1000}
QUOTES = ('"', "“", "‘")


def unit_of(text: str) -> Unit:
    """The unit a word names, singular or plural."""
    word = text.lower().rstrip(".")
    return UNITS[word] if word in UNITS else UNITS[word.removesuffix("s")]


def weeks_of(text: str) -> int:
    """How many of its unit a word holds: a fortnight is two weeks."""
    return 2 if text.lower().startswith("fortnight") else 1


def far(match: re.Match[str], direction: Literal[-1, 1], origin: Origin) -> Written:
    """A point at some distance before or after another."""
    count, modifier = counted(match["count"] or "")
    groups = match.groupdict()
    count = None if count is None else count * weeks_of(match["unit"]) + (0.5 if groups.get("half") else 0)
    if groups.get("or_so"):
        modifier = "APPROX"
    written = offset(unit_of(match["unit"]), count, direction, origin, modifier)
    if groups.get("today") and isinstance(written.says, Shift) and count is not None:
        return replace(written, says=replace(written.says, to_the_day=True))
    return written


def offset(
    unit: Unit, count: float | None, direction: Literal[-1, 1], origin: Origin, modifier: Modifier | None
) -> Written:
    """The value of such a point: of half a century, in years."""
    if count is not None and not float(count).is_integer() and unit in IN_YEARS:
        unit, count = "year", count * IN_YEARS[unit]
    return Written(
        says=Shift(
            unit=unit,
            count=None if count is None else direction * count,
            direction=direction,
            origin=origin,
            whole=False,
        ),
        modifier=modifier,
    )


def read_either(match: re.Match[str]) -> Written | None:
    """Either of two numbers of days, weeks, months or years before or after: "two or three days ago"."""
    side = re.sub(r"\s+", " ", match["side"].lower())
    direction: Literal[-1, 1] = 1 if side == "later" else -1
    origin: Origin = "published" if side == "ago" else "previous"
    counts = [counted(match[name])[0] for name in ("low", "high")]
    if None in counts or counts[0] == counts[1]:
        return None
    unit = unit_of(match["unit"])
    first, last = (offset(unit, count, direction, origin, None) for count in counts)
    return Written(says=Choice(members=(first, last)))


def read_today(match: re.Match[str]) -> Written:
    """Today, yesterday, tomorrow."""
    return Written(says=Shift(unit="day", count=TODAY[re.sub(r"\s+", " ", match["today"].lower())]))


def read_ago(match: re.Match[str]) -> Written:
    """Before the publication."""
    return far(match, -1, "published")


def read_from_now(match: re.Match[str]) -> Written:
    """After the publication."""
    return far(match, 1, "published")


def read_later(match: re.Match[str]) -> Written:
    """After the last date of the passage."""
    return far(match, 1, "previous")


def read_earlier(match: re.Match[str]) -> Written:
    """Before the last date of the passage."""
    return far(match, -1, "previous")


def read_whole(match: re.Match[str]) -> Written | None:
    """A calendar unit beside that of the publication or of the passage: last week, the following year."""
    which = which_of(match["which"])
    unit = unit_of(match["unit"])
    if which is None or match["which"].lower().endswith("past"):
        return None
    if (
        match["unit"][0].isupper()
        and match["which"][0].isupper()
        and match.string[match.start() - 1 : match.start()] in QUOTES
    ):
        return None  # a programme's name
    with_the = match["the"] is not None
    modifier: Modifier | None = "APPROX" if match["or_so"] else None
    if which == "last" and with_the and match["which"].lower() == "last":
        return Written(says=Shift(unit=unit, count=-1, whole=True, definite=True), modifier=modifier)
    passage = which in ("previous", "following", "same") or (which == "next" and with_the)
    return Written(
        says=Shift(
            unit=unit,
            count=WHOLE_COUNT[which],
            origin="previous" if passage else "published",
            definite=(with_the and which != "this" and (which != "same" or unit == "quarter")) or unit == "day",
        ),
        modifier=modifier,
    )


def read_unit_but_one(match: re.Match[str]) -> Written:
    """The week before last, the year after next."""
    return Written(says=Shift(unit=unit_of(match["unit"]), count=-2 if match["before"] else 2))


def read_definite(match: re.Match[str]) -> Written:
    """The unit that is spoken of: "the quarter", "the year"."""
    unit: Unit = "period" if match["unit"].lower() == "period" else unit_of(match["unit"])
    if unit in ("week", "month", "year") and LATEST.match(match[0]):
        return Written(says=Shift(unit=unit, count=-1, whole=True, definite=True))
    return Written(says=Shift(unit=unit, count=0, origin="previous", definite=True))


def read_year_earlier(match: re.Match[str]) -> Written:
    """The same unit a year before: "the year-earlier quarter", "the year-ago period"."""
    name = (match["unit"] or "").lower()
    unit: Unit = "period" if name in ("", "period") else unit_of(name)
    return Written(says=Shift(unit=unit, count=-1, direction=-1, origin="previous", definite=True))


def read_unit_before(match: re.Match[str]) -> Written:
    """The unit before or after the one spoken of: "the year before"."""
    count = 1 if match["side"].lower() == "after" else -1
    return Written(says=Shift(unit=unit_of(match["unit"]), count=count, origin="previous"))


def read_part_before(match: re.Match[str]) -> Written:
    """A part of the day before or after the one spoken of: "the night before"."""
    which: Which = "following" if match["side"].lower() == "after" else "previous"
    return Written(says=Unsaid(which=which), clock=Clock(part=DAY_PARTS[match["part"].lower()]))


def read_that_part(match: re.Match[str]) -> Written:
    """A part of the passage's own day: "that night"."""
    which = (
        "same"
        if match["which"].lower() in ("that", "the same", "that same")
        else which_of(match["which"].lower().removeprefix("the ").strip())
    )
    return Written(says=Unsaid(which=which), clock=Clock(part=DAY_PARTS[match["part"].lower()]))


LATEST = re.compile(r"the\s+(?:latest|most\s+recent)", re.IGNORECASE)
COUNT = (
    r"(?P<count>@loose|@vague|half@_an?|(?:a|three)@_quarters?@_of@_an?(?=@_(?:century|millennium))|(?:an?@_)?quarter(?=-century)|(?:an?@_)?half(?=@hyphen(?:hour|day|year|century|decade|month|minute))|(?:another@_)(?=@number)@number|another"
    r"|an?@_(?:single|full|whole|entire|additional|extra|further)|@spelt@_and@_(?:a@_)?half|(?:a@_)?hundred|@number|an?|one)"
)
MANY = (
    rf"(?:{COUNT}@hyphen(?:more@_|full@_|short@_|long@_|business@_|trading@_|working@_|calendar@_)?(?P<unit>@unit)"
    r"(?P<half>@_and@_a@_half(?!@_an?\b))?(?P<or_so>@_or@_(?:so|two))?)"
)
VAGUE_MANY = r"(?P<count>)(?P<unit>@units)"

RULES = (
    rule(
        "today",
        "today",
        r"(?P<today>@today)",
        read_today,
        {"said yesterday that": ("yesterday",), "the day before yesterday": ("the day before yesterday",)},
    ),
    rule(
        "ago",
        "unit",
        MANY + r"(?:,?@_)(?:ago(?P<today>@_today)?|back(?=[.,;])|previously)",
        read_ago,
        {
            "left two weeks ago.": ("two weeks ago",),
            "a few years ago, he": ("a few years ago",),
            "a week or so ago": ("a week or so ago",),
            "A year ago today he": ("A year ago today",),
            "A quarter of a century ago": ("A quarter of a century ago",),
            "a quarter-century ago": ("a quarter-century ago",),
        },
    ),
    rule(
        "either-ago",
        "unit",
        r"(?P<low>@number|an?|one)@_or@_(?P<high>@number)@_(?P<unit>days|weeks|months|years)@_(?P<side>ago|earlier|later)",
        read_either,
        {"left two or three days ago.": ("two or three days ago",)},
    ),
    rule("units-ago", "unit", VAGUE_MANY + r"@_ago", read_ago, {"built decades ago": ("decades ago",)}),
    rule(
        "from-now",
        "unit",
        MANY + r"@_(?:from@_now|hence|from@_today)",
        read_from_now,
        {"three weeks from now": ("three weeks from now",)},
    ),
    rule(
        "in-time",
        "unit",
        r"in@_(?P<span>" + MANY + r"['’]@_time)",
        read_from_now,
        {"in two weeks' time": ("two weeks' time",)},
    ),
    rule(
        "later",
        "unit",
        MANY + r"@_(?:later|afterwards?|on(?=,)|thereafter"
        r"|after@_(?:that|this|then)(?=\s*[,.;]|@_(?:the|he|she|it|they|we|I|a|an|his|her|their)\b))",
        read_later,
        {"Three days later, he": ("Three days later",), "a few days later": ("a few days later",)},
    ),
    rule(
        "units-later",
        "unit",
        VAGUE_MANY + r"@_(?:later|afterwards?)",
        read_later,
        {"Hours later they": ("Hours later",)},
    ),
    rule(
        "earlier",
        "unit",
        MANY + r"@_(?:earlier|before(?=\s*[.,;]|@_(?:and|but)\b)|beforehand|prior(?=\s*[.,;]))",
        read_earlier,
        {"two years earlier.": ("two years earlier",), "a day before, she": ("a day before",)},
    ),
    rule(
        "units-earlier",
        "unit",
        VAGUE_MANY + r"@_(?:earlier|beforehand|before(?=\s*[.,;]))",
        read_earlier,
        {"months earlier": ("months earlier",)},
    ),
    rule(
        "whole-unit",
        "unit",
        r"(?P<the>(?:the|its|their)@_)?(?P<which>@which)@_(?:fiscal@_|calendar@_|trading@_|school@_)?(?P<unit>day|week|month|year|quarter|decade|century|yr|wk)"
        r"(?P<or_so>@_or@_so)?(?!-?s\b|@_old|[-‐]\w)",
        read_whole,
        {
            "last week,": ("last week",),
            "the following year": ("the following year",),
            "that same day": ("that same day",),
            "this year's budget": ("this year",),
        },
    ),
    rule(
        "unit-but-one",
        "unit",
        r"the@_(?P<unit>week|weekend|month|year|decade)@_(?:(?P<before>before@_last)|after@_next)",
        read_unit_but_one,
        {"left the week before last.": ("the week before last",), "due the year after next": ("the year after next",)},
    ),
    rule(
        "year-earlier",
        "unit",
        r"(?:(?:the@_|a@_|its@_)?year@hyphen(?:earlier|ago|before)@_(?P<unit>quarter|period|month|week|year)|year[-‐](?:earlier|ago))",
        read_year_earlier,
        {
            "in the year-earlier quarter": ("the year-earlier quarter",),
            "up from the year-ago period": ("the year-ago period",),
        },
    ),
    rule(
        "same-period-of-year",
        "unit",
        r"the@_(?:same|comparable|corresponding|like)@_(?:(?P<unit>quarter|period|month|week)|(?:three|six|nine)-month@_period)@_(?:of@_|in@_)?"
        r"(?:last@_year|the@_(?:previous|preceding|prior)@_year|the@_year@_before|a@_year@_(?:ago|earlier|before))",
        read_year_earlier,
        {"up from the same quarter last year": ("the same quarter last year",)},
    ),
    rule(
        "unit-before",
        "unit part",
        r"the@_(?P<unit>day|week|month|year|quarter|decade)@_(?P<side>before|after|earlier)(?=\s*(?:[.,;)]|$)|@_(?:when|and|but|in|at|with)\b)",
        read_unit_before,
        {"up from the year before.": ("the year before",), "the day before the vote": ()},
    ),
    rule(
        "part-before",
        "part",
        r"the@_(?P<part>@part)@_(?P<side>before|after)(?=\s*(?:[.,;)]|$))",
        read_part_before,
        {"had met the night before.": ("the night before",), "the morning after, she": ("the morning after",)},
    ),
    rule(
        "definite-unit",
        "unit",
        r"the@_(?:full@_|entire@_|whole@_|latest@_|most@_recent@_|current@_|fiscal@_)?(?P<unit>year|quarter|month|week|decade)"
        r"(?!(?<=year)@_(?:ended|ending|to)@_(?:on@_)?(?:@month|\d{1,2}@_@month)|@_(?:ending|(?:before|after|of|since|when|that|in@_which|ago|end|earlier|later|following|to@_come|two)\b|\d{1,4}(?!\d|@_[a-z]+s\b|@_(?:people|men|women)))|[-‐]\w|@_(?-i:[IVX]{1,5})\b)",
        read_definite,
        {"rose in the quarter.": ("the quarter",), "the week before the vote": ()},
    ),
    rule(
        "latest-period",
        "unit",
        r"the@_(?:latest|same|most@_recent|current)@_(?P<unit>period|quarter|month|week|year)",
        read_definite,
        {"in the latest period": ("the latest period",)},
    ),
    rule(
        "that-part",
        "part",
        r"(?P<which>that(?:@_same)?|the@_same|the@_following|the@_next|the@_previous)@_(?P<part>@part)",
        read_that_part,
        {"and that night they": ("that night",), "the following morning": ("the following morning",)},
    ),
)
