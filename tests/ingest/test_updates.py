"""An article that changes: its events get a new revision, and what it said before is kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from timeline.store import Store, TimelineQuery
from timeline.types import Article


def test_a_changed_text_gives_its_events_a_new_revision_and_both_quotes_are_kept(
    store: Store, clock: Any, article: Callable[..., Article], ingest: Callable[..., None]
) -> None:
    ingest(article("2022-02-24 Ann Vey crossed in Mozyr with 20 men."))
    (before,) = store.timeline(TimelineQuery(everything=True)).events
    clock.passes(days=1)
    ingest(article("2022-02-24 Ann Vey crossed in Mozyr with 30 men.", published="2022-02-28"))
    (after,) = store.timeline(TimelineQuery(everything=True)).events
    assert (after.id, store.article("a").revision) == (before.id, 2)
    assert after.sources[0].published == before.sources[0].published == "2022-02-25"
    history = [change.event for change in store.revisions(after.id)]
    assert [one.sources[0].quote.text for one in history if one] == [
        "2022-02-24 Ann Vey crossed in Mozyr with 20 men.",
        "2022-02-24 Ann Vey crossed in Mozyr with 30 men.",
    ]
