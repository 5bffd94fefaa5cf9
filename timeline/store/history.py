"""One event by any id it ever had, and the changes of all events in the order in which they were committed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import Session, col, select

from timeline.store.payload import unpack_event
from timeline.store.tables import EventRedirectRow, EventRevisionRow, EventRow, EventTextRow
from timeline.store.values.errors import NotFoundError
from timeline.store.values.events import Change, LastChange

if TYPE_CHECKING:
    from collections.abc import Collection

    from timeline.types import Event


def event(session: Session, event_id: str) -> Event:
    """An event by its id, or by one that it had before a merge; raises NotFoundError."""
    own = select(EventTextRow.payload).join(EventRow).where(EventRow.id == event_id)
    payload = session.exec(own).first() or heir(session, event_id)
    return unpack_event(payload)


def heir(session: Session, event_id: str) -> str:
    """The event, packed, to which a former id leads."""
    leads = select(EventTextRow.payload).join(EventRow)
    leads = leads.join(EventRedirectRow, col(EventRedirectRow.target) == col(EventRow.id))
    payload = session.exec(leads.where(EventRedirectRow.event == event_id)).first()
    if payload is None:
        raise NotFoundError(f"there is no event {event_id!r}{was(session, event_id)}")
    return payload


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


def as_it_was(session: Session, event_id: str, number: int) -> Event:
    """An event as one of its changes made it; raises NotFoundError where that left none, or its words went."""
    change = revision(session, event_id, number)
    if change.event is None:
        became = (
            f"became part of {change.merged_into!r}" if change.merged_into else "went, or its words were taken down"
        )
        raise NotFoundError(f"with revision {number} event {event_id!r} {became}: there is nothing to show")
    return change.event


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


def revision(session: Session, event_id: str, number: int) -> Change:
    """One revision of an id; raises NotFoundError."""
    own = select(EventRevisionRow).where(EventRevisionRow.event == event_id, EventRevisionRow.revision == number)
    row = session.exec(own).first()
    if row is None:
        raise NotFoundError(f"event {event_id!r} has no revision {number}")
    return change_of(row)


def titles(session: Session, ids: Collection[str]) -> dict[str, str]:
    """The titles of these events, of those that are there."""
    return dict(session.exec(select(EventRow.id, EventRow.title).where(col(EventRow.id).in_(ids))).all())


def last_changes(session: Session, ids: Collection[str]) -> dict[str, LastChange]:
    """The latest change of each of these events."""
    own = select(EventRow.id, EventRow.seq, EventRow.revision, EventRevisionRow.at)
    rows = session.exec(
        own.join(EventRevisionRow, col(EventRevisionRow.seq) == col(EventRow.seq)).where(col(EventRow.id).in_(ids))
    )
    return {key: LastChange(seq=seq, revision=revision, at=at) for key, seq, revision, at in rows}
