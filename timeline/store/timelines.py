"""Saved timelines: a question under a name of its own."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, fields, replace
from typing import TYPE_CHECKING

from sqlmodel import Session, col, delete, select

from timeline.store.tables import PinRow, TimelineRow
from timeline.store.values.errors import NotFoundError
from timeline.store.values.questions import SavedTimeline, TimelineQuery
from timeline.types import Chronology

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import datetime

    from timeline.types import Event

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_SLUG, LONGEST, MOST = 80, 2000, 200
OF_A_PAGE = ("limit", "cursor", "pinned")


def timeline_fault(given: SavedTimeline, *, known: Collection[str]) -> tuple[str, str] | None:
    """The field of a timeline that will not do, and why; None where all do. `known` are the landmarks there are."""
    if len(given.slug) > LONGEST_SLUG or not SLUG.fullmatch(given.slug):
        return "slug", f"up to {LONGEST_SLUG} letters a-z and digits, with single hyphens between, are needed"
    for field, text in (("title", given.title), ("description", given.description), ("language", given.language)):
        if text is not None and (len(text) > LONGEST or "\x00" in text):
            return field, f"longer than {LONGEST} characters, or with a NUL in it"
    if not given.title.strip():
        return "title", "a title is needed"
    for field, listed in (("pinned", given.pinned), ("landmarks", given.landmarks)):
        if len(listed) > MOST or any("\x00" in word or len(word) > LONGEST for word in listed):
            return field, f"up to {MOST} are kept"
    unknown = next((name for name in given.landmarks if name not in known), None)
    return ("landmarks", f"there is no landmark {unknown[:40]!r}") if unknown is not None else None


def chronology_of(events: Iterable[Event], saved: SavedTimeline | None) -> Chronology:
    """The events, called as the saved timeline that they are of, where they are of one."""
    if saved is None:
        return Chronology(events=tuple(events))
    return Chronology(events=tuple(events), title=saved.title, description=saved.description)


def timelines(session: Session) -> tuple[SavedTimeline, ...]:
    """All saved timelines, by slug."""
    rows = session.exec(select(TimelineRow).order_by(col(TimelineRow.slug))).all()
    return tuple(timeline_of(session, row) for row in rows)


def timeline(session: Session, slug: str) -> SavedTimeline:
    """One saved timeline; raises NotFoundError."""
    return timeline_of(session, row_of_timeline(session, slug))


def row_of_timeline(session: Session, slug: str) -> TimelineRow:
    """The row of a saved timeline; raises NotFoundError."""
    row = session.get(TimelineRow, slug)
    if row is None:
        raise NotFoundError(f"there is no timeline {slug!r}")
    return row


def timeline_of(session: Session, row: TimelineRow) -> SavedTimeline:
    """The saved timeline of a row; its question pins what is pinned."""
    pins = select(PinRow.event).where(PinRow.timeline == row.slug).order_by(col(PinRow.position))
    pinned = tuple(session.exec(pins))
    query = TimelineQuery(**json.loads(row.query))
    return SavedTimeline(
        slug=row.slug,
        title=row.title,
        query=replace(query, pinned=row.slug) if pinned else query,
        description=row.description,
        language=row.language,
        landmarks=tuple(json.loads(row.landmarks)),
        pinned=pinned,
        created_at=row.created_at,
        changed_at=row.changed_at,
    )


def save_timeline(session: Session, given: SavedTimeline, now: datetime) -> bool:
    """Save a timeline under its slug; True where there was none before."""
    row = session.get(TimelineRow, given.slug)
    new = row is None
    # A table's constructor does not validate; the rest is filled next.
    row = row or TimelineRow(slug=given.slug, created_at=now)  # type: ignore[call-arg]
    row.title, row.description, row.language = given.title, given.description, given.language
    row.query = json.dumps(packed(given.query), ensure_ascii=False)
    row.landmarks = json.dumps(given.landmarks, ensure_ascii=False)
    row.changed_at = now
    session.add(row)
    session.flush()
    session.exec(delete(PinRow).where(col(PinRow.timeline) == given.slug))
    pins = enumerate(dict.fromkeys(given.pinned))
    session.add_all(PinRow(timeline=given.slug, event=event, position=at) for at, event in pins)
    return new


def packed(query: TimelineQuery) -> dict[str, object]:
    """What a question asks beyond the default; its page is whoever's who asks it."""
    default = asdict(TimelineQuery())
    names = [field.name for field in fields(query) if field.name not in OF_A_PAGE]
    return {name: getattr(query, name) for name in names if getattr(query, name) != default[name]}


def remove_timeline(session: Session, slug: str) -> None:
    """Forget a saved timeline; its events stay. Raises NotFoundError."""
    session.delete(row_of_timeline(session, slug))
