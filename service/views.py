"""What the API takes and shows, made from the library's values."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields
from datetime import datetime
from typing import Any, Literal

from litestar.exceptions import ValidationException

from timeline import reading
from timeline.exports.json import event_json
from timeline.pages import read_stamp
from timeline.reading.refusal import Undated
from timeline.store import Change, Feed, FetchEntry, NameKind, StoredArticle
from timeline.types import Article, Published

ChangeKind = Literal["created", "updated", "merged", "removed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleIn:
    """An article as the contract writes it."""

    text: str
    published: str | None = None
    id: str | int | None = None
    url: str | None = None
    source: str | None = None
    title: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What is to be corrected in an article: its publication date, its source, or both."""

    published: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedIn:
    """A feed to follow; `source` is the outlet's name where the feed's own title is not to stand for it.

    With `discover`, the address may be that of a page, whose feed is followed; with `page`, the page itself is.
    """

    url: str
    source: str | None = None
    discover: bool = False
    page: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """What became of an article that was posted; it is stored, and is read next."""

    id: str
    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """An article without its text, which is its publisher's; `state` says how far it has been read."""

    id: str
    url: str | None
    source: str | None
    title: str | None
    published: str | None
    date_doubt: str | None
    language: str | None
    state: str
    revision: int
    feed: str | None
    error: str | None
    added_at: datetime
    changed_at: datetime
    withdrawn_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlesView:
    """A page of articles, the latest added first."""

    articles: list[ArticleView]
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedView:
    """A feed, and how looking at it goes."""

    id: int
    url: str
    kind: str
    title: str | None
    source: str | None
    added_at: datetime
    checked_at: datetime | None
    next_check_at: datetime
    interval_seconds: int
    error: str | None
    error_count: int
    disabled: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LookView:
    """One look at a feed, and what came of it."""

    at: datetime
    outcome: str
    status: int | None
    detail: str | None
    articles: int
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLogView:
    """A feed and the last looks at it, the last one first."""

    feed: FeedView
    log: list[LookView]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedsView:
    """All feeds."""

    feeds: list[FeedView]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    """One change of an event: `event` is what it was made, null where it is gone.

    `merged_into` is the id of the event that it has become part of; `notable` whether the default chronology shows it.
    """

    seq: int
    id: str
    revision: int
    kind: ChangeKind
    at: datetime
    merged_into: str | None
    notable: bool | None
    event: dict[str, Any] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesView:
    """Changes, the `after` of the next page, and the last change of all: whoever has `next` equal to `seq` is done."""

    changes: list[ChangeView]
    next: int
    seq: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionsView:
    """What became of one event, the oldest change first."""

    revisions: list[ChangeView]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameView:
    """A name by which events call someone or somewhere, its other spellings, and how many events do."""

    name: str
    kind: NameKind
    spellings: list[str]
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesView:
    """A page of names, those of the most events first."""

    names: list[NameView]
    next: str | None


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


def article_of(given: ArticleIn, *, undated: Undated = "refuse") -> Article:
    """The article that was sent; raises ValidationException, which names the field that will not do."""
    if not given.text.strip():
        raise invalid("text", "an article without text cannot be read")
    if len(given.text) > reading.LONGEST_TEXT:
        raise invalid("text", f"longer than {reading.LONGEST_TEXT} characters")
    if given.url and not given.url.lower().startswith(("http://", "https://")):
        raise invalid("url", "an http or https address is needed")
    if given.published:
        published_of(given.published)
    elif undated == "refuse":
        raise invalid("published", "an article without a publication date is refused: send an ISO 8601 date")
    return reading.article_of(asdict(given), undated=undated)


def published_of(raw: str) -> Published:
    """The publication date that was sent."""
    published = read_stamp(raw, origin="given")
    if published is None:
        raise invalid("published", f"{raw[:40]!r} is not an ISO 8601 date or date-time")
    return published


def invalid(field: str, message: str) -> ValidationException:
    """A refusal that names the field."""
    return ValidationException(message, extra=[{"key": field, "message": message}])


def article_view(stored: StoredArticle) -> ArticleView:
    """A stored article as it is shown."""
    article = stored.article
    return ArticleView(
        id=article.id,
        url=article.url,
        source=article.source,
        title=article.title,
        published=article.published.raw if article.published else None,
        date_doubt=article.date_doubt,
        language=article.language,
        state=stored.state,
        revision=stored.revision,
        feed=stored.feed,
        error=stored.error,
        added_at=stored.added_at,
        changed_at=stored.changed_at,
        withdrawn_at=stored.withdrawn_at,
    )


def feed_view(feed: Feed) -> FeedView:
    """A feed as it is shown."""
    shown: dict[str, Any] = {field.name: getattr(feed, field.name) for field in fields(FeedView)}
    return FeedView(**shown)


def look_view(entry: FetchEntry) -> LookView:
    """A look at a feed as it is shown."""
    return LookView(**asdict(entry))


def change_view(change: Change) -> ChangeView:
    """A change as it is shown."""
    event = change.event
    return ChangeView(
        seq=change.seq,
        id=change.id,
        revision=change.revision,
        kind=change.kind,
        at=change.at,
        merged_into=change.merged_into,
        notable=event.notable if event else None,
        event=event_json(event) if event else None,
    )
