"""The tables. A value of the library is kept whole as JSON, beside the columns that queries need.

Numbers are the store's own keys; an `id` is what the world outside sees.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal, get_args

from sqlalchemy import BigInteger, CheckConstraint, Double, Index, String, Text
from sqlmodel import Field, SQLModel

# Before any table: constraints without a name cannot be changed by a later migration.
SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

ArticleState = Literal["pending", "claimed", "extracted", "merged", "failed", "removed"]
ChangeKind = Literal["created", "updated", "merged", "removed"]
NameKind = Literal["participant", "place"]
KeyScope = Literal["read", "write"]

# Behind what it is for, an index holds the order of time and what most questions ask beside.
IN_ORDER = ("order_day", "order_rank", "id", "notable", "lower", "upper")
# Chronological order is the order of bytes, whatever locale a server was set up with.
BYTEWISE = String().with_variant(String(collation="C"), "postgresql")


class SourceRow(SQLModel, table=True):
    """An outlet."""

    __tablename__ = "sources"

    number: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)


class FeedRow(SQLModel, table=True):
    """A feed or page that is looked at again and again."""

    __tablename__ = "feeds"

    number: int | None = Field(default=None, primary_key=True)
    url: str = Field(unique=True)
    kind: str = "feed"
    host: str = Field(default="", index=True)
    title: str | None = None
    source: int | None = Field(default=None, foreign_key="sources.number")
    added_at: datetime
    next_check_at: datetime = Field(index=True)
    checked_at: datetime | None = None
    claim: str | None = None
    claimed_until: datetime | None = None
    interval_seconds: int
    floor_seconds: int = 0
    skip_hours: str = ""
    skip_days: str = ""
    etag: str | None = None
    last_modified: str | None = None
    error: str | None = None
    error_count: int = 0
    disabled: str | None = None
    moved_chain: str | None = None
    moved_since: datetime | None = None
    moved_count: int = 0


class HostRow(SQLModel, table=True):
    """A host that asked to be left alone for a while."""

    __tablename__ = "hosts"

    host: str = Field(primary_key=True)
    rests_until: datetime


class TallyRow(SQLModel, table=True):
    """How often something was done by whatever process, and how many seconds it took."""

    __tablename__ = "tallies"

    kind: str = Field(primary_key=True)
    label: str = Field(primary_key=True)
    count: int = Field(default=0, sa_type=BigInteger)
    seconds: float = Field(default=0.0, sa_type=Double)


class FetchRow(SQLModel, table=True):
    """One look at a feed, and what came of it."""

    __tablename__ = "fetch_log"

    number: int | None = Field(default=None, primary_key=True)
    feed: int = Field(foreign_key="feeds.number", ondelete="CASCADE", index=True)
    at: datetime
    outcome: str
    status: int | None = None
    detail: str | None = None
    articles: int = 0
    seconds: float = 0.0


class ArticleRow(SQLModel, table=True):
    """An article, how far it has been read, and what was corrected by hand."""

    __tablename__ = "articles"
    __table_args__ = (
        CheckConstraint(f"state IN ({', '.join(map(repr, get_args(ArticleState)))})", name="state"),
        Index("ix_articles_feed_guid", "feed", "guid"),
        {"sqlite_autoincrement": True},
    )

    number: int | None = Field(default=None, primary_key=True)
    id: str = Field(unique=True)
    identity: str = Field(unique=True)
    url: str | None = None
    canonical_url: str | None = Field(default=None, index=True)
    source: int | None = Field(default=None, foreign_key="sources.number", index=True)
    feed: int | None = Field(default=None, foreign_key="feeds.number", ondelete="SET NULL", index=True)
    guid: str | None = None
    language: str | None = None
    published_raw: str | None = None
    published_day: str | None = None
    published_moment: str | None = None
    published_origin: str | None = None
    published_at: datetime | None = Field(default=None, index=True)
    published_doubt: str | None = None
    published_corrected: bool = False
    source_corrected: bool = False
    revision: int = 1
    state: str = Field(default="pending", index=True)
    claim: str | None = None
    lease_until: datetime | None = None
    attempts: int = 0
    error: str | None = None
    added_at: datetime
    changed_at: datetime
    look_at: datetime | None = Field(default=None, index=True)
    looked_at: datetime | None = None
    page_etag: str | None = None
    page_last_modified: str | None = None
    missing_since: datetime | None = None
    withdrawn_at: datetime | None = None


class RevisionRow(SQLModel, table=True):
    """The words of an article as they stood at one time."""

    __tablename__ = "article_revisions"

    article: int = Field(primary_key=True, foreign_key="articles.number", ondelete="CASCADE")
    revision: int = Field(primary_key=True)
    title: str | None = None
    text: str = Field(sa_type=Text)
    digest: str
    seen_at: datetime


class ExtractionRow(SQLModel, table=True):
    """What was read out of one revision of an article; `stamp` changes with every reading."""

    __tablename__ = "extractions"

    article: int = Field(primary_key=True, foreign_key="articles.number", ondelete="CASCADE")
    revision: int
    stamp: str
    expressions: str = Field(sa_type=Text)
    extracted_at: datetime


class MentionRow(SQLModel, table=True):
    """One mention of an article's extraction."""

    __tablename__ = "mentions"

    article: int = Field(primary_key=True, foreign_key="articles.number", ondelete="CASCADE")
    position: int = Field(primary_key=True)
    start: int
    end: int
    trigger: str
    lemma: str = Field(index=True)
    stance: str
    basis: str
    payload: str = Field(sa_type=Text)


