"""What is made of a language's matches: edges, times of day, ranges and choices."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from timeline.expressions.joins import is_day_of_month, joined_choices, joined_sets
from timeline.expressions.languages.lexicon import folded
from timeline.expressions.languages.patterns import Words
from timeline.expressions.languages.tense import look
from timeline.expressions.refiners import (
    Expressions,
    can_be_early,
    can_have_edge,
    is_bare_clock,
    is_day,
    longest,
    merged,
    without_addresses,
)
from timeline.expressions.rule import GAP
from timeline.types import TimeExpression
from timeline.written import Amount, Calendar, Shift, Span, Stretch, Written

EDGE_REACH = 32  # characters before a date in which its edge stands
DASH = re.compile(rf"(?:{GAP})?[-–—](?:{GAP})?")


def refiners(words: Words) -> tuple[Callable[[str, Expressions], Expressions], ...]:
    """The refiners of a language, in the order that the English ones have, and for its reasons."""
    macros = words.macros
    joint = re.compile(rf"(?:,?{GAP}(?:{macros['clockjoint']}{GAP})?)", re.IGNORECASE)
    to = re.compile(rf"{GAP}{macros['to']}{GAP}", re.IGNORECASE)
    both = re.compile(rf"{GAP}{macros['and']}{GAP}", re.IGNORECASE)
    again = re.compile(rf"(?:,|,?{GAP}{macros['and']}){GAP}", re.IGNORECASE)
    either = re.compile(rf"{GAP}{macros['or']}{GAP}", re.IGNORECASE)

    after_event = re.compile(rf"{GAP}{macros['eventafter']}(?:{GAP}|(?<=['’]))", re.IGNORECASE)
    before_event = re.compile(rf"{GAP}{macros['countedto']}{GAP}", re.IGNORECASE)
    counted_to = re.compile(rf"{macros['countedfrom']}{GAP}", re.IGNORECASE)

    def with_told(text: str, found: Expressions) -> Expressions:
        """An amount ahead ("in zwei Wochen") in a sentence that looks back is a length, or counted from the passage."""
        found = [told(text, one) if one.rule == "in-time" else one for one in found]
        return [of_event(text, one) if one.rule in ("in-time", "later", "earlier") else one for one in found]

    def of_event(text: str, one: TimeExpression) -> TimeExpression:
        """Counted from an event that follows ("через неделю после обыска") it is a length of time."""
        behind = after_event.match(text, one.end)
        ahead = before_event.match(text, one.end) and counted_to.match(text, one.start)
        says = one.written.says
        if not (behind or ahead) or not isinstance(says, Shift):
            return one
        count = None if says.count is None else abs(says.count)
        return replace(one, written=Written(says=Span(amounts=(Amount(count=count, unit=says.unit),))))

    def told(text: str, one: TimeExpression) -> TimeExpression:
        seen = look(text, one.start, one.end, words.lexicon.tenses)
        says = one.written.says
        if seen is None or seen.direction != "past" or not seen.near or not isinstance(says, Shift):
            return one
        if words.lexicon.bare_unit:  # "через два дня", "за два дні"
            return replace(one, written=replace(one.written, says=replace(says, origin="previous")), rule="later")
        return replace(one, written=Written(says=Span(amounts=(Amount(count=says.count, unit=says.unit),))))

    def with_edges(text: str, found: Expressions) -> Expressions:
        return [with_edge(text, one, found[place - 1].end if place else 0) for place, one in enumerate(found)]

    def with_edge(text: str, one: TimeExpression, floor: int) -> TimeExpression:
        match = words.before["edge"].search(text, max(floor, one.start - EDGE_REACH), one.start)
        if match is None or one.written.part or not (can_have_edge(one.written) and can_be_early(one.written)):
            return one
        part = words.lexicon.edges[folded(match["edge"])]
        start = match.start()
        if part in ("1/2", "2/2") and one.written.says == Calendar(year=getattr(one.written.says, "year", None)):
            half = replace(one.written.says, half=int(part[0]))
            return replace(one, start=start, text=text[start : one.end], written=replace(one.written, says=half))
        return replace(one, start=start, text=text[start : one.end], written=replace(one.written, part=part))

    def with_clocks(text: str, found: Expressions) -> Expressions:
        joined: Expressions = []
        for one in found:
            pair = with_clock(text, joined[-1], one) if joined else None
            joined[-1:] = [pair] if pair else [*joined[-1:], one]
        return joined

    def with_clock(text: str, first: TimeExpression, second: TimeExpression) -> TimeExpression | None:
        one, other = first.written, second.written
        if not joint.fullmatch(text, first.end, second.start):
            return None
        if is_day(one) and is_bare_clock(other):
            whole = one
        elif is_bare_clock(one) and is_day(other):
            whole = other
        else:
            return None
        clock = merged(one.clock, other.clock)
        if clock is None:
            return None
        written = replace(whole, clock=clock)
        return replace(first, end=second.end, text=text[first.start : second.end], written=written)

    def is_range(text: str, first: TimeExpression, second: TimeExpression) -> bool:
        if not all(isinstance(one.written.says, Calendar | Shift) for one in (first, second)):
            return False
        if to.fullmatch(text, first.end, second.start):
            led = words.before["from"].search(text, max(0, first.start - 16), first.start)
            return bool(led) or first.rule == "part-of-weekday" or is_day_of_month(first.written)
        if both.fullmatch(text, first.end, second.start):
            return words.before["between"].search(text, max(0, first.start - 16), first.start) is not None
        return DASH.fullmatch(text, first.end, second.start) is not None

    def with_pairs(text: str, found: Expressions) -> Expressions:
        joined = list(found)
        for place in range(len(joined) - 1):
            first, second = joined[place], joined[place + 1]
            ends = (first.written, second.written)
            if second.start - first.end > 12:
                continue
            if is_range(text, first, second):
                joined[place] = replace(first, written=Written(says=Stretch(first=ends[0], last=ends[1], shown=0)))
                joined[place + 1] = replace(second, written=Written(says=Stretch(first=ends[0], last=ends[1], shown=1)))
        return joined

    def with_sets(text: str, found: Expressions) -> Expressions:
        return joined_sets(text, found, again)

    def with_choices(text: str, found: Expressions) -> Expressions:
        return joined_choices(text, found, either)

    return (longest, without_addresses, with_told, with_clocks, with_edges, with_sets, with_pairs, with_choices)
