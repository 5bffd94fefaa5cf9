"""The chronology as Markdown, to paste into a document."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from timeline.exports.links import web_address
from timeline.exports.plain import printable

if TYPE_CHECKING:
    from timeline.types import Chronology, Event, SourceQuote

SPECIAL = re.compile(r"([\\`*_{}\[\]()#+!|<>~&-])")
TITLE = "Chronology"
UNDATED = "Undated"


def write(chronology: Chronology) -> str:
    """A heading for each date, an entry a bullet, its sources quoted below it."""
    parts = [f"# {escape(chronology.title or TITLE)}\n"]
    parts += [f"\n{escape(line)}\n" for line in (chronology.description or "").splitlines() if line.strip()]
    for label, events in groupby(chronology.events, key=lambda event: event.when.label if event.when else UNDATED):
        parts.append(f"\n## {escape(label)}\n")
        parts.extend(entry(event) for event in events)
    return "".join(parts)


def entry(event: Event) -> str:
    """One event and its quotes."""
    doubt = "" if event.dates_agree else ", dates disagree"
    head = f"\n- **{escape(event.title)}** ({event.status}{doubt})\n"
    return head + "".join(quotation(source) for source in event.sources)


def quotation(source: SourceQuote) -> str:
    """One source's words under its outlet's name, linked where it has an address."""
    outlet = escape(source.source or source.title or source.article)
    address = web_address(source.url)
    named = f"[{outlet}](<{address}>)" if address else outlet
    return f"  - {named}: “{escape(source.quote.text)}”\n"


def escape(text: str) -> str:
    """Other people's text on one line, with nothing in it that Markdown or HTML would read as markup."""
    return SPECIAL.sub(r"\\\1", " ".join(printable(text).split()))