class EventRow(SQLModel, table=True):
    """What questions ask of an event; its words stand apart, so that a scan of the store reads short rows."""

    __tablename__ = "events"
    __table_args__ = (
        # With the bounds in it, an index alone answers which events of a time there are, and how many.
        Index("ix_events_order", "notable", "order_day", "order_rank", "id", "lower", "upper"),
        Index("ix_events_order_all", "order_day", "order_rank", "id", "lower", "upper"),
        Index("ix_events_status_order", "status", *IN_ORDER),
        Index("ix_events_precision_order", "precision", *IN_ORDER),
        Index("ix_events_salience_id", "salience", "id"),
        {"sqlite_autoincrement": True},
    )

    number: int | None = Field(default=None, primary_key=True)
    id: str = Field(unique=True, sa_type=BYTEWISE)
    title: str
    edtf: str | None = None
    earliest: str | None = None
    latest: str | None = None
    best: str | None = None
    precision: str | None = None
    lower: float | None = Field(default=None, sa_type=Double, index=True)
    upper: float | None = Field(default=None, sa_type=Double, index=True)
    order_day: str = Field(sa_type=BYTEWISE)
    order_rank: int
    month: str | None = None
    status: str
    salience: float = Field(sa_type=Double)
    notable: bool
    source_count: int = Field(index=True)
    independent_source_count: int = Field(index=True)
    seq: int = Field(index=True, sa_type=BigInteger)
    revision: int


class EventTextRow(SQLModel, table=True):
    """An event's words: `payload` is the value, `body` what full text searches."""

    __tablename__ = "event_texts"

    event: int = Field(primary_key=True, foreign_key="events.number", ondelete="CASCADE")
    body: str = Field(sa_type=Text)
    payload: str = Field(sa_type=Text)


class EventViewRow(SQLModel, table=True):
    """An event's JSON as shown, alone: two fit on a page of SQLite's (a hundred take 62 µs in place of 120)."""

    __tablename__ = "event_views"

    event: int = Field(primary_key=True, foreign_key="events.number", ondelete="CASCADE")
    view: str = Field(sa_type=Text)


class EventKeyRow(SQLModel, table=True):
    """A filter that an event meets through its articles: `source:<outlet>`, `feed:<number>` or `lang:<language>`."""

    __tablename__ = "event_keys"
    __table_args__ = (Index("ix_event_keys_event_key", "event", "key"), {"sqlite_with_rowid": False})

    key: str = Field(primary_key=True)
    event: int = Field(primary_key=True, foreign_key="events.number", ondelete="CASCADE")


class EventSourceRow(SQLModel, table=True):
    """One telling of an event: which article, and where in it."""

    __tablename__ = "event_sources"

    event: int = Field(primary_key=True, foreign_key="events.number", ondelete="CASCADE")
    position: int = Field(primary_key=True)
    article: int = Field(foreign_key="articles.number", index=True)
    start: int
    end: int


