"""The days that head the lines of a list of what has happened so far: each goes on from the one above it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from timeline.listed import lines
from timeline.resolve.frame import Frame, Reference
from timeline.resolve.start import Plan, carried, name_of
from timeline.steps import Published, Step, replay
from timeline.types import TimeExpression
from timeline.written import Calendar

SOON = timedelta(days=31)  # a list of what is to come tells of the next days


def heads_line(expression: TimeExpression, text: str) -> bool:
    """Whether an expression is the day at the head of a line."""
    return any(expression.start <= line.day < expression.end for line in lines(text))


def listed(expression: TimeExpression, above: Reference | None, frame: Frame) -> Plan | None:
    """The steps of a day without a year that heads a line; None where it has a year, or nothing says which is meant.

    `above` is the day of the line above. A list runs up to its publication: a day that would lie behind it is, as one
    without any above, the nearest one, but none of next year that is weeks away.
    """
    says, published = expression.written.says, frame.published
    if published is None or not isinstance(says, Calendar) or says.year is not None or None in (says.month, says.day):
        return None
    if above is not None:
        onward = (carried(above), name_of(says, "onward", "the list goes on from the line above"))
        if lies_within(onward, published):
            return Plan(steps=onward, anchor="previous")
    start = Published(day=published.isoformat())
    nearest = (start, name_of(says, "nearest", "it heads a line of a list of days"))
    if lies_within(nearest, published + SOON):
        return Plan(steps=nearest, anchor="published")
    past = name_of(says, "past", "a list of days tells of what has happened")
    return Plan(steps=(start, past), anchor="published")


def lies_within(steps: Sequence[Step], last: date) -> bool:
    """Whether the date of these steps is not after a day."""
    when = replay(steps)
    return when is not None and when.edtf <= last.isoformat()
