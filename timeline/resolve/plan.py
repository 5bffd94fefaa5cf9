"""The steps by which what is written becomes a date, given the frame of the passage and the tense of the sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal, assert_never

from timeline.resolve.clocks import clock_step, unsaid
from timeline.resolve.evidence import Evidence
from timeline.resolve.frame import Frame
from timeline.resolve.named import calendar
from timeline.resolve.shifts import shift
from timeline.resolve.spans import window
from timeline.resolve.start import Plan, name_of, start_today
from timeline.steps import Carried, Containing, Edged, Either, Narrowed, Published, Stated, Step, Until, replay
from timeline.types import When
from timeline.written import (
    Calendar,
    Choice,
    Leftover,
    Relative,
    Repeat,
    Says,
    Shift,
    Span,
    Stretch,
    Unsaid,
    Vague,
    Written,
)


def plan(written: Written, frame: Frame, seen: Evidence, start: int = 0) -> Plan:
    """The steps of an expression that begins at an offset; none where it names no date of its own."""
    says = written.says
    match says:
        case Calendar():
            return finished(calendar(says, frame, seen), written)
        case Shift():
            return finished(shift(says, frame), written)
        case Unsaid():
            return finished(unsaid(says, frame, seen, start), written)
        case Leftover(year=year, month=month, day=day):
            return finished(
                Plan(steps=(Stated(text="", edtf=f"{year:04d}-{month:02d}-{day:02d}"),), anchor="text"), written
            )
        case Span():
            return finished(window(says, frame, seen), written)
        case Stretch() | Choice():
            return several(says, frame, seen)
        case Relative() | Repeat() | Vague():
            return Plan()
        case _:
            assert_never(says)


def finished(start: Plan, written: Written) -> Plan:
    """A plan with the part and the time of day that the expression adds."""
    if not start.steps:
        return start
    if written.part == "turn" and isinstance(written.says, Shift):  # that of a century nearest to now, or to the story
        return Plan(steps=(start.steps[0], Narrowed(part="turn")), anchor=start.anchor, shown=start.steps)
    steps = list(start.steps)
    if written.clock is not None:
        steps.append(clock_step(written.clock))
    if written.part is not None:
        steps.append(Narrowed(part=written.part))
    if written.side is not None and (bounded := beside_now(steps, written.side)) is not None:
        return Plan(steps=bounded, anchor=start.anchor, shown=tuple(steps))
    if is_about_weeks(written):
        return Plan(steps=(*steps, Containing(unit="week")), anchor=start.anchor, shown=tuple(steps))
    return Plan(steps=tuple(steps), anchor=start.anchor, shown=start.shown)


def beside_now(steps: Sequence[Step], side: Literal["before", "after"]) -> tuple[Step, ...] | None:
    """The steps of a week, month or year up to the publication, or from there on; None where that is not within."""
    whole = replay(steps)
    match steps[0], whole:
        case Published(day=day) as now, When(earliest=str(first), latest=str(last)) if first < day < last:
            if side == "after":
                return now, Until(text="", edtf=last[:10])
            return *steps, Edged(unit="day", count=1, edge="first"), Until(text="", edtf=day)
        case _:
            return None


def is_about_weeks(written: Written) -> bool:
    """Whether it is so many weeks away, more or less: no day can be told then."""
    match written:
        case Written(says=Shift(unit="week", whole=False, count=float() | int()), modifier=str()):
            return True
        case _:
            return False


def several(says: Stretch | Choice, frame: Frame, seen: Evidence) -> Plan:
    """The steps of a range or of a choice: those of its first member, and the other one's date."""
    members = (says.first, says.last) if isinstance(says, Stretch) else says.members
    members = shared(members)
    first = plan(members[0], frame, seen)
    plans = [(isinstance(says, Stretch) and under_way(first, members, frame, seen)) or first]
    for member in members[1:]:
        plans.append(onward_from(replay(plans[0].steps), member) or plan(member, frame, seen))
    whens = [replay(one.steps) for one in plans]
    steps = plans[0].steps
    for other in whens[1:]:
        if other is not None and steps:
            joint: Step = (
                Until(text="", edtf=other.edtf) if isinstance(says, Stretch) else Either(text="", edtf=other.edtf)
            )
            steps = (*steps, joint)
    shown = plans[min(says.shown, len(plans) - 1)]
    return Plan(steps=steps or shown.steps, anchor=plans[0].anchor, shown=shown.steps)


def under_way(first: Plan, members: tuple[Written, ...], frame: Frame, seen: Evidence) -> Plan | None:
    """The start of a stretch of weekdays that the present tells of on a day within: "is open from Monday to Friday"."""
    match members[0].says:
        case Calendar(weekday=int(), day=None, which=None, of=None) as says if seen.tense == "present" or seen.arranged:
            start = start_today(frame)
        case _:
            return None
    if start is None:
        return None
    steps = (start[0], name_of(says, "past", "it is told on a day of that time"))
    last = onward_from(replay(steps), members[1])
    until, today = replay(last.steps) if last else None, replay((start[0],))
    return replace(first, steps=steps) if until and today and until.edtf >= today.edtf else None


def onward_from(first: When | None, member: Written) -> Plan | None:
    """The steps of the far end of a range or choice that names no year: it follows the near end."""
    match member.says:
        case Calendar(year=None, decade=None, century=None, of=None, which=None) if first is not None:
            start = Carried(text="", edtf=first.edtf, precision=first.precision)
            step = name_of(member.says, "onward", "it follows the first date")
            return finished(Plan(steps=(start, step), anchor="text"), member)
        case _:
            return None


def shared(members: tuple[Written, ...]) -> tuple[Written, ...]:
    """The members, with what the last says for all: "from May to July 1990", "Monday to Friday last week"."""
    last = members[-1].says
    if not isinstance(last, Calendar) or (last.year is None and last.of is None):
        return members
    return tuple(replace(member, says=with_year(member.says, last)) for member in members)


def with_year(says: Says, last: Calendar) -> Says:
    """A partial date with the year, or the era, of the one it is joined with."""
    match says:
        case Calendar(year=None, which=None) if last.year and (says.month or says.season or says.quarter):
            return replace(says, year=last.year, bc=last.bc)
        case Calendar(year=None, which=None, of=None) if last.of is not None and is_alike(says, last):
            return replace(says, of=last.of)
        case Calendar(year=int(), month=None) if last.bc:
            return replace(says, bc=True)
        case _:
            return says


def is_alike(one: Calendar, other: Calendar) -> bool:
    """Whether both are weekdays, or both months or days of them."""
    return (one.weekday is None) == (other.weekday is None) and (one.month is None) == (other.month is None)
