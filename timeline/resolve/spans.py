"""The steps of a stretch at the edge of now, of the passage or of a date."""

from __future__ import annotations

from timeline.resolve.evidence import Evidence
from timeline.resolve.frame import Frame
from timeline.resolve.named import calendar
from timeline.resolve.shifts import EDGES, FEW
from timeline.resolve.start import Plan, by_clock, carried, start_today
from timeline.steps import Counted, Edged, Published, Spread
from timeline.written import Amount, Span, Unit, Written

IN_YEARS: dict[Unit, int] = {"decade": 10, "century": 100, "millennium": 1000}


def window(says: Span, frame: Frame, seen: Evidence) -> Plan:
    """The steps of a stretch at the edge of now or of a date; a plain length of time has none."""
    length = says.amounts[0]
    if says.of is not None and says.window in ("first", "last"):
        outer = calendar(says.of, frame, seen)
        if not outer.steps:
            return Plan()
        if says.place > 1:
            edges = (
                Edged(unit=length.unit, count=says.place, edge="first"),
                Edged(unit=length.unit, count=1, edge="last"),
            )
            return Plan(steps=(*outer.steps, *edges), anchor=outer.anchor)
        unit, count = length.unit, whole(length)
        if count is None:
            unit, count = EDGES.get(unit, (unit, 3))
        return Plan(
            steps=(*outer.steps, Edged(unit=unit, count=count, edge="first" if says.window == "first" else "last")),
            anchor=outer.anchor,
        )
    if says.window == "past" and frame.style == "narrative" and frame.last is not None:
        return Plan(steps=(carried(frame.last), around(length, back=True)), anchor="previous", shown=())
    if says.window in ("past", "future") and frame.published is not None:
        start = Published(day=frame.published.isoformat())
        return Plan(steps=(start, around(length, back=says.window == "past")), anchor="published")
    if says.window in ("following", "preceding") and frame.last is not None:
        return Plan(steps=(carried(frame.last), around(length, back=says.window == "preceding")), anchor="previous")
    return Plan()


def counted_on(written: Written, frame: Frame) -> Plan | None:
    """The steps of "in two weeks" ahead of the publication."""
    today = start_today(frame)
    match written.says:
        case Span(amounts=(Amount(unit=unit, count=float() | int() as count),)) if today is not None:
            return Plan(steps=by_clock(today[0], Counted(unit=unit, count=count), frame), anchor=today[1])
        case _:
            return None


def whole(length: Amount) -> int | None:
    """The number of units, where it is told."""
    return None if length.count is None else max(1, round(length.count))


def around(length: Amount, *, back: bool) -> Spread:
    """A stretch of some length that ends, or begins, there; of decades in years: "the past two decades"."""
    count = whole(length)
    if length.count is not None and length.unit in IN_YEARS:
        years = max(1, round(length.count * IN_YEARS[length.unit]))
        return Spread(unit="year", low=-years, high=0) if back else Spread(unit="year", low=0, high=years)
    high = FEW[length.unit][1] if count is None else count
    return Spread(unit=length.unit, low=-high, high=0) if back else Spread(unit=length.unit, low=0, high=high)
