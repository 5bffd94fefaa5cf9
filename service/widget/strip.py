"""How much happened when: a bar for each day, month, year or decade, as the span asks."""

from __future__ import annotations

from math import ceil, inf
from typing import TYPE_CHECKING

from service.widget.links import page_href
from service.widget.views import Bar
from service.widget.words import counted
from timeline.edtf import label, parse
from timeline.edtf.calendar import representable_day

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from timeline.store import Spread

MOST_BARS = 62
HIGHEST = 10
LEAST_BARS = 2  # one bar says nothing that the number of entries does not


def bars(spread: Sequence[Spread], *, filters: Mapping[str, str], root: str) -> tuple[Bar, ...]:
    """The bars from the first entry to the last, within `from` and `to`; each leads to exactly what it counts."""
    units = spanned(spread, filters)
    if len(units) < LEAST_BARS:
        return ()
    numbers = {unit: number_in(unit, spread) for unit in units}
    most = max(numbers.values())
    return tuple(bar(unit, number, most, filters=filters, root=root) for unit, number in numbers.items())


def bar(unit: str, number: int, most: int, *, filters: Mapping[str, str], root: str) -> Bar:
    """One bar; its address sets `from` and `to` to what it stands for."""
    return Bar(
        label=label(parse(unit)),
        counted=counted(number, "entry", "entries"),
        level=ceil(HIGHEST * number / most) if number else 0,
        href=page_href(root, {**filters, "from": unit, "to": unit}) if number else None,
    )


def number_in(unit: str, spread: Sequence[Spread]) -> int:
    """How many entries can lie in a day, month, year or decade: what the filters show for it."""
    time = parse(unit)
    return sum(one.events for one in spread if one.lower <= time.upper and one.upper >= time.lower)


def spanned(spread: Sequence[Spread], filters: Mapping[str, str]) -> list[str]:
    """The days, months, years or decades between the first entry and the last, in EDTF, the finest that are few."""
    starts = [one.lower if one.lower > -inf else one.upper for one in spread]
    if not starts:
        return []
    low = parse(filters["from"]).lower if "from" in filters else -inf
    high = parse(filters["to"]).upper if "to" in filters else inf
    # An entry may begin before what was asked for and reach into it, and its bar is then the first one.
    first = representable_day(min(max(min(starts), low), high))
    last = representable_day(max(min(max(starts), high), low))
    return units_between(first, last) if first and last else []


def units_between(first: date, last: date) -> list[str]:
    """The finest units of which there are not too many from one day to the other."""
    days = (last - first).days + 1
    if days <= MOST_BARS:
        return [type(first).fromordinal(first.toordinal() + day).isoformat() for day in range(days)]
    months = range(12 * first.year + first.month - 1, 12 * last.year + last.month)
    if len(months) <= MOST_BARS:
        return [f"{month // 12:04}-{month % 12 + 1:02}" for month in months]
    if last.year - first.year < MOST_BARS:
        return [f"{year:04}" for year in range(first.year, last.year + 1)]
    return [f"{decade:03}X" for decade in range(first.year // 10, last.year // 10 + 1)]
