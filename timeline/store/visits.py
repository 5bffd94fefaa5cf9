"""Pages of articles, which are looked at again: has the text changed, is it still there?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import Session, col, select

from timeline.store.articles import change_text, current_revision
from timeline.store.feedrows import host_of
from timeline.store.hosts import resting
from timeline.store.names import CHUNK
from timeline.store.rows import row_of, set_visit
from timeline.store.tables import ArticleRow
from timeline.store.values.feeds import DuePage, PageVisit

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime, timedelta


def known(session: Session, feed: int, items: Mapping[str, str]) -> frozenset[str]:
    """The GUIDs of items that are known: under that GUID in that feed, or by the id that each would have."""
    found: set[str] = set()
    wanted = sorted(items)
    for at in range(0, len(wanted), CHUNK):
        some = wanted[at : at + CHUNK]
        own = select(ArticleRow.guid).where(ArticleRow.feed == feed, col(ArticleRow.guid).in_(some))
        found.update(guid for guid in session.exec(own) if guid is not None)
        ids = {items[guid]: guid for guid in some}
        found.update(ids[key] for key in session.exec(select(ArticleRow.id).where(col(ArticleRow.id).in_(ids))))
    return frozenset(found)


def claim(session: Session, *, now: datetime, limit: int, lease: timedelta) -> tuple[DuePage, ...]:
    """The articles whose pages are due; each is due again when the lease ends, should nobody say what came of it.

    Those on a host that asked to be left alone are put off until it may be asked again.
    """
    rests = {rest.host: rest.until for rest in resting(session, now)}
    due = select(ArticleRow).where(col(ArticleRow.look_at) <= now, ArticleRow.state != "removed")
    rows = session.exec(due.order_by(col(ArticleRow.look_at), col(ArticleRow.number)).limit(limit)).all()
    for row in rows:
        row.look_at = rests.get(host_of(row.url or ""), now + lease)
    free = [row for row in rows if row.url is not None and host_of(row.url) not in rests]
    if rows and not free:
        return claim(session, now=now, limit=limit, lease=lease)
    return tuple(due_page(session, row) for row in free)


def due_page(session: Session, row: ArticleRow) -> DuePage:
    """The page behind an article, and what the last look at it left."""
    visit = PageVisit(
        look_at=row.look_at,
        etag=row.page_etag,
        last_modified=row.page_last_modified,
        missing_since=row.missing_since,
        withdrawn_at=row.withdrawn_at,
    )
    return DuePage(
        id=row.id,
        length=len(current_revision(session, row).text),
        url=row.url or "",
        added_at=row.added_at,
        looked_at=row.looked_at or row.added_at,
        visit=visit,
    )


def record(session: Session, article_id: str, visit: PageVisit, *, text: str | None, now: datetime) -> bool:
    """Keep what a look left behind, and the text that was found there; True where that is another one."""
    row = row_of(session, article_id)
    if row.state == "removed":
        row.look_at = None
        return False
    set_visit(row, visit, now)
    return text is not None and change_text(session, row, text, now)
