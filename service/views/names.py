"""Names as they are shown."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.store import NameKind


@dataclass(frozen=True, slots=True, kw_only=True)
class NameView:
    """A name by which events call someone or somewhere, its other spellings, and how many events do."""

    name: str
    kind: NameKind
    spellings: list[str]
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesView:
    """A page of names, those of the most events first."""

    names: list[NameView]
    next: str | None
