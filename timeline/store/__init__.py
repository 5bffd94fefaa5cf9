"""Articles, what was read out of them, and the events they tell, in SQLite or PostgreSQL."""

from __future__ import annotations

from timeline.store.engine import DatabaseError
from timeline.store.store import Store
from timeline.store.values import (
    ArticlePage,
    Change,
    Changed,
    Claimed,
    Counts,
    Feed,
    Fetch,
    FetchEntry,
    NotFoundError,
    Page,
    QueryError,
    Reading,
    Saved,
    Scope,
    Spread,
    StoredArticle,
    TimelineQuery,
    ViewPage,
)

__all__ = [
    "ArticlePage",
    "Change",
    "Changed",
    "Claimed",
    "Counts",
    "DatabaseError",
    "Feed",
    "Fetch",
    "FetchEntry",
    "NotFoundError",
    "Page",
    "QueryError",
    "Reading",
    "Saved",
    "Scope",
    "Spread",
    "Store",
    "StoredArticle",
    "TimelineQuery",
    "ViewPage",
]
