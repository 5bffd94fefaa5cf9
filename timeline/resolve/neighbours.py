"""What an expression's neighbour tells of it: the date in an event's name, the end of a period, an apposition."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from timeline.resolve.anchors import told_before, trimmed
from timeline.resolve.events import onward, relative_to
from timeline.steps import Containing, Known, Spread, Step, replay
from timeline.timex import timex
from timeline.types import DatedExpression, TimeExpression
from timeline.written import Amount, Calendar, Relative, Shift, Span, Unit

# What can stand behind a date and is not named by it: "two days after Christmas the ice broke".
CLAUSE_OPENERS = frozenset(
    [
        "the",
        "a",
        "an",
        "his",
        "her",
        "its",
        "their",
        "our",
        "this",
        "that",
        "these",
        "those",
        "he",
        "she",
        "it",
        "they",
        "we",
        "in",
        "on",
        "at",
        "with",
        "for",
    ]
)
ENDING = re.compile(r"\s(?:to|through|ended|ending|ending in|that ended(?: on)?|up to)\s(?:on\s|in\s)?")
APPOSED = re.compile(r",\s(?:on\s)?")
IS = re.compile(r"\s(?:is|was|will\sbe|falls|fell|will\sfall)\s(?:on\s)?")
# "the 4 March blast", of which the article stands to the noun: "after the 4th of March fighting stopped" names a day.
OF_ARTICLE = re.compile(r"the\s(?:\d{1,2}\s\w+|\w+\.?\s\d{1,2})", re.IGNORECASE)
# "two months after the merger | was announced in | March"
PREDICATE = re.compile(r"\s(?:was|were|had|has|have)\s(?:\w+\s){1,4}(?:in|on)\s")
OF_EVENT = re.compile(r"\b(?:on|of)\s(?:the\s)?$")


def inside_event(bounds: tuple[int, int] | None, follower: TimeExpression | None, text: str) -> bool:
    """Whether the next expression stands among the words for the event, or in the clause that they are subject of."""
    if bounds is None or follower is None or isinstance(follower.written.says, Relative):
        return False
    return bounds[0] <= follower.start < bounds[1] or PREDICATE.fullmatch(text, bounds[1], follower.start) is not None


def settled_before(
    one: DatedExpression, says: Relative, doc: Doc | None, dated: Sequence[DatedExpression]
) -> DatedExpression:
    """The expression with the date that an earlier sentence of the text gives to its event, where one does."""
    relative = one.relative_to
    if one.when is not None or relative is None or relative.start is None or relative.end is None:
        return one
    anchor = told_before(relative.start, relative.end, doc, dated)
    if anchor is None or anchor.when is None:
        return one
    known = Known(text=relative.text, edtf=anchor.when.edtf, precision=anchor.when.precision, source="event")
    steps = (known, *onward(says, anchor.when))
    when = replay(steps)
    return one if when is None else replace(one, when=when, steps=steps)


def event_bounds(says: Relative, expression: TimeExpression, text: str, doc: Doc | None) -> tuple[int, int] | None:
    """Where the words for the event of an expression stand."""
    start = text.find(says.event, expression.end)
    return None if start < 0 else (start, trimmed(start, start + len(says.event), doc))


def hung(
    expression: TimeExpression, says: Relative, inner: DatedExpression | None, bounds: tuple[int, int], text: str
) -> DatedExpression:
    """A date that hangs on an event; a date in the event's own words bounds it, or settles it if it is all there is."""
    relative = relative_to(says)
    if bounds[1]:
        relative = replace(relative, text=text[slice(*bounds)], start=bounds[0], end=bounds[1])
    free = DatedExpression(
        expression=expression,
        timex=timex(expression.written, None),
        when=None,
        anchor="event",
        steps=(),
        relative_to=relative,
    )
    if inner is None or inner.when is None:
        return free
    steps = (*inner.steps, *onward(says, inner.when))
    when = replay(steps)
    if when is None:
        return free
    start, end = bounds
    rest = text[inner.expression.end : end].split()
    if inner.expression.start - start <= 4 and (not rest or rest[0].lower() in CLAUSE_OPENERS):
        core = when if says.relation == "same" else None
        return DatedExpression(
            expression=expression, timex=timex(expression.written, core), when=when, anchor="text", steps=steps
        )
    named = (
        inner.expression.start == start and len(rest) <= 3 and OF_ARTICLE.fullmatch(inner.expression.text) is not None
    )
    exact = named or (not rest and OF_EVENT.search(text, start, inner.expression.start) is not None)
    if when.precision in ("day", "week") and not exact:
        return free
    return DatedExpression(
        expression=expression, timex=free.timex, when=when, anchor="event", steps=steps, relative_to=relative
    )


def period_to(expression: TimeExpression, follower: DatedExpression, text: str) -> tuple[Step, ...]:
    """The steps of "the six months" before "ended Sept. 30": the stretch of that length that ends there."""
    length = lasting(expression)
    between = text[expression.end : follower.expression.start]
    if length is None or follower.when is None or not ENDING.fullmatch(between):
        return ()
    unit, count = length
    if unit in ("day", "week"):
        days = count * (7 if unit == "week" else 1)
        return (*follower.steps, Spread(unit="day", low=1 - days, high=0))
    whole: tuple[Step, ...] = (Containing(unit="month"),) if follower.when.precision == "day" else ()
    return (*follower.steps, *whole, Spread(unit="month", low=1 - count, high=0))


def lasting(expression: TimeExpression) -> tuple[Unit, int] | None:
    """The length of a plain stretch of time, in days, weeks or months."""
    match expression.written.says:
        case Span(amounts=(Amount(unit=unit, count=float() | int() as count),), of=None):
            months = {"month": 1, "quarter": 3, "year": 12}
            if unit in months:
                return "month", max(1, round(count * months[unit]))
            return (unit, max(1, round(count))) if unit in ("day", "week") else None
        case _:
            return None


def apposed(expression: TimeExpression, follower: TimeExpression, text: str) -> bool:
    """Whether the next expression names the day again: "two days earlier, on 3 March 2022, he had called"."""
    match expression.written.says, follower.written.says:
        case Shift(origin="previous"), Calendar(month=int(), day=int()):
            return APPOSED.fullmatch(text, expression.end, follower.start) is not None
        case Calendar(holiday=str(), year=None), Calendar(year=int(), month=int(), day=int()):
            return IS.fullmatch(text, expression.end, follower.start) is not None
        case _:
            return False
