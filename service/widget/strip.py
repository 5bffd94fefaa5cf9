"""How much happened when: a bar for each day, month, year or decade, as the span asks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from math import ceil, inf
from typing import TYPE_CHECKING, Literal

from service.widget.links import page_href
from service.widget.units import UNITS, Unit, begun_by, between, finest, unit_of
from service.widget.views import Bar, Strip
from timeline.edtf import label, parse
from timeline.edtf.calendar import representable_day
from timeline.exports.listing.words import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from timeline.store import Spread

HIGHEST = 10
LEAST_BARS = 2  # one bar says nothing that the number of entries does not
GATHERED = 0.1  # this share of the entries may be gathered in one bar at either end, where the rest is then seen finer
TICKS_APART = 0.15  # of the width: more than the longest label takes


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """What a bar stands for, from a unit to a unit; None where it is open."""

    start: str | None
    end: str | None

    @property
    def label(self) -> str:
        """What a person calls it: "March 2021", "2020 or before"."""
        match self.start, self.end:
            case None, str() as end:
                return f"{label(parse(end))} or before"
            case str() as start, None:
                return f"{label(parse(start))} or after"
            case str() as start, _:
                return label(parse(start))
        return "at any time"

    def filters(self, others: Mapping[str, str]) -> dict[str, str]:
        """The filters with `from` and `to` set to it; an open side keeps what was asked for."""
        own = {"from": self.start, "to": self.end}
        return {**others, **{name: unit for name, unit in own.items() if unit}}

    def number(self, starts: Running, ends: Running) -> int:
        """How many entries can lie in it: what its filters show.

        Who has begun by then and who is over before, each looked up: with 23,000 stretches of time and 36 bars, adding
        them up for each bar takes 60 ms.
        """
        begun = starts.up_to(parse(self.end).upper) if self.end else starts.up_to(inf)
        return begun - (ends.before(parse(self.start).lower) if self.start else 0)


class Running:
    """How many entries have begun, or are over, at a time."""

    def __init__(self, counted: Iterable[tuple[float, int]]) -> None:
        pairs = sorted(counted)
        self._times = [time for time, _ in pairs]
        self._sums = [0, *accumulate(events for _, events in pairs)]

    def up_to(self, time: float) -> int:
        """How many at this time or before."""
        return self._sums[bisect_right(self._times, time)]

    def before(self, time: float) -> int:
        """How many before this time."""
        return self._sums[bisect_left(self._times, time)]


def strip(spread: Sequence[Spread], *, filters: Mapping[str, str], root: str) -> Strip | None:
    """The bars from the first entry to the last, within `from` and `to`; each leads to exactly what it counts."""
    days = sorted(lying(spread, filters)) if spread else []
    if not days:
        return None
    (low, high), (first, last) = dense(days), (days[0][0], days[-1][0])
    unit = finest(low, high)
    if UNITS.index(unit) >= UNITS.index(finest(first, last)):  # nothing is seen finer without the ends
        low, high = first, last
    names = between(unit, low, high)
    spans = [Span(start=name, end=name) for name in names]
    if first < low:
        spans = [*beyond(unit, names[0], -1), *spans]
    if last > high:
        spans += beyond(unit, names[-1], 1)
    return drawn(unit, spans, spread, filters=filters, root=root) if len(spans) >= LEAST_BARS else None


def drawn(
    unit: Unit, spans: Sequence[Span], spread: Sequence[Spread], *, filters: Mapping[str, str], root: str
) -> Strip:
    """The strip of these spans."""
    starts = Running((one.lower, one.events) for one in spread)
    ends = Running((one.upper, one.events) for one in spread)
    numbers = [span.number(starts, ends) for span in spans]
    most, ticks = max(numbers), axis(unit, spans)
    return Strip(
        bars=tuple(
            Bar(
                label=span.label,
                counted=counted(number, "entry", "entries"),
                level=ceil(HIGHEST * number / most) if number else 0,
                href=page_href(root, span.filters(filters)) if number else None,
                tick=ticks.get(at),
                apart=span.start is None or span.end is None,
            )
            for at, (span, number) in enumerate(zip(spans, numbers, strict=True))
        ),
        caption=f"Entries by {unit}, {most:,} at most",
        first=spans[0].label,
        last=spans[-1].label,
    )


def lying(spread: Sequence[Spread], filters: Mapping[str, str]) -> Iterator[tuple[date, int]]:
    """The day at which each stretch of time begins, and how many entries lie in it.

    An entry may begin before what was asked for and reach into it; it then counts for the first day asked for.
    """
    low = parse(filters["from"]).lower if "from" in filters else -inf
    high = parse(filters["to"]).upper if "to" in filters else inf
    for one in spread:
        start = one.lower if one.lower > -inf else one.upper
        if day := representable_day(max(min(start, high), low)):
            yield day, one.events


def dense(days: Sequence[tuple[date, int]]) -> tuple[date, date]:
    """The first and last day of the shortest time in which all but a few of the entries begin."""
    wanted = sum(events for _, events in days) * (1 - GATHERED)
    shortest, end, held = (days[0][0], days[-1][0]), 0, 0
    for first, events in days:
        while held < wanted and end < len(days):
            held, end = held + days[end][1], end + 1
        if held < wanted:
            break
        shortest = min(shortest, (first, days[end - 1][0]), key=lambda pair: pair[1] - pair[0])
        held -= events
    return shortest


def beyond(unit: Unit, name: str, step: Literal[-1, 1]) -> Iterator[Span]:
    """The bar for all before this unit, or after it."""
    time = parse(name)
    edge = representable_day(time.lower if step < 0 else time.upper)
    if edge and date.min < edge < date.max:
        neighbour = unit_of(unit, edge + timedelta(days=step))
        yield Span(start=None, end=neighbour) if step < 0 else Span(start=neighbour, end=None)


def axis(unit: Unit, spans: Sequence[Span]) -> dict[int, str]:
    """What the axis names between its ends, by the number of the bar: months, years, decades that begin there."""
    ticks: dict[int, str] = {}
    for at, span in enumerate(spans):
        free = min([at, len(spans) - at, *(at - other for other in ticks)])
        begun = begun_by(unit, span.start) if span.start and span.end else None
        if begun and free >= TICKS_APART * len(spans):
            ticks[at] = label(parse(begun))
    return ticks
