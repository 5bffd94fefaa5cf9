"""Articles, what was read out of them, and the events they tell, in SQLite or PostgreSQL."""

from __future__ import annotations

from timeline.store.engine import DatabaseError
from timeline.store.store import Store
from timeline.store.timelines import chronology_of, timeline_fault
from timeline.store.values.access import AccessKey, KeyExistsError
from timeline.store.values.articles import ArticlePage, Claimed, Reading, Saved, StoredArticle
from timeline.store.values.counts import Backlog, Counts, Tally
from timeline.store.values.errors import CursorError, NotFoundError, QueryError, TooSoonError
from timeline.store.values.events import Change, Changed, Edition, LastChange, Scope
from timeline.store.values.feeds import DuePage, Feed, FeedKind, Fetch, FetchEntry, Floor, PageVisit, Rest, Trail
from timeline.store.values.questions import (
    Facet,
    FacetName,
    NameEntry,
    NameKind,
    NamePage,
    Page,
    SavedTimeline,
    Sort,
    Spread,
    TimelineQuery,
    ViewPage,
)

__all__ = [
    "AccessKey",
    "ArticlePage",
    "Backlog",
    "Change",
    "Changed",
    "Claimed",
    "Counts",
    "CursorError",
    "DatabaseError",
    "DuePage",
    "Edition",
    "Facet",
    "FacetName",
    "Feed",
    "FeedKind",
    "Fetch",
    "FetchEntry",
    "Floor",
    "KeyExistsError",
    "LastChange",
    "NameEntry",
    "NameKind",
    "NamePage",
    "NotFoundError",
    "Page",
    "PageVisit",
    "QueryError",
    "Reading",
    "Rest",
    "Saved",
    "SavedTimeline",
    "Scope",
    "Sort",
    "Spread",
    "Store",
    "StoredArticle",
    "Tally",
    "TimelineQuery",
    "TooSoonError",
    "Trail",
    "ViewPage",
    "chronology_of",
    "timeline_fault",
]
