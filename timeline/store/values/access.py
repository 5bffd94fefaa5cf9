"""Keys of callers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.types import TimelineError

if TYPE_CHECKING:
    from datetime import datetime

    from timeline.store.tables import KeyScope


class KeyExistsError(TimelineError):
    """A key is to be made under a name that one has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessKey:
    """What is known of a key: whoever may write may read, too."""

    name: str
    scope: KeyScope
    made_at: datetime
    revoked_at: datetime | None
