"""Events in order of time, and the parts of a chronology that someone asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import inf
from typing import get_args

from timeline.edtf import Edtf, parse
from timeline.names import same_name
from timeline.types import Chronology, Event, Precision, Status

FINEST_FIRST = {precision: rank for rank, precision in enumerate(get_args(Precision))}
LAST = "~"  # sorts after every digit, so that undated events come at the end


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What someone asks for; None where it does not matter.

    `text` stands in a title or a quote, in any case; `name` is a participant's or a place's, in any spelling;
    `since` and `until` are EDTF: an event is wanted that can have happened between them, both ends included;
    `source` is the outlet that tells it; `status` what may be said of it.
    """

    text: str | None = None
    name: str | None = None
    since: str | None = None
    until: str | None = None
    source: str | None = None
    status: Status | None = None


def chronology(events: Sequence[Event], *, everything: bool = False, limit: int | None = None) -> Chronology:
    """What an editor would put on a timeline, or everything, in order; `limit` keeps the most salient."""
    kept = list(events) if everything else [event for event in events if event.notable]
    return Chronology(events=in_order(kept if limit is None else most_salient(kept, limit)))


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """By earliest, else best, else latest day; then the more precise first; then by id; undated ones last.

    Before them stand those of other years than 0000 to 9999, for which the contract has no days.
    """
    return tuple(sorted(events, key=place))


def place(event: Event) -> tuple[str, int, str]:
    """Where an event stands in the order of time."""
    when = event.when
    if when is None:
        return LAST, len(FINEST_FIRST), event.id
    day = sortable(when.earliest) or sortable(when.best) or sortable(when.latest) or LAST
    return day, FINEST_FIRST[when.precision], event.id


def sortable(day: str | None) -> str | None:
    """An ISO day of the years 0000 to 9999, whose strings are in order of time; None for another."""
    return day if day and day[:4].isdecimal() else None


def most_salient(events: Iterable[Event], limit: int) -> list[Event]:
    """The `limit` events that rank highest; of equals the earlier."""
    return sorted(events, key=lambda event: (-event.salience, place(event)))[:limit]


def selected(events: Iterable[Event], wanted: Wanted) -> Iterator[Event]:
    """The events that are wanted, in their order; raises EdtfError where `since` or `until` is no EDTF."""
    first = parse(wanted.since).lower if wanted.since else -inf
    last = parse(wanted.until).upper if wanted.until else inf
    for event in events:
        fits = (
            says(event, wanted.text)
            and is_about(event, wanted.name)
            and can_lie_between(event, first, last)
            and is_told_by(event, wanted.source)
            and wanted.status in (None, event.status)
        )
        if fits:
            yield event


def says(event: Event, text: str | None) -> bool:
    """Whether a text stands in the title or a quote."""
    if text is None:
        return True
    words = text.casefold()
    return any(words in said.casefold() for said in (event.title, *(source.quote.text for source in event.sources)))


def is_about(event: Event, name: str | None) -> bool:
    """Whether someone or something of that name takes part, or it happened there."""
    if name is None:
        return True
    people = ((spelling, person.label) for person in event.participants for spelling in (person.name, *person.aliases))
    places = ((place, "GPE") for place in event.places)
    return any(same_name(spelling, name, label=label) for spelling, label in (*people, *places))


def can_lie_between(event: Event, first: float, last: float) -> bool:
    """Whether its date overlaps the stretch between two times (`Edtf.lower`, `Edtf.upper`); undated ones only all."""
    if event.when is None:
        return (first, last) == (-inf, inf)
    when: Edtf = parse(event.when.edtf)
    return when.lower <= last and first <= when.upper


def is_told_by(event: Event, outlet: str | None) -> bool:
    """Whether an outlet is among its sources, in any case."""
    if outlet is None:
        return True
    return any((source.source or "").casefold() == outlet.casefold() for source in event.sources)
