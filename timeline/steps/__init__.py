"""The reasons of a date as values: stored with it, told in plain words, and executed to give it again."""

from timeline.steps.describe import describe
from timeline.steps.replay import apply, made, replay
from timeline.steps.step import (
    AtClock,
    Carried,
    Containing,
    Counted,
    Edged,
    Either,
    Known,
    Met,
    Narrowed,
    Nearest,
    NoLaterThan,
    Ordinal,
    Published,
    Spread,
    Stated,
    Step,
    Until,
    Voted,
)

__all__ = [
    "AtClock",
    "Carried",
    "Containing",
    "Counted",
    "Edged",
    "Either",
    "Known",
    "Met",
    "Narrowed",
    "Nearest",
    "NoLaterThan",
    "Ordinal",
    "Published",
    "Spread",
    "Stated",
    "Step",
    "Until",
    "Voted",
    "apply",
    "describe",
    "made",
    "replay",
]
