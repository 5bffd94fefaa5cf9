"""Mentions of one happening become one event; dates that hang on other events are settled here."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.merge.cluster import Judge
from timeline.merge.collection import Collection, collect
from timeline.merge.echoes import without_echoes
from timeline.merge.event import Context, event_id, event_of
from timeline.merge.landmarks import dated_by_landmarks
from timeline.merge.links import denials
from timeline.merge.profile import Profile, profile, redated
from timeline.merge.relative import Anchors, Happening, anchors, settled
from timeline.merge.tellings import tellings
from timeline.merge.vote import vote
from timeline.types import Event, Extraction, Landmark

__all__ = ["merge"]

ROUNDS = 2  # what hangs on an event that hangs on another is settled in the second


def merge(extractions: Sequence[Extraction], *, landmarks: Sequence[Landmark] = ()) -> tuple[Event, ...]:
    """Every event that the articles tell, single ones too, whatever the order in which they came.

    `notable` marks those of the default chronology. `landmarks` are dated events from outside, by which dates that
    hang on another event can be settled.
    """
    found = dated_by_landmarks(tellings(extractions), landmarks)
    collection = collect([one.article for one in extractions], found)
    judge = Judge(collection)
    profiles = [profile(one, collection.library.rarity, collection.names[one.article.id]) for one in found]
    happenings = grouped(profiles, judge)
    for _ in range(ROUNDS):
        known = anchors(happenings, landmarks, collection.story)
        dated = [resettled(one, known) for one in profiles]
        if dated == profiles:
            break
        profiles, happenings = dated, grouped(dated, judge)
    return events_of(happenings, collection)


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


def events_of(happenings: Sequence[Happening], collection: Collection) -> tuple[Event, ...]:
    """The events of the happenings, in order of their ids."""
    told = [[member.telling for member in one.members] for one in happenings]
    links = denials({event_id(one): one for one in told})
    context = Context(original=collection.original, names=collection.names, links=links)
    events = without_echoes([event_of(one, context) for one in happenings])
    return tuple(sorted(events, key=lambda event: event.id))
