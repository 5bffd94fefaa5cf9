"""The formats in which the chronology is sent, beside its JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.exports import atom, csv, ics, jsonfeed, jsonld, markdown, ndjson, timelinejs

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.exports.syndication import Feed
    from timeline.types import Chronology


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format by its suffix; of `write` and `write_feed` one is there: a feed shows what changed last.

    `accepted` is false where its media type says no more than JSON, so that only the suffix can ask for it.
    The framework says of text by itself that it is UTF-8.
    """

    suffix: str
    media_type: str
    about: str
    write: Callable[[Chronology], str] | None = None
    write_feed: Callable[[Feed], str] | None = None
    accepted: bool = True


FORMATS = (
    Format(suffix="ndjson", media_type="application/x-ndjson", about="JSON lines, an event a line", write=ndjson.write),
    Format(suffix="csv", media_type="text/csv", about="a table, an event a row", write=csv.write),
    Format(suffix="md", media_type="text/markdown", about="Markdown", write=markdown.write),
    Format(
        suffix="ics",
        media_type="text/calendar",
        about="iCalendar, with what is known to the day or finer",
        write=ics.write,
    ),
    Format(suffix="jsonld", media_type="application/ld+json", about="JSON-LD of schema.org", write=jsonld.write),
    Format(
        suffix="timelinejs",
        media_type="application/json",
        about="what TimelineJS reads",
        write=timelinejs.write,
        accepted=False,
    ),
    Format(
        suffix="atom",
        media_type="application/atom+xml; charset=utf-8",
        about="Atom, the latest changed first",
        write_feed=atom.write,
    ),
    Format(
        suffix="jsonfeed",
        media_type="application/feed+json",
        about="JSON Feed, the latest changed first",
        write_feed=jsonfeed.write,
    ),
)
