"""What has become of events, as it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from timeline.exports.json import event_json
from timeline.store import Change

ChangeKind = Literal["created", "updated", "merged", "removed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    """One change of an event: `event` is what it was made, null where it is gone.

    `merged_into` is the id of the event that it has become part of; `notable` whether the default chronology shows it.
    """

    seq: int
    id: str
    revision: int
    kind: ChangeKind
    at: datetime
    merged_into: str | None
    notable: bool | None
    event: dict[str, Any] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesView:
    """Changes, the `after` of the next page, and the last change of all: whoever has `next` equal to `seq` is done."""

    changes: list[ChangeView]
    next: int
    seq: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionsView:
    """What became of one event, the oldest change first."""

    revisions: list[ChangeView]


def change_view(change: Change) -> ChangeView:
    """A change as it is shown."""
    event = change.event
    return ChangeView(
        seq=change.seq,
        id=change.id,
        revision=change.revision,
        kind=change.kind,
        at=change.at,
        merged_into=change.merged_into,
        notable=event.notable if event else None,
        event=event_json(event) if event else None,
    )
