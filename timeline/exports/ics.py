"""The chronology as an iCalendar file (RFC 5545); only entries whose day is known are in it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from icalendar import Calendar
from icalendar import Event as CalendarEntry

from timeline.exports.links import web_address

if TYPE_CHECKING:
    from timeline.types import Chronology, Event

DAY_KNOWN = frozenset({"day", "daypart", "hour", "minute", "second"})
STAMP = datetime(1970, 1, 1, tzinfo=UTC)  # DTSTAMP is required; a fixed one keeps the file reproducible


def write(chronology: Chronology) -> str:
    """All-day entries for events known to the day; an event known only to a month or a range has no day to show."""
    calendar = Calendar()
    calendar.add("prodid", "-//event-timeline//chronology//EN")
    calendar.add("version", "2.0")
    for event in chronology.events:
        if event.when and event.when.earliest and event.when.precision in DAY_KNOWN:
            calendar.add_component(entry(event, date.fromisoformat(event.when.earliest[:10])))
    written: bytes = calendar.to_ical()
    return written.decode()


def entry(event: Event, day: date) -> CalendarEntry:
    """One all-day calendar entry; DTEND is the day after, as RFC 5545 counts."""
    item = CalendarEntry()
    item.add("uid", f"{event.id}@event-timeline")
    item.add("dtstamp", STAMP)
    item.add("dtstart", day)
    if day < date.max:
        item.add("dtend", day + timedelta(days=1))
    item.add("summary", event.title)
    item.add("description", "\n".join(f"{s.source or s.article}: {s.quote.text}" for s in event.sources))
    item.add("transp", "TRANSPARENT")
    if address := next((found for s in event.sources if (found := web_address(s.url))), None):
        item.add("url", address)
    return item
