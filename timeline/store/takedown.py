"""Take-downs: the text and the quotes of an article go, everywhere, and its events follow."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from sqlmodel import Session, col, delete, select

from timeline.store.events import apply, stored_events
from timeline.store.names import drop_unheld
from timeline.store.payload import pack_event, unpack_event
from timeline.store.rows import number_of, row_of
from timeline.store.search import forget_words
from timeline.store.tables import EventRevisionRow, EventRow, EventSourceRow, RevisionRow
from timeline.store.work import forget, merge_again

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from timeline.store.events import Stored
    from timeline.types import Event


def remove(session: Session, article_id: str, now: datetime) -> None:
    """Take an article down at once; what it shared events with is merged again later, without it.

    Its id and address stay, so that a feed which still carries it does not bring it back.
    """
    row = row_of(session, article_id)
    number = number_of(row)
    telling = select(EventSourceRow.event).where(EventSourceRow.article == number)
    events = stored_events(session, col(EventRow.number).in_(telling))
    merge_again(session, tellers(session, [number_of(event) for event, _ in events.values()]))
    strip(session, events, article_id, now)
    scrub_history(session, article_id)
    forget(session, number)
    session.exec(delete(RevisionRow).where(col(RevisionRow.article) == number))
    session.flush()
    drop_unheld(session)
    forget_words(session)
    row.state, row.claim, row.lease_until, row.error, row.changed_at = "removed", None, None, None, now


def tellers(session: Session, events: list[int]) -> set[int]:
    """The articles that tell these events."""
    members = select(EventSourceRow.article).where(col(EventSourceRow.event).in_(events)).distinct()
    return set(session.exec(members))


def strip(session: Session, rows: Mapping[str, Stored], article_id: str, now: datetime) -> None:
    """Take an article's tellings out of these events; those that nobody else tells are gone."""
    rest = {key: without(unpack_event(text.payload), article_id) for key, (_, text) in rows.items()}
    apply(
        session,
        [event for event in rest.values() if event is not None],
        gone={key: None for key, event in rest.items() if event is None},
        rows=rows,
        now=now,
    )


def without(event: Event, article_id: str) -> Event | None:
    """The event as the other articles tell it, None where there are none; its title is one of their summaries."""
    sources = tuple(source for source in event.sources if source.article != article_id)
    if not sources:
        return None
    titles = [source.summary for source in sources]
    count = len({source.article for source in sources})
    return replace(
        event,
        title=event.title if event.title in titles else titles[0],
        source_count=count,
        independent_source_count=min(event.independent_source_count, count),
        sources=sources,
    )


def scrub_history(session: Session, article_id: str) -> None:
    """Take an article's words out of all earlier revisions of events, too."""
    wanted = f'"article":{json.dumps(article_id, ensure_ascii=False)}'
    quoting = select(EventRevisionRow).where(col(EventRevisionRow.payload).contains(wanted, autoescape=True))
    for revision in session.exec(quoting):
        if revision.payload is not None:
            rest = without(unpack_event(revision.payload), article_id)
            revision.payload = pack_event(rest) if rest is not None else None
