"""Questions to the chronology, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from timeline.store.values.events import Edition
from timeline.types import Precision, Status

if TYPE_CHECKING:
    from datetime import datetime

    from timeline.types import Event

Sort = Literal["date", "-date", "salience", "updated"]
FacetName = Literal["name", "source", "status", "month"]
NameKind = Literal["person", "organisation", "place", "other"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineQuery:
    """Which events to show, and in which order.

    `text` is searched in titles, quotes, names and places; `name` is one of the spellings of someone or somewhere,
    `place` of somewhere; `feed` is the number of a feed, `source` the name of an outlet and `language` a language tag
    of which an article is that tells the event. `start` and `end` are EDTF: what can overlap the time between is shown.
    `everything` shows what an editor would leave out too; `pinned` is the slug of a saved timeline whose pinned events
    are shown in any case.
    """

    text: str | None = None
    name: str | None = None
    place: str | None = None
    source: str | None = None
    feed: int | None = None
    language: str | None = None
    status: Status | None = None
    precision: Precision | None = None
    min_sources: int | None = None
    min_independent: int | None = None
    start: str | None = None
    end: str | None = None
    everything: bool = False
    pinned: str | None = None
    sort: Sort = "date"
    limit: int = 100
    cursor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Events in the order asked for, where to go on, and how many there are in all."""

    events: tuple[Event, ...]
    next: str | None
    total_hint: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewPage:
    """The same page as JSON ready to send: events with commas between.

    Where `total_exact` is false, there are more events than `total_hint`: counting them all would cost more than the
    page. `edition` is the state of the store that it shows.
    """

    events: bytes
    next: str | None
    total_hint: int
    total_exact: bool
    edition: Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """A value that some of the events of a question share, and how many do."""

    value: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NameEntry:
    """Someone or somewhere that events name: under which name, how else it is spelt, and in how many events."""

    name: str
    kind: NameKind
    spellings: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NamePage:
    """Names, those of the most events first, and where to go on; `next` is None at the end."""

    names: tuple[NameEntry, ...]
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedTimeline:
    """A question that was given a name; `pinned` are ids of events that it shows whatever else is asked.

    `landmarks` are names of landmarks, to be shown beside its events; `query` has no limit and no cursor of its own.
    """

    slug: str
    title: str
    query: TimelineQuery
    description: str | None = None
    language: str | None = None
    landmarks: tuple[str, ...] = ()
    pinned: tuple[str, ...] = ()
    created_at: datetime | None = None
    changed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """How many events lie between two times, both as EDTF compares them (`Edtf.lower`, `Edtf.upper`)."""

    lower: float
    upper: float
    events: int
