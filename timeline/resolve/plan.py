"""The steps by which what is written becomes a date, given the frame of the passage and the tense of the sentence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import assert_never

from timeline.resolve.evidence import Evidence
from timeline.resolve.frame import Frame, Reference
from timeline.steps import (
    AtClock,
    Carried,
    Containing,
    Counted,
    Edged,
    Either,
    Narrowed,
    Nearest,
    Published,
    Spread,
    Stated,
    Step,
    Until,
    replay,
)
from timeline.steps.arithmetic import days, text_of
from timeline.steps.nearest import nearest
from timeline.steps.step import Direction
from timeline.types import AnchorKind, When
from timeline.written import (
    Amount,
    Calendar,
    Choice,
    Clock,
    Leftover,
    Relative,
    Repeat,
    Says,
    Shift,
    Span,
    Stretch,
    Unit,
    Unsaid,
    Vague,
    Written,
)

FAR, FAR_DIRECT = 240, 300  # days
NEAR = 400  # characters
# How many units a number that is not told can be, and the likeliest: "a few days", "weeks ago".
FEW: dict[Unit, tuple[int, int, int]] = {
    "second": (1, 60, 3),
    "minute": (2, 50, 5),
    "hour": (2, 20, 3),
    "day": (1, 10, 3),
    "weekend": (1, 4, 2),
    "week": (2, 8, 3),
    "month": (2, 11, 3),
    "quarter": (2, 6, 3),
    "half": (2, 4, 2),
    "season": (2, 4, 2),
    "year": (2, 9, 3),
    "decade": (2, 9, 3),
    "century": (2, 9, 3),
    "millennium": (2, 9, 3),
    "period": (1, 1, 1),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The steps of a date, and where they start; `shown` are those of what this expression names, of a range an end."""

    steps: tuple[Step, ...] = ()
    anchor: AnchorKind = "none"
    shown: tuple[Step, ...] | None = None


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
    steps = list(start.steps)
    if written.clock is not None:
        steps.append(clock_step(written.clock))
    if written.part is not None:
        steps.append(Narrowed(part=written.part))
    return Plan(steps=tuple(steps), anchor=start.anchor)


def clock_step(clock: Clock) -> AtClock:
    """The step of a time of day."""
    return AtClock(
        hour=clock.hour,
        minute=clock.minute,
        second=clock.second,
        part=clock.part if clock.hour is None else None,
        offset=clock.offset,
    )


def several(says: Stretch | Choice, frame: Frame, seen: Evidence) -> Plan:
    """The steps of a range or of a choice: those of its first member, and the other one's date."""
    members = (says.first, says.last) if isinstance(says, Stretch) else says.members
    members = shared(members)
    plans = [plan(members[0], frame, seen)]
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
    """Members where the first lacks a year that the last has: "from May to July 1990"."""
    last = members[-1].says
    if not isinstance(last, Calendar) or last.year is None:
        return members
    return tuple(replace(member, says=with_year(member.says, last)) for member in members)


def with_year(says: Says, last: Calendar) -> Says:
    """A partial date with the year, or the era, of the one it is joined with."""
    match says:
        case Calendar(year=None, which=None) if says.month or says.season or says.quarter:
            return replace(says, year=last.year, bc=last.bc)
        case Calendar(year=int(), month=None) if last.bc:
            return replace(says, bc=True)
        case _:
            return says


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
        return f"{says.decade:03d}X" if not says.bc else f"-{says.decade * 10 + 9:04d}/-{says.decade * 10 - 1:04d}"
    if says.century is not None:
        return f"{says.century:02d}XX" if not says.bc else f"-{says.century * 100 + 99:04d}/-{says.century * 100:04d}"
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


def name_of(says: Calendar, direction: Direction, because: str) -> Nearest:
    """The step that looks for the named date in a direction."""
    return Nearest(
        direction=direction,
        because=because,
        month=says.month,
        day=says.day,
        weekday=says.weekday,
        season=says.season,
        quarter=says.quarter,
        half=says.half,
        weekend=says.weekend,
        holiday=says.holiday,
    )


