"""Hosts that asked to be left alone, with all their feeds and pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import update
from sqlmodel import Session, col, select

from timeline.store.tables import FeedRow, HostRow
from timeline.store.values.feeds import Rest

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime


def leave_alone(session: Session, rests: Iterable[Rest]) -> None:
    """Look at no feed of these hosts before the time that they asked for."""
    for rest in rests:
        host = session.get(HostRow, rest.host) or HostRow(host=rest.host, rests_until=rest.until)
        host.rests_until = max(host.rests_until, rest.until)
        session.add(host)
        earlier = update(FeedRow).where(col(FeedRow.host) == rest.host, col(FeedRow.next_check_at) < host.rests_until)
        session.exec(earlier.values(next_check_at=host.rests_until))


def resting(session: Session, now: datetime) -> tuple[Rest, ...]:
    """The hosts that are to be left alone now."""
    rows = session.exec(select(HostRow).where(HostRow.rests_until > now).order_by(col(HostRow.host)))
    return tuple(Rest(host=row.host, until=row.rests_until) for row in rows)
