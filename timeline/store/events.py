"""Events written: what a merge found against what is stored, every difference a revision with its number."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from sqlalchemy import func, update
from sqlmodel import Session, col, delete, select

from timeline import edtf
from timeline.chronology import place
from timeline.store.matching import match
from timeline.store.names import name_numbers
from timeline.store.payload import pack_event, unpack_event, view_of
from timeline.store.tables import (
    ArticleRow,
    EventNameRow,
    EventRedirectRow,
    EventRevisionRow,
    EventRow,
    EventSourceRow,
    ExtractionRow,
)
from timeline.store.values import Changed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from timeline.store.tables import ChangeKind
    from timeline.store.values import Scope
    from timeline.types import Event, When

WORD = re.compile(r"\w+")
LONGEST_BODY = 200_000  # characters; PostgreSQL refuses to index more than 1 MB


def save_events(session: Session, merged: Sequence[Event], scope: Scope, now: datetime) -> Changed | None:
    """Make the stored events of the scope those that were merged; None where the scope has changed since."""
    if scope_is_stale(session, scope):
        return None
    rows = {row.id: row for row in session.exec(select(EventRow).where(col(EventRow.id).in_(scope.events)))}
    old = [unpack_event(row.payload) for row in rows.values()]
    matched = match(merged, old, taken=lambda key: key not in rows and is_event(session, key))
    counted: Counter[str] = Counter()
    for event_id, heir in matched.gone.items():
        counted[drop(session, rows[event_id], heir, now)] += 1
    for event in matched.events:
        kind = write(session, event, rows.get(event.id), now)
        if kind is not None:
            counted[kind] += 1
    mark_merged(session, scope)
    return Changed(**counted)


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


def write(session: Session, event: Event, row: EventRow | None, now: datetime) -> ChangeKind | None:
    """Store an event; says whether it is new or has changed, None where it is as it was."""
    payload = pack_event(event)
    if row is not None and row.payload == payload:
        return None
    kind: ChangeKind = "created" if row is None else "updated"
    revision = last_revision(session, event.id) + 1
    seq = record(session, event.id, revision, kind, now, payload=payload)
    if row is None:
        session.exec(delete(EventRedirectRow).where(col(EventRedirectRow.event) == event.id))
        row = EventRow(id=event.id)  # type: ignore[call-arg]  # a table's constructor does not validate; filled next
        session.add(row)
    fill(row, event, payload)
    row.seq, row.revision = seq, revision
    session.flush()
    assert row.number is not None
    link(session, row.number, event)
    return kind


def fill(row: EventRow, event: Event, payload: str) -> None:
    """Set the columns that queries need, beside the value and its view."""
    row.title, row.body = event.title, body_of(event)
    row.order_day, row.order_rank, _ = place(event)
    row.status, row.salience, row.notable = event.status, event.salience, event.notable
    row.source_count, row.independent_source_count = event.source_count, event.independent_source_count
    row.payload, row.view = payload, view_of(event)
    fill_when(row, event.when)


def fill_when(row: EventRow, when: When | None) -> None:
    """Set the columns of an event's date; without one all are null."""
    row.edtf = when.edtf if when else None
    row.earliest = when.earliest if when else None
    row.latest = when.latest if when else None
    row.best = when.best if when else None
    row.precision = when.precision if when else None
    row.lower = edtf.parse(when.earliest).lower if when and when.earliest else None
    row.upper = edtf.parse(when.latest).upper if when and when.latest else None


def body_of(event: Event) -> str:
    """The words that full text search looks through, without signs: PostgreSQL may take those for letters."""
    quotes = dict.fromkeys(source.quote.text for source in event.sources)
    people = (spelling for person in event.participants for spelling in (person.name, *person.aliases))
    return " ".join(WORD.findall(" ".join((event.title, *event.places, *people, *quotes))))[:LONGEST_BODY]


def link(session: Session, number: int, event: Event) -> None:
    """Renew an event's links to its articles and names."""
    session.exec(delete(EventSourceRow).where(col(EventSourceRow.event) == number))
    session.exec(delete(EventNameRow).where(col(EventNameRow.event) == number))
    articles = article_numbers(session, {source.article for source in event.sources})
    session.add_all(
        EventSourceRow(event=number, position=at, article=articles[one.article], start=one.start, end=one.end)
        for at, one in enumerate(event.sources)
    )
    people = {name: one.label for one in event.participants for name in (one.name, *one.aliases)}
    places = dict.fromkeys(event.places, "PLACE")
    names = name_numbers(session, places | people)
    session.add_all(EventNameRow(event=number, name=names[name], kind="participant") for name in people)
    session.add_all(EventNameRow(event=number, name=names[name], kind="place") for name in places)


def article_numbers(session: Session, ids: Iterable[str]) -> dict[str, int]:
    """The store's own keys of articles."""
    rows = session.exec(select(ArticleRow.id, ArticleRow.number).where(col(ArticleRow.id).in_(list(ids))))
    return {key: number for key, number in rows if number is not None}


def drop(session: Session, row: EventRow, heir: str | None, now: datetime) -> ChangeKind:
    """Remove an event that is no more; its id leads to the heir, or nowhere."""
    kind: ChangeKind = "removed" if heir is None else "merged"
    seq = record(session, row.id, last_revision(session, row.id) + 1, kind, now, merged_into=heir)
    formerly = update(EventRedirectRow).where(col(EventRedirectRow.target) == row.id)
    session.exec(formerly.values(target=heir, seq=seq))
    session.add(EventRedirectRow(event=row.id, target=heir, seq=seq))
    session.delete(row)
    session.flush()
    return kind


def record(
    session: Session,
    event_id: str,
    revision: int,
    kind: ChangeKind,
    now: datetime,
    *,
    payload: str | None = None,
    merged_into: str | None = None,
) -> int:
    """Add a revision under the next sequence number, which it returns; writers take turns, so none is skipped over."""
    seq = last_seq(session) + 1
    session.add(
        EventRevisionRow(
            seq=seq, event=event_id, revision=revision, kind=kind, merged_into=merged_into, payload=payload, at=now
        )
    )
    return seq


def last_seq(session: Session) -> int:
    """The sequence number of the latest change; 0 before the first."""
    return session.exec(select(func.coalesce(func.max(EventRevisionRow.seq), 0))).one()


def last_revision(session: Session, event_id: str) -> int:
    """The number of an event's latest revision; 0 before the first. It goes on where an id comes back."""
    numbers = select(func.coalesce(func.max(EventRevisionRow.revision), 0)).where(EventRevisionRow.event == event_id)
    return session.exec(numbers).one()


def mark_merged(session: Session, scope: Scope) -> None:
    """The articles of the scope are in their events now."""
    waiting = update(ArticleRow).where(col(ArticleRow.id).in_(scope.stamps), col(ArticleRow.state) == "extracted")
    session.exec(waiting.values(state="merged"))
