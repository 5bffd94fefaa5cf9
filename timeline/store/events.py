"""Events written: what a merge found against what is stored, every difference a revision with its number."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sqlalchemy import update
from sqlmodel import Session, col, delete, select

from timeline.store import tallies
from timeline.store.eventrows import fill, link, shown, worded
from timeline.store.ledger import Ledger
from timeline.store.matching import match
from timeline.store.names import count_events, names_called
from timeline.store.payload import pack_event, unpack_event
from timeline.store.rows import number_of
from timeline.store.tables import (
    ArticleRow,
    EventRedirectRow,
    EventRow,
    EventSourceRow,
    EventTextRow,
    EventViewRow,
    ExtractionRow,
)
from timeline.store.values.events import Changed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import ColumnElement

    from timeline.store.tables import ChangeKind
    from timeline.store.values.events import Scope
    from timeline.types import Event

    Stored = tuple[EventRow, EventTextRow]


def save_events(session: Session, merged: Sequence[Event], scope: Scope, now: datetime) -> Changed | None:
    """Make the stored events of the scope those that were merged; None where the scope has changed since."""
    if scope_is_stale(session, scope):
        return None
    rows = stored_events(session, col(EventRow.id).in_(scope.events))
    old = [unpack_event(text.payload) for _, text in rows.values()]
    matched = match(merged, old, taken=lambda key: key not in rows and is_event(session, key))
    changed = apply(session, matched.events, gone=matched.gone, rows=rows, now=now)
    mark_merged(session, scope)
    for kind in ("created", "updated", "merged", "removed"):
        count = getattr(changed, kind)
        if count:
            tallies.add(session, "events", kind, count=count)
    return changed


def stored_events(session: Session, wanted: ColumnElement[bool]) -> dict[str, Stored]:
    """The rows of the events that are wanted and of their words, by id."""
    both = select(EventRow, EventTextRow).join(EventTextRow).where(wanted)
    return {row.id: (row, text) for row, text in session.exec(both)}


def scope_is_stale(session: Session, scope: Scope) -> bool:
    """Whether an article of the scope was read again or an event of it changed since the scope was read."""
    numbers, stamps = {}, {}
    articles = select(ArticleRow.id, ArticleRow.number, ExtractionRow.stamp).join(ExtractionRow)
    for article, number, stamp in session.exec(articles.where(col(ArticleRow.id).in_(scope.stamps))):
        numbers[article], stamps[article] = number, stamp
    touched = select(EventRow.id, EventRow.seq).join(EventSourceRow).distinct()
    events = session.exec(touched.where(col(EventSourceRow.article).in_(numbers.values())))
    return stamps != scope.stamps or dict(events.all()) != scope.events


def is_event(session: Session, event_id: str) -> bool:
    """Whether an event is stored under an id."""
    return session.exec(select(EventRow.number).where(EventRow.id == event_id)).first() is not None


def apply(
    session: Session,
    events: Iterable[Event],
    *,
    gone: Mapping[str, str | None],
    rows: Mapping[str, Stored],
    now: datetime,
) -> Changed:
    """Store events over their former rows, where they differ, and let those that are gone lead to their heirs."""
    packed = {event.id: (event, pack_event(event)) for event in events}
    changed = {key: pair for key, pair in packed.items() if key not in rows or rows[key][1].payload != pair[1]}
    ledger = Ledger(session, {*changed, *gone}, now)
    kinds: Counter[str] = Counter()
    called = names_called(session, [number_of(rows[key][0]) for key in gone])
    for key, heir in gone.items():
        kinds[drop(session, rows[key][0], heir, ledger)] += 1
    revive(session, [key for key in changed if key not in rows])
    written = {key: write(session, pair[0], rows.get(key), ledger, pair[1]) for key, pair in changed.items()}
    kinds.update("updated" if key in rows else "created" for key in changed)
    session.flush()
    numbers = {key: number_of(row) for key, row in written.items()}
    for key, (event, payload) in changed.items():
        session.add(worded(rows[key][1] if key in rows else None, numbers[key], event, payload))
        session.add(shown(session.get(EventViewRow, numbers[key]) if key in rows else None, numbers[key], event))
    fresh = {number for key, number in numbers.items() if key not in rows}
    link(session, {number: changed[key][0] for key, number in numbers.items()}, fresh=fresh)
    count_events(session, called)
    return Changed(**kinds)


def write(session: Session, event: Event, stored: Stored | None, ledger: Ledger, payload: str) -> EventRow:
    """The row of an event that is new or has changed."""
    seq, revision = ledger.record(event.id, "created" if stored is None else "updated", payload=payload)
    # A table's constructor does not validate; the rest is filled next.
    row = stored[0] if stored is not None else EventRow(id=event.id)  # type: ignore[call-arg]
    fill(row, event)
    row.seq, row.revision = seq, revision
    session.add(row)
    return row


def drop(session: Session, row: EventRow, heir: str | None, ledger: Ledger) -> ChangeKind:
    """Remove an event that is no more; its id, and those that led to it, lead to the heir, or nowhere."""
    kind: ChangeKind = "removed" if heir is None else "merged"
    seq, _ = ledger.record(row.id, kind, merged_into=heir)
    formerly = update(EventRedirectRow).where(col(EventRedirectRow.target) == row.id)
    session.exec(formerly.values(target=heir, seq=seq))
    session.add(EventRedirectRow(event=row.id, target=heir, seq=seq))
    session.delete(row)
    session.flush()
    return kind


def revive(session: Session, ids: Sequence[str]) -> None:
    """Ids that are an event's again lead nowhere else."""
    if ids:
        session.exec(delete(EventRedirectRow).where(col(EventRedirectRow.event).in_(ids)))


def mark_merged(session: Session, scope: Scope) -> None:
    """The articles of the scope are in their events now."""
    waiting = update(ArticleRow).where(col(ArticleRow.id).in_(scope.stamps), col(ArticleRow.state) == "extracted")
    session.exec(waiting.values(state="merged"))
