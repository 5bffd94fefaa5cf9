"""What is made of the matches of all rules: overlaps, unlikely readings, modifiers, times of day, ranges."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import cast

from timeline.expressions.lexicon import MODIFIERS, ORDINALS, PARTS
from timeline.expressions.rule import GAP, words
from timeline.types import TimeExpression
from timeline.written import Calendar, Clock, Leftover, Part, Relative, Repeat, Shift, Span, Unsaid, Vague, Written

Expressions = list[TimeExpression]

PART_BEFORE = re.compile(
    rf"(?<!\w)(?:(?P<of>(?:the{GAP})?(?:very{GAP})?(?P<noun>beginning|start|outset|end|close|middle){GAP}of{GAP})"
    rf"|(?P<fraction>(?:the{GAP})?(?P<place>first|second|third|fourth|last|final|latter|opening|closing){GAP}(?P<share>half|third|quarter){GAP}of{GAP}(?:the{GAP})?)"
    rf"|(?P<word>(?:very{GAP})?(?:early|late|mid|later|earlier))(?:{GAP}(?:in|on){GAP}|[-‐–]|{GAP})(?P<the>the{GAP})?|(?P<after>(?:the{GAP})?(?:early|late|latter){GAP}part{GAP}of{GAP}))$",
    re.IGNORECASE,
)
MODIFIER_BEFORE = re.compile(rf"(?<![\w.])(?P<word>{words(MODIFIERS)}){GAP}$", re.IGNORECASE)
# "over" is "more than" behind these; else a preposition: "used over three years".
OVER_AS_MORE = re.compile(
    r"(?:^|[.!?;,(“\"]|\b(?:for|in|within|after|of|by|from|to|with|at|well|just|is|are|was|were|been|be|last(?:s|ed|ing)?"
    r"|took|takes?|taken|spent|and|or|than|an?|the|his|her|their|its|some|every))\s?$",
    re.IGNORECASE,
)
BEFORE = 32
POST = 280  # characters: the longest post of the largest service
ADDRESS = re.compile(
    r"://|www\.|\w@\w|\w#\w|_\w|\w_|\.(?:com|org|net|pdf|html?|jpe?g|png|txt|docx?|xlsx?)\b", re.IGNORECASE
)
DATE_THEN_CLOCK = re.compile(rf"(?:,?{GAP}(?:at{GAP}|around{GAP}|about{GAP}|in{GAP}(?=the))?|,)?", re.IGNORECASE)
CLOCK_THEN_DATE = re.compile(rf"(?:,?{GAP}(?:on{GAP}|of{GAP})?(?:the{GAP})?|,)", re.IGNORECASE)


def longest(_: str, found: Expressions) -> Expressions:
    """The longest of expressions that overlap; of equally long ones, the one whose rule comes first."""
    kept: Expressions = []
    taken_until = -1
    for one in sorted(found, key=lambda one: one.start):
        if one.start >= taken_until:
            kept.append(one)
        elif one.end - one.start > kept[-1].end - kept[-1].start:
            kept[-1] = one
        taken_until = kept[-1].end
    return kept


def without_unlikely(_: str, found: Expressions) -> Expressions:
    """Without years of three digits, unless the text is about the years before our era."""
    antique = any(
        isinstance(one.written.says, Calendar) and one.written.says.bc and one.rule != "year-of-antiquity"
        for one in found
    )
    return [one for one in found if antique or one.rule != "year-of-antiquity"]


def without_addresses(text: str, found: Expressions) -> Expressions:
    """Without what stands inside a web address, a mail address, a file name or a tag."""
    return [one for one in found if not ADDRESS.search(word_around(text, one.start, one.end))]


def word_around(text: str, start: int, end: int) -> str:
    """An expression with the letters that stand to it without a space, as far as an address could reach."""
    low = max(text.rfind(mark, max(0, start - 200), start) for mark in " \n\t") + 1
    highs = [place for mark in " \n\t" if (place := text.find(mark, end, end + 200)) >= 0]
    return text[max(low, start - 200) : min(highs, default=min(len(text), end + 200))]


def without_loose_units(text: str, found: Expressions) -> Expressions:
    """Without bare units ("what a day"), but in a post: in so short a text they are about the writer's own time."""
    return found if len(text) <= POST else [one for one in found if one.rule != "unit-of-post"]


