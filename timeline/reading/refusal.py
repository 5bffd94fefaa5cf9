"""An article that was not read: where it stands, and why not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Undated = Literal["refuse", "keep"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A place, as a person would look for it, and the reason why nothing was read there."""

    place: str
    reason: str

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}"
