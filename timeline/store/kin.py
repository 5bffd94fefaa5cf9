"""Which articles are merged together, by the keys that are stored of each: as `timeline.merge.kin` has it of texts."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, and_, func, or_
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from timeline.kin import ALIKE, FURTHEST, Signature, are_kin
from timeline.store.tables import ArticleKeyRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from timeline.types import Extraction

TOLD = "@"  # before the number of a day that an article tells of; no name begins with it
UNKNOWN = 0  # the day of an article without one
ROUNDING = 1e-6  # a database may add in another order
MINE, THEIRS = aliased(ArticleKeyRow), aliased(ArticleKeyRow)


def add_keys(session: Session, article: int, extraction: Extraction) -> None:
    """Store what an article is known by."""
    from timeline.merge.kin import signature  # merging takes a second to import: only those who read wait for it

    known = signature(extraction)
    day = UNKNOWN if known.day is None else int(known.day)
    told = {f"{TOLD}{int(one)}": 0.0 for one in sorted(known.told)}
    weights = {**known.keys, **told}
    session.add_all(ArticleKeyRow(key=key, day=day, article=article, weight=weights[key]) for key in weights)


def kin(session: Session, articles: set[int]) -> set[int]:
    """These articles and those that are kin to one of them."""
    near = THEIRS.day.between(MINE.day - FURTHEST, MINE.day + FURTHEST)  # type: ignore[attr-defined]
    found = [
        *alike(session, articles, and_(col(MINE.day) != UNKNOWN, near)),
        *alike(session, articles, and_(col(MINE.day) != UNKNOWN, col(THEIRS.day) == UNKNOWN)),
        *alike(session, articles, col(MINE.day) == UNKNOWN),
        *telling_of_one_day(session, articles),
    ]
    others = {other for _, other in found if other not in articles}
    known = signatures(session, articles | others)
    return articles | {other for one, other in found if other in others and are_kin(known[one], known[other])}


def family(session: Session, articles: set[int]) -> set[int]:
    """These articles, their kin, the kin of those, and so on to the end."""
    known, fresh = articles, articles
    while fresh:
        fresh = kin(session, fresh) - known
        known = known | fresh
    return known


def alike(session: Session, articles: set[int], near: ColumnElement[bool]) -> Iterable[tuple[int, int]]:
    """Pairs of one of these articles and another that has enough of its keys, where their days allow it."""
    likeness = func.sum(col(MINE.weight) * col(THEIRS.weight))
    pairs = select(MINE.article, THEIRS.article).join(THEIRS, and_(col(THEIRS.key) == col(MINE.key), near))
    pairs = pairs.where(col(MINE.article).in_(articles)).group_by(col(MINE.article), col(THEIRS.article))
    return session.exec(pairs.having(likeness >= ALIKE - ROUNDING)).all()


def telling_of_one_day(session: Session, articles: set[int]) -> Iterable[tuple[int, int]]:
    """Pairs of one of these articles and another that tells of one of its days, published long before or after."""
    long = or_(col(THEIRS.day) < col(MINE.day) - FURTHEST, col(THEIRS.day) > col(MINE.day) + FURTHEST)
    a_day = and_(col(MINE.key) >= TOLD, col(MINE.key) < chr(ord(TOLD) + 1))
    pairs = select(MINE.article, THEIRS.article).join(THEIRS, and_(col(THEIRS.key) == col(MINE.key), long))
    return session.exec(pairs.where(col(MINE.article).in_(articles), a_day).distinct()).all()


def signatures(session: Session, articles: set[int]) -> Mapping[int, Signature]:
    """The signatures of these articles."""
    keys: dict[int, dict[str, float]] = defaultdict(dict)
    told: dict[int, set[float]] = defaultdict(set)
    days: dict[int, int] = {}
    rows = select(ArticleKeyRow).where(col(ArticleKeyRow.article).in_(articles)).order_by(col(ArticleKeyRow.key))
    for row in session.exec(rows):
        days[row.article] = row.day
        if row.key.startswith(TOLD):
            told[row.article].add(float(row.key.removeprefix(TOLD)))
        else:
            keys[row.article][row.key] = row.weight
    return {
        article: Signature(
            keys=keys[article], day=None if day == UNKNOWN else float(day), told=frozenset(told[article])
        )
        for article, day in days.items()
    }
