"""Landmarks and saved timelines as they are sent and shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class LandmarkIn:
    """When something was that texts refer to, as EDTF, and the phrases by which they call it."""

    date: str
    phrases: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class LandmarkView:
    """A landmark."""

    name: str
    date: str
    phrases: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class LandmarksView:
    """All landmarks."""

    landmarks: list[LandmarkView]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineIn:
    """A timeline to save: `query` holds the filters of `/v1/timeline` under their own names."""

    title: str
    query: dict[str, str | int | bool] = field(default_factory=dict)
    description: str | None = None
    language: str | None = None
    landmarks: list[str] = field(default_factory=list)
    pinned: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedTimelineView:
    """A saved timeline, with the landmarks that are to be shown beside it; `events` is where its events are."""

    slug: str
    title: str
    description: str | None
    language: str | None
    query: dict[str, str | int | bool]
    landmarks: list[LandmarkView]
    pinned: list[str]
    events: str
    created_at: datetime
    changed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedTimelinesView:
    """All saved timelines, by slug."""

    timelines: list[SavedTimelineView]
