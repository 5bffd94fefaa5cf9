"""The filters of an address, put to the store."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from service.widget.filters import PAGE_SIZE, unreadable
from timeline.store import NotFoundError, Page, QueryError, TimelineQuery

if TYPE_CHECKING:
    from service.widget.filters import Filters
    from timeline.store import SavedTimeline, Store

NOTHING = Page(events=(), next=None, total_hint=0)


def ask(store: Store, filters: Filters, cursor: str | None = None, *, limit: int = PAGE_SIZE) -> tuple[Page, Filters]:
    """The page of the chronology that the filters ask for; nothing, and why, where they cannot be read."""
    if filters.problems:
        return NOTHING, filters
    try:
        return store.timeline(query(store, filters, cursor, limit=limit)), filters
    except NotFoundError:
        return NOTHING, unreadable(filters, "timeline", "No timeline is saved under that name: remove it above.")
    except QueryError as error:
        return NOTHING, unreadable(filters, "cursor", str(error))


def query(store: Store, filters: Filters, cursor: str | None = None, *, limit: int = PAGE_SIZE) -> TimelineQuery:
    """The filters as the store asks them, over those of the saved timeline that they name.

    Raises NotFoundError where that is not there.
    """
    slug = filters.get("timeline")
    asked = {
        "text": filters.get("text"),
        "name": filters.get("name"),
        "place": filters.get("place"),
        "source": filters.get("source"),
        "status": filters.status,
        "precision": filters.get("precision"),
        "min_sources": filters.min_sources,
        "start": filters.get("from"),
        "end": filters.get("to"),
        "everything": filters.get("all") and True,
    }
    saved = store.saved_timeline(slug).query if slug else TimelineQuery()
    given = {name: value for name, value in asked.items() if value is not None}
    return replace(saved, **given, limit=limit, cursor=cursor)  # type: ignore[arg-type]  # each is of its field's type


def saved_of(store: Store, filters: Filters) -> SavedTimeline | None:
    """The saved timeline that the filters name, if it is there."""
    slug = filters.get("timeline")
    if not slug:
        return None
    try:
        return store.saved_timeline(slug)
    except NotFoundError:
        return None
