"""Mentions of one happening become one event; dates that hang on other events are settled here."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.copies import copies
from timeline.merge.cluster import cluster
from timeline.merge.event import event_of
from timeline.merge.stories import stories
from timeline.merge.tellings import tellings
from timeline.types import Event, Extraction, Landmark

__all__ = ["merge"]


def merge(extractions: Sequence[Extraction], *, landmarks: Sequence[Landmark] = ()) -> tuple[Event, ...]:
    """Every event that the articles tell, single ones too, whatever the order in which they came.

    `notable` marks those of the default chronology. `landmarks` are dated events from outside, by which dates that
    hang on another event can be settled.
    """
    articles = [one.article for one in extractions]
    original = {copy: group[0] for group in copies(articles) for copy in group}
    groups = cluster(tellings(extractions), stories(articles))
    return tuple(sorted((event_of(group, original) for group in groups), key=lambda event: event.id))
