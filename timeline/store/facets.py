"""How many of the events that a question means share a name, an outlet, a status or a month."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, func, literal_column, select
from sqlmodel import Session, col

from timeline.store.filters import values
from timeline.store.keys import source_key
from timeline.store.pages import plan_in
from timeline.store.tables import EventKeyRow, EventNameRow, EventRow, NameRow
from timeline.store.values.questions import Facet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.store.sizes import Sizes
    from timeline.store.values.questions import FacetName, TimelineQuery

MOST = 50  # values of a facet, those that the most events share
MOST_MONTHS = 1_200  # which are a scale: it is told whole, up to a hundred years
SOURCE = source_key("")


def facets(
    session: Session, query: TimelineQuery, names: Iterable[FacetName], sizes: Sizes
) -> dict[FacetName, tuple[Facet, ...]]:
    """The commonest values of each facet, and how many of the events share them, whatever page is asked for."""
    asked = values(query)
    plan = plan_in(session, query, asked, sizes)
    meant: Select[Any] = select(col(EventRow.number)).add_columns(col(EventRow.status), col(EventRow.month))
    hits = plan.hinted(meant).where(plan.condition()).cte("hits")
    count = func.count().label("shared")
    statements: dict[FacetName, Select[Any]] = {
        "name": select(col(NameRow.name))
        .add_columns(func.count(col(EventNameRow.event).distinct()).label("shared"))
        .join(EventNameRow, col(EventNameRow.main) == col(NameRow.number))
        .join(hits, hits.c.number == col(EventNameRow.event))
        .group_by(col(NameRow.name)),
        "source": select(func.substr(col(EventKeyRow.key), len(SOURCE) + 1), count)
        .join(hits, hits.c.number == col(EventKeyRow.event))
        .where(col(EventKeyRow.key).startswith(SOURCE))
        .group_by(col(EventKeyRow.key)),
        "status": select(hits.c.status, count).group_by(hits.c.status),
        "month": select(hits.c.month, count).where(hits.c.month.is_not(None)).group_by(hits.c.month),
    }
    found = {}
    for name in names:
        commonest = statements[name].order_by(literal_column("shared").desc(), statements[name].selected_columns[0])
        rows = session.execute(commonest.limit(MOST_MONTHS if name == "month" else MOST), asked)
        found[name] = tuple(Facet(value=value, count=shared) for value, shared in rows)
    return found
