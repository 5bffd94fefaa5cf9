"""Mentions of one happening become one event; dates that hang on other events are settled here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.merge.cluster import Judge
from timeline.merge.collection import Collection, collect
from timeline.merge.company import Company
from timeline.merge.echoes import without_echoes
from timeline.merge.entries import as_entries, weighed_by
from timeline.merge.event import Context, event_id, event_of
from timeline.merge.explanation import Explanation, Place, Tie, explanation
from timeline.merge.kin import parts
from timeline.merge.landmarks import dated_by_landmarks
from timeline.merge.links import denials
from timeline.merge.profile import Profile, profile, redated
from timeline.merge.prominence import prominent
from timeline.merge.relative import Anchors, Happening, anchors, settled
from timeline.merge.tellings import Telling, tellings
from timeline.merge.title import titles_of
from timeline.merge.vote import vote
from timeline.types import Event, Extraction, Landmark

__all__ = ["Explanation", "Place", "Tie", "explain", "merge"]

ROUNDS = 2  # what hangs on an event that hangs on another is settled in the second


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """Tellings put together by what they tell of, and what was known of their articles."""

    happenings: tuple[Happening, ...]
    collection: Collection
    company: Company


def merge(extractions: Sequence[Extraction], *, landmarks: Sequence[Landmark] = ()) -> tuple[Event, ...]:
    """Every event that the articles tell, single ones too, whatever the order in which they came.

    `notable` marks those of the default chronology. `landmarks` are dated events from outside, by which dates that
    hang on another event can be settled.
    """
    found = (event for part in parts(extractions) for event in events_of(gathered(part, landmarks)))
    return tuple(sorted(found, key=lambda event: event.id))


def explain(
    event: Event, extractions: Sequence[Extraction], *, landmarks: Sequence[Landmark] = ()
) -> Explanation | None:
    """Why an event is what it is, by merging its articles again; None where they tell nothing of it any more.

    An id outlives the telling that it was made from, so the event is known by the tellings it has.
    """
    places = {(source.article, source.start) for source in event.sources}
    telling = {source.article for source in event.sources}
    pieces = [part for part in parts(extractions) if any(one.article.id in telling for one in part)]
    every = [(told, one) for told in (gathered(part, landmarks) for part in pieces) for one in told.happenings]
    told, happening = max(every, key=lambda pair: len(places & places_of(pair[1])), default=(None, None))
    if told is None or happening is None or not places & places_of(happening):
        return None
    made = next(one for one in events_of(told) if one.id == event_id(tellings_of(happening)))
    return explanation(replace(made, id=event.id), happening, told.collection, told.company)


def places_of(happening: Happening) -> set[tuple[str, int]]:
    """Where it is told: article ids and the first characters of the triggers."""
    return {(one.article.id, one.mention.start) for one in tellings_of(happening)}


def gathered(extractions: Sequence[Extraction], landmarks: Sequence[Landmark]) -> Gathered:
    """What happened, by all tellings of kin articles, each with its date; what hangs on another event is settled."""
    found = dated_by_landmarks(tellings(extractions), landmarks)
    collection = collect([one.article for one in extractions], found)
    profiles = [profile(one, collection.library.rarity, collection.names[one.article.id]) for one in found]
    company = Company(profiles, collection.story)
    judge = Judge(collection, company)
    happenings = grouped(profiles, judge)
    for _ in range(ROUNDS):
        known = anchors(happenings, landmarks, collection.story)
        dated = [resettled(one, known) for one in profiles]
        if dated == profiles:
            break
        profiles, happenings = dated, grouped(dated, judge)
    return Gathered(happenings=tuple(happenings), collection=collection, company=company)


def grouped(profiles: Sequence[Profile], judge: Judge) -> list[Happening]:
    """The happenings that are told, each with the date that its tellings give it."""
    original = judge.collection.original
    return [
        Happening(members=tuple(group), verdict=vote([one.telling for one in group], original))
        for group in judge.groups(profiles)
    ]


def resettled(one: Profile, known: Anchors) -> Profile:
    """The profile with the date of what its telling hangs on."""
    telling = settled(one.telling, known)
    return one if telling is one.telling else redated(one, telling)


def events_of(told: Gathered) -> list[Event]:
    """The events of what happened."""
    groups = [tellings_of(one) for one in told.happenings]
    links = denials({event_id(one): one for one in groups})
    context = Context(original=told.collection.original, names=told.collection.names, links=links)
    events = [event_of(one, context) for one in told.happenings]
    titles = titles_of(events, groups)
    events = list(without_echoes([replace(one, title=title) for one, title in zip(events, titles, strict=True)]))
    weighed = [weighed_by(event, group) for event, group in zip(events, groups, strict=True)]
    entries = list(as_entries(weighed, articles=len(told.collection.story)))
    return prominent(entries, told.collection.middle)


def tellings_of(happening: Happening) -> list[Telling]:
    """The tellings of a happening."""
    return [member.telling for member in happening.members]
