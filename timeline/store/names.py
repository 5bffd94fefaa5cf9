"""Names, each stored once, found again however its case is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import exists, func, update
from sqlmodel import Session, col, delete, select

from timeline.store.rows import number_of
from timeline.store.tables import ArticleNameRow, EventNameRow, NameRow, NameWordRow

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

CHUNK = 500  # SQLite takes 32,766 parameters, older builds 999


def name_numbers(session: Session, labels: Mapping[str, str]) -> dict[str, int]:
    """The number of each name; those never seen before are stored with their label."""
    found = existing(session, sorted(labels))
    new = [NameRow(name=name, folded=folded(name), label=labels[name]) for name in sorted(labels) if name not in found]
    session.add_all(new)
    session.flush()
    session.add_all(
        NameWordRow(word=word, name=number_of(row)) for row in new for word in sorted(set(row.folded.split()))
    )
    return found | {row.name: row.number for row in new if row.number is not None}


def existing(session: Session, names: list[str]) -> dict[str, int]:
    """The numbers of the names that are stored already."""
    found: dict[str, int] = {}
    for at in range(0, len(names), CHUNK):
        rows = session.exec(select(NameRow).where(col(NameRow.name).in_(names[at : at + CHUNK])))
        found.update({row.name: row.number for row in rows if row.number is not None})
    return found


def folded(name: str) -> str:
    """The form in which a name is compared, with a space on either side, so that whole words can be looked for."""
    return f" {' '.join(name.casefold().split())} "


def names_called(session: Session, events: Collection[int]) -> set[int]:
    """The names by which these events call someone or somewhere first."""
    return set(session.exec(select(EventNameRow.main).where(col(EventNameRow.event).in_(events)).distinct()))


def count_events(session: Session, names: Collection[int]) -> None:
    """Count anew how many events call someone or somewhere by each of these names."""
    calling = select(func.count(col(EventNameRow.event).distinct())).where(EventNameRow.main == NameRow.number)
    wanted = sorted(names)
    for at in range(0, len(wanted), CHUNK):
        counted = update(NameRow).where(col(NameRow.number).in_(wanted[at : at + CHUNK]))
        session.exec(counted.values(events=calling.scalar_subquery()).execution_options(synchronize_session=False))


def drop_unheld(session: Session) -> None:
    """Forget the names that neither an article nor an event gives."""
    given = exists().where(col(ArticleNameRow.name) == col(NameRow.number))
    called = exists().where(col(EventNameRow.name) == col(NameRow.number))
    session.exec(delete(NameRow).where(~given, ~called))