def calendar(says: Calendar, frame: Frame, seen: Evidence) -> Plan:
    """The steps of a date with calendar parts."""
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
        return (
            Plan(steps=(*outer.steps, name_of(says, "within", "its year or week is written")), anchor=outer.anchor)
            if outer.steps
            else Plan()
        )
    if says.which in ("previous", "following", "same") or (
        says.which is None and frame.style == "narrative" and frame.last is not None
    ):
        return in_passage(says, frame)
    if frame.published is None:
        return in_passage(says, frame)
    direction, because = news_direction(says, frame, seen)
    return Plan(
        steps=(Published(day=frame.published.isoformat()), name_of(says, direction, because)), anchor="published"
    )


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
        return ("future", seen.because) if seen.tense == "future" else ("past", seen.because)
    if says.weekday is not None and says.day is not None:
        return "nearest", "the weekday fits only there"
    lone_weekday = says.weekday is not None
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
    hangs on the verb itself.
    """
    if published is None:
        return False
    limit = FAR_DIRECT if seen.direct else FAR
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


def in_passage(says: Calendar, frame: Frame) -> Plan:
    """The steps of a partial date of a story, which goes on from its last date."""
    base = frame.last
    if base is None:
        if frame.published is None:
            return Plan()
        return Plan(
            steps=(
                Published(day=frame.published.isoformat()),
                name_of(says, "past", "the story lies before its publication"),
            ),
            anchor="published",
        )
    start = carried(base)
    match says.which:
        case "previous" | "last":
            return Plan(steps=(start, name_of(says, "before", "the one before the last date told")), anchor="previous")
        case "following" | "next" | "coming":
            return Plan(steps=(start, name_of(says, "after", "the one after the last date told")), anchor="previous")
        case _:
            pass
    if says.weekday is not None and says.day is None:
        return Plan(steps=(start, name_of(says, "onward", "the story goes on from its last date")), anchor="previous")
    if says.month is None and says.day is not None:
        return Plan(
            steps=(start, Containing(unit="month"), name_of(says, "within", "the month is the one last told")),
            anchor="previous",
        )
    return Plan(steps=(start, *year_of_story(says, base)), anchor="previous")


def year_of_story(says: Calendar, base: Reference) -> tuple[Step, ...]:
    """The year of a month or day in a story: that of its last date, or the next where the year has turned."""
    month = month_of(says)
    base_month = (
        int(base.edtf[5:7])
        if len(base.edtf) >= 7 and base.edtf[:1].isdigit() and base.edtf[5:7].isdigit() and int(base.edtf[5:7]) <= 12
        else None
    )
    if base_month is not None and month is not None and base_month - month >= 8:
        return (name_of(says, "after", "the story has passed into the next year"),)
    return (Containing(unit="year"), name_of(says, "within", "the year is the one last told"))


def month_of(says: Calendar) -> int | None:
    """The first month of a partial date."""
    if says.month is not None:
        return says.month
    if says.season is not None:
        return {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[says.season]
    return None


def carried(reference: Reference) -> Carried:
    """The step that starts at another date of the passage."""
    return Carried(text=reference.text, edtf=reference.edtf, precision=reference.precision)


def shift(says: Shift, frame: Frame) -> Plan:
    """The steps of a unit counted from the publication or from the passage."""
    start = start_of(says, frame)
    if start is None:
        return Plan()
    first, anchor = start
    if says.count is None:
        return Plan(steps=(first, vague_spread(says)), anchor=anchor)
    steps: list[Step] = [first]
    if says.unit in ("period", "quarter") and says.definite and isinstance(first, Published):
        count = says.count * 4 - 1 if says.unit == "period" or says.direction else says.count - 1
        return Plan(steps=(first, Containing(unit="quarter"), Counted(unit="quarter", count=count)), anchor=anchor)
    if says.unit == "period" or (says.definite and says.direction == -1 and says.origin == "previous"):
        if says.unit not in ("period", "year"):
            steps.append(Containing(unit=says.unit))
        if says.count:
            steps.append(Counted(unit="year", count=says.count))
        return Plan(steps=tuple(steps), anchor=anchor)
    if says.whole:
        steps.append(Containing(unit=says.unit))
    if says.count:
        steps.append(Counted(unit=says.unit, count=says.count))
    return Plan(steps=tuple(steps), anchor=anchor)


def vague_spread(says: Shift) -> Spread:
    """A number of units that is not told, before or after."""
    low, high, best = FEW[says.unit]
    if says.direction < 0:
        return Spread(unit=says.unit, low=-high, high=-low, best=-best)
    return Spread(unit=says.unit, low=low, high=high, best=best)


def start_of(says: Shift, frame: Frame) -> tuple[Step, AnchorKind] | None:
    """Where a shift is counted from."""
    today = start_today(frame)
    if (
        says.unit in ("quarter", "period", "half")
        and says.definite
        and frame.period is not None
        and frame.style == "news"
    ):
        return carried(frame.period), "previous"
    if (
        says.unit == "year"
        and not says.whole
        and says.count == -1
        and frame.period is not None
        and frame.style == "news"
    ):
        return carried(frame.period), "previous"
    if says.origin == "published" and not (frame.style == "narrative" and (says.definite or is_whole_story(says))):
        return today
    if says.definite and says.count == 0 and says.unit != "day" and frame.style == "news" and today:
        return today
    base = frame.last
    if (
        says.unit == "day"
        and says.count is not None
        and abs(says.count) <= 1
        and frame.day is not None
        and base is not None
        and base.precision not in ("day", "month")
    ):
        base = frame.day
    if base is not None:
        return carried(base), "previous"
    return today


def start_today(frame: Frame) -> tuple[Step, AnchorKind] | None:
    """The day from which "yesterday" is counted: that of the publication, or on which the quotation was spoken."""
    if frame.spoken is not None:
        return carried(frame.spoken), "previous"
    return (Published(day=frame.published.isoformat()), "published") if frame.published is not None else None


def counted_on(written: Written, frame: Frame) -> Plan | None:
    """The steps of "in two weeks" ahead of the publication."""
    today = start_today(frame)
    match written.says:
        case Span(amounts=(Amount(unit=unit, count=float() | int() as count),)) if today is not None:
            return Plan(steps=(today[0], Counted(unit=unit, count=count)), anchor=today[1])
        case _:
            return None


def is_whole_story(says: Shift) -> bool:
    """Whether a unit that looks to the publication in news looks to the passage in a story: "this year"."""
    return (says.whole and says.unit != "day") or (says.unit == "day" and says.definite)


def unsaid(says: Unsaid, frame: Frame, seen: Evidence, start: int) -> Plan:
    """The steps of a time of day without a day: that of the passage; where none is near, no day is claimed.

    TimeML's annotators give it the day of publication then, and the TIMEX3 view follows them.
    """
    base = day_of_passage(says, frame, seen, start)
    if base is not None:
        steps: tuple[Step, ...] = (carried(base), Containing(unit="day"))
        count = {"next": 1, "following": 1, "previous": -1}.get(says.which or "", 0)
        return Plan(steps=(*steps, Counted(unit="day", count=count)) if count else steps, anchor="previous")
    if frame.published is not None and frame.style == "news":
        return Plan(shown=(Published(day=frame.published.isoformat()),))
    return Plan()


def day_of_passage(says: Unsaid, frame: Frame, seen: Evidence, start: int) -> Reference | None:
    """The day that a time of day belongs to: of a story the last one told, of news the one in force at that place.

    In one sentence a day belongs to its own clause: "in an interview published on Sunday he said that he woke up at
    4 a.m." tells no day for the waking.
    """
    day = frame.day
    if day is None or frame.last is None:
        return None
    if frame.style == "narrative":
        return day if frame.last.precision in ("day", "daypart", "hour", "minute") or says.which is not None else None
    if says.which is not None:
        return day
    if start - day.end > NEAR:
        return None
    same_sentence = seen.sentence is None or seen.sentence == day.sentence
    return day if not same_sentence or (seen.clause is not None and seen.clause == day.clause) else None


def window(says: Span, frame: Frame, seen: Evidence) -> Plan:
    """The steps of a stretch at the edge of now or of a date; a plain length of time has none."""
    length = says.amounts[0]
    if says.of is not None and says.window in ("first", "last"):
        outer = calendar(says.of, frame, seen)
        count = whole(length)
        if not outer.steps or count is None:
            return Plan()
        return Plan(
            steps=(
                *outer.steps,
                Edged(unit=length.unit, count=count, edge="first" if says.window == "first" else "last"),
            ),
            anchor=outer.anchor,
        )
    if says.window in ("past", "future") and frame.published is not None:
        start = Published(day=frame.published.isoformat())
        return Plan(steps=(start, around(length, back=says.window == "past")), anchor="published")
    if says.window in ("following", "preceding") and frame.last is not None:
        return Plan(steps=(carried(frame.last), around(length, back=says.window == "preceding")), anchor="previous")
    return Plan()


def whole(length: Amount) -> int | None:
    """The number of units, where it is told."""
    return None if length.count is None else max(1, round(length.count))


def around(length: Amount, *, back: bool) -> Spread:
    """A stretch of some length that ends, or begins, there."""
    count = whole(length)
    high = FEW[length.unit][1] if count is None else count
    return Spread(unit=length.unit, low=-high, high=0) if back else Spread(unit=length.unit, low=0, high=high)
