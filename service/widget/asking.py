"""The filters of an address, put to the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.widget.filters import PAGE_SIZE, unreadable
from timeline.store import Page, QueryError, TimelineQuery

if TYPE_CHECKING:
    from service.widget.filters import Filters
    from timeline.store import Store

NOTHING = Page(events=(), next=None, total_hint=0)


def ask(store: Store, filters: Filters, cursor: str | None = None, *, limit: int = PAGE_SIZE) -> tuple[Page, Filters]:
    """The page of the chronology that the filters ask for; nothing, and why, where they cannot be read."""
    if filters.problems:
        return NOTHING, filters
    try:
        return store.timeline(query(filters, cursor, limit=limit)), filters
    except QueryError as error:
        return NOTHING, unreadable(filters, "cursor", str(error))


def query(filters: Filters, cursor: str | None, *, limit: int = PAGE_SIZE) -> TimelineQuery:
    """The filters as the store asks them."""
    return TimelineQuery(
        text=filters.get("text"),
        name=filters.get("name"),
        source=filters.get("source"),
        status=filters.status,
        start=filters.get("from"),
        end=filters.get("to"),
        everything=filters.get("all") is not None,
        limit=limit,
        cursor=cursor,
    )
