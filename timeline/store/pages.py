"""A page of the chronology, as values or as JSON ready to send."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, ScalarSelect, Select, bindparam, func, literal_column, select
from sqlmodel import Session, col

from timeline.store.cursors import write_cursor
from timeline.store.filters import ORDER, after_cursor, conditions, values
from timeline.store.payload import unpack_event
from timeline.store.tables import EventRow
from timeline.store.values import Page, ViewPage

if TYPE_CHECKING:
    from collections.abc import Set

    from sqlalchemy import Connection

    from timeline.store.values import TimelineQuery

JOINED = {"sqlite": "group_concat", "postgresql": "string_agg"}


def page(session: Session, query: TimelineQuery) -> Page:
    """The events of a page, as values."""
    asked = values(query)
    dialect = session.get_bind().dialect.name
    total = session.scalar(select(counted(asked.keys(), dialect)), asked) or 0
    rows = session.execute(listed(asked.keys(), dialect, col(EventRow.payload)).limit(query.limit + 1), asked).all()
    kept = rows[: query.limit]
    following = write_cursor(kept[-1][1:]) if len(rows) > query.limit and kept else None
    return Page(events=tuple(unpack_event(row[0]) for row in kept), next=following, total_hint=total)


def view_page(connection: Connection, query: TimelineQuery) -> ViewPage:
    """The events of a page, as JSON ready to send: one statement, which the database answers with one row."""
    asked = values(query)
    statement = views(frozenset(asked), connection.dialect.name)
    asked |= {"limit": query.limit, "last": query.limit - 1}
    events, total, seq, *last, more = connection.execute(statement, asked).one()
    return ViewPage(
        events=events or "",
        next=write_cursor(last) if more is not None else None,
        total_hint=total,
        seq=seq or 0,
    )


@cache  # at most as many as there are sets of filters
def views(names: frozenset[str], dialect: str) -> Select[Any]:
    """The joined JSON of a page, the count of all pages, the last change, the page's last key, and what follows it."""
    limit = bindparam("limit", type_=Integer)
    shown = listed(names, dialect, col(EventRow.view)).limit(limit).subquery()
    joined = getattr(func, JOINED[dialect])(shown.c.view, literal_column("','"))
    last = listed(names, dialect).offset(bindparam("last", type_=Integer)).limit(1)
    return select(
        select(joined).scalar_subquery(),
        counted(names, dialect),
        select(func.max(EventRow.seq)).scalar_subquery(),
        *(last.with_only_columns(key).scalar_subquery() for key in ORDER),
        listed(names, dialect).with_only_columns(col(EventRow.id)).offset(limit).limit(1).scalar_subquery(),
    )


def listed(names: Set[str], dialect: str, *shape: Any) -> Select[Any]:
    """The wanted columns and the keys of the events that are meant, in order of time, after the cursor's place."""
    wanted = select(*shape, *ORDER).where(*conditions(names, dialect)).order_by(*ORDER)
    return wanted.where(after_cursor()) if "day" in names else wanted


def counted(names: Set[str], dialect: str) -> ScalarSelect[int]:
    """How many events are meant, wherever the cursor stands."""
    return select(func.count()).select_from(EventRow).where(*conditions(names, dialect)).scalar_subquery()
