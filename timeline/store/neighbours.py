"""Which articles may tell the same story as some others: they share rare names, and were published around that time."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, datetime, timedelta
from heapq import nlargest
from math import log
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, func, or_, true
from sqlmodel import Session, col, select

from timeline.store.tables import ArticleNameRow, ArticleRow, ExtractionRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    Holders = Mapping[int, Mapping[int, datetime | None]]

FIRST, LAST = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
WINDOW = timedelta(days=60)  # news comes back to a happening for some weeks; anniversaries are another story
MOST_NEIGHBOURS = 60  # of one article; merging as many takes about a second
FAINT = 0.25  # of the best neighbour's likeness: below it only names are shared that stand in every other article


def neighbours(session: Session, articles: set[int]) -> set[int]:
    """The neighbours of all these articles, those that share the most and the rarest names with one of them."""
    total = session.exec(select(func.count()).select_from(ExtractionRow)).one()
    holders = holders_of_names(session, articles)
    rarity = {name: log(1 + total / len(having)) for name, having in holders.items()}
    return {other for article in sorted(articles) for other in nearest(likeness(article, holders, rarity))}


def holders_of_names(session: Session, articles: set[int]) -> Holders:
    """By name, for every name of these articles: all articles around their time that give it, and their dates."""
    names = select(ArticleNameRow.name).where(col(ArticleNameRow.article).in_(articles))
    having = select(ArticleNameRow.name, ArticleRow.number, ArticleRow.published_at).join(ArticleRow)
    having = having.where(col(ArticleNameRow.name).in_(names), around(session, articles))
    holders: dict[int, dict[int, datetime | None]] = defaultdict(dict)
    for name, number, day in session.exec(having):
        if number is not None:
            holders[name][number] = day
    return holders


def around(session: Session, articles: set[int]) -> ColumnElement[bool]:
    """Published within the window of one of these articles; undated ones, and with them every day, always are."""
    days = session.exec(select(ArticleRow.published_at).where(col(ArticleRow.number).in_(articles))).all()
    dated = [day for day in days if day is not None]
    if len(dated) < len(days) or not dated:
        return true()
    published = col(ArticleRow.published_at)
    return or_(published.is_(None), published.between(shifted(min(dated), -WINDOW), shifted(max(dated), WINDOW)))


def shifted(day: datetime, by: timedelta) -> datetime:
    """A moment later or earlier, held within the years that a calendar has."""
    try:
        return day + by
    except OverflowError:
        return FIRST if by < timedelta(0) else LAST


def likeness(article: int, holders: Holders, rarity: Mapping[int, float]) -> dict[int, float]:
    """How rare the names are that each other article shares with this one within the window."""
    found: dict[int, float] = defaultdict(float)
    for name, having in holders.items():
        if article in having:
            for other in within(having, having[article]):
                found[other] += rarity[name]
    found.pop(article, None)
    return found


def within(holders: Mapping[int, datetime | None], day: datetime | None) -> Iterable[int]:
    """The articles that were published near a day; an undated one is near every day."""
    if day is None:
        return holders
    return [other for other, at in holders.items() if at is None or abs(at - day) <= WINDOW]


def nearest(found: Mapping[int, float]) -> list[int]:
    """The articles that are the likest, as far as they are not much less like than the first."""
    least = FAINT * max(found.values(), default=0.0)
    like = [article for article, score in found.items() if score >= least]
    return nlargest(MOST_NEIGHBOURS, like, key=lambda article: (found[article], -article))
