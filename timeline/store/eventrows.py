"""An event's row: the columns that queries need, and its links to articles and names."""

from __future__ import annotations

import re
from math import inf
from typing import TYPE_CHECKING

from sqlmodel import Session, col, delete, select

from timeline import edtf
from timeline.chronology import place, sortable
from timeline.store.keys import feed_key, language_key, source_key, tags
from timeline.store.names import count_events, name_numbers, names_called
from timeline.store.payload import view_of
from timeline.store.rows import number_of
from timeline.store.tables import (
    ArticleRow,
    EventKeyRow,
    EventNameRow,
    EventRow,
    EventSourceRow,
    EventTextRow,
    EventViewRow,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from timeline.types import Event, When

WORD = re.compile(r"\w+")
LONGEST_BODY = 200_000  # characters; PostgreSQL refuses to index more than 1 MB


def fill(row: EventRow, event: Event) -> None:
    """Set the columns that questions need."""
    row.title = event.title
    row.order_day, row.order_rank, _ = place(event)
    row.status, row.salience, row.notable = event.status, event.salience, event.notable
    row.source_count, row.independent_source_count = event.source_count, event.independent_source_count
    fill_when(row, event.when)


def worded(row: EventTextRow | None, number: int, event: Event, payload: str) -> EventTextRow:
    """The row of an event's words, the former one where there is one."""
    # A table's constructor does not validate; the rest is filled next.
    row = row or EventTextRow(event=number)  # type: ignore[call-arg]
    row.body, row.payload = body_of(event), payload
    return row


def shown(row: EventViewRow | None, number: int, event: Event) -> EventViewRow:
    """The row of an event's view, the former one where there is one."""
    row = row or EventViewRow(event=number)  # type: ignore[call-arg]  # as above
    row.view = view_of(event)
    return row


def fill_when(row: EventRow, when: When | None) -> None:
    """Set the columns of an event's date; without one all are null."""
    row.edtf = when.edtf if when else None
    row.earliest = when.earliest if when else None
    row.latest = when.latest if when else None
    row.best = when.best if when else None
    row.precision = when.precision if when else None
    row.month = month_of(when)
    row.lower, row.upper = span(when)


def span(when: When | None) -> tuple[float | None, float | None]:
    """The bounds of a date for comparing, infinite where it is open; none at all where nothing is known."""
    if when is None or (when.earliest is None and when.latest is None):
        return None, None
    lower = edtf.parse(when.earliest).lower if when.earliest else -inf
    upper = edtf.parse(when.latest).upper if when.latest else inf
    return lower, upper


def month_of(when: When | None) -> str | None:
    """The month, of the years 0000 to 9999, in which all of a date lies; None where it may lie in several."""
    first, last = (sortable(when.earliest), sortable(when.latest)) if when else (None, None)
    return first[:7] if first and last and first[:7] == last[:7] else None


def body_of(event: Event) -> str:
    """The words that full text search looks through, without signs: PostgreSQL may take those for letters."""
    quotes = dict.fromkeys(source.quote.text for source in event.sources)
    words = (event.title, *event.places, *people(event), *quotes)
    return " ".join(WORD.findall(" ".join(words)))[:LONGEST_BODY]


def people(event: Event) -> dict[str, str]:
    """Every spelling of everyone an event is about, with a label."""
    return {name: one.label for one in event.participants for name in (one.name, *one.aliases)}


def link(session: Session, events: Mapping[int, Event], *, fresh: Collection[int]) -> None:
    """Renew the links of events to their articles, names and keys; `fresh` ones have none yet."""
    old = [number for number in events if number not in fresh]
    called = names_called(session, old)
    for table in (EventSourceRow, EventNameRow, EventKeyRow) if old else ():
        session.exec(delete(table).where(col(table.event).in_(old)))
    articles = articles_of(session, {source.article for event in events.values() for source in event.sources})
    labels: dict[str, str] = {}
    for event in events.values():
        labels = dict.fromkeys(event.places, "PLACE") | people(event) | labels
    names = name_numbers(session, labels)
    for number, event in events.items():
        session.add_all(source_rows(number, event, articles))
        session.add_all(name_rows(number, event, names))
        session.add_all(key_rows(number, event, articles))
    session.flush()
    count_events(session, called | names_called(session, list(events)))


def source_rows(number: int, event: Event, articles: Mapping[str, ArticleRow]) -> Iterator[EventSourceRow]:
    """An event's tellings, in their order."""
    for at, one in enumerate(event.sources):
        told_by = number_of(articles[one.article])
        yield EventSourceRow(event=number, position=at, article=told_by, start=one.start, end=one.end)


def name_rows(number: int, event: Event, names: Mapping[str, int]) -> Iterator[EventNameRow]:
    """The names that an event gives, each under the one by which it calls whom it also spells so."""
    mains = {name: one.name for one in event.participants for name in one.aliases}
    mains |= {one.name: one.name for one in event.participants}
    for name, main in mains.items():
        yield EventNameRow(event=number, name=names[name], kind="participant", main=names[main])
    for name in dict.fromkeys(event.places):
        yield EventNameRow(event=number, name=names[name], kind="place", main=names[name])


def key_rows(number: int, event: Event, articles: Mapping[str, ArticleRow]) -> Iterator[EventKeyRow]:
    """The filters that an event meets through the articles that tell it."""
    keys = {source_key(one.source) for one in event.sources if one.source is not None}
    for key in {one.article for one in event.sources}:
        article = articles[key]
        keys |= {language_key(tag) for tag in tags(article.language)}
        keys |= {feed_key(article.feed)} if article.feed is not None else set()
    yield from (EventKeyRow(key=key, event=number) for key in sorted(keys))


def articles_of(session: Session, ids: Collection[str]) -> dict[str, ArticleRow]:
    """The rows of articles by their ids."""
    return {row.id: row for row in session.exec(select(ArticleRow).where(col(ArticleRow.id).in_(ids)))}
