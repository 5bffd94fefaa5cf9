"""What a plan is, and where its counting starts."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.resolve.frame import Frame, Reference
from timeline.steps import Carried, Containing, Counted, Nearest, Published, Spread, Step
from timeline.steps.step import Direction
from timeline.types import AnchorKind
from timeline.written import Calendar


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The steps of a date, and where they start; `shown` are those of what this expression names, of a range an end."""

    steps: tuple[Step, ...] = ()
    anchor: AnchorKind = "none"
    shown: tuple[Step, ...] | None = None


def carried(reference: Reference) -> Carried:
    """The step that starts at another date of the passage."""
    return Carried(text=reference.text, edtf=reference.edtf, precision=reference.precision)


def start_today(frame: Frame) -> tuple[Step, AnchorKind] | None:
    """The day from which "yesterday" is counted: that of the publication, or on which the quotation was spoken."""
    if frame.spoken is not None:
        return carried(frame.spoken), "previous"
    return (Published(day=frame.published.isoformat()), "published") if frame.published is not None else None


def by_clock(first: Step, count: Counted | Spread, frame: Frame) -> tuple[Step, ...]:
    """The steps of so many units from there: of the clock to a day, from the time of publication if known."""
    match first:
        case Published(day=day) if count.unit in ("hour", "minute", "second") and frame.time is not None:
            return Published(day=f"{day}{frame.time}"), count, Containing(unit="day")
        case _:
            return first, count


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
