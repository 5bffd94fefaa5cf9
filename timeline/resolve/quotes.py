"""Whose day a quotation counts from: "yesterday", spoken on 4 May, is 3 May."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from timeline.resolve.frame import Frame, Reference
from timeline.types import TimeExpression
from timeline.written import Calendar

QUOTED = re.compile(r"“[^”\n]{1,2000}”|\"[^\"\n]{1,2000}\"|``[^\n]{1,2000}?''")
SAYING = re.compile(
    r"\b(?:sa(?:id|ys|ying)|t(?:old|ells|elling)|wr(?:ote|ites|iting)|ask(?:ed|s|ing)|add(?:ed|s|ing)|spoke|speaking"
    r"|tweet(?:ed|s)|post(?:ed|s)|announc(?:ed|es|ing)|stat(?:ed|es|ing)|declar(?:ed|es|ing)|testif(?:ied|ies)"
    r"|promis(?:ed|es)|warn(?:ed|s)|insist(?:ed|s)|vow(?:ed|s)|predict(?:ed|s)|recall(?:ed|s)|repl(?:ied|ies)|argu(?:ed|es)"
    r"|complain(?:ed|s)|explain(?:ed|s)|admit(?:ted|s)|not(?:ed|es)|shout(?:ed|s))\b",
    re.IGNORECASE,
)
BREAK = re.compile(r"[.!?;]\s|\n|[“\"]")
REACH = 200  # characters between the day and the quotation that was spoken on it


def quotations(text: str) -> tuple[tuple[int, int], ...]:
    """The stretches of a text between quotation marks, in order."""
    return tuple(match.span() for match in QUOTED.finditer(text))


def attribution(
    place: int,
    quotes: tuple[tuple[int, int], ...],
    text: str,
    expressions: Sequence[TimeExpression],
    first: int,
) -> TimeExpression | None:
    """The date behind the quotation around a place that says when it was spoken: "…, she said on 4 May".

    Only the expressions from number `first` on are looked at.
    """
    index = bisect_right(quotes, (place, len(text))) - 1
    if index < 0 or not quotes[index][0] <= place < quotes[index][1]:
        return None
    end = quotes[index][1]
    for number in range(first, len(expressions)):
        one = expressions[number]
        if one.start >= end:
            between = text[end : one.start]
            near = len(between) <= REACH and not BREAK.search(between) and SAYING.search(between)
            return one if near and is_date(one) else None
    return None


def is_date(one: TimeExpression) -> bool:
    """Whether an expression names a calendar date or its year."""
    match one.written.says:
        case Calendar(which=None, of=None, day=day, year=year, weekday=weekday):
            return one.written.clock is None and (day is not None or year is not None or weekday is not None)
        case _:
            return False


def spoken_on(
    place: int, quotes: tuple[tuple[int, int], ...], text: str, frame: Frame, day: Reference | None
) -> Reference | None:
    """The date, of those in front, on which the quotation around a place was spoken, where its sentence tells so."""
    index = bisect_right(quotes, (place, len(text))) - 1
    if index < 0 or day is None or day.edtf == (frame.published.isoformat() if frame.published else None):
        return None
    start, end = quotes[index]
    if not start <= place < end or day.end > start or start - day.end > REACH:
        return None
    between = text[day.end : start]
    if "\n" in between or ". " in between:
        return None
    sentence = re.split(r"[.!?]\s|\n", text[max(0, day.end - REACH) : day.end])[-1]
    return day if SAYING.search(sentence + between) else None
