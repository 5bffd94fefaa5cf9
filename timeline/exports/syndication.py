"""What Atom and JSON Feed are made of: events with the times at which they came and last changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote
from uuid import UUID, uuid5

from timeline.exports.plain import printable

if TYPE_CHECKING:
    from datetime import datetime

    from timeline.types import Event

EVENTS = UUID("5a0c0f2e-6d4b-4f0e-9d0a-7a3c1b8e2f41")  # names the ids of events among all ids; any number of our own


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An event in a feed."""

    event: Event
    created: datetime
    updated: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """Events, the latest changed first; `address` is where the feed stands, `home` the page of the chronology.

    `page` shows the same events as the feed, where that is not `home`.
    """

    title: str
    address: str
    home: str
    entries: tuple[Entry, ...]
    description: str | None = None
    page: str | None = None


def entry_id(event: Event) -> str:
    """The event's id as a URN: the same wherever the service stands, so that no reader shows an entry twice."""
    return uuid5(EVENTS, event.id).urn


def entry_page(feed: Feed, event: Event) -> str:
    """The address of the event's own page."""
    return f"{feed.home.rstrip('/')}/events/{quote(event.id, safe='')}"


def entry_text(event: Event) -> str:
    """The date as a person would write it, what may be said of the event, and each source's words: plain text."""
    date = event.when.label if event.when else "undated"
    quotes = (f"{source.source or source.article}: “{source.quote.text}”" for source in event.sources)
    return printable("\n\n".join((f"{date} · {event.status}", *quotes)))
