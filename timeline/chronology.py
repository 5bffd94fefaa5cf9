"""Events in order of time, and the parts of a chronology that someone asks for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import get_args

from timeline.types import Chronology, Event, Precision

FINEST_FIRST = {precision: rank for rank, precision in enumerate(get_args(Precision))}
LAST = "~"  # sorts after every digit, so that undated events come at the end


def chronology(events: Sequence[Event], *, everything: bool = False, limit: int | None = None) -> Chronology:
    """What an editor would put on a timeline, or everything, in order; `limit` keeps the most salient."""
    kept = list(events) if everything else [event for event in events if event.notable]
    return Chronology(events=in_order(kept if limit is None else most_salient(kept, limit)))


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """By earliest, else best, else latest day; then the more precise first; then by id; undated ones last."""
    return tuple(sorted(events, key=place))


def place(event: Event) -> tuple[str, int, str]:
    """Where an event stands in the order of time."""
    when = event.when
    if when is None:
        return LAST, len(FINEST_FIRST), event.id
    return when.earliest or when.best or when.latest or LAST, FINEST_FIRST[when.precision], event.id


def most_salient(events: Iterable[Event], limit: int) -> list[Event]:
    """The `limit` events that rank highest; of equals the earlier."""
    return sorted(events, key=lambda event: (-event.salience, place(event)))[:limit]
