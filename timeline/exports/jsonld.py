"""The chronology as schema.org JSON-LD."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from timeline.exports.links import web_address

if TYPE_CHECKING:
    from timeline.types import Chronology, Event, SourceQuote

# schema.org's Date is an ISO 8601 date; a year or a month alone is one, a range or a set is not.
# Of a clock time the day is kept: its DateTime needs seconds.
PLAIN_DATE = re.compile(r"(?P<date>\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?)(T.*)?")


def write(chronology: Chronology) -> str:
    """An ItemList of Events, each with the articles that tell of it."""
    listed = [
        {"@type": "ListItem", "position": position, "item": item(event)}
        for position, event in enumerate(chronology.events, 1)
    ]
    document = {
        "@context": "https://schema.org",
        "@type": "ItemList",
        **({"name": chronology.title} if chronology.title else {}),
        **({"description": chronology.description} if chronology.description else {}),
        "itemListElement": listed,
    }
    # "</script" would end the script element that a page puts this into, and "<!--<script" keep it from ending.
    return json.dumps(document, ensure_ascii=False, indent=1).replace("<", "\\u003c") + "\n"


def item(event: Event) -> dict[str, Any]:
    """One schema.org Event; `startDate` only where the whole of it is known."""
    described: dict[str, Any] = {"@type": "Event", "identifier": event.id, "name": event.title}
    if event.when:
        described["description"] = f"{event.when.label}: {event.title}"
        if plain := PLAIN_DATE.fullmatch(event.when.edtf):
            described["startDate"] = plain["date"]
    if event.places:
        described["location"] = [{"@type": "Place", "name": name} for name in event.places]
    described["subjectOf"] = [article(source) for source in event.sources]
    return described


def article(source: SourceQuote) -> dict[str, Any]:
    """The NewsArticle a quote stands in."""
    described: dict[str, Any] = {"@type": "NewsArticle", "abstract": source.quote.text}
    if source.title:
        described["headline"] = source.title
    if source.published:
        described["datePublished"] = source.published
    if source.source:
        described["publisher"] = {"@type": "Organization", "name": source.source}
    if address := web_address(source.url):
        described["url"] = address
    return described
