"""Articles: saved once however often they come, corrected by hand, taken down."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from sqlmodel import Session, col, select

from timeline.identity import canonical_url, digest, made_id
from timeline.store.rows import number_of, row_of, set_published, set_visit, stored
from timeline.store.tables import ArticleRow, FeedRow, RevisionRow, SourceRow
from timeline.store.values.articles import Saved
from timeline.store.values.errors import NotFoundError

if TYPE_CHECKING:
    from datetime import datetime

    from timeline.store.values.articles import Outcome, StoredArticle
    from timeline.store.values.feeds import PageVisit
    from timeline.types import Article, Published

# PostgreSQL stores no NUL and no database a lone surrogate; one for one, so that offsets stay.
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def save(
    session: Session,
    article: Article,
    feed: str | None,
    now: datetime,
    *,
    guid: str | None = None,
    visit: PageVisit | None = None,
) -> Saved:
    """Save an article that came in; the same words again change nothing, other words are a new revision."""
    article = storable(article)
    number = feed_number(session, feed)
    row = known_by_guid(session, number, guid) or known(session, article)
    if row is None:
        saved, row = insert(session, article, number, now)
    else:
        saved = Saved(id=row.id, outcome=revise(session, row, article, now))
    if number is not None and row.feed in (None, number):
        row.feed, row.guid = number, guid or row.guid
    if visit is not None and saved.outcome in ("new", "revised"):
        set_visit(row, visit, now)
    return saved


def known_by_guid(session: Session, feed: int | None, guid: str | None) -> ArticleRow | None:
    """The row of an article that has come before from the same feed under the same GUID, whatever its address now."""
    if feed is None or guid is None:
        return None
    return session.exec(select(ArticleRow).where(ArticleRow.feed == feed, ArticleRow.guid == guid)).first()


def storable(article: Article) -> Article:
    """The article with what no database can hold replaced, character by character."""
    title = None if article.title is None else UNSTORABLE.sub(REPLACEMENT, article.title)
    return replace(article, text=UNSTORABLE.sub(REPLACEMENT, article.text), title=title)


def identity_of(article: Article) -> str:
    """What tells an article from every other: its outlet's own id."""
    return f"{article.source or ''}\n{article.id}"


def known(session: Session, article: Article) -> ArticleRow | None:
    """The row of an article that has come before: the same id of the same outlet, or else the same address.

    An address decides only where one of the two ids was made from it: outlets give two articles one address, too.
    """
    row = session.exec(select(ArticleRow).where(ArticleRow.identity == identity_of(article))).first()
    if row is not None or article.url is None:
        return row
    same_address = select(ArticleRow).where(ArticleRow.canonical_url == canonical_url(article.url))
    made = made_id(url=article.url, text=article.text)
    rows = session.exec(same_address.order_by(col(ArticleRow.number))).all()
    return next((row for row in rows if made in (article.id, row.id)), None)


def insert(session: Session, article: Article, feed: int | None, now: datetime) -> tuple[Saved, ArticleRow]:
    """A new article, waiting to be read."""
    identity = identity_of(article)
    row = ArticleRow(
        id=free_id(session, article.id, identity),
        identity=identity,
        url=article.url,
        canonical_url=canonical_url(article.url) if article.url else None,
        source=source_number(session, article.source),
        feed=feed,
        language=article.language,
        added_at=now,
        changed_at=now,
    )
    set_published(row, article.published, doubt=article.date_doubt)
    session.add(row)
    session.flush()
    add_revision(session, row, title=article.title, text=article.text, now=now)
    return Saved(id=row.id, outcome="new"), row


def free_id(session: Session, wanted: str, identity: str) -> str:
    """The wanted id, or where another outlet has it already, that id with a mark of this article's own."""
    taken = session.exec(select(ArticleRow.number).where(ArticleRow.id == wanted)).first()
    return wanted if taken is None else f"{wanted}-{digest(identity)}"


def revise(session: Session, row: ArticleRow, article: Article, now: datetime) -> Outcome:
    """What a known article brings that is new; the day it was first published on stays."""
    if row.state == "removed":
        return "removed"
    newly_dated = row.published_raw is None and article.published is not None
    same_words = current_revision(session, row).digest == words_digest(article.title, article.text)
    if same_words and not newly_dated:
        return "unchanged"
    if newly_dated:
        set_published(row, article.published, doubt=article.date_doubt)
    if not same_words:
        row.revision += 1
        add_revision(session, row, title=article.title, text=article.text, now=now)
    read_again(row, now)
    return "revised"


def change_text(session: Session, row: ArticleRow, text: str, now: datetime) -> bool:
    """Whether this is another text than the article has: a new revision under its title, waiting to be read."""
    text = UNSTORABLE.sub(REPLACEMENT, text)
    words = current_revision(session, row)
    if words.text == text:
        return False
    row.revision += 1
    add_revision(session, row, title=words.title, text=text, now=now)
    read_again(row, now)
    return True


def read_again(row: ArticleRow, now: datetime) -> None:
    """Put an article back among those that wait; whoever is reading it now reads in vain."""
    row.state, row.claim, row.lease_until, row.attempts, row.error = "pending", None, None, 0, None
    row.changed_at = now


def correct(
    session: Session, article_id: str, *, published: Published | None, source: str | None, now: datetime
) -> StoredArticle:
    """Set an article's publication date or outlet by hand; it is read again with it."""
    row = row_of(session, article_id)
    if row.state == "removed":
        raise NotFoundError(f"article {article_id!r} was taken down")
    if published is not None:
        set_published(row, published)
        row.published_corrected = True
    if source is not None:
        row.source = source_number(session, source)
        row.source_corrected = True
    if published is not None or source is not None:
        read_again(row, now)
    session.flush()
    return stored(session, row)


def current_revision(session: Session, row: ArticleRow) -> RevisionRow:
    """The words of an article as they stand now."""
    words = session.get(RevisionRow, (row.number, row.revision))
    if words is None:
        raise NotFoundError(f"the text of article {row.id!r} is missing: restore the database from its backup")
    return words


def add_revision(session: Session, row: ArticleRow, *, title: str | None, text: str, now: datetime) -> None:
    """Keep the words that an article has now."""
    words = words_digest(title, text)
    revision = RevisionRow(
        article=number_of(row), revision=row.revision, title=title, text=text, digest=words, seen_at=now
    )
    session.add(revision)
    session.flush()


def words_digest(title: str | None, text: str) -> str:
    """The fingerprint of everything in an article that is read."""
    return digest(f"{title or ''}\n\n{text}")


def source_number(session: Session, name: str | None) -> int | None:
    """The number of an outlet, which is new where it was never named before."""
    if name is None:
        return None
    row = session.exec(select(SourceRow).where(SourceRow.name == name)).first()
    if row is None:
        row = SourceRow(name=name)
        session.add(row)
        session.flush()
    return row.number


def feed_number(session: Session, url: str | None) -> int | None:
    """The number of the feed with that address; None where it is not followed (any more)."""
    return session.exec(select(FeedRow.number).where(FeedRow.url == url)).first() if url is not None else None
