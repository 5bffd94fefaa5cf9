"""The store: one method for each thing that is asked of it, each of them one short transaction."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from timeline.store import (
    access,
    articles,
    backup,
    events,
    facets,
    feedlog,
    feedrows,
    feeds,
    history,
    hosts,
    landmarks,
    ledger,
    listing,
    namelist,
    pages,
    related,
    schema,
    takedown,
    tallies,
    timelines,
    visits,
    work,
)
from timeline.store.engine import DatabaseError, empty_journal, open_engine, reading, told_plainly, writing
from timeline.store.rows import row_of, stored
from timeline.store.sizes import Sizes
from timeline.store.statements import Reader

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from contextlib import AbstractContextManager

    from sqlmodel import Session

    from timeline.store.tables import ArticleState, KeyScope
    from timeline.store.values.access import AccessKey
    from timeline.store.values.articles import ArticlePage, Claimed, Reading, Saved, StoredArticle
    from timeline.store.values.counts import Backlog, Counts, Tally
    from timeline.store.values.events import Change, Changed, Edition, LastChange, Scope
    from timeline.store.values.feeds import DuePage, Feed, FeedKind, Fetch, FetchEntry, PageVisit, Rest
    from timeline.store.values.questions import (
        Facet,
        FacetName,
        NameKind,
        NamePage,
        Page,
        SavedTimeline,
        Spread,
        TimelineQuery,
        ViewPage,
    )
    from timeline.types import Article, Event, Extraction, Landmark, Published

LEASE = timedelta(minutes=5)
FEW_CHANGES = 5_000  # every event is at least one change: a page of so many takes under a millisecond


def utc_now() -> datetime:
    """The time by this machine's clock."""
    return datetime.now(UTC)


