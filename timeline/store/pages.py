"""A page of the chronology, as values or as JSON ready to send."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import CTE, Integer, LargeBinary, Select, bindparam, cast, func, literal_column, select
from sqlmodel import Session, col

from timeline.store.cursors import Cursor, mark_of, read_cursor, write_cursor
from timeline.store.filters import values
from timeline.store.large import Asked, large_page
from timeline.store.ledger import EDITION, edition_in
from timeline.store.orders import ORDERS
from timeline.store.payload import unpack_event
from timeline.store.plans import Plan, is_small, ordered, plan_of
from timeline.store.sizes import Look, Sizes, rarest_words
from timeline.store.statements import Prepared, Reader, compiled
from timeline.store.tables import EventRow, EventTextRow, EventViewRow
from timeline.store.values.errors import CursorError
from timeline.store.values.questions import Page, Spread, ViewPage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, Dialect, Label, SQLColumnExpression

    from timeline.store.values.events import Edition
    from timeline.store.values.questions import TimelineQuery

LINE_END = {"sqlite": "char(10)", "postgresql": "chr(10)"}


def page(session: Session, query: TimelineQuery, sizes: Sizes, total: int) -> Page:
    """The events of a page, as values; `total` is how many are meant on all pages."""
    asked, _ = parameters(query)
    plan = plan_in(session, query, asked, sizes)
    shape = (col(EventTextRow.payload), ORDERS[plan.sort].place(plan.dialect))
    rows = session.execute(listed(plan, EventTextRow, *shape).limit(query.limit + 1), asked).all()
    kept = rows[: query.limit]
    following = None
    if len(rows) > query.limit and kept:
        following = write_cursor(mark_of(query, asked), Cursor(tuple(kept[-1][1].split("\t")), total, exact=True))
    return Page(events=tuple(unpack_event(row[0]) for row in kept), next=following, total_hint=total)


def spread(session: Session, query: TimelineQuery, sizes: Sizes) -> tuple[Spread, ...]:
    """The bounds of the events that are meant, and how many share them; a page's cursor and limit do not matter."""
    asked = values(query)
    plan = plan_in(session, query, asked, sizes)
    lower, upper = col(EventRow.lower), col(EventRow.upper)
    bounds: Select[Any] = select(lower, upper).add_columns(func.count())
    dated = plan.hinted(bounds).where(lower.is_not(None), upper.is_not(None))
    rows = session.execute(dated.where(plan.condition()).group_by(lower, upper).order_by(lower, upper), asked)
    return tuple(Spread(lower=first, upper=last, events=count) for first, last, count in rows)


def count(session: Session, query: TimelineQuery, sizes: Sizes) -> int:
    """How many events are meant; a page's cursor and limit do not matter."""
    asked = values(query)
    plan = plan_in(session, query, asked, sizes)
    meant = plan.hinted(select(literal_column("1")).select_from(EventRow)).where(plan.condition())
    found: int = session.execute(select(func.count()).select_from(meant.subquery()), asked).scalar_one()
    return found


def plan_in(session: Session, query: TimelineQuery, asked: dict[str, Any], sizes: Sizes) -> Plan:
    """The plan of a question within a session's transaction."""
    connection = session.connection()

    def fetch(sql: str, given: Any) -> Sequence[Any]:
        return connection.exec_driver_sql(sql, given).one()

    look = Look(connection.dialect, fetch, sizes)
    return plan_of(query, asked, look, small=is_small(look))


def view_page(reader: Reader, query: TimelineQuery, sizes: Sizes, *, small: bool = False) -> ViewPage:
    """The events of a page, as JSON ready to send.

    `small` says that the store is known to be so.
    """
    asked, cursor = parameters(query)
    dialect = reader.engine.dialect

    def fetch(sql: str, parameters: Any) -> Sequence[Any]:
        return reader.row((sql, parameters))

    look = Look(dialect, fetch, sizes)
    small = small or is_small(look)
    if not small and dialect.name == "sqlite":
        mark, given = mark_of(query, asked), asked | rarest_words(query, look)
        plan = plan_of(query, given, look, small=False)
        return large_page(reader, query, plan, Asked(given, cursor, mark))
    plan = plan_of(query, asked, look, small=small)
    most = plan.most
    given = asked | {"limit": query.limit, "last": query.limit - 1, "most": most + 1}
    statements = [(one.sql, one.parameters(given)) for one in prepared(plan, dialect)]
    events, places, found, edition = reader.row(*statements)
    total, exact = (min(found, most), found <= most) if cursor is None else (cursor.total, cursor.exact)
    last, _, more = (places or "").partition("\n")
    following = write_cursor(mark_of(query, asked), Cursor(tuple(last.split("\t")), total, exact)) if more else None
    return ViewPage(
        events=events or b"", next=following, total_hint=total, total_exact=exact, edition=edition_in(edition)
    )


