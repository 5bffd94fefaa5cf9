"""The steps of a unit counted from the publication or from the passage."""

from __future__ import annotations

from timeline.resolve.frame import Frame, Reference
from timeline.resolve.start import Plan, by_clock, carried, start_today
from timeline.steps import Containing, Counted, Nearest, Published, Spread, Step, replay
from timeline.steps.arithmetic import moved, text_of
from timeline.types import AnchorKind
from timeline.written import Shift, Unit

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


# How long "the first days", "the last weeks" of something are.
EDGES: dict[Unit, tuple[Unit, int]] = {
    "hour": ("day", 1),
    "minute": ("day", 1),
    "day": ("day", 7),
    "week": ("week", 4),
    "month": ("month", 3),
    "year": ("year", 3),
    "decade": ("decade", 2),
}


CLOCK = frozenset({"hour", "minute", "second"})
FINE = CLOCK | {"day", "daypart"}


def shift(says: Shift, frame: Frame) -> Plan:
    """The steps of a unit counted from the publication or from the passage.

    "Five months on" with nothing told before is no day, and least one to come; annotators count from the publication.
    """
    start = start_of(says, frame)
    if start is None:
        return Plan()
    counted = counted_from(says, start, frame)
    return Plan(shown=counted.steps) if is_later(says) and start == start_today(frame) else counted


def counted_from(says: Shift, start: tuple[Step, AnchorKind], frame: Frame) -> Plan:
    """The steps of a unit counted from a start."""
    first, anchor = start
    if says.count is None:
        return Plan(steps=by_clock(first, vague_spread(says), frame), anchor=anchor)
    if says.unit in CLOCK:
        return Plan(steps=by_clock(first, Counted(unit=says.unit, count=says.count), frame), anchor=anchor)
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
    if says.to_the_day:
        steps = to_the_day(says, first, steps)
    return Plan(steps=tuple(steps), anchor=anchor)


def to_the_day(says: Shift, first: Step, steps: list[Step]) -> list[Step]:
    """The steps of "a year ago today": the same day of that month or year; weeks are counted in days."""
    start = replay((first,))
    if says.unit == "week" and says.count is not None:
        return [first, Counted(unit="day", count=7 * says.count)]
    if start is None or start.precision != "day" or says.unit not in ("month", "year", "decade"):
        return steps
    base = text_of(start.edtf)
    target = moved(base, says.unit, says.count) if base is not None and says.count is not None else None
    if target is None:
        return steps
    month, day = int(target[-5:-3]), int(target[-2:])
    because = "“today” is that day"
    if says.unit == "month":
        return [*steps, Nearest(direction="within", because=because, day=day)]
    return [*steps, Nearest(direction="within", because=because, month=month, day=day)]


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
    base = base_of(says, frame)
    if says.unit in CLOCK and base is not None and base.precision not in FINE:
        base = frame.day  # "an hour later" follows on what was told of a day, not on "by the end of the month"
    if base is not None:
        return carried(base), "previous"
    return today


def is_later(says: Shift) -> bool:
    """Whether it goes on from a day that the passage has told."""
    return says.origin == "previous" and says.direction > 0 and not says.whole


def base_of(says: Shift, frame: Frame) -> Reference | None:
    """The date of the passage from which it is counted: of days a day, of years not an aside of long ago."""
    base = frame.last
    coarse = base is not None and base.precision not in ("day", "month")
    if says.unit == "day" and says.count is not None and frame.day is not None and coarse:
        return frame.day
    if says.unit in ("year", "decade") and says.whole and frame.style == "narrative" and frame.story is not None:
        return frame.story
    return base


def is_whole_story(says: Shift) -> bool:
    """Whether a unit that looks to the publication in news looks to the passage in a story: "this year"."""
    return (says.whole and says.unit != "day") or (says.unit == "day" and says.definite)
