"""Executing the reasons of a date: the date they give."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from timeline import edtf
from timeline.edtf import Edtf
from timeline.edtf.calendar import civil
from timeline.edtf.forms import Moment
from timeline.steps import arithmetic
from timeline.steps.describe import fraction
from timeline.steps.nearest import nearest
from timeline.steps.step import (
    AtClock,
    Carried,
    Containing,
    Counted,
    Edged,
    Either,
    Known,
    Met,
    Narrowed,
    Nearest,
    NoLaterThan,
    Ordinal,
    Preceded,
    Published,
    Spread,
    Stated,
    Step,
    Until,
    Voted,
)
from timeline.types import Precision, When
from timeline.written import Unit

PART_NAMES = {"start": "early", "mid": "mid-", "end": "late", "turn": "turn of the"}
DAY_PARTS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}
CLOCK: frozenset[str] = frozenset({"hour", "minute", "second"})  # units, and the precisions that tell a time of day


def replay(steps: Iterable[Step]) -> When | None:
    """The date that the steps give, executed in order; None where they give none."""
    when: When | None = None
    for step in steps:
        when = apply(step, when)
    return when


def made(
    text: str | None, *, precision: Precision | None = None, best: str | None = None, label: str | None = None
) -> When | None:
    """The date of an EDTF text, None where it is none; a single day is its own best day."""
    value = arithmetic.text_of(text) if text else None
    if value is None:
        return None
    days = arithmetic.days(value)
    if (
        best is None
        and days
        and days[0] == days[1]
        and precision in (None, "day", "daypart", "hour", "minute", "second")
    ):
        best = arithmetic.day_text(days[0])
    return When(
        edtf=value.text,
        earliest=value.earliest,
        latest=value.latest,
        precision=precision or value.precision,
        best=best,
        label=label or edtf.label(value),
    )


def apply(step: Step, when: When | None) -> When | None:
    """The date after one more step."""
    match step:
        case Stated(edtf=text):
            return made(text)
        case Published(day=day):
            return made(day)
        case Carried(edtf=text, precision=precision) | Known(edtf=text, precision=precision):
            return carried(text, precision)
        case Voted(edtf=text, precision=precision, best=best):
            return made(text, precision=precision, best=best)
        case NoLaterThan(day=day, earliest=earliest):
            return made(f"{earliest or '..'}/{day}" if earliest != day else day, precision="range", best=day)
        case _:
            value = arithmetic.text_of(when.edtf) if when else None
            return None if when is None or value is None else computed(step, when, value)


def carried(text: str, precision: Precision) -> When | None:
    """A date taken over from elsewhere: a week is still a week."""
    value = arithmetic.text_of(text)
    days = arithmetic.days(value) if value else None
    if precision == "week" and days:
        return week(days[0])
    return made(text, precision=precision)


def computed(step: Step, when: When, value: Edtf) -> When | None:
    """The date that a step makes of the one before it."""
    match step:
        case Counted(unit=unit, count=count):
            return counted(when, value, unit, count)
        case Containing(unit=unit):
            return contained(when, value, unit)
        case Nearest():
            text = nearest(step, value)
            return made(text, label=weekend_label(text)) if step.weekend else made(text)
        case Narrowed():
            return narrowed(when, value, step)
        case AtClock():
            return at_clock(step, when, value)
        case Spread(unit=unit, low=low, high=high, best=best):
            return spread(value, unit, low, high, best)
        case Ordinal(unit=unit, numbers=numbers):
            return ordinal(value, unit, numbers)
        case Edged(unit=unit, count=count, edge=edge):
            return edged(value, unit, count, edge)
        case Until(edtf=text):
            other = arithmetic.text_of(text)
            first, last = arithmetic.days(value), arithmetic.days(other) if other else None
            if other is None or first is None or last is None or first[0] > last[1]:
                return when
            return made(edtf.interval(value, other).text)
        case Either(edtf=text):
            other = arithmetic.text_of(text)
            return when if other is None else made(edtf.one_of((value, other)).text)
        case Met(edtf=text):
            other = arithmetic.text_of(text)
            common = value.intersect(other) if other else None
            return when if common is None or common.text == value.text else made(common.text)
        case Preceded():
            return preceding(when)
        case Stated() | Published() | Carried() | Known() | Voted() | NoLaterThan():
            return when
        case _:
            assert_never(step)


def week(number: int) -> When | None:
    """The ISO week, Monday to Sunday, in which a day lies; the day itself is the likeliest where one is given."""
    monday = number - (number - 1) % 7
    start = arithmetic.text_of(arithmetic.day_text(monday))
    label = f"week of {edtf.label(start)}" if start else None
    return made(arithmetic.between(monday, monday + 6), precision="week", label=label)


def weekend_label(text: str | None) -> str | None:
    """How a weekend is called."""
    value = arithmetic.text_of(text) if text else None
    return f"weekend of {edtf.label(value)}" if value else None


def counted(when: When, value: Edtf, unit: Unit, count: float) -> When | None:
    """So many units on: a day for days and weeks, else the month or year in which that lies.

    Only what is counted by the clock keeps an hour: two days after 15:05 is a day.
    """
    if value.precision in CLOCK and unit not in CLOCK:
        day = arithmetic.containing(value, "day")
        value = (arithmetic.text_of(day) if day else None) or value
    text = arithmetic.moved(value, unit, count)
    target = arithmetic.text_of(text) if text else None
    if target is None:
        return None
    if when.precision == "week":
        days = arithmetic.days(target)
        return week(days[0]) if days and unit in ("day", "week") else made(target.text)
    if value.precision not in ("day", "month") or unit in ("day", "week", "weekend") or unit in CLOCK:
        return made(target.text)
    return made(arithmetic.containing(target, unit))


def contained(when: When, value: Edtf, unit: Unit) -> When | None:
    """The calendar unit around it."""
    days = arithmetic.days(value)
    if unit == "week" and days and value.precision in ("day", "range", "second", "minute", "hour"):
        return week(days[0])
    text = arithmetic.containing(value, unit)
    return (
        made(text, label=weekend_label(text))
        if unit == "weekend" and value.precision == "day"
        else made(text, precision="week" if when.precision == "week" and text == value.text else None)
    )


def narrowed(when: When, value: Edtf, step: Narrowed) -> When | None:
    """A part of it, never padded to a date: its bounds, and its own words as label."""
    text = arithmetic.part_of(value, step.part)
    if "/" in step.part:
        return made(text, precision="range", label=f"{fraction(step.part)} of {with_article(when)}")
    name = PART_NAMES[step.part]
    if step.part == "turn" and value.precision != "century":
        return turn(value, text)
    label = (
        when.label
        if when.label.startswith(("early", "mid", "late"))
        else name + ("" if step.part == "mid" else " ") + when.label
    )
    if value.precision in ("day", "second", "minute", "hour"):
        return made(value.text, precision=when.precision, label=label)
    return made(text, precision="range", label=label)


def turn(value: Edtf, text: str | None) -> When | None:
    """The years around the round hundred nearest to a date; None where that century has more digits than EDTF opens."""
    days = arithmetic.days(value)
    year = arithmetic.turn_of(value, civil(days[0])[0]) if days else 0
    century = arithmetic.text_of(arithmetic.years_around(year, 100) or "")
    label = f"{PART_NAMES['turn']} {edtf.label(century)}" if century else None
    return made(text, precision="range", label=label) if label else None


def with_article(when: When) -> str:
    """Its label behind "of": a century and a decade take "the"."""
    return f"the {when.label}" if when.precision in ("decade", "century") else when.label


def at_clock(step: AtClock, when: When, value: Edtf) -> When | None:
    """A time of day on a day; what is coarser than a day stays as it is."""
    if isinstance(value.form, Moment) or value.precision != "day":
        return when
    if step.hour is None:
        return made(value.text, precision="daypart", label=f"{DAY_PARTS[step.part or 'DT']} of {edtf.label(value)}")
    day = value.text
    hour = step.hour
    if hour == 24:
        day, hour = arithmetic.moved(value, "day", 1) or day, 0
    clock = f"{hour:02d}:{step.minute or 0:02d}" + (f":{step.second:02d}" if step.second is not None else "")
    return made(f"{day}T{clock}{zone(step.offset)}", best=day)


def zone(offset: int | None) -> str:
    """A UTC offset as EDTF writes it."""
    if offset is None:
        return ""
    if offset == 0:
        return "Z"
    hours, minutes = divmod(abs(offset), 60)
    return f"{'-' if offset < 0 else '+'}{hours:02d}:{minutes:02d}"


def spread(value: Edtf, unit: Unit, low: int, high: int, best: int | None) -> When | None:
    """From so many to so many units on; the ends are as fine as the unit, or as the value where that is coarser."""
    ends = []
    for count in (low, high):
        moved = (
            made(arithmetic.moved(value, unit, count))
            if unit in ("day", "week", "hour", "minute", "second")
            else counted(made(value.text) or NEVER, value, unit, count)
        )
        ends.append(arithmetic.text_of(moved.edtf) if moved else None)
    first, last = ends
    if first is None or last is None:
        return None
    likeliest = (
        arithmetic.moved(value, unit, best)
        if best is not None and value.precision == "day" and unit in ("day", "week", "month")
        else None
    )
    return made(edtf.interval(first, last).text, precision="range", best=likeliest)


def ordinal(value: Edtf, unit: Unit, numbers: tuple[int, ...]) -> When | None:
    """The n-th days, or the n-th week, month or year, counted from the first day."""
    days = arithmetic.days(value)
    if days is None or value.precision in arithmetic.SPANS:
        return made(value.text, precision="range")
    start = days[0]
    if unit == "day":
        texts = [arithmetic.day_text(start + number - 1) for number in numbers]
        values = [found for text in texts if (found := arithmetic.text_of(text))]
        return made(edtf.one_of(values).text) if values else None
    low, high = stretch(start, unit, min(numbers) - 1)[0], stretch(start, unit, max(numbers) - 1)[1]
    return made(arithmetic.between(low, high), precision="range")


def stretch(start: int, unit: Unit, place: int) -> tuple[int, int]:
    """The first and last day of the unit at that place from a day on."""
    if unit in arithmetic.MONTHS:
        size = arithmetic.MONTHS[unit]
        return arithmetic.moved_day(start, place * size), arithmetic.moved_day(start, (place + 1) * size) - 1
    size = arithmetic.DAYS.get(unit, 1)
    return start + place * size, start + (place + 1) * size - 1


def preceding(when: When) -> When | None:
    """By the last day of a date, which is the likeliest, too: what led to something is mostly told of the same day."""
    last = arithmetic.text_of(when.latest or "")
    days = arithmetic.days(last) if last else None
    return made(f"../{arithmetic.day_text(days[1])}", precision="range", best=when.best) if days else None


def edged(value: Edtf, unit: Unit, count: int, edge: str) -> When | None:
    """The first or last so many units; of a single day, as if it began or ended that day."""
    days = arithmetic.days(value)
    if days is None:
        return None
    if edge == "first":
        low, high = days[0], stretch(days[0], unit, count - 1)[1]
        return made(arithmetic.between(low, min(high, days[1]) if days[1] > days[0] else high), precision="range")
    if unit in arithmetic.MONTHS:
        low = arithmetic.moved_day(days[1] + 1, -arithmetic.MONTHS[unit] * count)
    else:
        low = days[1] - arithmetic.DAYS.get(unit, 1) * count + 1
    return made(arithmetic.between(max(low, days[0]) if days[1] > days[0] else low, days[1]), precision="range")


NEVER = When(edtf="..", earliest=None, latest=None, precision="range", best=None, label="")
