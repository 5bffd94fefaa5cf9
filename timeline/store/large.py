"""A page of an SQLite store of many events: they are found once, which there takes longest, and then shown."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, LargeBinary, Select, String, bindparam, cast, func, select
from sqlmodel import col

from timeline.store.cursors import Cursor, write_cursor
from timeline.store.ledger import EDITION, edition_in
from timeline.store.orders import ORDERS
from timeline.store.plans import Plan, ordered
from timeline.store.statements import Prepared, Reader, compiled
from timeline.store.tables import EventRow, EventViewRow
from timeline.store.values.questions import ViewPage

if TYPE_CHECKING:
    from sqlalchemy import Dialect

    from timeline.store.values.questions import TimelineQuery


@dataclass(frozen=True, slots=True)
class Asked:
    """What the filters of a question compare with, the cursor it came with, and its mark."""

    given: dict[str, Any]
    cursor: Cursor | None
    mark: str


def large_page(reader: Reader, query: TimelineQuery, plan: Plan, asked: Asked) -> ViewPage:
    """The events of a page, as JSON ready to send."""
    find, show = finding(plan, reader.engine.dialect)
    most = query.limit if asked.cursor else max(query.limit, plan.most)
    with reader.state() as state:
        state.execute(find.sql, find.parameters(asked.given | {"most": most + 1}))
        rows = state.fetchall()
        numbers = [number for number, _ in rows[: query.limit]]
        state.execute(show.sql, show.parameters({"numbers": json.dumps(numbers)}))
        shown = dict(state.fetchall())
        state.execute(f"SELECT {EDITION}")
        (edition,) = state.fetchone() or (None,)
    total, exact = min(len(rows), most), len(rows) <= most
    if asked.cursor:
        total, exact = asked.cursor.total, asked.cursor.exact
    following = None
    if len(rows) > query.limit:
        following = write_cursor(asked.mark, Cursor(tuple(rows[query.limit - 1][1].split("\t")), total, exact))
    events = b",".join(shown[number] for number in numbers)
    return ViewPage(events=events, next=following, total_hint=total, total_exact=exact, edition=edition_in(edition))


@lru_cache(maxsize=1024)
def finding(plan: Plan, dialect: Dialect) -> tuple[Prepared, Prepared]:
    """The statement that finds the events of a plan and their places, and the one that gives the JSON of some."""
    place = ORDERS[plan.sort].place(plan.dialect)
    find = ordered(plan, col(EventRow.number), place).limit(bindparam("most", type_=Integer))
    wanted = func.json_each(bindparam("numbers", type_=String)).table_valued("value")
    numbered: Select[Any] = select(col(EventViewRow.event))
    shown = numbered.add_columns(cast(col(EventViewRow.view), LargeBinary))
    show = shown.where(col(EventViewRow.event).in_(select(wanted.c.value)))
    return compiled(find, dialect), compiled(show, dialect)
