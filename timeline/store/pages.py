"""A page of the chronology: filters, order of time, and a cursor that says where to go on."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, tuple_
from sqlmodel import Session, col

from timeline import edtf
from timeline.store.names import folded
from timeline.store.payload import unpack_event
from timeline.store.search import matches
from timeline.store.tables import ArticleRow, EventNameRow, EventRow, EventSourceRow, NameRow, SourceRow
from timeline.store.values import Page, ViewPage
from timeline.types import TimelineError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.store.values import TimelineQuery

ORDER = (col(EventRow.order_day), col(EventRow.order_rank), col(EventRow.id))


class QueryError(TimelineError):
    """A question that cannot be answered: a date that is no EDTF, a cursor that is none of ours."""


def page(session: Session, query: TimelineQuery) -> Page:
    """The events of a page, as values."""
    rows, following, total = fetch(session, query, col(EventRow.payload))
    return Page(events=tuple(map(unpack_event, rows)), next=following, total_hint=total)


def view_page(session: Session, query: TimelineQuery) -> ViewPage:
    """The events of a page, as JSON ready to send."""
    rows, following, total = fetch(session, query, col(EventRow.view))
    return ViewPage(events=tuple(rows), next=following, total_hint=total)


def fetch(session: Session, query: TimelineQuery, shape: Any) -> tuple[list[str], str | None, int]:
    """The wanted column of a page's events, the cursor of the next page, and the count of all pages."""
    conditions = tuple(filters(session, query))
    total = session.scalar(select(func.count()).select_from(EventRow).where(*conditions)) or 0
    wanted: Select[Any] = select(shape, *ORDER).where(*conditions).order_by(*ORDER).limit(query.limit + 1)
    if query.cursor is not None:
        wanted = wanted.where(tuple_(*ORDER) > read_cursor(query.cursor))
    rows = session.execute(wanted).all()
    kept = rows[: query.limit]
    following = write_cursor(kept[-1][1:]) if len(rows) > query.limit and kept else None
    return [row[0] for row in kept], following, total


def filters(session: Session, query: TimelineQuery) -> Iterator[ColumnElement[bool]]:
    """The conditions of a query, each of which an event must meet."""
    if not query.everything:
        yield col(EventRow.notable).is_(True)
    if query.status is not None:
        yield col(EventRow.status) == query.status
    if query.text is not None and query.text.strip():
        yield matches(session, query.text)
    if query.name is not None:
        yield named(query.name)
    if query.source is not None:
        yield told_by(query.source)
    if query.start is not None or query.end is not None:
        yield overlapping(query.start, query.end)


def named(name: str) -> ColumnElement[bool]:
    """Events that name someone or somewhere so: the whole name or whole words of it, in any case."""
    wanted = folded(name).replace("\\", "\\\\").replace("%", r"\%").replace("_", r"\_")
    names = select(col(NameRow.number)).where(col(NameRow.folded).like(f"%{wanted}%", escape="\\"))
    return col(EventRow.number).in_(select(col(EventNameRow.event)).where(col(EventNameRow.name).in_(names)))


def told_by(source: str) -> ColumnElement[bool]:
    """Events that this outlet tells of."""
    articles = (
        select(col(ArticleRow.number))
        .join(SourceRow, col(ArticleRow.source) == col(SourceRow.number))
        .where(col(SourceRow.name) == source)
    )
    return col(EventRow.number).in_(select(col(EventSourceRow.event)).where(col(EventSourceRow.article).in_(articles)))


def overlapping(start: str | None, end: str | None) -> ColumnElement[bool]:
    """Events that can have been between two times, bounds included; one open to a side reaches as far as need be."""
    lower, upper = col(EventRow.lower), col(EventRow.upper)
    conditions: list[ColumnElement[bool]] = [or_(lower.is_not(None), upper.is_not(None))]
    if start is not None:
        conditions.append(or_(upper.is_(None), upper >= moment(start).lower))
    if end is not None:
        conditions.append(or_(lower.is_(None), lower <= moment(end).upper))
    return and_(*conditions)


def moment(text: str) -> edtf.Edtf:
    """The time that an EDTF text names; raises QueryError where it is none."""
    try:
        return edtf.parse(text)
    except edtf.EdtfError as problem:
        raise QueryError(f"{text!r} is no date in EDTF, such as 2022, 2022-02 or 2022-02-24: {problem}") from problem


def write_cursor(position: Sequence[str | int]) -> str:
    """An opaque cursor for the place after an event."""
    return urlsafe_b64encode(json.dumps(list(position)).encode()).decode().rstrip("=")


def read_cursor(cursor: str) -> tuple[str, int, str]:
    """The place that a cursor stands for; raises QueryError for one that we did not write."""
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        day, rank, key = json.loads(urlsafe_b64decode(padded.encode("ascii")))
    except ValueError as problem:
        raise QueryError("the cursor is none of this service's: take `next` of the page before") from problem
    match day, rank, key:
        case str(), int(), str():
            return day, rank, key
    raise QueryError("the cursor is none of this service's: take `next` of the page before")
