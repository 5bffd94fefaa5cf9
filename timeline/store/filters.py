"""Which events a question means: a condition for each filter it sets, and apart from them the values they compare with.

Conditions hold names in place of values, so that a question is compiled once for each set of filters, not each time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Double, Integer, String, bindparam, select, tuple_
from sqlmodel import col

from timeline import edtf
from timeline.store.cursors import read_cursor
from timeline.store.names import folded
from timeline.store.search import matches, phrases
from timeline.store.tables import ArticleRow, EventNameRow, EventRow, EventSourceRow, NameRow, SourceRow
from timeline.store.values import QueryError

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

    from timeline.store.values import TimelineQuery

ORDER = (col(EventRow.order_day), col(EventRow.order_rank), col(EventRow.id))


def values(query: TimelineQuery) -> dict[str, Any]:
    """What each filter that is set compares with; raises QueryError for a date or a cursor that is none."""
    text = query.text if query.text is not None and query.text.strip() else None
    asked = {
        "notable": None if query.everything else True,
        "status": query.status,
        "text": None if text is None else phrases(text),
        "name": None if query.name is None else containing(query.name),
        "source": query.source,
        "start": None if query.start is None else moment(query.start).lower,
        "end": None if query.end is None else moment(query.end).upper,
    }
    if query.cursor is not None:
        asked["day"], asked["rank"], asked["id"] = read_cursor(query.cursor)
    return {name: value for name, value in asked.items() if value is not None}


def conditions(names: Set[str], dialect: str) -> Iterator[ColumnElement[bool]]:
    """The condition of each filter in `names`, each of which an event must meet."""
    if "notable" in names:
        yield col(EventRow.notable).is_(True)
    if "status" in names:
        yield col(EventRow.status) == bindparam("status", type_=String)
    if "text" in names:
        yield matches(dialect)
    if "name" in names:
        yield named()
    if "source" in names:
        yield told_by()
    yield from overlapping(names)


def after_cursor() -> ColumnElement[bool]:
    """Events after the place of a cursor."""
    return tuple_(*ORDER) > tuple_(
        bindparam("day", type_=String), bindparam("rank", type_=Integer), bindparam("id", type_=String)
    )


def containing(name: str) -> str:
    """The pattern of names that hold this one as whole words."""
    wanted = folded(name).replace("\\", "\\\\").replace("%", r"\%").replace("_", r"\_")
    return f"%{wanted}%"


def named() -> ColumnElement[bool]:
    """Events that name someone or somewhere so: the whole name or whole words of it, in any case."""
    wanted = col(NameRow.folded).like(bindparam("name", type_=String), escape="\\")
    names = select(col(NameRow.number)).where(wanted)
    return col(EventRow.number).in_(select(col(EventNameRow.event)).where(col(EventNameRow.name).in_(names)))


def told_by() -> ColumnElement[bool]:
    """Events that this outlet tells of."""
    articles = (
        select(col(ArticleRow.number))
        .join(SourceRow, col(ArticleRow.source) == col(SourceRow.number))
        .where(col(SourceRow.name) == bindparam("source", type_=String))
    )
    return col(EventRow.number).in_(select(col(EventSourceRow.event)).where(col(EventSourceRow.article).in_(articles)))


def overlapping(names: Set[str]) -> Iterator[ColumnElement[bool]]:
    """Events that can have been between two times, bounds included; those without a date never are."""
    if "start" in names:
        yield col(EventRow.upper) >= bindparam("start", type_=Double)
    if "end" in names:
        yield col(EventRow.lower) <= bindparam("end", type_=Double)


def moment(text: str) -> edtf.Edtf:
    """The time that an EDTF text names; raises QueryError where it is none."""
    try:
        return edtf.parse(text)
    except edtf.EdtfError as problem:
        raise QueryError(f"{text!r} is no date in EDTF, such as 2022, 2022-02 or 2022-02-24: {problem}") from problem
