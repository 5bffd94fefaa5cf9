"""What goes into the store and comes out of it, beside the library's own values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from timeline.types import Precision, Status, TimelineError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from timeline.store.tables import ArticleState, ChangeKind, KeyScope
    from timeline.types import Article, Event, Extraction

Outcome = Literal["new", "unchanged", "revised", "removed"]
FeedKind = Literal["feed", "sitemap", "page"]
FetchOutcome = Literal["fetched", "unchanged", "error", "blocked", "postponed"]
Sort = Literal["date", "-date", "salience", "updated"]
FacetName = Literal["name", "source", "status", "month"]
NameKind = Literal["person", "organisation", "place", "other"]


class NotFoundError(TimelineError):
    """Something asked for by an id, an address or a cursor that is not there."""


class TooSoonError(TimelineError):
    """A look at a feed that was looked at a moment ago: `wait` says how many seconds are to pass."""

    def __init__(self, message: str, *, wait: float) -> None:
        super().__init__(message)
        self.wait = wait


class KeyExistsError(TimelineError):
    """A key is to be made under a name that one has."""


class QueryError(TimelineError):
    """A question that cannot be answered, such as one for a date that is no EDTF."""


class CursorError(QueryError):
    """A cursor that is none of ours, or of another question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """What became of an article that came in; `removed` means that it was taken down before, and stays so."""

    id: str
    outcome: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredArticle:
    """An article and how far it has been read; `text` is empty once it was taken down."""

    article: Article
    state: ArticleState
    revision: int
    feed: str | None
    error: str | None
    added_at: datetime
    changed_at: datetime
    withdrawn_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageVisit:
    """What a look at an article's page left behind: what to ask with next time, and when that is.

    `missing_since` is when the page was first found to be gone, `withdrawn_at` when that was believed.
    """

    look_at: datetime | None
    etag: str | None = None
    last_modified: str | None = None
    missing_since: datetime | None = None
    withdrawn_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DuePage:
    """An article whose page is to be looked at again; `length` is that of the text we have of it."""

    id: str
    length: int
    url: str
    added_at: datetime
    looked_at: datetime
    visit: PageVisit

    @property
    def host(self) -> str:
        """The host of the page, in lower case."""
        return (urlsplit(self.url).hostname or "").lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How often a thing was done, by whatever process, since the database was made, and how long that took."""

    kind: str
    label: str
    count: int
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Backlog:
    """What waits: feeds that are due, pages to be looked at again, and for how many seconds the oldest feed has."""

    feeds: int
    pages: int
    lag_seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was read out of an article, with the words that were read.

    `events` gives the id of the event that tells a mention, by where its trigger starts; `notable` are those of
    them that the default chronology shows.
    """

    extraction: Extraction
    events: Mapping[int, str]
    notable: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage:
    """Articles, the latest added first, and where to go on; `next` is None at the end."""

    articles: tuple[StoredArticle, ...]
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """An article that is ours to read until the lease ends."""

    article: Article
    revision: int
    token: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Extractions to merge together, and the state of the store in which that was decided.

    `stamps` are the readings of the articles, `events` the last sequence numbers of the events they are in.
    """

    extractions: tuple[Extraction, ...]
    stamps: Mapping[str, str]
    events: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """How many events a merge made, changed, joined to another and dropped."""

    created: int = 0
    updated: int = 0
    merged: int = 0
    removed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change of an event; `event` is None where it is gone or has become part of `merged_into`."""

    seq: int
    id: str
    revision: int
    kind: ChangeKind
    event: Event | None
    merged_into: str | None
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class LastChange:
    """When an event was last changed, and which of its revisions it is since."""

    seq: int
    revision: int
    at: datetime


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


@dataclass(frozen=True, slots=True)
class Edition:
    """A state of all events: their last change and when it was made, 0 before the first.

    The time tells apart what a store came to before and after it was restored from a backup: by the same numbers.
    """

    seq: int = 0
    at: str = ""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """How often a feed wants to be looked at, at most: the hours (UTC) and weekdays (Monday is 0) it keeps free."""

    seconds: int = 0
    hours: tuple[int, ...] = ()
    days: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Trail:
    """A chain of permanent redirects, since when it has led there, and how many looks in a row have met it."""

    chain: str
    since: datetime
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed as it is followed; `disabled` gives the reason why it is not looked at any more.

    `token` is the claim under which it is ours to look at, None where nobody looks at it.
    """

    id: int
    url: str
    host: str
    title: str | None
    source: str | None
    added_at: datetime
    next_check_at: datetime
    checked_at: datetime | None
    interval_seconds: int
    floor: Floor
    etag: str | None
    last_modified: str | None
    error: str | None
    error_count: int
    disabled: str | None
    trail: Trail | None
    token: str | None
    kind: FeedKind = "feed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """A host that asked to be left alone, and until when."""

    host: str
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetch:
    """One look at a feed: what came of it, and when to look again.

    The validators are those to ask with next, where something was fetched; a new `title`, `url`, `kind`, interval or
    floor replaces the old one, None keeps it. `disable` is a reason to stop; `rests` are hosts that asked for it.
    """

    outcome: FetchOutcome
    next_check_at: datetime
    status: int | None = None
    detail: str | None = None
    articles: int = 0
    seconds: float = 0.0
    etag: str | None = None
    last_modified: str | None = None
    title: str | None = None
    url: str | None = None
    interval_seconds: int | None = None
    floor: Floor | None = None
    trail: Trail | None = None
    disable: str | None = None
    kind: FeedKind | None = None
    rests: tuple[Rest, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchEntry:
    """One line of a feed's log."""

    at: datetime
    outcome: str
    status: int | None
    detail: str | None
    articles: int
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessKey:
    """What is known of a key: whoever may write may read, too."""

    name: str
    scope: KeyScope
    made_at: datetime
    revoked_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much is in the store; `articles` counts by state."""

    articles: Mapping[str, int] = field(default_factory=dict)
    events: int = 0
    feeds: int = 0
    seq: int = 0
