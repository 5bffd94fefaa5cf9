"""The steps of a partial date in a story, which goes on from its last date."""

from __future__ import annotations

from timeline.resolve.frame import Frame, Reference
from timeline.resolve.start import Plan, carried, name_of
from timeline.steps import Containing, Published, Step
from timeline.written import Calendar

COARSE = ("month", "season", "quarter", "half", "year", "decade", "century")  # no weekday is the next one after these
DAYS = ("day", "daypart", "hour", "minute", "second", "week")


def in_passage(says: Calendar, frame: Frame) -> Plan:
    """The steps of a partial date of a story, which goes on from its last date."""
    base = frame.last if says.which in ("previous", "following", "same") else frame.story or frame.last
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
        if base.precision in COARSE:
            return Plan()  # "in 1905. … On Thursday": no day is known from which it could be the next one
        return Plan(steps=(start, name_of(says, "onward", "the story goes on from its last date")), anchor="previous")
    if says.weekend:
        whole: tuple[Step, ...] = (Containing(unit="week"),) if base.precision in DAYS else ()
        return Plan(steps=(start, *whole, name_of(says, "within", "it is the one of that time")), anchor="previous")
    if says.month is None and says.day is not None:
        return Plan(
            steps=(start, Containing(unit="month"), name_of(says, "within", "the month is the one last told")),
            anchor="previous",
        )
    return Plan(steps=(start, *year_of_story(says, base, forward=frame.told is not None)), anchor="previous")


def year_of_story(says: Calendar, base: Reference, *, forward: bool) -> tuple[Step, ...]:
    """The year of a month or day in a story: that of its last date, or the next where the year has turned."""
    month = month_of(says)
    if forward:
        return (name_of(says, "onward", "the passage runs forward from its date"),)
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
