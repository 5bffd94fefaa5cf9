"""Which times does a text name? Rules over raw text, in order, and what is made of their matches."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from timeline.expressions import (
    clock,
    dates,
    durations,
    events,
    holidays,
    leftovers,
    offsets,
    periods,
    ranges,
    sets,
    vague,
    weekdays,
)
from timeline.expressions.joins import with_choices, with_ranges
from timeline.expressions.lookalikes import without_lookalikes
from timeline.expressions.order import with_order
from timeline.expressions.refiners import (
    Expressions,
    longest,
    with_clocks,
    with_modifiers,
    with_parts,
    without_addresses,
    without_loose_units,
    without_unlikely,
)
from timeline.expressions.rule import Rule, expression
from timeline.expressions.windows import windows
from timeline.types import TimeExpression

# Of two expressions over the same words the earlier rule wins: what hangs on an event before a plain length of time,
# both ends of a range before single dates, full dates before partial ones.
RULES: tuple[Rule, ...] = (
    *events.RULES,
    *ranges.RULES,
    *dates.RULES,
    *periods.RULES,
    *holidays.RULES,
    *sets.RULES,
    *weekdays.RULES,
    *offsets.RULES,
    *clock.RULES,
    *durations.RULES,
    *vague.RULES,
    *leftovers.RULES,
)

# Overlaps first, so that every refiner sees one reading a place; clocks before parts, so that "late Friday night" is
# one; ranges last, since they take both ends as they are by then.
REFINERS: tuple[Callable[[str, Expressions], Expressions], ...] = (
    longest,
    without_addresses,
    without_loose_units,
    without_unlikely,
    without_lookalikes,
    with_order,
    with_clocks,
    with_parts,
    with_modifiers,
    with_ranges,
    with_choices,
)


def find_expressions(text: str, *, language: str = "en") -> tuple[TimeExpression, ...]:
    """The expressions of time in a text, in order; none overlap. Only English is read so far."""
    if not language.lower().startswith("en"):
        return ()
    found = list(matches(text))
    for refine in REFINERS:
        found = refine(text, found)
    return tuple(found)


def matches(text: str) -> Iterator[TimeExpression]:
    """What every rule finds in the windows where it can find anything."""
    by_trigger = windows(text)
    if not by_trigger:
        return
    for one in RULES:
        for start, end in by_trigger.spans(one.triggers):
            for match in finditer(one.pattern, text, start, end):
                if found := expression(one, match):
                    yield found


def finditer(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The matches in a stretch of the text, which is let run to the end of a word: a cut number is another number."""
    limit = min(len(text), end + 40)
    while end < limit and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return pattern.finditer(text, start, end)
