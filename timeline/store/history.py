"""One event by any id it ever had, and the changes of all events in the order in which they were committed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import Session, col, select

from timeline.store.payload import unpack_event
from timeline.store.tables import EventRedirectRow, EventRevisionRow, EventRow
from timeline.store.values import Change, NotFoundError

if TYPE_CHECKING:
    from timeline.types import Event


def event(session: Session, event_id: str) -> Event:
    """An event by its id, or by one that it had before a merge; raises NotFoundError."""
    row = session.exec(select(EventRow).where(EventRow.id == event_id)).first()
    if row is None:
        row = heir(session, event_id)
    return unpack_event(row.payload)


def heir(session: Session, event_id: str) -> EventRow:
    """The event to which a former id leads."""
    leads = select(EventRow).join(EventRedirectRow, col(EventRedirectRow.target) == col(EventRow.id))
    row = session.exec(leads.where(EventRedirectRow.event == event_id)).first()
    if row is None:
        raise NotFoundError(f"there is no event {event_id!r}{was(session, event_id)}")
    return row


def was(session: Session, event_id: str) -> str:
    """What to add about an id that was an event's once."""
    return " any more" if session.get(EventRedirectRow, event_id) is not None else ""


def changes(session: Session, after: int, limit: int) -> tuple[Change, ...]:
    """The changes after a sequence number, the oldest first."""
    later = select(EventRevisionRow).where(EventRevisionRow.seq > after).order_by(col(EventRevisionRow.seq))
    return tuple(map(change_of, session.exec(later.limit(limit))))


def revisions(session: Session, event_id: str) -> tuple[Change, ...]:
    """The history of one id, the oldest first; empty where it never was an event's."""
    own = select(EventRevisionRow).where(EventRevisionRow.event == event_id).order_by(col(EventRevisionRow.seq))
    return tuple(map(change_of, session.exec(own)))


def change_of(row: EventRevisionRow) -> Change:
    """The change of a row."""
    return Change(
        seq=row.seq,
        id=row.event,
        revision=row.revision,
        kind=row.kind,  # type: ignore[arg-type]  # written by `record` alone, which takes a ChangeKind
        event=unpack_event(row.payload) if row.payload is not None else None,
        merged_into=row.merged_into,
        at=row.at,
    )