class EventRevisionRow(SQLModel, table=True):
    """One change of an event; `seq` counts all changes of the store in the order in which they were committed."""

    __tablename__ = "event_revisions"

    seq: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    event: str = Field(index=True)
    revision: int
    kind: str
    merged_into: str | None = None
    payload: str | None = Field(default=None, sa_type=Text)
    at: datetime


class EventRedirectRow(SQLModel, table=True):
    """Where an event's former id leads; `target` is null where the event is gone."""

    __tablename__ = "event_redirects"

    event: str = Field(primary_key=True)
    target: str | None = Field(default=None, index=True)
    seq: int = Field(sa_type=BigInteger)


class NameRow(SQLModel, table=True):
    """A name as it is written, in folded form as it is looked for, and how many events call someone so first."""

    __tablename__ = "names"
    __table_args__ = (Index("ix_names_events_folded_number", "events", "folded", "number"),)

    number: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    folded: str = Field(index=True, sa_type=BYTEWISE)
    label: str
    events: int = 0


class NameWordRow(SQLModel, table=True):
    """A word of a name, in folded form."""

    __tablename__ = "name_words"
    __table_args__ = (Index("ix_name_words_name", "name"), {"sqlite_with_rowid": False})

    word: str = Field(primary_key=True, sa_type=BYTEWISE)
    name: int = Field(primary_key=True, foreign_key="names.number", ondelete="CASCADE")


class ArticleNameRow(SQLModel, table=True):
    """A name that an article's mentions give."""

    __tablename__ = "article_names"

    article: int = Field(primary_key=True, foreign_key="articles.number", ondelete="CASCADE")
    name: int = Field(primary_key=True, foreign_key="names.number", index=True)


class ArticleKeyRow(SQLModel, table=True):
    """A name that an article is known by, with its weight and the day of publication (0 where there is none).

    A day that it tells of is a key too, "@" and its number.
    """

    __tablename__ = "article_keys"
    __table_args__ = (Index("ix_article_keys_article", "article"), {"sqlite_with_rowid": False})

    key: str = Field(primary_key=True, sa_type=BYTEWISE)
    day: int = Field(primary_key=True)
    article: int = Field(primary_key=True, foreign_key="articles.number", ondelete="CASCADE")
    weight: float


class EventNameRow(SQLModel, table=True):
    """A name that an event gives; `main` is the one under which it shows whom it also spells so."""

    __tablename__ = "event_names"
    __table_args__ = (Index("ix_event_names_name_kind_event", "name", "kind", "event"),)

    event: int = Field(primary_key=True, foreign_key="events.number", ondelete="CASCADE")
    name: int = Field(primary_key=True, foreign_key="names.number")
    kind: str = Field(primary_key=True)
    main: int = Field(foreign_key="names.number", index=True)


class LandmarkRow(SQLModel, table=True):
    """A dated event that the user gave; `phrases` is a JSON list."""

    __tablename__ = "landmarks"

    number: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    date: str
    phrases: str = Field(sa_type=Text)


class AccessKeyRow(SQLModel, table=True):
    """A key that callers of the service bring; the key itself is not kept."""

    __tablename__ = "access_keys"

    number: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    scope: str
    digest: str = Field(unique=True)
    made_at: datetime
    revoked_at: datetime | None = None


class TimelineRow(SQLModel, table=True):
    """A saved timeline; `query` and `landmarks` are JSON."""

    __tablename__ = "timelines"

    slug: str = Field(primary_key=True, sa_type=BYTEWISE)
    title: str
    description: str | None = None
    language: str | None = None
    query: str = Field(sa_type=Text)
    landmarks: str = Field(sa_type=Text)
    created_at: datetime
    changed_at: datetime


class PinRow(SQLModel, table=True):
    """An event that a saved timeline shows whatever its query says; the id may be a former one."""

    __tablename__ = "timeline_pins"

    timeline: str = Field(primary_key=True, foreign_key="timelines.slug", ondelete="CASCADE", sa_type=BYTEWISE)
    event: str = Field(primary_key=True, sa_type=BYTEWISE)
    position: int
