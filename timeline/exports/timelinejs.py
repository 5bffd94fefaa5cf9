"""The chronology in the JSON that TimelineJS 3 reads."""

from __future__ import annotations

import json
import re
from html import escape
from typing import TYPE_CHECKING, Any

from timeline.exports.links import web_address

if TYPE_CHECKING:
    from timeline.types import Chronology, Event, SourceQuote

# TimelineJS unescapes a date before it takes it for HTML (3.9), so escaping does not help; a label has none of these.
MARKUP = re.compile("[<>&]")
FIELDS = ("year", "month", "day")
# How much of a bound a slide may show; what is coarser than a day shows no day.
KNOWN_FIELDS = {"month": 2, "quarter": 2, "season": 2, "year": 1, "decade": 1, "century": 1}


def write(chronology: Chronology) -> str:
    """The events that have a place on the axis; TimelineJS cannot show undated ones."""
    slides = [slide(event) for event in chronology.events if event.when and (event.when.earliest or event.when.latest)]
    document = {**({"title": cover(chronology)} if chronology.title else {}), "events": slides}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def cover(chronology: Chronology) -> dict[str, Any]:
    """The slide before all others, which has no date."""
    lines = (chronology.description or "").splitlines()
    text = "".join(f"<p>{escape(line)}</p>" for line in lines if line.strip())
    return {"text": {"headline": escape(chronology.title or ""), "text": text}}


def slide(event: Event) -> dict[str, Any]:
    """One slide; `display_date` says the date as it is known, whatever the axis needs."""
    when = event.when
    assert when is not None
    first, last = when.earliest or when.latest, when.latest or when.earliest
    assert first is not None
    assert last is not None
    kept = KNOWN_FIELDS.get(when.precision, 3)
    shown: dict[str, Any] = {
        "unique_id": event.id,
        "start_date": axis_date(first, kept),
        "display_date": MARKUP.sub("", when.label),
        "text": {"headline": escape(event.title), "text": "".join(paragraph(source) for source in event.sources)},
    }
    if axis_date(last, kept) != shown["start_date"]:
        shown["end_date"] = axis_date(last, kept)
    return shown


def axis_date(bound: str, kept: int) -> dict[str, int]:
    """The first `kept` of year, month and day of an ISO bound."""
    sign, digits = (-1, bound[1:]) if bound.startswith("-") else (1, bound)
    numbers = [int(part) for part in digits[:10].split("-")]
    numbers[0] *= sign
    return dict(zip(FIELDS[:kept], numbers, strict=False))


def paragraph(source: SourceQuote) -> str:
    """One quoted source as HTML that carries nothing but its text and an http(s) link."""
    outlet = escape(source.source or source.title or source.article)
    address = web_address(source.url)
    named = f'<a href="{escape(address)}" rel="noopener nofollow">{outlet}</a>' if address else outlet
    return f"<p>{named}: “{escape(source.quote.text)}”</p>"
