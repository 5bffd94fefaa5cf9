"""Events written: what a merge found against what is stored, every difference a revision with its number."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sqlalchemy import update
from sqlmodel import Session, col, delete, select

from timeline.store import tallies
from timeline.store.eventrows import fill, link
from timeline.store.ledger import Ledger
from timeline.store.matching import match
from timeline.store.payload import pack_event, unpack_event
from timeline.store.rows import number_of
from timeline.store.tables import ArticleRow, EventRedirectRow, EventRow, EventSourceRow, ExtractionRow
from timeline.store.values import Changed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from timeline.store.tables import ChangeKind
    from timeline.store.values import Scope
    from timeline.types import Event


def save_events(session: Session, merged: Sequence[Event], scope: Scope, now: datetime) -> Changed | None:
    """Make the stored events of the scope those that were merged; None where the scope has changed since."""
    if scope_is_stale(session, scope):
        return None
    rows = {row.id: row for row in session.exec(select(EventRow).where(col(EventRow.id).in_(scope.events)))}
    old = [unpack_event(row.payload) for row in rows.values()]
    matched = match(merged, old, taken=lambda key: key not in rows and is_event(session, key))
    changed = apply(session, matched.events, gone=matched.gone, rows=rows, now=now)
    mark_merged(session, scope)
    for kind in ("created", "updated", "merged", "removed"):
        count = getattr(changed, kind)
        if count:
            tallies.add(session, "events", kind, count=count)
    return changed


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
    rows: Mapping[str, EventRow],
    now: datetime,
) -> Changed:
    """Store events over their former rows, where they differ, and let those that are gone lead to their heirs."""
    packed = {event.id: (event, pack_event(event)) for event in events}
    changed = {key: pair for key, pair in packed.items() if key not in rows or rows[key].payload != pair[1]}
    ledger = Ledger(session, {*changed, *gone}, now)
    kinds: Counter[str] = Counter()
    for key, heir in gone.items():
        kinds[drop(session, rows[key], heir, ledger)] += 1
    revive(session, [key for key in changed if key not in rows])
    written = {key: write(session, *pair, rows.get(key), ledger) for key, pair in changed.items()}
    kinds.update("updated" if key in rows else "created" for key in changed)
    session.flush()
    fresh = {number_of(row) for key, row in written.items() if key not in rows}
    link(session, {number_of(row): changed[key][0] for key, row in written.items()}, fresh=fresh)
    return Changed(**kinds)


def write(session: Session, event: Event, payload: str, row: EventRow | None, ledger: Ledger) -> EventRow:
    """The row of an event that is new or has changed."""
    seq, revision = ledger.record(event.id, "created" if row is None else "updated", payload=payload)
    if row is None:
        row = EventRow(id=event.id)  # type: ignore[call-arg]  # a table's constructor does not validate; filled next
    fill(row, event, payload)
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
