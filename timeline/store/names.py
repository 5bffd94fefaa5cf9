"""Names, each stored once, found again however its case is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import Session, col, select

from timeline.store.tables import NameRow

if TYPE_CHECKING:
    from collections.abc import Mapping

CHUNK = 500  # SQLite takes 32,766 parameters, older builds 999


def name_numbers(session: Session, labels: Mapping[str, str]) -> dict[str, int]:
    """The number of each name; those never seen before are stored with their label."""
    found = existing(session, sorted(labels))
    new = [NameRow(name=name, folded=folded(name), label=labels[name]) for name in sorted(labels) if name not in found]
    session.add_all(new)
    session.flush()
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
