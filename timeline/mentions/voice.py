"""Who says what a trigger tells, by the fullest name that the article gives."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.mentions.parse import Token
from timeline.mentions.reading import Reading
from timeline.mentions.speaker import saying
from timeline.types import Speaker


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """The verb of saying over a telling ("according" too), and who speaks."""

    verb: Token
    speaker: Speaker


def voice_of(token: Token, reading: Reading) -> Voice | None:
    """Who says what a trigger tells; None where the outlet does."""
    said = saying(token, reading.quoted)
    if said is None:
        return None
    span = reading.references.entity(said.who)
    name = reading.account.name(span) if span is not None else said.who.text
    return Voice(verb=said.verb, speaker=Speaker(name=name, start=said.who.idx, end=said.who.end, verb=said.verb.text))
