"""Why an entry of the stored chronology is what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.types import TimelineError

if TYPE_CHECKING:
    from timeline.merge import Explanation
    from timeline.store import Store


class StaleEventError(TimelineError):
    """An event whose articles have been changed and not merged again yet."""


def explain(store: Store, event_id: str) -> Explanation:
    """Why the sources of an event are one event, why it has its date and its status, and why it is an entry.

    Its articles are merged again with all that they were merged with, so the answer takes as long as a merge of its
    story. Raises NotFoundError for an unknown id, StaleEventError where its articles have changed meanwhile.
    """
    # Imported where it is used: merging brings spaCy, and a server that starts has nobody who asks for reasons yet.
    from timeline.merge import explain as explain_merged

    event = store.event(event_id)
    scope = store.related({source.article for source in event.sources})
    explanation = explain_merged(event, scope.extractions, landmarks=store.landmarks())
    if explanation is None:
        raise StaleEventError(f"the articles of event {event_id} are being read anew: ask again in a moment")
    return explanation
