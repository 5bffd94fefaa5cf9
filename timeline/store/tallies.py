"""How often what was done, by whichever process: kept in the store, so that every worker can tell all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import Session, col, select

from timeline.store.tables import TallyRow
from timeline.store.values.counts import Tally

if TYPE_CHECKING:
    from collections.abc import Iterable


def add(session: Session, kind: str, label: str, *, count: int = 1, seconds: float = 0.0) -> None:
    """Count something that was done; writers take turns, so none of it is lost."""
    row = session.get(TallyRow, (kind, label)) or TallyRow(kind=kind, label=label)
    row.count += count
    row.seconds += seconds
    session.add(row)


def tallies(session: Session) -> tuple[Tally, ...]:
    """All that was counted, by kind and label."""
    rows: Iterable[TallyRow] = session.exec(select(TallyRow).order_by(col(TallyRow.kind), col(TallyRow.label)))
    return tuple(Tally(kind=row.kind, label=row.label, count=row.count, seconds=row.seconds) for row in rows)
