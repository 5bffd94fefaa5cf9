"""Mentions of one happening become one event; dates that hang on other events are settled here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline.copies import copies
from timeline.merge.cluster import cluster
from timeline.merge.event import event_of
from timeline.merge.profile import profile
from timeline.merge.stories import Library, stories
from timeline.merge.tellings import Telling, tellings
from timeline.names import canonical_names
from timeline.types import Event, Extraction, Landmark

__all__ = ["merge"]


def merge(extractions: Sequence[Extraction], *, landmarks: Sequence[Landmark] = ()) -> tuple[Event, ...]:
    """Every event that the articles tell, single ones too, whatever the order in which they came.

    `notable` marks those of the default chronology. `landmarks` are dated events from outside, by which dates that
    hang on another event can be settled.
    """
    articles = [one.article for one in extractions]
    original = {copy: group[0] for group in copies(articles) for copy in group}
    library = Library(articles)
    told = stories(articles, library)
    story = {article: at for at, members in enumerate(told) for article in members}
    found = tellings(extractions)
    names = names_by_story(found, story)
    profiles = [profile(one, library.rarity, names[story[one.article.id]]) for one in found]
    groups = cluster(profiles, story, library)
    events = [event_of([one.telling for one in group], original) for group in groups]
    return tuple(sorted(events, key=lambda event: event.id))


def names_by_story(found: Sequence[Telling], story: Mapping[str, int]) -> dict[int, dict[str, str]]:
    """The canonical form of each name, for each story by itself."""
    named: dict[int, list[tuple[str, str]]] = {at: [] for at in story.values()}
    for telling in found:
        for one in telling.mention.participants:
            named[story[telling.article.id]].append((one.name, one.label))
    return {at: canonical_names(names) for at, names in named.items()}