def with_clocks(text: str, found: Expressions) -> Expressions:
    """A date and the time of day beside it as one: "noon Saturday", "yesterday at 4 p.m.", "Friday night"."""
    joined: Expressions = []
    for one in found:
        both = _with_clock(text, joined[-1], one) if joined else None
        if both is None:
            joined.append(one)
        else:
            joined[-1] = both
    return joined


def _with_clock(text: str, first: TimeExpression, second: TimeExpression) -> TimeExpression | None:
    """Two neighbours as one, None where they are two."""
    between = text[first.end : second.start]
    if len(between) > 12:
        return None
    one, other = first.written, second.written
    if is_bare_clock(other) and is_bare_clock(one):
        return (
            _joined(text, first, second, replace(one, clock=merged(one.clock, other.clock)))
            if re.fullmatch(rf"(?:{GAP}(?:in|at){GAP})", between)
            and (one.clock is None or other.clock is None or one.clock.part is None or other.clock.part is None)
            else None
        )
    if is_day(one) and is_bare_clock(other) and DATE_THEN_CLOCK.fullmatch(between) and between:
        clock = merged(one.clock, at_end(other, one).clock)
        return _joined(text, first, second, replace(one, clock=clock)) if clock else None
    if is_bare_clock(one) and is_day(other) and CLOCK_THEN_DATE.fullmatch(between):
        clock = merged(at_end(one, other).clock, other.clock)
        return _joined(text, first, second, replace(other, clock=clock)) if clock else None
    return None


def at_end(written: Written, day: Written) -> Written:
    """A midnight as the one that ends the day, where that is the eve of something."""
    match written.clock, day.says:
        case Clock(hour=0, minute=0) as clock, Calendar(holiday="new-year-eve" | "christmas-eve"):
            return replace(written, clock=replace(clock, hour=24))
        case _:
            return written


def merged(one: Clock | None, other: Clock | None) -> Clock | None:
    """Two readings of the time of day as one; None where they are two times."""
    if one is None or other is None:
        return one or other
    if one.hour is not None and other.hour is not None:
        return None
    clock, part = (one, other.part) if one.hour is not None else (other, one.part)
    if clock.hour is None:
        return None
    if part == "NI" and (clock.hour, clock.minute) == (0, 0):  # "midnight tonight" ends the day
        return replace(clock, hour=24)
    afternoon = part in ("AF", "EV", "NI") and clock.hour < 12 and not (part == "NI" and clock.hour < 6)
    return replace(clock, hour=clock.hour + 12 if afternoon else clock.hour)


def is_bare_clock(written: Written) -> bool:
    """Whether it tells a time of day and no day."""
    return isinstance(written.says, Unsaid) and written.clock is not None and written.says.which is None


def is_day(written: Written) -> bool:
    """Whether it names a single day, so that a time of day can belong to it."""
    match written.says:
        case Calendar(day=day, weekday=weekday, holiday=holiday):
            return day is not None or weekday is not None or holiday is not None
        case Shift(unit="day", count=count):
            return count is not None
        case Leftover():
            return True
        case _:
            return False


def _joined(text: str, first: TimeExpression, second: TimeExpression, written: Written) -> TimeExpression:
    """One expression over two and what stands between them."""
    return replace(first, end=second.end, text=text[first.start : second.end], written=written)


def with_parts(text: str, found: Expressions) -> Expressions:
    """Expressions with "early", "late", "the end of" before them."""
    return [_with_part(text, one, found[place - 1].end if place else 0) for place, one in enumerate(found)]


def _with_part(text: str, one: TimeExpression, floor: int) -> TimeExpression:
    match = PART_BEFORE.search(text, max(floor, one.start - BEFORE), one.start)
    if match is None or one.written.part is not None:
        return one
    starts_with_the = one.text[:4].lower() in ("the ", "this", "that")
    if match["of"]:
        part = PARTS[match["noun"].lower()]
        if not can_have_edge(one.written):
            return one
    elif match["fraction"]:
        share = fraction(match["place"].lower(), match["share"].lower())
        if share is None or not can_be_shared(one.written):
            return one
        part = share
    elif match["after"]:
        part = "end" if "early" not in match["after"].lower() else "start"
        if not can_have_edge(one.written):
            return one
    else:
        word = match["word"].lower().split()[-1]
        part = PARTS[word]
        if word in ("later", "earlier"):
            if not is_current(one.written):
                return one
            if is_of_now(one.written):
                sided = replace(one.written, side="before" if word == "earlier" else "after")
                start = match.start() if is_long(one.written) else one.start
                return replace(one, start=start, text=text[start : one.end], written=sided)
        elif not can_be_early(one.written) or (match["the"] and starts_with_the):
            return one
    start = match.start()
    if takes_article(one.written) and text[max(0, start - 4) : start].lower() == "the ":
        start -= 4
    return replace(one, start=start, text=text[start : one.end], written=replace(one.written, part=part))


