"""The day that a time of day belongs to."""

from __future__ import annotations

from timeline.resolve.evidence import Evidence
from timeline.resolve.frame import Frame, Reference
from timeline.resolve.start import Plan, carried
from timeline.steps import AtClock, Containing, Counted, Published, Step
from timeline.written import Clock, Unsaid

NEAR = 400  # characters


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


def clock_step(clock: Clock) -> AtClock:
    """The step of a time of day."""
    return AtClock(
        hour=clock.hour,
        minute=clock.minute,
        second=clock.second,
        part=clock.part if clock.hour is None else None,
        offset=clock.offset,
    )