def edition(reader: Reader) -> Edition:
    """The edition of a page that is asked for now."""
    (found,) = reader.row((f"SELECT {EDITION}", ()))
    return edition_in(found)


def parameters(query: TimelineQuery) -> tuple[dict[str, Any], Cursor | None]:
    """What the filters compare with, and the place after which to go on; raises CursorError for one that is none."""
    asked = values(query)
    if query.cursor is None:
        return asked, None
    order = ORDERS[query.sort]
    cursor = read_cursor(query.cursor, mark_of(query, asked), len(order.columns))
    try:
        return asked | order.values(cursor.place), cursor
    except ValueError as problem:
        raise CursorError("the cursor is none of this service's: take `next` of the page before") from problem


@lru_cache(maxsize=1024)
def prepared(plan: Plan, dialect: Dialect) -> tuple[Prepared, ...]:
    """The statements for a plan, compiled once."""
    return tuple(compiled(one, dialect) for one in (walked(plan) if plan.walking else (gathered(plan),)))


def walked(plan: Plan) -> tuple[Select[Any], Select[Any]]:
    """The joined JSON of a page; then the places of its last event and of the one after, a count and the edition.

    Each walks through the events by itself: keeping what was found for the next takes longer. And the JSON comes by
    itself: within a larger statement SQLite copies it thrice, which takes as long as all the rest.
    """
    limit, last = bindparam("limit", type_=Integer), bindparam("last", type_=Integer)
    shown = listed(plan, EventViewRow, col(EventViewRow.view)).limit(limit).subquery()
    end = ordered(plan, ORDERS[plan.sort].place(plan.dialect)).offset(last).limit(2).subquery()
    meeting = plan.hinted(select(literal_column("1")).select_from(EventRow)).where(plan.condition())
    count = select(func.count()).select_from(meeting.limit(bindparam("most", type_=Integer)).subquery())
    found = literal_column("0") if plan.paged else count.scalar_subquery()
    return select(views(plan, shown.c[0])), select(*told(plan, end.c[0], found))


def gathered(plan: Plan) -> Select[Any]:
    """The same where all that is meant is found and put in order first."""
    order, place = ORDERS[plan.sort], ORDERS[plan.sort].place(plan.dialect).label("place")
    columns: list[Label[Any]] = [column.label(f"part{at}") for at, column in enumerate(order.columns)]
    most = bindparam("limit", type_=Integer) + 1 if plan.paged else bindparam("most", type_=Integer)
    hits = ordered(plan, col(EventRow.number), place, *columns).limit(most).cte("hits")
    again = [hits.c[column.name].desc() if order.falling else hits.c[column.name] for column in columns]
    limit, last = bindparam("limit", type_=Integer), bindparam("last", type_=Integer)
    viewed = select(col(EventViewRow.view)).join(hits, col(EventViewRow.event) == hits.c.number)
    shown = viewed.order_by(*again).limit(limit).subquery()
    end = select(hits.c.place).order_by(*again).offset(last).limit(2).subquery()
    found = literal_column("0") if plan.paged else counted_in(hits)
    return select(select(views(plan, shown.c[0])).scalar_subquery(), *told(plan, end.c[0], found))


def counted_in(hits: CTE) -> ColumnElement[int]:
    """How many were found."""
    return select(func.count()).select_from(hits).scalar_subquery()


def views(plan: Plan, shown: ColumnElement[str]) -> ColumnElement[bytes]:
    """The views of a subquery, joined."""
    return encoded(joined(shown, "','", plan.dialect), plan.dialect)


def told(plan: Plan, places: ColumnElement[str], count: ColumnElement[int]) -> tuple[ColumnElement[Any], ...]:
    """The places of a subquery, joined; a count; the edition."""
    return (
        select(joined(places, LINE_END[plan.dialect], plan.dialect)).scalar_subquery(),
        count,
        literal_column(EDITION),
    )


def joined(texts: ColumnElement[str], between: str, dialect: str) -> ColumnElement[str]:
    """All texts of a subquery in its order."""
    aggregate = func.group_concat if dialect == "sqlite" else func.string_agg
    return aggregate(texts, literal_column(between))


def encoded(text: ColumnElement[str], dialect: str) -> ColumnElement[bytes]:
    """A text as UTF-8: decoding it only to encode it again costs as much as finding it."""
    if dialect == "sqlite":
        return cast(text, LargeBinary)
    return func.convert_to(text, literal_column("'UTF8'"))


def listed(plan: Plan, table: type[EventTextRow | EventViewRow], *shape: SQLColumnExpression[Any]) -> Select[Any]:
    """What is wanted of a table of the events that are meant, in their order, after the cursor's place."""
    return ordered(plan, *shape).join(table, col(table.event) == col(EventRow.number))
