"""The chronology as an iCalendar file (RFC 5545); only what is known to the day or finer is in it."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from icalendar import Calendar, vText
from icalendar import Event as CalendarEntry

from timeline.exports.links import web_address
from timeline.exports.plain import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.types import Chronology, Event, When

# A day by its digits and perhaps the time on it; "about", "perhaps", ranges and sets have no place in a calendar.
KNOWN = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)(T(?P<hour>\d\d):(?P<minute>\d\d)(:(?P<second>\d\d))?.*)?")
STAMP = datetime(1970, 1, 1, tzinfo=UTC)  # DTSTAMP is required; a fixed one keeps the file reproducible


def write(chronology: Chronology) -> str:
    """An entry for each event known to the day; one known only to a month or a range has no day to show."""
    calendar = Calendar()
    calendar.add("prodid", "-//event-timeline//chronology//EN")
    calendar.add("version", "2.0")
    for name, text in called(chronology):
        calendar.add(name, vText(printable(text)))  # as text, or the library writes names that it does not know raw
    for event in chronology.events:
        if event.when and (start := start_of(event.when)):
            calendar.add_component(entry(event, event.when, start))
    written: bytes = calendar.to_ical()
    return written.decode()


def called(chronology: Chronology) -> Iterator[tuple[str, str]]:
    """Title and description of the calendar as RFC 7986 names them, and as calendars did before and still do."""
    if chronology.title:
        title = " ".join(chronology.title.split())
        yield from (("name", title), ("x-wr-calname", title))
    if chronology.description:
        yield from (("description", chronology.description), ("x-wr-caldesc", chronology.description))


def start_of(when: When) -> date | datetime | None:
    """When an entry begins: a day, or a clock time to the minute as the source's clocks showed it; None for neither.

    An hour or a part of a day is not a minute, so it stands on the whole day.
    """
    found = KNOWN.fullmatch(when.edtf)
    if found is None or found["day"].startswith("0000"):
        return None
    day = date.fromisoformat(found["day"])
    if when.precision not in ("minute", "second") or found["hour"] is None:
        return day
    clock = (int(found["hour"]), int(found["minute"]), min(int(found["second"] or 0), 59))
    return datetime(day.year, day.month, day.day, *clock)  # noqa: DTZ001  # floating time (RFC 5545, 3.3.5, form 1)


def entry(event: Event, when: When, start: date | datetime) -> CalendarEntry:
    """One calendar entry; an all-day one ends on the day after, as RFC 5545 counts."""
    item = CalendarEntry()
    item.add("uid", f"{event.id}@event-timeline")
    item.add("dtstamp", STAMP)
    item.add("dtstart", start)
    if not isinstance(start, datetime) and start < date.max:
        item.add("dtend", start + timedelta(days=1))
    item.add("summary", printable(event.title))
    quotes = (f"{source.source or source.article}: {source.quote.text}" for source in event.sources)
    item.add("description", printable("\n".join((when.label, *quotes))))
    item.add("transp", "TRANSPARENT")
    if address := next((found for source in event.sources if (found := web_address(source.url))), None):
        item.add("url", address)
    return item
