"""The revisions of events: every change under the next sequence number of the whole store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func
from sqlmodel import Session, col, select

from timeline.store.names import CHUNK
from timeline.store.tables import EventRevisionRow
from timeline.store.values.events import Edition

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from timeline.store.tables import ChangeKind

# The last change of any event, not of those that are there: one may have gone since.
EDITION = "(SELECT CAST(seq AS VARCHAR) || '@' || CAST(at AS VARCHAR) FROM event_revisions ORDER BY seq DESC LIMIT 1)"


def edition_in(told: str | None) -> Edition:
    """The edition that the statement told."""
    seq, _, at = (told or "0@").partition("@")
    return Edition(int(seq), at)


def last_seq(session: Session) -> int:
    """The sequence number of the latest change; 0 before the first."""
    return session.exec(select(func.coalesce(func.max(EventRevisionRow.seq), 0))).one()


def last_revisions(session: Session, ids: Collection[str]) -> dict[str, int]:
    """The number of each id's latest revision, of those that have any; it goes on where an id comes back."""
    numbers = select(EventRevisionRow.event, func.max(EventRevisionRow.revision)).group_by(col(EventRevisionRow.event))
    found: dict[str, int] = {}
    wanted = sorted(ids)
    for at in range(0, len(wanted), CHUNK):
        found.update(session.exec(numbers.where(col(EventRevisionRow.event).in_(wanted[at : at + CHUNK]))).all())
    return found


def lifetimes(session: Session, ids: Collection[str]) -> dict[str, tuple[datetime, datetime]]:
    """When each of these ids first and last changed."""
    at = col(EventRevisionRow.at)
    spans = select(EventRevisionRow.event, func.min(at), func.max(at)).group_by(col(EventRevisionRow.event))
    found = session.exec(spans.where(col(EventRevisionRow.event).in_(ids)))
    return {event: (first, last) for event, first, last in found}


class Ledger:
    """Writes the revisions of one transaction; writers take turns, so no number is skipped over by a reader."""

    def __init__(self, session: Session, ids: Collection[str], now: datetime) -> None:
        self.session = session
        self.now = now
        self.seq = last_seq(session)
        self.revisions = last_revisions(session, ids)

    def record(
        self, event_id: str, kind: ChangeKind, *, payload: str | None = None, merged_into: str | None = None
    ) -> tuple[int, int]:
        """Add a revision of an event; returns its sequence number and which of the event's own revisions it is."""
        self.seq += 1
        revision = self.revisions[event_id] = self.revisions.get(event_id, 0) + 1
        row = EventRevisionRow(
            seq=self.seq,
            event=event_id,
            revision=revision,
            kind=kind,
            merged_into=merged_into,
            payload=payload,
            at=self.now,
        )
        self.session.add(row)
        return self.seq, revision
