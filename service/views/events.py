"""The answers that are sent as they were stored, in types that the description of the API is made from."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.types import Basis, Precision, Stance, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class WhenView:
    """When something is: EDTF, inclusive ISO bounds, and how a person would write it; `best` is for an axis only."""

    edtf: str
    earliest: str | None
    latest: str | None
    precision: Precision
    best: str | None
    label: str
    confidence: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteView:
    """The article's own characters, letter for letter."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerView:
    """Whose words a source reports."""

    name: str
    start: int
    end: int
    verb: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """What one article says of an event, and the date that its words give."""

    article: str
    url: str | None
    source: str | None
    title: str | None
    published: str | None
    start: int
    end: int
    trigger: str
    quote: QuoteView
    when: WhenView | None
    basis: Basis
    why: list[str]
    speaker: SpeakerView | None
    stance: Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView:
    """Someone or something that takes part, with its other spellings."""

    name: str
    label: str
    aliases: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkView:
    """What an event is to another."""

    type: str
    event: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """An event with every source that tells of it."""

    id: str
    title: str
    when: WhenView | None
    why: list[str]
    status: Status
    salience: float
    source_count: int
    independent_source_count: int
    dates_agree: bool
    participants: list[PersonView]
    places: list[str]
    links: list[LinkView]
    sources: list[SourceView]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineView:
    """A page of the chronology; `next` is the cursor of the next one."""

    events: list[EventView]
    next: str | None
    total_hint: int
    total_exact: bool
