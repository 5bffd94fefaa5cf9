"""An event's row: the columns that queries need, and its links to articles and names."""

from __future__ import annotations

import re
from math import inf
from typing import TYPE_CHECKING

from sqlmodel import Session, col, delete, select

from timeline import edtf
from timeline.chronology import place
from timeline.store.names import name_numbers
from timeline.store.payload import view_of
from timeline.store.tables import ArticleRow, EventNameRow, EventRow, EventSourceRow

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from timeline.types import Event, When

WORD = re.compile(r"\w+")
LONGEST_BODY = 200_000  # characters; PostgreSQL refuses to index more than 1 MB


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
    row.lower, row.upper = span(when)


def span(when: When | None) -> tuple[float | None, float | None]:
    """The bounds of a date for comparing, infinite where it is open; none at all where nothing is known."""
    if when is None or (when.earliest is None and when.latest is None):
        return None, None
    lower = edtf.parse(when.earliest).lower if when.earliest else -inf
    upper = edtf.parse(when.latest).upper if when.latest else inf
    return lower, upper


def body_of(event: Event) -> str:
    """The words that full text search looks through, without signs: PostgreSQL may take those for letters."""
    quotes = dict.fromkeys(source.quote.text for source in event.sources)
    words = (event.title, *event.places, *people(event), *quotes)
    return " ".join(WORD.findall(" ".join(words)))[:LONGEST_BODY]


def people(event: Event) -> dict[str, str]:
    """Every spelling of everyone an event is about, with a label."""
    return {name: one.label for one in event.participants for name in (one.name, *one.aliases)}


def link(session: Session, events: Mapping[int, Event], *, fresh: Collection[int]) -> None:
    """Renew the links of events to their articles and names; `fresh` ones have none yet."""
    old = [number for number in events if number not in fresh]
    if old:
        session.exec(delete(EventSourceRow).where(col(EventSourceRow.event).in_(old)))
        session.exec(delete(EventNameRow).where(col(EventNameRow.event).in_(old)))
    articles = article_numbers(session, {source.article for event in events.values() for source in event.sources})
    labels: dict[str, str] = {}
    for event in events.values():
        labels = dict.fromkeys(event.places, "PLACE") | people(event) | labels
    names = name_numbers(session, labels)
    for number, event in events.items():
        session.add_all(source_rows(number, event, articles))
        session.add_all(name_rows(number, event, names))


def source_rows(number: int, event: Event, articles: Mapping[str, int]) -> Iterator[EventSourceRow]:
    """An event's tellings, in their order."""
    for at, one in enumerate(event.sources):
        yield EventSourceRow(event=number, position=at, article=articles[one.article], start=one.start, end=one.end)


def name_rows(number: int, event: Event, names: Mapping[str, int]) -> Iterator[EventNameRow]:
    """The names that an event gives."""
    for name in people(event):
        yield EventNameRow(event=number, name=names[name], kind="participant")
    for name in dict.fromkeys(event.places):
        yield EventNameRow(event=number, name=names[name], kind="place")


def article_numbers(session: Session, ids: Collection[str]) -> dict[str, int]:
    """The store's own keys of articles."""
    rows = session.exec(select(ArticleRow.id, ArticleRow.number).where(col(ArticleRow.id).in_(ids)))
    return {key: number for key, number in rows if number is not None}
