"""Dates that hang on an event: what is known of them at once, and what they are when the event is dated."""

from __future__ import annotations

from timeline.resolve.shifts import EDGES, FEW
from timeline.resolve.spans import whole
from timeline.steps import Containing, Counted, Edged, Known, Ordinal, Spread, Step, replay
from timeline.types import Precision, RelativeTo, When
from timeline.written import Relative, Unit, Written

# The units of ISO 8601 in which each unit is told, and how many of them it has.
UNITS: dict[Unit, tuple[int, str]] = {"day": (1, "D"), "week": (1, "W"), "weekend": (1, "D"), "month": (1, "M"),
"quarter": (3, "M"), "half": (6, "M"), "season": (3, "M"), "year": (1, "Y"), "decade": (10, "Y"),
"century": (100, "Y"), "millennium": (1000, "Y"), "hour": (1, "H"), "minute": (1, "M"), "second": (1, "S")}  # fmt: skip
COARSE: frozenset[Precision] = frozenset(("week", "month", "quarter", "season", "year", "decade", "century"))
CLOCKS: frozenset[Unit] = frozenset(("hour", "minute", "second"))


def relative_to(says: Relative) -> RelativeTo:
    """What the date hangs on, as the contract shows it."""
    distance = None
    if says.span is not None:
        length = says.span.amounts[0]
        distance = duration(length.count, length.unit)
    elif says.ordinals and max(says.ordinals) > 1:
        distance = duration(max(says.ordinals) - 1, says.unit)
    return RelativeTo(text=says.event, relation=says.relation, distance=distance)


def duration(count: float | None, unit: Unit) -> str:
    """An ISO 8601 duration, with X for a number that is not told: a decade is ten years."""
    size, symbol = UNITS.get(unit, (1, "X"))
    number = "X" if count is None else f"{count * size:g}"
    return f"P{'T' if unit in CLOCKS else ''}{number}{symbol}"


def settle(
    relative: RelativeTo, written: Written | None, anchor: When, *, source: str = "event"
) -> tuple[When | None, tuple[Step, ...]]:
    """When an event-relative date is, once the event it hangs on is dated, and the steps that replay to it.

    Conventions, X being the event (its first day, for what counts from its start):
    - "N days after X" is that day; N weeks, months, years after is the week, month, year in which that lies;
    - "a few days after X", "days after X" is X+1 to X+10, likeliest X+3 (other units: `shifts.FEW`);
    - "shortly after X" is X to X+13; "the week following X" is X to X+7; "before" mirrors each of them;
    - "the second or third day of X" is one of X+1, X+2; "the second week of X" X+7 to X+13;
    - "the first days of X" is X to X+6, "the first weeks" X to X+27, "the first two weeks" X to X+13; "the last days
      of X" ends with the end of X; of an X that is known by its month or year alone it is that month or year;
    - "the day of X" is the day, week, month or year in which X lies.
    """
    known = Known(
        text=relative.text,
        edtf=anchor.edtf,
        precision=anchor.precision,
        source="landmark" if source == "landmark" else "event",
    )
    says = written.says if written is not None else None
    steps: tuple[Step, ...] = (known, *onward(says, anchor)) if isinstance(says, Relative) else (known,)
    return replay(steps), steps


def onward(says: Relative, anchor: When | None) -> tuple[Step, ...]:
    """The steps from the event to the date; an event known by its month or year alone has no first days to tell."""
    back = says.relation == "before"
    if says.ordinals:
        return (Ordinal(unit=says.unit, numbers=says.ordinals),)
    if says.edge is not None:
        if anchor is not None and anchor.precision in COARSE:
            return ()
        count = whole(says.span.amounts[0]) if says.span else 1
        unit = says.unit
        if count is None:
            unit, count = EDGES.get(says.unit, (says.unit, 3))
        return (Edged(unit=unit, count=count, edge=says.edge),)
    if says.relation == "same" or says.span is None:
        return (Containing(unit=says.unit),) if says.unit != "day" else ()
    length = says.span.amounts[0]
    count = whole(length)
    if says.span.window in ("following", "preceding"):
        size = count if count is not None else FEW[length.unit][1]
        if length.unit == "day" and count == 1:
            return (Counted(unit="day", count=-1 if back else 1),)
        return (Spread(unit=length.unit, low=-size, high=0) if back else Spread(unit=length.unit, low=0, high=size),)
    if length.count is None:
        low, high, best = FEW[length.unit]
        return (
            Spread(unit=length.unit, low=-high, high=-low, best=-best)
            if back
            else Spread(unit=length.unit, low=low, high=high, best=best),
        )
    return (Counted(unit=length.unit, count=-length.count if back else length.count),)
