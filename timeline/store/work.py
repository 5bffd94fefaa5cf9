"""What waits to be read: claimed under a lease, so that no two read one article and a crash loses none."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from sqlalchemy import String, and_, cast, func, or_, update
from sqlmodel import Session, col, delete, select

from timeline.store import tallies
from timeline.store.kin import add_keys, family
from timeline.store.names import name_numbers
from timeline.store.owner import is_dead, new_token
from timeline.store.payload import pack_expressions, pack_mention
from timeline.store.rows import article_of, fault_of_date, number_of, row_of
from timeline.store.tables import ArticleKeyRow, ArticleNameRow, ArticleRow, ExtractionRow, MentionRow
from timeline.store.values.articles import Claimed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime, timedelta

    from timeline.types import Extraction, Mention

MOST_FAILURES = 3  # an article that its reader could not read thrice, it cannot read
MOST_CRASHES = 10  # whoever read it may have been ended for other reasons, by restarts for instance


def claim(session: Session, limit: int, lease: timedelta, now: datetime) -> tuple[Claimed, ...]:
    """Articles that are the caller's to read until the lease ends, the longest waiting first.

    One that was tried before comes alone: if it brings its reader down, it takes no other with it.
    """
    release_lost(session, now)
    give_up(session, now)
    waiting = select(ArticleRow).where(ArticleRow.state == "pending").order_by(col(ArticleRow.number))
    rows = session.exec(waiting.where(ArticleRow.attempts == 0).limit(limit)).all()
    rows = rows or session.exec(waiting.order_by(col(ArticleRow.attempts)).limit(1)).all()
    if any(is_spoilt(row, now) for row in rows):
        return claim(session, limit, lease, now)
    token = new_token()
    for row in rows:
        row.state, row.claim, row.lease_until = "claimed", token, now + lease
        row.attempts += 1
    return tuple(
        Claimed(article=article_of(session, row, row.revision), revision=row.revision, token=token) for row in rows
    )


def is_spoilt(row: ArticleRow, now: datetime) -> bool:
    """Whether an article's own row is damaged; it has failed then, and the others are read without it."""
    fault = fault_of_date(row)
    if fault is not None:
        row.state, row.error, row.changed_at = "failed", fault, now
    return fault is not None


def release_lost(session: Session, now: datetime) -> int:
    """Put back what is held by those who will not come back: their lease has ended, or their process has.

    A process of this machine that was killed is noticed at once, so that nobody has to wait for its lease to end.
    """
    held = session.exec(select(ArticleRow.claim).where(ArticleRow.state == "claimed").distinct()).all()
    lost = update(ArticleRow).where(col(ArticleRow.state) == "claimed", col(ArticleRow.lease_until) < now)
    freed = session.exec(lost.values(state="pending", claim=None, lease_until=None, error=None)).rowcount
    return freed + sum(release(session, token, None) for token in held if token is not None and is_dead(token))


def give_up(session: Session, now: datetime) -> None:
    """Mark as failed what was tried too often."""
    attempts, error = col(ArticleRow.attempts), col(ArticleRow.error)
    hopeless = or_(attempts >= MOST_CRASHES, and_(attempts >= MOST_FAILURES, error.is_not(None)))
    reason = "given up after " + cast(attempts, String) + " attempts: " + func.coalesce(error, "its reader crashed")
    session.exec(
        update(ArticleRow)
        .where(col(ArticleRow.state) == "pending", hopeless)
        .values(state="failed", claim=None, lease_until=None, error=reason, changed_at=now)
    )


def release(session: Session, token: str | None, reason: str | None) -> int:
    """Put back what one claim still holds, or what every claim holds; returns how many articles that is."""
    held = update(ArticleRow).where(col(ArticleRow.state) == "claimed")
    if token is not None:
        held = held.where(col(ArticleRow.claim) == token)
    return session.exec(held.values(state="pending", claim=None, lease_until=None, error=reason)).rowcount


def save_extraction(
    session: Session, claimed: Claimed, extraction: Extraction, now: datetime, *, seconds: float
) -> bool:
    """Save what was read; False where the claim is lost, because the article changed or someone else reads it."""
    mine = select(ArticleRow).where(ArticleRow.id == claimed.article.id, ArticleRow.claim == claimed.token)
    row = session.exec(mine).first()
    if row is None or row.revision != claimed.revision:
        return False
    number = number_of(row)
    forget(session, number)
    session.add(
        ExtractionRow(
            article=number,
            revision=claimed.revision,
            stamp=uuid4().hex,
            expressions=pack_expressions(extraction.expressions),
            extracted_at=now,
        )
    )
    session.add_all(mention_row(number, position, mention) for position, mention in enumerate(extraction.mentions))
    add_keys(session, number, extraction)
    names = name_numbers(session, named(extraction.mentions))
    session.add_all(ArticleNameRow(article=number, name=name) for name in sorted(set(names.values())))
    row.state, row.claim, row.lease_until, row.attempts, row.error = "extracted", None, None, 0, None
    tallies.add(session, "extraction", "read", seconds=seconds)
    return True


def fail(session: Session, article_id: str, reason: str, now: datetime) -> None:
    """Give an article up that was read and cannot be merged; one that has changed meanwhile waits to be read again."""
    row = row_of(session, article_id)
    if row.state == "extracted":
        forget(session, number_of(row))
        row.state, row.error, row.changed_at = "failed", reason, now


def forget(session: Session, article: int) -> None:
    """Drop what was read out of an article; what was merged with it will be merged without it."""
    merge_again(session, family(session, {article}) - {article})
    for table in (MentionRow, ArticleNameRow, ArticleKeyRow, ExtractionRow):
        session.exec(delete(table).where(col(table.article) == article))


def merge_again(session: Session, articles: set[int]) -> None:
    """These articles wait to be merged, as if they had just been read."""
    merged = update(ArticleRow).where(col(ArticleRow.number).in_(articles), col(ArticleRow.state) == "merged")
    session.exec(merged.values(state="extracted").execution_options(synchronize_session=False))


def mention_row(article: int, position: int, mention: Mention) -> MentionRow:
    """The row of a mention."""
    return MentionRow(
        article=article,
        position=position,
        start=mention.start,
        end=mention.end,
        trigger=mention.trigger,
        lemma=mention.lemma,
        stance=mention.stance,
        basis=mention.basis,
        payload=pack_mention(mention),
    )


def named(mentions: Sequence[Mention]) -> dict[str, str]:
    """Everyone and everywhere that the mentions name, with a label each."""
    people = {one.name: one.label for mention in mentions for one in mention.participants}
    return {place.name: "PLACE" for mention in mentions for place in mention.places} | people
