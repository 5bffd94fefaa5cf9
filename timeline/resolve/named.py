"""The steps of dates that are told by name: a year, a month, a weekday, a quarter, a holiday."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from timeline.resolve.evidence import Evidence
from timeline.resolve.frame import Frame, Reference
from timeline.resolve.shifts import shift
from timeline.resolve.start import Plan, carried, name_of, start_today
from timeline.resolve.story import in_passage
from timeline.steps import Containing, Counted, Edged, Nearest, Stated, replay
from timeline.steps.arithmetic import days, text_of
from timeline.steps.nearest import nearest
from timeline.steps.step import Direction
from timeline.written import Calendar

FAR, FAR_DIRECT = 240, 300  # days
FINISHED = ("“had ", "“was ", "“were ")  # what cannot have been said of a day to come


def calendar(says: Calendar, frame: Frame, seen: Evidence) -> Plan:
    """The steps of a date with calendar parts."""
    if says.week:
        day = calendar(replace(says, week=False), frame, seen)
        return replace(day, steps=(*day.steps, Containing(unit="week"))) if day.steps else day
    if says.weeks:
        day = calendar(replace(says, weeks=0), frame, seen)
        return replace(day, steps=(*day.steps, Counted(unit="day", count=7 * says.weeks))) if day.steps else day
    if says.place is not None:
        return placed(says, says.place, calendar(replace(says, weekday=None, place=None), frame, seen))
    if says.short and frame.style == "narrative" and frame.last is not None:
        says = in_century(says, frame.last)
    if (text := stated(says)) is not None:
        if says.which == "same":
            return same_period(says, frame)
        first = Stated(text="", edtf=text)
        if says.holiday:
            return Plan(steps=(first, name_of(says, "within", "its year is written")), anchor="text")
        return Plan(steps=(first,), anchor="text")
    if says.of is not None:
        outer = shift(says.of, frame)
        if says == Calendar(of=says.of):
            return outer
        return (
            Plan(steps=(*outer.steps, name_of(says, "within", "its year or week is written")), anchor=outer.anchor)
            if outer.steps
            else Plan()
        )
    if says.which in ("previous", "following", "same") or (
        (says.which is None or is_this_of_story(says)) and frame.style == "narrative" and frame.last is not None
    ):
        return in_passage(says, frame)
    if frame.published is None:
        return in_passage(says, frame)
    if (onward := day_of_passage(says, frame, seen)) is not None:
        return onward
    today = start_today(frame)
    if today is not None and is_of_this_year(says, frame, seen):
        within = name_of(says, "within", "“this” is the one of that year")
        return Plan(steps=(today[0], Containing(unit="year"), within), anchor=today[1])
    direction, because = news_direction(says, frame, seen)
    return Plan(steps=(today[0], name_of(says, direction, because)), anchor=today[1]) if today else Plan()


def placed(says: Calendar, place: int, month: Plan) -> Plan:
    """The steps of the n-th, or the last, such weekday of a month; none where the month has not so many."""
    last = place < 0
    because = "it is the last one of that month" if last else "it is counted from the first day of that month"
    steps = [
        *month.steps,
        Edged(unit="day", count=1, edge="last" if last else "first"),
        name_of(Calendar(weekday=says.weekday), "past" if last else "onward", because),
    ]
    if place > 1:
        steps.append(Counted(unit="day", count=7 * (place - 1)))
    whole, found = replay(month.steps), replay(steps)
    if whole is None or found is None or not (whole.earliest or "") <= found.edtf <= (whole.latest or ""):
        return Plan()
    return Plan(steps=tuple(steps), anchor=month.anchor)


def day_of_passage(says: Calendar, frame: Frame, seen: Evidence) -> Plan | None:
    """A bare day after another date ("on 3 March … on the 13th"): the next one; not beyond the day that tells of it."""
    if says.day is None or says.month is not None or says.weekday is not None or frame.last is None:
        return None
    if frame.last.precision not in ("day", "daypart", "month") or frame.spoken is not None:
        return None
    steps = (carried(frame.last), name_of(says, "onward", "it goes on from the date before it"))
    when = replay(steps)
    ahead = when is not None and frame.published is not None and when.edtf > frame.published.isoformat()
    return None if when is None or (ahead and seen.tense != "future") else Plan(steps=steps, anchor="previous")


def is_this_of_story(says: Calendar) -> bool:
    """Whether it is "this summer", "this May": of a story, the one it is telling of."""
    return says.which == "this" and (says.season is not None or says.month is not None)


def is_of_this_year(says: Calendar, frame: Frame, seen: Evidence) -> bool:
    """Whether "this June", "this summer" lies in the year of publication: a winter has two, "this January" may come."""
    if says.which != "this" or says.weekday is not None or says.season == "WI" or frame.published is None:
        return False
    over = says.month is not None and says.month < frame.published.month
    return (says.month is not None or says.season is not None) and not (over and seen.tense == "future")


def astronomical(says: Calendar) -> int:
    """The year as EDTF counts: 1 BC is 0."""
    year = says.year or 0
    return 1 - year if says.bc else year


def year_text(year: int) -> str:
    """A year in EDTF."""
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


def stated(says: Calendar) -> str | None:
    """The EDTF text of a date that names itself; None where a part of it is not written."""
    if says.decade is not None:
        return f"{says.decade:03d}X" if not says.bc else years_before_era(says.decade * 10, says.decade * 10 + 9)
    if says.century is not None:
        return (
            f"{says.century:02d}XX"
            if not says.bc
            else years_before_era(says.century * 100 + 1, says.century * 100 + 100)
        )
    if says.year is None:
        return None
    year = year_text(astronomical(says))
    match says:
        case Calendar(month=int(month), day=int(day)):
            return f"{year}-{month:02d}-{day:02d}"
        case Calendar(month=int(month)):
            return f"{year}-{month:02d}"
        case Calendar(season=str(season)):
            return f"{year}-{ {'SP': 21, 'SU': 22, 'FA': 23, 'WI': 24}[season] }".replace(" ", "")
        case Calendar(quarter=int(quarter)):
            return f"{year}-{32 + quarter}"
        case Calendar(half=int(half)):
            return f"{year}-{39 + half}"
        case _:
            return year


def years_before_era(last: int, first: int) -> str:
    """The years BC from the first, which is the greater number, to the last; there is no year 0 BC."""
    return f"{year_text(1 - first)}/{year_text(1 - max(last, 1))}"


def in_century(says: Calendar, base: Reference) -> Calendar:
    """A year of two digits in the century of the story."""
    near = int(base.edtf[:4]) if base.edtf[:4].isdigit() else None
    if near is None or says.year is None or says.bc:
        return says
    last = says.year % 100
    year = min((near // 100 * 100 + last + step for step in (-100, 0, 100)), key=lambda year: abs(year - near))
    return replace(says, year=year)


def same_period(says: Calendar, frame: Frame) -> Plan:
    """The quarter of a year that is the one spoken of in another year."""
    year = Stated(text="", edtf=year_text(astronomical(says)))
    code = frame.period.edtf[5:] if frame.period else ""
    if code not in ("33", "34", "35", "36"):
        return Plan(steps=(year,), anchor="text")
    step = Nearest(direction="within", because="it is compared with that quarter", quarter=int(code) - 32)
    return Plan(steps=(year, step), anchor="text")


def news_direction(says: Calendar, frame: Frame, seen: Evidence) -> tuple[Direction, str]:
    """Which way from the publication a partial date lies, and why."""
    match says.which:
        case "last":
            return "before", "“last” is the one before the publication"
        case "next" | "coming":
            return "after", "“next” is the one after the publication"
        case "this":
            if says.weekday is not None or says.weekend:
                return ("past", seen.because) if seen.tense == "past" else ("future", "“this” is the coming one")
            return "nearest", "“this” is the one nearest to the publication"
        case _:
            pass
    if says.quarter is not None or says.half is not None:
        return quarter_direction(says, seen)
    if says.weekend:
        ahead = seen.tense == "future" or (seen.tense == "present" and seen.direct)
        return ("future" if ahead else "past" if seen.tense == "past" else "nearest"), seen.because
    if says.weekday is not None and says.day is not None:
        return "nearest", "the weekday fits only there"
    lone_weekday = says.weekday is not None
    if seen.attributive and seen.tense != "past" and not lone_weekday:
        return "nearest", "it says which one is meant, and not when the verb happens"
    match seen.tense:
        case "future" | "past" as tense:
            return (
                tense if lone_weekday or not far_off(says, frame.published, tense, seen) else "nearest"
            ), seen.because
        case "present" if lone_weekday and seen.direct:
            return "future", seen.because
        case _:
            return ("past" if lone_weekday else "nearest"), seen.because


def far_off(says: Calendar, published: date | None, tense: Direction, seen: Evidence) -> bool:
    """Whether the tense leads to a date so far away that a writer would have named its year.

    "payable Dec. 15" in a sentence in the past, published in November, is this December: a day or month without a
    year that lies more than eight months back, or ahead, is the near one on the other side; more than ten where it
    hangs on the verb itself. A finite verb that tells what is done, or what will be, leaves no other side.
    """
    if published is None or (says.month, says.day) == (2, 29):
        return False
    passed = tense == "past" and (seen.finished or (seen.direct and seen.because.startswith(FINISHED)))
    coming = tense == "future" and seen.coming
    limit = 366 if passed or coming else FAR if not seen.direct else 366 if says.day is None else FAR_DIRECT
    base = text_of(published.isoformat())
    found = text_of(nearest(name_of(says, tense, ""), base) or "") if base else None
    reach = days(found) if found else None
    return (
        reach is not None and min(abs(reach[0] - published.toordinal()), abs(reach[1] - published.toordinal())) > limit
    )


def quarter_direction(says: Calendar, seen: Evidence) -> tuple[Direction, str]:
    """A quarter is told of when it has begun: the latest one, unless the sentence looks ahead."""
    if seen.tense == "past" or says.fiscal:
        return "past", seen.because or "a quarter is told of when it has begun"
    return "nearest", "results are told of the quarter nearest to the publication"
