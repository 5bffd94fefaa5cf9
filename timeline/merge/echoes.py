"""Events that a chronology would only tell twice: in the words or by the sentences of a weightier one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.merge.days import days_of, overlap
from timeline.types import Event

Telling = tuple[str, int, str]  # article id, start of the sentence, date


def without_echoes(events: Sequence[Event]) -> Iterator[Event]:
    """The events in their order; one is no longer notable where a weightier one tells its sentences on its date.

    "Voters went to the polls on Sunday in an election that …" is one entry for a reader, though several triggers
    stand in it. So is what has the words of a weightier one that may be of the same day.
    """
    told: dict[Telling, list[Event]] = defaultdict(list)
    called: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        if event.notable:
            called[event.title].append(event)
            for sentence in sentences(event):
                told[sentence].append(event)
    for event in events:
        echo = event.notable and (is_echo(event, told) or is_called_alike(event, called[event.title]))
        yield replace(event, notable=False) if echo else event


def is_called_alike(event: Event, others: Sequence[Event]) -> bool:
    """Whether a weightier one of the same words can be of the same day."""
    days = days_of(event.when)
    return any(weight(one) > weight(event) and overlap(days_of(one.when), days) is not None for one in others)


def is_echo(event: Event, told: dict[Telling, list[Event]]) -> bool:
    """Whether each of its sentences stands under some weightier event too."""
    return all(any(weight(other) > weight(event) for other in told[sentence]) for sentence in sentences(event))


def sentences(event: Event) -> set[Telling]:
    """The sentences that tell it, with its date; of those, what only mentions it in passing is left out."""
    edtf = event.when.edtf if event.when else ""
    own = [source for source in event.sources if source.basis not in ("publication", "vote")] or event.sources
    return {(source.article, source.quote.start, edtf) for source in own}


def weight(event: Event) -> tuple[int, float, str]:
    """What decides which of two events is the entry."""
    return event.source_count, event.salience, event.id
