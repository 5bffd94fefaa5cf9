"""How a question is put to the database: by which index, and what is looked up for it.

PostgreSQL keeps counts and decides by itself. SQLite keeps none that tell a common outlet from a rare one, so it is
told: either the events are walked through in their order until a page is full, or those that meet the rarest filter are
gathered and put in order. At 100,000 events the wrong one of the two takes a hundred times as long as the right one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import prod
from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, String, and_, bindparam, func, or_, select, true
from sqlmodel import col

from timeline.store.filters import COLUMNS, SETS, meant, met, pinned
from timeline.store.names import folded
from timeline.store.orders import ORDERS
from timeline.store.statements import compiled
from timeline.store.tables import EventRow, NameWordRow

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sqlalchemy import ColumnElement, Dialect, Select, SQLColumnExpression

    from timeline.store.statements import Prepared
    from timeline.store.values import Sort, TimelineQuery

    Fetch = Callable[[str, Any], Sequence[Any]]

COUNTED = 1000  # events: up to here a page says exactly how many there are
COUNTED_WALKING = 100  # in a large store, where every further one may lie far behind the last
SMALL = 5000  # events: a store in which no filter is worth counting beforehand
GATHERING = 1.5  # times what it costs to walk past one event
TOTAL = "SELECT max(number) FROM events"
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


def plan_of(query: TimelineQuery, asked: Mapping[str, Any], dialect: Dialect, fetch: Fetch, *, small: bool) -> Plan:
    """The plan for a question and its values; `fetch` answers a statement with a row."""
    filters = FILTERS.intersection(asked)
    finder = next((name for name in SETS if name in filters), None)
    if not small and filters and dialect.name == "sqlite":
        finder = rarest(filters, asked, dialect, fetch)
    return Plan(
        filters=filters,
        notable=not query.everything,
        sort=query.sort,
        paged=query.cursor is not None,
        finder=finder if dialect.name == "sqlite" else None,
        small=small,
        dialect=dialect.name,
    )


def is_small(fetch: Fetch) -> bool:
    """Whether a store holds so few events that no plan for them is a bad one."""
    (total,) = fetch(TOTAL, ())
    return (total or 0) <= SMALL


def rarest(filters: frozenset[str], asked: Mapping[str, Any], dialect: Dialect, fetch: Fetch) -> str | None:
    """The filter by which the events are best found; None where it takes less to walk through them in their order."""
    (total,) = fetch(TOTAL, ())
    sets = [name for name in SETS if name in filters]
    candidates = sets if "pinned" in filters else [*sets, *(name for name in COLUMNS if name in filters)]
    most = total // 8
    counts = {name: size(name, asked, most, dialect, fetch) for name in candidates}
    if not counts:
        return None
    first = min(counts, key=lambda name: counts[name])
    # What is not counted to its end is in somewhat between an eighth and all of the events.
    shares = (count / total if count < most else 0.4 for count in counts.values())
    passed = min(total, COUNTED_WALKING / max(prod(shares), 1 / total))
    return first if counts[first] < most and counts[first] * GATHERING < passed else None


def size(name: str, asked: Mapping[str, Any], most: int, dialect: Dialect, fetch: Fetch) -> int:
    """How many events meet a filter, counted no further than `most`."""
    statement = sizing(name, dialect)
    (count,) = fetch(statement.sql, statement.parameters({**asked, "most": most}))
    return int(count)


def rarest_words(query: TimelineQuery, dialect: Dialect, fetch: Fetch) -> dict[str, str]:
    """By which word of a name to look for it: by its rarest, for some are in the names of thousands ("University")."""
    statement, found = sizing_word(dialect), {}
    for filter_, name in (("name", query.name), ("place", query.place)):
        words = set(folded(name).split()) if name is not None else ()
        if len(words) > 1:
            counts = {word: fetch(statement.sql, statement.parameters({"word": word}))[0] for word in sorted(words)}
            found[f"{filter_}_word"] = min(counts, key=lambda word: (counts[word], -len(word)))
    return found


@lru_cache(maxsize=4)
def sizing_word(dialect: Dialect) -> Prepared:
    """The statement that counts the names with a word, up to a number that tells common words from rare ones."""
    holding = select(col(NameWordRow.name)).where(col(NameWordRow.word) == bindparam("word", type_=String))
    return compiled(select(func.count()).select_from(holding.limit(COUNTED).subquery()), dialect)


@lru_cache(maxsize=64)  # more than there are filters
def sizing(name: str, dialect: Dialect) -> Prepared:
    """The statement that counts the events which meet a filter."""
    meeting = meant(name, dialect.name) if name in SETS else select(col(EventRow.number)).where(met(name, dialect.name))
    if name in COLUMNS:
        meeting = meeting.with_hint(EventRow, f"INDEXED BY {COLUMNS[name]}", "sqlite")
    return compiled(
        select(func.count()).select_from(meeting.limit(bindparam("most", type_=Integer)).subquery()), dialect
    )
