"""How many events meet a filter, as far as a plan has to know: common ones are told from rare ones.

Counts are kept until the store has grown or shrunk by a tenth: each takes up to a millisecond, and they need not be
exact.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, String, bindparam, func, select
from sqlmodel import col

from timeline.store.filters import COLUMNS, SETS, meant, met
from timeline.store.names import folded
from timeline.store.statements import compiled
from timeline.store.tables import EventRow, NameWordRow

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sqlalchemy import Dialect

    from timeline.store.statements import Prepared
    from timeline.store.values.questions import TimelineQuery

    Fetch = Callable[[str, Any], Sequence[Any]]

TOTAL = "SELECT max(number) FROM events"
NAMES_COUNTED = 1000  # which tells a word of many names from one of few
CHANGED = 10  # by a tenth
MOST_KEPT = 10_000


@dataclass(slots=True)
class Sizes:
    """The counts of one store, by filter and value; for any number of threads."""

    total: int = 0
    kept: dict[tuple[str, ...], int] = field(default_factory=dict)

    def of(self, key: tuple[str, ...], count: Callable[[], int]) -> int:
        """The count under a key: as it was kept, or as it is now."""
        found = self.kept.get(key)
        if found is None:
            if len(self.kept) >= MOST_KEPT:
                self.kept = {}
            found = self.kept[key] = count()
        return found

    def since(self, total: int) -> int:
        """How many events there were when counting began, which begins anew where there are far fewer or more now."""
        if abs(total - self.total) * CHANGED > self.total:
            self.total, self.kept = total, {}
        return self.total


@dataclass(frozen=True, slots=True)
class Look:
    """How a plan looks at its store: `fetch` answers a statement with a row."""

    dialect: Dialect
    fetch: Fetch
    sizes: Sizes

    def total(self) -> int:
        """About how many events there are."""
        (total,) = self.fetch(TOTAL, ())
        return self.sizes.since(total or 0)

    def size(self, name: str, asked: Mapping[str, Any], most: int) -> int:
        """How many events meet a filter, counted no further than `most`."""
        values = tuple(str(asked.get(part)) for part in (name, f"{name}_word"))
        statement, given = sizing(name, self.dialect), {**asked, "most": most}
        return self.sizes.of((name, *values), lambda: int(self.fetch(statement.sql, statement.parameters(given))[0]))

    def names_with(self, word: str) -> int:
        """How many names have a word, counted up to a number that tells common words from rare ones."""
        statement = sizing_word(self.dialect)
        given = statement.parameters({"word": word, "most": NAMES_COUNTED})
        return self.sizes.of(("names", word), lambda: int(self.fetch(statement.sql, given)[0]))


def rarest_words(query: TimelineQuery, look: Look) -> dict[str, str]:
    """By which word of a name to look for it: by its rarest, for some are in the names of thousands ("University")."""
    found = {}
    for filter_, name in (("name", query.name), ("place", query.place)):
        words = set(folded(name).split()) if name is not None else ()
        if len(words) > 1:
            found[f"{filter_}_word"] = min(sorted(words), key=lambda word: (look.names_with(word), -len(word)))
    return found


@lru_cache(maxsize=4)
def sizing_word(dialect: Dialect) -> Prepared:
    """The statement that counts the names with a word."""
    holding = select(col(NameWordRow.name)).where(col(NameWordRow.word) == bindparam("word", type_=String))
    return compiled(
        select(func.count()).select_from(holding.limit(bindparam("most", type_=Integer)).subquery()), dialect
    )


@lru_cache(maxsize=64)  # more than there are filters
def sizing(name: str, dialect: Dialect) -> Prepared:
    """The statement that counts the events which meet a filter."""
    meeting = meant(name, dialect.name) if name in SETS else select(col(EventRow.number)).where(met(name, dialect.name))
    if name in COLUMNS:
        meeting = meeting.with_hint(EventRow, f"INDEXED BY {COLUMNS[name]}", "sqlite")
    return compiled(
        select(func.count()).select_from(meeting.limit(bindparam("most", type_=Integer)).subquery()), dialect
    )