def fraction(place: str, share: str) -> Part | None:
    """The part that "the second half" names, None where there is none of that number."""
    of = {"half": 2, "third": 3, "quarter": 4}[share]
    last = place in ("last", "final", "latter", "closing")
    number = of if last else {"opening": 1}.get(place) or ORDINALS[place]
    return cast("Part", f"{number}/{of}") if number <= of else None


def can_be_shared(written: Written) -> bool:
    """Whether it has halves that are told so: a century, a decade, a month, a week; those of a year are a rule's."""
    match written.says:
        case Calendar(decade=decade, century=century, month=month, day=None, weekday=None):
            return decade is not None or century is not None or month is not None
        case Shift(unit="century" | "decade" | "month" | "week", whole=True, count=int() | float()):
            return True
        case _:
            return False


def takes_article(written: Written) -> bool:
    """Whether "the" belongs to it before "early": "the early 1980s", "the late summer"."""
    says = written.says
    return isinstance(says, Calendar) and bool(says.decade or says.century or says.season)


def can_have_edge(written: Written) -> bool:
    """Whether "the end of" can stand before it: a month, a year, a week, a season, a decade."""
    match written.says:
        case Calendar(day=None, weekday=None):
            return True
        case Shift(unit=unit, whole=True):
            return unit != "day" or written.says.definite
        case _:
            return False


def can_be_early(written: Written) -> bool:
    """Whether "early" can stand before it."""
    match written.says:
        case Calendar():
            return True
        case Shift(whole=True):
            return True
        case Unsaid():
            return written.clock is not None and written.clock.part is not None
        case _:
            return False


def is_long(written: Written) -> bool:
    """Whether it is a month or longer: annotators mark "earlier this year" whole; of days "yesterday" alone."""
    match written.says:
        case Shift(unit="day", count=-1):
            return True
        case Shift(unit=unit):
            return unit not in ("day", "week", "weekend")
        case _:
            return False


def is_of_now(written: Written) -> bool:
    """Whether it is counted from the publication: annotators leave "earlier" and "later" out before such a date."""
    match written.says:
        case Shift(origin="published") | Calendar(which="this") | Calendar(weekday=int()):
            return True
        case _:
            return False


def is_current(written: Written) -> bool:
    """Whether "earlier" or "later" before it means an earlier or later part of it: "earlier this year"."""
    match written.says:
        case Shift(whole=True):
            return True
        case Calendar(which=which, weekday=weekday, day=day, year=year):
            return which == "this" or weekday is not None or (day is None and year is not None)
        case _:
            return False


def with_modifiers(text: str, found: Expressions) -> Expressions:
    """Expressions with "about", "nearly", "more than" before them."""
    return [_with_modifier(text, one, found[place - 1].end if place else 0) for place, one in enumerate(found)]


def _with_modifier(text: str, one: TimeExpression, floor: int) -> TimeExpression:
    match = MODIFIER_BEFORE.search(text, max(floor, one.start - BEFORE), one.start)
    if match is None or isinstance(one.written.says, Vague | Repeat) or one.written.modifier is not None:
        return one
    word = re.sub(r"\s+", " ", match["word"].lower())
    if is_unmeasured(one.written):
        return one
    measured = isinstance(one.written.says, Span | Relative) or (
        isinstance(one.written.says, Shift) and not one.written.says.whole
    )
    if word not in ("about", "around", "approximately", "circa", "c.", "ca.", "roughly") and not measured:
        return one
    if word == "over" and not OVER_AS_MORE.search(text, max(0, match.start() - 12), match.start()):
        return one
    if word in ("over", "under", "some") and (
        not measured or (isinstance(one.written.says, Span) and one.written.says.window)
    ):
        return one
    start = match.start("word")
    return replace(one, start=start, text=text[start : one.end], written=replace(one.written, modifier=MODIFIERS[word]))


def is_unmeasured(written: Written) -> bool:
    """Whether nothing in it can be "about" so much: a weekday, units without a number."""
    match written.says:
        case Calendar(weekday=int(), day=None):
            return True
        case Span(amounts=(first, *_)):
            return first.count is None
        case _:
            return False