class Store:
    """Articles and events in a database: a path means an SQLite file, anything else is a SQLAlchemy URL.

    Safe to share among threads; each process opens its own. What is asked for and is not there raises NotFoundError,
    a database that cannot be used DatabaseError. Without `create`, an SQLite file has to be there already.
    """

    def __init__(self, database: str, *, now: Callable[[], datetime] = utc_now, create: bool = True) -> None:
        self.engine = open_engine(database, create=create)
        self.now = now
        self._turn = Lock()
        self._reader = Reader(self.engine)
        self._sizes = Sizes()
        self._spread = lru_cache(maxsize=4)(self._spread_now)  # up to 3 MB each
        self._count = lru_cache(maxsize=1024)(self._count_now)
        self._changes_seen: int | None = None

    def _reading(self) -> AbstractContextManager[Session]:
        return reading(self.engine)

    def _writing(self) -> AbstractContextManager[Session]:
        return writing(self.engine, self._turn)

    def close(self) -> None:
        """Give back all connections."""
        self._reader.close()
        self.engine.dispose()

    def prepare(self) -> None:
        """Make the tables where there are none; raise DatabaseError where they are not those of this version."""
        with told_plainly():
            if schema.is_empty(self.engine):
                schema.upgrade(self.engine)
            problem = schema.version_fault(self.engine)
        if problem is not None:
            raise DatabaseError(problem)

    def upgrade(self) -> Path | None:
        """Bring the tables up to date; returns the backup made before, None where there was nothing to lose."""
        saved = None
        with told_plainly():
            if self.engine.dialect.name == "sqlite" and schema.holds_older(self.engine):
                saved = backup.beside(self.engine, f"{self.now():%Y%m%dT%H%M%SZ}-{schema.current(self.engine)}")
            schema.upgrade(self.engine)
        return saved

    def fault(self) -> str | None:
        """Why the store cannot be used just now, None where it can."""
        try:
            with told_plainly():
                return schema.version_fault(self.engine)
        except DatabaseError as problem:
            return str(problem)

    def check(self) -> tuple[str, ...]:
        """How the database differs from what this version needs, a line a difference; empty where it does not."""
        with told_plainly():
            return schema.drift(self.engine)

    def backup(self, target: Path) -> None:
        """Copy an SQLite database into a new file while it is in use."""
        backup.backup(self.engine, target)

    def restore(self, source: Path) -> Path | None:
        """Make an SQLite database what it was when a backup was made; returns where what it is now was saved first."""
        self._reader.close()
        return backup.restore(self.engine, source, mark=f"{self.now():%Y%m%dT%H%M%SZ}-replaced")

    def counts(self) -> Counts:
        """How much is in the store."""
        with self._reading() as session:
            return listing.counts(session)

    def add_article(
        self, article: Article, *, feed: str | None = None, guid: str | None = None, visit: PageVisit | None = None
    ) -> Saved:
        """Save an article that came in, from the feed of that address; the same again changes nothing.

        `guid` is what the feed calls it; `visit` is what reading its page left behind, where that is read again.
        """
        with self._writing() as session:
            return articles.save(session, article, feed, self.now(), guid=guid, visit=visit)

    def correct_article(
        self, article_id: str, *, published: Published | None = None, source: str | None = None
    ) -> StoredArticle:
        """Set an article's publication date or outlet by hand; it waits to be read again with it."""
        with self._writing() as session:
            return articles.correct(session, article_id, published=published, source=source, now=self.now())

    def remove_article(self, article_id: str) -> None:
        """Take an article down: its text and quotes go at once, and events that only it tells."""
        with self._writing() as session:
            takedown.remove(session, article_id, self.now())
        empty_journal(self.engine)

    def articles(
        self,
        *,
        source: str | None = None,
        state: ArticleState | None = None,
        limit: int = 50,
        cursor: str | None = None,
    ) -> ArticlePage:
        """A page of articles, the latest added first."""
        with self._reading() as session:
            return listing.articles(session, source=source, state=state, limit=limit, cursor=cursor)

    def article(self, article_id: str) -> StoredArticle:
        """One article as it stands."""
        with self._reading() as session:
            return stored(session, row_of(session, article_id))

    def reading(self, article_id: str) -> Reading | None:
        """What was read out of an article; None where it was not read yet, or was taken down."""
        with self._reading() as session:
            return related.reading(session, article_id)

    def outlets(self) -> tuple[str, ...]:
        """The names of the outlets whose articles are there, by alphabet."""
        with self._reading() as session:
            return listing.outlets(session)

    def claim_pending(self, limit: int, *, lease: timedelta = LEASE) -> tuple[Claimed, ...]:
        """Articles that wait to be read, the caller's until the lease ends."""
        with self._writing() as session:
            return work.claim(session, limit, lease, self.now())

    def release(self, token: str | None = None, *, reason: str | None = None) -> int:
        """Put back the articles of one claim that were not read, and why; without a token, those of every claim."""
        with self._writing() as session:
            return work.release(session, token, reason)

    def release_lost(self) -> int:
        """Put back the articles and feeds of those who will not come back for them; returns how many."""
        with self._writing() as session:
            return work.release_lost(session, self.now()) + feeds.release_lost(session)

    def save_extraction(self, claimed: Claimed, extraction: Extraction, *, seconds: float = 0.0) -> bool:
        """Save what was read out of a claimed article; False where the claim is lost, and nothing was saved."""
        with self._writing() as session:
            return work.save_extraction(session, claimed, extraction, self.now(), seconds=seconds)

    def fail_article(self, article_id: str, reason: str) -> None:
        """Give an article up that cannot be merged; what was read out of it is dropped, so that it harms no other."""
        with self._writing() as session:
            work.fail(session, article_id, reason, self.now())

    def unmerged(self, limit: int) -> tuple[str, ...]:
        """The ids of articles that have been read and wait to be merged, the first added first."""
        with self._reading() as session:
            return related.unmerged(session, limit)

    def related(self, article_ids: Iterable[str]) -> Scope:
        """What has to be merged together because of these articles."""
        with self._reading() as session:
            return related.related(session, article_ids)

    def save_events(self, merged: Sequence[Event], *, scope: Scope) -> Changed | None:
        """Make the events of a scope those that were merged from it; None where the scope has changed since."""
        with self._writing() as session:
            return events.save_events(session, merged, scope, self.now())

    def timeline(self, query: TimelineQuery) -> Page:
        """A page of the chronology."""
        total = self.count(query)
        with self._reading() as session:
            return pages.page(session, query, self._sizes, total)

    def timeline_views(self, query: TimelineQuery) -> ViewPage:
        """The same page as JSON, ready to send."""
        with told_plainly():
            page = pages.view_page(self._reader, query, self._sizes, small=self.is_small)
        self._changes_seen = page.edition.seq
        return page

    @property
    def is_small(self) -> bool:
        """Whether the store is known to have had few changes when it was last asked."""
        return self._changes_seen is not None and self._changes_seen <= FEW_CHANGES

    @property
    def reads_here(self) -> bool:
        """Whether a single row is read without waiting for another machine."""
        return self.engine.dialect.name == "sqlite"

    @property
    def answers_at_once(self) -> bool:
        """Whether a page takes less time to read than to hand to a thread: an SQLite file of few changes so far.

        Measured at 1,000 events on one core: 0.33 of a bare route's requests a second with the thread, 0.5 without.
        """
        return self.reads_here and self.is_small

    def spread(self, query: TimelineQuery) -> tuple[Spread, ...]:
        """How the events that are meant lie in time, on whatever page; those without a date are left out."""
        if query.pinned is not None:  # pins change without any event
            return self._spread_now(query, self.edition())
        return self._spread(replace(query, cursor=None, limit=1, sort="date"), self.edition())

    def _spread_now(self, query: TimelineQuery, _edition: Edition) -> tuple[Spread, ...]:
        with self._reading() as session:
            return pages.spread(session, query, self._sizes)

    def count(self, query: TimelineQuery) -> int:
        """How many events are meant, on whatever page: all of them counted, which takes longer than a page.

        Counted once until any event changes.
        """
        if query.pinned is not None:
            return self._count_now(query, self.edition())
        return self._count(replace(query, cursor=None, limit=1, sort="date"), self.edition())

    def _count_now(self, query: TimelineQuery, _edition: Edition) -> int:
        with self._reading() as session:
            return pages.count(session, query, self._sizes)

    def event(self, event_id: str) -> Event:
        """One event, by its id or by one that it had before a merge."""
        with self._reading() as session:
            return history.event(session, event_id)

    def facets(self, query: TimelineQuery, names: Iterable[FacetName]) -> dict[FacetName, tuple[Facet, ...]]:
        """How many of the events that are meant, on whatever page, share a name, an outlet, a status or a month."""
        with self._reading() as session:
            return facets.facets(session, query, names, self._sizes)

    def titles(self, ids: Collection[str]) -> dict[str, str]:
        """The titles of these events, of those that are there."""
        with self._reading() as session:
            return history.titles(session, ids)

    def last_changes(self, ids: Collection[str]) -> dict[str, LastChange]:
        """When each of these events was last changed, of those that are there."""
        with self._reading() as session:
            return history.last_changes(session, ids)

    def revision(self, event_id: str, number: int) -> Change:
        """An event as a change made it, by which of its own changes that was."""
        with self._reading() as session:
            return history.revision(session, event_id, number)

    def event_as_it_was(self, event_id: str, number: int) -> Event:
        """An event as a change made it; raises NotFoundError where that change left none."""
        with self._reading() as session:
            return history.as_it_was(session, event_id, number)

    def revisions(self, event_id: str) -> tuple[Change, ...]:
        """The history of one event id, the oldest change first."""
        with self._reading() as session:
            return history.revisions(session, event_id)

    def changes(self, after: int = 0, *, limit: int = 100) -> tuple[Change, ...]:
        """The changes of events after a sequence number, in the order in which they were made."""
        with self._reading() as session:
            return history.changes(session, after, limit)

    def edition(self) -> Edition:
        """The `edition` of a page that is asked for now, whatever the question."""
        with told_plainly():
            return pages.edition(self._reader)

    def lifetimes(self, ids: Collection[str]) -> dict[str, tuple[datetime, datetime]]:
        """When each of these events first and last changed."""
        with self._reading() as session:
            return ledger.lifetimes(session, ids)

    def last_seq(self) -> int:
        """The sequence number of the latest change of any event; 0 before the first."""
        with self._reading() as session:
            return ledger.last_seq(session)

    def put_landmark(self, landmark: Landmark) -> bool:
        """Set the landmark of that name; where that changes it, all articles wait to be merged again. True if new."""
        with self._writing() as session:
            return landmarks.put_landmark(session, landmark)

    def remove_landmark(self, name: str) -> None:
        """Forget a landmark; all articles wait to be merged again."""
        with self._writing() as session:
            landmarks.remove_landmark(session, name)

    def names(
        self, *, prefix: str | None = None, kind: NameKind | None = None, limit: int = 100, cursor: str | None = None
    ) -> NamePage:
        """A page of the names that events give, of which a word starts so; those of the most events first."""
        with self._reading() as session:
            return namelist.names(session, prefix=prefix, kind=kind, limit=limit, cursor=cursor)

    def saved_timelines(self) -> tuple[SavedTimeline, ...]:
        """All saved timelines, by slug."""
        with self._reading() as session:
            return timelines.timelines(session)

    def saved_timeline(self, slug: str) -> SavedTimeline:
        """One saved timeline; its `query` is the question to ask of `timeline` and its kin."""
        with self._reading() as session:
            return timelines.timeline(session, slug)

    def save_timeline(self, timeline: SavedTimeline) -> bool:
        """Save a timeline under its slug, in place of what stood there; True where nothing did."""
        with self._writing() as session:
            return timelines.save_timeline(session, timeline, self.now())

    def remove_timeline(self, slug: str) -> None:
        """Forget a saved timeline; its events stay."""
        with self._writing() as session:
            timelines.remove_timeline(session, slug)

    def add_feed(
        self, url: str, *, title: str | None = None, source: str | None = None, kind: FeedKind = "feed"
    ) -> Feed:
        """Follow a feed or a page, which is due at once; one that is followed already stays as it is."""
        with self._writing() as session:
            return feeds.add(session, url, title=title, source=source, kind=kind, now=self.now())

    def remove_feed(self, feed: int) -> None:
        """Follow a feed no more; its articles stay."""
        with self._writing() as session:
            feeds.remove(session, feed)

    def feeds(self) -> tuple[Feed, ...]:
        """All feeds, the first added first."""
        with self._reading() as session:
            return feeds.feeds(session)

    def feed(self, feed: int) -> Feed:
        """One feed; raises NotFoundError."""
        with self._reading() as session:
            return feedrows.feed_of(session, feedrows.row_of_feed(session, feed))

    def make_due(self, feed: int, *, forced: bool = False) -> Feed:
        """Let a feed be due at once; raises TooSoonError within a minute of the last look, unless forced."""
        with self._writing() as session:
            return feeds.make_due(session, feed, self.now(), forced=forced)

    def due_feeds(self, now: datetime, *, limit: int = 100, lease: timedelta = LEASE) -> tuple[Feed, ...]:
        """The feeds whose time has come, the caller's to look at until the lease ends."""
        with self._writing() as session:
            return feeds.claim_due(session, now=now, limit=limit, lease=lease)

    def claim_feed(self, feed: int, *, lease: timedelta = LEASE, forced: bool = False) -> Feed:
        """A feed, due or not, the caller's to look at; raises TooSoonError within a minute of the last look."""
        with self._writing() as session:
            return feeds.claim_one(session, feed, now=self.now(), lease=lease, forced=forced)

    def check_look(self, feed: int, *, forced: bool = False) -> None:
        """Raise TooSoonError where `claim_feed` would, and claim nothing."""
        with self._reading() as session:
            feeds.check_look(session, feed, now=self.now(), forced=forced)

    def record_fetch(self, feed: int, fetch: Fetch, *, token: str | None = None) -> bool:
        """Keep what came of a look at a feed; False where the claim under which it was looked at is lost."""
        with self._writing() as session:
            return feedlog.record(session, feed, fetch, token=token, now=self.now())

    def leave_alone(self, rests: Iterable[Rest]) -> None:
        """Look at no feed and no page of these hosts before the time that they asked for."""
        with self._writing() as session:
            hosts.leave_alone(session, rests)

    def resting(self) -> tuple[Rest, ...]:
        """The hosts that are to be left alone now."""
        with self._reading() as session:
            return hosts.resting(session, self.now())

    def fetch_log(self, feed: int, *, limit: int = 20) -> tuple[FetchEntry, ...]:
        """What came of the latest looks at a feed, the last one first."""
        with self._reading() as session:
            return feedlog.log(session, feed, limit)

    def last_looks(self) -> dict[int, FetchEntry]:
        """What came of the last look at each feed."""
        with self._reading() as session:
            return feedlog.last(session)

    def brought(self, feed: int, *, since: datetime | None = None) -> int:
        """How many new or changed texts of a feed's articles have come in since a moment, or ever."""
        with self._reading() as session:
            return feedlog.brought(session, feed, since)

    def backlog(self) -> Backlog:
        """What waits to be fetched, and for how long."""
        with self._reading() as session:
            return feeds.backlog(session, self.now())

    def tallies(self) -> tuple[Tally, ...]:
        """How often what was done, by whichever process."""
        with self._reading() as session:
            return tallies.tallies(session)

    def known_items(self, feed: int, items: Mapping[str, str]) -> frozenset[str]:
        """Which of a feed's items are known as articles: by their GUID there, or by the id given for each GUID."""
        with self._reading() as session:
            return visits.known(session, feed, items)

    def due_pages(self, now: datetime, *, limit: int = 100, lease: timedelta = LEASE) -> tuple[DuePage, ...]:
        """Articles whose pages are to be looked at again, the caller's until the lease ends."""
        with self._writing() as session:
            return visits.claim(session, now=now, limit=limit, lease=lease)

    def record_visit(self, article_id: str, visit: PageVisit, *, text: str | None = None) -> bool:
        """Keep what a look at an article's page left behind; True where its text is a new revision of the article."""
        with self._writing() as session:
            return visits.record(session, article_id, visit, text=text, now=self.now())

    def landmarks(self) -> tuple[Landmark, ...]:
        """The dated events that the user gave."""
        with self._reading() as session:
            return landmarks.landmarks(session)

    def set_landmarks(self, given: Iterable[Landmark]) -> bool:
        """Make these the landmarks; True where that changes any, and all articles wait to be merged again."""
        with self._writing() as session:
            return landmarks.set_landmarks(session, given)

    def make_key(self, name: str, scope: KeyScope) -> str:
        """A new key for callers of the service, which is shown this once; raises KeyExistsError for a name in use."""
        with self._writing() as session:
            return access.make(session, name, scope, self.now())

    def key(self, given: str) -> AccessKey | None:
        """The key that somebody brings, None where it opens nothing."""
        with self._reading() as session:
            return access.find(session, given)

    def access_keys(self) -> tuple[AccessKey, ...]:
        """All keys, the first made first, those that were revoked among them."""
        with self._reading() as session:
            return access.keys(session)

    def revoke_key(self, name: str) -> None:
        """Let a key open nothing any more, in every process at once."""
        with self._writing() as session:
            access.revoke(session, name, self.now())
