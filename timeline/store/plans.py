"""How a question is put to the database: by which index, and what is looked up for it.

PostgreSQL keeps counts and decides by itself. SQLite keeps none that tell a common outlet from a rare one, so it is
told: either the events are walked through in their order until a page is full, or those that meet the rarest filter are
gathered and put in order. At 100,000 events the wrong one of the two takes a hundred times as long as the right one.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import prod
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, or_, select, true
from sqlmodel import col

from timeline.store.filters import COLUMNS, SETS, meant, met, pinned
from timeline.store.orders import ORDERS
from timeline.store.tables import EventRow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import ColumnElement, Select, SQLColumnExpression

    from timeline.store.sizes import Look
    from timeline.store.values.questions import Sort, TimelineQuery


COUNTED = 1000  # events: up to here a page says exactly how many there are
COUNTED_WALKING = 100  # in a large store, where every further one may lie far behind the last
SMALL = 5000  # events: a store in which no filter is worth counting beforehand
GATHERING = 1.5  # times what it costs to walk past one event
FILTERS = frozenset((*SETS, *COLUMNS, "pinned"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A question without its values: which filters are set, in which order, and by which of them events are found.

    Without a `finder` they are walked through in their order.
    """

    filters: frozenset[str]
    notable: bool
    sort: Sort
    paged: bool
    finder: str | None
    small: bool
    dialect: str

    @property
    def walking(self) -> bool:
        """Whether SQLite is told to go through the events in their order."""
        return self.finder is None and self.dialect == "sqlite"

    @property
    def most(self) -> int:
        """Up to how many events are counted."""
        return COUNTED_WALKING if self.walking and not self.small else COUNTED

    @property
    def hint(self) -> str:
        """By which index SQLite reads the events."""
        if self.finder is None:
            walkable = self.notable and "pinned" not in self.filters
            return f"INDEXED BY {ORDERS[self.sort].indexes[walkable]}"
        return "NOT INDEXED" if self.finder in SETS else f"INDEXED BY {COLUMNS[self.finder]}"

    def hinted(self, wanted: Select[Any]) -> Select[Any]:
        """A select of events with that hint."""
        return wanted.with_hint(EventRow, self.hint, "sqlite")

    def condition(self) -> ColumnElement[bool]:
        """What an event has to meet, wherever the cursor stands."""
        sets = self.filters & set(SETS) if self.dialect == "postgresql" else {self.finder} & set(SETS)
        parts = [found(name, self) for name in SETS if name in sets]
        parts += [met(name, self.dialect) for name in (*SETS, *COLUMNS) if name in self.filters - sets]
        if self.notable:
            parts.append(col(EventRow.notable).is_(True))
        meets = and_(true(), *parts)
        if "pinned" not in self.filters:
            return meets
        among = [or_(part, pinned()) for part in parts[: len(sets)]]
        return and_(or_(meets, pinned()), *among) if self.dialect == "sqlite" else or_(meets, pinned())


def found(name: str, plan: Plan) -> ColumnElement[bool]:
    """That an event is among those that meet a filter."""
    return col(EventRow.number).in_(meant(name, plan.dialect))


def ordered(plan: Plan, *shape: SQLColumnExpression[Any]) -> Select[Any]:
    """What is wanted of the events that are meant, in their order, after the cursor's place."""
    order = ORDERS[plan.sort]
    wanted = plan.hinted(select(*shape).select_from(EventRow)).where(plan.condition()).order_by(*order.clauses())
    return wanted.where(order.after()) if plan.paged else wanted


def plan_of(query: TimelineQuery, asked: Mapping[str, Any], look: Look, *, small: bool) -> Plan:
    """The plan for a question and its values."""
    filters, dialect = FILTERS.intersection(asked), look.dialect.name
    finder = next((name for name in SETS if name in filters), None)
    if not small and filters and dialect == "sqlite":
        finder = rarest(filters, asked, look)
    return Plan(
        filters=filters,
        notable=not query.everything,
        sort=query.sort,
        paged=query.cursor is not None,
        finder=finder if dialect == "sqlite" else None,
        small=small,
        dialect=dialect,
    )


def is_small(look: Look) -> bool:
    """Whether a store holds so few events that no plan for them is a bad one."""
    return look.total() <= SMALL


def rarest(filters: frozenset[str], asked: Mapping[str, Any], look: Look) -> str | None:
    """The filter by which the events are best found; None where it takes less to walk through them in their order."""
    total = look.total()
    most = total // 8
    sets = [name for name in SETS if name in filters]
    candidates = sets if "pinned" in filters else [*sets, *(name for name in COLUMNS if name in filters)]
    counts = {name: look.size(name, asked, most) for name in candidates}
    if not counts:
        return None
    first = min(counts, key=lambda name: counts[name])
    # What is not counted to its end is in somewhat between an eighth and all of the events.
    shares = (count / total if count < most else 0.4 for count in counts.values())
    passed = min(total, COUNTED_WALKING / max(prod(shares), 1 / total))
    return first if counts[first] < most and counts[first] * GATHERING < passed else None
