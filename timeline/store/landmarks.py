"""Landmarks: dated events that the user gave, for all merges to come."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import update
from sqlmodel import Session, col, delete, select

from timeline.store.tables import ArticleRow, LandmarkRow
from timeline.types import Landmark

if TYPE_CHECKING:
    from collections.abc import Iterable


def landmarks(session: Session) -> tuple[Landmark, ...]:
    """All landmarks, in the order in which they were given."""
    return tuple(map(landmark_of, session.exec(select(LandmarkRow).order_by(col(LandmarkRow.number)))))


def landmark_of(row: LandmarkRow) -> Landmark:
    """The landmark of a row."""
    return Landmark(name=row.name, date=row.date, phrases=tuple(json.loads(row.phrases)))


def set_landmarks(session: Session, given: Iterable[Landmark]) -> bool:
    """Make these the landmarks; where that changes any, all articles are merged again, and the answer is True."""
    wanted = tuple(given)
    if landmarks(session) == wanted:
        return False
    session.exec(delete(LandmarkRow))
    session.add_all(
        LandmarkRow(name=one.name, date=one.date, phrases=json.dumps(one.phrases, ensure_ascii=False)) for one in wanted
    )
    session.exec(update(ArticleRow).where(col(ArticleRow.state) == "merged").values(state="extracted"))
    return True
