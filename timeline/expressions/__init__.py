"""Which times does a text name? Rules over raw text, in order, and what is made of their matches."""

from __future__ import annotations

from collections.abc import Callable

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
from timeline.expressions.joins import with_choices, with_ranges, with_shared_sets, with_shared_years
from timeline.expressions.languages import LANGUAGES, find_in
from timeline.expressions.lists import with_lists
from timeline.expressions.lookalikes import without_lookalikes
from timeline.expressions.matching import matches
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
from timeline.expressions.rule import Rule
from timeline.expressions.windows import windows
from timeline.expressions.zones import with_zones
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
# one; ranges and choices last, since they take their ends as they are by then.
REFINERS: tuple[Callable[[str, Expressions], Expressions], ...] = (
    longest,
    without_addresses,
    without_loose_units,
    without_unlikely,
    without_lookalikes,
    with_order,
    with_clocks,
    with_zones,
    with_parts,
    with_modifiers,
    with_shared_years,
    with_shared_sets,
    with_ranges,
    with_lists,
    with_choices,
)


def find_expressions(text: str, *, language: str = "en") -> tuple[TimeExpression, ...]:
    """The expressions of time in a text, in order; none overlap, and a language that is not read has none."""
    if language in LANGUAGES:
        return find_in(text, language)
    if language != "en":
        return ()
    found = list(matches(text, RULES, windows(text)))
    for refine in REFINERS:
        found = refine(text, found)
    return tuple(found)
