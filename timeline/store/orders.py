"""The orders in which events are shown, and the place of an event in each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Double, Integer, String, bindparam, cast, func, literal_column, tuple_
from sqlalchemy.sql.elements import UnaryExpression
from sqlmodel import col

from timeline.store.tables import EventRow

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, SQLColumnExpression

    from timeline.store.values.questions import Sort

TAB = {"sqlite": "char(9)", "postgresql": "chr(9)"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """By these columns, all of them upwards or all downwards; `indexes` answer it, for all events and the notable."""

    columns: tuple[SQLColumnExpression[Any], ...]
    types: tuple[type[Any], ...]
    read: tuple[Callable[[str], Any], ...]
    falling: bool
    indexes: tuple[str, str]

    def clauses(self) -> list[UnaryExpression[Any]]:
        """What to order by."""
        return [column.desc() if self.falling else column.asc() for column in self.columns]

    def after(self) -> ColumnElement[bool]:
        """What comes after the place whose parts are the parameters `after0`, `after1` …"""
        given = tuple_(*(bindparam(f"after{at}", type_=kind) for at, kind in enumerate(self.types)))
        here = tuple_(*self.columns)
        return here < given if self.falling else here > given

    def place(self, dialect: str) -> ColumnElement[str]:
        """An event's place as a text, its parts with tabs between."""
        between = literal_column(TAB[dialect], String)
        first, *others = (as_text(column, kind, dialect) for column, kind in zip(self.columns, self.types, strict=True))
        text: ColumnElement[str] = first
        for other in others:
            text = text + between + other
        return text

    def values(self, place: tuple[str, ...]) -> dict[str, Any]:
        """The parameters for `after`; raises ValueError for a place of another order."""
        return {f"after{at}": read(part) for at, (read, part) in enumerate(zip(self.read, place, strict=True))}


def as_text(column: SQLColumnExpression[Any], kind: type[Any], dialect: str) -> ColumnElement[str]:
    """A column as a text from which the very same value can be read."""
    if kind is Double and dialect == "sqlite":
        return func.printf("%!.17g", column, type_=String)  # without "!" SQLite cuts after 16 digits
    return cast(column, String) if kind is not String else column  # type: ignore[return-value]  # a column is one


DATE = (col(EventRow.order_day), col(EventRow.order_rank), col(EventRow.id))
BY_DATE = ("ix_events_order_all", "ix_events_order")
BY_SALIENCE = ("ix_events_salience_id",) * 2
BY_CHANGE = ("ix_events_seq",) * 2
KINDS = (String, Integer, String)
ORDERS: dict[Sort, Order] = {
    "date": Order(columns=DATE, types=KINDS, read=(str, int, str), falling=False, indexes=BY_DATE),
    "-date": Order(columns=DATE, types=KINDS, read=(str, int, str), falling=True, indexes=BY_DATE),
    "salience": Order(
        columns=(col(EventRow.salience), col(EventRow.id)),
        types=(Double, String),
        read=(float, str),
        falling=True,
        indexes=BY_SALIENCE,
    ),
    "updated": Order(columns=(col(EventRow.seq),), types=(Integer,), read=(int,), falling=True, indexes=BY_CHANGE),
}
