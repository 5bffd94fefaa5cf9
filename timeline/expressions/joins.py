"""Two dates that say one time together: the ends of a stretch, or the members of a choice."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from timeline.expressions.rule import GAP
from timeline.types import TimeExpression
from timeline.written import Calendar, Choice, Repeat, Season, Shift, Stretch, Written

Expressions = list[TimeExpression]

TO = re.compile(rf"(?:,?{GAP}(?:to|through|thru|until|till){GAP}|(?:{GAP})?[-–—](?:{GAP})?)", re.IGNORECASE)
AND = re.compile(rf"{GAP}and{GAP}", re.IGNORECASE)
OR = re.compile(rf",?{GAP}or{GAP}(?:the{GAP}|on{GAP}|in{GAP})?", re.IGNORECASE)
COMMA = re.compile(rf",{GAP}(?:the{GAP}|on{GAP}|in{GAP})?", re.IGNORECASE)
SET_AND = re.compile(rf"(?:,|,?{GAP}(?:and|or|&)){GAP}(?:every{GAP}|each{GAP})?", re.IGNORECASE)
FROM_BEFORE = re.compile(rf"\b(?:from){GAP}(?:the{GAP})?$", re.IGNORECASE)
# What goes from one day to another takes no time in between: "was moved from Monday to Friday".
MOVED = re.compile(
    r"\b(?:moved|postponed|delayed|rescheduled|pushed|shifted|switched|changed|adjourned|deferred"
    r"|(?:brought|bring|put)\s(?:\w+\s){0,3}(?:forward|back|off))\s(?:[^.!?;\n]{0,40}\s)?$",
    re.IGNORECASE,
)
BETWEEN_BEFORE = re.compile(rf"\bbetween{GAP}(?:the{GAP})?$", re.IGNORECASE)
LISTED = re.compile(rf"(?:,|,?{GAP}(?:and|&|or)){GAP}(?:(?:in|on|the){GAP}){{0,2}}", re.IGNORECASE)
NAME_OF_YEAR = re.compile(rf"{GAP}(?:[A-Z][\w'’-]+{GAP}){{1,3}}(?:(?:of|in){GAP}(?:the{GAP}year{GAP})?|\((?:in{GAP})?)")
SEASON_ORDER: Final[tuple[Season, ...]] = ("SP", "SU", "FA", "WI")
MOST = 7  # members of a choice but one: each of them is resolved for each
FARTHEST = 9  # characters between the two


def with_shared_years(text: str, found: Expressions) -> Expressions:
    """Dates that name their year once, behind the last: "in August and September 1914", "the July Crisis of 1914"."""
    shared = list(found)
    for place in range(len(shared) - 2, -1, -1):
        first, second = shared[place], shared[place + 1]
        listed = LISTED.fullmatch(text, first.end, second.start) is not None and is_alike_in_year(first, second)
        if listed or is_name_of_year(text, first, second):
            shared[place] = replace(first, written=in_year_of(first.written, second.written))
    return shared


def is_alike_in_year(first: TimeExpression, second: TimeExpression) -> bool:
    """Whether both are months, or days of them, or both are seasons."""
    match first.written.says, second.written.says:
        case (Calendar(month=int()), Calendar(month=int())) | (Calendar(season=str()), Calendar(season=str())):
            return True
        case _:
            return False


def is_name_of_year(text: str, first: TimeExpression, second: TimeExpression) -> bool:
    """Whether a month or season is the first word of a name that tells its year: "the Spring Offensive (1918)"."""
    match first.written.says, second.written.says:
        case Calendar(day=None), Calendar(year=int()) as year if place_in_year(year) == (0, 0):
            return NAME_OF_YEAR.fullmatch(text, first.end, second.start) is not None
        case _:
            return False


def in_year_of(written: Written, last: Written) -> Written:
    """A date without a year in that of the one behind it, or in the year before where it is the later month."""
    match written.says, last.says:
        case Calendar(year=None, which=None, of=None) as says, Calendar(year=int(year), bc=False) as end:
            if place_in_year(says) == (0, 0):
                return written
            turned = place_in_year(says) > place_in_year(end) > (0, 0)
            return replace(written, says=replace(says, year=year - turned, short=end.short))
        case _:
            return written


def place_in_year(says: Calendar) -> tuple[int, int]:
    """Where a month, a day of one or a season stands in its year; (0, 0) for anything else."""
    if says.season is not None:
        return SEASON_ORDER.index(says.season) + 1, 0
    return says.month or 0, says.day or 0


def with_ranges(text: str, found: Expressions) -> Expressions:
    """Two dates with "from … to", "between … and" or a dash: both ends say the whole stretch."""
    joined = list(found)
    for place in range(len(joined) - 1):
        first, second = joined[place], joined[place + 1]
        if second.start - first.end <= FARTHEST and is_range(text, first, second):
            ends = (first.written, second.written)
            joined[place] = replace(first, written=Written(says=Stretch(first=ends[0], last=ends[1], shown=0)))
            joined[place + 1] = replace(second, written=Written(says=Stretch(first=ends[0], last=ends[1], shown=1)))
    return joined


def is_range(text: str, first: TimeExpression, second: TimeExpression) -> bool:
    """Whether two neighbours are the ends of one stretch."""
    if not all(isinstance(one.written.says, Calendar | Shift) and one.written.clock is None for one in (first, second)):
        return False
    between = text[first.end : second.start]
    before = text[max(0, first.start - 14) : first.start]
    if between == "/" and second.rule == "year-after-dash":
        return True
    if TO.fullmatch(between):
        if FROM_BEFORE.search(before):
            return MOVED.search(text, max(0, first.start - 60), first.start) is None
        if "-" in between or "–" in between or "through" in between:
            return True
        alike = is_weekday(first.written) and is_weekday(second.written)
        return alike or (is_day_of_month(first.written) and is_day_of_month(second.written))
    return bool(AND.fullmatch(between) and BETWEEN_BEFORE.search(before))


def is_weekday(written: Written) -> bool:
    """Whether it names a weekday."""
    match written.says:
        case Calendar(weekday=int(), day=None):
            return True
        case _:
            return False


def is_day_of_month(written: Written) -> bool:
    """Whether it names a day and its month."""
    match written.says:
        case Calendar(month=int(), day=int()):
            return True
        case _:
            return False


def with_choices(text: str, found: Expressions) -> Expressions:
    """Dates of one kind with "or" before the last: each says that it is one of them."""
    return joined_choices(text, found, OR)


def joined_choices(text: str, found: Expressions, either: re.Pattern[str]) -> Expressions:
    """Dates of one kind with commas between them and "or" before the last, as the members of one choice."""
    joined = list(found)
    for place in range(1, len(joined)):
        first, last = joined[place - 1], joined[place]
        if not either.fullmatch(text, first.end, last.start) or not are_alike(member(first), member(last)):
            continue
        start = place - 1
        while start and place - start < MOST and is_listed_before(text, joined[start - 1], joined[start]):
            start -= 1
        members = tuple(member(one) for one in joined[start : place + 1])
        for number, one in enumerate(joined[start : place + 1]):
            joined[start + number] = replace(one, written=Written(says=Choice(members=members, shown=number)))
    return joined


def is_listed_before(text: str, one: TimeExpression, other: TimeExpression) -> bool:
    """Whether a date stands before another of its kind with a comma between them."""
    return COMMA.fullmatch(text, one.end, other.start) is not None and are_alike(member(one), member(other))


def member(one: TimeExpression) -> Written:
    """What an expression says by itself, where it is already one of a choice of two."""
    match one.written.says:
        case Choice(members=members, shown=shown):
            return members[shown]
        case _:
            return one.written


def with_shared_sets(text: str, found: Expressions) -> Expressions:
    """Days that share "every" with the first of them: "every Monday and Thursday"."""
    return joined_sets(text, found, SET_AND)


def joined_sets(text: str, found: Expressions, both: re.Pattern[str]) -> Expressions:
    """Weekdays behind one that comes again, with "and" or a comma between them, as ones that come again."""
    joined = list(found)
    for place in range(1, len(joined)):
        match joined[place - 1].written.says, joined[place].written:
            case (
                Repeat(every=Calendar(weekday=int())),
                Written(says=Calendar(weekday=int(weekday), day=None, which=None, of=None, place=None)) as written,
            ) if both.fullmatch(text, joined[place - 1].end, joined[place].start):
                again = replace(written, says=Repeat(every=Calendar(weekday=weekday)))
                joined[place] = replace(joined[place], written=again)
            case _:
                pass
    return joined


def are_alike(one: Written, other: Written) -> bool:
    """Whether two dates name the same parts of a date, so that they can be alternatives."""
    if one.clock is not None or other.clock is not None or one.part != other.part:
        return False
    match one.says, other.says:
        case Calendar() as first, Calendar() as second:
            return kind(first) == kind(second) and first != second
        case Shift(count=int() | float(), unit=unit, origin=origin), Shift(count=int() | float()) as second_shift:
            return unit == second_shift.unit and origin == second_shift.origin
        case _:
            return False


def kind(says: Calendar) -> tuple[bool, ...]:
    """Which parts of a date are named; the year apart, which the second may name for both."""
    parts = (says.month, says.day, says.weekday, says.season, says.quarter, says.half, says.decade, says.century)
    named = [part is not None for part in parts]
    return (*named, says.weekend, says.holiday is not None, not any(named) and says.year is not None)
