"""Landmarks: dated events that the user gave, for all merges to come."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import update
from sqlmodel import Session, col, delete, select

from timeline.store.tables import ArticleRow, LandmarkRow
from timeline.store.values.errors import NotFoundError
from timeline.types import Landmark

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


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
    session.add_all(map(row_with, wanted))
    merge_all_again(session)
    return True


def put_landmark(session: Session, given: Landmark) -> bool:
    """Set the landmark of that name; where that changes it, all articles are merged again. True where it is new."""
    row = session.exec(select(LandmarkRow).where(LandmarkRow.name == given.name)).first()
    if row is not None and landmark_of(row) == given:
        return False
    if row is None:
        session.add(row_with(given))
    else:
        row.date, row.phrases = given.date, packed(given.phrases)
    merge_all_again(session)
    return row is None


def remove_landmark(session: Session, name: str) -> None:
    """Forget a landmark; all articles are merged again without it. Raises NotFoundError."""
    row = session.exec(select(LandmarkRow).where(LandmarkRow.name == name)).first()
    if row is None:
        raise NotFoundError(f"there is no landmark {name!r}")
    session.delete(row)
    merge_all_again(session)


def row_with(landmark: Landmark) -> LandmarkRow:
    """A row of a landmark."""
    return LandmarkRow(name=landmark.name, date=landmark.date, phrases=packed(landmark.phrases))


def packed(phrases: Sequence[str]) -> str:
    """Phrases as stored."""
    return json.dumps(phrases, ensure_ascii=False)


def merge_all_again(session: Session) -> None:
    """All articles wait to be merged again: any of them may hang on a landmark."""
    session.exec(update(ArticleRow).where(col(ArticleRow.state) == "merged").values(state="extracted"))
